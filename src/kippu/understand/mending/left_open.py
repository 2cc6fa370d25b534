"""Blinds that shall stay open by a part, right behind their move: "leave them open a quarter", "not all the
way, half open", 「全部じゃなくて4分の1開けといて」. Said again with the part as a level.

Knows the calls of the turn before; whoever reads levels sets it.
"""

import re

from kippu.regex import regex
from kippu.turn import Language, Turn

_COVERS = frozenset({"home.open", "home.close", "home.set_position", "home.change_position"})
_PART = (
    r"(?P<part>(?:(?:by )?(?:a|an|one|1) )?(?:half|quarter|third)|1/[234]|2/3|3/4|(?:three|3) quarters"
    r"|(?:two|2) thirds|(?P<percent>\d{1,2}) ?(?:%|percent)|a (?:crack|little|bit|tiny bit))"
    r"(?: of the way| way)?"
)
_LEFT: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:no|but|oh|and|just|only|actually|wait|not (?:all|the whole|quite all) (?:of )?(?:the )?way"
        r"|not (?:completely|fully|entirely|quite)(?: open| closed| shut)?)[,;. ]+)*"
        rf"(?:(?:leave|keep|let|have) (?:it|them|that|those) (?:(?:just|only) )?(?:open (?:by )?{_PART}"
        rf"|{_PART.replace('?P<part>', '?P<part_too>').replace('?P<percent>', '?P<percent_too>')} open))"
        r"(?:,? please| though| instead)*"
    ),
    "ja": regex(
        r"(?:いや|やっぱり?|、)*(?:全部|全開|完全に?|全閉)(?:じゃ|では)なくて?、?"
        r"(?P<level>(?:\d{1,2}(?:%|パーセント)|\d分の\d|半分|少し|ちょっと)(?:だけ|くらい|ぐらい|ほど)?)"
        r"(?P<verb>(?:開け|あけ|閉め|しめ)[^、。]*)"
    ),
}
_SHARES = {
    "half": 50, "quarter": 25, "third": 33, "1/2": 50, "1/4": 25, "1/3": 33, "2/3": 67, "3/4": 75,
    "3 quarters": 75, "2 thirds": 67, "three quarters": 75, "two thirds": 67, "crack": 10, "little": 10,
    "bit": 10,
}  # fmt: skip
"""Percent that it stays open by."""


def left_open(text: str, turn: Turn) -> str:
    """The order to set that level; any other sentence as it is. ``text`` as ``text.sentence`` gives it."""
    if turn.asked or not turn.earlier or not all(call.tool in _COVERS for call in turn.earlier):
        return text
    match = _LEFT[turn.language].fullmatch(text.casefold())
    if match is None:
        return text
    if turn.language == "ja":
        return f"{match['level']}{match['verb']}"
    said, percent = match["part"] or match["part_too"], match["percent"] or match["percent_too"]
    share = int(percent) if percent else next(part for word, part in _SHARES.items() if said.endswith(word))
    return f"set {'it' if ' it ' in f' {text} ' else 'them'} to {share} percent"
