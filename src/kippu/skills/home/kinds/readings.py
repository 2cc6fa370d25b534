"""Things that only tell: sensors, binary sensors, weather, where people are, events."""

from collections.abc import Mapping
from typing import Any

from kippu.skills.home.entity import Entity
from kippu.skills.home.kinds.kind import (
    Config,
    Kind,
    Reading,
    Unreadable,
    among,
    as_number,
    as_object,
    as_text,
    on_off,
    word,
)


def _copied(*keys: str) -> Any:
    def at_first(config: Config) -> Mapping[str, Any]:
        return {key: config[key] for key in keys if key in config}

    return at_first


def _sensor(entity: Entity, value: Any) -> Mapping[str, Any]:
    known, config = word("state")(entity, value), entity.config
    if "unit_of_measurement" in config or "state_class" in config:
        as_number(value)
    if known["state"] is not None and config.get("options") and known["state"] not in config["options"]:
        raise Unreadable(value)
    return known


def _place(entity: Entity, value: Any) -> Mapping[str, Any]:
    config = entity.config
    words = {
        str(config.get("payload_home", "home")): "home",
        str(config.get("payload_not_home", "not_home")): "not_home",
    }
    # Any other payload is the name of a zone.
    return {"state": words.get(as_text(value), as_text(value))}


def _weather(entity: Entity, value: Any) -> Mapping[str, Any]:
    told = as_object(value)
    return {**told, "state": as_text(told.get("state"))}


def _event(entity: Entity, value: Any) -> Mapping[str, Any]:
    told = as_object(value)
    return {**told, "state": as_text(told.get("event_type"))}


def _update(entity: Entity, value: Any) -> Mapping[str, Any]:
    try:
        told = as_object(value)
    except ValueError:
        told = {"installed_version": value}
    newer = told.get("latest_version") not in (None, told.get("installed_version"))
    return {**told, "state": among({"True": "on", "False": "off"}, newer)}


def _told(read: Any) -> tuple[Reading, ...]:
    return (Reading("state_topic", ("value_template",), read),)


KINDS: Mapping[str, Kind] = {
    "sensor": Kind(_told(_sensor), at_first=_copied("unit_of_measurement", "state_class", "options")),
    "binary_sensor": Kind(_told(on_off)),
    "device_tracker": Kind(_told(_place)),
    "person": Kind(_told(_place)),
    "event": Kind(_told(_event)),
    "update": Kind(_told(_update)),
    "weather": Kind(_told(_weather)),
}
