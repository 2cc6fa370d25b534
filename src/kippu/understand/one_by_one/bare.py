"""Bare numbers of a sentence with the word that says what they are: a time of the clock, a length.

Knows words; knows no tool.
"""

import re

from kippu.regex import regex

_FOR = regex(
    r"\b(alarms?|wake-?up call) for "
    r"(?=\d{1,2}(?:,? (?:and|please|on|every|each|tomorrow|today|tonight|in the)\b|$))",
    re.IGNORECASE,
)
"""Of an alarm a bare number is a time of day."""
_HOUR = (
    r"(?=(?:\d{1,2}(?::\d\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?: ?[ap]\.?m\.?)?$)"
)
_ON_BY = regex(
    rf"\b((?:heating|heater|boiler|oven|kettle|hot water) on) for {_HOUR}|\b(on|off) by {_HOUR}",
    re.IGNORECASE,
)
"""And so it is of what shall be on or off by then: "the heating on for six", "the lamp off by ten"."""
_MOVED = regex(
    r"^((?:please |can you |could you )?(?:move|change|shift|push(?: back)?|reschedule|delay|postpone) "
    r"(?:the |my |that )?(?:.+ )?reminder(?: .+)?) to "
    r"(?:(?P<length>(?=(?:\d+|an?|half an) (?:hours?|minutes?|mins?)$))|(?=\d{1,2}(?::\d\d)?$))",
    re.IGNORECASE,
)
"""A reminder that is moved to a length rings after it: "move my reminder to 30 minutes"."""
_LEFT = regex(
    r"^(how (?:long|much (?:more )?time|many (?:more )?(?:minutes|hours))\b.* (?:until|till|til|before)) "
    r"(?=\d{1,2}$)",
    re.IGNORECASE,
)
_NO_UNIT = regex(
    r"\bin \d+ (?P<unit>hours?|minutes?|mins?|seconds?|secs?)\b.*?"
    r"(?:\band|\bthen|,) (?:then )?(?:again )?in \d+"
    r"(?! ?(?:\d|%|percent\b|hours?\b|minutes?\b|mins?\b|seconds?\b|secs?\b|[\w-]+s\b))(?=,? )",
    re.IGNORECASE,
)


def with_time(text: str) -> str:
    """ "set an alarm for 7" with a time that nobody takes for a number of things, "at 7", and "in 20" behind
    "in ten minutes" with its unit."""
    text = _NO_UNIT.sub(lambda match: f"{match[0]} {match['unit']}", text)
    text = _LEFT.sub(r"\1 at ", _MOVED.sub(_moved, text))
    return _ON_BY.sub(lambda match: f"{match[1] or match[2]} at ", _FOR.sub(r"\1 at ", text))


def _moved(match: re.Match[str]) -> str:
    return f"{match[1]} to {'at' if match['length'] is None else 'in'} "
