"""Whether it is warmer or colder than so many degrees: "is it above 25 in the bedroom", 「寝室は25度以上？」.

Knows the words of comparing; where it is asked of is read as of any question how warm it is.
"""

import re

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.reading.command import command
from kippu.understand.reading.said import Said

_SURE = 0.97
_LEAST, _MOST = 5, 45
"""Degrees that are asked of a home without saying so; "is it over 9000" is of something else."""
_COMPARED: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:is|are) (?:it|(?P<what>.+?))(?: (?:currently|now|already|still))? "
        r"(?:(?P<above>(?:warmer|hotter|higher|more) than|over|above)"
        r"|(?P<below>(?:colder|cooler|chillier|lower|less) than|under|below)"
        r"|(?P<at_least>at least)|(?P<at_most>at most)) "
        r"(?P<degrees>-?\d+(?:\.\d+)?)(?P<unit> ?°| degrees?)?"
        r"(?P<where> (?:(?:in|on|at) .+|upstairs|downstairs))?",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"(?P<what>[^、。]*?)(?:が|は|って)?、?(?:今|いま)?(?P<degrees>-?\d+(?:\.\d+)?)(?P<unit>度|°C?|℃)"
        r"(?:(?P<at_least>以上)|(?P<at_most>以下)"
        r"|(?P<above>より(?:も)?(?:高い|上|暑い|暖かい|あたたかい)|を?(?:超え|越え|こえ)て(?:い)?(?:る|ます))"
        r"|(?P<below>未満|より(?:も)?(?:低い|下|寒い|涼しい)|を?(?:下回って|切って|きって)(?:い)?(?:る|ます)))"
        r"(?:です|ある|あります|なの)?(?:か|かな)?"
    ),
}
_WAYS = ("above", "below", "at_least", "at_most")
_WARMTH = regex(
    r"(?:the |room )*temperature(?: (?P<where>(?:in|on|at) .+))?|(?:今の)?(?:温度|室温|気温)", re.IGNORECASE
)


_TWO_JA = regex(
    r"(?P<where>[^、。]{1,10}?)(?:の(?:ほう|方))?(?:と比べて|と比べると|に比べて|と|より(?:も)?)、?(?:どっち|どちら)?の?(?:ほう|方)?(?:が|は)?"
    r"(?:暑|寒|暖か|温か|あたたか|涼し|高|低|乾い|湿)(?:い|くない|てる)?(?:です|の)?(?:か|かな)*"
)
_MEASURED = frozenset({"temperature", "humidity"})


def _of_another_room(said: Said) -> Meaning | None:
    """「リビングと比べてどっちが暑い？」 behind how warm a room is: both are told again, side by side."""
    match = _TWO_JA.fullmatch(said.text) if said.language == "ja" else None
    last = said.turn.earlier[-1] if said.turn.earlier else None
    if match is None or last is None or "area" not in last.arguments or "compare" in last.arguments:
        return None
    if last.tool != "home.temperature" and last.arguments.get("property") not in _MEASURED:
        return None
    frame = said.apart(match["where"])
    rooms = [room.name for mention in frame.mentions for room in mention.rooms]
    if len(rooms) != 1 or frame.leftover or rooms[0] == last.arguments["area"]:
        return None
    return Meaning("cues", _SURE, (last, Call(last.tool, {**last.arguments, "area": rooms[0]})))


_WHICH: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:so|and|ok|okay)[, ]+)*(?:which|what)(?: (?:one|room|of (?:them|those"
        r"|the two)))?(?:'s| is| of them is)"
        r" (?:the )?(?:warm|hott?|cold|cool|humid|dr[yi]|chilli?)(?:er|est|e|ier|iest)?(?: one"
        r"| room)?(?: now)?",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"(?:じゃあ|で|、)*(?:どっち|どちら)(?:の(?:ほう|方|部屋))?(?:が|は)?"
        r"(?:暑|寒|暖か|温か|あたたか|あったか|涼し|高|低|乾い|湿)(?:い|くない|てる)?(?:です"
        r"|の)?(?:か|かな)*"
    ),
}


def _of_the_two(said: Said) -> Meaning | None:
    """ "Which one is warmer?" behind two rooms: both are told again, side by side."""
    turn = said.turn
    if not turn.earlier or not turn.before or not _WHICH[said.language].fullmatch(said.text):
        return None
    if len(turn.earlier) != 1 or len(turn.before[0]) != 1:
        return None
    last, first = turn.earlier[0], turn.before[0][0]
    measured = last.tool == "home.temperature" or last.arguments.get("property") in _MEASURED
    alike = measured and first.tool == last.tool and "compare" not in last.arguments
    rooms = {str(call.arguments.get("area", "")) for call in (first, last)}
    return Meaning("cues", _SURE, (first, last)) if alike and len(rooms - {""}) == 2 else None


def compared(said: Said) -> Meaning | None:
    """The question as a call; None where it compares no temperature."""
    if both := _of_another_room(said) or _of_the_two(said):
        return both
    match = _COMPARED[said.language].fullmatch(said.text)
    if match is None:
        return None
    told = command(said, _how_warm(match) if said.language == "en" else _how_warm_ja(match["what"]))
    if told is None or len(told.calls) != 1 or told.calls[0].tool != "home.temperature":
        return None
    warmth = _WARMTH.fullmatch(match["what"]) if match["what"] else None
    placed = (match["what"] and not warmth) or (warmth and warmth["where"]) or match.groupdict().get("where")
    if placed and not told.calls[0].arguments:  # of no place here: "is my brother at least 20", "in tokyo"
        return None
    degrees = float(match["degrees"])
    if not placed and not warmth and not match["unit"] and not _LEAST <= degrees <= _MOST:
        return None
    way = next(each for each in _WAYS if match[each])
    arguments = {**told.calls[0].arguments, "compare": way, "than": degrees}
    return Meaning("cues", _SURE, (Call("home.temperature", arguments),))


def _how_warm(match: re.Match[str]) -> str:
    what, where = match["what"], (match["where"] or "").strip()
    warmth = _WARMTH.fullmatch(what) if what else None
    if warmth:
        where = where or warmth["where"] or ""
    elif what:
        where = f"in {what}"
    return f"what is the temperature {where}".strip()


def _how_warm_ja(what: str) -> str:
    bare = re.sub(r"(?:の)?(?:温度|室温|気温)$", "", what)
    return f"{bare}は何度" if bare else "室温は何度"
