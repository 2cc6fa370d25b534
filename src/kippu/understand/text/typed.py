"""Times of day that are typed without their colon: "alarm 730 tomorrow", "wake me at 0645", "remind me at
1530". Three or four figures are a time where something rings, or beside a day; a level or a price is none.

Knows spellings; knows no tool.
"""

import re

from kippu.regex import regex

_DAY = r"(?:today|tonight|tomorrow|(?:on |next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?)"
_FIGURES = r"(?P<hour>0?\d|1\d|2[0-3])(?P<minute>[0-5]\d)"
_BESIDE = (
    rf"(?: ?[ap]\.?m\b| {_DAY}\b| (?:in the|this) (?:morning|afternoon|evening)\b| (?:every|each|on) \w)"
)
_ENDS = rf"(?=$|[,.!?;]|{_BESIDE}| (?:and|to|for|please|instead|then|so|called|named|thanks)\b)"
_RINGS = regex(
    r"(?P<lead>\b(?:alarms?|(?:wake|get) (?:me|us)(?: up)?|(?:get|be|wake|getting|waking) up)"
    rf"(?: clock)?(?: {_DAY})?(?: (?:for|at|by|to|on|of|from))?(?: {_DAY})?(?: (?:for|at|by))? )"
    rf"{_FIGURES}{_ENDS}",
    re.IGNORECASE,
)
"""What rings is set for nothing but a time."""
_APART = regex(
    r"(?P<lead>\b(?:alarm|(?:wake|get) (?:me|us)(?: up)?|(?:be|wake|get) up)(?: (?:for|at|by))? )"
    rf"(?P<hour>1[0-2]|[1-9]) (?P<minute>[0-5]\d){_ENDS}",
    re.IGNORECASE,
)
"""The same in two: "alarm for 7 30"."""
_BESIDE_A_DAY = regex(
    rf"(?P<lead>\b(?:at|by) ){_FIGURES}(?={_BESIDE})|(?P<day>\b{_DAY} (?:at|by) )"
    r"(?P<hour2>0?\d|1\d|2[0-3])(?P<minute2>[0-5]\d)(?=$|[,.!?;]| (?:and|to|for|please)\b)",
    re.IGNORECASE,
)
_TO_BE_DONE = regex(
    r"(?:(?:please|and|ok|can you|could you)[, ]+)*(?:remind|turn|switch|open|close|shut|lock|start|stop"
    r"|schedule|book)\b(?!.*\b(?:kelvin|rpm|percent|degrees|dollars|euros|pounds|brightness)\b)",
    re.IGNORECASE,
)
_ON_24_HOURS = regex(
    r"(?P<lead>\b(?:at|by) )(?P<hour>0\d|1\d|2[0-3])(?P<minute>[0-5]\d)"
    r"(?=$|[,.!?;]| (?:and|to|for|about|please|that|then)\b)",
    re.IGNORECASE,
)


_ITS = regex(r"\b(when|if|once|now|because) its(?= (?:\d|noon|midday|midnight|half|quarter))", re.IGNORECASE)


def with_colons(text: str) -> str:
    """The sentence with such times as they are written."""
    text = _ITS.sub(r"\1 it's", text)
    for pattern in (_RINGS, _APART, _BESIDE_A_DAY):
        text = pattern.sub(_colon, text)
    return _ON_24_HOURS.sub(_colon, text) if _TO_BE_DONE.match(text) else text


def _colon(match: re.Match[str]) -> str:
    said = match.groupdict()
    lead = said["lead"] or said.get("day") or ""
    hour, minute = said["hour"] or said["hour2"], said["minute"] or said["minute2"]
    return f"{lead}{hour}:{minute}"
