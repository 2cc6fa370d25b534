"""Things that only tell: sensors, weather, where people are. Weather is an extension (docs/home.md)."""

from collections.abc import Iterable, Mapping
from typing import Any

from kippu.demo.thing import Channel, Kind, Refused, Thing, json_text, switch_text, text


def _told(thing: Thing, key: str, value: Any) -> None:
    raise Refused(key)


def _sensor_channels(thing: Thing) -> Iterable[Channel]:
    # As most real sensors do: JSON, read through a value_template.
    yield Channel("state", "state_topic", write=lambda state: json_text({"value": _number(state)}))


def _number(state: str) -> Any:
    try:
        return int(state) if state.lstrip("-").isdigit() else float(state)
    except ValueError:
        return state


def _sensor_extras(thing: Thing) -> Mapping[str, Any]:
    keys = ("unit_of_measurement", "state_class", "options")
    return {"value_template": "{{ value_json.value }}"} | {
        key: thing.attributes[key] for key in keys if key in thing.attributes
    }


def _weather_channels(thing: Thing) -> Iterable[Channel]:
    yield Channel("state", "state_topic", write=lambda state: json_text({"state": state, **thing.attributes}))


KINDS: Mapping[str, Kind] = {
    "sensor": Kind(_sensor_channels, _told, _sensor_extras),
    "binary_sensor": Kind(lambda thing: (Channel("state", "state_topic", write=switch_text),), _told),
    "device_tracker": Kind(lambda thing: (Channel("state", "state_topic", write=text),), _told),
    "person": Kind(lambda thing: (Channel("state", "state_topic", write=text),), _told),
    "weather": Kind(_weather_channels, _told),
}
