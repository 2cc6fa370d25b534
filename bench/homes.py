"""Homes played over MQTT, sentences said to them, and the state of the whole home afterwards.

    python bench/homes.py [--data ../shared/data/homes] [--limit N] [--show] [--nowhere]

Each home is played by the demo home's program over a real broker; each sentence goes through the whole
assistant. Before each sentence the home is put into the state that the test starts from; afterwards the
player is asked for the state of everything in it.

  right            the home is as expected, and nothing else in it has changed
  wrong            something changed that was not meant to, or only a part did
  not understood   nothing changed although something was meant to: asked back, refused, or talked

Two forms are read: example-assist (``_fixtures.yaml`` beside files of tests with setup, expect_changes,
ignore_changes, context_device) and device-actions (a file a device, with actions; what each action means in
states says ``bench/homes/actions.yaml``). Sentences of the second form are said in the device's room, unless
--nowhere is given.

The peer in the same run is hassil with home-assistant-intents, as Home Assistant calls it
(``homes_peer.py``): the same sentences, names and rooms, and the same comparison of a home whose things obey.
"""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiomqtt
import yaml
from rich.console import Console
from rich.table import Table

from homes_judging import JUDGES, compare
from homes_peer import Peer
from homes_reading import Home, States, Test, read
from kippu.settings import Settings
from kippu.skills.lists.naming import canonical
from kippu.start import Kippu, running
from kippu.turn import Answer, Call

MARKS = ("right", "wrong", "not_understood")


class Player:
    """The program that plays a home, and the topics on which it is put back and looked at."""

    def __init__(self, client: aiomqtt.Client) -> None:
        self._client = client
        self._asked = 0

    async def reset(self, setup: States) -> States:
        """Put the home into its first state, changed by the setup; gives what it is like then."""
        return await self._ask("reset", setup=setup)

    async def look(self) -> States:
        """What the home is like."""
        return await self._ask("look")

    async def _ask(self, what: str, **wish: Any) -> States:
        self._asked += 1
        await self._client.publish(f"kippu/demo/{what}", json.dumps({"id": self._asked, **wish}))
        async with asyncio.timeout(10):
            async for message in self._client.messages:
                if str(message.topic) != "kippu/demo/states":
                    continue  # a broker may send what it keeps, asked for or not
                answer = json.loads(bytes(message.payload))
                if answer["id"] == self._asked:
                    return answer["states"]
        raise RuntimeError("the player is gone")


