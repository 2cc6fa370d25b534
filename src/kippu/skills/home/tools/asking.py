"""How the home is: one thing's state, whether any or all are so, which, how many; warmth and weather."""

from collections.abc import Sequence
from typing import Literal

from kippu.skills.home.entity import UNKNOWN, Entity
from kippu.skills.home.kinds import KINDS
from kippu.skills.home.naming import in_room
from kippu.skills.home.phrases import and_en, called_ja, joined, plural, the, upper_first
from kippu.skills.home.target import Search, Target, Unclear, find
from kippu.skills.home.telling import has_property, property_value, sentence
from kippu.skills.home.tools.acting import House, asked_back, offline
from kippu.skills.home.words import is_state as is_so
from kippu.skills.home.words import known, state_word
from kippu.tool import Context, Said

Ask = Literal["one", "is", "any", "all", "which", "how_many", "where"]
_TO_TELL = 6
"""More things than these are not told one by one."""


async def state(
    house: House,
    context: Context,
    target: Target,
    *,
    state: str | None = None,
    ask: Ask = "one",
    property: str | None = None,
) -> Said:
    """Tell how things are: one thing, whether any or all are so, which or how many are, or one property."""
    if not house.connected:
        return offline(context)
    try:
        meant = _meant(house, context, target, ask, property)
    except Unclear as unclear:
        return asked_back(context, unclear)
    if property:
        return _properties(context, meant, property)
    if ask == "where":
        return _said(" ".join(_where(context, entity) for entity in meant), meant)
    if state is None or ask == "one":
        told = meant[:_TO_TELL]
        return _said(
            ("" if context.language == "ja" else " ").join(sentence(context, entity) for entity in told), told
        )
    return _judged(context, meant, state, ask)


def _meant(house: House, context: Context, target: Target, ask: Ask, property: str | None) -> list[Entity]:
    things = house.things()
    if property:
        things = [entity for entity in things if has_property(entity, property)]
    search = Search(tuple(KINDS))
    if target.name is None and ask in ("any", "all", "which", "how_many"):
        # Such a question is about all there are, wherever it was asked.
        target = Target("all", target.area, target.floor, target.domain, target.device_class)
    try:
        return find(things, target, context.here, search)
    except Unclear as unclear:
        # Things of one name tell all they have: a phone's battery, its charger.
        if unclear.candidates and target.name and len(unclear.candidates) <= _TO_TELL:
            return list(unclear.candidates)
        raise


def _judged(context: Context, meant: Sequence[Entity], state: str, ask: Ask) -> Said:
    so = [entity for entity in meant if is_so(entity, state)]
    names = joined(context, (_name(context, entity) for entity in so)) if so else ""
    match ask:
        case "how_many":
            return _said(context.say(str(len(so)), f"{len(so)}個です。"), so)
        case "which":
            return _said(names or context.say("None", "ありません。"), so)
        case "any":
            yes = context.say(f"Yes, {names}", f"はい、{names}です。")
            return _said(yes if so else context.say("No", "いいえ、ありません。"), so)
        case "is" if len(meant) == 1 and not so:
            entity = meant[0]
            verb, word = ("they are" if plural(entity) else "it is"), state_word(entity, context.language)
            return _said(context.say(f"No, {verb} {word}", f"いいえ、{word}です。"), meant)
    others = [entity for entity in meant if entity not in so]
    if not others:
        return _said(context.say("Yes", "はい。"), meant)
    left = joined(context, (_name(context, entity) for entity in others))
    verb = "are" if len(others) > 1 else "is"
    word_en, word_ja = _asked_word(others[0], state)
    return _said(
        context.say(f"No, {left} {verb} not {word_en}", f"いいえ、{left}は{word_ja}ではありません。"), others
    )


def _asked_word(entity: Entity, state: str) -> tuple[str, str]:
    """The word for the asked state: a binary sensor's "on" is its own word."""
    if entity.thing.domain == "binary_sensor" and state in ("on", "off"):
        other = Entity(entity.thing, entity.key, entity.config, state=state)
        return state_word(other, "en"), state_word(other, "ja")
    return known(state, "en"), known(state, "ja")


