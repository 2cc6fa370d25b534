"""Questions after a command that name nothing: answered with the true state, never by a model."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

DOOR = call("home.unlock", name="Front Door")
LIGHT = call("home.turn_on", name="Kitchen Light")
LIGHTS = call("home.turn_off", area="Bedroom", domain="light")
DIM = call("home.set_light", name="Kitchen Light", brightness=30)


@pytest.mark.parametrize(
    "text",
    [
        "did you do it?", "did that work?", "are you sure?", "did you unlock it?", "have you really done it?",
        "is it done?", "you didn't do it", "nothing happened", "本当に開けた？", "開いた？", "やってくれた？",
        "ちゃんとできた？", "本当？",
    ],
)  # fmt: skip
def test_the_door_that_was_unlocked_is_told(text: str) -> None:
    said = understand(text, earlier=(DOOR,))
    assert said.calls == (call("home.state", name="Front Door", state="unlocked", ask="is"),)


@pytest.mark.parametrize(
    ("before", "text", "told"),
    [
        (LIGHT, "ついてる？", call("home.state", name="Kitchen Light", state="on", ask="is")),
        (LIGHT, "消した？", call("home.state", name="Kitchen Light", state="off", ask="is")),
        (LIGHT, "did you turn it off?", call("home.state", name="Kitchen Light", state="off", ask="is")),
        (DOOR, "閉めた？", call("home.state", name="Front Door", state="locked", ask="is")),
        (LIGHTS, "消えた？", call("home.state", area="Bedroom", domain="light", state="off", ask="all")),
        (DIM, "did it work?", call("home.state", name="Kitchen Light", ask="one")),
        (call("timers.start", minutes=5), "did that work?", Call("timers.status")),
        (
            call("lists.add", item="eggs", list="shopping"),
            "やってくれた？",
            call("lists.show", list="shopping"),
        ),
    ],
)
def test_what_is_asked_of_what_was_before(before: Call, text: str, told: Call) -> None:
    assert understand(text, earlier=(before,)).calls == (told,)


@pytest.mark.parametrize("text", ["did you do it?", "did that work", "やってくれた？", "開けた？"])
def test_nothing_was_done(text: str) -> None:
    assert understand(text).calls == (Call("about.nothing_done"),)


@pytest.mark.parametrize("text", ["are you sure?", "really?", "本当？", "まじで？"])
def test_a_doubt_after_talk_is_talk(text: str) -> None:
    assert understand(text).by == "talk"


@pytest.mark.parametrize("earlier", [(), (LIGHT,)])
@pytest.mark.parametrize("text", ["鍵かかってる？", "鍵閉めたっけ"])
def test_a_lock_is_named_by_its_key(text: str, earlier: tuple[Call, ...]) -> None:
    (told,) = understand(text, earlier=earlier).calls
    assert told == call("home.state", domain="lock", state="locked", ask="all")


@pytest.mark.parametrize(
    "text", ["玄関の鍵開いてて車庫も開いてる", "玄関のドアが開いてるよ", "玄関の鍵が開いてて寒い"]
)
def test_who_tells_that_it_is_open_opens_nothing(text: str) -> None:
    meaning = understand(text)
    assert not {one.tool for one in (*meaning.calls, *meaning.proposed)} & {"home.open", "home.unlock"}


def test_a_command_is_no_question() -> None:
    assert understand("閉めて", earlier=(call("home.open", name="Bedroom Blinds"),)).calls == (
        call("home.close", name="Bedroom Blinds"),
    )


@pytest.mark.parametrize(
    "text",
    ["it's still dark", "it's not working", "it keeps flickering", "it doesn't work", "まだ暗いよ",
     "つかないよ", "動かない"],
)  # fmt: skip
def test_a_complaint_is_answered_with_how_it_is(text: str) -> None:
    (told,) = understand(text, earlier=(LIGHT,)).calls
    assert told == call("home.state", name="Kitchen Light", state="on", ask="is")


@pytest.mark.parametrize(
    "text", ["why did you do that?", "why on earth did you do this", "なんでそんなことしたの？"]
)
def test_why_is_answered_from_the_record(text: str) -> None:
    told, why = understand(text, earlier=(LIGHT,)).calls
    assert told.tool == "home.state" and why == call("history.why", name="Kitchen Light")


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (call("timers.start", minutes=10), "it's not working"),
        (call("timers.start", minutes=10), "まだ暗い"),
        (call("clock.time"), "つかないよ"),
        (call("home.state", name="Front Door", state="locked", ask="is"), "why did you do that"),
    ],
)
def test_it_is_no_complaint_behind_what_was_no_deed(before: Call, text: str) -> None:
    assert understand(text, earlier=(before,)).by == "talk"


@pytest.mark.parametrize(
    ("before", "text", "tool"),
    [
        (
            call("home.set_temperature", name="Thermostat", temperature=22),
            "it's still too cold",
            "change_temperature",
        ),
        (LIGHT, "it's still too bright", "change_brightness"),
        (call("home.turn_on", name="Thermostat"), "やっぱり寒い", "change_temperature"),
    ],
)
def test_what_asks_for_more_is_done(before: Call, text: str, tool: str) -> None:
    assert [one.tool for one in understand(text, earlier=(before,)).calls] == [f"home.{tool}"]


def test_one_deed_of_two_calls_is_told_once() -> None:
    anew = (
        call("reminders.remove", text="pills"),
        call("reminders.add", text="pills", at="2026-11-24T21:00:00"),
    )
    assert understand("did you change it", earlier=anew).calls == (call("history.done", last=True),)
