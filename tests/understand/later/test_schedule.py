"""Commands for later: for a length of time, again and again, at a time."""

import re
from datetime import timedelta

import pytest

from kippu.turn import Call
from understand.home import NOW, call, understand

FAN = call("home.turn_on", name="Bathroom Fan")
KITCHEN = call("home.turn_on", name="Kitchen Light")


@pytest.mark.parametrize(
    ("text", "now", "minutes", "then"),
    [
        ("turn on the kitchen light for ten minutes", KITCHEN, 10, "turn off the Kitchen Light"),
        ("turn on the bathroom fan for a quarter of an hour", FAN, 15, "turn off the Bathroom Fan"),
        ("turn on the kitchen light until ten past ten am", KITCHEN, 10, "turn off the Kitchen Light"),
        ("キッチンの電気を10分間つけて", KITCHEN, 10, "キッチンの電気を消す"),
        ("換気扇を15分だけつけておいて", FAN, 15, "換気扇を消す"),
    ],
)
def test_for_a_length_of_time_it_is_taken_back_at_the_end(
    text: str, now: Call, minutes: int, then: str
) -> None:
    assert understand(text).calls == (now, call("timers.start", minutes=minutes, command=then))
    (back,) = understand(then).calls
    assert back.tool == "home.turn_off" and back.arguments["name"] == now.arguments["name"]


def test_a_moment_is_not_told_as_the_minute_before_it() -> None:
    (timer,) = understand("turn off the kitchen light at noon", at=NOW + timedelta(seconds=10.7)).calls
    assert timer.arguments["hours"] == 1
    assert timer.arguments["seconds"] == 50  # 49.3 are left


def test_what_comes_beside_it_stays() -> None:
    text = "turn on the bathroom fan for 10 minutes and close the blinds"
    assert [said.tool for said in understand(text).calls] == ["home.turn_on", "timers.start", "home.close"]


@pytest.mark.parametrize(
    "text",
    [
        "unlock the front door for 5 minutes",
        "dim the desk lamp for 10 minutes",
        "turn on the kitchen light every 10 minutes",
        "turn on the coffee machine every day",
        "turn on the light for 10 minutes",
        "10分間電気をつけて",
        "10時までに電気を消して",
        "デスクランプを10分間青くして",
        "5分ごとに電気をつけて",
        "毎日コーヒーメーカーをつけて",
    ],
)
def test_what_has_no_plain_end_or_time_is_asked_about(text: str) -> None:
    meaning = understand(text)
    assert not meaning.calls and not meaning.proposed and meaning.question


@pytest.mark.parametrize(
    ("text", "command", "at", "repeat"),
    [
        ("every day at seven turn on the coffee machine", "turn on the coffee machine", "25T07:00", "daily"),
        (
            "turn on the coffee machine every weekday at half past six",
            "turn on the coffee machine",
            "25T06:30",
            "weekdays",
        ),
        ("turn off the lights at 11 pm every night", "turn off the lights", "24T23:00", "daily"),
        ("毎朝7時にブラインドを開けて", "ブラインドを開けて", "25T07:00", "daily"),
        ("平日の朝6時半にコーヒーメーカーをつけて", "コーヒーメーカーをつけて", "25T06:30", "weekdays"),
    ],
)
def test_again_and_again_at_a_time(text: str, command: str, at: str, repeat: str) -> None:
    wanted = call("timers.repeat", command=command, at=f"2026-11-{at}:00", repeat=repeat)
    assert understand(text).calls == (wanted,)


@pytest.mark.parametrize(
    "text",
    [
        "remind me every day at seven to turn on the coffee machine",
        "毎朝7時に起こして",
        "wake me every day at 7",
    ],
)
def test_reminders_and_alarms_stay_what_they_are(text: str) -> None:
    (said,) = understand(text).calls
    assert said.tool in {"reminders.add", "alarms.set"}


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("turn off the lights at 11pm", 13 * 3600),
        ("in 5 minutes turn off the kitchen light", 300),
        ("10分後に電気を消して", 600),
        ("夜11時に全部の電気消して", 13 * 3600),
    ],
)
def test_once_at_a_time(text: str, seconds: int) -> None:
    (said,) = understand(text).calls
    given = said.arguments
    assert said.tool == "timers.start" and given["command"]
    assert given.get("hours", 0) * 3600 + given.get("minutes", 0) * 60 == seconds


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("stop opening the blinds every morning", "open the blinds"),
        ("please stop turning on the coffee machine every day at 7", "turn on the coffee machine"),
        ("毎朝ブラインドを開けるのをやめて", "ブラインドを開け"),
    ],
)
def test_what_was_done_again_and_again_is_ended(text: str, name: str) -> None:
    assert understand(text).calls == (call("timers.cancel", name=name),)


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("turn on the lamp at 9 pm", "timers.start"),
        ("21時にランプをつけて", "timers.start"),
        ("turn off the lamp at 10 pm every day", "timers.repeat"),
    ],
)
def test_which_of_several_is_asked_before_it_is_planned(text: str, tool: str) -> None:
    meaning = understand(text)
    assert not meaning.calls and len(meaning.choices) == 2
    assert {call.tool for call in meaning.proposed} == {tool}
    floor, desk = (call.arguments["command"] for call in meaning.proposed)
    assert re.search("Floor|フロア", floor) and re.search("Desk|デスク", desk)


@pytest.mark.parametrize(
    "text",
    [
        "turn the kitchen light off for 10 seconds and then back on",
        "キッチンの電気を10秒だけ消してまたつけて",
    ],
)
def test_what_ends_a_while_may_be_said_too(text: str) -> None:
    assert [call.tool for call in understand(text).calls] == ["home.turn_off", "timers.start"]
