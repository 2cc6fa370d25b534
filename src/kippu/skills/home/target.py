"""Which things a sentence means: name, room, floor, domain, kind within the domain, and where it was said."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from kippu.skills.home.entity import Entity
from kippu.skills.home.naming import by_id, by_make, by_name, by_part, in_room, kind_meant, plain
from kippu.skills.home.nouns import kind
from kippu.skills.home.phrases import called_ja, room_ja, the, upper_first

ALL = "all"


@dataclass(frozen=True, slots=True)
class Target:
    """What was said of the things; a thing must fit all that is given."""

    name: str | None = None
    """As people call it, its id, or "all"."""
    area: str | None = None
    """A room's name."""
    floor: str | None = None
    domain: str | None = None
    device_class: str | None = None

    @property
    def broad(self) -> bool:
        """True if it may mean several things: all, or those of a room or floor."""
        return self.name == ALL or (self.name is None and bool(self.area or self.floor))


class Unclear(Exception):
    """It isn't clear which things are meant; the person is told or asked, in their language."""

    def __init__(self, en: str, ja: str, candidates: Iterable[Entity] = ()) -> None:
        super().__init__(en)
        self.en = en
        self.ja = ja
        self.candidates = tuple(candidates)


@dataclass(frozen=True, slots=True)
class Search:
    """What a tool can act upon."""

    domains: tuple[str, ...]
    """The domains that it is for."""
    first: tuple[str, ...] = ()
    """Those of them that a room alone means: "turn off the kitchen" means its lights."""
    also: tuple[str, ...] = ()
    """Domains that it takes only when they are named: "turn on the front door lock"."""
    prefer: Callable[[Entity], bool] | None = None
    """Where several would do, those which are so are meant: "pause" means what plays."""
    single: bool = False
    """True if no more than one thing is meant unless all are said."""
    able: Callable[[Entity], bool] = lambda entity: True
    """A room or "all" means those of which this is true."""


def find(entities: Iterable[Entity], target: Target, here: str | None, search: Search) -> list[Entity]:
    """The things that are meant, at least one; raises Unclear."""
    everything = list(entities)
    target = _as_called_here(everything, target)
    things = [entity for entity in everything if fits(entity, target)]
    if target.name and target.name != ALL:
        return _named(everything, target, here, search)
    domains = search.domains if target.domain is None else (target.domain,)
    able = [entity for entity in things if entity.thing.domain in domains]
    if not target.broad:
        return _unnamed(able, target, here, search, everything)
    able = _narrowed(able, target, search)
    if not able:
        if target.area and not any(in_room(entity, target.area) for entity in everything):
            raise Unclear(
                f"I don't know a room called “{target.area}” here.",
                f"「{target.area}」という部屋は見つかりません。",
            )
        raise none_such(target, search, everything)
    if search.single and len(able) > 1 and target.name != ALL:
        return _one(able, search)
    return able


_BEFORE_WINDOWS = ("blind", "curtain", "shade", "shutter")


def _as_called_here(everything: Sequence[Entity], target: Target) -> Target:
    """Blinds where somebody says curtains and there are none: people call them by each other's names."""
    if target.device_class not in _BEFORE_WINDOWS or any(fits(entity, target) for entity in everything):
        return target
    others = (replace(target, device_class=other) for other in _BEFORE_WINDOWS)
    return next((one for one in others if any(fits(entity, one) for entity in everything)), target)


def fits(entity: Entity, target: Target) -> bool:
    """True if it has the room, floor, domain and kind of what was said; its name isn't looked at."""
    thing = entity.thing
    return (
        (target.domain is None or thing.domain == target.domain)
        and (target.device_class is None or thing.device_class == target.device_class)
        and (target.area is None or in_room(entity, target.area))
        and (target.floor is None or plain(thing.floor or "") == plain(target.floor))
    )


def _named(everything: Sequence[Entity], target: Target, here: str | None, search: Search) -> list[Entity]:
    name = target.name or ""
    things = [entity for entity in everything if fits(entity, target)]
    # A name says more than the kind that somebody took the thing for.
    place = Target(None, target.area, target.floor)
    there = [entity for entity in everything if fits(entity, place)]
    named = by_id(everything, name) or by_name(things, name) or by_name(there, name)
    if not named:
        held = [entity for entity in by_part(things, name) or by_part(there, name) if _can(entity, search)]
        if domain := kind_meant(name):
            meant = Target(None, target.area, target.floor, domain, target.device_class)
            return _of_kind(everything, held, meant, here, search)
        named = held or by_make(there, name)
    if not named:
        raise Unclear(
            f"I don't know anything called “{target.name}” here.",
            f"「{target.name}」という名前のものは見つかりません。",
        )
    able = [entity for entity in named if entity.thing.domain in search.domains]
    able = able or [entity for entity in named if entity.thing.domain in search.also]
    if not able:
        raise Unclear(
            f"{upper_first(the(named[0]))} can't do that.",
            f"{called_ja(named[0])}ではそれはできません。",
            named,
        )
    if len(able) > 1:
        able = [entity for entity in able if here and in_room(entity, here)] or able
    return able if len(able) == 1 else _one(able, search)


