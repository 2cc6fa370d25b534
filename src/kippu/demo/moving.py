"""What goes on by itself in a home: blinds move, rooms warm up, robots finish, sensors drift. No MQTT."""

import math
import zlib
from collections.abc import Iterable

from kippu.demo.kinds import covers
from kippu.demo.thing import Thing

_FULL_TURN = 2 * math.pi
_DRIFT_SECONDS = 300.0
"""A sensor goes up and down once in this time."""
_DEGREES_A_SECOND = 0.05
_NEAR = 0.05


def step(thing: Thing, seconds: float, now: float) -> bool:
    """Let time pass for one thing; True when it has something new to tell. ``now`` is any steady clock."""
    match thing.plan.domain:
        case "cover" | "valve":
            return _cover(thing, seconds)
        case "vacuum" | "lawn_mower":
            return _robot(thing, seconds)
        case "climate":
            return _climate(thing, seconds)
        case "sensor":
            return _sensor(thing, now)
    return False


def restless(things: Iterable[Thing]) -> list[Thing]:
    """Those in which something can go on by itself."""
    return [thing for thing in things if thing.plan.plays]


def _cover(thing: Thing, seconds: float) -> bool:
    if "position" not in thing.goal:
        return False
    goal, at = thing.goal["position"], covers.position(thing)
    way = 100 * seconds / (thing.seconds or seconds)
    if abs(goal - at) <= way:
        covers.arrive(thing, goal)
    else:
        thing.attributes["current_position"] = round(at + math.copysign(way, goal - at), 1)
    return True


def _robot(thing: Thing, seconds: float) -> bool:
    if "seconds" not in thing.goal:
        return False
    thing.goal["seconds"] -= seconds
    if thing.goal["seconds"] > 0:
        return False
    working = thing.state in ("cleaning", "mowing")
    thing.state = "returning" if working else "docked"
    thing.goal = {"seconds": thing.seconds / 4} if working else {}
    return True


def _climate(thing: Thing, seconds: float) -> bool:
    has = thing.attributes
    if thing.state == "off" or has.get("temperature") is None or has.get("current_temperature") is None:
        return False
    exact = thing.goal.get("exact", float(has["current_temperature"]))
    away = float(has["temperature"]) - exact
    if abs(away) < _NEAR:
        return False
    thing.goal["exact"] = exact + math.copysign(min(abs(away), _DEGREES_A_SECOND * seconds), away)
    return _tell(thing, "current_temperature", round(thing.goal["exact"], 1))


def _sensor(thing: Thing, now: float) -> bool:
    drift = float(thing.plan.plays.get("drift", 0))
    try:
        first = float(thing.plan.state)
    except ValueError:
        return False
    phase = zlib.crc32(thing.plan.id.encode()) % 1000 / 1000 * _FULL_TURN
    value = round(first + drift * math.sin(now / _DRIFT_SECONDS * _FULL_TURN + phase), 1)
    changed = str(value) != thing.state
    thing.state = str(value)
    return changed


def _tell(thing: Thing, key: str, value: float) -> bool:
    changed = bool(value != thing.attributes[key])
    thing.attributes[key] = value
    return changed
