"""What things measure and how they are set: one property of one thing or room; warmth and weather."""

import math
import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from kippu.skills.home.entity import Entity
from kippu.skills.home.kinds import KINDS
from kippu.skills.home.naming import in_room
from kippu.skills.home.nouns import property_called
from kippu.skills.home.phrases import and_en, called_ja, plural, room_ja, the, upper_first
from kippu.skills.home.target import Search, Target, Unclear, find, fits, place_called
from kippu.skills.home.telling import doubt, has_property, property_value, unread
from kippu.skills.home.tools.acting import House, asked_back, offline
from kippu.skills.home.words import state_word
from kippu.tool import Context, Said

TO_TELL = 6
"""More things than these are not told one by one."""
Compare = Literal["above", "below", "at_least", "at_most", "warmest", "coldest"]
_COMPARE: Mapping[str, Callable[[float, float], bool]] = {
    "above": operator.gt,
    "below": operator.lt,
    "at_least": operator.ge,
    "at_most": operator.le,
}
_MOST: Mapping[str, tuple[str, str, Callable[..., Entity]]] = {
    "warmest": ("warmest", "暖かい", max),
    "coldest": ("coldest", "寒い", min),
}
_OF_ROOMS = ("temperature", "humidity", "illuminance", "carbon_dioxide", "pressure")
"""What is so of a room, whatever it is that measures it."""


def properties(house: House, context: Context, target: Target, property: str) -> Said:
    """One property of what is meant, such as brightness or humidity; raises Unclear."""
    telling = [entity for entity in house.things() if has_property(entity, property)]
    try:
        meant = find(telling, target, context.here, Search(tuple(KINDS)))
    except Unclear as unclear:
        meant = list(unclear.candidates)
    return _told(context, meant, property) if meant else _untold(house, context, target, property)


def _untold(house: House, context: Context, target: Target, property: str) -> Said:
    """That nothing tells it, or not so that it can be read; raises Unclear if there is none such at all."""
    if garbled := [
        entity for entity in house.things() if fits(entity, target) and _told_before(entity, property)
    ]:
        sentences = [upper_first(unread(context, entity)) for entity in garbled[:TO_TELL]]
        return replace(said(("" if context.language == "ja" else " ").join(sentences), garbled), ok=False)
    en, ja = property_called(property)
    if target.name and target.name != "all":
        (entity, *_) = find(house.things(), target, context.here, Search(tuple(KINDS)))
        text = context.say(
            f"{upper_first(the(entity))} {'don' if plural(entity) else 'doesn'}'t tell the {en}.",
            f"{called_ja(entity)}の{ja}は分かりません。",
        )
        return Said(text, ok=False, data={"things": []})
    if target.area or target.floor:
        find(house.things(), Target("all", target.area, target.floor), None, Search(tuple(KINDS)))
    place, place_ja = place_called(house.things(), target)
    text = context.say(
        f"Nothing {f'in {place}' if place else 'here'} tells the {en}.",
        f"{f'{place_ja}の' if place else ''}{ja}を知らせるものがありません。",
    )
    return Said(text, ok=False, data={"things": []})


def _told_before(entity: Entity, property: str) -> bool:
    """True if it would tell this, were its message readable."""
    if entity.readable:
        return False
    last = entity.last_known()
    return entity.thing.device_class == property or (last is not None and has_property(last[0], property))


def _told(context: Context, meant: Sequence[Entity], property: str) -> Said:
    en, ja = property_called(property)
    sentences = []
    for entity in meant[:TO_TELL]:
        value = property_value(entity, property)
        room = entity.thing.room
        value_en, value_ja = value or ("unknown", "不明")
        if room and property in _OF_ROOMS and entity.thing.domain in ("sensor", "climate", "humidifier"):
            sentences.append(
                context.say(
                    f"The {en} in the {room.lower()} is {value_en}.",
                    f"{room_ja(entity)}の{ja}は{value_ja}です。",
                )
            )
        elif entity.thing.domain == "sensor":
            name_ja = called_ja(entity)
            of_ja = name_ja if ja in name_ja else f"{name_ja}の{ja}"
            sentences.append(
                context.say(f"{upper_first(entity.thing.name)} is {value_en}.", f"{of_ja}は{value_ja}です。")
            )
        else:
            sentences.append(
                context.say(
                    f"{upper_first(_possessive(entity))} {en} is {value_en}.",
                    f"{called_ja(entity)}の{ja}は{value_ja}です。",
                )
            )
    return said(("" if context.language == "ja" else " ").join(sentences), meant[:TO_TELL])