def _of_kind(
    everything: Sequence[Entity], held: Sequence[Entity], meant: Target, here: str | None, search: Search
) -> list[Entity]:
    """What a word for a kind means: "heater" a thermostat, unless something else alone is called a heater."""

    def near(entity: Entity) -> bool:
        return bool(here) and in_room(entity, here or "")

    of_kind = [entity for entity in everything if fits(entity, meant) and _can(entity, search)]
    called = [] if any(entity in of_kind for entity in held) else list(held)
    if not called or (any(map(near, of_kind)) and not any(map(near, called))):
        return find(everything, meant, here, search)
    called = [entity for entity in called if near(entity)] or called
    return called if len(called) == 1 or meant.broad else _one(called, search)


def _can(entity: Entity, search: Search) -> bool:
    return entity.thing.domain in (*search.domains, *search.also)


def _unnamed(
    able: list[Entity], target: Target, here: str | None, search: Search, everything: Sequence[Entity]
) -> list[Entity]:
    near = _narrowed([entity for entity in able if here and in_room(entity, here)], target, search)
    able = _narrowed(able, target, search)
    if near:
        return _one(near, search) if search.single and len(near) > 1 else near
    if not able:
        raise none_such(target, search, everything)
    return able[:1] if len(able) == 1 else _one(able, search)


def _narrowed(able: list[Entity], target: Target, search: Search) -> list[Entity]:
    """Those that such words mean first, of those the ones that are able; all if that leaves none."""
    if target.name is None and target.domain is None:
        able = [entity for entity in able if entity.thing.domain in search.first] or able
    return [entity for entity in able if search.able(entity)] or able


def _one(able: Sequence[Entity], search: Search) -> list[Entity]:
    """The one of several that is meant, if how they are tells it."""
    preferred = [entity for entity in able if search.prefer and search.prefer(entity)]
    if len(preferred) == 1:
        return preferred
    asked = preferred or able
    names = [_told_apart(entity, asked) for entity in asked]
    names_ja = [_told_apart(entity, asked, ja=True) for entity in asked]
    raise Unclear(f"Which one: {_or(names)}?", f"どれのことですか：{'、'.join(names_ja)}？", asked)


def _told_apart(entity: Entity, others: Sequence[Entity], ja: bool = False) -> str:
    own, room = (called_ja(entity), room_ja(entity)) if ja else (entity.thing.name, entity.thing.room or "")
    twice = [other for other in others if other.thing.name == entity.thing.name]
    return f"{own} ({room})" if len(twice) > 1 and room else own


def reply(entity: Entity, others: Sequence[Entity], ja: bool = False) -> str:
    """What a person says to choose this one of several."""
    own, room = (called_ja(entity), room_ja(entity)) if ja else (entity.thing.name, entity.thing.room or "")
    if sum(other.thing.name == entity.thing.name for other in others) == 1 or not room:
        return own
    return f"{room}の{own}" if ja else f"{room} {own}"


def _or(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else names[0]


def none_such(target: Target, search: Search, everything: Iterable[Entity] = ()) -> Unclear:
    """That the home has nothing of this kind."""
    en, ja = kind(target.domain or search.domains[0], target.device_class)
    if sensor := _only_sensed(everything, target):
        return Unclear(
            f"I can't move {_a(en)} here: {the(sensor)} only tells whether it is open.",
            f"動かせる{ja}はありません。{called_ja(sensor)}は開閉を知らせるだけです。",
        )
    place, place_ja = place_called(everything, target)
    return Unclear(
        f"I don't know {_a(en)} in {place}." if place else f"I don't know {_a(en)} here.",
        f"{place_ja}に{ja}は見つかりません。" if place else f"{ja}は見つかりません。",
    )


def _only_sensed(everything: Iterable[Entity], target: Target) -> Entity | None:
    """A sensor of what was to be moved, in the place that is meant."""
    if target.domain != "cover" or target.device_class is None:
        return None
    sensor = replace(target, domain="binary_sensor")
    return next((entity for entity in everything if fits(entity, sensor)), None)


def place_called(everything: Iterable[Entity], target: Target) -> tuple[str, str]:
    """The room or floor of a target inside a sentence; empty if it has none."""
    if not target.area:
        floor = target.floor or ""
        return floor, floor
    there = next((entity for entity in everything if in_room(entity, target.area)), None)
    if there is None or there.thing.room is None:
        return target.area, target.area
    room = there.thing.room
    return f"the {room.lower()}" if room.isascii() else room, room_ja(there)


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
