"""Which things there are, and which topic belongs to which. Knows payloads and topics, no connection."""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from kippu.names import Names, Room, Thing
from kippu.skills.home import discovery, template
from kippu.skills.home.discovery import Announcement
from kippu.skills.home.entity import UNKNOWN, Entity
from kippu.skills.home.kinds import KINDS
from kippu.skills.home.kinds.kind import Reading, as_object, said_in
from kippu.skills.home.makes import makes
from kippu.skills.home.signs import FAILS, NotDefined, UnknownTemplate

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Route:
    """What a message on a topic means to one entity."""

    entity: Entity
    reading: Reading | None = None
    """Set for a state."""
    availability: Mapping[str, Any] | None = None
    """Set for an availability topic: its payloads."""


class Registry:
    """All entities, by what they announced. ``changed`` is called with each entity whose state is new."""

    def __init__(self, changed: Callable[[Entity], None]) -> None:
        self._changed = changed
        self._by_key: dict[str, Entity] = {}
        self._by_id: dict[str, Entity] = {}
        self._announced: dict[str, dict[str, Announcement]] = {}
        self._routes: dict[str, list[_Route]] = {}
        self._fresh: set[str] = set()
        self._names: Names | None = None

    def __len__(self) -> int:
        return len(self._by_key)

    def entities(self) -> Iterable[Entity]:
        """All there are, in the order in which they came."""
        return self._by_key.values()

    def get(self, id_: str) -> Entity | None:
        """The one with this id."""
        return self._by_id.get(id_)

    def topics(self) -> Iterable[str]:
        """All topics that tell something of a thing."""
        return self._routes.keys()

    def names(self) -> Names:
        """What can be named now; the same object until something comes or goes."""
        if self._names is None:
            self._names = _names(tuple(self._by_key.values()))
        return self._names

    def begin(self) -> None:
        """A new connection: what is not announced again until ``end`` is gone."""
        self._fresh = set()

    def end(self) -> None:
        """All that the broker keeps has been announced."""
        for topic in set(self._announced) - self._fresh:
            self.announce(topic, b"")

    def announce(self, topic: str, payload: bytes) -> set[str]:
        """Take a discovery message; gives the topics to listen to because of it."""
        self._fresh.add(topic)
        now = {announcement.key: announcement for announcement in discovery.read(topic, payload)}
        before = self._announced.get(topic, {})
        if now == before:
            return set()
        for key in set(before) - set(now):
            self._remove(key)
        wanted: set[str] = set()
        for key, announcement in now.items():
            if before.get(key) != announcement and announcement.domain in KINDS:
                try:
                    wanted |= self._add(announcement)
                except (TypeError, ValueError, LookupError, AttributeError) as error:
                    _log.warning("What %s announces can't be read (%.200r).", key, error)
        if now:
            self._announced[topic] = now
        else:
            self._announced.pop(topic, None)
        self._names = None
        return wanted

    def _add(self, announcement: Announcement) -> set[str]:
        old = self._by_key.get(announcement.key)
        self._remove(announcement.key)
        kind = KINDS[announcement.domain]
        entity = Entity(
            thing=self._thing(announcement),
            key=announcement.key,
            config=announcement.config,
            room_aliases=announcement.room_aliases,
        )
        if old:
            entity.state, entity.attributes = old.state, dict(old.attributes)
            entity.told_by, entity.garbled = dict(old.told_by), old.garbled & set(entity.config)
        entity.attributes |= kind.at_first(announcement.config)
        routes = list(_routes(entity))
        self._by_key[announcement.key] = self._by_id[entity.thing.id] = entity
        for topic, route in routes:
            self._routes.setdefault(topic, []).append(route)
        return {topic for topic, _ in routes}

    def _thing(self, announcement: Announcement) -> Thing:
        id_ = f"{announcement.domain}.{announcement.object}"
        number = 2
        while id_ in self._by_id:
            id_ = f"{announcement.domain}.{announcement.object}_{number}"
            number += 1
        features = KINDS[announcement.domain].features(announcement.config)
        device_class = announcement.config.get("device_class")
        return Thing(
            id=id_,
            name=announcement.name,
            domain=announcement.domain,
            device_class=device_class if isinstance(device_class, str) else None,
            room=announcement.room,
            floor=announcement.floor,
            aliases=announcement.aliases,
            features=frozenset(features),
        )

    def _remove(self, key: str) -> None:
        entity = self._by_key.pop(key, None)
        if not entity:
            return
        del self._by_id[entity.thing.id]
        for topic in list(self._routes):
            left = [route for route in self._routes[topic] if route.entity is not entity]
            if left:
                self._routes[topic] = left
            else:
                del self._routes[topic]
        entity.woken()

    def receive(self, topic: str, payload: bytes) -> None:
        """Take a state or availability message."""
        for route in self._routes.get(topic, ()):
            entity = route.entity
            before = _shown(entity)
            if route.availability is not None:
                _hear_availability(entity, topic, route.availability, payload)
            else:
                _hear_state(entity, route.reading, payload)
            if before != _shown(entity):
                self._changed(entity)
            entity.woken()