def _possessive(entity: Entity) -> str:
    name = the(entity)
    return f"{name}'" if plural(entity) else f"{name}'s"


async def temperature(
    house: House,
    context: Context,
    target: Target,
    *,
    compare: Compare | None = None,
    than: float | None = None,
    beside: str | None = None,
) -> Said:
    """Tell how warm it is in a room, whether it is above or below so many degrees, or where it is warmest;
    with another room ``beside`` it, whether or which of the two is warmer."""
    if not house.connected:
        return offline(context)
    if beside and target.area and compare in _BESIDE:
        return await _of_two(house, context, target, replace(target, area=beside), compare)
    measuring = [entity for entity in house.things() if _measures(entity)]
    asked = target
    if target.name is None and target.domain is None:
        place = target.area or (None if target.floor else context.here)
        if place and not target.area:
            place = place if any(in_room(entity, place) for entity in measuring) else None
        measuring = _one_a_room([entity for entity in measuring if not place or in_room(entity, place)])
        target = Target("all", place, target.floor, None, None)
    search = Search(("climate", "sensor", "weather", "water_heater", "fan", "humidifier"))
    try:
        meant = find(measuring, target, context.here, search)
    except Unclear as unclear:
        if unclear.candidates:
            return asked_back(context, unclear)
        try:
            return _untold(house, context, asked, "temperature")
        except Unclear as other:
            return asked_back(context, other)
    if compare is not None and compare in _MOST:
        return _extreme(context, meant, compare)
    if compare is not None and than is not None:
        return _compared(context, meant, compare, than)
    named = asked.name or asked.domain  # who asks of the thermostat may mean what it is set to
    set_to = _set_to(context, meant) if named and len(meant) == 1 else ""
    return said(context.say(" ", "").join(filter(None, (_warmth(context, meant), set_to))), meant)


def _compared(context: Context, meant: Sequence[Entity], compare: Compare, than: float) -> Said:
    """Yes or no, and how warm it is; of several places yes if it is so in one of them."""
    so = [entity for entity in meant if _COMPARE[compare](_degrees(entity)[0], than)]
    told = _warmth(context, so or meant)
    text = context.say(
        f"{'Yes' if so else 'No'}, {told[0].lower()}{told[1:]}", f"{'はい' if so else 'いいえ'}、{told}"
    )
    answer = said(text, so or meant)
    return replace(answer, data={**answer.data, "so": bool(so)})


_BESIDE = frozenset({"above", "below", "warmest", "coldest"})


async def _of_two(house: House, context: Context, one: Target, other: Target, compare: Compare) -> Said:
    """A verdict on two rooms, with how warm it is in each; where one doesn't tell, what there is."""
    measuring = _one_a_room([entity for entity in house.things() if _measures(entity)])
    there = [
        next((entity for entity in measuring if in_room(entity, room.area or "")), None)
        for room in (one, other)
    ]
    first, second = there
    if first is None or second is None:
        told = [await temperature(house, context, room) for room in (one, other)]
        text = context.say(" ", "").join(answer.text for answer in told)
        return replace(told[0], text=text, ok=all(answer.ok for answer in told))
    warmer = _celsius(first) - _celsius(second)
    cold = compare in ("below", "coldest")
    wins = warmer < 0 if cold else warmer > 0
    measured = _warmth(context, (first, second))
    en, ja = ("colder", "寒い") if cold else ("warmer", "暖かい")
    if abs(warmer) < _ALIKE:
        text = context.say(f"It's as warm in both: {_low(measured)}", f"どちらも同じです。{measured}")
    elif compare in ("above", "below"):
        text = context.say(
            f"{'Yes' if wins else 'No'}: {_low(measured)}", f"{'はい' if wins else 'いいえ'}、{measured}"
        )
    else:
        best = first if wins else second
        place = context.say(f"the {(best.thing.room or '').lower()}", room_ja(best))
        text = context.say(f"It's {en} in {place}: {_low(measured)}", f"{place}のほうが{ja}です。{measured}")
    answer = said(text, (first, second))
    return answer if compare in _MOST else replace(answer, data={**answer.data, "so": wins})


_ALIKE = 0.05
"""Degrees by which nobody feels a difference, and no sensor here tells one."""


