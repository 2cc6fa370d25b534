"""How the home is: one thing's state, whether any or all are so, which, how many."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from kippu.skills.home.entity import Entity
from kippu.skills.home.kinds import KINDS
from kippu.skills.home.nouns import PROPERTIES
from kippu.skills.home.phrases import and_en, called_ja, plural, room_ja, the, upper_first
from kippu.skills.home.target import ALL, Search, Target, Unclear, find, fits, none_such
from kippu.skills.home.telling import doubt, sentence
from kippu.skills.home.tools import everything, judging, measuring
from kippu.skills.home.tools.acting import House, asked_back, offline
from kippu.skills.home.tools.measuring import TO_TELL, said
from kippu.skills.home.words import is_state as is_so
from kippu.skills.home.words import state_word
from kippu.tool import Context, Said

Ask = Literal["one", "is", "any", "all", "which", "how_many", "where"]


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
    if ask == "one" and property is None and target.name is None and target.device_class in PROPERTIES:
        # How humid it is may be told by a thermostat as well as by a sensor.
        property, target = target.device_class, Target(None, target.area, target.floor)
    if target.device_class in _OPENINGS:
        state = {"on": "open", "off": "closed"}.get(state or "", state)
        if target.device_class == "door" and state in _BARRED:
            state, target = _of_its_lock(house, target, state)
    try:
        if property:
            return measuring.properties(house, context, target, property)
        meant = _meant(house, context, target, ask)
    except Unclear as unclear:
        return asked_back(context, unclear)
    if ask == "where":
        return said(" ".join(_where(context, entity) for entity in meant), meant)
    if state is None or ask == "one":
        told = meant[:TO_TELL]
        return said(
            ("" if context.language == "ja" else " ").join(sentence(context, entity) for entity in told), told
        )
    if target.name in (None, ALL) and not (target.domain or target.device_class):
        # A lock or a sensor is neither on nor off, though it says so, and a lamp is never closed.
        is_such = {"on": _is_switched, "off": _is_switched, "open": _is_opening, "closed": _is_opening}
        meant = [entity for entity in meant if is_such.get(state, bool)(entity)] or meant
    return _judged(context, meant, state, ask=ask, target=target)


def _of_its_lock(house: House, target: Target, state: str) -> tuple[str, Target]:
    """A question of a door that nothing senses, of its lock, which is all that is known of it."""
    lock = replace(target, domain="lock", device_class=None)
    sensed = any(_is_such(entity, target.device_class) for entity in house.things())
    locked = not sensed and any(fits(entity, lock) for entity in house.things())
    return (_BARRED[state], lock) if locked else (state, target)


def _is_switched(entity: Entity) -> bool:
    return entity.thing.domain in everything.SWITCHED


def _is_opening(entity: Entity) -> bool:
    thing = entity.thing
    return thing.domain == "cover" or (thing.domain == "binary_sensor" and thing.device_class in _OPENINGS)


def _meant(house: House, context: Context, target: Target, ask: Ask) -> list[Entity]:
    things: Sequence[Entity] = house.things()
    if target.device_class in _ALIKE:
        things = [entity for entity in things if _is_such(entity, target.device_class)]
        place = Target(target.name, target.area, target.floor)
        if not any(fits(entity, place) for entity in things):
            raise none_such(target, Search(tuple(KINDS)))
        target = place
    search = Search(tuple(KINDS))
    if target.name is None and (ask in ("any", "all", "which", "how_many") or not things):
        # Such a question is about all there are, wherever it was asked.
        target = Target("all", target.area, target.floor, target.domain, target.device_class)
    try:
        return find(things, target, context.here, search)
    except Unclear as unclear:
        # Things of one name tell all they have: a phone's battery, its charger.
        if unclear.candidates and target.name and len(unclear.candidates) <= TO_TELL:
            return list(unclear.candidates)
        raise


_ALIKE: Mapping[str, tuple[str, ...]] = {
    "window": ("window",),
    "door": ("door",),
    "garage": ("garage", "garage_door"),
    "garage_door": ("garage", "garage_door"),
    "motion": ("motion", "occupancy", "presence", "moving"),
    "occupancy": ("occupancy", "presence", "motion"),
    "presence": ("presence", "occupancy", "motion"),
}
"""Classes that answer a question about one of them; a blind or a sensor may tell of a window."""
_SOMEBODY = ("occupancy", "presence")
_OPENINGS = ("window", "door", "garage", "garage_door", "opening")
_BARRED = {"open": "unlocked", "closed": "locked"}
_OPENING = {"window": ("window", "窓"), "door": ("door", "ドア", "扉")}
"""In whose name a sensor of the class "opening" says what it is that opens."""


def _is_such(entity: Entity, device_class: str | None) -> bool:
    thing = entity.thing
    if thing.domain not in ("binary_sensor", "cover"):
        return False
    if thing.device_class == "opening":
        names = " ".join((thing.name, *thing.aliases)).casefold()
        return any(word in names for word in _OPENING.get(device_class or "", ()))
    return thing.device_class in _ALIKE.get(device_class or "", ())


def _judged(context: Context, meant: Sequence[Entity], state: str, *, ask: Ask, target: Target) -> Said:
    doubts = {entity.thing.id: why for entity in meant if (why := doubt(context, entity))}
    if doubts:
        return _doubted(context, meant, state, doubts, ask=ask, target=target)
    so = [entity for entity in meant if is_so(entity, state)]
    if ask == "any" and target.device_class in _SOMEBODY and not so and not _sees_people(meant):
        return _nobody_moves(context, meant)
    others = [entity for entity in meant if entity not in so]
    device_class = target.device_class
    match ask:
        case "how_many":
            return said(judging.how_many_so(context, meant, state, device_class=device_class), so)
        case "which":
            return said(judging.which_so(context, meant, state, device_class=device_class), so)
        case "any":
            return _answered(judging.any_so(context, meant, state, device_class=device_class), so, bool(so))
        case "all":
            text = judging.all_so(context, meant, state, device_class=device_class)
            return _answered(text, others or meant, not others)
    return _answered(judging.is_so(context, meant, state), meant, not others)


def _sees_people(entities: Sequence[Entity]) -> bool:
    return any(entity.thing.device_class in _SOMEBODY for entity in entities)


def _nobody_moves(context: Context, sensors: Sequence[Entity]) -> Said:
    """That nothing moves tells of nobody who sits still, nor of rooms without a sensor."""
    en = and_en([the(entity) for entity in sensors[:TO_TELL]])
    ja = "、".join(called_ja(entity) for entity in sensors[:TO_TELL])
    detect = "detects" if len(sensors) == 1 else "detect"
    text = context.say(
        f"I can't tell whether anybody is there: {en} {detect} no movement.",
        f"誰かいるかどうかは分かりません。{ja}は動きを検知していません。",
    )
    return said(text, sensors)


def _answered(text: str, entities: Sequence[Entity], so: bool) -> Said:
    """Yes or no, for programs too."""
    told = said(text, entities)
    return replace(told, data={**told.data, "so": so})


def _doubted(
    context: Context,
    meant: Sequence[Entity],
    state: str,
    doubts: Mapping[str, str],
    *,
    ask: Ask,
    target: Target,
) -> Said:
    """What is so of those whose state is known, and why the rest can't be told."""
    why = list(doubts.values())[:TO_TELL]
    sure = [entity for entity in meant if entity.thing.id not in doubts]
    if not sure:
        text = "".join(why) if context.language == "ja" else " ".join(upper_first(each) for each in why)
        return said(text, meant[:TO_TELL])
    told = _judged(context, sure, state, ask=ask, target=target)
    text = context.say(
        f"{told.text} But {' '.join([why[0], *map(upper_first, why[1:])])}",
        f"{told.text}ただし、{''.join(why)}",
    )
    data = {key: value for key, value in told.data.items() if key != "so"}  # of all it isn't known
    return replace(told, text=text, data=data)


def _where(context: Context, entity: Entity) -> str:
    if entity.thing.domain in ("person", "device_tracker"):
        if why := doubt(context, entity):
            return upper_first(why)
        place = state_word(entity, context.language)
        at = "" if entity.state in ("home", "not_home") else "at "
        return context.say(f"{entity.thing.name} is {at}{place}.", f"{entity.thing.name}は{place}です。")
    room = entity.thing.room
    if not room:
        return context.say(
            f"I don't know where {the(entity)} is.", f"{called_ja(entity)}の場所は分かりません。"
        )
    return context.say(
        f"{upper_first(the(entity))} {'are' if plural(entity) else 'is'} in the {room.lower()}.",
        f"{called_ja(entity)}は{room_ja(entity)}にあります。",
    )


TOOLS = (state, measuring.temperature, measuring.weather)