def _shown(entity: Entity) -> tuple[object, ...]:
    """What anybody who looks at it sees."""
    return entity.state, entity.available, dict(entity.attributes), entity.readable, entity.silent


def _routes(entity: Entity) -> Iterable[tuple[str, _Route]]:
    config = entity.config
    for reading in KINDS[entity.thing.domain].readings:
        if reading.topic in config:
            yield config[reading.topic], _Route(entity, reading)
    if "json_attributes_topic" in config:
        yield config["json_attributes_topic"], _Route(entity)
    rows = list(config.get("availability", ()))
    if "availability_topic" in config:
        rows.append({**config, "topic": config["availability_topic"]})
    for row in rows:
        # As Home Assistant has it: not there until it says so.
        entity.here[row["topic"]] = False
        yield row["topic"], _Route(entity, availability=row)


def _hear_availability(entity: Entity, topic: str, row: Mapping[str, Any], payload: bytes) -> None:
    try:
        chosen = row.get("value_template") or row.get("availability_template")
        said = str(template.of_payload(chosen, payload.decode()))
    except FAILS as error:
        _log.warning(
            "%s says %.80r of being there, which can't be read (%.200r).", entity.thing.id, payload, error
        )
        return
    entity.here.pop(topic, None)
    if said == str(row.get("payload_available", "online")):
        entity.here[topic] = True
    elif said == str(row.get("payload_not_available", "offline")) or not said:
        entity.here[topic] = False
    else:
        entity.here[topic] = True
        _log.info("%s says %r of being there, which it did not announce.", entity.thing.id, said)


def _hear_state(entity: Entity, reading: Reading | None, payload: bytes) -> None:
    try:
        if reading:
            known = said_in(entity, reading, payload.decode())
        else:
            chosen = entity.config.get("json_attributes_template")
            known = as_object(template.of_payload(chosen, payload.decode()))
    except UnknownTemplate as error:
        _log.warning("%s can't be read: %.200s", entity.thing.id, error)
        entity.state = UNKNOWN
        return
    except NotDefined:
        return
    except FAILS as error:
        _log.warning("%s says %.80r, which can't be read (%.200r).", entity.thing.id, payload, error)
        entity.heard += 1
        entity.unreadable += 1
        if reading:
            entity.garble(reading.topic)
        return
    if reading and known is not None:
        entity.heard += 1
    if known is not None:
        source = reading.topic if reading else "json_attributes_topic"
        entity.hear(source, known, datetime.now().astimezone())


def _names(entities: Sequence[Entity]) -> Names:
    made = makes(entities)
    things = tuple(replace(entity.thing, makes=made.get(entity.thing.id, ())) for entity in entities)
    rooms: dict[str, Room] = {}
    for entity in entities:
        name = entity.thing.room
        if name is None:
            continue
        known = rooms.get(name, Room(name))
        aliases = dict.fromkeys((*known.aliases, *entity.room_aliases))
        rooms[name] = Room(name, known.floor or entity.thing.floor, tuple(aliases))
    floors = dict.fromkeys(room.floor for room in rooms.values() if room.floor)
    return Names(things, tuple(rooms.values()), tuple(floors))
