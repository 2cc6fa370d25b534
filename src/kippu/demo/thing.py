"""One entity alive: its state, and the topics on which it tells and takes values. No domain, no broker."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kippu.demo.plan import Entity


class Refused(Exception):
    """A command that the thing can't follow; a real one stays silent, and so does this."""


@dataclass(slots=True)
class Thing:
    """An entity of the plan with what it is like right now."""

    plan: Entity
    state: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    goal: dict[str, Any] = field(default_factory=dict)
    """Where it is moving to; empty when it rests."""

    def __post_init__(self) -> None:
        self.restore()

    def restore(self, state: str | None = None, attributes: Mapping[str, Any] | None = None) -> None:
        """Back to the plan's first state, changed by what is given."""
        self.state = self.plan.state if state is None else state
        self.attributes = {**self.plan.attributes, **(attributes or {})}
        self.goal = {}

    def get(self, key: str) -> Any:
        """The state for "state", otherwise the attribute."""
        return self.state if key == "state" else self.attributes.get(key)

    @property
    def seconds(self) -> float:
        """How long a movement of this thing takes; 0 if it is there at once."""
        return float(self.plan.plays.get("seconds", 0))


_WHOLE = ("state", "json")
"""Keys of channels that stand for the thing itself."""


@dataclass(frozen=True, slots=True)
class Channel:
    """One value of a thing on its own pair of topics."""

    key: str
    """``state``, the attribute's name, or ``json`` for all at once."""
    tells: str | None = None
    """Discovery key of the topic that reports it."""
    takes: str | None = None
    """Discovery key of the topic that sets it."""
    write: Callable[[Any], str] = str
    """Value to payload."""
    read: Callable[[str], Any] = str
    """Payload to value; a ValueError refuses it."""

    def telling(self) -> str:
        """The end of the topic that reports it."""
        return "state" if self.key in _WHOLE else f"{self.key}/state"

    def taking(self) -> str:
        """The end of the topic that sets it."""
        return "set" if self.key in _WHOLE else f"{self.key}/set"


@dataclass(frozen=True, slots=True)
class Kind:
    """What a domain announces, and what its things do when they are told something."""

    channels: Callable[[Thing], Iterable[Channel]]
    change: Callable[[Thing, str, Any], None]
    """Called with the channel's key and the value that came; changes the thing, may raise Refused."""
    extras: Callable[[Thing], Mapping[str, Any]] = lambda thing: {}
    """Discovery keys beside the topics."""


def put(thing: Thing, key: str, value: Any) -> None:
    """Take a value as it comes."""
    if key == "state":
        thing.state = str(value)
    else:
        thing.attributes[key] = value


def one_of(*words: str) -> Callable[[str], str]:
    """A reader that takes these words, in any case, and gives them in lower case."""

    def read(payload: str) -> str:
        if payload.lower() not in words:
            raise ValueError(payload)
        return payload.lower()

    return read


def within(low: float, high: float) -> Callable[[str], float]:
    """A reader of numbers in this range; whole ones come as int."""

    def read(payload: str) -> float:
        number = float(payload)
        if not low <= number <= high:
            raise ValueError(payload)
        return int(number) if number.is_integer() else number

    return read


def text(value: Any) -> str:
    """A payload as devices write it: numbers plain, unknown as Home Assistant's None."""
    if value is None:
        return "None"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def switch_text(value: Any) -> str:
    """ON or OFF."""
    return "ON" if value in (True, "on", "true", "True") else "OFF"


def json_text(value: Any) -> str:
    """A JSON payload that keeps Japanese readable."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
