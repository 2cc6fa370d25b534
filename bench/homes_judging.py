"""What it means for a home to be as expected; ``bench/homes/actions.yaml`` says why."""

import math
import re
from collections.abc import Callable, Mapping
from typing import Any

State = Mapping[str, Any]
Judge = Callable[[str, State, State], bool]

_WORDS = (
    (r"three quarters", 75),
    (r"\bhalf|halfway", 50),
    (r"\bquarter", 25),
    (r"fully closed|close .* fully|fully close", 0),
    (r"\bfull|\bmax|highest|all the way up|brightest", 100),
)
_LOWEST = re.compile(r"\bmin|lowest|dimmest")
_MORE = re.compile(r"bright|loud|warm|hot|up\b|increase|raise|more|higher|turn up|heat")
_LESS = re.compile(r"dim|dark|quiet|soft|cool|cold|down\b|decrease|lower|reduce|less")
_BY = re.compile(r"brighter|dimmer|darker|louder|quieter|softer|warmer|cooler")
"""Words that make a percent a way to go, not a place: "50 percent brighter"."""
_LOW_LIGHT = 10


def said_percent(sentence: str) -> float | None:
    """The percent that a sentence says, in figures or words."""
    if _BY.search(sentence.lower()):
        return None
    # "Kids Room 1 Light to 50%": the figure that is a percent, otherwise the last one.
    if figures := re.findall(r"(\d+)\s*(?:%|percent)", sentence) or re.findall(r"\d+", sentence):
        return float(figures[-1])
    return next((float(value) for pattern, value in _WORDS if re.search(pattern, sentence.lower())), None)


def went(sentence: str, before: float, after: float) -> bool:
    """True if it went the way that the sentence says."""
    if _LESS.search(sentence.lower()):
        return after < before
    return after > before if _MORE.search(sentence.lower()) else after != before


def _attribute(state: State, key: str, whole: float) -> float:
    return float(state["attributes"].get(key) or 0) * 100 / whole


def _brightness(sentence: str, before: State, after: State) -> bool:
    was, now = _attribute(before, "brightness", 255), _attribute(after, "brightness", 255)
    wanted = said_percent(sentence)
    if wanted == 0:
        return bool(after["state"] == "off")
    if after["state"] != "on":
        return False
    if wanted is not None:
        return abs(now - wanted) <= 1
    return 0 < now <= _LOW_LIGHT if _LOWEST.search(sentence.lower()) else went(sentence, was, now)


def _volume(sentence: str, before: State, after: State) -> bool:
    was, now = _attribute(before, "volume_level", 1), _attribute(after, "volume_level", 1)
    wanted = said_percent(sentence)
    return abs(now - wanted) <= 1 if wanted is not None else went(sentence, was, now)


def _temperature(sentence: str, before: State, after: State) -> bool:
    was, now = float(before["attributes"]["temperature"]), float(after["attributes"]["temperature"])
    figures = re.search(r"\d+(\.\d+)?", sentence)
    if not figures:
        return went(sentence, was, now)
    wanted = float(figures[0])
    in_fahrenheit = wanted > 45  # nobody heats a room to 46 °C
    if in_fahrenheit and after["attributes"]["temperature_unit"] == "°C":
        wanted = (wanted - 32) * 5 / 9
    elif not in_fahrenheit and after["attributes"]["temperature_unit"] == "°F":
        wanted = wanted * 9 / 5 + 32
    return abs(now - wanted) <= 0.5


def _position(sentence: str, before: State, after: State) -> bool:
    wanted = said_percent(sentence)
    now = _attribute(after, "current_position", 100)
    if wanted is None:
        return 0 < now < 100  # partially
    if "position" in sentence.lower() and "clos" in sentence.lower() and "fully" in sentence.lower():
        wanted = 0
    return abs(now - wanted) <= 1


def _open(sentence: str, before: State, after: State) -> bool:
    wanted = said_percent(sentence)
    now = after["attributes"].get("current_position")
    return after["state"] == "open" and (now is None or abs(now - (100 if wanted is None else wanted)) <= 1)


def _track(step: int) -> Judge:
    def judge(sentence: str, before: State, after: State) -> bool:
        return bool(
            after["attributes"].get("media_track") == before["attributes"].get("media_track", 1) + step
        )

    return judge


def _is(*states: str) -> Judge:
    return lambda sentence, before, after: after["state"] in states


JUDGES: Mapping[str, Judge] = {
    "is_on": lambda sentence, before, after: after["state"] not in ("off", "unknown"),
    "is_off": _is("off"),
    "brightness": _brightness,
    "temperature": _temperature,
    "volume": _volume,
    "position": _position,
    "paused": lambda sentence, before, after: (
        after["state"] == "paused" or (after["state"] == "idle" and "stop" in sentence.lower())
    ),
    "playing": _is("playing"),
    "next": _track(1),
    "previous": _track(-1),
    "open": _open,
    "closed": _is("closed"),
    "cleaning": _is("cleaning"),
    "docked": _is("docked", "returning"),
    "locked": _is("locked"),
    "unlocked": _is("unlocked", "open"),
}

_NEAR = {
    "brightness": 3.0,
    "volume_level": 0.011,
    "temperature": 0.5,
    "current_position": 1.0,
    "percentage": 1.0,
}
"""How far a number may be from the expected one: devices round."""
_STAMPED = ("button", "scene")
"""Their state is when they were last used."""


def compare(
    before: Mapping[str, State],
    after: Mapping[str, State],
    expect: Mapping[str, Any],
    ignore: Mapping[str, list[str]],
) -> bool:
    """True if the home is as it was, but for the expected changes and what is ignored."""
    for id_, now in after.items():
        change = expect.get(id_, {})
        ignored = set(ignore.get(id_) or ())
        was = before[id_]
        wanted_state = change.get("state", was["state"])
        if "state" not in ignored and not _same_state(
            id_, str(wanted_state), str(now["state"]), bool(change)
        ):
            return False
        if now["state"] == "off" and id_.startswith("light."):
            # A light that is off has no brightness or colour in Home Assistant.
            ignored |= {"brightness", "color_mode"}
        wanted = {**was["attributes"], **(change.get("attributes") or {})}
        for key in set(wanted) | set(now["attributes"]):
            if key not in ignored and not _same(key, wanted.get(key), now["attributes"].get(key)):
                return False
    return True


def _same_state(id_: str, wanted: str, now: str, expected: bool) -> bool:
    if expected and id_.partition(".")[0] in _STAMPED:
        return True
    return wanted.casefold() == now.casefold() or _same("state", wanted, now)


def _same(key: str, wanted: Any, now: Any) -> bool:
    if wanted == now:
        return True
    if isinstance(wanted, list) and isinstance(now, list):
        return len(wanted) == len(now) and all(_same(key, *pair) for pair in zip(wanted, now, strict=True))
    try:
        return math.isclose(float(wanted), float(now), abs_tol=_NEAR.get(key, 0.01))
    except (TypeError, ValueError):
        return str(wanted).casefold() == str(now).casefold()
