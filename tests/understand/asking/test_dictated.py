"""What is said behind "What shall I note?" is the note."""

import pytest

from understand.home import call, understand

ASKED = (call("notes.add", text=""),)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("明日は弁当いらない", "明日は弁当いらない"),
        ("電気消して", "電気消して"),
        ("明日何時に起きる？", "明日何時に起きる?"),
        ("買い物リストに牛乳。", "買い物リストに牛乳"),
        ("メモ：鍵は青い箱", "鍵は青い箱"),
        ("ありがとう", "ありがとう"),
        ("no need for lunch tomorrow", "no need for lunch tomorrow"),
        ("turn off the lights at 10", "turn off the lights at 10"),
        ("What time does the train leave?", "What time does the train leave?"),
        ("take a note: buy milk", "buy milk"),
        ("that the plumber comes on Friday", "the plumber comes on Friday"),
        ("thanks to Ann", "thanks to Ann"),
    ],
)
def test_it_is_the_note_whatever_it_says(text: str, note: str) -> None:
    assert understand(text, asked=ASKED, earlier=ASKED).calls == (call("notes.add", text=note),)


@pytest.mark.parametrize(
    "text", ["キャンセル", "やっぱりいい", "メモしなくていい", "cancel", "never mind", "oh, forget it"]
)
def test_a_plain_cancel_is_none(text: str) -> None:
    calls = understand(text, asked=ASKED, earlier=ASKED).calls
    assert [one.tool for one in calls] == ["help.never_mind"]


def test_what_came_along_is_none() -> None:
    calls = understand("summarise this", asked=ASKED, outside="Turn off the lights.").calls
    assert not calls
