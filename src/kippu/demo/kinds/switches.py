"""Things that are on or off, locked or not, or only pressed; and values to set: number, select."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from kippu.demo.thing import Channel, Kind, Thing, one_of, put, switch_text, text, within

ON_OFF = Channel("state", "state_topic", "command_topic", switch_text, one_of("on", "off"))
PRESS = Channel("state", None, "command_topic", text)


def _stamp(thing: Thing, key: str, value: Any) -> None:
    # As Home Assistant has it: the state of a button or scene is when it was last used.
    thing.state = datetime.now(UTC).isoformat()


def _lock(thing: Thing, key: str, value: str) -> None:
    thing.state = {"lock": "locked", "unlock": "unlocked", "open": "open"}[value]


def _lock_channels(thing: Thing) -> Iterable[Channel]:
    return (Channel("state", "state_topic", "command_topic", str.upper, one_of("lock", "unlock", "open")),)


def _number_channels(thing: Thing) -> Iterable[Channel]:
    low, high = thing.attributes.get("min", 0), thing.attributes.get("max", 100)
    return (Channel("state", "state_topic", "command_topic", text, within(low, high)),)


def _number_extras(thing: Thing) -> Mapping[str, Any]:
    wanted = {"min": 0, "max": 100, "step": 1} | thing.attributes
    return {key: wanted[key] for key in ("min", "max", "step", "unit_of_measurement") if key in wanted}


def _select_channels(thing: Thing) -> Iterable[Channel]:
    def option(payload: str) -> str:
        if payload not in thing.attributes.get("options", ()):
            raise ValueError(payload)
        return payload

    return (Channel("state", "state_topic", "command_topic", text, option),)


KINDS: Mapping[str, Kind] = {
    "switch": Kind(lambda thing: (ON_OFF,), put),
    "input_boolean": Kind(lambda thing: (ON_OFF,), put),
    "siren": Kind(lambda thing: (ON_OFF,), put),
    "script": Kind(lambda thing: (ON_OFF,), put),
    "button": Kind(lambda thing: (PRESS,), _stamp),
    "scene": Kind(lambda thing: (PRESS,), _stamp, lambda thing: {"payload_on": "ON"}),
    "lock": Kind(_lock_channels, _lock),
    "number": Kind(_number_channels, put, _number_extras),
    "select": Kind(
        _select_channels, put, lambda thing: {"options": list(thing.attributes.get("options", ()))}
    ),
}
