"""Media players: an extension of discovery, for Home Assistant's MQTT has none (see docs/home.md)."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from kippu.demo.thing import Channel, Kind, Refused, Thing, json_text

_TOLD = ("volume_level", "is_volume_muted", "media_title", "media_artist", "media_track", "source")
_STATES = {"play": "playing", "pause": "paused", "stop": "idle", "turn_on": "on", "turn_off": "off"}


_SUITE = ("Prélude", "Menuet", "Clair de lune", "Passepied")
"""The tracks of Debussy's Suite bergamasque, in their order: what the demo home's speaker has in it."""


def _payload(thing: Thing) -> str:
    told = {key: thing.attributes[key] for key in _TOLD if key in thing.attributes}
    return json_text({"state": thing.state, **told})


def _channels(thing: Thing) -> Iterable[Channel]:
    yield Channel("state", "state_topic", "command_topic", lambda _: _payload(thing), json.loads)


def _change(thing: Thing, key: str, value: Any) -> None:
    if not isinstance(value, Mapping):
        raise Refused(value)
    has = thing.attributes
    if "volume_level" in value:
        has["volume_level"] = round(min(1.0, max(0.0, float(value["volume_level"]))), 2)
    if "is_volume_muted" in value:
        has["is_volume_muted"] = bool(value["is_volume_muted"])
    if play := value.get("play"):
        thing.state = "playing"
        has["media_title"] = str(play.get("query", ""))
    match value.get("command"):
        case "next":
            _skip(has, 1)
        case "previous":
            _skip(has, -1)
        case str(command):
            if command not in _STATES:
                raise Refused(command)
            # One that is on already goes on with what it does; one that is off only hears that it shall wake.
            if (thing.state in ("off", "standby", "unknown")) == (command == "turn_on"):
                thing.state = _STATES[command]


def _skip(has: dict[str, Any], step: int) -> None:
    title = has.get("media_title")
    track = max(1, int(has.get("media_track", 1)) + step)
    if title in _SUITE:
        track = (_SUITE.index(title) + step) % len(_SUITE) + 1
        has["media_title"] = _SUITE[track - 1]
    has["media_track"] = track


KINDS: Mapping[str, Kind] = {"media_player": Kind(_channels, _change)}
