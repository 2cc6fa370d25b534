"""On or off, locked or not, only pressed; and values to set: number, select, text."""

from collections.abc import Mapping
from typing import Any

from kippu.skills.home.entity import Entity
from kippu.skills.home.kinds.kind import (
    Config,
    Kind,
    Message,
    Reading,
    Unable,
    among,
    bound,
    message,
    number,
    on_off,
    plain,
    word,
)

PRESSED = ("button", "scene", "script")
"""Domains that are set off and have no off."""


def turn(entity: Entity, on: bool) -> list[Message]:
    """Switch on or off."""
    payload = entity.config.get("payload_on", "ON") if on else entity.config.get("payload_off", "OFF")
    return [message(entity, "command_topic", "command_template", payload)]


def press(entity: Entity) -> list[Message]:
    """Set off a button, scene or script."""
    payload = entity.config.get("payload_press", "PRESS")
    if entity.thing.domain != "button":
        payload = entity.config.get("payload_on", "ON")
    return [message(entity, "command_topic", "command_template", payload)]


def lock(entity: Entity, locked: bool) -> list[Message]:
    """Lock or unlock."""
    key, default = ("payload_lock", "LOCK") if locked else ("payload_unlock", "UNLOCK")
    return [message(entity, "command_topic", "command_template", entity.config.get(key, default))]


def set_value(entity: Entity, value: float) -> list[Message]:
    """Set a number; raises Unable, with its range, outside of that."""
    low, high = entity.attributes["min"], entity.attributes["max"]
    if not low <= value <= high:
        raise Unable(value, f"can be set from {low} to {high}", f"に設定できるのは{low}〜{high}です")
    return [message(entity, "command_topic", "command_template", plain(value))]


def select(entity: Entity, option: str) -> list[Message]:
    """Choose one of its options."""
    return [message(entity, "command_topic", "command_template", option)]


def _lock_state(entity: Entity, value: Any) -> Mapping[str, Any]:
    states = ("locked", "unlocked", "locking", "unlocking", "jammed", "open", "opening")
    words = {str(entity.config.get(f"state_{state}", state.upper())): state for state in states}
    return {"state": among({**{state: state for state in states}, **words}, value)}


def _range(config: Config) -> Mapping[str, Any]:
    unit = {key: config[key] for key in ("unit_of_measurement",) if key in config}
    return {
        "min": bound(config, "min", 1),
        "max": bound(config, "max", 100),
        "step": config.get("step", 1),
        **unit,
    }


def _switch_state(entity: Entity, value: Any) -> Mapping[str, Any]:
    return on_off(entity, value)


_STATE = (Reading("state_topic", ("value_template",), _switch_state),)
_VALUE = (Reading("state_topic", ("value_template",), word("state")),)
_PRESS = Kind(())

KINDS: Mapping[str, Kind] = {
    "switch": Kind(_STATE),
    "siren": Kind((Reading("state_topic", ("state_value_template",), _switch_state),)),
    "script": Kind(_STATE),
    "button": _PRESS,
    "scene": _PRESS,
    "lock": Kind((Reading("state_topic", ("value_template",), _lock_state),)),
    "number": Kind((Reading("state_topic", ("value_template",), number("state")),), at_first=_range),
    "select": Kind(_VALUE, lambda config: ("modes",), lambda config: {"options": config.get("options", [])}),
    "text": Kind(_VALUE),
}
