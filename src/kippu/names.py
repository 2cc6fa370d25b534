"""What exists to be named: the things and rooms of the home, as they stand now.

The home skill gives it, the step that understands reads it. This module knows neither.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Thing:
    """One entity of the home: what can be switched, set or asked."""

    id: str
    """Domain and object, such as ``light.bedroom_lamp``; unique in the home."""
    name: str
    """What people call it."""
    domain: str
    """Home Assistant's word for its kind: light, switch, cover, climate, fan, lock, sensor, …"""
    device_class: str | None = None
    """The kind within the domain, such as curtain, garage, temperature."""
    room: str | None = None
    """Name of the room that it stands in."""
    floor: str | None = None
    aliases: tuple[str, ...] = ()
    features: frozenset[str] = frozenset()
    """What it can do beyond on and off: brightness, color, color_temp, position, temperature, speed,
    volume, modes, tilt."""
    makes: tuple[str, ...] = ()
    """Its maker and model, such as Sonos, where no other thing of the home has them: weaker than any name."""


@dataclass(frozen=True, slots=True)
class Room:
    """One room (Home Assistant: area)."""

    name: str
    floor: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Routine:
    """Commands that one saying stands for."""

    name: str
    """What people call it: "movie night"."""
    says: tuple[str, ...]
    """Sentences that set it off; a ``{gap}`` stands for any words."""
    does: tuple[str, ...]
    """Commands as a person says them; one whose gaps have no words is left out."""
    layer: str = ""
    """Name of the layer that brings it; empty for the person's own."""


@dataclass(frozen=True, slots=True)
class Names:
    """All that a sentence can name. Equal objects mean that nothing came or went."""

    things: tuple[Thing, ...] = ()
    rooms: tuple[Room, ...] = ()
    floors: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    """Names of the person's own lists, such as shopping."""
    notes: tuple[str, ...] = field(default=(), compare=False)
    """What the person noted, newest first: no name, but what a question may be about."""
    routines: tuple[Routine, ...] = field(default=(), compare=False)
    """What one saying stands for: no name within a sentence, but a whole one."""
