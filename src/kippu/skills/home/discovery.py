"""One discovery message, read: which entities it announces, with whole keys. Keeps nothing.

``<prefix>/<component>/[<node>/]<object>/config`` announces one entity, ``<prefix>/device/…/config`` a device
with its components; an empty payload takes back what was announced there.
"""

import json
import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kippu.regex import regex
from kippu.skills.home.abbreviations import DEVICE_KEYS, KEYS

_log = logging.getLogger(__name__)
PREFIX = "homeassistant"
FILTERS = (f"{PREFIX}/+/+/config", f"{PREFIX}/+/+/+/config")
_TOPIC = regex(rf"{PREFIX}/(?P<component>[^/]+)/(?:(?P<node>[^/]+)/)?(?P<object>[^/]+)/config")
_NO_LETTERS = regex(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")
"""What no name has, and what would play with a terminal or with the order of what is read aloud or shown."""
_LONGEST_NAME = 100
_SHARED = "availability availability_topic availability_mode state_topic command_topic qos encoding".split()


@dataclass(frozen=True, slots=True)
class Announcement:
    """One entity as it announced itself."""

    key: str
    """What a later message must have to change or take back this one."""
    domain: str
    config: Mapping[str, Any]
    """Whole keys, whole topics."""
    name: str
    """What people call it: the device's name and the entity's own, as Home Assistant puts them together."""
    object: str
    """For the id, such as ``kitchen_light``."""
    room: str | None
    floor: str | None
    aliases: tuple[str, ...]
    room_aliases: tuple[str, ...]


def is_config(topic: str) -> bool:
    """True for a topic on which things announce themselves."""
    return _TOPIC.fullmatch(topic) is not None


def read(topic: str, payload: bytes) -> list[Announcement]:
    """What is announced on this topic; none if it was taken back; what can't be read is logged."""
    match = _TOPIC.fullmatch(topic)
    if not match or not payload:
        return []
    try:
        message = json.loads(payload)
    except (ValueError, RecursionError):
        message = None
    if not isinstance(message, Mapping):
        _log.warning("The discovery message on %s is no JSON object: %.80r", topic, payload)
        return []
    try:
        return list(_entities(topic, match["component"], match["object"], message))
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        _log.warning("The discovery message on %s can't be read (%.200r).", topic, error)
        return []


def _entities(topic: str, component: str, object_: str, message: Mapping[str, Any]) -> Iterator[Announcement]:
    config = _whole(message)
    if component != "device":
        yield _announcement(topic, component, object_, config)
        return
    shared = {key: config[key] for key in (*_SHARED, "device", "kippu") if key in config}
    for key, part in config.get("components", {}).items():
        own = _whole({**part, **({"~": message["~"]} if "~" in message else {})})
        # A component with its platform alone has been taken off the device.
        if (domain := own.get("platform")) and set(own) - {"platform", "~"}:
            yield _announcement(f"{topic}#{key}", domain, f"{object_}_{key}", {**shared, **own})


def _announcement(key: str, domain: str, object_: str, config: Mapping[str, Any]) -> Announcement:
    _check_topics(config)
    device = config.get("device") or {}
    own = config.get("kippu") or {}
    device_name, entity_name = device.get("name"), config.get("name")
    name = str(entity_name or device_name or object_.replace("_", " "))
    if entity_name and device_name and not _begins(str(entity_name), str(device_name)):
        name = f"{device_name} {entity_name}"
    id_ = config.get("default_entity_id") or config.get("object_id") or _slug(_called(name)) or object_
    return Announcement(
        key=key,
        domain=domain,
        config=config,
        name=_called(name),
        object=str(id_).removeprefix(f"{domain}."),
        room=_text(own.get("area") or device.get("suggested_area")),
        floor=_text(own.get("floor")),
        aliases=tuple(map(_called, own.get("aliases", ()))),
        room_aliases=tuple(map(_called, own.get("room_aliases", ()))),
    )


def _check_topics(config: Mapping[str, Any]) -> None:
    """Raise ValueError for a topic that is none: listening to it would fail for all the other things too."""
    rows = config.get("availability", ())
    for row in (config, *rows):
        for key, value in row.items():
            if key.endswith("topic") and not (
                isinstance(value, str) and value and not set("+#\0") & set(value)
            ):
                raise ValueError(f"{key} can't be {value!r}")
    if any("topic" not in row for row in rows):
        raise ValueError("availability has no topic")


def _text(value: Any) -> str | None:
    return None if value is None else _called(value)


def _called(value: Any) -> str:
    """A name as it can be said and shown."""
    return " ".join(_NO_LETTERS.sub(" ", str(value)).split())[:_LONGEST_NAME].strip()


def _begins(name: str, start: str) -> bool:
    return name.casefold().startswith(start.casefold())


def _slug(name: str) -> str:
    return re.sub(r"\W+", "_", name.lower()).strip("_")


def _whole(message: Mapping[str, Any]) -> dict[str, Any]:
    """Short keys made long, ``~`` in topics replaced by the base."""
    base = message.get("~")
    return {
        KEYS.get(short, short): _long(KEYS.get(short, short), value, base) for short, value in message.items()
    }


def _long(key: str, value: Any, base: Any) -> Any:
    if key == "device" and isinstance(value, Mapping):
        return {DEVICE_KEYS.get(inner, inner): part for inner, part in value.items()}
    if key == "availability":
        return [_whole({**row, "~": base} if base else row) for row in _listed(value)]
    if isinstance(value, str) and base and key.endswith("topic"):
        return re.sub(r"^~|~$", lambda _: str(base), value)
    return value


def _listed(value: Any) -> list[Mapping[str, Any]]:
    return [value] if isinstance(value, Mapping) else list(value)
