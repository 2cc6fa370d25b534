"""Which things a sentence means: name, room, floor, domain, kind within the domain, and where it was said."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kippu.skills.home.entity import Entity

ALL = "all"


@dataclass(frozen=True, slots=True)
class Target:
    """What was said of the things; a thing must fit all that is given."""

    name: str | None = None
    """As people call it, or "all"."""
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
    things = [entity for entity in everything if _fits(entity, target)]
    if target.name and target.name != ALL:
        return _named(things, target, here, search)
    domains = search.domains if target.domain is None else (target.domain,)
    able = [entity for entity in things if entity.thing.domain in domains]
    if not target.broad:
        return _unnamed(able, target, here, search)
    able = _narrowed(able, target, search)
    if not able:
        if target.area and not any(in_room(entity, target.area) for entity in everything):
            raise Unclear(
                f"I don't know a room called “{target.area}” here.",
                f"「{target.area}」という部屋は見つかりません。",
            )
        raise _none(target, search)
    if search.single and len(able) > 1 and target.name != ALL:
        return _one(able, search)
    return able


def _fits(entity: Entity, target: Target) -> bool:
    thing = entity.thing
    return (
        (target.domain is None or thing.domain == target.domain)
        and (target.device_class is None or thing.device_class == target.device_class)
        and (target.area is None or in_room(entity, target.area))
        and (target.floor is None or plain(thing.floor or "") == plain(target.floor))
    )


def in_room(entity: Entity, room: str) -> bool:
    """True if it stands in the room of this name or alias."""
    names = (entity.thing.room or "", *entity.room_aliases)
    return plain(room) in map(plain, names)


def plain(name: str) -> str:
    """A name as it is compared: width, case and spaces don't matter."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _named(things: Sequence[Entity], target: Target, here: str | None, search: Search) -> list[Entity]:
    named = _by_name(things, target.name or "")
    if not named and (domain := _GENERIC.get(plain(target.name or ""))):
        kind = Target(None, target.area, target.floor, domain, target.device_class)
        return find(things, kind, here, search)
    if not named:
        raise Unclear(
            f"I don't know anything called “{target.name}” here.",
            f"「{target.name}」という名前のものは見つかりません。",
        )
    able = [entity for entity in named if entity.thing.domain in search.domains]
    able = able or [entity for entity in named if entity.thing.domain in search.also]
    if not able:
        name = named[0].thing.name
        raise Unclear(f"{name} can't do that.", f"{name}ではそれはできません。", named)
    if len(able) > 1:
        able = [entity for entity in able if here and in_room(entity, here)] or able
    return able if len(able) == 1 else _one(able, search)


def _by_name(things: Sequence[Entity], name: str) -> list[Entity]:
    wanted = plain(name)
    exact = [entity for entity in things if wanted in _names(entity)]
    if exact:
        return exact
    wanted = wanted.removeprefix("the ").removeprefix("my ")
    return [
        entity
        for entity in things
        if wanted in _names(entity)
        or any(wanted == f"{plain(room)} {own}" for own in _names(entity) for room in _rooms(entity))
        or any(f"{plain(room)} {wanted}" in _names(entity) for room in _rooms(entity))
    ]


def _names(entity: Entity) -> list[str]:
    return [plain(name) for name in (entity.thing.name, *entity.thing.aliases)]


def _rooms(entity: Entity) -> list[str]:
    return [room for room in (entity.thing.room, *entity.room_aliases) if room]


def _unnamed(able: list[Entity], target: Target, here: str | None, search: Search) -> list[Entity]:
    near = _narrowed([entity for entity in able if here and in_room(entity, here)], target, search)
    able = _narrowed(able, target, search)
    if near:
        return _one(near, search) if search.single and len(near) > 1 else near
    if not able:
        raise _none(target, search)
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
    raise Unclear(f"Which one: {_or(names)}?", f"どれのことですか：{'、'.join(names)}？", asked)


def _told_apart(entity: Entity, others: Sequence[Entity]) -> str:
    twice = [other for other in others if other.thing.name == entity.thing.name]
    room = f" ({entity.thing.room})" if len(twice) > 1 and entity.thing.room else ""
    return entity.thing.name + room


def _or(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else names[0]


_KINDS = {
    "light": ("light", "照明"),
    "switch": ("switch", "スイッチ"),
    "cover": ("blind or cover", "ブラインドやカーテン"),
    "valve": ("valve", "バルブ"),
    "climate": ("thermostat", "エアコン"),
    "fan": ("fan", "扇風機"),
    "lock": ("lock", "鍵"),
    "media_player": ("player", "プレーヤー"),
    "vacuum": ("vacuum", "掃除機"),
    "lawn_mower": ("lawn mower", "芝刈り機"),
    "sensor": ("sensor", "センサー"),
    "binary_sensor": ("sensor", "センサー"),
    "humidifier": ("humidifier", "加湿器"),
    "weather": ("weather", "天気"),
    "button": ("button", "ボタン"),
    "scene": ("scene", "シーン"),
}
_GENERIC = {plain(word): domain for domain, words in _KINDS.items() for word in words} | {
    "lights": "light",
    "lamp": "light",
    "電気": "light",
    "ライト": "light",
}
"""Words that no thing is named by here, yet say what kind of thing is meant."""


def _none(target: Target, search: Search) -> Unclear:
    domain = target.domain or search.domains[0]
    en, ja = _KINDS.get(domain, (domain.replace("_", " "), domain))
    if target.device_class:
        en, ja = target.device_class.replace("_", " "), target.device_class
    place = target.area or target.floor
    return Unclear(
        f"I don't know a {en} in {place}." if place else f"I don't know a {en} here.",
        f"{place}に{ja}は見つかりません。" if place else f"{ja}は見つかりません。",
    )
