"""Puts everything together: one running Kippu over one data folder.

The only place that knows every part. Nothing here waits for a network, a model or the home.
"""

import asyncio
import contextlib
import logging
import socket
import sys
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

from kippu.assistant import Assistant
from kippu.engines import Loader
from kippu.engines.breaker import Breaker
from kippu.errors import KippuError, NotAllowed, NotFound, RecordError
from kippu.events import Events
from kippu.guard import Covering, Finder, Inspecting, Vault
from kippu.guard.key import key as vault_key
from kippu.guard.personal import Kind, Known
from kippu.guard.topics import topics
from kippu.models import Model, Runs, Store
from kippu.models import Run as ModelRun
from kippu.names import Names
from kippu.place import Placing
from kippu.record import Contacts, Database, History, Ledger, Marks, Spending
from kippu.run import Run
from kippu.run.abroad import Abroad
from kippu.run.agent import Agent
from kippu.run.elsewhere import Elsewhere
from kippu.run.offered import Offered
from kippu.run.talk import Talk
from kippu.settings import Provider, Settings
from kippu.skills import about, alarms, calculate, clock, help, lists, memory, notes, reminders, timers
from kippu.skills.bells import Bell, Bells
from kippu.skills.home import Home
from kippu.tool import Context, Skill, Tool
from kippu.turn import Answer, Call, Outcome, Turn
from kippu.understand import Guess, Understanding

_log = logging.getLogger(__name__)
_HOME_SECONDS = 3.0
"""How long the first sentence waits for the home to tell what it has."""
_DEMO_SECONDS = 15.0
"""The same for the demo home, which is sure to come, if late on a busy machine."""
_WARM_SECONDS = 1.0
"""How long all sentences wait to be parsed, if nobody says one before: the first page goes first."""
_CANCEL_AGAIN_SECONDS = 0.5
_PARTING_SECONDS = 1.0
"""How long the demo home gets to end by itself."""


@dataclass(frozen=True, slots=True)
class Kippu:
    """A running Kippu, part by part."""

    settings: Settings
    assistant: Assistant
    history: History
    ledger: Ledger
    marks: Marks
    spending: Spending
    contacts: Contacts
    home: Home
    demo: bool
    """True when the home is the demo home."""
    bells: Bells
    lists: lists.Lists
    notes: notes.Notes
    store: Store
    loader: Loader
    skills: tuple[Skill, ...]
    run: Run
    events: Events

    @property
    def talker(self) -> Model:
        """The model that talks: the chosen one; while it isn't here, the largest that is."""
        return _talker(self.settings, self.store)


@asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[Kippu]:
    """A Kippu that runs until the block ends; raises RecordError when its record can't be opened."""
    _make(settings.data)
    events = Events()
    async with AsyncExitStack() as stack:
        database = stack.enter_context(contextlib.closing(Database(settings.data / "kippu.db")))
        history, ledger, marks = History(database), Ledger(database), Marks(database)
        spending = Spending(database)
        store = Store(settings.data / "models")
        loader = Loader(
            store.path, idle_minutes=settings.idle_minutes, cache=settings.data / "cache" / "prompts"
        )
        stack.push_async_callback(loader.close)
        there = asyncio.Event()
        address = settings.home or await stack.enter_async_context(_demo_home(settings.data, there))
        home = Home(address, events)
        bells, kept, noted = Bells(database, events), lists.Lists(database), notes.Notes(database)
        skills = _skills(home, bells, kept, noted, history, lambda: settings.policy == "device only")
        tools = _tools(skills)
        breaker = Breaker()
        placing = Placing(
            lambda: _talkers(store),
            lambda: _talker(settings, store),
            settings,
            spending,
            marks.stays,
            breaker.open,
            lambda model: loader.state(model) != "idle",
        )
        talk = Talk(loader.use, store.model, _Speeds(Runs(settings.data)).heard, placing.larger)
        contacts = Contacts(database)
        finder = Finder(lambda: _known(contacts, settings))
        vault = Vault(database, lambda: vault_key(settings.data))
        history.on_delete.append(vault.forget)
        covering = Covering(finder, vault, lambda name: _context(settings, name))
        way_out = _WayOut(settings, ledger, spending, breaker)
        stack.push_async_callback(way_out.close)

        async def wanted(call: Call, turn: Turn) -> Outcome:
            context = Context(turn.language, turn.at, turn.conversation, turn.here)
            return await run.call(call, context, turn.id, "a model")

        abroad = Abroad(
            way_out.open, way_out.others, covering, Agent(tools, wanted), Offered(skills), talk, store.model,
            lambda text: bool(marks.within(text) or set(topics(text)) & set(settings.never)),
        )  # fmt: skip
        run = Run(tools, talk, abroad.talk, ledger)
        guess = Guess(loader.use, lambda: _here(settings, store), skills)
        understanding = Understanding([skill.sentences for skill in skills if skill.sentences], guess)
        assistant = Assistant(
            understanding,
            Inspecting(finder, marks.within),
            placing,
            covering,
            run,
            history,
            ledger,
            _Names(home, kept, _HOME_SECONDS if settings.home else _DEMO_SECONDS).now,
            lambda: "" if home.connected else settings.home.rpartition("@")[2].removeprefix("mqtt://"),
        )
        bells.obey = _Obey(assistant).do
        if settings.home:
            there.set()
        # Not in the loop's own pool of threads: the end of the program would wait for it.
        warming = threading.Thread(target=understanding.warm, daemon=True)
        stack.callback(asyncio.get_running_loop().call_later(_WARM_SECONDS, warming.start).cancel)
        for task in (_after(there, home.run), bells.run()):
            await stack.enter_async_context(_in_background(task))
        yield Kippu(
            settings=settings,
            assistant=assistant,
            history=history,
            ledger=ledger,
            marks=marks,
            spending=spending,
            contacts=contacts,
            home=home,
            demo=not settings.home,
            bells=bells,
            lists=kept,
            notes=noted,
            store=store,
            loader=loader,
            skills=skills,
            run=run,
            events=events,
        )


