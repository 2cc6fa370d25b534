"""Lights in both of Home Assistant's schemas: JSON (as Zigbee2MQTT does) and plain (one topic a value)."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from kippu.demo.kinds.switches import ON_OFF
from kippu.demo.thing import Channel, Kind, Refused, Thing, json_text, one_of, within

FULL = 255
_KELVIN = 1_000_000
_LEVELS = within(0, FULL)
_SWITCHED = one_of("on", "off")
_COLOURS = {"rgb_color": "rgb", "hs_color": "hs", "xy_color": "xy"}


def modes(thing: Thing) -> list[str]:
    """Its supported colour modes; a light that says nothing of them is dimmable if it has a brightness."""
    given = thing.attributes.get("supported_color_modes")
    return list(given) if given else ["brightness" if "brightness" in thing.attributes else "onoff"]


def _dims(thing: Thing) -> bool:
    return modes(thing) != ["onoff"]


def _numbers(payload: str) -> list[float]:
    return [float(part) for part in payload.split(",")]


def _commas(value: Any) -> str:
    return ",".join(map(str, value or ()))


def _plain(thing: Thing) -> Iterable[Channel]:
    yield ON_OFF
    if not _dims(thing):
        return
    yield Channel("brightness", "brightness_state_topic", "brightness_command_topic", _level, within(0, FULL))
    if "color_temp" in modes(thing):
        yield Channel(
            "color_temp_kelvin",
            "color_temp_state_topic",
            "color_temp_command_topic",
            lambda value: str(value or ""),
            within(1000, 20000),
        )
    for key, mode in _COLOURS.items():
        if mode in modes(thing):
            yield Channel(key, f"{mode}_state_topic", f"{mode}_command_topic", _commas, _numbers)


def _level(value: Any) -> str:
    return str(round(float(value or 0)))


def _payload(thing: Thing) -> dict[str, Any]:
    told: dict[str, Any] = {"state": "ON" if thing.state == "on" else "OFF"}
    if thing.attributes.get("brightness") is not None:
        told["brightness"] = thing.attributes["brightness"]
    if "color_mode" in thing.attributes:
        told["color_mode"] = thing.attributes["color_mode"]
    if kelvin := thing.attributes.get("color_temp_kelvin"):
        told["color_temp"] = round(_KELVIN / kelvin)
    for key, mode in _COLOURS.items():
        if value := thing.attributes.get(key):
            told.setdefault("color", {}).update(zip(mode, value, strict=False))
    return told


def _channels(thing: Thing) -> Iterable[Channel]:
    if thing.plan.schema == "plain":
        return _plain(thing)
    return (
        Channel("json", "state_topic", "command_topic", lambda _: json_text(_payload(thing)), json.loads),
    )


def _extras(thing: Thing) -> Mapping[str, Any]:
    kelvin = {key: value for key, value in thing.attributes.items() if key in ("min_kelvin", "max_kelvin")}
    if thing.plan.schema == "plain":
        return {**kelvin, **({"color_temp_kelvin": True} if "color_temp" in modes(thing) else {})}
    return {
        **kelvin,
        "schema": "json",
        "brightness": _dims(thing),
        "supported_color_modes": modes(thing),
    }


def _change(thing: Thing, key: str, value: Any) -> None:
    if key != "json":
        _set(thing, key, value)
        return
    if not isinstance(value, Mapping):
        raise Refused(value)
    if "color_temp" in value:
        _set(thing, "color_temp_kelvin", round(_KELVIN / float(value["color_temp"])))
    colour = value.get("color", {})
    for attribute, mode in _COLOURS.items():
        if all(letter in colour for letter in mode):
            _set(thing, attribute, [colour[letter] for letter in mode])
    if "brightness" in value:
        _set(thing, "brightness", value["brightness"])
    if "state" in value and value.get("brightness") != 0:
        _set(thing, "state", _SWITCHED(str(value["state"])))


def _set(thing: Thing, key: str, value: Any) -> None:
    if key == "state":
        thing.state = value
        if value == "on" and _dims(thing) and not thing.attributes.get("brightness"):
            thing.attributes["brightness"] = FULL
        return
    if key == "brightness":
        thing.state = "on" if value else "off"
        if value:
            thing.attributes["brightness"] = round(_LEVELS(value))
        return
    mode = {"color_temp_kelvin": "color_temp"}.get(key) or _COLOURS[key]
    if mode not in modes(thing):
        raise Refused(key)
    for other in ("color_temp_kelvin", *_COLOURS):
        thing.attributes.pop(other, None)
    thing.attributes |= {key: value, "color_mode": mode}
    _set(thing, "state", "on")


KINDS: Mapping[str, Kind] = {"light": Kind(_channels, _change, _extras)}
