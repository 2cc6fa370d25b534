"""What there is to say of a domain: how its payloads are read, and what is sent. No domain stands here."""

import json
import logging
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kippu.regex import regex
from kippu.skills.home import template
from kippu.skills.home.entity import Entity
from kippu.skills.home.signs import FAILS

_log = logging.getLogger(__name__)
Config = Mapping[str, Any]
Message = tuple[str, str]
"""Topic and payload."""
NOTHING = ("None", "")
"""Payloads by which a device says that it doesn't know."""


class Unreadable(ValueError):
    """A payload that means nothing for this thing."""


class Unable(Exception):
    """The thing has no way to do what is asked of it; ``en`` and ``ja`` say why, behind its name."""

    def __init__(self, what: object, en: str = "can't do that", ja: str = "ではそれはできません") -> None:
        super().__init__(what)
        self.en = en
        self.ja = ja


@dataclass(frozen=True, slots=True)
class Reading:
    """One topic that tells something, and how."""

    topic: str
    """Discovery key of the topic."""
    templates: tuple[str, ...]
    """Discovery keys of the template that picks the value; the first that is given holds."""
    read: Callable[[Entity, Any], Mapping[str, Any]]
    """Value to what is now known, "state" or attributes; raises Unreadable."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How the things of a domain are read, and what they can do."""

    readings: tuple[Reading, ...]
    features: Callable[[Config], Iterable[str]] = lambda config: ()
    """What it can do beyond on and off, in the words of kippu.names."""
    at_first: Callable[[Config], Mapping[str, Any]] = lambda config: {}
    """Attributes that the announcement itself gives."""


def said_in(entity: Entity, reading: Reading, payload: str) -> Mapping[str, Any] | None:
    """What a payload tells; None where it speaks of something else. Raises what FAILS lists."""
    chosen = next((entity.config[key] for key in reading.templates if key in entity.config), None)
    given = template.of_payload(chosen, payload)
    if given is None and payload not in NOTHING:
        as_object(payload)  # things share topics by the keys of an object; all else is garbage
        return None
    return reading.read(entity, given)


def message(entity: Entity, topic: str, command_template: str, value: Any, **more: Any) -> Message:
    """What to send for this value; raises Unable if the thing has no such topic or an unknown template."""
    if topic not in entity.config:
        raise Unable(topic)
    try:
        payload = template.to_payload(entity.config.get(command_template), value=value, **more)
    except FAILS as error:
        _log.warning("What to send to %s can't be made of its template (%r).", entity.thing.id, error)
        raise Unable(
            topic,
            "can't be told that: how it wants to be told is not understood here",
            "への命令の形式（テンプレート）が分からないため、操作できません",
        ) from error
    return entity.config[topic], payload


def number(attribute: str) -> Callable[[Entity, Any], Mapping[str, Any]]:
    """Reads a number into this attribute."""
    return lambda entity, value: {attribute: as_number(value)}


def word(attribute: str) -> Callable[[Entity, Any], Mapping[str, Any]]:
    """Reads a text into this attribute."""
    return lambda entity, value: {attribute: None if value is None or value in NOTHING else as_text(value)}


def on_off(entity: Entity, value: Any) -> Mapping[str, Any]:
    """Reads on or off, in the payloads that the thing announced."""
    config = entity.config
    words = {
        str(config.get("state_on", config.get("payload_on", "ON"))): "on",
        str(config.get("state_off", config.get("payload_off", "OFF"))): "off",
    }
    return {"state": among(words, value)}


def among(words: Mapping[str, str], value: Any) -> str:
    """The state that this payload stands for."""
    given = as_text(value)
    if given in NOTHING:
        return "unknown"
    found = words.get(given) or {key.casefold(): state for key, state in words.items()}.get(given.casefold())
    if not found:
        raise Unreadable(given)
    return found


def as_number(value: Any) -> float | None:
    """A number, or None for a device's "unknown"."""
    if value is None or value in NOTHING:
        return None
    try:
        found = float(value)
    except (TypeError, ValueError):
        raise Unreadable(value) from None
    if not math.isfinite(found):
        raise Unreadable(value)
    return int(found) if found.is_integer() else found


def bound(config: Config, key: str, otherwise: float | None = None) -> float | None:
    """A least or a most that a thing announces; raises Unreadable for what is no number."""
    told = as_number(config.get(key))
    return otherwise if told is None else told


def listed(value: Any) -> list[Any]:
    """What may stand alone or in a list."""
    return [value] if isinstance(value, str) else list(value)


def as_text(value: Any) -> str:
    """A state as people read it; raises Unreadable for what is no text."""
    if isinstance(value, Mapping | list):
        raise Unreadable(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if _BINARY.search(text := str(value)):
        raise Unreadable(value)
    return text


_BINARY = regex(r"[\x00-\x08\x0e-\x1f\x7f]")
"""What no text has, though it may be good UTF-8."""


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")


def as_object(value: Any) -> Mapping[str, Any]:
    """A JSON object."""
    try:
        found = value if isinstance(value, Mapping) else json.loads(value, parse_constant=_no_number)
    except (TypeError, ValueError):
        raise Unreadable(value) from None
    if not isinstance(found, Mapping):
        raise Unreadable(value)
    return found


def plain(value: float) -> str:
    """A number as devices read it: no trailing ``.0``."""
    return str(int(value)) if float(value).is_integer() else str(round(value, 4))


def as_json(value: Mapping[str, Any]) -> str:
    """A JSON payload."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
