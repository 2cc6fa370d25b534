"""Getting a model in a terminal: what it is and where from, a yes, and how far it has come.

Knows the store and the terminal; decides nothing about which model is good for whom.
"""

import asyncio
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kippu.cli import person, replies, showing
from kippu.cli.person import say
from kippu.cli.replies import Reply
from kippu.errors import KippuError

if TYPE_CHECKING:
    from kippu.models import Model, Source
    from kippu.models.getting import Plan, Progress, Tell
    from kippu.models.store import Store

_PLAIN_STEPS = 10
"""Where there is no terminal, a line is written so often on the way."""


class Display(Protocol):
    """Something that shows how far a fetch is."""

    def show(self, done: int, total: int) -> None:
        """Bytes so far, of so many."""

    def close(self) -> None:
        """Leave the screen in order."""


def describe(plan: "Plan") -> str:
    """What getting it means: shown before anyone says yes."""
    model = plan.model
    file = model.files[0]
    short = say(": not enough", "、不足") if plan.disk > plan.free else ""
    lines = [
        (say("model", "モデル"), f"{model.name} ({model.quantisation})"),
        *(((say("made for", "用途"), purpose(model)),) if model.purpose != "talk" else ()),
        (say("maker", "開発元"), model.maker),
        (say("licence", "ライセンス"), model.licence),
        (say("source", "取得元"), source_of(plan.source)),
        *((say("or else", "代わりに"), source_of(other)) for other in plan.others),
        (say("to fetch", "取得量"), showing.size(plan.bytes)),
        (
            say("on disk", "ディスク"),
            f"{showing.size(model.bytes)} ({showing.size(plan.free)} {say('free', '空き')}{short})",
        ),
        ("SHA-256", file.sha256 or say("not known beforehand", "事前には不明")),
    ]
    return showing.pairs(lines, "  ")


def purpose(model: "Model") -> str:
    """What it was made for, in words."""
    return {
        "talk": say("talk", "会話"),
        "code": say("code; it talks too", "プログラミング（会話もできます）"),
        "calls": say("calling functions; it does not talk", "関数の呼び出し（会話はしません）"),
    }[model.purpose]


def source_of(source: "Source") -> str:
    """Where it comes from, in words."""
    from kippu.reasons import translated

    return translated(source.text, person.language())


def kind_of(source: "Source") -> str:
    """What kind of source it is, in words."""
    return {
        "huggingface": "Hugging Face",
        "package": say("a package index", "パッケージインデックス"),
    }.get(source.kind, source.where)


def agreed() -> bool:
    """Ask the person; no where nobody can answer."""
    return person.agreed(_question())


def reply(id: str) -> Reply:
    """Ask the person, who may also say what they want instead; a no where nobody can answer."""
    said = replies.read(person.asked(_question()) or "")
    if said.rest and not said.yes:
        get = f"`kippu models get {id}`"
        sys.stderr.write(
            say(f"(Not fetched; {get} does it later.)\n", f"（取得しません。あとで取得するには {get}）\n")
        )
    return said


def _question() -> str:
    return say("Get it?", "取得しますか？")


async def fetch(store: "Store", id: str) -> Path:
    """Get it, showing how far it is on stderr; the ledger gets a row for each source asked.

    Ctrl-C keeps what was fetched, and says so.
    """
    far = (0, 0)
    name = store.model(id).name

    def show(news: "Progress") -> None:
        nonlocal far
        far = (news.done, news.total)
        display.show(*far)

    try:
        with closing(display_for(name)) as display:
            return await quietly(store, id, show)
    except asyncio.CancelledError:
        if any(far):
            sys.stderr.write(left(name, id, *far) + "\n")
        raise


def left(name: str, id: str, done: int, total: int) -> str:
    """What to say of a fetch that was stopped on its way: how far it came, and how it goes on."""
    far = f"{showing.size(done)} / {showing.size(total)}"
    return say(
        f"({name}: {far} is here; `kippu models get {id}` goes on from there.)",
        f"（{name}: {far} まで取得しました。続きは `kippu models get {id}`）",
    )


async def quietly(store: "Store", id: str, tell: "Tell | None" = None) -> Path:
    """The same without a word; ``tell`` hears how far it is."""
    from kippu.reasons import NOT_ARRIVED, WANTED, filled
    from kippu.record import Database, Ledger

    name = store.model(id).name
    with closing(Database(store.folder.parent / "kippu.db")) as database:
        ledger = Ledger(database)

        def ask(source: "Source") -> None:
            ledger.add("fetch", filled(WANTED, name=name)[0], to=source.text, text=f"Asked for {name}")

        try:
            return await store.get(id, tell, ask)
        except KippuError:
            ledger.add("fetch", filled(NOT_ARRIVED, name=name)[0])
            raise


def display_for(name: str) -> Display:
    """A bar on a terminal, some lines elsewhere."""
    return _Bar(name) if sys.stderr.isatty() else _Lines(name)


class _Bar:
    """A bar with size, speed and time left."""

    def __init__(self, name: str) -> None:
        from rich.progress import (
            BarColumn,
            DownloadColumn,
            Progress,
            TimeRemainingColumn,
            TransferSpeedColumn,
        )

        self._progress = Progress(
            "{task.description}",
            BarColumn(),
            DownloadColumn(),
            TransferSpeedColumn(),
            TimeRemainingColumn(compact=True),
            console=showing.console(error=True),
        )
        self._task = self._progress.add_task(name, total=None)
        self._progress.start()

    def show(self, done: int, total: int) -> None:
        """Move the bar."""
        self._progress.update(self._task, completed=done, total=total)

    def close(self) -> None:
        """Leave the last state on screen."""
        self._progress.stop()


class _Lines:
    """A line now and then, for logs."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._step = -1
        self._start = time.monotonic()

    def show(self, done: int, total: int) -> None:
        """Write a line after each tenth."""
        step = done * _PLAIN_STEPS // max(1, total)
        if step > self._step:
            self._step = step
            sys.stderr.write(f"{self._name}: {showing.size(done)} / {showing.size(total)}\n")
            sys.stderr.flush()

    def close(self) -> None:
        """Say how long it took."""
        sys.stderr.write(f"{self._name}: {showing.duration((time.monotonic() - self._start) * 1000)}\n")
