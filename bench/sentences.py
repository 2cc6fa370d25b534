"""How many of Home Assistant's own test sentences give the right call with the right slots.

    python bench/sentences.py [--data ../shared/data/home] [--limit N] [--model FILE] [--show]

The data folder holds a folder per language with ``_fixtures.yaml`` and files of tests in the form of
home-assistant/intents. Right means: the same tool with the same arguments as the expected intent and slots
mean (``kippu.understand.templates.intents``), given the room that the test says it was heard in. The peer in
the same run is hassil's own ``recognize_best`` over home-assistant-intents as Home Assistant calls it. What
no reader takes is put to the on-device model, whose answers are counted apart: right, wrong, or left as talk.
"""

import argparse
import asyncio
import json
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml
from hassil import Intents, TextSlotList, recognize_best
from home_assistant_intents import get_intents
from rich.console import Console
from rich.table import Table

from kippu.names import Names, Room, Thing
from kippu.settings import Settings
from kippu.start import running
from kippu.turn import Call, Meaning, Turn
from kippu.understand import Guess, Understanding, language_of
from kippu.understand.templates.intents import call_for
from kippu.understand.text import sentence

_HERE = Path(__file__).parent.parent
_MODEL = "SmolLM2-135M-Instruct.Q4_1"


@dataclass(frozen=True)
class Case:
    """One test sentence."""

    text: str
    here: str | None
    intent: str
    slots: dict[str, Any]
    kind: str
    """The file that it comes from."""


def read_names(folder: Path) -> Names:
    """What the test home of a language holds."""
    fixtures = yaml.safe_load((folder / "_fixtures.yaml").read_text(encoding="utf-8"))
    floors = {floor["id"]: floor["name"] for floor in fixtures.get("floors", [])}
    rooms = {
        area["id"]: Room(area["name"], floors.get(area.get("floor")), tuple(area.get("aliases", [])))
        for area in fixtures["areas"]
    }
    things = []
    lists = []
    for entity in fixtures["entities"]:
        domain = entity["id"].split(".")[0]
        if domain == "todo":
            lists.append(entity["name"])
            continue
        room = rooms.get(entity.get("area"))
        attributes = entity.get("attributes", {})
        things.append(
            Thing(
                entity["id"],
                entity["name"],
                domain,
                attributes.get("device_class"),
                room.name if room else None,
                room.floor if room else None,
                tuple(entity.get("aliases", [])),
            )
        )
    return Names(tuple(things), tuple(rooms.values()), tuple(floors.values()), tuple(lists))


def read_cases(folder: Path) -> Iterator[Case]:
    """All test sentences of a language."""
    for file in sorted(folder.glob("[!_]*.yaml")):
        for test in yaml.safe_load(file.read_text(encoding="utf-8"))["tests"]:
            intent = test["intent"]
            for text in test["sentences"]:
                here = intent.get("context", {}).get("area")
                yield Case(text, here, intent["name"], intent.get("slots", {}), file.stem)


_FORGIVEN = ("ask", "domain", "device_class")


def same(got: Call, want: Call, case: Case) -> bool:
    """Equal tool and arguments. How a question is put (ask) is not in the tests; the kind of a thing that is
    named adds nothing; a slot with several right values is right with any."""
    if got.tool != want.tool:
        return False
    left, right = dict(got.arguments), dict(want.arguments)
    for arguments in (left, right):
        if arguments.get("name") == "all" and "domain" in arguments:
            del arguments["name"]  # all of that kind in that place, said or not
    for key in _FORGIVEN if "name" in right else ("ask",):
        left.pop(key, None)
        right.pop(key, None)
    return left.keys() == right.keys() and all(_equal(left[key], right[key]) for key in right)


def _equal(got: Any, want: Any) -> bool:
    options = want if isinstance(want, list) else [want]
    return any(str(got).strip().casefold() == str(option).strip().casefold() for option in options)


