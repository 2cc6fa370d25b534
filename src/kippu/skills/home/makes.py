"""What a thing can be called by its maker or model: "the Sonos". Only where that is no other's name too."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kippu.skills.home.entity import Entity
from kippu.skills.home.naming import kind_meant, plain

_TELLING = ("sensor", "binary_sensor", "event", "update", "device_tracker", "number", "select", "button")
"""Of one device's things these are meant only when it has no other."""
_SHORTEST = 3
_NOBODY = ("unknown", "generic", "homemade", "custom", "diy", "none")


def makes(entities: Sequence[Entity]) -> Mapping[str, tuple[str, ...]]:
    """For the ids of things: maker and model, where nothing else in the home is or has that name."""
    found: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        for make in {plain(make) for make in entity.makes}:
            found[make].append(entity)
    taken = {plain(name) for entity in entities for name in _names(entity)}
    unique: defaultdict[str, list[str]] = defaultdict(list)
    for make, things in found.items():
        main = [entity for entity in things if entity.thing.domain not in _TELLING] or things
        if len(main) == 1 and make not in taken and _telling(make):
            said = next(name for name in main[0].makes if plain(name) == make)
            unique[main[0].thing.id].append(said)
    return {id_: tuple(sorted(names)) for id_, names in unique.items()}


def _names(entity: Entity) -> tuple[str, ...]:
    thing = entity.thing
    return (thing.name, *thing.aliases, *filter(None, (thing.room, thing.floor)), *entity.room_aliases)


def _telling(make: str) -> bool:
    return len(make) >= _SHORTEST and make not in _NOBODY and not make.isdigit() and not kind_meant(make)
