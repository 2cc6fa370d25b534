"""Tools out of plain functions: what they take, how they run, and what they say to a wrong argument."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated, Literal

import pytest
from pydantic import Field

from kippu.errors import BadInput
from kippu.tool import Context, Said, Tool

pytestmark = pytest.mark.anyio

EN = Context("en", datetime(2026, 11, 23, tzinfo=UTC))


@dataclass(frozen=True)
class Which:
    """What tells one from the others."""

    name: str | None = None
    start_minutes: int | None = None


async def place(
    context: Context,
    position: Annotated[int, Field(ge=0, le=100)],
    command: Literal["play", "pause", "stop"] = "play",
    step: Annotated[float, Field(ge=-5)] = 0,
    volume: Annotated[int, Field(le=11)] | None = None,
    text: str = "",
) -> Said:
    """Put it there.

    This part is for readers of the code.
    """
    return Said(context.say(f"{position} {command}", f"{position}に{command}"))


async def stop(context: Context, which: Which, minutes: int = 1) -> Said:
    """Stop one of them."""
    return Said(f"{which} {minutes}")


PLACE = Tool("test.place", place, acts=True)
STOP = Tool("test.stop", stop, acts=True)


async def test_a_tool_is_its_function() -> None:
    assert PLACE.description == "Put it there."
    assert PLACE.schema["required"] == ["position"]
    assert PLACE.schema["properties"]["position"] == {
        "maximum": 100,
        "minimum": 0,
        "title": "Position",
        "type": "integer",
    }
    assert (await PLACE.run(EN, {"position": "30"})).text == "30 play"


async def test_a_dataclass_stands_for_its_fields() -> None:
    assert set(STOP.schema["properties"]) == {"name", "start_minutes", "minutes"}
    assert "required" not in STOP.schema
    assert (await STOP.run(EN, {})).text == f"{Which()} 1"
    given = {"name": "tea", "start_minutes": 3, "minutes": 2}
    assert (await STOP.run(EN, given)).text == f"{Which('tea', 3)} 2"
    with pytest.raises(BadInput, match="The start minutes must be a whole number; “soon” is none"):
        await STOP.run(EN, {"start_minutes": "soon"})


@pytest.mark.parametrize(
    ("arguments", "en", "ja"),
    [
        (
            {"position": 1000},
            "The position must be between 0 and 100; 1000 is too much.",
            "位置は0から100までにしてください（1000は大きすぎます）。",
        ),
        (
            {"position": -1},
            "The position must be between 0 and 100; -1 is too little.",
            "位置は0から100までにしてください（-1は小さすぎます）。",
        ),
        (
            {"position": 1, "volume": 12},
            "The volume must be 11 at most; 12 is too much.",
            "音量は11以下にしてください（12は大きすぎます）。",
        ),
        (
            {"position": 1, "step": -9.5},
            "The step must be -5 at least; -9.5 is too little.",
            "変える量は-5以上にしてください（-9.5は小さすぎます）。",
        ),
        (
            {"position": "half"},
            "The position must be a whole number; “half” is none.",
            "位置は整数にしてください（「half」は整数ではありません）。",
        ),
        (
            {"position": 1.5},
            "The position must be a whole number; “1.5” is none.",
            "位置は整数にしてください（「1.5」は整数ではありません）。",
        ),
        (
            {"position": 1, "command": "jump"},
            "The command can be play, pause or stop; “jump” is none of them.",
            "指示はplay、pause、stopのどれかにしてください（「jump」はありません）。",
        ),
        ({}, "The position is missing.", "位置が抜けています。"),
        (
            {"position": 1, "place": "here"},
            "There is no argument “place” here; there is: position, command, step, volume, text.",
            "「place」という引数はありません。使えるもの：position, command, step, volume, text。",
        ),
        (
            {"position": 1, "text": ["a", "b"]},
            "The text must be one word or name, and no list.",
            "文は言葉か名前を1つだけにしてください（一覧にはできません）。",
        ),
        ({"position": 1, "text": 5}, "The text can't be “5”.", "文を「5」にはできません。"),
    ],
)
async def test_a_wrong_argument_is_told_in_the_persons_words(
    arguments: dict[str, object], en: str, ja: str
) -> None:
    with pytest.raises(BadInput) as caught:
        await PLACE.run(EN, arguments)
    assert (str(caught.value), caught.value.say("en"), caught.value.say("ja")) == (en, en, ja)


def test_an_error_without_other_words_is_told_in_english() -> None:
    assert BadInput("It is past.").say("ja") == "It is past."
    assert BadInput("It is past.", "過ぎています。").say("ja") == "過ぎています。"


async def test_half_a_letter_is_refused() -> None:
    with pytest.raises(BadInput, match="The text has half a letter") as error:
        await PLACE.run(EN, {"position": 1, "text": "Anna \ud800"})
    assert error.value.ja.startswith("文に")


async def later(context: Context, minutes: int) -> Said:
    """Tell the time then."""
    return Said(str(context.now + timedelta(minutes=minutes)))


async def test_what_no_number_can_hold_is_told() -> None:
    with pytest.raises(BadInput, match="minutes 1000000"):
        await Tool("test.later", later, acts=False).run(EN, {"minutes": 10**30})
