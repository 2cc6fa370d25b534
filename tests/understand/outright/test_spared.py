"""What is kept and shall not be taken away stays; what only looks like that does as it says."""

import pytest

from kippu.understand.free.mood_en import DENIES
from understand.home import call, understand


@pytest.mark.parametrize(
    "text",
    [
        "don't get rid of all events",
        "please don't delete all alarms",
        "don't wipe my shopping list",
        "don't throw away my notes, please",
        "never delete my reminders",
        "I don't want you to get rid of all events",
        "don't you dare get rid of my alarms",
        "don't cancel the meeting on Friday",
        "予定を全部消さないで",
        "アラームは消さないでね",
        "メモを捨てないで",
        "買い物リストを空にしないで",
    ],
)
def test_nothing_is_taken_away(text: str) -> None:
    assert understand(text).calls == (call("about.left"),)


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("delete all alarms", "alarms.cancel_all"),
        ("don't let me forget to call mum tomorrow at 5", "reminders.add"),
        ("don't wake me tomorrow at 7", "alarms.cancel"),
        ("アラームを全部消して", "alarms.cancel_all"),
        ("買い物リストを空にして", "lists.clear"),
    ],
)
def test_no_refusal(text: str, tool: str) -> None:
    meaning = understand(text)
    assert [one.tool for one in (*meaning.calls, *meaning.proposed)] == [tool]


@pytest.mark.parametrize(
    "text", ["don't delete the alarms, just the reminders", "don't clear the list but add milk"]
)
def test_one_beside_another_order_is_not_all_there_is(text: str) -> None:
    assert understand(text).calls != (call("about.left"),)


def test_free_speech_hears_the_refusal() -> None:
    assert DENIES.search("don't get rid of the events")
    assert DENIES.search("i don't want you to delete it")
    assert not DENIES.search("why don't you get rid of the events")
