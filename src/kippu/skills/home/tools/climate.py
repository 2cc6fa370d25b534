"""Heating and cooling, humidity: what to reach, and in which mode."""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Literal

from pydantic import Field

from kippu.skills.home.entity import Entity
from kippu.skills.home.kinds import air
from kippu.skills.home.kinds.kind import Unable
from kippu.skills.home.orders import Order, reaches
from kippu.skills.home.phrases import Words
from kippu.skills.home.target import Search, Target
from kippu.skills.home.tools.acting import House, act
from kippu.skills.home.words import known
from kippu.tool import Context, Said

Unit = Literal["C", "F"]
_SURELY_FAHRENHEIT = 60
"""From here on nobody means °C for a room."""
_NEAR = 0.51
"""Degrees by which a device may round."""
_SEARCH = Search(("climate",), also=("water_heater",), prefer=lambda entity: entity.state != "off")


def in_its_unit(entity: Entity, degrees: float, unit: Unit | None = None) -> float:
    """What was said in this unit, in the device's.

    With no unit said it is the device's own, unless it can only be Fahrenheit: out of the device's range,
    within it once it is converted, and too hot for a room.
    """
    own = str(entity.attributes.get("temperature_unit", "°C"))[-1:]
    if unit and unit != own:
        return _to_celsius(degrees) if unit == "F" else _to_fahrenheit(degrees)
    if unit or own == "F" or degrees < _SURELY_FAHRENHEIT or air.takes(entity, degrees):
        return degrees
    meant = _to_celsius(degrees)
    return meant if air.takes(entity, meant) else degrees


def _to_celsius(degrees: float) -> float:
    return round((degrees - 32) * 5 / 9 * 2) / 2


def _to_fahrenheit(degrees: float) -> float:
    return float(round(degrees * 9 / 5 + 32))


def _stepped(entity: Entity, degrees: float) -> float:
    """The nearest that the device can be set to: it says how far apart two settings are."""
    step = _step(entity)
    if not step or not air.takes(entity, degrees):
        return degrees
    # Half a step goes up, as people round.
    nearest = round(math.floor(degrees / step + 0.5) * step, 4)
    low, high = air.temperatures(entity)
    return min(high, max(low, nearest))


def _step(entity: Entity) -> float:
    """0 where it doesn't say."""
    try:
        return max(0.0, float(entity.attributes.get("temp_step", 0)))
    except (TypeError, ValueError):
        return 0.0


def _shown(entity: Entity) -> tuple[str, str]:
    value = f"{entity.attributes['temperature']:g}"
    return f"{value} {entity.attributes.get('temperature_unit', '°')}", f"{value}度"


def _set(mode: str | None = None, asked: dict[str, float] | None = None) -> Words:
    """What to say of a temperature that is set, and of a mode if one was said too.

    ``asked`` is what was wanted of each thing, in its own unit.
    """

    def done(entity: Entity) -> tuple[str, str]:
        (en, ja), (note_en, note_ja) = _shown(entity), _note(entity, asked or {}, mode)
        if mode:
            return (
                f"{{is}} {known(entity.state, 'en')} at {en}{note_en}",
                f"を{known(entity.state, 'ja')}{ja}に設定しました{note_ja}",
            )
        return f"{{is}} set to {en}{note_en}", f"を{ja}に設定しました{note_ja}"

    def already(entity: Entity) -> tuple[str, str]:
        (en, ja), (note_en, note_ja) = _shown(entity), _note(entity, asked or {}, mode)
        if mode:
            return (
                f"{{was}} already {known(entity.state, 'en')} at {en}{note_en}",
                f"はもう{known(entity.state, 'ja')}{ja}です{note_ja}",
            )
        return f"{{was}} already set to {en}{note_en}", f"はもう{ja}に設定されています{note_ja}"

    return Words(done, already)


def _note(entity: Entity, asked: Mapping[str, float], mode: str | None) -> tuple[str, str]:
    """Where what was set is not all that was meant: it was rounded, or the thing is off."""
    wanted, now, step = asked.get(entity.thing.id), _set_to(entity), _step(entity)
    if entity.state == "off" and mode is None:
        return ", but it is off", "（電源はオフのままです）"
    if wanted is not None and now is not None and step and abs(wanted - now) > 0.05:
        return f", as it goes in steps of {step:g}", f"（{step:g}度刻みのため）"
    return "", ""


def _heated(entity: Entity, degrees: float, mode: str | None = None) -> Order:
    near = reaches(entity, _set_to, degrees, exact=0.05, near=_NEAR)
    messages = air.set_temperature(entity, degrees)
    if mode is None:
        return Order(entity, tuple(messages), near)
    wanted = air.mode_of(entity, mode)
    # The mode first: many a device keeps a temperature of its own for each.
    return Order(
        entity,
        (*air.set_mode(entity, wanted), *messages),
        lambda entity: entity.state == wanted and near(entity),
    )


def _set_to(entity: Entity) -> float | None:
    told = entity.attributes.get("temperature")
    return None if told is None else float(told)


