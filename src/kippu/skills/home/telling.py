"""How a thing is, as a sentence; and one property of it with its unit."""

from kippu.skills.home.entity import UNKNOWN, Entity
from kippu.skills.home.kinds import covers, lights, media
from kippu.skills.home.phrases import called_ja, plural, the, upper_first
from kippu.skills.home.words import state_word
from kippu.tool import Context

_ATTRIBUTES = {
    "temperature": ("current_temperature", "temperature"),
    "humidity": ("current_humidity", "humidity"),
    "battery": ("battery_level", "battery"),
    "speed": ("percentage",),
    "mode": ("preset_mode", "mode"),
    "preset": ("preset_mode",),
    "color": ("rgb_color", "hs_color", "xy_color", "color_temp_kelvin"),
    "color_temperature": ("color_temp_kelvin",),
    "track": ("media_title",),
    "title": ("media_title",),
}
_UNITS = {"humidity": " %", "battery": " %", "speed": " %", "color_temperature": " K"}


def sentence(context: Context, entity: Entity) -> str:
    """ "The kitchen light is on at 40 %." """
    if not entity.available:
        return context.say(
            f"{upper_first(the(entity))} {_are(entity)} offline.", f"{called_ja(entity)}はオフラインです。"
        )
    word = state_word(entity, context.language)
    if entity.thing.domain in ("sensor", "weather", "number", "select"):
        name = entity.thing.name
        return context.say(
            f"{upper_first(name)} is {word}{_more(context, entity)}.", f"{called_ja(entity)}は{word}です。"
        )
    return context.say(
        f"{upper_first(the(entity))} {_are(entity)} {word}{_more(context, entity)}.",
        f"{called_ja(entity)}は{word}{_more(context, entity)}です。",
    )


def _are(entity: Entity) -> str:
    return "are" if plural(entity) else "is"


def _more(context: Context, entity: Entity) -> str:
    """What belongs to the state: how bright, how far open, to what it heats, what plays."""
    has = entity.attributes
    match entity.thing.domain, entity.state:
        case "light", "on" if entity.has("brightness") and has.get("brightness"):
            level = lights.percent(entity)
            return context.say(f" at {level} %", f"（明るさ{level}%）")
        case (("cover" | "valve"), "open") if has.get("current_position") not in (None, 0, covers.OPEN):
            at = has["current_position"]
            return context.say(f" at {at:g} %", f"（{at:g}%）")
        case "fan", "on" if has.get("percentage"):
            return context.say(f" at {has['percentage']} %", f"（{has['percentage']}%）")
        case "climate", state if state != "off" and has.get("temperature") is not None:
            unit = has.get("temperature_unit", "°")
            now = has.get("current_temperature")
            en = f" to {has['temperature']:g} {unit}" + (
                f", and it is {now:g} {unit} now" if now is not None else ""
            )
            ja = f"（設定{has['temperature']:g}度" + (f"、現在{now:g}度）" if now is not None else "）")
            return context.say(en, ja)
        case "media_player", "playing" if has.get("media_title"):
            return f" “{has['media_title']}”" if context.language == "en" else f"（{has['media_title']}）"
    return ""


def has_property(entity: Entity, name: str) -> bool:
    """True if it can tell this of itself."""
    return property_value(entity, name) is not None


def property_value(entity: Entity, name: str) -> str | None:
    """One property with its unit, such as brightness, temperature, position; None if it doesn't tell it."""
    if entity.thing.device_class == name and entity.thing.domain == "sensor":
        return state_word(entity, "en") if entity.state != UNKNOWN else None
    if name == "brightness" and entity.thing.domain == "light":
        level = lights.percent(entity) if entity.has("brightness") else None
        return None if level is None else f"{level} %"
    if name == "position":
        at = covers.position(entity) if entity.thing.domain in ("cover", "valve") else None
        return None if at is None else f"{at:g} %"
    if name == "volume":
        loud = media.volume(entity) if entity.thing.domain == "media_player" else None
        return None if loud is None else f"{loud} %"
    for attribute in _ATTRIBUTES.get(name, (name,)):
        value = entity.attributes.get(attribute)
        if value is not None:
            unit = f" {entity.attributes.get('temperature_unit', '°')}" if name == "temperature" else ""
            return f"{value}{unit or _UNITS.get(name, '')}"
    return None
