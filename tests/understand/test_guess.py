"""The reader that asks the real model: it never acts on a guess and never names what isn't there."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Literal

import pytest

from kippu.engines import Loader
from kippu.errors import ModelMissing
from kippu.tool import Skill, Tool
from kippu.turn import Call, Meaning
from kippu.understand import Guess
from kippu.understand.text import sentence
from understand.home import HOME, cues, turn

pytestmark = pytest.mark.anyio
MODEL = "smollm2-135m-instruct"


@pytest.fixture(scope="module")
def anyio_backend() -> Literal["asyncio"]:
    """One loop for all tests here: they share one loaded model."""
    return "asyncio"


@pytest.fixture(scope="module")
async def loader(model_path: Path) -> AsyncIterator[Loader]:
    loader = Loader(lambda _: model_path, idle_minutes=5, context=1024)
    yield loader
    await loader.close()


@pytest.fixture
def guess(loader: Loader, skills: tuple[Skill, ...]) -> Guess:
    return Guess(loader.use, lambda: MODEL, skills)


async def guessed(guess: Guess, text: str) -> Meaning | None:
    said = turn(text)
    reader = cues(said.language)
    plain = sentence(text, said.language)
    return await guess.read(said, reader.apart(plain, HOME), reader.index(HOME))


async def test_a_things_name_points_at_no_other_skill(guess: Guess) -> None:
    meaning = await guessed(guess, "make the coffee machine sing")
    assert meaning and meaning.proposed == (Call("home.turn_on", {"name": "Coffee Machine"}),)


UNCLEAR = """
the bedroom light bothers me a lot somehow
do something about the blinds
would the robot vacuum be so nice
my robot vacuum could be useful
the kitchen light should rest
something with my shopping list
ブラインドをどうにかして
寝室の電気が気になる
""".strip().splitlines()


async def test_a_guess_asks_and_names_only_what_there_is(guess: Guess, tools: dict[str, Tool]) -> None:
    meanings = [meaning for text in UNCLEAR if (meaning := await guessed(guess, text)) is not None]
    assert any(meaning.question for meaning in meanings), "it never asked: then this test tells nothing"
    for meaning in meanings:
        assert meaning.by == "model"
        assert 0.5 <= meaning.confidence <= 1
        assert not any(tools[call.tool].acts for call in meaning.calls)
        assert bool(meaning.proposed) == bool(meaning.question)
        for call in (*meaning.calls, *meaning.proposed):
            tools[call.tool].check(call.arguments)
            assert call.arguments.get("name", "all") in {"all", *(thing.name for thing in HOME.things)}


@pytest.mark.parametrize(
    "text", ["hello there", "tell me about the moon", "why is the kitchen light so dear", "やあ"]
)
async def test_what_points_at_no_tool_is_talk(guess: Guess, text: str) -> None:
    assert await guessed(guess, text) is None


async def test_without_a_model_it_is_talk(loader: Loader, skills: tuple[Skill, ...]) -> None:
    assert await guessed(Guess(loader.use, lambda: None, skills), UNCLEAR[0]) is None


async def test_a_model_that_is_gone_makes_it_talk(skills: tuple[Skill, ...]) -> None:
    def find(model: str) -> Path:
        raise ModelMissing(model)

    loader = Loader(find, idle_minutes=5)
    assert await guessed(Guess(loader.use, lambda: MODEL, skills), UNCLEAR[0]) is None
    await loader.close()


async def test_a_model_that_is_broken_makes_it_talk(tmp_path: Path, skills: tuple[Skill, ...]) -> None:
    file = tmp_path / "model.gguf"
    file.write_bytes(b"GGUF but no more")
    loader = Loader(lambda _: file, idle_minutes=5)
    assert await guessed(Guess(loader.use, lambda: MODEL, skills), UNCLEAR[0]) is None
    await loader.close()


def states(folder: Path) -> dict[str, int]:
    """Each file of a read beginning, and which writing of it this is."""
    return {file.name: file.stat().st_ino for file in folder.rglob("*.state")}


async def test_a_list_of_tools_is_read_once_and_by_no_later_process_again(
    model_path: Path, skills: tuple[Skill, ...], tmp_path: Path
) -> None:
    written: list[dict[str, int]] = []
    for text in ("do something about the blinds", "the blinds bother me a lot somehow"):
        loader = Loader(lambda _: model_path, idle_minutes=5, context=1024, cache=tmp_path)
        await guessed(Guess(loader.use, lambda: MODEL, skills), text)
        await loader.close()
        written.append(states(tmp_path))
    assert len(written[0]) == 1
    assert written[1] == written[0]
