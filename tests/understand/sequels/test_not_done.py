"""What is near a sequel, and is not acted on: to leave things be, something else, a door, the whole home."""

import pytest

from kippu.turn import Call
from understand.home import call
from understand.sequels.heard import acts, behind

LIGHT, FAN = call("home.turn_on", name="Kitchen Light"), call("home.turn_on", name="Bathroom Fan")
HEATING = call("home.set_temperature", name="Thermostat", temperature=21)
ALARM = call("alarms.set", at="2026-11-25T07:00:00")
TIMER = call("timers.start", minutes=5)
EVENT = call("calendar.add", text="lunch", at="2026-11-27T12:00:00")
BLINDS = call("home.open", name="Bedroom Blinds")
ALL = call("home.turn_off", domain="light", name="all")


def deeds(calls: tuple[Call, ...]) -> list[str]:
    return [one.tool for one in calls if acts(one.tool)]


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (ALARM, "don't you dare cancel it"), (ALARM, "please don't drop it"),
        (ALARM, "i'll cancel it myself"), (ALARM, "やめないで"), (ALARM, "キャンセルしなくていいよ"),
        (ALARM, "消さなくていいから"),
        (TIMER, "キャンセルしちゃだめだよ"), (EVENT, "中止にならないといいな"), (LIGHT, "no need to kill it"),
        (HEATING, "don't make it any hotter"),
        (LIGHT, "消してほしくない"), (BLINDS, "閉めて欲しくないな"),
    ],
)  # fmt: skip
def test_what_is_to_stay_stays(before: Call, text: str) -> None:
    assert behind(text, before).calls == (call("about.left"),)


@pytest.mark.parametrize(("before", "text"), [(ALARM, "don't wake me"), (LIGHT, "not so bright")])
def test_some_denials_are_deeds(before: Call, text: str) -> None:
    assert deeds(behind(text, before).calls)


@pytest.mark.parametrize(
    "text", ["at 7 tomorrow instead", "actually at 7pm", "夜7時のほうがいい", "7時にして"]
)
def test_nobody_is_let_in_later_either(text: str) -> None:
    door = call("home.unlock", name="Front Door")
    for meaning in (behind(text, door), behind(text, asked=(door,))):
        assert not deeds((*meaning.calls, *meaning.proposed))


@pytest.mark.parametrize(
    ("before", "text", "tool", "step"),
    [
        (LIGHT, "暗すぎない？", "home.change_brightness", 20),
        (LIGHT, "暗すぎだわ", "home.change_brightness", 20),
        (HEATING, "寒すぎる", "home.change_temperature", 1),
        (HEATING, "i'm boiling", "home.change_temperature", -1),
        (FAN, "it's hot in here", "home.change_speed", 20),
        (BLINDS, "まぶしい", "home.change_position", -20),
    ],
)  # fmt: skip
def test_what_is_complained_of_becomes_less(before: Call, text: str, tool: str, step: int) -> None:
    (made,) = behind(text, before).calls
    assert (made.tool, made.arguments["step"]) == (tool, step)


@pytest.mark.parametrize(
    ("before", "text"),
    [(LIGHT, "it's hot in here"), (LIGHT, "うるさい"), (HEATING, "うるさい"), (HEATING, "まぶしい")],
)
def test_a_complaint_of_another_sense_is_not_of_it(before: Call, text: str) -> None:
    assert all(one.arguments.get("name") != before.arguments["name"] for one in behind(text, before).calls)


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (ALARM, "5時に帰る"), (ALARM, "pick up the kids at 3"), (ALARM, "i have the dentist at 5"),
        (ALARM, "夕飯は7時"), (TIMER, "pasta needs 12 minutes"), (LIGHT, "my screen is too bright"),
        (LIGHT, "画面が明るすぎる"), (HEATING, "my tea is too hot"),
    ],
)  # fmt: skip
def test_what_is_of_something_else_is_asked_about(before: Call, text: str) -> None:
    meaning = behind(text, before)
    assert not deeds(meaning.calls) and meaning.question


def test_the_whole_home_is_asked_about() -> None:
    meaning = behind("全部いらない", call("home.state", ask="which", state="on"))
    assert not meaning.calls and meaning.proposed == (call("home.turn_off", name="all"),)


@pytest.mark.parametrize(
    "text", ["cheers, go ahead", "それで頼むわ", "that'd be lovely", "thanks, do that", "寝室はそのままで"]
)
def test_a_question_is_not_refused_by_thanks(text: str) -> None:
    meaning = behind(text, asked=(ALL,))
    assert call("help.never_mind") not in meaning.calls
    assert set(deeds(meaning.calls)) <= {"home.turn_off"}


@pytest.mark.parametrize(
    ("asked", "text", "wanted"),
    [
        (ALARM, "no, actually half past", call("alarms.set", at="2026-11-25T07:30:00")),
        (TIMER, "12 minutes would be better", call("timers.start", minutes=12)),
    ],
)
def test_what_was_only_asked_about_is_not_ended(asked: Call, text: str, wanted: Call) -> None:
    meaning = behind(text, asked=(asked,))
    assert (meaning.calls or meaning.proposed) == (wanted,)


def test_what_was_only_offered_is_not_changed() -> None:
    lamps = tuple(call("home.turn_on", name=name) for name in ("Kitchen Light", "Desk Lamp"))
    for text in ("hmm too bright", "at 10 tonight instead"):
        meaning = behind(text, asked=lamps, offered=("Kitchen", "Desk"))
        assert not any("Desk Lamp" in str(one.arguments) for one in meaning.calls)


def test_the_time_that_is_not_denied_counts() -> None:
    cancelled, started = behind("5分じゃなくて15分だよ", TIMER).calls
    assert (cancelled.tool, started) == ("timers.cancel", call("timers.start", minutes=15))


@pytest.mark.parametrize("before", [LIGHT, call("clock.time")])
def test_what_is_barely_heard_is_talk(before: Call) -> None:
    assert behind("Say hello.", before).by == "talk"


def test_its_own_day_is_moved() -> None:
    assert behind("明日は6時でいいや", ALARM).calls[-1] == call("alarms.set", at="2026-11-25T06:00:00")


@pytest.mark.parametrize("at", ["7:30", 730, None, "2026-11-24 07:00"])
def test_a_moment_that_nobody_can_read_is_no_hour(at: object) -> None:
    assert not deeds(behind("half past please", call("alarms.set", at=at)).calls)
