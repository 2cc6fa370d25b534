"""Questions about the home: which state of what is asked for, and in which way."""

from collections.abc import Mapping
from typing import Any

from kippu.regex import regex
from kippu.turn import Call
from kippu.understand.cues.aim import Aim, aim, name_arguments
from kippu.understand.cues.frame import Frame
from kippu.understand.cues.lexicon import Lexicon
from kippu.understand.cues.mentions import Index

_AT_REST = frozenset({"off", "closed", "locked"})
"""Whoever asks whether the lights are off wants to know of each; "are the lights on" is about any."""
_FEW = 4
_ORDER = ("how_many", "which", "any", "all", "where", "is", "one")
_OPENING = frozenset({"open", "closed", "opening", "closing"})
_STATES_OF: dict[str, frozenset[str]] = {
    "cover": _OPENING, "valve": _OPENING, "lock": frozenset({"locked", "unlocked"}),
    "media_player": frozenset({"playing", "paused", "on", "off"}),
    "vacuum": frozenset({"cleaning", "docked"}),
}  # fmt: skip
_SWITCHED = frozenset({"on", "off"})
_OTHER_TIME = regex(
    r"\b(?:was|were|been|will|yesterday|tomorrow|earlier|before|ago)\b|\bat \d|昨日|さっき|明日|[0-9]時"
)
"""Of which the state that something has now tells nothing."""
_LOCKED = {"open": "unlocked", "closed": "locked"}
"""What a door that has a lock and no sensor can be said to be."""
_SET_TO = regex(r"\bset (?:to|at|for|on)\b|\b(?:target|set ?point|setting)\b|設定")
"""What a thermostat shall reach, and not how warm it is."""
_MEASURED = {
    "temperature": "temperature",
    "humidity": "humidity",
    "battery": "battery",
    "brightness": "illuminance",
}


def ask(
    frame: Frame, index: Index, lexicon: Lexicon, here: str | None, spoken_of: Mapping[str, str]
) -> tuple[Call, tuple[str, ...]] | None:
    """The question as a call, with the words that stay unexplained; None when it is not about the home.

    ``spoken_of``: the target that "it" means.
    """
    way = next((way for way in _ORDER if frame.has("ask", way)), None)
    if way is None:
        return None
    targets = aim(frame, index, None, here)
    target = max(targets.aims, key=lambda aimed: len(str(aimed.arguments.get("name", ""))), default=None)
    if target is None and spoken_of:
        target = Aim(dict(spoken_of))
    if target is not None and target.rivals:
        target = _only_sensors(target, frame)
    sensed = _sensed(frame, index, lexicon, target, way)
    if sensed:
        return sensed, targets.leftover
    measured = _measured(frame, target, here)
    if measured:
        return measured, targets.leftover
    state = _state(frame, target)
    if target is None and state == "playing":
        return Call(
            "home.state", {"domain": "media_player", "state": state, "ask": "which"}
        ), targets.leftover
    if target is None or (state is None and "name" not in target.arguments):
        return None
    if state is None and way not in {"one", "where"}:
        return None
    arguments: dict[str, Any] = {**target.arguments}
    if state in {"locked", "unlocked"} and "name" not in arguments:
        arguments |= {"domain": "lock"}
        arguments.pop("device_class", None)
    if state:
        arguments["state"] = state
    if way == "is" and "name" not in arguments:
        way = "all" if state in _AT_REST else "any"
    arguments["ask"] = "is" if way == "one" and state else way
    return Call("home.state", arguments), targets.leftover


def ask_each(frame: Frame, index: Index, here: str | None) -> tuple[tuple[Call, ...], tuple[str, ...]] | None:
    """Whether each of a few things is so that the words fit: "is the lamp on" where there are two."""
    targets = aim(frame, index, None, here)
    rivals = targets.aims[0].rivals if len(targets.aims) == 1 else ()
    way = next((way for way in _ORDER if frame.has("ask", way)), None)
    state = _state(frame, Aim({}, rivals)) if rivals and way == "is" else None
    kinds = {thing.domain for thing in rivals}
    if state is None or len(rivals) > _FEW or len(kinds) > 1 or _OTHER_TIME.search(frame.text):
        return None
    if not all(state in _STATES_OF.get(kind, _SWITCHED) for kind in kinds):
        return None
    calls = (
        Call("home.state", {**name_arguments(thing, index), "state": state, "ask": "is"}) for thing in rivals
    )
    return tuple(calls), targets.leftover


