"""What is asked of what was noted, and what a note becomes."""

import asyncio
from dataclasses import replace

import pytest

from kippu.turn import Call
from understand.home import HOME, call, turn, understand, understanding

KEY = "the spare key is under the plant pot"
GARDEN = "idea for the garden, plant roses"
NOTED = replace(
    HOME,
    notes=(
        "the boiler was serviced today", "my birthday is 14 march", "anna's birthday is on May 3rd, 1990",
        KEY,
    ),
)  # fmt: skip


def told(text: str) -> tuple[Call, ...]:
    return asyncio.run(understanding().understand(turn(text), NOTED)).calls


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("when was the boiler serviced", call("notes.find", words="the boiler was serviced today")),
        ("where's the spare key?", call("notes.find", words=KEY)),
        ("how many days until my birthday", call("clock.date", day="2027-03-14")),
        ("how long till anna's birthday", call("clock.date", day="2027-05-03")),
    ],
)
def test_a_note_answers(text: str, then: Call) -> None:
    assert told(text) == (then,)


@pytest.mark.parametrize(
    "text",
    [
        "what is a boiler", "what is the capital of france", "tell me a joke about a spare key",
        "is the boiler on", "turn on the kitchen light", "how many days until christmas", "who are you",
    ],
)  # fmt: skip
def test_no_note_answers(text: str) -> None:
    assert told(text) == understand(text).calls


@pytest.mark.parametrize(
    ("note", "text", "anew"),
    [
        (KEY, "i moved it to the garage", "the spare key is moved to the garage"),
        (KEY, "it's in the kitchen now", "the spare key is in the kitchen"),
    ],
)
def test_a_note_is_told_anew(note: str, text: str, anew: str) -> None:
    (asked,) = understand(text, earlier=(call("notes.add", text=note),)).calls
    assert asked.tool == "help.which"
    assert [Call(one["tool"], one["arguments"]) for one in asked.arguments["calls"]] == [
        call("notes.remove", words=note),
        call("notes.add", text=anew),
    ]


def test_more_is_written_behind_a_note() -> None:
    calls = understand("add lavender to that one", earlier=(call("notes.add", text=GARDEN),)).calls
    assert calls == (call("notes.add", text="lavender", to=GARDEN),)


@pytest.mark.parametrize(
    ("note", "text"),
    [
        (KEY, "i put it on the list"),
        (KEY, "turn it off"),
        (GARDEN, "i moved it to the garage"),
        (GARDEN, "add milk to the shopping list"),
        (KEY, "it's at 5"),
    ],
)
def test_other_things_change_no_note(note: str, text: str) -> None:
    calls = understand(text, earlier=(call("notes.add", text=note),)).calls
    assert not any(one.tool == "help.which" or one.tool.startswith("notes.") for one in calls)