def _skills(
    home: Home,
    bells: Bells,
    kept: lists.Lists,
    noted: notes.Notes,
    history: History,
    stays: Callable[[], bool],
) -> tuple[Skill, ...]:
    skills = [
        home.skill(),
        timers.skill(bells),
        alarms.skill(bells),
        reminders.skill(bells),
        lists.skill(kept),
        notes.skill(noted),
        clock.skill(),
        calculate.skill(),
        memory.skill(
            history, lambda name: any(tool.name == name and tool.acts for tool in _tools(skills).values())
        ),
        about.skill(stays),
    ]
    skills.append(help.skill(lambda: skills))
    return tuple(skills)


def _tools(skills: Sequence[Skill]) -> dict[str, Tool]:
    return {tool.name: tool for skill in skills for tool in skill.tools}


def _talker(settings: Settings, store: Store) -> Model:
    """The model that talks: the chosen one; while it isn't here, the largest that is."""
    try:
        chosen = store.model(settings.model)
    except NotFound:  # the person's own, and removed since
        chosen = store.model(Settings.model_fields["model"].default)
    if store.has(chosen.id):
        return chosen
    return max(_talkers(store), key=lambda model: model.parameters, default=chosen)


def _talkers(store: Store) -> list[Model]:
    """The models of this device that talk."""
    return [
        model
        for model in store.installed()
        if model.kind == "chat" and model.instruct and model.purpose != "calls"
    ]


def _here(settings: Settings, store: Store) -> str | None:
    """The model that talks, if there is any on this device."""
    model = _talker(settings, store)
    return model.id if store.has(model.id) else None


def _context(settings: Settings, name: str) -> int:
    """Tokens that the provider of this name takes; those of a new one while it is being removed."""
    contexts = {provider.name: provider.context for provider in settings.providers}
    return contexts.get(name, int(Provider.model_fields["context"].default))


def _known(contacts: Contacts, settings: Settings) -> Iterator[Known]:
    """What is personal on this device already: people, and where the home is."""
    for detail in contacts.details():
        yield Known(cast("Kind", detail.kind), detail.text)
    if host := urlsplit(settings.home).hostname:
        yield Known("ip" if host.replace(".", "").isdigit() or ":" in host else "url", host)


class _WayOut:
    """The one way out. It is made when it is first needed, and never under ``device only``."""

    def __init__(self, settings: Settings, ledger: Ledger, spending: Spending, breaker: Breaker) -> None:
        self._parts = (settings, ledger, spending, breaker)
        self._settings = settings
        self._breaker = breaker
        self._elsewhere: Elsewhere | None = None

    def open(self) -> Elsewhere:
        """The way out; raises NotAllowed when the policy is ``device only``."""
        if self._settings.policy == "device only":
            raise NotAllowed(
                "The policy is device only: nothing is sent.",
                "この端末だけで使う設定なので、何も送信しません。",
            )
        if self._elsewhere is None:
            self._elsewhere = Elsewhere(*self._parts)
        return self._elsewhere

    def others(self, name: str) -> tuple[str, ...]:
        """Who may be asked when this provider fails, in the person's order."""
        return tuple(
            provider.name
            for provider in self._settings.providers
            if provider.name != name and not self._breaker.open(provider.name)
        )

    async def close(self) -> None:
        """Let go of its connections."""
        if self._elsewhere is not None:
            await self._elsewhere.close()


