"""What several turns spoke of, one after the other: "turn both off" behind a lamp and then another one.

The calls of one turn are what "it" means; here those of the turns before it join them, or one of them is
chosen ("the other one", "the first one"), where each turn named just one thing of the home.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Language, Turn
from kippu.understand.cues import target_of
from kippu.understand.fitting import things_of

_KINDS = {
    "light": ("lights", "lamps", "電気", "ライト", "ランプ", "照明"),
    "cover": ("blinds", "curtains", "shades", "shutters", "ブラインド", "カーテン"),
    "fan": ("fans", "扇風機", "ファン"),
    "switch": ("plugs", "sockets", "switches", "プラグ", "スイッチ"),
    "media_player": ("speakers", "スピーカー"),
}
_KIND_EN = "|".join(word for words in _KINDS.values() for word in words if word.isascii())
_KIND_JA = "|".join(word for words in _KINDS.values() for word in words if not word.isascii())
_TWO, _THREE = 2, 3
_PUT_DOWN = frozenset({"lists.add", "timers.start", "alarms.set", "reminders.add", "calendar.add"})
_AND = regex(r",? and |, |(?<=[^ぁ-ん])と(?=[^ぁ-ん])|、")
_ASIDE = frozenset({"math", "clock", "units", "weather", "about"})
"""Skills that only tell, and nothing of the home."""

_SEVERAL = {
    "en": regex(
        r"\b(?:(?P<two>(?:them|they|those|these) (?:both|2|two)"
        r"|(?:both|the (?:2|two))(?: of (?:them|those|these))?"
        rf"(?: (?:of )?(?:the |my |those |these )?(?P<kind>{_KIND_EN})\b)?)"
        r"|(?P<three>(?:(?:them|those|these) )?all (?:3|three)(?: of (?:them|those|these))?"
        r"|the (?:3|three) of them)"
        r"|(?P<all>(?:them|they|those|these) all|all of (?:them|those|these))"
        r"|(?P<them>them|those|they|these))\b"
    ),
    "ja": regex(
        rf"(?P<two>(?:(?P<kind>{_KIND_JA})(?:は|を|の)?)?"
        r"(?:両方|(?:どっち|どちら|二つ|2つ|ふたつ)(?=とも|も))(?:とも|も)?)(?:を|は)?(?!の)"
        r"|(?P<three>(?:三つ|3つ|みっつ)とも)(?:を|は)?"
        r"|(?:^|(?<=[に、]))(?P<all>全部|ぜんぶ|全て|すべて|みんな)(?:とも)?(?:を|は)?|(?P<them>それら)"
    ),
}
_NOUN = r"(?:one|1|light|lamp|blind|fan|plug|speaker)\b"
_WHICH = {
    "en": regex(
        r"\bthe (?:(?P<first>first|1st)|(?P<second>second|2nd)|(?P<last>last|latter)|(?P<other>other))"
        rf"(?: {_NOUN}|(?=$|,| (?:off|on|up|down|to|too|please|again|now)\b))"
    ),
    "ja": regex(
        r"(?:(?P<first>(?:最初|(?<!\d)[1一]つ目|初め)の?)|(?P<second>(?<!\d)[2二]つ目の?)"
        r"|(?P<last>(?:最後|後)の)|(?P<other>(?:もう(?:一つ|1つ|ひとつ|一方|1方|片方)|他|別|さっき)の?))"
        r"(?:方|ほう|やつ|電気|ライト)(?:の電気|のライト)?(?P<particle>を|は|も)?"
    ),
}
_PART = {
    "en": regex(
        r"\bthe (?P<part>morning|afternoon|evening|night)"
        r" (?:one|(?P<noun>alarm|reminder|event|appointment))\b"
    ),
    "ja": regex(
        r"^(?P<part>朝|昼|夕方|夜|晩)の(?:方|ほう|やつ|(?P<noun>アラーム|リマインダー|予定))?(?P<particle>は|を)"
    ),
}
_SKILL = {
    "alarm": "alarms", "reminder": "reminders", "event": "calendar", "appointment": "calendar",
    "アラーム": "alarms", "リマインダー": "reminders", "予定": "calendar",
}  # fmt: skip
_HOURS = {
    "morning": (4, 12), "afternoon": (12, 17), "evening": (17, 22), "night": (18, 24), "朝": (4, 12),
    "昼": (11, 16), "夕方": (15, 19), "夜": (18, 24), "晩": (18, 24),
}  # fmt: skip
"""Hours from the first to before the last."""
_BOUGHT = {
    "en": regex(r"\b(?:bought|got|have|check|tick|cross|scratch|mark)\b(?: off)? (?P<it>it|that|them)\b"),
    "ja": regex(r"^(?P<it>(?:それ|これ)(?:なら|は|を)?(?:もう)?)(?:買|チェック)"),
}
_NONE_OF_IT = regex(
    r"(?:please )?(?:tell|text|message|email|e-mail|call|ask|send|write) (?:them|both|all)\b"
    r"|(?:and |now |then )*the other(?: ones?| 1)?(?: too| as well| also)+$|and the other(?: one| 1)?$"
    r"|(?:あと|それと|、)*もう(?:一つ|1つ|ひとつ|一方|片方)(?:の(?:ほう|方"
    r"|やつ)?)?も(?:お願い(?:します)?|ね|よ|して)*$"
    r"|.*(?:\bundo\b|\brevert\b|\bput .*\bback\b|元に|戻)"
)
"""People are meant, or what was done last, which is to be done to another one too."""
_TOLD_FIRST = {
    "en": regex(r"(?:.* )?(?:show|list|read|tell me|what|which)\b.*\b(?:and|then)\b"),
    "ja": regex(r".*(?:見せ|教え|読んで|言って|一覧)"),
}
"""All that there are shall be told first: the first is one of those, whatever was set before."""
_IT = {"en": "it", "ja": "それ"}


def with_the_turns_before(text: str, turn: Turn, names: Names) -> Turn:
    """The turn as if one turn had spoken of all that is meant, or of the one that is; else as it was."""
    if turn.asked or turn.choices or not turn.earlier:
        return turn
    spoken = _spoken_of(turn, names) or _put_down(turn)
    folded = text.casefold()
    if len(spoken) < _TWO:
        return _ticked_off(folded, turn, spoken)
    if _NONE_OF_IT.match(folded):
        return turn
    return _one_of_them(folded, turn, spoken) or _all_of_them(folded, turn, spoken, names) or turn


def _spoken_of(turn: Turn, names: Names) -> list[Call]:
    """The calls that are each for one thing of the home, oldest first, each thing once; back to the first
    turn that was for several or for something else. What was only told in between is no break."""
    found: list[Call] = []
    for calls in (turn.earlier, *turn.before):
        if all(call.tool.partition(".")[0] in _ASIDE for call in calls):
            continue
        named = [_named(call, names) for call in calls]
        if None in named:
            break
        said = [call.arguments["name"] for call in found]
        found += [call for call in reversed(named) if call and call.arguments["name"] not in said]
    return found[::-1]


def _named(call: Call, names: Names) -> Call | None:
    """The call with the name of the one thing that it is for; None where it is for none or for several."""
    things = things_of(call, names) if call.tool.startswith("home.") and target_of(call) else []
    if len(things) != 1:
        return None
    given = {key: value for key, value in call.arguments.items() if key not in {"domain", "device_class"}}
    return Call(call.tool, {**given, "name": things[0].name})


def _put_down(turn: Turn) -> list[Call]:
    """The calls that each set a timer or put one thing down, all by one tool, the oldest first."""
    tool, found = turn.earlier[-1].tool, list[Call]()
    for calls in (turn.earlier, *turn.before):
        if tool not in _PUT_DOWN or any(call.tool != tool or call.arguments.get("command") for call in calls):
            break
        found += [one for call in reversed(calls) for one in reversed(_items(call))]
    return found[::-1]


def _items(call: Call) -> list[Call]:
    """A call for each of what one call puts on a list."""
    parts = _AND.split(str(call.arguments.get("item", ""))) if call.tool == "lists.add" else []
    return [Call(call.tool, {**call.arguments, "item": part}) for part in parts] or [call]


def _of_a_part(text: str, turn: Turn, spoken: Sequence[Call]) -> Turn | None:
    """The one at that part of the day: "delete the morning one"."""
    match = _PART[turn.language].search(text)
    if match is None:
        return None
    hours = range(*_HOURS[match["part"]])
    meant = [call for call in spoken if _hour(call) in hours]
    skill = _SKILL.get(match["noun"])
    if len(meant) != 1 or (skill and not meant[0].tool.startswith(f"{skill}.")):
        return None
    it = _IT[turn.language] + (match["particle"] or "を" if turn.language == "ja" else "")
    told = f"{text[: match.start()]}{it}{text[match.end() :]}"
    return replace(turn, text=told, earlier=(meant[0],), undo=(), changed=(), before=(), deed=None)


def _hour(call: Call) -> int | None:
    """The hour of the day that it is for; None where it is for none, or can't be read."""
    try:
        return time.fromisoformat(str(call.arguments.get("at")).partition("T")[2]).hour
    except ValueError:
        return None


