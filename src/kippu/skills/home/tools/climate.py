"""Heating and cooling, humidity: what to reach, and in which mode."""

from typing import Annotated

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

_SURELY_FAHRENHEIT = 45
_SURELY_CELSIUS = 38
_NEAR = 0.51
"""Degrees by which a device may round."""


def in_its_unit(entity: Entity, degrees: float) -> float:
    """Degrees that can only be meant in the other unit, in the device's: nobody heats a room to 72 °C."""
    if entity.thing.domain == "water_heater":
        return degrees
    if entity.attributes.get("temperature_unit") == "°F":
        return float(round(degrees * 9 / 5 + 32)) if degrees <= _SURELY_CELSIUS else degrees
    return round((degrees - 32) * 5 / 9 * 2) / 2 if degrees >= _SURELY_FAHRENHEIT else degrees


def _degrees(entity: Entity) -> tuple[str, str]:
    value, unit = entity.attributes.get("temperature"), entity.attributes.get("temperature_unit", "°")
    return f"{{is}} set to {value:g} {unit}", f"を{value:g}度に設定しました"


def _degrees_already(entity: Entity) -> tuple[str, str]:
    value, unit = entity.attributes.get("temperature"), entity.attributes.get("temperature_unit", "°")
    return f"{{was}} already set to {value:g} {unit}", f"はもう{value:g}度に設定されています"


def _heated(entity: Entity, degrees: float) -> Order:
    done = reaches(entity, _set_to, degrees, exact=0.05, near=_NEAR)
    return Order(entity, tuple(air.set_temperature(entity, degrees)), done)


def _set_to(entity: Entity) -> float | None:
    told = entity.attributes.get("temperature")
    return None if told is None else float(told)


async def set_temperature(house: House, context: Context, target: Target, temperature: float) -> Said:
    """Set the temperature that a thermostat shall reach."""
    search = Search(("climate",), also=("water_heater",), prefer=lambda entity: entity.state != "off")
    words = Words(_degrees, _degrees_already)
    return await act(
        house,
        context,
        target,
        search,
        lambda entity: _heated(entity, in_its_unit(entity, temperature)),
        words=words,
    )


async def change_temperature(house: House, context: Context, target: Target, step: float) -> Said:
    """Make it warmer or cooler by so many degrees."""

    def order(entity: Entity) -> Order:
        now = entity.attributes.get("temperature")
        if now is None:
            raise Unable("temperature")
        low, high = entity.attributes.get("min_temp"), entity.attributes.get("max_temp")
        wanted = float(now) + step
        if low is not None and high is not None:
            wanted = min(float(high), max(float(low), wanted))
        return _heated(entity, wanted)

    search = Search(("climate",), also=("water_heater",), prefer=lambda entity: entity.state != "off")
    return await act(house, context, target, search, order, words=Words(_degrees, _degrees_already))


async def set_mode(house: House, context: Context, target: Target, mode: str) -> Said:
    """Set the mode of heating or cooling: off, heat, cool, auto, heat_cool, dry, fan_only."""
    same = {"auto": "heat_cool", "heat_cool": "auto"}

    def order(entity: Entity) -> Order:
        if entity.thing.domain == "humidifier":
            raise Unable(mode)
        modes = entity.attributes.get("modes", ())
        wanted = mode if mode in modes else same.get(mode, mode)
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
