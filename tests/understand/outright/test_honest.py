"""What must not reach a model that only talks: refusals, deeds asked after, things that aren't there."""

import pytest

from kippu.names import Names
from kippu.turn import Call
from understand.home import call, understand

WHY_KITCHEN = [
    call("home.state", name="Kitchen Light", state="on", ask="is"),
    call("history.why", name="Kitchen Light", state="on"),
]


@pytest.mark.parametrize(
    "text",
    [
        "don't turn off the kitchen light",
        "please do not open the blinds",
        "never unlock the front door",
        "you don't have to switch off the desk lamp",
        "寝室の電気は消さないで",
        "ブラインドは開けなくていい",
        "鍵は開けないで",
        "夜は掃除しないで",
        "電気消すな",
        "電気つけるなよ",
        "エアコンオフにするな",
        "電気消すのやめて",
    ],
)
def test_a_refusal_leaves_it(text: str) -> None:
    assert understand(text).calls == (Call("about.left"),)


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("did you turn off the kitchen light?", "Kitchen Light", "off"),
        ("you turned off the kitchen light, didn't you?", "Kitchen Light", "off"),
        ("did you turn the desk lamp on", "Desk Lamp", "on"),
        ("have you locked the front door", "Front Door", "locked"),
        ("did you close the bedroom blinds?", "Bedroom Blinds", "closed"),
        ("キッチンの電気、消してくれた？", "Kitchen Light", "off"),
        ("デスクランプはつけたっけ", "Desk Lamp", "on"),
    ],
)
def test_what_was_done_is_told_from_the_state(text: str, name: str, state: str) -> None:
    (asked,) = understand(text).calls
    assert asked == call("home.state", name=name, state=state, ask="is")


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("did you set an alarm?", "alarms.list"),
        ("did you start a timer", "timers.status"),
        ("have you added a reminder?", "reminders.list"),
    ],
)
def test_what_was_set_is_told_from_what_there_is(text: str, tool: str) -> None:
    assert understand(text).calls == (Call(tool),)


@pytest.mark.parametrize(
    "text",
    [
        "why is the kitchen light on?",
        "why did you turn on the kitchen light",
        "なんでキッチンの電気がついてるの？",
    ],
)
def test_why_is_told_from_state_and_record(text: str) -> None:
    assert list(understand(text).calls) == WHY_KITCHEN


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("turn on the toaster", "toaster"),
        ("could you please start the dishwasher", "dishwasher"),
        ("switch the jacuzzi off", "jacuzzi"),
        ("turn off my electric blanket now", "electric blanket"),
        ("電子レンジをつけて", "電子レンジ"),
        ("電子レンジつけて", "電子レンジ"),
        ("トースター消して", "トースター"),
        ("ドライヤーを止めてください", "ドライヤー"),
        ("洗濯機を回して", "洗濯機"),
    ],
)
def test_what_is_not_there_is_said_to_be_missing(text: str, what: str) -> None:
    assert understand(text).calls == (call("about.no_such_thing", what=what),)


@pytest.mark.parametrize("text", ["slower", "off", "a bit louder please now off", "消して", "閉めて"])
def test_a_verb_alone_asks_which(text: str) -> None:
    said = understand(text)
    assert said.by != "talk"
    assert not any(one.tool in {"home.turn_off", "home.close"} for one in said.calls)


def test_what_is_taken_off_is_taken_off_a_list() -> None:
    asked = understand("remove the eggs")
    assert asked.question == "Shall I take eggs off the shopping list?"
    assert asked.proposed == (call("lists.remove", item="eggs"),)


@pytest.mark.parametrize(
    "text",
    [
        "why is the sky blue?",
        "don't worry",
        "who opened the first shop?",
        "start the story again",
        "open your mind",
        "what is the speed of light?",
        "did you know that cats sleep a lot?",
        "stop the war",
        "never give up",
        "tell me why doors were invented",
        "心配しないで",
        "名前をつけて",
        "なぜ空は青いの？",
        "誰が電話を発明したの？",
        "諦めないで",
    ],
)
def test_talk_stays_talk(text: str) -> None:
    assert understand(text).by == "talk"


def test_how_a_thing_stands_is_not_for_a_model_to_say() -> None:
    assert understand("is the robot stuck?").calls == (call("about.unclear", what="robot"),)


@pytest.mark.parametrize(
    "text", ["is the robot done?", "has the robot finished cleaning", "掃除機終わった？"]
)
def test_a_robot_that_is_done_is_at_its_dock(text: str) -> None:
    (asked,) = understand(text).calls
    assert (asked.tool, asked.arguments["state"]) == ("home.state", "docked")


def test_whether_somebody_is_at_the_door_is_told_from_the_home() -> None:
    (asked,) = understand("anybody at the door?").calls
    assert asked == call("home.state", device_class="occupancy", state="on", ask="any")


@pytest.mark.parametrize(
    "text", ["is the front door locked", "turn off the kitchen light", "玄関の鍵は開いてる？"]
)
def test_a_home_where_nothing_is_has_nothing_to_say(text: str) -> None:
    assert understand(text, Names()).calls == (Call("about.nothing_here"),)
