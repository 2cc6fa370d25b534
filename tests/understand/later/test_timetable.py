"""Several commands for several times in one sentence: each is done at its own."""

from datetime import timedelta

import pytest

from understand.home import turn, understand

PLANNED = [
    ("open the blinds at 7 pm and close them at 9 pm", {"open all blinds": 19, "close all blinds": 21}),
    (
        "turn on the desk lamp at 5 pm and off at 10",
        {"turn on the Desk Lamp": 17, "turn off the Desk Lamp": 22},
    ),
    (
        "turn the heating to 18 at 10 pm and to 21 at 6",
        {"set the Thermostat to 18 degrees": 22, "set the Thermostat to 21 degrees": 30},
    ),
    (
        "turn off the desk lamp and close the blinds at 10 pm",
        {"turn off the Desk Lamp": 22, "close the blinds": 22},
    ),
    ("play the news at 7 and turn on the desk lamp at 7", {"play the news": 19, "turn on the Desk Lamp": 19}),
    ("open the blinds at 7 and close them at 7", {"open all blinds": 19, "close all blinds": 31}),
    (
        "at 7 pm turn on the kitchen light, at 10 pm turn it off and close the blinds",
        {"turn on the Kitchen Light": 19, "turn off the Kitchen Light": 22, "close the blinds": 22},
    ),
    (
        "turn the desk lamp red at 9 pm and blue at 10 pm",
        {"make the Desk Lamp red": 21, "make the Desk Lamp blue": 22},
    ),
    (
        "デスクランプを21時に赤、22時に青にして",
        {"デスクランプの色を赤にする": 21, "デスクランプの色を青にする": 22},
    ),
    ("キッチンの電気を19時につけて22時に消して", {"キッチンの電気をつける": 19, "キッチンの電気を消す": 22}),
    (
        "22時にキッチンの電気を消してブラインドを閉めて",
        {"キッチンの電気を消す": 22, "ブラインドを閉める": 22},
    ),
]


@pytest.mark.parametrize(("text", "hours"), PLANNED)
def test_each_is_done_at_its_time(text: str, hours: dict[str, int]) -> None:
    midnight = turn("").at.replace(hour=0, minute=0, second=0, microsecond=0)
    planned = {}
    for call in understand(text).calls:
        assert call.tool == "timers.start"
        length = {unit: call.arguments.get(unit, 0) for unit in ("hours", "minutes", "seconds")}
        planned[call.arguments["command"]] = turn("").at + timedelta(**length) - midnight
    assert planned == {words: timedelta(hours=hour) for words, hour in hours.items()}


@pytest.mark.parametrize(
    "text",
    [
        "turn on the kitchen light at 7 pm and fly me to the moon",
        "play with the kids at 5 and turn on the kitchen light at 6",
        "19時に電気をつけて月に行って",
    ],
)
def test_nothing_is_planned_where_a_part_is_no_command(text: str) -> None:
    assert len(understand(text).calls) < 2


@pytest.mark.parametrize(
    ("text", "tools"),
    [
        ("turn on the desk lamp and turn it off in 10 minutes", ["home.turn_on", "timers.start"]),
        ("turn off the desk lamp and turn it on in 10 minutes", ["home.turn_off", "timers.start"]),
        ("open the blinds and close them at 9 pm", ["home.open", "timers.start"]),
        ("キッチンの電気をつけて10分後に消して", ["home.turn_on", "timers.start"]),
        ("turn on the desk lamp and close the blinds in 10 minutes", ["timers.start", "timers.start"]),
        ("デスクランプをつけて10分後にブラインドを閉めて", ["home.turn_on", "timers.start"]),
        ("lock the front door and in 10 minutes play jazz", ["home.lock", "timers.start"]),
        ("play jazz and at 10 pm turn off the desk lamp", ["home.play", "timers.start"]),
        ("close the blinds, then tomorrow at 8 open them", ["home.close", "timers.start"]),
        ("play jazz and turn it off at 9", ["home.play", "timers.start"]),
        ("play jazz and stop the music in an hour", ["home.play", "timers.start"]),
        ("play jazz and turn it down at 9", ["home.play", "timers.start"]),
        ("play jazz and then turn off everything at 10", ["home.play", "timers.start"]),
        (
            "lock the front door, dim the desk lamp and in an hour turn everything off",
            ["home.lock", "home.change_brightness", "timers.start"],
        ),
    ],
)
def test_what_its_time_would_undo_is_done_now(text: str, tools: list[str]) -> None:
    calls = understand(text).calls
    assert [call.tool for call in calls] == tools
    later = [str(call.arguments["command"]) for call in calls if call.tool == "timers.start"]
    assert all(len(words) > len("消して") for words in later), "said alone, it says nothing"