async def set_temperature(
    house: House,
    context: Context,
    target: Target,
    temperature: float,
    mode: str | None = None,
    unit: Unit | None = None,
) -> Said:
    """Set the temperature that a thermostat shall reach, and its mode if one is said; unit as it was said."""
    asked: dict[str, float] = {}

    def order(entity: Entity) -> Order:
        asked[entity.thing.id] = in_its_unit(entity, temperature, unit)
        return _heated(entity, _stepped(entity, asked[entity.thing.id]), mode)

    done = await act(house, context, target, _SEARCH, order, words=_set(mode, asked))
    if unit or not done.ok or all(wanted == temperature for wanted in asked.values()):
        return done
    taken = context.say(f" I took {temperature:g} for °F.", f"{temperature:g}度は華氏と受け取りました。")
    return replace(done, text=done.text + taken)


async def change_temperature(house: House, context: Context, target: Target, step: float) -> Said:
    """Make it warmer or cooler by so many degrees."""

    def order(entity: Entity) -> Order:
        now = _set_to(entity)
        if now is None:
            raise Unable("temperature", "doesn't say what it is set to", "の設定温度が分かりません")
        low, high = air.temperatures(entity)
        wanted = _stepped(entity, min(high, max(low, now + step)))
        if wanted == now and (least := _step(entity)):
            # Less than one step of the device: one step, for it shall get warmer.
            wanted = min(high, max(low, now + math.copysign(least, step)))
        return _heated(entity, wanted)

    return await act(house, context, target, _SEARCH, order, words=_set())


async def set_mode(house: House, context: Context, target: Target, mode: str) -> Said:
    """Set the mode of heating or cooling: off, heat, cool, auto, heat_cool, dry, fan_only."""

    def order(entity: Entity) -> Order:
        if entity.thing.domain == "humidifier":
            raise Unable(mode)
        wanted = air.mode_of(entity, mode)
        return Order(entity, tuple(air.set_mode(entity, wanted)), lambda entity: entity.state == wanted)

    search = Search(("climate",), also=("water_heater",), able=lambda entity: entity.has("modes"))
    return await act(house, context, target, search, order, words=_mode_words(mode))


def _mode_words(mode: str) -> Words:
    return Words(
        lambda entity: (f"{{is}} {known(entity.state, 'en')}", f"を{known(entity.state, 'ja')}にしました"),
        lambda entity: (
            f"{{was}} already {known(entity.state, 'en')}",
            f"はもう{known(entity.state, 'ja')}です",
        ),
    )


async def set_preset(house: House, context: Context, target: Target, preset: str) -> Said:
    """Set a preset that the device offers, such as eco or away."""
    search = Search(("climate", "fan"), ("climate",), able=lambda entity: entity.has("preset"))
    return await _set_word(house, context, target, search, attribute="preset_mode", value=preset)


async def set_fan_mode(house: House, context: Context, target: Target, mode: str) -> Said:
    """Set how a thermostat's or air conditioner's fan blows, such as auto or low."""
    search = Search(("climate",), able=lambda entity: entity.has("fan_mode"))
    return await _set_word(house, context, target, search, attribute="fan_mode", value=mode)


async def _set_word(
    house: House, context: Context, target: Target, search: Search, *, attribute: str, value: str
) -> Said:
    def order(entity: Entity) -> Order:
        options = {
            str(option).casefold(): str(option) for option in entity.attributes.get(f"{attribute}s", ())
        }
        wanted = options.get(value.casefold(), value)
        return Order(
            entity,
            tuple(air.set_word(entity, attribute, wanted)),
            lambda entity: entity.attributes.get(attribute, "none") == wanted,
        )

    words = Words(
        lambda entity: (f"{{is}} on {value}", f"を{value}にしました"),
        lambda entity: (f"{{was}} already on {value}", f"はもう{value}です"),
    )
    if value == "none":
        words = Words(
            lambda entity: ("{is} back to normal", "を通常に戻しました"),
            lambda entity: ("{was} on no special mode", "はもう通常です"),
        )
    return await act(house, context, target, search, order, words=words)


async def set_humidity(
    house: House, context: Context, target: Target, humidity: Annotated[int, Field(ge=0, le=100)]
) -> Said:
    """Set the humidity in percent that a humidifier shall reach."""
    search = Search(("humidifier", "climate"), ("humidifier",), able=lambda entity: entity.has("humidity"))

    def order(entity: Entity) -> Order:
        return Order(
            entity,
            tuple(air.set_humidity(entity, humidity)),
            lambda entity: entity.attributes.get("humidity") == humidity,
        )

    words = Words(
        lambda entity: (f"{{is}} set to {humidity} %", f"を湿度{humidity}%に設定しました"),
        lambda entity: (f"{{was}} already set to {humidity} %", f"はもう湿度{humidity}%に設定されています"),
    )
    return await act(house, context, target, search, order, words=words)


TOOLS = (set_temperature, change_temperature, set_mode, set_preset, set_fan_mode, set_humidity)
