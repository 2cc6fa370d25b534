"""Sentences of data/*.yaml with what they must do in the homes of data/homes.yaml, and whether they did.

What is right is said as effects: which tool on which things, however the call names them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kippu.names import Names, Room, Thing
from kippu.turn import Call, Meaning
from understand.home import understand

DATA = Path(__file__).parent / "data"
TELLING = {"home.state", "home.temperature", "home.weather", "timers.status", "alarms.list", "lists.show",
           "history.happened"}  # fmt: skip
_USUAL = {
    "home.turn_on": "light", "home.turn_off": "light", "home.set_light": "light",
    "home.change_brightness": "light", "home.open": "cover", "home.close": "cover",
    "home.set_position": "cover", "home.change_position": "cover", "home.set_temperature": "climate",
    "home.change_temperature": "climate", "home.set_mode": "climate", "home.lock": "lock",
    "home.unlock": "lock", "home.set_speed": "fan", "home.change_speed": "fan", "home.start": "vacuum",
    "home.dock": "vacuum", "home.media": "media_player", "home.change_volume": "media_player",
    "home.set_volume": "media_player", "home.set_humidity": "humidifier",
}  # fmt: skip
"""What a room alone, or nothing, means to a tool."""
_TARGET = ("name", "area", "floor", "domain", "device_class")


@dataclass(frozen=True)
class Said:
    """One sentence of the data."""

    text: str
    right: str
    home: str
    here: str | None

    def meaning(self) -> Meaning:
        return understand(self.text, homes()[self.home], here=self.here)

    def is_right(self, meaning: Meaning) -> bool:
        """True when any of the right readings is what it means."""
        return any(_is(meaning, way, homes()[self.home], self.here) for way in self.right.split("|"))


@cache
def homes() -> dict[str, Names]:
    data = yaml.safe_load((DATA / "homes.yaml").read_text(encoding="utf-8"))
    return {name: _home(body) for name, body in data.items()}


def _home(body: dict[str, Any]) -> Names:
    rooms = tuple(
        Room(name, floor, tuple(aliases))
        for name, floor, *aliases in ([*row, None][: max(2, len(row))] for row in body["rooms"])
    )
    floors = {room.name: room.floor for room in rooms}
    things = []
    for id_, name, room, *more in body["things"]:
        kind, aliases = (more[0] if more else None), tuple(more[1:])
        things.append(Thing(id_, name, id_.partition(".")[0], kind, room, floors[room], aliases))
    levels = tuple(dict.fromkeys(room.floor for room in rooms if room.floor))
    return Names(tuple(things), rooms, levels, ("shopping", "to do"))


def sentences(file: str) -> Iterator[Said]:
    data = yaml.safe_load((DATA / file).read_text(encoding="utf-8"))
    for group in (*data["en"], *data["ja"]):
        for text, right in group["say"].items():
            yield Said(text, right, group["home"], group.get("here"))


def _is(meaning: Meaning, way: str, names: Names, here: str | None) -> bool:
    calls = [call for call in meaning.calls if not call.tool.startswith("about.")]
    acts = [call for call in calls if call.tool not in TELLING]
    if way == "asks":
        return not acts and meaning.question is not None
    if way == "unacted":
        return not acts
    if way == "nothing":
        return not calls and not meaning.proposed
    wanted = way.split(" + ")
    return len(wanted) == len(meaning.calls) and all(
        _does(call, one, names, here) for call, one in zip(meaning.calls, wanted, strict=True)
    )


def _does(call: Call, wanted: str, names: Names, here: str | None) -> bool:
    tool, _, rest = wanted.partition(" ")
    if call.tool != (tool if "." in tool else f"home.{tool}"):
        return False
    own = dict(re.findall(r"(\w+)=(.+?)(?= \w+=|$)", rest))
    given = {key: str(value) for key, value in call.arguments.items() if key not in _TARGET}
    if any(given.get(key) != value for key, value in own.items()):
        return False
    if "." in tool:
        return True
    if given.keys() - own.keys() - {"ask", "state", "media_class"}:
        return False
    things = re.sub(r"\w+=.+", "", rest).split()
    target = {key: value for key, value in call.arguments.items() if key in _TARGET}
    if things == ["all"]:
        return target == {"name": "all"}
    if things and things[0].startswith("area:"):
        return target == {"name": "all", "area": things[0].removeprefix("area:")}
    return not things or {thing.id for thing in meant(call, names, here)} == set(things)


def meant(call: Call, names: Names, here: str | None) -> list[Thing]:
    """The things that a home call acts on, as the home's tools find them."""
    given = call.arguments
    domain = given.get("domain")
    if "name" not in given:
        domain = domain or _USUAL.get(call.tool)
    found = [
        thing
        for thing in names.things
        if given.get("name") in {None, "all", thing.name}
        and given.get("area") in {None, thing.room}
        and given.get("floor") in {None, thing.floor}
        and domain in {None, thing.domain}
        and given.get("device_class") in {None, thing.device_class}
    ]
    if not {"name", "area", "floor"} & given.keys():
        return [thing for thing in found if thing.room == here] or found
    return found
