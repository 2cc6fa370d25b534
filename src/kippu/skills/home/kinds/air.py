"""Air and warmth: climate, fan, humidifier, water heater."""

import math
from collections.abc import Iterable, Mapping
from typing import Any

from kippu.skills.home.entity import Entity
from kippu.skills.home.kinds.kind import (
    Config,
    Kind,
    Message,
    Reading,
    Unable,
    Unreadable,
    as_number,
    as_text,
    bound,
    listed,
    message,
    number,
    on_off,
    plain,
    word,
)
from kippu.skills.home.kinds.switches import turn as switch
from kippu.skills.home.words import known
from kippu.turn import Language

_MODES = ("auto", "off", "cool", "heat", "dry", "fan_only")
_HEATER_MODES = ("off", "eco", "electric", "gas", "heat_pump", "high_demand", "performance")
_WARMING = ("heat_cool", "auto", "heat", "cool", "eco", "performance")


def turn(entity: Entity, on: bool) -> list[Message]:
    """On in the mode it last had (or the first that suits), or off."""
    if "power_command_topic" in entity.config:
        payload = entity.config.get("payload_on", "ON") if on else entity.config.get("payload_off", "OFF")
        return [message(entity, "power_command_topic", "power_command_template", payload)]
    return set_mode(entity, _on_mode(entity) if on else "off")


def _on_mode(entity: Entity) -> str:
    modes = [mode for mode in entity.attributes["modes"] if mode != "off"]
    if (last := entity.attributes.get("last_mode")) in modes:
        return str(last)
    return next((mode for mode in (*_WARMING, *modes) if mode in modes), "auto")


_SAME_MODE = {"auto": "heat_cool", "heat_cool": "auto"}


def mode_of(entity: Entity, mode: str) -> str:
    """The mode as this device calls it; raises Unable, with those it has, for one that it hasn't."""
    modes = [str(known) for known in entity.attributes.get("modes", ())]
    for wanted in (mode, _SAME_MODE.get(mode, mode)):
        if wanted in modes:
            return wanted
    if not modes:
        raise Unable(mode)
    en = [_called(known, "en") for known in (mode, *modes)]
    ja = [_called(known, "ja") for known in (mode, *modes)]
    raise Unable(
        mode,
        f"has no mode “{en[0]}”, only {', '.join(en[1:])}",
        f"に「{ja[0]}」はなく、選べるのは{'、'.join(ja[1:])}です",
    )


def _called(mode: str, language: Language) -> str:
    return known(mode, language).removeprefix("set to ")


def set_mode(entity: Entity, mode: str) -> list[Message]:
    """Heat, cool, …; raises Unable for a mode it hasn't."""
    mode = mode_of(entity, mode)
    return [message(entity, "mode_command_topic", "mode_command_template", mode)]


def temperatures(entity: Entity) -> tuple[float, float]:
    """The least and the most that it can be set to, in its own unit; infinite where it doesn't say."""
    low, high = entity.attributes.get("min_temp"), entity.attributes.get("max_temp")
    return -math.inf if low is None else float(low), math.inf if high is None else float(high)


def takes(entity: Entity, degrees: float) -> bool:
    """True if so many degrees of its own unit can be set."""
    low, high = temperatures(entity)
    return low <= degrees <= high


def set_temperature(entity: Entity, degrees: float) -> list[Message]:
    """In the device's own unit; raises Unable, with its range, outside of that."""
    if not takes(entity, degrees):
        low, high = temperatures(entity)
        unit = entity.attributes.get("temperature_unit", "°")
        raise Unable(
            degrees,
            f"can be set from {low:g} to {high:g} {unit}",
            f"に設定できるのは{low:g}〜{high:g}{'度' if unit == '°C' else unit}です",
        )
    return [message(entity, "temperature_command_topic", "temperature_command_template", plain(degrees))]


def set_word(entity: Entity, attribute: str, value: str) -> list[Message]:
    """A preset, fan or swing mode; raises Unable for one it hasn't."""
    options = [str(option) for option in entity.attributes.get(f"{attribute}s", ())]
    # A preset is left by the payload that says so, which a device need not list.
    if options and value not in (*options, "none"):
        raise Unable(
            value,
            f"has no “{value}”, only {', '.join(options)}",
            f"に「{value}」はなく、選べるのは{'、'.join(options)}です",
        )
    return [message(entity, f"{attribute}_command_topic", f"{attribute}_command_template", value)]


def set_humidity(entity: Entity, percent: int) -> list[Message]:
    """The humidity to reach."""
    return [
        message(entity, "target_humidity_command_topic", "target_humidity_command_template", plain(percent))
    ]


def set_speed(entity: Entity, percent: int) -> list[Message]:
    """A fan's speed; 0 turns it off."""
    if not percent:
        return switch(entity, on=False)
    low, high = _speeds(entity.config)
    raw = max(low, round(low - 1 + percent * (high - low + 1) / 100))
    return [message(entity, "percentage_command_topic", "percentage_command_template", raw)]


