"""Covers and valves: open, close, stop, position. 0 is closed and 100 open, whatever the device counts."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from kippu.skills.home.entity import Entity
from kippu.skills.home.kinds.kind import (
    Config,
    Kind,
    Message,
    Reading,
    Unable,
    Unreadable,
    among,
    as_number,
    as_object,
    as_text,
    message,
    plain,
)

OPEN = 100
_STATES = ("open", "closed", "opening", "closing", "stopped")


def position(entity: Entity) -> float | None:
    """0 closed to 100 open, as far as it says."""
    told = entity.attributes.get("current_position")
    if told is not None:
        return float(told)
    return {"open": float(OPEN), "closed": 0.0}.get(entity.state)


def move(entity: Entity, way: Literal["open", "close", "stop"]) -> list[Message]:
    """Open, close or stop; raises Unable if it can't."""
    key = f"payload_{way}"
    if key in entity.config and entity.config[key] is None:
        raise Unable(way)
    if _position_alone(entity):
        if way == "stop" and "payload_stop" not in entity.config:
            raise Unable(way)
        if way != "stop":
            return place(entity, OPEN if way == "open" else 0)
    return [message(entity, "command_topic", "command_template", entity.config.get(key, way.upper()))]


def place(entity: Entity, at: int) -> list[Message]:
    """Move to this position; raises Unable if it only opens and closes."""
    closed, opened = _ends(entity.config)
    raw = plain(closed + (opened - closed) * at / OPEN)
    if entity.config.get("reports_position"):
        return [message(entity, "command_topic", "command_template", raw)]
    if "set_position_topic" in entity.config:
        return [message(entity, "set_position_topic", "set_position_template", raw, position=at)]
    if at in (0, OPEN):
        return move(entity, "open" if at else "close")
    raise Unable("position", "can only open or close fully", "は全開か全閉しかできません")


def _position_alone(entity: Entity) -> bool:
    """True for a valve that takes positions only."""
    return bool(entity.config.get("reports_position"))


def _ends(config: Config) -> tuple[float, float]:
    return float(config.get("position_closed", 0)), float(config.get("position_open", OPEN))


def _from_raw(config: Config, value: Any) -> float:
    raw = as_number(value)
    if raw is None:
        raise Unreadable(value)
    closed, opened = _ends(config)
    return float(round(min(OPEN, max(0, (raw - closed) * OPEN / (opened - closed))), 1))


def _read_position(entity: Entity, value: Any) -> Mapping[str, Any]:
    at = _from_raw(entity.config, value)
    known: dict[str, Any] = {"current_position": int(at) if at.is_integer() else at}
    # A cover that has no state topic is where its position says.
    if "state_topic" not in entity.config:
        known["state"] = "open" if at else "closed"
    return known


def _read_state(entity: Entity, value: Any) -> Mapping[str, Any]:
    words = {str(entity.config.get(f"state_{state}", state)): state for state in _STATES}
    told = among(words, value)
    if told == "stopped":
        told = "closed" if position(entity) == 0 else "open"
    return {"state": told}


def _read_valve(entity: Entity, value: Any) -> Mapping[str, Any]:
    if not entity.config.get("reports_position"):
        return _read_state(entity, value)
    known: dict[str, Any] = {}
    try:
        told = as_object(value) if as_text(value).startswith("{") else {"position": value}
    except ValueError:
        raise Unreadable(value) from None
    if told.get("position") is not None:
        at = _from_raw(entity.config, told["position"])
        known = {"current_position": int(at) if at.is_integer() else at, "state": "open" if at else "closed"}
    if told.get("state") in ("opening", "closing"):
        known["state"] = told["state"]
    return known


def _read_tilt(entity: Entity, value: Any) -> Mapping[str, Any]:
    low, high = float(entity.config.get("tilt_min", 0)), float(entity.config.get("tilt_max", OPEN))
    told = as_number(value)
    if told is None:
        raise Unreadable(value)
    return {"current_tilt_position": round((told - low) * OPEN / (high - low))}


def _features(config: Config) -> Iterable[str]:
    if "set_position_topic" in config or config.get("reports_position"):
        yield "position"
    if "tilt_command_topic" in config:
        yield "tilt"


KINDS: Mapping[str, Kind] = {
    "cover": Kind(
        (
            Reading("position_topic", ("position_template", "value_template"), _read_position),
            Reading("state_topic", ("value_template",), _read_state),
            Reading("tilt_status_topic", ("tilt_status_template",), _read_tilt),
        ),
        _features,
    ),
    "valve": Kind((Reading("state_topic", ("value_template",), _read_valve),), _features),
}