@pytest.mark.parametrize(
    ("text", "tools"),
    [
        (
            "turn off the bedroom light in 5 minutes and lock the front door now",
            ["timers.start", "home.lock"],
        ),
        (
            "lock the front door right now and turn off the bedroom light in 5 minutes",
            ["home.lock", "timers.start"],
        ),
        (
            "turn off the kitchen light in 5 minutes, lock the front door immediately and close the blinds",
            ["timers.start", "home.lock", "home.close"],
        ),
        (
            "turn off the kitchen light and lock the front door 5 minutes from now",
            ["timers.start", "timers.start"],
        ),
        ("5分後に寝室の電気を消して、今すぐ玄関の鍵を閉めて", ["timers.start", "home.lock"]),
        ("5分後に寝室の電気を消して、玄関の鍵は今閉めて", ["timers.start", "home.lock"]),
        ("5分後に寝室の電気を消して、玄関の鍵を閉めて", ["timers.start", "timers.start"]),
        ("5分後に寝室の電気を消して、今、玄関の鍵を閉めて", ["timers.start", "home.lock"]),
        ("5分後に寝室の電気を消して、今井美樹の曲をかけて", ["timers.start", "timers.start"]),
    ],
)
def test_what_is_for_now_has_no_time_of_another(text: str, tools: list[str]) -> None:
    assert [call.tool for call in understand(text).calls] == tools


def test_one_title_is_no_two_commands() -> None:
    assert [
        call.arguments.get("query") for call in understand("turn on the fan and play rock and roll").calls
    ] == [
        None,
        "rock and roll",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "turn on the desk lamp every day at 7 pm and off at 10",
            ("turn on the Desk Lamp", "turn off the Desk Lamp"),
        ),
        ("毎日19時にキッチンの電気をつけて22時に消して", ("キッチンの電気をつける", "キッチンの電気を消す")),
    ],
)
def test_what_is_done_daily_is_ended_daily(text: str, words: tuple[str, str]) -> None:
    calls = understand(text).calls
    assert [call.tool for call in calls] == ["timers.repeat"] * 2
    assert tuple(call.arguments["command"] for call in calls) == words
    assert [call.arguments["at"][11:] for call in calls] == ["19:00:00", "22:00:00"]
    assert {call.arguments["repeat"] for call in calls} == {"daily"}


@pytest.mark.parametrize(
    ("text", "at", "repeat"),
    [
        ("open the blinds at 7 and close them at 8 every day", ("07:00", "08:00"), "daily"),
        ("on weekdays open the blinds at 7 am and close them at 8 pm", ("07:00", "20:00"), "weekdays"),
        ("turn on the desk lamp at 6 and off at 11 every evening", ("18:00", "23:00"), "daily"),
        ("7時にブラインドを開けて8時に閉めて、毎日", ("07:00", "08:00"), "daily"),
        ("毎朝ブラインドを7時に開けて8時に閉めて", ("07:00", "08:00"), "daily"),
    ],
)
def test_a_repeat_of_a_row_is_that_of_each(text: str, at: tuple[str, ...], repeat: str) -> None:
    calls = understand(text).calls
    assert [call.tool for call in calls] == ["timers.repeat"] * 2
    assert tuple(call.arguments["at"][11:16] for call in calls) == at
    assert {call.arguments["repeat"] for call in calls} == {repeat}


def test_what_has_a_day_of_its_own_is_not_repeated() -> None:
    calls = understand("open the blinds every day at 7 and close them at 9 tomorrow").calls
    assert [call.tool for call in calls] == ["timers.repeat", "timers.start"]
