"""Home: the things that are there, what they say, and how to tell them. Other parts see this and no more."""

import asyncio
import contextlib
import logging
import uuid
from collections.abc import Iterable
from typing import Any

from kippu.errors import KippuError
from kippu.events import Events
from kippu.names import Names
from kippu.skills.home import discovery
from kippu.skills.home.connection import Connection
from kippu.skills.home.entity import Entity
from kippu.skills.home.kinds.kind import Message
from kippu.skills.home.registry import Registry
from kippu.skills.home.tools import skill
from kippu.tool import Skill

_log = logging.getLogger(__name__)
_BIRTH = f"{discovery.PREFIX}/status"
_GIVE_UP_ON_KEPT = 3.0
"""Seconds after which a broker that does not echo is taken to have told all it keeps."""


class Home:
    """Whatever announces itself on one broker."""

    def __init__(self, address: str, events: Events) -> None:
        """``address`` as in the setting ``home``; raises SettingsError if it is none. Connects in ``run``."""
        self.address = address
        """Where its broker is, as it was given."""
        self._events = events
        self._connection = Connection(address)
        self._registry = Registry(self._changed)
        self._listener = _Listener(self._connection, self._registry, events)

    async def run(self) -> None:
        """Stay connected until cancelled. Nothing else waits for it."""
        await self._connection.run(self._listener)

    @property
    def connected(self) -> bool:
        """True while the broker is there."""
        return self._connection.up

    async def settled(self, seconds: float) -> bool:
        """Wait until all that the broker keeps is known; False if that takes longer."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._listener.settled.wait()
        return self._listener.settled.is_set()

    def things(self) -> tuple[Entity, ...]:
        """All there are, in the order in which they came."""
        return tuple(self._registry.entities())

    def get(self, id_: str) -> Entity | None:
        """The thing with this id, such as ``light.kitchen``."""
        return self._registry.get(id_)

    def rooms(self) -> list[dict[str, Any]]:
        """Rooms with their things as JSON values; last, named None, what stands in no room."""
        names = self._registry.names()
        found: list[dict[str, Any]] = [
            {
                "name": room.name,
                "aliases": list(room.aliases),
                "floor": room.floor,
                "things": self._in(room.name),
            }
            for room in names.rooms
        ]
        nowhere = self._in(None)
        if nowhere:
            found.append({"name": None, "aliases": [], "floor": None, "things": nowhere})
        return found

    def _in(self, room: str | None) -> list[dict[str, Any]]:
        return [entity.shown() for entity in self._registry.entities() if entity.thing.room == room]

    def names(self) -> Names:
        """What can be named now; the same object until something comes or goes."""
        return self._registry.names()

    async def send(self, entity: Entity, messages: Iterable[Message]) -> None:
        """Publish commands to a thing; raises HomeOffline."""
        config = entity.config
        for topic, payload in messages:
            await self._connection.publish(
                topic, payload, qos=int(config.get("qos", 0)), retain=bool(config.get("retain", False))
            )

    def skill(self) -> Skill:
        """What the assistant can do here."""
        return skill(self)

    def _changed(self, entity: Entity) -> None:
        self._events.send(
            "home",
            id=entity.thing.id,
            state=entity.state,
            attributes=dict(entity.attributes),
            available=entity.available,
            readable=entity.readable,
        )


class _Listener:
    """Keeps the registry up to date with what comes over the connection."""

    def __init__(self, connection: Connection, registry: Registry, events: Events) -> None:
        self.settled = asyncio.Event()
        self._connection = connection
        self._registry = registry
        self._events = events
        self._echo = f"kippu/{uuid.uuid4().hex}/echo"
        self._echoed = asyncio.Event()
        self._listening = False
        self._wanted: set[str] = set()

    async def connected(self) -> None:
        self._registry.begin()
        self._listening = False
        await self._connection.subscribe([self._echo])
        await self._connection.subscribe(discovery.FILTERS)
        await self._all_kept()
        self._registry.end()
        self._wanted.clear()
        self._listening = True
        await self._connection.subscribe(self._registry.topics())
        await self._all_kept()
        self.settled.set()
        self._tell(True)
        # Devices that keep nothing on the broker say what they are like when they hear this.
        with contextlib.suppress(KippuError):
            await self._connection.publish(_BIRTH, "online")

    async def _all_kept(self) -> None:
        """Until the broker has told all it keeps of what was subscribed: then comes the echo."""
        self._echoed.clear()
        with contextlib.suppress(TimeoutError, KippuError):
            await self._connection.publish(self._echo, "echo")
            async with asyncio.timeout(_GIVE_UP_ON_KEPT):
                await self._echoed.wait()

    async def lost(self) -> None:
        self.settled.clear()
        self._tell(False)

    async def received(self, topic: str, payload: bytes) -> None:
        if topic == self._echo:
            self._echoed.set()
        elif discovery.is_config(topic):
            before = self._registry.names()
            self._wanted |= self._registry.announce(topic, payload)
            if self._listening and self._registry.names() is not before:
                self._tell(True)
        else:
            self._registry.receive(topic, payload)

    async def caught_up(self) -> None:
        if self._listening and self._wanted:
            wanted, self._wanted = self._wanted, set()
            # Not awaited here: its answer comes over the same line that is being read.
            self._subscribing = asyncio.create_task(self._connection.subscribe(wanted))

    def _tell(self, connected: bool) -> None:
        self._events.send("status", home={"connected": connected, "things": len(self._registry)})
