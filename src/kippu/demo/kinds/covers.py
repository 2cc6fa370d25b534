"""Blinds, curtains, garage doors, and valves: opened, closed, stopped, moved to a position."""

from collections.abc import Iterable, Mapping
from typing import Any

from kippu.demo.thing import Channel, Kind, Thing, one_of, text, within

OPEN = 100


def _has(thing: Thing, word: str) -> bool:
    return any(
        str(feature).upper().endswith(word) for feature in thing.attributes.get("supported_features", ())
    )


def positioned(thing: Thing) -> bool:
    """True when it can be moved to a position between open and closed."""
    return _has(thing, "SET_POSITION") or "current_position" in thing.attributes


def _command(payload: str) -> str:
    return one_of("open", "close", "stop")(payload)


def _channels(thing: Thing) -> Iterable[Channel]:
    yield Channel("state", "state_topic", "command_topic", text, _command)
    if positioned(thing):
        yield Channel("current_position", "position_topic", "set_position_topic", text, within(0, OPEN))
    if _has(thing, "SET_TILT_POSITION"):
        yield Channel(
            "current_tilt_position", "tilt_status_topic", "tilt_command_topic", text, within(0, OPEN)
        )


def _valve_channels(thing: Thing) -> Iterable[Channel]:
    if positioned(thing):
        # A valve that reports its position takes positions on its command topic (reports_position).
        yield Channel(
            "state", "state_topic", "command_topic", lambda _: text(position(thing)), _valve_command
        )
    else:
        yield Channel("state", "state_topic", "command_topic", text, _command)


def _valve_command(payload: str) -> Any:
    return _command(payload) if payload.isalpha() else within(0, OPEN)(payload)


def position(thing: Thing) -> float:
    """Where it stands, 0 closed to 100 open."""
    known = thing.attributes.get("current_position")
    return float(known) if known is not None else (0.0 if thing.state == "closed" else float(OPEN))


def _change(thing: Thing, key: str, value: Any) -> None:
    if key == "current_tilt_position":
        thing.attributes[key] = value
        return
    if value == "stop":
        thing.goal = {}
        thing.state = "open" if position(thing) else "closed"
        return
    goal = {"open": float(OPEN), "close": 0.0}.get(str(value), value)
    if not thing.seconds:
        arrive(thing, float(goal))
    elif goal != position(thing):
        thing.goal = {"position": float(goal)}
        thing.state = "opening" if goal > position(thing) else "closing"


def arrive(thing: Thing, at: float) -> None:
    """It stands still at this position."""
    thing.goal = {}
    thing.state = "open" if at else "closed"
    if positioned(thing):
        thing.attributes["current_position"] = round(at)


def _extras(thing: Thing) -> Mapping[str, Any]:
    return {} if not thing.seconds else {"payload_stop": "STOP"}


def _valve_extras(thing: Thing) -> Mapping[str, Any]:
    return {"reports_position": True} if positioned(thing) else {}


KINDS: Mapping[str, Kind] = {
    "cover": Kind(_channels, _change, _extras),
    "valve": Kind(_valve_channels, _change, _valve_extras),
}