def speed_step(entity: Entity) -> float:
    """How far apart two speeds of this fan are, in percent."""
    low, high = _speeds(entity.config)
    return 100 / (high - low + 1)


def _speeds(config: Config) -> tuple[int, int]:
    return int(config.get("speed_range_min", 1)), int(config.get("speed_range_max", 100))


def _read_speed(entity: Entity, value: Any) -> Mapping[str, Any]:
    raw = as_number(value)
    if raw is None:
        return {"percentage": None}
    low, high = _speeds(entity.config)
    return {"percentage": round((raw - low + 1) * 100 / (high - low + 1)) if raw >= low else 0}


def _read_oscillation(entity: Entity, value: Any) -> Mapping[str, Any]:
    return {"oscillating": as_text(value) == str(entity.config.get("payload_oscillation_on", "oscillate_on"))}


def _read_mode(entity: Entity, value: Any) -> Mapping[str, Any]:
    state = word("state")(entity, value)["state"] or "unknown"
    if state not in ("off", "unknown", *entity.attributes.get("modes", ())):
        raise Unreadable(value)
    return {"state": state} | ({"last_mode": state} if state not in ("off", "unknown") else {})


def _climate_first(config: Config) -> Mapping[str, Any]:
    unit = str(config.get("temperature_unit", "C"))
    warm = unit.endswith("F")
    step = {"temp_step": config["temp_step"]} if "temp_step" in config else {}
    first: dict[str, Any] = {
        "modes": listed(config.get("modes", _MODES)),
        "min_temp": bound(config, "min_temp", 45 if warm else 7),
        "max_temp": bound(config, "max_temp", 95 if warm else 35),
        "temperature_unit": f"°{unit[-1:]}",
        **step,
    }
    for key in ("fan_modes", "preset_modes", "swing_modes"):
        if key in config:
            first[key] = listed(config[key])
    return first


def _climate_features(config: Config) -> Iterable[str]:
    if "temperature_command_topic" in config:
        yield "temperature"
    if "mode_command_topic" in config:
        yield "modes"
    if "target_humidity_command_topic" in config:
        yield "humidity"
    if "fan_mode_command_topic" in config:
        yield "fan_mode"
    if "preset_mode_command_topic" in config:
        yield "preset"


def _fan_features(config: Config) -> Iterable[str]:
    if "percentage_command_topic" in config:
        yield "speed"
    if "preset_mode_command_topic" in config:
        yield "preset"
        yield "modes"


def _told(name: str, attribute: str, read: Any = None) -> Reading:
    state = f"{name}_state_topic"
    return Reading(state, (f"{name}_state_template", f"{name}_value_template"), read or number(attribute))


_PRESET = _told("preset_mode", "preset_mode", word("preset_mode"))
_MEASURED = (
    Reading("current_temperature_topic", ("current_temperature_template",), number("current_temperature")),
    Reading("current_humidity_topic", ("current_humidity_template",), number("current_humidity")),
)
_POWER_STATE = Reading("state_topic", ("state_value_template", "value_template"), on_off)

KINDS: Mapping[str, Kind] = {
    "climate": Kind(
        (
            _told("mode", "state", _read_mode),
            _told("temperature", "temperature"),
            _told("temperature_low", "target_temp_low"),
            _told("temperature_high", "target_temp_high"),
            _told("target_humidity", "humidity"),
            _told("fan_mode", "fan_mode", word("fan_mode")),
            _told("swing_mode", "swing_mode", word("swing_mode")),
            Reading("action_topic", ("action_template",), word("hvac_action")),
            _PRESET,
            *_MEASURED,
        ),
        _climate_features,
        _climate_first,
    ),
    "fan": Kind(
        (
            _POWER_STATE,
            Reading("percentage_state_topic", ("percentage_value_template",), _read_speed),
            Reading("oscillation_state_topic", ("oscillation_value_template",), _read_oscillation),
            Reading("direction_state_topic", ("direction_value_template",), word("direction")),
            _PRESET,
        ),
        _fan_features,
        lambda config: {"preset_modes": listed(config["preset_modes"])} if "preset_modes" in config else {},
    ),
    "humidifier": Kind(
        (
            _POWER_STATE,
            Reading("target_humidity_state_topic", ("target_humidity_state_template",), number("humidity")),
            Reading("mode_state_topic", ("mode_state_template",), word("mode")),
            *_MEASURED,
        ),
        lambda config: ("humidity", "modes") if "modes" in config else ("humidity",),
        lambda config: {"modes": listed(config.get("modes", ()))},
    ),
    "water_heater": Kind(
        (
            _told("mode", "state", _read_mode),
            _told("temperature", "temperature"),
            *_MEASURED,
        ),
        _climate_features,
        lambda config: {
            "modes": listed(config.get("modes", _HEATER_MODES)),
            "min_temp": bound(config, "min_temp"),
            "max_temp": bound(config, "max_temp"),
            "temperature_unit": f"°{str(config.get('temperature_unit', 'C'))[-1:]}",
        },
    ),
}
