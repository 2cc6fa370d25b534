"""A sensor that "went off" noticed something: it is not asked whether it is off."""

import re
from dataclasses import replace

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Meaning
from kippu.understand.fitting import things_of

_WENT_OFF = regex(r"\b(?:go(?:es|ne|ing)?|went) off\b", re.IGNORECASE)
_SENSORS = frozenset({"binary_sensor", "alarm_control_panel", "siren"})


def went_off(meaning: Meaning, text: str, names: Names) -> Meaning:
    """The same, of a sensor with the question whether it notices something."""
    if not _WENT_OFF.search(text) or not any(_is_off(call, names) for call in meaning.calls):
        return meaning
    calls = (
        replace(call, arguments={**call.arguments, "state": "on"}) if _is_off(call, names) else call
        for call in meaning.calls
    )
    return replace(meaning, calls=tuple(calls))


def _is_off(call: Call, names: Names) -> bool:
    if call.tool != "home.state" or call.arguments.get("state") != "off":
        return False
    kinds = {thing.domain for thing in things_of(call, names)}
    return bool(kinds) and kinds <= _SENSORS
