"""The homes of ``bench/homes.py`` and what is said to them, read from files of either form."""

import copy
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

TABLE = yaml.safe_load((Path(__file__).parent / "homes" / "actions.yaml").read_text("utf-8"))
States = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Test:
    """One sentence, what the home is like before it, and what it shall be like."""

    sentence: str
    kind: str
    """Kind of device, or the file's category."""
    here: str | None
    setup: States
    expect: States = field(default_factory=dict)
    """Changes by entity; for the first form."""
    ignore: Mapping[str, list[str]] = field(default_factory=dict)
    target: str | None = None
    """The device that is meant; for the second form."""
    judge: str | None = None


@dataclass(frozen=True)
class Home:
    """A home and its tests."""

    name: str
    fixtures: dict[str, Any]
    tests: list[Test]


def read(data: Path, nowhere: bool) -> Iterator[Home]:
    """All homes below this folder, in either form."""
    for folder in sorted({path.parent for path in data.rglob("*.yaml")}):
        if (folder / "_fixtures.yaml").exists():
            yield read_assist(folder)
        else:
            yield read_devices(folder, nowhere)


def read_assist(folder: Path) -> Home:
    """The form with fixtures and expected changes."""
    fixtures = yaml.safe_load((folder / "_fixtures.yaml").read_text("utf-8"))
    rooms = {area.get("id", area["name"]): area["name"] for area in fixtures.get("areas", [])}
    heard = {
        device.get("id", device["name"]): rooms.get(device.get("area"))
        for device in fixtures.get("devices", [])
    }
    tests = []
    for file in sorted(folder.glob("[!_]*.yaml")):
        document = yaml.safe_load(file.read_text("utf-8"))
        for test in document["tests"]:
            changed = next(iter(test.get("expect_changes") or {}), "none.")
            for sentence in test["sentences"]:
                tests.append(
                    Test(
                        sentence,
                        changed.partition(".")[0],
                        heard.get(test.get("context_device")),
                        test.get("setup") or {},
                        test.get("expect_changes") or {},
                        test.get("ignore_changes") or {},
                    )
                )
    return Home(f"{folder.parent.name}/{folder.name}", fixtures, tests)


def read_devices(folder: Path, nowhere: bool) -> Home:
    """The form with a file a device."""
    entities: list[dict[str, Any]] = []
    tests: list[Test] = []
    areas: dict[str, dict[str, str]] = {}
    seen: Counter[str] = Counter()
    for file in sorted(folder.glob("*.yaml")):
        document = yaml.safe_load(file.read_text("utf-8"))
        if "device" not in document:
            continue
        device = document["device"]
        room = str(device["area"])
        areas.setdefault(room, {"name": room, "id": _slug(room)})
        actions = (document.get("actions") or {}).get("actions") or []
        kind = _kind(device["device_type"], [action["action"] for action in actions])
        attributes = {**copy.deepcopy(kind.get("attributes", {})), **_climate(kind, device, actions)}
        id_ = f"{kind['domain']}.{_slug(file.stem)}"
        states = kind["states"]
        entities.append(
            {
                "id": id_,
                "name": device["name"],
                "area": _slug(room),
                "state": states[seen[device["device_type"]] % len(states)],
                "attributes": attributes,
            }
        )
        seen[device["device_type"]] += 1
        for action in actions:
            rule = TABLE["actions"][action["action"]]
            before = rule["before"]
            if isinstance(before, dict):
                before = before.get(kind["domain"], before["*"])
            setup = {id_: {"state": before}}
            if kind["domain"] == "valve" and before == "open":
                setup[id_]["attributes"] = {
                    "current_position": 30 if action["action"] == "Set position" else 100
                }
            tests += [
                Test(
                    sentence,
                    device["device_type"],
                    None if nowhere else room,
                    setup,
                    target=id_,
                    judge=rule["judge"],
                )
                for sentence in action["sentences"]
            ]
    return Home(folder.name, {"areas": list(areas.values()), "entities": entities}, tests)


def _kind(device_type: str, actions: list[str]) -> dict[str, Any]:
    """What a type of device is; one that the table hasn't is told by its actions."""
    if unknown := set(actions) - set(TABLE["actions"]):
        sys.exit(
            f"The actions {sorted(unknown)} are not in bench/homes/actions.yaml: say there what they lead to."
        )
    kinds = TABLE["devices"]
    told = next((kind for action, kind in TABLE["by_action"].items() if action in actions), "switch")
    return kinds.get(device_type) or kinds[told]


def _climate(kind: Mapping[str, Any], device: Mapping[str, Any], actions: list[Any]) -> dict[str, Any]:
    """Unit and set temperature: the device's own unit, or the one that its sentences speak in."""
    if kind["domain"] != "climate":
        return {}
    told = " ".join(str(row.get("unit_of_measure", "")) for row in device.get("attributes") or [])
    said = " ".join(sentence for action in actions for sentence in action["sentences"])
    warm = "F" in told or (not told and bool(re.search(r"\d\s*°?F\b|Fahrenheit|\b[5-9]\d\b", said)))
    return {"temperature_unit": "°F" if warm else "°C", "temperature": 66 if warm else 18}


def _slug(text: str) -> str:
    return re.sub(r"\W+", "_", text.lower()).strip("_")
