"""Robots that work and go home: vacuum and lawn mower."""

from collections.abc import Mapping
from typing import Any, Literal

from kippu.skills.home.entity import Entity
from kippu.skills.home.kinds.kind import (
    Kind,
    Message,
    Reading,
    Unreadable,
    among,
    as_object,
    message,
)

Work = Literal["start", "pause", "stop", "dock"]
WORKING = ("cleaning", "mowing")
STILL = ("docked", "paused")
_VACUUM_STATES = ("cleaning", "docked", "paused", "idle", "returning", "error")
_MOWER_STATES = ("mowing", "paused", "docked", "returning", "error")
_VACUUM_PAYLOADS = {
    "start": ("payload_start", "start"),
    "pause": ("payload_pause", "pause"),
    "stop": ("payload_stop", "stop"),
    "dock": ("payload_return_to_base", "return_to_base"),
}
_MOWER_TOPICS = {
    "start": ("start_mowing_command_topic", "start_mowing_command_template", "start_mowing"),
    "pause": ("pause_command_topic", "pause_command_template", "pause"),
    "stop": ("pause_command_topic", "pause_command_template", "pause"),
    "dock": ("dock_command_topic", "dock_command_template", "dock"),
}
_AFTERWARDS = {
    "start": WORKING,
    "pause": ("paused", "idle", "docked"),
    "stop": ("idle", "paused", "docked"),
    "dock": ("returning", "docked"),
}


def work(entity: Entity, what: Work) -> list[Message]:
    """Start, pause, stop or go home."""
    if entity.thing.domain == "lawn_mower":
        topic, template, payload = _MOWER_TOPICS[what]
        return [message(entity, topic, template, payload)]
    key, default = _VACUUM_PAYLOADS[what]
    return [message(entity, "command_topic", "command_template", entity.config.get(key, default))]


def works(entity: Entity, what: Work) -> bool:
    """True if it says that it does so."""
    return entity.state in _AFTERWARDS[what]


def clean(entity: Entity, area: str) -> list[Message]:
    """Clean one room; raises Unable if it has no way to be told where."""
    return [message(entity, "send_command_topic", "send_command_template", area)]


def _vacuum(entity: Entity, value: Any) -> Mapping[str, Any]:
    told = as_object(value)
    if "state" not in told:
        raise Unreadable(value)
    known = {key: told[key] for key in ("battery_level", "fan_speed") if told.get(key) is not None}
    return {**known, "state": among({state: state for state in _VACUUM_STATES}, told["state"])}


def _mower(entity: Entity, value: Any) -> Mapping[str, Any]:
    return {"state": among({state: state for state in _MOWER_STATES}, value)}


KINDS: Mapping[str, Kind] = {
    "vacuum": Kind(
        (Reading("state_topic", ("value_template",), _vacuum),),
        at_first=lambda config: (
            {"fan_speed_list": config["fan_speed_list"]} if "fan_speed_list" in config else {}
        ),
    ),
    "lawn_mower": Kind((Reading("activity_state_topic", ("activity_value_template",), _mower),)),
}
