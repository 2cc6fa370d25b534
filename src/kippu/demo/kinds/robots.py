"""Robots that work and go home: vacuum and lawn mower."""

from collections.abc import Iterable, Mapping
from typing import Any

from kippu.demo.thing import Channel, Kind, Thing, json_text, one_of, text

_VACUUM = {"start": "cleaning", "pause": "paused", "stop": "idle", "return_to_base": "returning"}
_FEATURES = ["start", "pause", "stop", "return_home", "status", "locate", "clean_spot", "fan_speed"]


def _vacuum_state(thing: Thing) -> str:
    return json_text({"state": thing.state, "fan_speed": thing.attributes.get("fan_speed")})


def _vacuum_channels(thing: Thing) -> Iterable[Channel]:
    words = one_of(*_VACUUM, "locate", "clean_spot")
    yield Channel("state", "state_topic", "command_topic", lambda _: _vacuum_state(thing), words)
    if "fan_speed_list" in thing.attributes:
        speeds = one_of(*map(str, thing.attributes["fan_speed_list"]))
        yield Channel("fan_speed", None, "set_fan_speed_topic", text, speeds)
    yield Channel("area", None, "send_command_topic", text)


def _vacuum_change(thing: Thing, key: str, value: Any) -> None:
    if key == "fan_speed":
        thing.attributes["fan_speed"] = value
        return
    thing.goal = {}
    if key == "area":
        thing.attributes["cleaning_area"] = value
        value = "start"
    if value == "return_to_base" and thing.state == "docked":
        return
    thing.state = _VACUUM.get(value, "cleaning" if value == "clean_spot" else thing.state)
    if thing.seconds and thing.state in ("cleaning", "returning"):
        thing.goal = {"seconds": thing.seconds if thing.state == "cleaning" else thing.seconds / 4}


def _vacuum_extras(thing: Thing) -> Mapping[str, Any]:
    speeds = thing.attributes.get("fan_speed_list")
    return {"supported_features": _FEATURES, **({"fan_speed_list": speeds} if speeds else {})}


def _mower_channels(thing: Thing) -> Iterable[Channel]:
    yield Channel("state", "activity_state_topic", "start_mowing_command_topic", text, one_of("start_mowing"))
    yield Channel("pausing", None, "pause_command_topic", text, one_of("pause"))
    yield Channel("docking", None, "dock_command_topic", text, one_of("dock"))


def _mower_change(thing: Thing, key: str, value: Any) -> None:
    thing.goal = {}
    docks = "returning" if thing.seconds else "docked"
    thing.state = {"start_mowing": "mowing", "pause": "paused", "dock": docks}[value]
    if thing.seconds and thing.state in ("mowing", "returning"):
        thing.goal = {"seconds": thing.seconds if thing.state == "mowing" else thing.seconds / 4}


KINDS: Mapping[str, Kind] = {
    "vacuum": Kind(_vacuum_channels, _vacuum_change, _vacuum_extras),
    "lawn_mower": Kind(_mower_channels, _mower_change),
}
