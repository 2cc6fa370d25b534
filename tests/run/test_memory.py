"""What a model reads of a conversation: all of it, or what a small one can follow."""

from kippu.run.memory import remembered
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


def test_a_larger_model_reads_all() -> None:
    history = (*talk(1), *LIGHT, *talk(2), *TIMER, *talk(3), *talk(4))
    read = remembered(history, EN, small=False)
    assert read.lines == list(history)
    assert not read.left_out and not read.unread


def test_a_small_one_reads_what_came_of_all_commands_where_the_last_stands() -> None:
    read = remembered((*talk(1), *LIGHT, *TIMER, *WHICH, *talk(2), *OFF, *talk(3)), EN, small=True)
    assert texts(read.lines) == [
        "Tell me of 1.", "It is 1.", "Tell me of 2.", "It is 2.",
        "turn it off", "The light is off.\nEarlier:\nThe light is on.\nThe timer runs.",
        "Tell me of 3.", "It is 3.",
    ]  # fmt: skip
    assert not read.left_out, "all that was done is told; what was only asked about is no deed"


def test_where_an_answer_was_quoted_from_is_not_read() -> None:
    asked = Message("user", "What is a comet?")
    quoted = Message("assistant", "Comet: a body.\n\n— comet (WordNet-3.1)\n— Tails (stars.md)", tainted=True)
    said = Message("assistant", "A list:\n\n— one (of two)\n— two")
    for small in (True, False):
        lines = remembered((asked, quoted, asked, said), EN, small=small).lines
        assert texts(lines) == [asked.text, "Comet: a body.", asked.text, said.text]
        assert lines[1].tainted


def test_the_last_command_alone_stands_as_it_was_said() -> None:
    assert remembered(LIGHT, EN, small=True).lines == list(LIGHT)
    assert remembered(WHICH, EN, small=True).lines == list(WHICH)
    assert remembered((), EN, small=True).lines == []


def test_a_command_that_nothing_answered_takes_no_deeds_along() -> None:
    stopped = Message("user", "dim the lamp", done=True)
    read = remembered((*TIMER, *LIGHT, stopped), EN, small=True)
    assert texts(read.lines) == [
        "turn on the light",
        "The light is on.\nEarlier:\nThe timer runs.",
        "dim the lamp",
    ]


def test_older_talk_and_older_deeds_are_left_out_with_a_word() -> None:
    read = remembered(tuple(line for number in range(5) for line in talk(number)), EN, small=True)
    assert read.left_out and texts(read.lines)[0] == "Tell me of 2."
    many = tuple(line for number in range(120) for line in command(f"do {number}", f"Did {number}."))
    read = remembered(many, EN, small=True)
    assert read.left_out
    asked, came = texts(read.lines)
    assert asked == "do 119" and came.startswith("Did 119.\nEarlier:\n") and came.endswith("\nDid 118.")
    assert len(came) < 800 and "Did 90." in came


def test_in_japanese() -> None:
    first = command("電気をつけて", "電気をつけました。")
    read = remembered((*first, *command("消して", "電気を消しました。")), ("ja", "en"), small=True)
    assert texts(read.lines) == ["消して", "電気を消しました。\nその前:\n電気をつけました。"]
    read = remembered((*first, *OFF), EN, small=True)
    assert texts(read.lines) == ["turn it off", "The light is off.\nEarlier:\nDone: some tool."]


def test_talk_in_another_language_is_missed_where_it_was_last() -> None:
    japanese = (Message("user", "こんにちは"), Message("assistant", "どうも。"))
    assert remembered((*talk(1), *japanese), EN, small=True).unread
    assert not remembered((*japanese, *talk(1)), EN, small=False).unread
    assert not remembered((*talk(1), *command("消して", "消しました。")), EN, small=True).unread
