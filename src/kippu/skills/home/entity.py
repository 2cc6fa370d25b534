"""One thing of the home, alive: what it announced, and what it last said of itself."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from kippu.names import Thing

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Told:
    """What one source last told of a thing that could be read."""

    at: datetime
    """Aware."""
    values: Mapping[str, Any]
    """Attributes; under "state" the state."""


@dataclass(slots=True, eq=False)
class Entity:
    """State and attributes have Home Assistant's names and units: brightness 0-255, position 0-100."""

    thing: Thing
    key: str
    """Of its announcement."""
    config: Mapping[str, Any]
    room_aliases: tuple[str, ...] = ()
    state: str = UNKNOWN
    attributes: dict[str, Any] = field(default_factory=dict)
    here: dict[str, bool] = field(default_factory=dict)
    """Availability topics, and what each last said."""
    heard: int = 0
    """How many states it has told; tells an answer from silence."""
    unreadable: int = 0
    """How many of them could not be read."""
    unanswered: int | None = None
    """How many it had told when it last left a command without an answer."""
    told_by: dict[str, Told] = field(default_factory=dict)
    """What each source last told; by the discovery key of its topic, for one topic may tell many things."""
    garbled: set[str] = field(default_factory=set)
    """Sources whose newest message can't be read: what they told before is no longer held to be so."""
    waiters: list[asyncio.Future[None]] = field(default_factory=list)
    """Those who wait for it to say something."""

    @property
    def makes(self) -> tuple[str, ...]:
        """Maker and model of its device, as far as it says."""
        device = self.config.get("device")
        told = [device.get(key) for key in ("manufacturer", "model")] if isinstance(device, Mapping) else []
        return tuple(name for name in told if isinstance(name, str) and name)

    @property
    def available(self) -> bool:
        """False when it, or what stands between, has said that it is offline."""
        if not self.here:
            return True
        mode = self.config.get("availability_mode", "latest")
        said = list(self.here.values())
        return any(said) if mode == "any" else all(said) if mode == "all" else said[-1]

    @property
    def silent(self) -> bool:
        """True from a command that it left without an answer until it tells a state."""
        return self.unanswered == self.heard

    @property
    def told(self) -> bool:
        """True if it reports a state at all, so that an action can be read back."""
        return any(
            key.endswith(("state_topic", "position_topic"))
            for key in self.config
            if not key.startswith("set_")
        )

    @property
    def readable(self) -> bool:
        """False from a message that can't be read until a good one comes from the same source."""
        return not self.garbled

    def last_known(self) -> tuple["Entity", datetime] | None:
        """As it was before its messages couldn't be read, and when it said so; None if it never did."""
        before = [self.told_by[source] for source in self.garbled if source in self.told_by]
        if not before:
            return None
        values = {key: value for told in before for key, value in told.values.items()}
        state = str(values.pop("state", self.state))
        was = replace(self, state=state, attributes=values | self.attributes, garbled=set(), waiters=[])
        return was, max(told.at for told in before)

    def hear(self, source: str, values: Mapping[str, Any], at: datetime) -> None:
        """Take what a source tells; None takes an attribute away, or makes the state unknown."""
        known = {**values}
        if known.get("state", "") is None:
            known["state"] = UNKNOWN
        before = self.told_by[source].values if source in self.told_by else {}
        kept = {key: value for key, value in {**before, **known}.items() if value is not None}
        self.told_by[source] = Told(at, kept)
        self.garbled.discard(source)
        self.state = str(known.pop("state", self.state))
        self.attributes |= known
        for key in [key for key, value in self.attributes.items() if value is None]:
            del self.attributes[key]

    def garble(self, source: str) -> None:
        """Hold nothing that this source told to be so, for its newest message can't be read."""
        self.garbled.add(source)
        for key, value in (self.told_by[source].values if source in self.told_by else {}).items():
            if key == "state":
                self.state = UNKNOWN
            elif self.attributes.get(key) == value:
                del self.attributes[key]

    def woken(self) -> None:
        """Tell those who wait that something came."""
        for waiter in self.waiters:
            if not waiter.done():
                waiter.set_result(None)
        self.waiters.clear()

    async def next_word(self) -> None:
        """Until it says something."""
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.waiters.append(waiter)
        try:
            await waiter
        finally:
            if waiter in self.waiters:
                self.waiters.remove(waiter)

    def has(self, feature: str) -> bool:
        """True if it can do this beyond on and off."""
        return feature in self.thing.features

    def shown(self) -> dict[str, Any]:
        """For programs and pages: JSON values only."""
        return {
            "id": self.thing.id,
            "name": self.thing.name,
            "aliases": list(self.thing.aliases),
            "domain": self.thing.domain,
            "device_class": self.thing.device_class,
            "room": self.thing.room,
            "state": self.state,
            "attributes": dict(self.attributes),
            "available": self.available,
            "features": sorted(self.thing.features),
            "readable": self.readable,
            "silent": self.silent,
            "last_known": self._shown_last(),
        }

    def _shown_last(self) -> dict[str, Any] | None:
        if (last := self.last_known()) is None:
            return None
        was, at = last
        return {"state": was.state, "attributes": dict(was.attributes), "at": at.isoformat()}
