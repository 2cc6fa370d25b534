"""Which of what a tool told of is to be taken away: "delete the first one" after the reminders.

Knows the calls that take each away, in the order in which it was told of them.
"""

from collections.abc import Sequence

from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.follow.several import AWAY_JA, END_EN, LEAD_EN, NTH
from kippu.understand.follow.undoing import cancel

_AWAY_EN = r"(?:cancel|stop|delete|remove|scrap|clear|turn(?= .*\boff\b)(?: off)?|drop|get rid of)"
_AWAY = r"(?:取り消し|消去|削除|キャンセル)(?:で(?:お願い(?:します)?)?|(?:を)?お願い(?:します)?)?$"
_ONE = {
    "en": regex(
        rf"{LEAD_EN}{_AWAY_EN} (?:(?:the )?"
        r"(?:(?P<nth>first|1st|second|2nd|third|3rd|last|top|bottom)(?: (?:1|one|item))?"
        r"|number (?P<number>[123]|one|two|three))|(?P<it>it|that|this)(?: one| 1)?(?: off)?)"
        rf"(?: (?:timer|alarm|reminder|event|appointment))?{END_EN}"
    ),
    "ja": regex(
        r"^(?:(?P<nth>[123](?=番(?!上|下)|つ|個)|最初の?|最後の?|(?:一|1|いち)番上の?|(?:一|1|いち)番下の?)"
        r"(?P<number>)(?:番目?|つ目|個目)?|(?P<it>それ|これ))"
        rf"の?(?:方|ほう|やつ|予定|タイマー|アラーム|リマインダー)?(?:{AWAY_JA}|(?:を|は)?{_AWAY})"
    ),
}
_ALL = regex(
    rf"{LEAD_EN}{_AWAY_EN} (?:all of (?:them|these|those)|(?P<bare>them|these|those)"
    r"|(?:them|these|those) all|every one of them)"
    rf"(?: off)?{END_EN}"
)


_ALL_JA = regex(
    r"^(?:それら?|その|今の|さっきの|タイマー|アラーム|目覚まし|リマインダー)?(?:を|は|の)?"
    r"(?:(?P<two>(?:両方|どっち|どちら|二つ|2つ|ふたつ)(?:とも|も)?)|(?:全部|ぜんぶ|全て|すべて|みんな))(?:とも)?(?:を|は)?"
    rf"(?:{AWAY_JA}|{_AWAY})"
)
_BELLS = frozenset({"timers", "alarms", "reminders"})
_PLANS = frozenset({"calendar", "notes"})
"""What is taken away one by one."""
_EVERY = {"timers": "timers.cancel_all", "alarms": "alarms.cancel_all", "reminders": "reminders.remove_all"}
_TOLD = frozenset({"timers.status", "alarms.list", "reminders.list"})
_BY_PLACE = {
    "alarms.list": ("alarms.cancel", "name"),
    "reminders.list": ("reminders.remove", "text"),
}  # fmt: skip
_TWO = 2


def bells_told_of(folded: str, earlier: Sequence[Call], listed: Sequence[Call]) -> tuple[Call, ...]:
    """What takes away the timers or alarms that were just set or told of: 「両方キャンセルして」. Behind any
    other turn 「全部消して」 is for the home. ``about.which`` where it isn't plain that they are meant."""
    match = _ALL_JA.match(folded)
    skills = {call.tool.partition(".")[0] for call in earlier}
    if match is None or not skills or not skills <= _BELLS | _PLANS:
        return ()
    if skills & _PLANS:
        return (Call("about.which"),)
    away = tuple(listed) or tuple(one for call in earlier if (one := cancel(call)))
    several = len(away) == _TWO if match["two"] else len(away) >= _TWO or bool(listed)
    if several:
        return away
    if match["two"] and earlier[-1].tool == "timers.status":  # the tool knows whether there are two
        return (Call("timers.cancel", {"count": _TWO}),)
    return (Call("about.which"),) if match["two"] else _all_there_are(earlier)


def _all_there_are(earlier: Sequence[Call]) -> tuple[Call, ...]:
    """All of the kind of the one that was set, or the word once more that there are none. Plans are no
    timers, and go one by one."""
    last = earlier[-1]
    if last.tool in _TOLD:
        return (last,)
    if "command" in last.arguments or len({call.tool.partition(".")[0] for call in earlier}) > 1:
        return (Call("about.which"),)
    return (Call(_EVERY[last.tool.partition(".")[0]]),)


def one_told_of(
    folded: str, language: Language, listed: Sequence[Call], before: Sequence[Sequence[Call]] = ()
) -> Call | None:
    """The call that takes away the first, the last or the only one; None where the sentence means none of
    them, ``about.which`` where there is no such. ``before``: the turns before it was told, of
    which "it" is the one that was set in them."""
    match = _ONE[language].match(folded) if listed else None
    if match is None:
        return None
    if match["it"] and listed[0].tool == "lists.remove":
        return None  # it may be the list
    if match["it"]:
        spoken_of = {call.arguments.get("id") for turn in before for call in turn} - {None}
        own = [call for call in listed if call.arguments.get("id") in spoken_of]
        fitting = listed if len(listed) == 1 else own
        return fitting[0] if len(fitting) == 1 else Call("about.which")
    said = (match["nth"] or match["number"]).removesuffix("の")
    which = 0 if said.endswith("上") else -1 if said.endswith("下") else NTH[said]
    return listed[which] if which < len(listed) else Call("about.which")


def one_to_be_told_of(folded: str, language: Language, calls: Sequence[Call]) -> Call | None:
    """The same in one breath, "list my alarms and delete the first": what they are, nobody knows yet, so it
    is called by its place in the row."""
    match = _ONE[language].match(folded) if calls else None
    way = _BY_PLACE.get(calls[-1].tool) if calls and not calls[-1].arguments else None
    if match is None or way is None or match["it"]:
        return None
    place = (match["nth"] or match["number"]).removesuffix("の")
    said = "last" if place.endswith("下") else "first" if place.endswith("上") else place
    return Call(way[0], {way[1]: {"one": "first", "two": "second", "three": "third"}.get(said, said)})


def all_told_of(folded: str, earlier: Sequence[Call], listed: Sequence[Call]) -> tuple[Call, ...]:
    """What takes away all of it, never what is of the home; ``about.which`` where that isn't known."""
    match = _ALL.match(folded)
    if not earlier or earlier[-1].tool.startswith("home.") or not match:
        return ()
    if listed:
        return tuple(listed)
    if match["bare"]:
        return ()
    bells = all(call.tool.partition(".")[0] in _BELLS for call in earlier)
    return _all_there_are(earlier) if bells else (Call("about.which"),)
