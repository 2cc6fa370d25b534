"""Air and warmth: climate, fan, humidifier, water heater."""

from collections.abc import Iterable, Mapping
from typing import Any

from kippu.demo.kinds.switches import ON_OFF
from kippu.demo.thing import Channel, Kind, Thing, one_of, put, switch_text, text, within

_CLIMATE_MODES = ("auto", "off", "cool", "heat", "dry", "fan_only")
_CELSIUS = (7, 35)
_FAHRENHEIT = (45, 95)
_SURELY_FAHRENHEIT = 45


def _words(thing: Thing, key: str, *default: str) -> list[str]:
    words = list(thing.attributes.get(key) or default)
    if thing.state not in ("unknown", "unavailable", *words) and key.endswith(
        ("hvac_modes", "operation_list")
    ):
        words.append(thing.state)
    return words


def _unit(thing: Thing) -> str:
    given = str(thing.attributes.get("temperature_unit") or thing.attributes.get("unit_of_measurement") or "")
    warm = thing.attributes.get("temperature") or thing.attributes.get("current_temperature") or 0
    return "F" if "F" in given or (not given and float(warm) > _SURELY_FAHRENHEIT) else "C"


def _range(thing: Thing) -> tuple[float, float]:
    low, high = _FAHRENHEIT if _unit(thing) == "F" else _CELSIUS
    return thing.attributes.get("min_temp", low), thing.attributes.get("max_temp", high)


def _climate_channels(thing: Thing) -> Iterable[Channel]:
    has = thing.attributes
    degrees = within(*_range(thing))
    yield Channel(
        "state",
        "mode_state_topic",
        "mode_command_topic",
        text,
        one_of(*_words(thing, "hvac_modes", *_CLIMATE_MODES)),
    )
    yield Channel("power", None, "power_command_topic", text, one_of("on", "off"))
    if "target_temp_low" in has:
        yield Channel(
            "target_temp_low", "temperature_low_state_topic", "temperature_low_command_topic", text, degrees
        )
        yield Channel(
            "target_temp_high",
            "temperature_high_state_topic",
            "temperature_high_command_topic",
            text,
            degrees,
        )
    yield Channel("temperature", "temperature_state_topic", "temperature_command_topic", text, degrees)
    if "current_temperature" in has:
        yield Channel("current_temperature", "current_temperature_topic", write=text)
    if "current_humidity" in has:
        yield Channel("current_humidity", "current_humidity_topic", write=text)
    if "humidity" in has:
        yield Channel(
            "humidity", "target_humidity_state_topic", "target_humidity_command_topic", text, within(0, 100)
        )
    for key in ("fan_mode", "preset_mode", "swing_mode"):
        if f"{key}s" in has:
            told = f"{key}_state_topic"
            words = one_of(*map(str, has[f"{key}s"]))
            yield Channel(key, told, f"{key}_command_topic", text, words)


def _climate_extras(thing: Thing) -> Mapping[str, Any]:
    low, high = _range(thing)
    told: dict[str, Any] = {
        "modes": _words(thing, "hvac_modes", *_CLIMATE_MODES),
        "min_temp": low,
        "max_temp": high,
        "temperature_unit": _unit(thing),
        **(
            {"temp_step": thing.attributes["target_temp_step"]}
            if "target_temp_step" in thing.attributes
            else {}
        ),
    }
    for key in ("fan_modes", "preset_modes", "swing_modes"):
        if key in thing.attributes:
            told[key] = [word for word in thing.attributes[key] if key != "preset_modes" or word != "none"]
    return told


def _climate_change(thing: Thing, key: str, value: Any) -> None:
    if key == "power":
        if value == "off":
            _climate_change(thing, "state", "off")
        elif thing.state == "off":
            thing.state = thing.goal.pop("mode", None) or _first_mode(thing)
        return
    if key == "state" and value == "off" and thing.state != "off":
        thing.goal["mode"] = thing.state
    put(thing, key, value)


def _first_mode(thing: Thing) -> str:
    modes = _words(thing, "hvac_modes", *_CLIMATE_MODES)
    return next(
        mode for mode in ("heat_cool", "auto", "heat", "cool", *modes) if mode in modes and mode != "off"
    )


def _fan_channels(thing: Thing) -> Iterable[Channel]:
    yield ON_OFF
    if "percentage" in thing.attributes or "percentage_step" in thing.attributes:
        yield Channel(
            "percentage", "percentage_state_topic", "percentage_command_topic", text, within(0, 100)
        )
    if "preset_modes" in thing.attributes:
        words = one_of(*map(str, thing.attributes["preset_modes"]))
        yield Channel("preset_mode", "preset_mode_state_topic", "preset_mode_command_topic", text, words)
    if "oscillating" in thing.attributes:
        yield Channel(
            "oscillating",
            "oscillation_state_topic",
            "oscillation_command_topic",
            lambda on: "oscillate_on" if on else "oscillate_off",
            lambda payload: one_of("oscillate_on", "oscillate_off")(payload) == "oscillate_on",
        )
    if "direction" in thing.attributes:
        yield Channel(
            "direction",
            "direction_state_topic",
            "direction_command_topic",
            text,
            one_of("forward", "reverse"),
        )


def _fan_change(thing: Thing, key: str, value: Any) -> None:
    put(thing, key, value)
    if key == "percentage":
        thing.state = "on" if value else "off"
    if key == "state" and value == "on" and thing.attributes.get("percentage") == 0:
        thing.attributes["percentage"] = 100


def _humidifier_channels(thing: Thing) -> Iterable[Channel]:
    yield ON_OFF
    yield Channel(
        "humidity", "target_humidity_state_topic", "target_humidity_command_topic", text, within(0, 100)
    )
    if "current_humidity" in thing.attributes:
        yield Channel("current_humidity", "current_humidity_topic", write=text)
    if "available_modes" in thing.attributes:
        words = one_of(*map(str, thing.attributes["available_modes"]))
        yield Channel("mode", "mode_state_topic", "mode_command_topic", text, words)


def _heater_channels(thing: Thing) -> Iterable[Channel]:
    words = one_of(*_words(thing, "operation_list", "off", "eco", "performance"))
    yield Channel("state", "mode_state_topic", "mode_command_topic", text, words)
    yield Channel(
        "temperature", "temperature_state_topic", "temperature_command_topic", text, within(30, 212)
    )
    yield Channel("power", None, "power_command_topic", switch_text, one_of("on", "off"))
    if "current_temperature" in thing.attributes:
        yield Channel("current_temperature", "current_temperature_topic", write=text)


def _heater_change(thing: Thing, key: str, value: Any) -> None:
    if key == "power":
        modes = _words(thing, "operation_list", "off", "eco", "performance")
        thing.state = "off" if value == "off" else next(mode for mode in modes if mode != "off")
        return
    put(thing, key, value)


KINDS: Mapping[str, Kind] = {
    "climate": Kind(_climate_channels, _climate_change, _climate_extras),
    "fan": Kind(
        _fan_channels,
        _fan_change,
        lambda thing: (
            {"preset_modes": thing.attributes["preset_modes"]} if "preset_modes" in thing.attributes else {}
        ),
    ),
    "humidifier": Kind(
        _humidifier_channels,
        put,
        lambda thing: (
            {"modes": thing.attributes["available_modes"]} if "available_modes" in thing.attributes else {}
        ),
    ),
    "water_heater": Kind(
        _heater_channels,
        _heater_change,
        lambda thing: {
            "modes": _words(thing, "operation_list", "off", "eco", "performance"),
            "temperature_unit": _unit(thing),
        },
    ),
}
