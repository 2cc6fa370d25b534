"""A home of two hundred things to act in: the demo home and twenty-six rooms more, played as a program of its
own. Made here, the same each time."""

import asyncio
import json
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import yaml

from kippu.demo.plan import BUILT_IN

_ROOMS = """Dining Room, Hallway, Garage, Laundry Room, Porch, Garden, Toilet, Master Bedroom, Guest Room,
Kids Room, Closet, Attic, Balcony, Basement, Wine Cellar, Gym, Library, Pantry, Terrace, Workshop, Playroom,
Music Room, Sauna, Lobby, Storage Room, Greenhouse"""
_EACH: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("light", "Light", "off", {"supported_color_modes": ["brightness"], "brightness": 255}),
    ("light", "Lamp", "off", {"supported_color_modes": ["brightness"], "brightness": 255}),
    ("switch", "Socket", "off", {"device_class": "outlet"}),
    ("cover", "Blinds", "open", {"device_class": "blind", "current_position": 100}),
    ("sensor", "Temperature", "21", {"device_class": "temperature", "unit_of_measurement": "°C"}),
    ("sensor", "Humidity", "45", {"device_class": "humidity", "unit_of_measurement": "%"}),
    ("binary_sensor", "Motion", "off", {"device_class": "motion"}),
)


def plan() -> dict[str, Any]:
    """The home as a demo home's YAML has it."""
    home: dict[str, Any] = yaml.safe_load(BUILT_IN.read_text(encoding="utf-8"))
    for room in (name.strip() for name in _ROOMS.split(",")):
        area = room.lower().replace(" ", "_")
        home["areas"].append({"id": area, "name": room, "floor": "ground"})
        for domain, kind, state, attributes in _EACH:
            thing = f"{area}_{kind.lower()}"
            home["devices"].append({"id": thing, "name": f"{room} {kind}", "area": area})
            home["entities"].append({
                "id": f"{domain}.{thing}", "name": f"{room} {kind}", "device": thing,
                "state": state, "attributes": attributes,
            })  # fmt: skip
    return home


@asynccontextmanager
async def two_hundred() -> AsyncIterator[str]:
    """Plays it; gives the address of its broker."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "home.yaml"
        file.write_text(yaml.safe_dump(plan(), allow_unicode=True), encoding="utf-8")
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "kippu.demo", "--home", str(file), "--with-parent",
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        try:
            assert process.stdout is not None
            yield str(json.loads(await process.stdout.readline())["address"])
        finally:
            process.terminate()
            await process.wait()
