"""Puts everything together: one running Kippu over one data folder.

The only place that knows every part. Nothing here waits for a network, a model or the home.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from kippu.assistant import Assistant
from kippu.engines import Loader
from kippu.engines.breaker import Breaker
from kippu.errors import RecordError
from kippu.events import Events
from kippu.failures_ja import system_ja
from kippu.guard import Covering, Finder, Inspecting, Vault
from kippu.guard.key import key as vault_key
from kippu.guard.topics import Topics
from kippu.layers import Layers
from kippu.models import Model, Runs, Store
from kippu.names import Routine
from kippu.place import Placing
from kippu.record import Contacts, Database, History, Ledger, Marks, Pictures, Spending
from kippu.record.images import forget
from kippu.run import Run
from kippu.run.abroad import Abroad
from kippu.run.agent import Agent
from kippu.run.offered import Offered
from kippu.run.talk import Talk
from kippu.run.taught import Taught
from kippu.settings import Settings
from kippu.skills import calendar, lists, notes, routines
from kippu.skills.bells import Bells
from kippu.skills.home import Home
from kippu.skills.pictures.studio import Studio
from kippu.start.background import after, every, in_background
from kippu.start.demo_home import demo_home
from kippu.start.doubts import Doubts
from kippu.start.known import Nameable, context, personal
from kippu.start.obeying import Obey
from kippu.start.painters import Painters, certificate
from kippu.start.skills import all_skills, by_name, without_templates
from kippu.start.staying import Staying
from kippu.start.talkers import Speeds, checked, here, readers, shelf, talker, talkers
from kippu.start.warming import warm
from kippu.start.way_out import WayOut
from kippu.tool import Context, Skill
from kippu.turn import Call, Outcome, Turn
from kippu.understand import Guess, Understanding

_HOME_SECONDS = 3.0
"""How long the first sentence waits for the home to tell what it has."""
_DEMO_SECONDS = 15.0
"""The same for the demo home, which is sure to come, if late on a busy machine."""
_FOLD_SECONDS = 20.0
"""How often what was written is folded into the record's file, beside the requests."""


@dataclass(frozen=True, slots=True)
class Kippu:
    """A running Kippu, part by part."""

    settings: Settings
    assistant: Assistant
    understanding: Understanding
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
    calendar: calendar.Calendar
    routines: Callable[[], tuple[Routine, ...]]
    """The person's own, and those of the layers."""
    studio: Studio
    store: Store
    layers: Layers
    loader: Loader
    skills: tuple[Skill, ...]
    run: Run
    events: Events

    @property
    def talker(self) -> Model:
        """The model that talks: the chosen one; while it isn't here, the largest that is."""
        return talker(self.settings, self.store)


@asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[Kippu]:
    """A Kippu that runs until the block ends; raises RecordError when its record can't be opened."""
    _make(settings.data)
    events = Events()
    async with AsyncExitStack() as stack:
        database = stack.enter_context(contextlib.closing(Database(settings.data / "kippu.db")))
        history, ledger = _remembered(database)
        marks, spending = Marks(database), Spending(database)
        store = Store(settings.data / "models")
        shelved = shelf(settings, store)
        layers = stack.enter_context(contextlib.closing(Layers(shelved, settings)))
        loader = _loader(settings, store, layers, events)
        stack.push_async_callback(loader.close)
        there = asyncio.Event()
        address = settings.home or await stack.enter_async_context(demo_home(settings.data, there))
        home = Home(address, events)
        bells, kept, noted = Bells(database, events), lists.Lists(database), notes.Notes(database)
        days, taught, contacts = calendar.Calendar(database), routines.Routines(database), Contacts(database)
        studio = Studio(
            Pictures(database, settings.data / "pictures"),
            Painters(store, settings.idle_minutes),
            certificate(settings),
        )
        stack.push_async_callback(studio.close)
        history.on_delete.append(studio.gallery.leave)
        skills = all_skills(
            home, bells, kept, noted, days, contacts, studio, events, history, settings,
            taught, layers.routines,
        )  # fmt: skip
        tools = by_name(skills)
        breaker = Breaker()
        placing = Placing(
            lambda: talkers(store), lambda: talker(settings, store), settings, spending, marks.stays,
            breaker.open, lambda model: loader.state(model) != "idle", layers.choose,
            lambda turn: inspecting.about(turn),  # noqa: PLW0108  # which is made below
        )  # fmt: skip
        talk = Talk(
            loader.use,
            store.model,
            Speeds(Runs(settings.data)).heard,
            placing.larger,
            lambda turn, done, of: events.send("reading", conversation=turn.conversation, done=done, of=of),
        )
        finder = Finder(lambda: personal(contacts, settings, home.names()))
        vault = Vault(database, lambda: vault_key(settings.data))
        history.on_delete.append(vault.forget)
        offered = Offered(skills)
        covering = Covering(finder, vault, lambda name: context(settings, name), tools=offered.offers)
        inspecting = Inspecting(finder, marks.within, Topics(shelved.encoder, lambda: settings.never).staying)
        staying = Staying(inspecting, placing)
        way_out = WayOut(settings, ledger, spending, breaker)
        stack.push_async_callback(way_out.close)

        async def wanted(call: Call, turn: Turn) -> Outcome:
            context = Context(turn.language, turn.at, turn.conversation, turn.here)
            return await run.call(call, context, turn.id, "a model")

        abroad = Abroad(
            way_out.open, way_out.others, covering, Agent(tools, wanted), talk, store.model,
            staying.private, staying.why,
        )  # fmt: skip
        run = Run(
            tools, talk, Taught(layers, talk, events).talk, abroad.talk, ledger, layers.left_out,
            Doubts(inspecting, placing, covering).asked_of,
        )  # fmt: skip
        guess = Guess(loader.use, lambda: here(settings, store), skills)
        sentences = [skill.sentences for skill in skills if skill.sentences]
        free, sequels, likeness = readers(
            shelved, lambda tool: tools[tool].acts, sentences, without_templates(skills)
        )
        understanding = Understanding(sentences, guess, free, sequels, likeness)
        patience = _HOME_SECONDS if settings.home else _DEMO_SECONDS
        nameable = Nameable(home, kept, noted, partial(_routines, taught, layers), patience)
        assistant = Assistant(
            understanding, inspecting, placing, covering, run, history, ledger, nameable.now,
            lambda: "" if home.connected else settings.home.rpartition("@")[2].removeprefix("mqtt://"),
            lambda: any(bell.rings_out(datetime.now().astimezone()) for bell in bells.all()),
        )  # fmt: skip
        bells.obey = Obey(assistant).do
        if settings.home:
            there.set()
        for task in (
            after(there, home.run),
            bells.run(),
            warm(understanding, free, sequels, inspecting, tools.values(), nameable.now, assistant.answering),
            every(_FOLD_SECONDS, database.fold),
        ):
            await stack.enter_async_context(in_background(task))
        yield Kippu(
            settings=settings, assistant=assistant, understanding=understanding, history=history,
            ledger=ledger, marks=marks, spending=spending, contacts=contacts, home=home,
            demo=not settings.home, bells=bells, lists=kept, notes=noted, calendar=days,
            routines=partial(_routines, taught, layers), studio=studio,
            store=store, layers=layers, loader=loader, skills=skills, run=run, events=events,
        )  # fmt: skip


def _loader(settings: Settings, store: Store, layers: Layers, events: Events) -> Loader:
    return Loader(
        checked(store, events),
        changed=lambda model, state: events.send("loading", model=model, state=state),
        idle_minutes=settings.idle_minutes,
        cache=settings.data / "cache" / "prompts",
        adapters=layers.adapters,
    )


def _remembered(database: Database) -> tuple[History, Ledger]:
    """What was said goes from the ledger with its conversation, and what was deleted in it for good."""
    history, ledger = History(database), Ledger(database)
    history.on_forget.append(lambda turns: ledger.forget(turns=turns))
    history.on_delete.append(lambda _: forget(database))
    return history, ledger


def _routines(taught: routines.Routines, layers: Layers) -> tuple[Routine, ...]:
    return (*taught.all(), *layers.routines())


def _make(data: Path) -> None:
    try:
        data.mkdir(parents=True, exist_ok=True)
        data.chmod(0o700)
    except OSError as error:
        raise RecordError(
            f"The data folder {data} can't be made or used: {error.strerror}. "
            "Choose another with the environment variable KIPPU_DATA.",
            f"データフォルダー {data} を作れないか、使えません（{system_ja(error)}）。"
            "環境変数 KIPPU_DATA で別の場所を指定してください。",
        ) from error
