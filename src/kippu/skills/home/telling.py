"""How a thing is, as a sentence, and why that can't be told; and one property of it with its unit."""

from kippu.skills.home.entity import UNKNOWN, Entity
from kippu.skills.home.kinds import colours, covers, lights, media
from kippu.skills.home.phrases import called_ja, plural, the, upper_first
from kippu.skills.home.predicates import predicate
from kippu.skills.home.words import known, state_word
from kippu.skills.spoken import moment, time_of_day
from kippu.skills.zones import on_the_wall
from kippu.tool import Context

_ATTRIBUTES = {
    "temperature": ("current_temperature", "temperature"),
    "humidity": ("current_humidity", "humidity"),
    "battery": ("battery_level", "battery"),
    "speed": ("percentage",),
    "mode": ("preset_mode", "mode"),
    "preset": ("preset_mode",),
    "color_temperature": ("color_temp_kelvin",),
    "track": ("media_title",),
    "title": ("media_title",),
}
_UNITS = {"humidity": " %", "battery": " %", "speed": " %", "color_temperature": " K"}


def sentence(context: Context, entity: Entity) -> str:
    """ "The kitchen light is on at 40 %." """
    if why := doubt(context, entity):
        return upper_first(why)
    and_more = "" if entity.readable else context.say(" It also sent something I can't read.", _ALSO_JA)
    return _state(context, entity) + and_more


_ALSO_JA = "ほかに読み取れない内容も送ってきました。"


def _state(context: Context, entity: Entity) -> str:
    more = _more(context, entity)
    if entity.thing.domain in ("sensor", "weather", "number", "select"):
        return context.say(
            f"{upper_first(entity.thing.name)} is {state_word(entity, 'en')}.",
            f"{called_ja(entity)}は{_japanese(state_word(entity, 'ja'))}です。",
        )
    en, ja = predicate(entity)
    # 暖房（設定21度）です, but ついています（明るさ40%）.
    ja = f"{ja.removesuffix('です')}{more}です" if ja.endswith("です") else ja + more
    return context.say(
        f"{upper_first(the(entity))} {en.replace('{is}', _are(entity))}{more}.",
        f"{called_ja(entity)}は{ja}。",
    )


def doubt(context: Context, entity: Entity) -> str | None:
    """Why its state can't be told now, without a capital; None where it can."""
    if not entity.available:
        return context.say(f"{the(entity)} {_are(entity)} offline.", f"{called_ja(entity)}はオフラインです。")
    if not entity.readable and entity.state == UNKNOWN:
        return unread(context, entity)
    return _unanswered(context, entity) if entity.silent else None


def _unanswered(context: Context, entity: Entity) -> str:
    """That it left the last command without an answer, and how it was before; without a capital."""
    how = state_word(entity, context.language) + _more(context, entity)
    return context.say(
        f"{the(entity)} didn't answer the last command, so I can't say how it is; it last said: {how}.",
        f"{called_ja(entity)}は前の操作に応答しなかったので、今の状態は分かりません。最後に知らせてきた状態は「{how}」です。",
    )


def unread(context: Context, entity: Entity) -> str:
    """That it sent what can't be read, and how it was before; without a capital."""
    en, ja = (
        f"{the(entity)} sent something I can't read",
        f"{called_ja(entity)}が読み取れない内容を送ってきました。",
    )
    if (last := entity.last_known()) is None or last[0].state == UNKNOWN:
        return context.say(f"{en}.", ja)
    was, at = last[0], on_the_wall(last[1], context.now)
    said = time_of_day(context, at) if at.date() == context.now.date() else moment(context, at)
    how = state_word(was, context.language) + _more(context, was)
    return context.say(
        f"{en}; last known: {how}, {said}.", f"{ja}最後に分かっている状態は{said}の「{how}」です。"
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


def property_value(entity: Entity, name: str) -> tuple[str, str] | None:
    """One property with its unit, in English and Japanese; None if it doesn't tell it."""
    value = _value(entity, name)
    if value is None or isinstance(value, tuple):
        return value
    return value, _japanese(value)


def _japanese(value: str) -> str:
    for en, ja in ((" °C", "度"), (" °F", "°F"), (" %", "%")):
        if value.endswith(en):
            return value.removesuffix(en) + ja
    return value


def _value(entity: Entity, name: str) -> str | tuple[str, str] | None:
    thing, has = entity.thing, entity.attributes
    if thing.device_class == name and thing.domain == "sensor":
        return state_word(entity, "en") if entity.state != UNKNOWN else None
    match name, thing.domain:
        case "brightness", "light":
            level = lights.percent(entity) if entity.has("brightness") else None
            return None if level is None else f"{level} %"
        case "position", domain:
            at = covers.position(entity) if domain in ("cover", "valve") else None
            return None if at is None else f"{at:g} %"
        case "volume", domain:
            loud = media.volume(entity) if domain == "media_player" else None
            return None if loud is None else f"{loud} %"
        case "mode", "climate" | "water_heater":
            return known(entity.state, "en").removeprefix("set to "), known(entity.state, "ja")
        case "color", "light":
            return _colour(entity)
        case "humidity", "climate" | "humidifier":
            # Their own "humidity" is the one that they shall reach.
            now = has.get("current_humidity")
            return None if now is None else f"{now} %"
    for attribute in _ATTRIBUTES.get(name, (name,)):
        value = has.get(attribute)
        if isinstance(value, str | int | float):
            unit = f" {has.get('temperature_unit', '°')}" if name == "temperature" else ""
            if isinstance(value, str):
                return value, known(value, "ja")
            return f"{value}{unit or _UNITS.get(name, '')}"
    return None


def _colour(entity: Entity) -> tuple[str, str] | None:
    """The nearest colour that has a name, or how warm its white is."""
    has = entity.attributes
    if has.get("color_temp_kelvin"):
        # Devices count in mireds: 2703 K is what became of 2700.
        kelvin = round(has["color_temp_kelvin"], -2)
        return f"{kelvin} K white", f"{kelvin} Kの白"
    if has.get("rgb_color"):
        name = colours.nearest(has["rgb_color"])
    elif has.get("hs_color"):
        name = colours.nearest(colours.from_hs(*has["hs_color"][:2]))
    else:
        return None
    return name, colours.IN_JAPANESE.get(name, name)
