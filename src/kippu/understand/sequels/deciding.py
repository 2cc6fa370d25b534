"""What is done about a sequel that was heard: the plain one read and done, or asked about, or the word
that it isn't clear."""

from collections.abc import Callable, Sequence

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Meaning
from kippu.understand.asking.asking_back import shall_i
from kippu.understand.fitting import risky
from kippu.understand.free.added import whether
from kippu.understand.sequels import plainly_en, plainly_ja
from kippu.understand.sequels.parts import Parts
from kippu.understand.sequels.sequels import Sequel

Read = Callable[[str], Meaning | None]
"""What the readers make of a plain sequel, behind the same turn before."""

_ASK = 0.5
"""Chance from which it is told where it only tells, asked about where it acts, and told as not understood
where it has no plain sequel; see the curve in docs/models/sequels.md."""
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
_DELETES = (".cancel", ".remove", ".clear", ".cancel_all", ".remove_all")
_PUTS = (".set", ".add", ".start", ".repeat")
_ENDS = regex(
    r"\b(?:cancel|delete|remove|scrap|stop|forget|drop|bin)\b"
    r"|キャンセル|取り消|取消|消して|消しと|削除|やめ|止め|とめ|終わり|なしで|いらない|要らない|なくなった|中止"
)
"""Says that it is to end."""
_SURE = 0.9
_MEANT = {
    "remove": _DELETES, "cancel": _DELETES, "done": (".check",), "another": _PUTS, "too": _PUTS,
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
    language = parts.turn.language
    if parts.is_own_deed:
        return Meaning("cues", _SURE, (Call("about.left"),))
    plain = _PLAINLY[language](parts.turned(sequel.op), context, parts)
    meaning = read(plain) if plain else None
    if meaning is None or not meaning.calls or is_nothing(meaning.calls) or _takes_all(sequel, parts):
        return _unclear(sequel)
    if any(risky(call, names) for call in meaning.calls):
        return _unclear(sequel)
    if sequel.chance >= _enough(meaning.calls, parts, acts):
        return Meaning("layer", sequel.chance, meaning.calls)
    question = shall_i(meaning.calls, language, names=names) or whether(plain, language)
    return Meaning("layer", sequel.chance, question=question, proposed=meaning.calls)


def _takes_all(sequel: Sequel, parts: Parts) -> bool:
    """True for "turn it off for friday" behind an alarm of every weekday, all of which would be gone."""
    ends = sequel.op in {"cancel", "off", "except", "remove"}
    return ends and bool(parts.when) and bool(parts.call.arguments.get("repeat"))


def is_nothing(calls: Sequence[Call]) -> bool:
    """Whether they only say that it wasn't clear."""
    return any(call.tool in _NOTHING for call in calls)


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
    deletes = any(call.tool.endswith(_DELETES) and not call.tool.startswith("lists.") for call in calls)
    deletes = deletes and not any(call.tool.endswith(_PUTS) for call in calls)
    return _DELETE if deletes and not _ENDS.search(parts.text) else _ACT