def _state(frame: Frame, target: Aim | None) -> str | None:
    """The state that is asked about."""
    said = frame.by_group.get("states", [])
    if {"on", "off"} & set(said):
        said = [state for state in said if state != "heating"]  # "is the heating off": a noun there
    state = next((state for state in said if _can_be(target, state)), None)
    if state is None and target is not None and target.domains == {"lock"}:
        return next((_LOCKED[one] for one in said if one in _LOCKED), None)
    return state


def _can_be(target: Aim | None, state: str) -> bool:
    if target is None:
        return True
    known = [_STATES_OF[domain] for domain in target.domains if domain in _STATES_OF]
    return not known or any(state in states for states in known) or "lock" in str(target.arguments)


def _only_sensors(target: Aim, frame: Frame) -> Aim | None:
    """Of several things that fit, the sensor of what is asked for."""
    wanted = {_MEASURED.get(value) for value in frame.by_group.get("properties", [])}
    fitting = [thing for thing in target.rivals if thing.device_class in wanted]
    if len(fitting) == 1:
        return Aim({"name": fitting[0].name}, (fitting[0],))
    return Aim({"name": target.arguments["name"]}, target.rivals) if "name" in target.arguments else None


def _sensed(frame: Frame, index: Index, lexicon: Lexicon, target: Aim | None, way: str) -> Call | None:
    """What a binary sensor senses: "is there motion in the garage", "is the pet door open"."""
    things = target.things if target else ()
    binary = [thing for thing in things if thing.domain == "binary_sensor"]
    classes = [thing.device_class for thing in binary if thing.device_class] or list(lexicon.sensed)
    if things and not binary:
        return None
    for state in ("off", "on"):
        for device_class in classes:
            words = lexicon.sensed.get(device_class, {})
            if state not in words or not words[state].search(frame.text):
                continue
            if not binary and not ("noun" in words and words["noun"].search(frame.text)):
                continue
            if not any(
                t.domain == "binary_sensor" and t.device_class == device_class for t in index.names.things
            ):
                continue
            place = dict(target.arguments) if target else {}
            for key in () if binary else ("domain", "device_class", "name"):
                place.pop(key, None)
            arguments = {**place, "domain": "binary_sensor", "device_class": device_class, "state": state}
            if way == "is" and "name" not in place:
                way = "all" if state == "off" else "any"
            return Call("home.state", {**arguments, "ask": way})
    return None


def _measured(frame: Frame, target: Aim | None, here: str | None) -> Call | None:
    """What a sensor or thermostat measures."""
    asked = frame.first("properties")
    if asked is None:
        return None
    things = target.things if target else ()
    if frame.has("states", "on", "off") and target and target.domains == {"climate"}:
        return None  # whether the heating runs, not how warm it is
    arguments: dict[str, Any] = dict(target.arguments) if target else {}
    if "name" in arguments:
        if any(thing.domain == "climate" for thing in things) and asked == "temperature":
            if _SET_TO.search(frame.text):
                return Call("home.state", {"name": arguments["name"], "ask": "one"})
            return Call("home.temperature", {"name": arguments["name"]})
        property_ = {} if any(thing.domain == "sensor" for thing in things) else {"property": asked}
        return Call("home.state", {**arguments, **property_, "ask": "one"})
    place: dict[str, Any] = {key: arguments[key] for key in ("area", "floor") if key in arguments}
    if asked == "temperature":
        return Call("home.temperature", place or ({"area": here} if here else {}))
    if asked in _MEASURED and (place or asked == "humidity"):
        return Call(
            "home.state", {**place, "domain": "sensor", "device_class": _MEASURED[asked], "ask": "one"}
        )
    return None
