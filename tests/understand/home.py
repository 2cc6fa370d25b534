"""A home as names only, and a moment to speak in it: what the tests of understanding share."""

import asyncio
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import kippu.skills
from kippu.names import Names, Room, Thing
from kippu.turn import Call, Deed, Meaning, Turn
from kippu.understand import Understanding, language_of, tidy
from kippu.understand.cues import Cues

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=ZoneInfo("Asia/Tokyo"))
"""A Tuesday morning."""
FOLDERS = sorted((Path(kippu.skills.__file__ or "").parent).glob("*/sentences"))


def thing(id_: str, name: str, room: str | None, *aliases: str, **more: str) -> Thing:
    upstairs = room in {"Bedroom", "Bathroom", "Study"}
    floor = None if room is None else "Upstairs" if upstairs else "Ground Floor"
    able = frozenset(more.get("features", "").split())
    return Thing(id_, name, id_.partition(".")[0], more.get("kind"), room, floor, aliases, able)


HOME = Names(
    things=(
        thing("light.kitchen", "Kitchen Light", "Kitchen", "キッチンの電気"),
        thing("switch.coffee", "Coffee Machine", "Kitchen", "コーヒーメーカー", kind="outlet"),
        thing("light.living", "Living Room Light", "Living Room", "リビングの電気", features="color_temp"),
        thing("light.lamp", "Floor Lamp", "Living Room", "フロアランプ"),
        thing("climate.thermostat", "Thermostat", "Living Room", "エアコン", "heating"),
        thing("media_player.speaker", "Speaker", "Living Room", "スピーカー", "music"),
        thing("vacuum.robot", "Robot Vacuum", "Living Room", "掃除機", "vacuum"),
        thing("lock.front", "Front Door", "Entrance", "玄関の鍵"),
        thing("binary_sensor.motion", "Entrance Motion", "Entrance", kind="motion"),
        thing("light.bedroom", "Bedroom Light", "Bedroom", "寝室の電気"),
        thing("cover.blinds", "Bedroom Blinds", "Bedroom", "ブラインド", kind="blind"),
        thing("sensor.bedroom", "Bedroom Temperature", "Bedroom", "寝室の温度", kind="temperature"),
        thing("light.bathroom", "Bathroom Light", "Bathroom", "お風呂の電気"),
        thing("fan.bathroom", "Bathroom Fan", "Bathroom", "換気扇"),
        thing("light.desk", "Desk Lamp", "Study", "デスクランプ"),
        thing("binary_sensor.window", "Study Window", "Study", "書斎の窓", kind="window"),
    ),
    rooms=(
        Room("Kitchen", "Ground Floor", ("キッチン", "台所")),
        Room("Living Room", "Ground Floor", ("リビング", "lounge")),
        Room("Entrance", "Ground Floor", ("玄関", "hall")),
        Room("Bedroom", "Upstairs", ("寝室",)),
        Room("Bathroom", "Upstairs", ("お風呂",)),
        Room("Study", "Upstairs", ("書斎", "office")),
    ),
    floors=("Ground Floor", "Upstairs"),
    lists=("shopping", "to do"),
)


def turn(text: str, **more: object) -> Turn:
    """A turn with this text, said now in the language that it is in; ``earlier`` is what was done last."""
    given = {"language": language_of(tidy(text)), "at": NOW, "conversation": "c", "id": "t", **more}
    said = Turn(text, **given)  # type: ignore[arg-type]  # the tests name its fields
    if said.earlier and "deed" not in more:
        ways = said.undo or tuple(() for _ in said.earlier)
        said = replace(said, deed=Deed("before", "what was said", said.earlier, ways))
    return said


@cache
def understanding() -> Understanding:
    """All sentence templates there are, and no model."""
    return Understanding(FOLDERS)


def understand(text: str, names: Names = HOME, **more: object) -> Meaning:
    """What the sentence means at home."""
    return asyncio.run(understanding().understand(turn(text, **more), names))


@cache
def cues(language: str) -> Cues:
    """The cue reader of a language."""
    return Cues("ja" if language == "ja" else "en")


TAKEN_BACK = Call("history.take_back", {"turn": "before", "said": "what was said"})
"""Says what is undone, before the calls that do it."""


def call(tool: str, /, **arguments: object) -> Call:
    """A call, written short."""
    return Call(tool, arguments)