def peer(folder: Path, language: str, names: Names, cases: list[Case]) -> tuple[float, list[float]]:
    """Home Assistant's way over the same sentences: share with the right intent and slots, ms each."""
    intents = Intents.from_dict(get_intents(language))
    things = [
        (spoken, thing.name, {"domain": thing.domain, "device_class": thing.device_class})
        for thing in names.things
        for spoken in (thing.name, *thing.aliases)
    ]
    lists = {
        "name": TextSlotList.from_tuples(things, name="name"),
        "area": TextSlotList.from_tuples([(room.name, room.name) for room in names.rooms], name="area"),
        "floor": TextSlotList.from_tuples([(floor, floor) for floor in names.floors], name="floor"),
    }
    right, times = 0, []
    for case in cases:
        context = {"area": case.here} if case.here else None
        start = time.perf_counter()
        found = recognize_best(
            case.text, intents, slot_lists=lists, intent_context=context, best_slot_name="name"
        )
        times.append(1000 * (time.perf_counter() - start))
        slots = {name: entity.value for name, entity in found.entities.items()} if found else {}
        right += bool(
            found
            and found.intent.name == case.intent
            and slots.keys() >= case.slots.keys()
            and all(_equal(slots[key], value) for key, value in case.slots.items())
        )
    return right / max(len(cases), 1), times


def quantile(values: list[float], share: float) -> float:
    return sorted(values)[min(int(share * len(values)), len(values) - 1)] if values else 0.0


async def ours(
    understanding: Understanding, names: Names, cases: list[Case], guess: Guess | None = None
) -> tuple[dict[str, Any], list[tuple[Case, Call | None, Meaning]]]:
    """Our own reading of the same sentences: the figures, and what was not right."""
    by, fallback, times, missed = Counter[str](), Counter[str](), [], []
    now = datetime.now().astimezone()
    for number, case in enumerate(cases):
        turn = Turn(case.text, language_of(case.text), now, "bench", str(number), here=case.here)
        start = time.perf_counter()
        meaning = await understanding.understand(turn, names)
        times.append(1000 * (time.perf_counter() - start))
        want = call_for(case.intent, case.slots, names)
        good = want is not None and len(meaning.calls) == 1 and same(meaning.calls[0], want, case)
        by[f"{meaning.by}.{'right' if good else 'wrong' if meaning.calls else 'none'}"] += 1
        if not good:
            missed.append((case, want, meaning))
        if not good and not meaning.calls and guess and want:
            text = sentence(case.text, turn.language)
            chosen = await guess.read(turn, *understanding.readers(turn.language).apart(text, names))
            calls = (chosen.calls or chosen.proposed) if chosen else ()
            fallback["right" if calls and same(calls[0], want, case) else "wrong" if calls else "talk"] += 1
    figures = {
        "right": round(1 - len(missed) / max(len(cases), 1), 4),
        "sentences": len(cases),
        "by": dict(by),
        "fallback": dict(fallback),
        "p50_ms": round(quantile(times, 0.5), 2),
        "p95_ms": round(quantile(times, 0.95), 2),
    }
    return figures, missed


async def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=_HERE.parent / "shared" / "data" / "home")
    parser.add_argument("--limit", type=int, help="sentences of each language")
    parser.add_argument("--model", type=Path, default=_HERE / ".kippu" / "models" / f"{_MODEL}.gguf")
    parser.add_argument("--show", action="store_true", help="print every sentence that is not right")
    options = parser.parse_args()
    table = Table("language", "sentences", "right", "hassil alone", "p50 ms", "p95 ms", "hassil p95 ms")
    figures: dict[str, Any] = {}
    understanding = Understanding()
    with tempfile.TemporaryDirectory() as data:
        (Path(data) / "models").mkdir()
        if options.model.exists():
            shutil.copy(options.model, Path(data) / "models" / options.model.name)
        async with running(Settings(data=Path(data))) as kippu:
            guess = Guess(kippu.loader.use, lambda: kippu.settings.model, kippu.skills)
            for folder in sorted(
                path for path in options.data.iterdir() if (path / "_fixtures.yaml").exists()
            ):
                language, names = folder.name, read_names(folder)
                cases = list(read_cases(folder))[: options.limit]
                await ours(understanding, names, cases[:3])  # templates are parsed on first use
                result, missed = await ours(understanding, names, cases, guess)
                share, times = peer(folder, language, names, cases)
                result |= {"hassil_right": round(share, 4), "hassil_p95_ms": round(quantile(times, 0.95), 2)}
                result |= {"ratio": round(result["right"] / share, 3) if share else None}
                figures[language] = result
                table.add_row(
                    language, str(len(cases)), f"{result['right']:.1%}", f"{share:.1%}",
                    str(result["p50_ms"]), str(result["p95_ms"]), str(result["hassil_p95_ms"]),
                )  # fmt: skip
                for case, want, meaning in missed if options.show else ():
                    print(f"{case.kind}: {case.text!r} here={case.here}\n   want {want}\n   got  {meaning}")
    Console().print(table)
    print(json.dumps(figures))


if __name__ == "__main__":
    asyncio.run(main())
