"""What a model reads of a conversation: all of it, or as much as its context holds."""

from collections.abc import Sequence

import pytest

from kippu.run.memory import fitting, remembered
from kippu.turn import Message

EN = ("en",)


def talk(number: int) -> tuple[Message, Message]:
    return Message("user", f"Tell me of {number}."), Message("assistant", f"It is {number}.")


def command(text: str, came: str, plainly: str = "Done: some tool.") -> tuple[Message, Message]:
    asked = Message("user", text, done=True, plainly=plainly and "some tool")
    return asked, Message("assistant", came, done=True, plainly=plainly)


def texts(lines: list[Message]) -> list[str]:
    return [line.text for line in lines]


LIGHT = command("turn on the light", "The light is on.")
TIMER = command("set a timer", "The timer runs.")
WHICH = command("close the blind", "Which one?", plainly="")
OFF = command("turn it off", "The light is off.")


def test_all_is_read_as_it_was_said() -> None:
    history = (*talk(1), *LIGHT, *talk(2), *TIMER, *WHICH, *talk(3), *OFF, *talk(4))
    read = remembered(history, EN)
    assert read.lines == list(history) and not read.unread


def test_where_an_answer_was_quoted_from_is_not_read() -> None:
    asked = Message("user", "What is a comet?")
    quoted = Message("assistant", "Comet: a body.\n\n— comet (WordNet-3.1)\n— Tails (stars.md)", tainted=True)
    said = Message("assistant", "A list:\n\n— one (of two)\n— two")
    lines = remembered((asked, quoted, asked, said), EN).lines
    assert texts(lines) == [asked.text, "Comet: a body.", asked.text, said.text]
    assert lines[1].tainted


def test_a_command_in_another_language_is_told_plainly() -> None:
    first = command("電気をつけて", "電気をつけました。")
    assert remembered((*first, *LIGHT), ("ja", "en")).lines == [*first, *LIGHT]
    told = texts(remembered((*first, *OFF), EN).lines)
    assert told == ["some tool", "Done: some tool.", "turn it off", "The light is off."]


def test_talk_in_another_language_is_missed_where_it_was_last() -> None:
    japanese = (Message("user", "こんにちは"), Message("assistant", "どうも。"))
    assert remembered((*talk(1), *japanese), EN).unread
    assert not remembered((*japanese, *talk(1)), EN).unread
    assert not remembered((*talk(1), *command("消して", "消しました。")), EN).unread


ROOM, BESIDE = 900, 90


async def count(lines: Sequence[Message]) -> int:
    """Tokens as they mostly are: a word each, and three around a message; and instructions and a question."""
    return 24 + sum(3 + len(line.text.split()) for line in lines)


@pytest.mark.anyio
async def test_nothing_is_left_out_before_the_context_is_full_and_then_the_oldest_turns() -> None:
    history: list[Message] = []
    read: list[Message] = []
    moved = 0
    for number in range(120):
        lines = await fitting(history, BESIDE, ROOM, count)
        assert await count(lines) <= ROOM
        assert lines == history[len(history) - len(lines) :]
        if await count(history) <= ROOM:
            assert lines == history
        else:
            assert await count(lines) > ROOM / 2, "no more is left out than need be"
        moved += bool(read) and lines[0] != read[0]
        read = lines
        history += command(f"do {number}", f"Did {number}.") if number % 5 == 0 else talk(number)
    assert moved == 3, "what is read stays the same for many turns"


@pytest.mark.anyio
async def test_where_the_newest_turns_are_the_dense_ones_they_fit_all_the_same() -> None:
    long = [Message("user", "extraordinarily " * 200), Message("assistant", "Internationalisation.")]
    history = [
        *long,
        *(line for _ in range(3) for line in talk(1)),
        Message("user", "a b c " * 260, done=True),
    ]
    assert await count(history) > ROOM
    lines = await fitting(history, BESIDE, ROOM, count)
    assert lines and await count(lines) <= ROOM


@pytest.mark.anyio
async def test_instructions_of_a_program_stay() -> None:
    rules = Message("system", "Speak like a pirate.")
    history = [rules, *(line for number in range(200) for line in talk(number))]
    lines = await fitting(history, BESIDE, ROOM, count)
    assert lines[0] == rules and lines[1].role == "user" and lines[-1] == history[-1]


@pytest.mark.anyio
async def test_where_there_is_no_room_at_all_nothing_is_read() -> None:
    assert await fitting(list(talk(1)), 10_000, 5, count) == []
    assert await fitting([], 10_000, 5, count) == []