@asynccontextmanager
async def played(fixtures: Mapping[str, Any]) -> Any:
    """Play this home; gives its address and the Player."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "home.yaml"
        file.write_text(yaml.safe_dump(dict(fixtures), allow_unicode=True), "utf-8")
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "kippu.demo", "--home", str(file), stdout=asyncio.subprocess.PIPE
        )
        try:
            assert process.stdout
            address = json.loads(await process.stdout.readline())["address"]
            async with aiomqtt.Client("127.0.0.1", int(address.rpartition(":")[2])) as client:
                await client.subscribe("kippu/demo/states")
                yield address, Player(client)
        finally:
            process.terminate()
            await process.wait()


def seed(kippu: Kippu, fixtures: Mapping[str, Any]) -> States:
    """The home's lists (``todo.…``) as the person's own; gives their states."""
    states: States = {}
    for entity in fixtures["entities"]:
        if entity["id"].startswith("todo."):
            name = _list(kippu, entity["name"])
            kippu.lists.add(name, "-")
            kippu.lists.clear(name)
            for item in (entity.get("attributes") or {}).get("todo_items") or []:
                text = item if isinstance(item, str) else item.get("summary", item.get("name", ""))
                kippu.lists.add(name, str(text))
            states[entity["id"]] = list_state(kippu, entity["name"])
    return states


def _list(kippu: Kippu, name: str) -> str:
    known = {own.casefold(): own for own in kippu.lists.names()}
    return known.get(name.casefold()) or known.get(canonical(name).casefold()) or canonical(name)


def list_state(kippu: Kippu, name: str) -> dict[str, Any]:
    """As Home Assistant has it: how many items are not done."""
    items = kippu.lists.items(_list(kippu, name))
    return {"state": str(sum(not item.done for item in items)), "attributes": {}}


async def say(kippu: Kippu, test: Test) -> Answer:
    """Say the sentence. What is only talked about changes nothing in the home, so no model has to say it."""
    turn = kippu.assistant.turn(test.sentence, here=test.here)
    answer = await _answer(kippu, turn, dry_run=True)
    if answer.meaning.calls:
        answer = await _answer(kippu, turn, dry_run=False)
    return answer


async def _answer(kippu: Kippu, turn: Any, dry_run: bool) -> Answer:
    async with aclosing(kippu.assistant.answer(turn, dry_run=dry_run)) as pieces:
        async for piece in pieces:
            if isinstance(piece, Answer):
                return piece
    raise RuntimeError("no answer came")


async def seen(kippu: Kippu, states: States) -> None:
    """Until the assistant knows the home as it has just been made."""
    keys = ("brightness", "current_position", "temperature", "volume_level", "media_track")
    for _ in range(500):
        late = False
        for id_, told in states.items():
            entity = kippu.home.get(id_)
            if entity is None or entity.thing.domain in ("button", "scene"):
                continue
            known = entity.attributes
            late = entity.state.removesuffix(".0") != str(told["state"]).removesuffix(".0") or any(
                key in known and key in told["attributes"] and known[key] != told["attributes"][key]
                for key in keys
            )
            if late:
                break
        if not late:
            return
        await asyncio.sleep(0.002)


def judge(test: Test, before: States, after: States) -> str:
    """right, wrong or not_understood."""
    changed = {id_ for id_ in after if after[id_] != before.get(id_)}
    if test.judge:
        assert test.target
        others = changed - {test.target}
        good = JUDGES[test.judge](test.sentence, before[test.target], after[test.target])
        right = good and not others
    else:
        right = compare(before, after, test.expect, test.ignore)
    if right:
        return "right"
    return "wrong" if changed else "not_understood"


@dataclass(frozen=True)
class Mark:
    """What came of a test."""

    test: Test
    ours: str
    by: str
    """The step that understood it."""
    peer: str
    form: str


async def run_home(home: Home, limit: int | None, show: bool, console: Console) -> list[Mark]:
    """Every test of a home."""
    marks, peer = [], Peer(home.fixtures)
    form = "device-actions" if home.tests[0].judge else "assist"
    async with played(home.fixtures) as (address, player):
        with tempfile.TemporaryDirectory() as data:
            async with running(Settings(data=Path(data), home=address)) as kippu:
                await kippu.home.settled(10)
                for test in home.tests[:limit]:
                    lists = seed(kippu, home.fixtures)
                    before = await player.reset(
                        {key: value for key, value in test.setup.items() if "todo." not in key}
                    )
                    await seen(kippu, before)
                    answer = await say(kippu, test)
                    after = await player.look()
                    names = {entity["id"]: entity["name"] for entity in home.fixtures["entities"]}
                    now = {id_: list_state(kippu, names[id_]) for id_ in lists}
                    before |= lists
                    mark = judge(test, before, {**after, **now})
                    theirs = judge(test, before, peer.say(test.sentence, test.here, before))
                    marks.append(Mark(test, mark, answer.meaning.by, theirs, form))
                    if show and mark != "right":
                        console.print(
                            f"[bold]{mark}[/] {home.name} ({test.here}) {test.sentence!r}", highlight=False
                        )
                        console.print(
                            f"    {answer.meaning.by}: {_calls(answer.meaning.calls)} → {answer.text!r}"
                        )
    return marks


def _calls(calls: tuple[Call, ...]) -> str:
    return ", ".join(f"{call.tool}{dict(call.arguments)}" for call in calls) or "no call"


def shares(marks: list[str]) -> dict[str, Any]:
    """How many, and the share of each mark."""
    count = Counter(marks)
    return {"count": len(marks)} | {mark: round(count[mark] / len(marks), 4) for mark in MARKS}


def grouped(
    marks: list[Mark], key: Callable[[Mark], str], of: Callable[[Mark], str] = lambda mark: mark.ours
) -> dict[str, list[str]]:
    """Whose marks they are, by a property of the test."""
    groups: dict[str, list[str]] = {}
    for mark in marks:
        groups.setdefault(key(mark), []).append(of(mark))
    return groups


def table(title: str, rows: Mapping[str, list[str]], console: Console) -> dict[str, Any]:
    """Print the shares of each row; gives them."""
    shown = Table(title=title)
    for column in ("", "sentences", "right", "wrong", "not understood"):
        shown.add_column(column, justify="left" if not column else "right")
    told = {name: shares(marks) for name, marks in sorted(rows.items())}
    for name, share in told.items():
        parts = (f"{share[mark]:.1%}" for mark in MARKS)
        shown.add_row(name, str(share["count"]), *parts)
    console.print(shown)
    return told


async def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[2] / "shared" / "data" / "homes")
    parser.add_argument("--limit", type=int, help="sentences of each home")
    parser.add_argument("--show", action="store_true", help="print what was not right")
    parser.add_argument(
        "--nowhere", action="store_true", help="device-actions: the room it is said in is not known"
    )
    chosen = parser.parse_args()
    console = Console(width=110)
    begun = time.monotonic()
    marks: list[Mark] = []
    for home in read(chosen.data, chosen.nowhere):
        if home.tests:
            marks += await run_home(home, chosen.limit, chosen.show, console)
    ours, peer = shares([mark.ours for mark in marks]), shares([mark.peer for mark in marks])
    result = ours | {
        "by_form": table("by form", grouped(marks, lambda mark: mark.form), console),
        "by_kind": table("by kind of device", grouped(marks, lambda mark: mark.test.kind), console),
        "by_step": table("by step that understood", grouped(marks, lambda mark: mark.by), console),
        "peer": peer
        | {
            "by_form": table(
                "hassil with home-assistant-intents, by form",
                grouped(marks, lambda mark: mark.form, lambda mark: mark.peer),
                console,
            )
        },
        "ratios": {name: round(ours[name] / peer[name], 2) if peer[name] else None for name in MARKS},
        "said_in": "no known room" if chosen.nowhere else "the device's room",
        "seconds": round(time.monotonic() - begun, 1),
    }
    both = {"Kippu": [mark.ours for mark in marks], "hassil": [mark.peer for mark in marks]}
    table("both, the same sentences", both, console)
    print(json.dumps(result))


if __name__ == "__main__":
    asyncio.run(main())
