"""Which of two rooms is warmer: "is the bedroom warmer than the kitchen", 「寝室とリビングどっちが暑い」.

Knows the words of comparing, and rooms by the names that a home has.
"""

import re

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.reading.said import Said

_SURE = 0.97
_WARM, _COLD = r"warmer|hotter", r"colder|cooler|chillier"
_WAY = rf"(?:(?:any|much|a bit|a lot) )?(?:(?P<warm>{_WARM})|(?P<cold>{_COLD}))"
_IN = r"(?:in |inside )?(?:the |my |our )?"
_ONE, _OTHER = rf"{_IN}(?P<one>[\w' -]+?)", rf"{_IN}(?P<other>[\w' -]+?)"
_NOW = r"(?: (?:now|right now|at the moment|currently|today))?"
_IS_IT: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"(?:is (?:it )?{_ONE} {_WAY} than(?: it is)? {_OTHER}"
        rf"|is it {_WAY.replace('warm>', 'warm2>').replace('cold>', 'cold2>')}"
        rf" {_ONE.replace('one>', 'one2>')} than(?: it is)? {_OTHER.replace('other>', 'other2>')}){_NOW}",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"(?P<one>[^、。とは]{1,12}?)(?:の(?:ほう|方))?(?:は|が|って)、?(?P<other>[^、。]{1,12}?)より(?:も)?"
        r"(?:(?P<warm>暑|暖か|温か|あたたか)|(?P<cold>寒|涼し))(?:い)?(?:です|の)?(?:か|かな)?"
    ),
}
_WHICH: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"(?:(?:which|what)(?: (?:room|one|of them))? is {_WAY}[,:]? {_ONE} or {_OTHER}"
        rf"|which (?:one )?of {_ONE.replace('one>', 'one2>')} (?:and|or)"
        rf" {_OTHER.replace('other>', 'other2>')}"
        rf" is {_WAY.replace('warm>', 'warm2>').replace('cold>', 'cold2>')}"
        rf"|is it {_WAY.replace('warm>', 'warm3>').replace('cold>', 'cold3>')}"
        rf" {_ONE.replace('one>', 'one3>')} or {_OTHER.replace('other>', 'other3>')}){_NOW}",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"(?:今|いま)?(?P<one>[^、。]{1,12}?)(?:と|か|、)(?P<other>[^、。]{1,12}?)(?:では|だと|で|は|の)?、?"
        r"(?:どっち|どちら)(?:の(?:ほう|方|部屋))?(?:が|は)?"
        r"(?:(?P<warm>暑|暖か|温か|あたたか)|(?P<cold>寒|涼し))(?:い)?(?:です|の)?(?:か|かな)?"
    ),
}


def two_rooms(said: Said) -> Meaning | None:
    """The question as a call; None where it names no two rooms."""
    for forms, ways in ((_IS_IT, ("above", "below")), (_WHICH, ("warmest", "coldest"))):
        match = forms[said.language].fullmatch(said.text)
        if match is None:
            continue
        found = {name.rstrip("123"): text for name, text in match.groupdict().items() if text}
        one, other = _room(said, found["one"]), _room(said, found["other"])
        if one and other and one != other:
            arguments = {"area": one, "beside": other, "compare": ways["cold" in found]}
            return Meaning("cues", _SURE, (Call("home.temperature", arguments),))
    return None


def _room(said: Said, text: str) -> str | None:
    """The one room that these words name, and nothing else."""
    frame = said.apart(text)
    rooms = {room.name for mention in frame.mentions for room in mention.rooms}
    return rooms.pop() if len(rooms) == 1 and not frame.leftover else None
