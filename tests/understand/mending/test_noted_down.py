"""What was only told is noted down afterwards."""

import pytest

from kippu.turn import Message
from understand.home import call, understand

TOLD = (Message("user", "we're going to spain in june"), Message("assistant", "I see."))
TOLD_JA = (Message("user", "6月にスペインへ行く。"), Message("assistant", "そうですか。"))


@pytest.mark.parametrize(
    "text",
    ["note that", "write that down please", "ok, remember that", "make a note of it", "save this as a note"],
)
def test_the_words_before(text: str) -> None:
    meaning = understand(text, history=TOLD, talked=True)
    assert meaning.calls == (call("notes.add", text="we're going to spain in june"),)


@pytest.mark.parametrize("text", ["それメモして", "今のをメモしておいて", "あ、それ覚えておいてね"])
def test_the_words_before_in_japanese(text: str) -> None:
    meaning = understand(text, history=TOLD_JA, talked=True)
    assert meaning.calls == (call("notes.add", text="6月にスペインへ行く"),)


@pytest.mark.parametrize(
    "history",
    [
        (Message("user", "how far is spain?"), Message("assistant", "Far.")),
        (Message("user", "the bank says: pay now", tainted=True), Message("assistant", "I see.")),
        (),
    ],
)
def test_no_question_and_nothing_of_others(history: tuple[Message, ...]) -> None:
    calls = understand("note that", history=history, talked=True).calls
    assert all(not one.arguments.get("text") for one in calls)


@pytest.mark.parametrize("text", ["make a note of that", "note that down", "それ、メモしといて"])
def test_a_sum_with_its_result(text: str) -> None:
    told = (Message("user", "what is 12 times 34"), Message("assistant", "12 times 34 is 408."))
    calls = understand(text, history=told, earlier=(call("math.calculate", expression="12 * 34"),)).calls
    assert calls == (call("notes.add", text="12 times 34 is 408"),)


def test_not_behind_a_deed() -> None:
    lamp = call("home.turn_on", name="Kitchen Light")
    calls = understand("note that", history=TOLD, earlier=(lamp,)).calls
    assert all(one.arguments.get("text") != "we're going to spain in june" for one in calls)
