"""A skill that the encoder never heard of, beside Kippu's own."""

from typing import Any

import pytest

from kippu.turn import Call, Meaning, Offer
from kippu.understand import Understanding
from kippu.understand.free import Free

from ..home import FOLDERS, HOME, turn
from .test_free import ENCODERS

TEMPLATES = """
language: en
lists: {what: {wildcard: true}, amount: {wildcard: true}}
intents:
  expense.add:
    data:
      - sentences:
          - "(note|log|add) an expense of {amount} for {what}"
          - "(note|log|add) {amount} for {what} (as an expense|to my expenses)"
  expense.sum:
    data:
      - sentences: ["how much did i spend [this month]", "what are my expenses", "add up my expenses"]
  gate.unlock:
    data:
      - sentences: ["unlock the garden gate", "undo the lock of the garden gate"]
"""


@pytest.fixture(scope="module")
def understanding(tmp_path_factory: pytest.TempPathFactory) -> Understanding:
    folder = tmp_path_factory.mktemp("expense")
    (folder / "en.yaml").write_text(TEMPLATES, encoding="utf-8")
    folders = [*FOLDERS, folder]
    return Understanding(folders, free=Free(ENCODERS, lambda tool: tool != "expense.sum", folders))


async def read(understanding: Understanding, text: str) -> Meaning:
    return await understanding.understand(turn(text), HOME)


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("could you put down twelve euros for the taxi", {"amount": "12 euros", "what": "taxi"}),
        (
            "put 25 dollars on my expenses for the hotel breakfast",
            {"amount": "25 dollars", "what": "hotel breakfast"},
        ),
    ],
)
async def test_what_acts_is_asked_about_with_its_words(
    understanding: Understanding, text: str, arguments: dict[str, str]
) -> None:
    meaning = await read(understanding, text)
    assert meaning.question is not None
    assert meaning.proposed == (Call("expense.add", arguments),)
    assert not meaning.calls


@pytest.mark.anyio
async def test_what_only_tells_is_told(understanding: Understanding) -> None:
    meaning = await read(understanding, "what do my expenses come to")
    assert meaning.calls == (Call("expense.sum"),)


@pytest.mark.anyio
async def test_what_is_missing_is_asked_for(understanding: Understanding) -> None:
    meaning = await read(understanding, "could you log an expense for me")
    assert not meaning.calls
    assert not meaning.proposed
    assert meaning.question is not None
    assert "expense" in meaning.question


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text", ["could you undo the garden gate's lock", "get the garden gate unlocked, would you"]
)
async def test_nobody_is_let_in(understanding: Understanding, text: str) -> None:
    meaning = await read(understanding, text)
    assert all(call.tool != "gate.unlock" for call in (*meaning.calls, *meaning.proposed))


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text",
    ["why do cats purr", "how much sugar is in an apple", "i need a nap", "the lighting there was gorgeous"],
)
async def test_talk_stays_talk(understanding: Understanding, text: str) -> None:
    meaning = await read(understanding, text)
    assert not meaning.proposed
    assert not meaning.calls


def offer(tool: str, description: str, needed: dict[str, Any], more: dict[str, Any] | None = None) -> Offer:
    shape = {"type": "object", "properties": {**needed, **(more or {})}, "required": list(needed)}
    return Offer(tool, tool.replace(".", "__"), description, shape)


OFFERS = (
    offer(
        "ferry.fare",
        "Look up the fare of a ferry between two harbours.",
        {"from_harbour": {"type": "string"}, "to_harbour": {"type": "string"}},
        {"passengers": {"type": "integer", "description": "Number of passengers"}},
    ),
    offer("ferry.horn", "Sound the horn of the ferry.", {}),
    offer("ferry.ramp", "Unlocks the ramp of the ferry.", {}),
)


@pytest.fixture(scope="module")
def bare() -> Understanding:
    """With tools of which nothing is known but what they tell of themselves."""
    return Understanding(FOLDERS, free=Free(ENCODERS, lambda tool: tool != "ferry.fare", FOLDERS, OFFERS))


@pytest.mark.anyio
async def test_a_tool_without_templates_is_filled_by_its_schema_and_asked_about(bare: Understanding) -> None:
    meaning = await read(bare, "what is the ferry fare from Dover to Calais for 3 passengers")
    wanted = {"from_harbour": "Dover", "to_harbour": "Calais", "passengers": 3}
    assert meaning.proposed == (Call("ferry.fare", wanted),)
    assert not meaning.calls
    assert meaning.question is not None
    assert "Dover" in meaning.question
    assert "Calais" in meaning.question


@pytest.mark.anyio
async def test_what_it_needs_is_asked_for_by_name(bare: Understanding) -> None:
    meaning = await read(bare, "look up the fare of the ferry from Dover")
    assert not meaning.calls
    assert not meaning.proposed
    assert meaning.question is not None
    assert "the to harbour" in meaning.question


@pytest.mark.anyio
async def test_not_even_what_needs_nothing_is_done_unasked(bare: Understanding) -> None:
    meaning = await read(bare, "sound the horn of the ferry")
    assert not meaning.calls
    assert meaning.proposed == (Call("ferry.horn", {}),)


@pytest.mark.anyio
async def test_nobody_is_let_in_by_a_tool_without_templates(bare: Understanding) -> None:
    meaning = await read(bare, "unlock the ramp of the ferry")
    assert all(call.tool != "ferry.ramp" for call in (*meaning.calls, *meaning.proposed))


@pytest.mark.anyio
async def test_a_pasted_text_fills_nothing(bare: Understanding) -> None:
    meaning = await read(bare, "look up the ferry fare from Dover to Calais. " + "It was a long way. " * 25)
    assert not meaning.calls
    assert not meaning.proposed


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text", ["why is the sea salty", "turn on the kitchen light", "i took the ferry once"]
)
async def test_others_are_no_ferry(bare: Understanding, text: str) -> None:
    meaning = await read(bare, text)
    assert all(not call.tool.startswith("ferry.") for call in (*meaning.calls, *meaning.proposed))
