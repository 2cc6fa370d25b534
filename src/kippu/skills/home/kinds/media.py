"""Media players: an extension of discovery, for Home Assistant's MQTT has none (see docs/home.md).

State is one JSON object; commands are JSON objects on the command topic.
"""

from collections.abc import Mapping
from typing import Any

from kippu.skills.home.entity import Entity
from kippu.skills.home.kinds.kind import (
    Kind,
    Message,
    Reading,
    Unreadable,
    among,
    as_json,
    as_number,
    as_object,
    as_text,
    message,
)

_STATES = ("playing", "paused", "idle", "on", "off", "standby", "buffering")
_AFTERWARDS = {"play": ("playing", "buffering"), "pause": ("paused",), "stop": ("idle", "off", "on")}


def command(entity: Entity, what: str) -> list[Message]:
    """Play, pause, stop, next, previous, turn_on, turn_off."""
    return [_send(entity, {"command": what})]


def turn(entity: Entity, on: bool) -> list[Message]:
    """Switch on or off."""
    return command(entity, "turn_on" if on else "turn_off")


def set_volume(entity: Entity, percent: int) -> list[Message]:
    """0 to 100."""
    return [_send(entity, {"volume_level": percent / 100})]


def mute(entity: Entity, muted: bool) -> list[Message]:
    """Silence it, or let it sound again."""
    return [_send(entity, {"is_volume_muted": muted})]


def play(entity: Entity, query: str, media_class: str | None) -> list[Message]:
    """Play what is found by these words."""
    wish = {"query": query, "media_class": media_class}
    return [_send(entity, {"play": {key: value for key, value in wish.items() if value}})]


def plays(entity: Entity, what: str) -> bool:
    """True if it says that it does so."""
    return entity.state in _AFTERWARDS[what]


def volume(entity: Entity) -> int | None:
    """Percent, as far as it says."""
    level = entity.attributes.get("volume_level")
    return None if level is None else round(float(level) * 100)


def _send(entity: Entity, wish: Mapping[str, Any]) -> Message:
    return message(entity, "command_topic", "command_template", as_json(wish))


def _read(entity: Entity, value: Any) -> Mapping[str, Any]:
    told = as_object(value)
    if "state" not in told:
        raise Unreadable(value)
    known = {**told, "state": among({state: state for state in _STATES}, told["state"])}
    if "volume_level" in told:
        known["volume_level"] = as_number(told["volume_level"])
    if told.get("media_title") is not None:
        known["media_title"] = as_text(told["media_title"])
    return known


KINDS: Mapping[str, Kind] = {
    "media_player": Kind((Reading("state_topic", ("value_template",), _read),), lambda config: ("volume",))
}
