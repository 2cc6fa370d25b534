"""One thing of the home, alive: what it announced, and what it last said of itself."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kippu.names import Thing

UNKNOWN = "unknown"


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
    def told(self) -> bool:
        """True if it reports a state at all, so that an action can be read back."""
        return any(
            key.endswith(("state_topic", "position_topic"))
            for key in self.config
            if not key.startswith("set_")
        )

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
        }
