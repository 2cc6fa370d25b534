"""What people say behind what was done, in words that no pattern has."""

from datetime import datetime
from pathlib import Path

import numpy as np
import pytest

from kippu.errors import ModelError
from kippu.turn import Call
from kippu.understand.sequels.contexts import context_of
from kippu.understand.sequels.head import Head
from understand.home import HOME, NOW, call, turn
from understand.sequels.heard import FOLDER, behind, sequels

KITCHEN = "Kitchen Light"
LIGHT, FAN = call("home.turn_on", name=KITCHEN), call("home.turn_on", name="Bathroom Fan")
HEATING = call("home.set_temperature", name="Thermostat", temperature=21)
VACUUM = call("home.start", name="Robot Vacuum")
ALARM = call("alarms.set", at="2026-11-25T07:00:00")
REMINDER = call("reminders.add", at="2026-11-24T16:15:00", text="pick up the kids")
EVENT = call("calendar.add", text="lunch", at="2026-11-27T12:00:00")
PLAN = call("timers.start", hours=1, command="turn off the Bedroom Light")
LIST = call("lists.add", item="milk", list="shopping")


@pytest.mark.parametrize(
    ("before", "text", "tool", "given"),
    [
        (LIGHT, "not that bright", "home.change_brightness", {"step": -20}),
        (LIGHT, "still pretty murky", "home.change_brightness", {"step": 20}),
        (LIGHT, "kill it in half an hour", "timers.start", {"minutes": 30}),
        (LIGHT, "50のほうがいいかも", "home.set_light", {"brightness": 50}),
        (LIGHT, "まだ暗いなあ", "home.change_brightness", {"step": 20}),
        (HEATING, "bit warmer", "home.change_temperature", {"step": 1}),
        (HEATING, "what did you set it to", "home.temperature", {"name": "Thermostat"}),
        (FAN, "full blast", "home.set_speed", {"speed": 100}),
        (FAN, "まだ回ってる？", "home.state", {"name": "Bathroom Fan", "state": "on"}),
        (VACUUM, "うるさいからやっぱやめて", "home.stop", {"name": "Robot Vacuum"}),
        (LIST, "what else is on there", "lists.show", {"list": "shopping"}),
        (EVENT, "4時に変更できる？", "calendar.move", {"text": "lunch", "at": "16:00:00"}),
        (EVENT, "move it to friday same time", "calendar.move", {"at": "2026-11-27T12:00:00"}),
        (REMINDER, "何時になってる？", "reminders.list", {"words": "pick up the kids"}),
    ],
)
def test_one_call(before: Call, text: str, tool: str, given: dict[str, object]) -> None:
    (made,) = behind(text, before).calls
    assert made.tool == tool
    assert given.items() <= made.arguments.items()


@pytest.mark.parametrize(
    ("before", "text", "tool", "at"),
    [
        (REMINDER, "ok 4 is fine", "reminders.add", "2026-11-24T16:00:00"),
        (REMINDER, "10 actually", "reminders.add", "2026-11-24T22:00:00"),
        (ALARM, "6時半でいいや", "alarms.set", "2026-11-25T06:30:00"),
        (ALARM, "あ、木曜の話ね", "alarms.set", "2026-11-26T07:00:00"),
        (ALARM, "sorry meant quarter past", "alarms.set", "2026-11-25T07:15:00"),
        (ALARM, "eight will do", "alarms.set", "2026-11-25T08:00:00"),
    ],
)
def test_another_time_takes_the_place_of_the_first(before: Call, text: str, tool: str, at: str) -> None:
    taken, put = behind(text, before).calls
    assert taken.tool.startswith(before.tool.partition(".")[0])
    assert (put.tool, put.arguments["at"]) == (tool, at)


def test_the_way_that_is_said_counts_more_than_the_one_that_is_heard() -> None:
    for text in ("turn it up a degree", "up by a degree", "1度上げといて"):
        (made,) = behind(text, HEATING).calls
        assert made.tool == "home.change_temperature" and made.arguments["step"] > 0


def test_one_day_of_a_repeating_alarm_is_not_all_of_it() -> None:
    weekdays = call("alarms.set", at="2026-11-25T05:50:00", repeat="weekdays")
    assert not any(one.tool == "alarms.cancel" for one in behind("turn it off for friday", weekdays).calls)


def test_what_the_person_will_do_is_left_to_them() -> None:
    assert [one.tool for one in behind("寝るとき消すね", LIGHT).calls] == ["about.left"]


def test_what_was_paused_goes_on_and_not_the_music() -> None:
    assert behind("carry on", call("timers.pause", start_minutes=25)).calls[0].tool == "timers.resume"


def test_a_lamp_that_stays_on_loses_its_timer() -> None:
    off = call("timers.start", minutes=10, command="turn off the Kitchen Light")
    assert behind("actually leave it on", off).calls == (
        call("timers.cancel", name=off.arguments["command"]),
    )


def test_a_plan_moves() -> None:
    taken, put = behind("actually 10:30", PLAN).calls
    assert taken == call("timers.cancel", name="turn off the Bedroom Light")
    assert put.arguments["command"] == "turn off the Bedroom Light"


