"""Lights in Home Assistant's JSON schema and its plain one. Attributes have 0-255, commands percent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kippu.skills.home.entity import Entity
from kippu.skills.home.kinds import colours
from kippu.skills.home.kinds.kind import (
    Config,
    Kind,
    Message,
    Reading,
    Unable,
    Unreadable,
    among,
    as_json,
    as_number,
    as_object,
    as_text,
    message,
    on_off,
)

FULL = 255
FULL_PERCENT = 100
_MIRED = 1_000_000
_COLOUR_MODES = ("rgb", "rgbw", "rgbww", "hs", "xy")


@dataclass(frozen=True, slots=True)
class Look:
    """How a light shall shine; None leaves it as it is."""

    brightness: int | None = None
    """Percent."""
    colour: colours.Rgb | None = None
    kelvin: int | None = None


def is_json(config: Config) -> bool:
    """True for the JSON schema."""
    return str(config.get("schema", "")) == "json"


def percent(entity: Entity) -> int | None:
    """Its brightness in percent, 0 when it is off."""
    if entity.state == "off":
        return 0
    level = entity.attributes.get("brightness")
    return None if level is None else max(1, round(level * 100 / FULL)) if level else 0


def turn(entity: Entity, on: bool) -> list[Message]:
    """Switch on as it was last, or off."""
    if is_json(entity.config):
        return [_json(entity, {"state": "ON" if on else "OFF"})]
    return [_switch(entity, on)]


_CANT = {
    "brightness": ("can't be dimmed", "明るさ"),
    "color": ("can't change colour", "色"),
    "color_temp": ("can't change its shade of white", "色温度"),
}


def lacking(entity: Entity, look: Look) -> tuple[str, ...]:
    """What this look asks for and the light has not, in the words of its features."""
    wanted = {"brightness": look.brightness, "color": look.colour, "color_temp": look.kelvin}
    return tuple(
        feature
        for feature, value in wanted.items()
        if value is not None and not entity.has(feature) and not (feature == "color" and _white(entity, look))
    )


def without(look: Look, features: Iterable[str]) -> Look:
    """The same look, and these left as they are."""
    return Look(
        None if "brightness" in features else look.brightness,
        None if "color" in features else look.colour,
        None if "color_temp" in features else look.kelvin,
    )


def cant(features: Iterable[str]) -> tuple[str, str]:
    """That a light has not these, behind its name or what it did; Japanese without the first particle."""
    told = [_CANT[feature] for feature in features]
    return " and ".join(en for en, _ in told), f"{'と'.join(ja for _, ja in told)}を変えられません"


def shine(entity: Entity, look: Look) -> list[Message]:
    """Shine so; raises Unable if the light has no such colour or brightness."""
    if lacks := lacking(entity, look):
        en, ja = cant(lacks)
        raise Unable(lacks, en, f"は{ja}")
    if look.brightness == 0:
        return turn(entity, on=False)
    if look.colour and not entity.has("color"):
        look = Look(look.brightness, None, look.kelvin or 4000)
    return _shine_json(entity, look) if is_json(entity.config) else _shine_plain(entity, look)


def _white(entity: Entity, look: Look) -> bool:
    # A light with white tones alone can still be made white.
    return entity.has("color_temp") and look.colour is not None and min(look.colour) == FULL


def _shine_json(entity: Entity, look: Look) -> list[Message]:
    sent: dict[str, Any] = {"state": "ON"}
    if look.brightness is not None:
        sent["brightness"] = _scaled(look.brightness, entity.config)
    if look.kelvin is not None:
        kelvin = entity.config.get("color_temp_kelvin")
        sent["color_temp"] = look.kelvin if kelvin else round(_MIRED / look.kelvin)
    if look.colour is not None:
        sent["color"] = _colour(look.colour, entity.config.get("supported_color_modes", ()))
    return [_json(entity, sent)]


def _colour(rgb: colours.Rgb, modes: Iterable[str]) -> dict[str, float]:
    if "rgb" in modes or "rgbw" in modes or "rgbww" in modes:
        return dict(zip("rgb", rgb, strict=True))
    if "xy" in modes and "hs" not in modes:
        return dict(zip("xy", colours.to_xy(rgb), strict=True))
    return dict(zip("hs", colours.to_hs(rgb), strict=True))


def _shine_plain(entity: Entity, look: Look) -> list[Message]:
    config, sent = entity.config, []
    if look.colour is not None:
        sent.append(_plain_colour(entity, look.colour))
    if look.kelvin is not None:
        value = look.kelvin if config.get("color_temp_kelvin") else round(_MIRED / look.kelvin)
        sent.append(message(entity, "color_temp_command_topic", "color_temp_command_template", value))
    if look.brightness is not None:
        level = _scaled(look.brightness, config)
        sent.append(message(entity, "brightness_command_topic", "brightness_command_template", level))
    match config.get("on_command_type", "last"):
        case "brightness" if look.brightness is not None:
            return sent
        case "first":
            return [_switch(entity, True), *sent]
    return [*sent, _switch(entity, True)]


def _plain_colour(entity: Entity, rgb: colours.Rgb) -> Message:
    if "rgb_command_topic" in entity.config:
        red, green, blue = rgb
        parts = {"red": red, "green": green, "blue": blue}
        return message(entity, "rgb_command_topic", "rgb_command_template", f"{red},{green},{blue}", **parts)
    if "hs_command_topic" in entity.config:
        hue, saturation = colours.to_hs(rgb)
        return message(
            entity,
            "hs_command_topic",
            "hs_command_template",
            f"{hue:g},{saturation:g}",
            hue=hue,
            sat=saturation,
        )
    x, y = colours.to_xy(rgb)
    return message(entity, "xy_command_topic", "xy_command_template", f"{x},{y}", x=x, y=y)


def _switch(entity: Entity, on: bool) -> Message:
    payload = entity.config.get("payload_on", "ON") if on else entity.config.get("payload_off", "OFF")
    return message(entity, "command_topic", "state_command_template", payload)


def _json(entity: Entity, sent: Mapping[str, Any]) -> Message:
    return message(entity, "command_topic", "command_template", as_json(sent))


def _scaled(level: int, config: Config) -> int:
    scale = int(config.get("brightness_scale", FULL))
    return max(1, round(level * scale / 100))


def shines(entity: Entity, look: Look) -> bool:
    """True if the light says that it shines so."""
    if look.brightness == 0:
        return entity.state == "off"
    if entity.state != "on":
        return False
    if look.brightness is not None and abs(_exact_percent(entity) - look.brightness) >= 1:
        return False
    if look.kelvin is not None:
        told = entity.attributes.get("color_temp_kelvin")
        # Mireds are coarse: at 6500 K one of them is 42 K.
        return told is not None and abs(_MIRED / told - _MIRED / look.kelvin) <= 1 + 1e-6
    return look.colour is None or _same_colour(entity, look.colour)


def _exact_percent(entity: Entity) -> float:
    return float(entity.attributes.get("brightness") or 0) * FULL_PERCENT / FULL


def _same_colour(entity: Entity, rgb: colours.Rgb) -> bool:
    if not entity.has("color"):
        return "color_temp_kelvin" in entity.attributes
    has = entity.attributes
    if told := has.get("rgb_color"):
        return all(abs(left - right) <= 2 for left, right in zip(told, rgb, strict=False))  # of 255
    if told := has.get("hs_color"):
        return all(abs(left - right) <= 1.5 for left, right in zip(told, colours.to_hs(rgb), strict=False))
    if told := has.get("xy_color"):
        return all(abs(left - right) <= 0.01 for left, right in zip(told, colours.to_xy(rgb), strict=False))
    return False


def _read_json(entity: Entity, value: Any) -> Mapping[str, Any]:
    told, config = as_object(value), entity.config
    known: dict[str, Any] = {}
    if "state" in told:
        known["state"] = among({"ON": "on", "OFF": "off"}, told["state"])
    if told.get("brightness") is not None:
        known["brightness"] = _level(told["brightness"], config.get("brightness_scale", FULL))
    if mode := told.get("color_mode"):
        known["color_mode"] = as_text(mode)
    if (temperature := as_number(told.get("color_temp"))) and mode in (None, "color_temp"):
        known["color_temp_kelvin"] = temperature if config.get("color_temp_kelvin") else _kelvin(temperature)
    if isinstance(colour := told.get("color"), Mapping) and mode != "color_temp":
        known |= _parts(colour)
    if "effect" in told:
        known["effect"] = told["effect"]
    if not known:
        raise Unreadable(value)
    return _one_colour(known)


def _parts(colour: Mapping[str, Any]) -> dict[str, Any]:
    keys = {"rgb_color": ("r", "g", "b"), "hs_color": ("h", "s"), "xy_color": ("x", "y")}
    return {
        attribute: [as_number(colour[letter]) for letter in letters]
        for attribute, letters in keys.items()
        if all(letter in colour for letter in letters)
    }


def _one_colour(known: dict[str, Any]) -> dict[str, Any]:
    """A light that tells a colour no longer has the one before."""
    told = ("color_temp_kelvin", "rgb_color", "hs_color", "xy_color")
    if any(key in known for key in told):
        return {**dict.fromkeys(told), **known}
    return known


def _level(value: Any, scale: Any) -> int:
    told = as_number(value)
    if told is None:
        raise Unreadable(value)
    level = round(told * FULL / float(scale))
    if not 0 <= level <= FULL:
        raise Unreadable(value)
    return level


def _kelvin(mireds: float) -> int:
    return round(_MIRED / mireds)


def _read_brightness(entity: Entity, value: Any) -> Mapping[str, Any]:
    return {"brightness": _level(value, entity.config.get("brightness_scale", FULL))}


def _read_temperature(entity: Entity, value: Any) -> Mapping[str, Any]:
    if not (told := as_number(value)):
        return {}
    return _one_colour(
        {"color_temp_kelvin": told if entity.config.get("color_temp_kelvin") else _kelvin(told)}
    )


def _read_colour(attribute: str) -> Any:
    def read(entity: Entity, value: Any) -> Mapping[str, Any]:
        parts = [as_number(part) for part in as_text(value).split(",") if part]
        return _one_colour({attribute: parts}) if parts else {}

    return read


def _state(entity: Entity, value: Any) -> Mapping[str, Any]:
    return _read_json(entity, value) if is_json(entity.config) else on_off(entity, value)


def _features(config: Config) -> Iterable[str]:
    modes = set(config.get("supported_color_modes", ()))
    if config.get("brightness") or "brightness_command_topic" in config or modes - {"onoff", "unknown"}:
        yield "brightness"
    if "color_temp" in modes or "color_temp_command_topic" in config or config.get("color_temp") is True:
        yield "color_temp"
    if modes & set(_COLOUR_MODES) or any(f"{mode}_command_topic" in config for mode in _COLOUR_MODES):
        yield "color"
    if "effect_list" in config:
        yield "modes"


KINDS: Mapping[str, Kind] = {
    "light": Kind(
        (
            Reading("state_topic", ("state_value_template", "value_template"), _state),
            Reading("brightness_state_topic", ("brightness_value_template",), _read_brightness),
            Reading("color_temp_state_topic", ("color_temp_value_template",), _read_temperature),
            Reading("rgb_state_topic", ("rgb_value_template",), _read_colour("rgb_color")),
            Reading("hs_state_topic", ("hs_value_template",), _read_colour("hs_color")),
            Reading("xy_state_topic", ("xy_value_template",), _read_colour("xy_color")),
        ),
        _features,
    )
}