def _name(context: Context, entity: Entity) -> str:
    return called_ja(entity) if context.language == "ja" else entity.thing.name


def _where(context: Context, entity: Entity) -> str:
    if entity.thing.domain in ("person", "device_tracker"):
        place = state_word(entity, context.language)
        at = "" if entity.state in ("home", "not_home") else "at "
        return context.say(f"{entity.thing.name} is {at}{place}", f"{entity.thing.name}は{place}です。")
    room = entity.thing.room
    if not room:
        return context.say(
            f"I don't know where {the(entity)} is.", f"{called_ja(entity)}の場所は分かりません。"
        )
    return context.say(
        f"{upper_first(the(entity))} {'are' if plural(entity) else 'is'} in the {room.lower()}.",
        f"{called_ja(entity)}は{_room_ja(entity)}にあります。",
    )


def _room_ja(entity: Entity) -> str:
    names = (entity.thing.room or "", *entity.room_aliases)
    return next((name for name in names if not name.isascii()), names[0])


def _properties(context: Context, meant: Sequence[Entity], property: str) -> Said:
    said = []
    for entity in meant[:_TO_TELL]:
        value = property_value(entity, property)
        own = entity.thing.domain == "sensor"
        name = entity.thing.name if own else f"{the(entity)}'s {property.replace('_', ' ')}"
        said.append(context.say(f"{upper_first(name)} is {value}.", f"{called_ja(entity)}は{value}です。"))
    return _said(("" if context.language == "ja" else " ").join(said), meant)


def _said(text: str, entities: Sequence[Entity]) -> Said:
    rows = [{"id": entity.thing.id, "name": entity.thing.name, "state": entity.state} for entity in entities]
    return Said(text, data={"things": rows})


async def temperature(house: House, context: Context, target: Target) -> Said:
    """Tell how warm it is in a room."""
    if not house.connected:
        return offline(context)
    measuring = [entity for entity in house.things() if _measures(entity)]
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
        return asked_back(context, unclear)
    return _said(_warmth(context, meant), meant)


def _measures(entity: Entity) -> bool:
    has = entity.attributes
    if entity.thing.domain == "sensor":
        unit = str(has.get("unit_of_measurement", ""))
        return entity.state != UNKNOWN and (
            entity.thing.device_class == "temperature" or unit in ("°C", "°F")
        )
    return entity.thing.domain == "climate" and has.get("current_temperature") is not None


def _one_a_room(measuring: Sequence[Entity]) -> list[Entity]:
    """A room's thermostat speaks for it, before its sensors."""
    rooms: dict[str | None, Entity] = {}
    for entity in sorted(measuring, key=lambda entity: entity.thing.domain != "climate"):
        rooms.setdefault(entity.thing.room, entity)
    return list(rooms.values())


def _warmth(context: Context, meant: Sequence[Entity]) -> str:
    told = [(entity, *_degrees(entity)) for entity in meant[:_TO_TELL]]
    if context.language == "ja":
        return (
            "、".join(f"{_room_ja(e) if e.thing.room else called_ja(e)}は{value:g}度" for e, value, _ in told)
            + "です。"
        )
    if len(told) == 1:
        entity, value, unit = told[0]
        place = f" in the {entity.thing.room.lower()}" if entity.thing.room else ""
        return f"It's {value:g} {unit}{place}."
    return and_en([f"{e.thing.room or e.thing.name} {value:g} {unit}" for e, value, unit in told])


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
    degrees = entity.attributes.get("temperature")
    unit = entity.attributes.get("temperature_unit", "°C")
    word = state_word(entity, context.language)
    text = context.say(
        f"{entity.thing.name}: {word}" + (f", {degrees} {unit}." if degrees is not None else "."),
        f"{called_ja(entity)}の天気は{word}"
        + (f"、気温は{degrees} {unit}です。" if degrees is not None else "です。"),
    )
    return _said(text, meant)


TOOLS = (state, temperature, weather)