@pytest.mark.parametrize(
    "text",
    [
        "is that normal", "who thought of that", "call it laundry", "with lisa and her mother",
        "名前は洗濯で",
    ],
)  # fmt: skip
def test_what_nobody_can_know_or_do_is_told_as_not_clear(text: str) -> None:
    meaning = behind(text, ALARM)
    (said,) = meaning.calls
    assert said.tool in {"about.unfinished", "about.beyond", "about.unadded"}


@pytest.mark.parametrize(
    "text",
    [
        "who won the world cup in 2018", "tell me a story", "did you know that bananas are berries",
        "what's the tallest mountain", "富士山の高さは？", "面白い話して",
    ],
)  # fmt: skip
def test_talk_of_its_own_stays_talk(text: str) -> None:
    for before in (LIGHT, ALARM, LIST):
        assert behind(text, before).by == "talk"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("set a timer for 5 minutes", call("timers.start", minutes=5)),
        ("turn on the desk lamp", call("home.turn_on", name="Desk Lamp")),
        ("what time is it", call("clock.time")),
        ("add eggs to the shopping list", call("lists.add", item="eggs", list="shopping")),
        ("5分のタイマーをかけて", call("timers.start", minutes=5)),
        ("今何時？", call("clock.time")),
    ],
)
def test_a_request_of_its_own_is_what_it_is(text: str, wanted: Call) -> None:
    for before in (LIGHT, REMINDER, VACUUM):
        assert behind(text, before).calls == (wanted,)


@pytest.mark.parametrize("text", ["let him in then", "on again please", "中に入れてあげて"])
def test_nobody_is_let_in_on_a_guess(text: str) -> None:
    meaning = behind(text, call("home.lock", name="Front Door"))
    assert not any(one.tool in {"home.unlock", "home.open"} for one in meaning.calls)


@pytest.mark.parametrize("text", ["nvm", "nah forget it", "scrap that", "やっぱりいいや"])
def test_a_question_is_refused_in_any_words(text: str) -> None:
    meaning = behind(text, asked=(call("home.turn_off", domain="light", name="all"),))
    assert not any(one.tool.startswith("home.") for one in (*meaning.calls, *meaning.proposed))
    assert meaning.by != "talk"


def test_a_question_is_answered_with_a_time() -> None:
    blinds = call("home.close", domain="cover", device_class="blind", name="all")
    (made,) = behind("ok at 6pm then", asked=(blinds,)).calls
    assert made == call("timers.start", hours=8, command="close all blinds")


def test_behind_nothing_nothing_is_heard() -> None:
    assert behind("ok 4 is fine").by == "talk"
    assert context_of(turn("brighter"), HOME) is None
    assert context_of(turn("brighter", earlier=(LIGHT,), talked=True), HOME) is None


@pytest.mark.parametrize(
    ("before", "context"),
    [
        (LIGHT, "light"), (FAN, "fan"), (HEATING, "climate"), (VACUUM, "vacuum"), (ALARM, "alarm"),
        (PLAN, "plan"), (call("timers.start", minutes=5), "timer"), (LIST, "list"), (EVENT, "event"),
        (call("home.turn_on", domain="switch", name="all"), "plug"),
        (call("home.state", name=KITCHEN), "state"),
        (call("about.thanks"), None), (call("home.turn_on", name="nowhere"), None),
    ],
)  # fmt: skip
def test_contexts(before: Call, context: str | None) -> None:
    assert context_of(turn("brighter", earlier=(before,)), HOME) == context


def test_chances_are_whole_and_a_text_is_none() -> None:
    heard = sequels().hear(turn("too bright"), "light")
    assert heard and heard.op == "less" and 0.5 < heard.chance <= 1 and heard.new < 0.1
    assert sequels().hear(turn("this is a long text " * 20), "light") is None


def test_without_its_files_nothing_is_heard(tmp_path: Path) -> None:
    assert sequels(tmp_path).hear(turn("too bright"), "light") is None


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "sequels.npz"
    path.write_bytes((FOLDER / "sequels.npz").read_bytes()[:1000])
    with pytest.raises(ModelError, match=r"sequels\.npz"):
        Head(path).chances(np.zeros(900, np.float32), "light")


def test_a_file_of_another_encoder_is_told() -> None:
    with pytest.raises(ModelError, match="doesn't belong"):
        Head(FOLDER / "sequels.npz").chances(np.zeros(7, np.float32), "light")


def test_the_moment_plays_no_part() -> None:
    later = datetime(2027, 1, 1, 8, 0, tzinfo=NOW.tzinfo)
    assert sequels().hear(turn("too bright"), "light") == sequels().hear(
        turn("too bright", at=later), "light"
    )


def test_an_event_that_is_gone_is_no_item_that_ran_out() -> None:
    assert behind(
        "会議やっぱなくなった", call("calendar.add", text="会議", at="2026-11-25T15:00:00")
    ).calls == (call("calendar.remove", text="会議"),)
    assert behind("牛乳なくなった", EVENT).calls[0].tool == "lists.add"


@pytest.mark.parametrize("text", ["i go there every week", "we usually visit every week"])
def test_a_habit_is_no_order_to_repeat(text: str) -> None:
    assert not behind(text, call("calendar.add", text="dentist", at="2026-11-27T15:00:00")).calls


@pytest.mark.parametrize("text", ["it's every week", "make it every week"])
def test_a_rhythm_of_it_is_one(text: str) -> None:
    dentist = call("calendar.add", text="dentist", at="2026-11-27T15:00:00")
    assert behind(text, dentist).calls[-1].arguments["repeat"] == "fri"
