"""The model's way of ``bench/action.py``: sentences that nothing before the model takes, until it publishes.

Each is said to the whole assistant in a home that is not yet as it is wished. Where the model has a guess,
Kippu asks whether it is meant, and is told yes: the time until it publishes is that of both turns, without
the person's own. Right is what the home is like afterwards, as its player tells.
"""

import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiomqtt
import httpx

from action_saying import answered, noting
from homes import Player, States, seen
from kippu.start import Kippu
from kippu.turn import Language, Meaning, Turn
from kippu.understand import Guess, language_of
from kippu.understand.cues import Frame, Index

_YES = {"en": "yes", "ja": "はい"}
_TELLS = ("sensor.", "binary_sensor.")
_DRIFTS = ("current_temperature",)
"""Things, and parts of their state, that change by themselves."""


@dataclass(frozen=True)
class Wish:
    """A sentence, and what it wants of one thing: from which state to which."""

    text: str
    thing: str
    before: str
    after: frozenset[str]

    @property
    def language(self) -> Language:
        return language_of(self.text)


@dataclass(frozen=True)
class Done:
    """What came of a wish."""

    wish: Wish
    by: str
    """The step that took it; ``model`` too where the model saw no tool in it."""
    chosen: float
    """Milliseconds until it was known what is meant, or that nothing is."""
    published: float | None
    """… until a command was published, where one was."""
    right: bool
    wrong: bool
    """Something else came of it."""


def wishes(file: Path, limit: int | None) -> Iterator[Wish]:
    """Those of a file: ``sentence: thing state > state``, all states that are right named."""
    for line in file.read_text(encoding="utf-8").splitlines()[:limit]:
        text, _, rest = line.rpartition(": ")
        thing, before, _, *after = rest.split()
        yield Wish(text, thing, before, frozenset(after))


class Stage:
    """The home in which each wish is made: put right before, looked at afterwards."""

    def __init__(self, kippu: Kippu, player: Player) -> None:
        self._kippu = kippu
        self._player = player
        self._before: States = {}

    async def set(self, wish: Wish) -> None:
        """As it is before the wish."""
        self._before = await self._player.reset({wish.thing: {"state": wish.before}})
        await seen(self._kippu, {wish.thing: self._before[wish.thing]})

    async def judged(self, wish: Wish) -> tuple[bool, bool]:
        """Whether the home is as wished, and whether anything in it is otherwise."""
        now = await self._player.look()
        changed = {id_: now[id_]["state"] for id_ in now if _told(id_, now) != _told(id_, self._before)}
        right = changed.keys() == {wish.thing} and changed[wish.thing] in wish.after
        return right, bool(changed) and not right


def _told(id_: str, states: States) -> dict[str, Any]:
    """What of a thing changes only when it is told to."""
    if id_.startswith(_TELLS):
        return {}
    attributes = states[id_]["attributes"]
    return {
        "state": states[id_]["state"],
        **{name: attributes[name] for name in attributes if name not in _DRIFTS},
    }


@asynccontextmanager
async def stage(kippu: Kippu) -> AsyncIterator[Stage]:
    """The home that this Kippu is connected to, whose player obeys us too."""
    parts = httpx.URL(kippu.home.address.replace("mqtt://", "http://"))
    async with aiomqtt.Client(parts.host, parts.port or 1883) as client:
        await client.subscribe("kippu/demo/states")
        yield Stage(kippu, Player(client))


async def done_by_model(kippu: Kippu, scene: Stage, said: Sequence[Wish]) -> list[Done]:
    """What comes of these wishes. The first is made once more before, and loads the model."""
    done = []
    with noting(kippu) as sent, asked() as reached:
        for number, wish in enumerate((said[0], *said)):
            await scene.set(wish)
            sent.clear()
            reached.clear()
            turn = kippu.assistant.turn(wish.text)
            start = time.perf_counter()
            meaning = (await answered(kippu, turn)).meaning
            chosen = published = 1000 * (time.perf_counter() - start)
            if sent:
                published = 1000 * (sent[0] - start)
            elif meaning.proposed:
                yes = kippu.assistant.turn(_YES[wish.language], conversation=turn.conversation)
                start = time.perf_counter()
                await answered(kippu, yes)
                published += 1000 * (sent[0] - start) if sent else 0.0
            by = "model" if reached else meaning.by
            made = Done(wish, by, chosen, published if sent else None, *await scene.judged(wish))
            done += [made] if number else []
    return done


@contextmanager
def asked() -> Iterator[list[str]]:
    """The sentences that come as far as the model."""
    reached: list[str] = []
    read = Guess.read

    async def noted(self: Guess, turn: Turn, frame: Frame, index: Index) -> Meaning | None:
        reached.append(turn.text)
        return await read(self, turn, frame, index)

    Guess.read = noted  # type: ignore[method-assign]  # put back below
    yield reached
    Guess.read = read  # type: ignore[method-assign]  # as it was