def _low(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _extreme(context: Context, meant: Sequence[Entity], compare: Compare) -> Said:
    """The warmest or coldest place, in whatever unit each measures."""
    en, ja, choose = _MOST[compare]
    entity = choose(meant, key=_celsius)
    value, unit = _degrees(entity)
    room = entity.thing.room
    place = f"The {room.lower()}" if room else upper_first(the(entity))
    text = context.say(
        f"{place} is the {en}: it's {value:g} {unit} there.",
        f"一番{ja}のは{room_ja(entity) if room else called_ja(entity)}で、{value:g}度です。",
    )
    return said(text, [entity])


def _celsius(entity: Entity) -> float:
    value, unit = _degrees(entity)
    return (value - 32) * 5 / 9 if unit.endswith("F") else value


def _set_to(context: Context, meant: Sequence[Entity]) -> str:
    (entity,) = meant
    wanted = entity.attributes.get("temperature")
    if entity.thing.domain != "climate" or not isinstance(wanted, int | float) or entity.state == "off":
        return ""
    unit = _degrees(entity)[1]
    return context.say(
        f"{upper_first(the(entity))} {'are' if plural(entity) else 'is'} set to {wanted:g} {unit}.",
        f"設定は{wanted:g}度です。",
    )


def _measures(entity: Entity) -> bool:
    has = entity.attributes
    if entity.thing.domain == "sensor":
        unit = str(has.get("unit_of_measurement", ""))
        warm = entity.thing.device_class == "temperature" or unit in ("°C", "°F")
        return warm and _is_number(entity.state)
    return entity.thing.domain == "climate" and has.get("current_temperature") is not None


def _is_number(state: str) -> bool:
    try:
        return math.isfinite(float(state))
    except ValueError:
        return False


def _one_a_room(measuring: Sequence[Entity]) -> list[Entity]:
    """A room's thermostat speaks for it, before its sensors."""
    rooms: dict[str | None, Entity] = {}
    for entity in sorted(measuring, key=lambda entity: entity.thing.domain != "climate"):
        rooms.setdefault(entity.thing.room, entity)
    return list(rooms.values())


def _warmth(context: Context, meant: Sequence[Entity]) -> str:
    told = [(entity, *_degrees(entity)) for entity in meant[:TO_TELL]]
    if context.language == "ja":
        return (
            "、".join(f"{room_ja(e) if e.thing.room else called_ja(e)}は{value:g}度" for e, value, _ in told)
            + "です。"
        )
    listed = []
    for entity, value, unit in told:
        place = f" in the {entity.thing.room.lower()}" if entity.thing.room else f" by {the(entity)}"
        listed.append(f"{value:g} {unit}{place if entity.thing.room or len(told) > 1 else ''}")
    return f"It's {and_en(listed)}."


def _degrees(entity: Entity) -> tuple[float, str]:
    if entity.thing.domain == "sensor":
        return float(entity.state), str(entity.attributes.get("unit_of_measurement", "°"))
    return float(entity.attributes["current_temperature"]), str(
        entity.attributes.get("temperature_unit", "°")
    )


async def weather(house: House, context: Context, target: Target) -> Said:
    """Tell the weather, if the home has something that knows it."""
    if not house.connected:
        return offline(context)
    try:
        meant = find(house.things(), target, context.here, Search(("weather",)))
    except Unclear as unclear:
        if not unclear.candidates and target.name is None:
            return Said(
                context.say(
                    "Nothing in this home tells the weather.", "この家には天気を知らせるものがありません。"
                ),
                ok=False,
                data={"things": []},
            )
        meant = list(unclear.candidates)[:1]
        if not meant:
            return asked_back(context, unclear)
    entity = meant[0]
    if why := doubt(context, entity):
        return replace(said(upper_first(why), meant), ok=False)
    degrees = entity.attributes.get("temperature")
    unit = entity.attributes.get("temperature_unit", "°C")
    word = state_word(entity, context.language)
    text = context.say(
        f"{entity.thing.name}: {word}" + (f", {degrees} {unit}." if degrees is not None else "."),
        f"{called_ja(entity)}の天気は{word}"
        + (f"、気温は{degrees} {unit}です。" if degrees is not None else "です。"),
    )
    return said(text, meant)


def said(text: str, entities: Sequence[Entity]) -> Said:
    """What was found, for people and for programs."""
    rows = [{"id": entity.thing.id, "name": entity.thing.name, "state": entity.state} for entity in entities]
    return Said(text, data={"things": rows})
