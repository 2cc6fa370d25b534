"""What is called by what was just done to it."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

OFF = call("home.turn_off", name="Kitchen Light")
ON = call("home.turn_on", name="Kitchen Light")
OPEN = call("home.open", name="Bedroom Blinds")


@pytest.mark.parametrize(
    ("before", "text", "done"),
    [
        (OFF, "さっきの電気つけて", ON),
        (OFF, "さっき消した電気つけて", ON),
        (OFF, "さっき消したやつ、つけて", ON),
        (ON, "今つけたの消して", OFF),
        (ON, "さっきのやつ消して", OFF),
        (OPEN, "さっき開けたやつ閉めて", call("home.close", name="Bedroom Blinds")),
        (call("timers.start", minutes=5), "さっきのタイマー消して", call("timers.cancel", start_minutes=5)),
        (
            call("reminders.add", text="会議"),
            "さっきのリマインダー消して",
            call("reminders.remove", text="会議"),
        ),
    ],
)
def test_it_is_what_the_turn_before_was_for(before: Call, text: str, done: Call) -> None:
    assert understand(text, earlier=(before,)).calls == (done,)


@pytest.mark.parametrize(
    "text", ["さっきの電気消して", "さっき消した電気つけて", "今つけたやつ消して", "さっきの電気"]
)
@pytest.mark.parametrize("before", [(), (OPEN,)])
def test_where_that_was_not_done_it_is_not_known_which(text: str, before: tuple[Call, ...]) -> None:
    assert understand(text, earlier=before).calls == (call("about.which"),)


def test_one_of_another_name_is_not_meant() -> None:
    assert understand("今つけた寝室の電気消して", earlier=(ON,)).calls == (call("about.which"),)
    (asked,) = understand("さっきのタイマーあと何分？", earlier=(call("timers.start", minutes=5),)).calls
    assert asked == call("timers.status", start_minutes=5)


def test_it_can_be_taken_back() -> None:
    assert understand("さっきのやつ取り消して", earlier=(ON,)).calls[1:] == (OFF,)
