"""What is done about a sequel that was heard: the plain one read and done, or asked about, or the word
that it isn't clear."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Meaning
from kippu.understand.asking.asking_back import shall_i
from kippu.understand.cues import target_of
from kippu.understand.fitting import risky, things_of
from kippu.understand.free.added import whether
from kippu.understand.sequels import plainly_en, plainly_ja
from kippu.understand.sequels.parts import Parts
from kippu.understand.sequels.sequels import Sequel
from kippu.understand.sequels.ways import turned

Read = Callable[[str], Meaning | None]
"""What the readers make of a plain sequel, behind the same turn before."""

_ASK = 0.5
"""Chance from which it is told where it only tells, and asked about where it acts; see the curve in
docs/models/sequels.md."""
_UNCLEAR = 0.55
"""Chance from which it is told as not understood where it has no plain sequel: below, it may well be talk."""
_ACT = 0.7
"""Chance from which it is done."""
_DELETE = 0.85
"""The same where it deletes or cancels something, puts nothing in its place, and doesn't say so in words."""
_NEW = 0.25
"""Chance that it is no sequel from which nothing is said of it."""
_PLAINLY = {"en": plainly_en.plainly, "ja": plainly_ja.plainly}
_NOTHING = frozenset(
    {"about.unfinished", "about.unsure", "about.which", "about.unclear", "about.beyond", "about.unadded"}
)
_SAYS = {
    "open": "about.beyond", "asks_detail": "about.beyond", "detail": "about.unadded", "name": "about.unadded",
}  # fmt: skip
"""What is said of an op without a plain sequel, where that is surely it."""
_DELETES_ONE = (".cancel", ".remove")
DELETES = (*_DELETES_ONE, ".clear", ".cancel_all", ".remove_all")
"""How the tools end that take something away."""
_PUTS = (".set", ".add", ".start", ".repeat")
_ENDS = regex(
    r"\b(?:cancel|delete|remove|scrap|stop|forget|drop|bin)\b"
    r"|キャンセル|取り消|取消|消して|消しと|削除|やめ|止め|とめ|終わり|なしで|いらない|要らない|なくなった|中止"
)
"""Says that it is to end."""
_ONE_MORE = regex(
    r"\b(?:another|second|also|too|plus|and|more|again|as well|back ?up|extra|set|add|start|do|same|one)\b"
)
_KEEPS = {
    "en": regex(
        r"\b(?:do ?n[o']?t|never|(?:no|any) need to|needn't|shouldn't|not to)\s+"
        r"(?:(?:you|ever|even|please|just|bother|dare|go|to|and)\s+)*"
        r"(?:cancel|delete|remove|scrap|stop|drop|bin|kill|ditch|end|dock|undo|change|touch|move|turn|switch|shut"
        r"|close|open|lock|unlock|make (?:it|them|that) any)(?:ing)?\b"
        r"|\bi(?:'ll| will| can) (?:\w+ ){1,3}(?:my|our)sel(?:f|ves)\b"
    ),
    "ja": regex(
        r"(?:キャンセル|取り消|取消|消|削除|やめ|止め|とめ|終わ|中止|変え|動か|しまわ|閉め|開け)"
        r"[ぁ-ん]{0,3}(?:ないで|なくて(?:も)?(?:いい|良い|大丈夫)|ちゃ(?:だめ|ダメ|駄目)|ては?(?:だめ|ダメ|駄目)|ないといい)"
        r"|(?:[いきぎしちにびみりえけげせてねべめれ]|する)なよ|[てで](?:ほし|欲し|もらいた)く(?:は|も)?な[いかく]"
    ),
}
"""Says that it is to stay as it is, or that the person does it."""
_SOMEWHAT = regex(r"\b(?:so|that much|too)\b|そんなに|あんまり|あまり|ほど")
"""Denies the measure and not the deed."""
_AND_THEN = regex(r"[,、]\s*\w|\b(?:just|but)\b")
_HABIT = regex(
    r"(?:(?:and|but|so|oh)[, ]+)*(?:i|we|he|she|they) (?:(?:usually|always|normally|often|also) )*"
    r"(?:go|goes|visit|visits|come|comes|see|sees|meet|meets|drive|drives|walk|walks|pay|pays|call|calls|shop|eat|do"
    r"|does)\b"
)
"""Tells what somebody does again and again; what was put down need not be that: "i go there every week"."""
_SURE = 0.9
_MEANT = {
    "remove": _DELETES_ONE, "cancel": _DELETES_ONE, "done": (".check",), "another": _PUTS, "too": _PUTS,
    "time": (".move",), "detail": (".add",),
}  # fmt: skip
"""How the tools end that an op may mean beside its plain sequel."""


def decided(
    sequel: Sequel, context: str, parts: Parts, read: Read, acts: Callable[[str], bool], names: Names
) -> Meaning | None:
    """The call, or a question whether it is meant, or that it wasn't understood; None for what may be no
    sequel at all."""
    if sequel.chance < _ASK or sequel.op == "new" or sequel.new >= _NEW:
        return None
    if kept := _left_as_it_is(sequel, parts):
        return kept
    complaint, language = parts.complaint, parts.turn.language
    if complaint and complaint.is_of_another(context):
        return None
    way = turned(sequel.op, parts.text, language)
    plain = _PLAINLY[language](complaint.mended(way, context) if complaint else way, context, parts)
    if not plain and sequel.chance < _UNCLEAR:
        return None
    meaning = read(plain) if plain else None
    if meaning is None or not meaning.calls or is_nothing(meaning.calls) or _takes_all(sequel, parts):
        return _unclear(sequel)
    if any(risky(call, names) for call in _done_at_last(meaning.calls, read)):
        return _unclear(sequel)
    sure = sequel.chance >= _enough(meaning.calls, parts, acts) and not _is_of_another(sequel, parts)
    if sure and not _goes_beyond(meaning.calls, parts, acts, names) and not _moves_a_door(parts, read, names):
        return Meaning("layer", sequel.chance, meaning.calls)
    shown = "" if any(map(_has_no_words, meaning.calls)) else shall_i(meaning.calls, language, names=names)
    question = shown or whether(plain, language)
    return Meaning("layer", sequel.chance, question=question, proposed=meaning.calls)