class _Speeds:
    """Keeps how fast models really were, for the next prediction."""

    def __init__(self, runs: Runs) -> None:
        self._runs = runs

    def heard(self, model: str, timings: Mapping[str, Any]) -> None:
        """One answer's llama.cpp timings."""
        with contextlib.suppress(OSError):
            self._runs.add(
                ModelRun(
                    model,
                    tokens=int(timings["predicted_n"]),
                    seconds=timings["predicted_ms"] / 1000,
                    prompt_tokens=int(timings["prompt_n"]),
                    prompt_seconds=timings["prompt_ms"] / 1000,
                )
            )


class _Names:
    """What can be named now: the home's things and rooms, and the person's lists."""

    def __init__(self, home: Home, kept: lists.Lists, patience: float) -> None:
        self._home = home
        self._patience = patience
        self._lists = kept
        self._waited = False
        self._last: tuple[Names, tuple[str, ...], Names] | None = None

    async def now(self) -> Names:
        """The names; the first call waits a little for a home that has only just been connected."""
        if not self._waited:
            await self._home.settled(self._patience)
            self._waited = True
        home, names = self._home.names(), self._lists.names()
        if self._last is None or self._last[0] is not home or self._last[1] != names:
            self._last = (home, names, replace(home, lists=names))
        return self._last[2]


class _Obey:
    """Does what a timer was told to do at its end, as if the person said it then."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    async def do(self, bell: Bell) -> None:
        """Say its command; raises when it was not done."""
        turn = self._assistant.turn(bell.command or "", language=bell.language, here=bell.area)
        async for piece in self._assistant.answer(turn):
            if isinstance(piece, Answer) and not (
                piece.outcomes and all(outcome.ok for outcome in piece.outcomes)
            ):
                raise KippuError(piece.text)


def _logged(task: asyncio.Task[None]) -> None:
    """A part that ends by an error is missed at once, and not only when Kippu ends."""
    if not task.cancelled() and (error := task.exception()):
        _log.error("a part of Kippu ended: %s", error, exc_info=error)


@asynccontextmanager
async def _in_background(task: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    running_task = asyncio.create_task(task)
    running_task.add_done_callback(_logged)
    try:
        yield
    finally:
        # More than once: Python 3.11's wait_for loses a cancellation that meets its result (mended in 3.12).
        while not running_task.done():
            running_task.cancel()
            await asyncio.wait({running_task}, timeout=_CANCEL_AGAIN_SECONDS)
        with contextlib.suppress(asyncio.CancelledError):
            await running_task


@asynccontextmanager
async def _demo_home(data: Path, there: asyncio.Event) -> AsyncIterator[str]:
    """Play the demo home beside us, at the address that is given; it ends when we do, however we end.

    Sets ``there`` once all of it has announced itself.
    """
    port = _free_port()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "kippu.demo", "--port", str(port), "--state", str(data / "demo-home.json"),
        "--with-parent", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        async with _in_background(_told(process, there)):
            yield f"mqtt://127.0.0.1:{port}"
    finally:
        # It may end by itself at any moment; killed, it loses nothing, for it keeps each state at once.
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        try:
            await asyncio.wait_for(process.wait(), _PARTING_SECONDS)
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()


async def _told(process: asyncio.subprocess.Process, there: asyncio.Event) -> None:
    """Its first line says that the home is there; an end without one is for the connection to tell of."""
    assert process.stdout is not None  # noqa: S101  # it was started with a pipe
    await process.stdout.readline()
    there.set()


async def _after(there: asyncio.Event, run: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run it then: a home that is met half announced would seem to lack the other half."""
    await there.wait()
    await run()


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _make(data: Path) -> None:
    try:
        data.mkdir(parents=True, exist_ok=True)
        data.chmod(0o700)
    except OSError as error:
        raise RecordError(
            f"The data folder {data} can't be made or used: {error.strerror}. "
            "Choose another with the environment variable KIPPU_DATA."
        ) from error
