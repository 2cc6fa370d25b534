"""A time that stands apart from what it belongs to, put where it is looked for."""

import pytest

from kippu.understand.one_by_one.in_place import in_its_place
from understand.home import NOW, understand


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("7時に起こして、毎日", "毎日7時に起こして"),
        ("明日起こして、7時に", "明日7時に起こして"),
        ("電気を消して、10分後に", "10分後に電気を消して"),
        ("タイマーをセットして、5分", "5分のタイマーをセットして"),
        ("平日はブラインドを7時に開けて", "ブラインドを平日7時に開けて"),
        ("7時に開けて8時に閉めて、毎日", "毎日7時に開けて8時に閉めて"),
    ],
)
def test_japanese_may_say_it_last_or_first(text: str, wanted: str) -> None:
    assert in_its_place(text, "ja", NOW) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("every weekday wake me at 7", "wake me at 7 every weekday"),
        ("on sundays, open the blinds at 9", "open the blinds at 9 on sundays"),
        ("open it at 7 and close it at 8 every day", "open it at 7 every day and close it at 8"),
    ],
)
def test_a_repeat_goes_to_the_first_hour(text: str, wanted: str) -> None:
    assert in_its_place(text, "en", NOW) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "every day at 7 open the blinds",
        "every day open the blinds and close them at 9",
        "open it tomorrow at 7 and close it at 8 every day",
        "wake me at 7 and remind me at 8 that we eat fish every friday",
        "毎日電気をつけて9時に消して",
        "明日7時に起こして、毎日",
        "電気を消して、お願い",
    ],
)
def test_what_has_its_time_keeps_it(text: str) -> None:
    assert in_its_place(text, "en" if text.isascii() else "ja", NOW) == text


def test_an_order_is_not_done_at_once_whose_time_comes_last() -> None:
    calls = understand("キッチンの電気を消して、10分後に").calls
    assert [call.tool for call in calls] == ["timers.start"]


@pytest.mark.parametrize("text", ["音楽をかけて、30分", "牛乳をリストに入れて、明日", "電気を消して、今日は"])
def test_a_time_is_no_part_of_what_is_played_or_put_down(text: str) -> None:
    assert understand(text).calls == understand(text).proposed == ()