def _left_as_it_is(sequel: Sequel, parts: Parts) -> Meaning | None:
    """That nothing is done, where it says so; that it isn't clear, where more follows on that."""
    measured = parts.named or _SOMEWHAT.search(parts.text)
    kept = None if measured else _KEEPS[parts.turn.language].search(parts.text)
    if kept and _AND_THEN.search(parts.text[kept.end() :]):
        return _unclear(sequel)
    return Meaning("cues", _SURE, (Call("about.left"),)) if kept or parts.is_own_deed else None


def _has_no_words(call: Call) -> bool:
    """Whether a question made of it would hide what it does: a command for later, "the things"."""
    return "command" in call.arguments or (call.tool.startswith("home.") and not target_of(call))


def _is_of_another(sequel: Sequel, parts: Parts) -> bool:
    """Whether the time or the step may be that of something else: "i have the dentist at 5"."""
    if sequel.op == "another" and parts.turn.language == "en" and not _ONE_MORE.search(parts.text):
        return True
    if sequel.op in {"more", "less"}:
        return parts.complains_of_its_own
    if sequel.op == "often" and _HABIT.match(parts.text):
        return True
    return sequel.op in {"time", "another", "level"} and parts.tells_of_another


def _done_at_last(calls: Sequence[Call], read: Read) -> list[Call]:
    """The calls, and those of the commands that they put off."""
    later = [read(str(call.arguments["command"])) for call in calls if call.arguments.get("command")]
    return [*calls, *(call for meaning in later if meaning for call in (*meaning.calls, *meaning.proposed))]


def _moves_a_door(parts: Parts, read: Read, names: Names) -> bool:
    """Whether what was spoken of is the plan to open a door, the time of which is no small thing."""
    return any(risky(call, names) for call in _done_at_last([parts.call], read)[1:])


def _goes_beyond(calls: Sequence[Call], parts: Parts, acts: Callable[[str], bool], names: Names) -> bool:
    """Whether it would do something to things of the home that nobody has named or spoken of."""
    if parts.named:
        return False
    earlier = parts.turn.earlier
    spoken = {thing.id for call in earlier for thing in things_of(call, names)}
    whole = any(call.arguments.get("name") == "all" for call in earlier)
    meant = [call for call in calls if call.tool.startswith("home.") and acts(call.tool) and target_of(call)]
    return any(
        (call.arguments.get("name") == "all" and not whole)
        or any(thing.id not in spoken for thing in things_of(call, names))
        for call in meant
    )


def _takes_all(sequel: Sequel, parts: Parts) -> bool:
    """True for "turn it off for friday" behind an alarm of every weekday, all of which would be gone."""
    ends = sequel.op in {"cancel", "off", "except", "remove"}
    return ends and bool(parts.when) and bool(parts.call.arguments.get("repeat"))


def is_nothing(calls: Sequence[Call]) -> bool:
    """Whether they only say that it wasn't clear."""
    return any(call.tool in _NOTHING for call in calls)


def put_alone(meaning: Meaning) -> Meaning:
    """The meaning behind a question, without the end of what was asked about: it never began."""

    def put(calls: tuple[Call, ...]) -> tuple[Call, ...]:
        made = tuple(call for call in calls if not call.tool.endswith(DELETES))
        return made if any(call.tool.endswith(_PUTS) for call in made) else calls

    return replace(meaning, calls=put(meaning.calls), proposed=put(meaning.proposed))


def confirmed(meaning: Meaning, sequel: Sequel, before: Call) -> Meaning:
    """The meaning, done without its question where the sequel surely means the same."""
    skill = before.tool.partition(".")[0]
    ends = _MEANT.get(sequel.op, ())
    same = all(call.tool.startswith(f"{skill}.") and call.tool.endswith(ends) for call in meaning.proposed)
    enough = _ACT if skill == "lists" else _SURE  # what is off a list is soon on it again
    if not (meaning.proposed and ends and same and not meaning.choices and sequel.chance >= enough):
        return meaning
    return Meaning("layer", sequel.chance, meaning.proposed)


def _unclear(sequel: Sequel) -> Meaning:
    says = _SAYS.get(sequel.op, "about.unfinished") if sequel.chance >= _ACT else "about.unfinished"
    return Meaning("cues", _SURE, (Call(says),))


def _enough(calls: Sequence[Call], parts: Parts, acts: Callable[[str], bool]) -> float:
    if not any(acts(call.tool) for call in calls):
        return _ASK
    deletes = any(call.tool.endswith(DELETES) and not call.tool.startswith("lists.") for call in calls)
    deletes = deletes and not any(call.tool.endswith(_PUTS) for call in calls)
    return _DELETE if deletes and not _ENDS.search(parts.text) else _ACT