def _one_of_them(text: str, turn: Turn, spoken: Sequence[Call]) -> Turn | None:
    if part := _of_a_part(text, turn, spoken):
        return part
    match = _WHICH[turn.language].search(text)
    if match is None or (match["other"] and (len(turn.earlier) > 1 or len(spoken) != _TWO)):
        return None
    if _TOLD_FIRST[turn.language].match(text[: match.start()]):
        return None
    at = 0 if match["first"] or match["other"] else 1 if match["second"] else -1
    it = _IT[turn.language] + (match["particle"] or "を" if turn.language == "ja" else "")
    told = f"{text[: match.start()]}{it}{text[match.end() :]}"
    return replace(turn, text=told, earlier=(spoken[at],), undo=(), changed=(), before=(), deed=None)


def _ticked_off(text: str, turn: Turn, spoken: Sequence[Call]) -> Turn:
    """What was just put on a list, and is bought now: "check it off"."""
    match = _BOUGHT[turn.language].search(text) if spoken and spoken[0].tool == "lists.add" else None
    if match is None:
        return turn
    item = spoken[0].arguments.get("item", "")
    return replace(turn, text=f"{text[: match.start('it')]}{item}{text[match.end('it') :]}")


def _all_of_them(text: str, turn: Turn, spoken: Sequence[Call], names: Names) -> Turn | None:
    match = _SEVERAL[turn.language].search(text)
    if match is None:
        return None
    kind = _kind(spoken[-1], names)
    alike = [call for call in spoken if _kind(call, names) == kind]
    count = _TWO if match["two"] else _THREE if match["three"] else len(alike)
    meant = tuple(spoken[-count:] if match["two"] or match["three"] else alike)
    if len(meant) < max(count, _TWO) or (match["kind"] and not _are_of(match["kind"], meant, names)):
        return None
    if meant[0].tool == "lists.add":
        items = (" and " if turn.language == "en" else "と").join(
            str(call.arguments["item"]) for call in meant
        )
        return replace(turn, text=f"{text[: match.start()]}{items}{text[match.end() :]}")
    them = match["them"] or _them(turn.language, match["two"])
    told = f"{text[: match.start()]}{them}{text[match.end() :]}"
    if meant == turn.earlier:  # and no other: what each did is known
        return replace(turn, text=told)
    return replace(turn, text=told, earlier=meant, undo=(), changed=(), before=(), deed=None)


def _them(language: Language, two: str | None) -> str:
    if language == "ja":
        return "両方とも" if two else "全部"
    return "both of them" if two else "all of them"


def _are_of(kind: str, calls: Sequence[Call], names: Names) -> bool:
    domain = next(domain for domain, words in _KINDS.items() if kind in words)
    return all(_kind(call, names) == domain for call in calls)


def _kind(call: Call, names: Names) -> str:
    """The kind of thing of the home, or what the call does."""
    return things_of(call, names)[0].domain if call.tool.startswith("home.") else call.tool
