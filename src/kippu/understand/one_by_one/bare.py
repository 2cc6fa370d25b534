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
_LEVELLED = (
    r"(?:heating|heater|radiators?|thermostat|temperature|ac|air con(?:ditioner|ditioning)?|volume"
    r"|brightness|lights?"
    r"|lamps?|fans?|blinds?|shutters?|shades|curtains|speakers?|music|tv)"
)
_AT_A_LEVEL = (
    rf"(?:(?:the|my|all) )*(?:(?!(?:me|to|and|turn|switch|remind|check|is|are|on"
    rf"|off)\b)[\w']+ ){{0,2}}?{_LEVELLED}"
    r"(?: (?:in|of|on) (?:the |my )?[\w']+(?: (?!at\b)[\w']+)?)? at \d{1,3}(?: ?(?:%|percent|degrees))?"
)
_AT_LEVELS = regex(
    rf"^(?:(?:please|can you|could you|i'd like|i want) )*(?:(?:set|put|have|keep) )?{_AT_A_LEVEL}"
    rf"(?:(?:,| and|, and) {_AT_A_LEVEL})+(?: please)?$",
    re.IGNORECASE,
)
_AT_NUMBER = regex(r" at (?=(\d+))", re.IGNORECASE)
_HOURS = 12


def _at_levels(text: str) -> str:
    """A row of things that each have a level, one of which at least is no hour, with "to" before every level:
    "the lights at 50 and the heating at 21"."""
    numbers = [int(found[1]) for found in _AT_NUMBER.finditer(text)]
    return (
        _AT_NUMBER.sub(" to ", text) if max(numbers, default=0) > _HOURS and _AT_LEVELS.match(text) else text
    )


def with_time(text: str) -> str:
    """ "set an alarm for 7" with a time that nobody takes for a number of things, "at 7", and "in 20" behind
    "in ten minutes" with its unit."""
    text = _at_levels(text)
    text = _NO_UNIT.sub(lambda match: f"{match[0]} {match['unit']}", text)
    text = _LEFT.sub(r"\1 at ", _MOVED.sub(_moved, text))
    return _ON_BY.sub(lambda match: f"{match[1] or match[2]} at ", _FOR.sub(r"\1 at ", text))


def _moved(match: re.Match[str]) -> str:
    return f"{match[1]} to {'at' if match['length'] is None else 'in'} "
