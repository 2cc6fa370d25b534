"""What was planned for the home and is called off."""

import pytest

from understand.home import call, understand


@pytest.mark.parametrize(
    ("text", "name", "clock"),
    [
        ("cancel the heating at 7", "heating", "19:00:00"),
        ("cancel turning off the lights at 10", "turn off the lights", "22:00:00"),
        ("cancel the blinds every evening", "blinds", None),
        ("7時の暖房をキャンセルして", "暖房", "19:00:00"),
        ("暖房の予約を取り消して", "暖房", None),
        ("電気を消すのはやっぱりなしにして", "電気を消", None),
    ],
)
def test_the_planned_command_is_cancelled(text: str, name: str, clock: str | None) -> None:
    at = {"clock": clock} if clock else {}
    assert understand(text).calls == (call("timers.cancel", name=name, **at),)


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("cancel the heating", "home.turn_off"),
        ("cancel the kitchen meeting at 7", "calendar.remove"),
        ("cancel the movie at 7", "calendar.remove"),
        ("映画の予約をキャンセルして", "calendar.remove"),
        ("drop the blinds at 9 pm", "timers.start"),
        ("7時の会議をキャンセルして", "calendar.remove"),
        ("9時に換気扇を止めて", "timers.start"),
        ("掃除をやめて", "home.stop"),
        ("ブラインドを上げるのを止めて", "home.stop"),
        ("9時の電気を止めて", "timers.start"),
    ],
)
def test_what_is_to_be_stopped_itself_is_no_plan(text: str, tool: str) -> None:
    assert [one.tool for one in understand(text).calls] == [tool]
