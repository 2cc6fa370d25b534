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


TWO = (ON, call("home.turn_on", name="Bedroom Light"))


def test_all_of_it_is_what_was_done_and_no_more() -> None:
    both = understand("さっきつけた電気を全部消して", earlier=TWO).calls
    assert both == (OFF, call("home.turn_off", name="Bedroom Light"))
    locked = call("home.lock", domain="lock")
    assert understand("さっき閉めた鍵全部開けて", earlier=(locked,)).calls == (
        call("home.unlock", domain="lock"),
    )


@pytest.mark.parametrize(
    "text", ["さっきつけた電気全部消して", "さっきのやつ全部消して", "今つけた電気を全部消して"]
)
@pytest.mark.parametrize("before", [(), (ON,)])
def test_one_alone_is_not_all(text: str, before: tuple[Call, ...]) -> None:
    assert understand(text, earlier=before).calls == (call("about.which"),)


@pytest.mark.parametrize(
    "text",
    [
        "さっきつけた電気以外消して",
        "さっきつけた電気じゃないやつ消して",
        "さっきつけた電気とエアコンを消して",
        "さっきつけた電気、エアコンも消して",
        "さっきつけた電気やテレビ消して",
    ],
)
def test_what_names_others_beside_it_is_not_done_in_part(text: str) -> None:
    assert not [done for done in understand(text, earlier=(ON,)).calls if done.tool.startswith("home.")]


@pytest.mark.parametrize("before", [(), (ON,)])
def test_one_that_is_named_in_full_is_meant_whatever_was_done(before: tuple[Call, ...]) -> None:
    off = call("home.turn_off", name="Thermostat")
    assert understand("さっきのエアコン消して", earlier=before).calls == (off,)


@pytest.mark.parametrize(
    ("before", "text", "tools"),
    [
        (call("timers.start", minutes=3), "さっきのタイマー止めて", ["timers.cancel"]),
        (call("timers.start", minutes=3), "さっきのタイマー終わった？", []),
        (call("alarms.set", at="2026-11-25T07:00:00"), "さっきのアラームを止めて", ["alarms.cancel"]),
        (
            call("alarms.set", at="2026-11-25T07:00:00"),
            "さっきのアラームを取り消して8時に起こして",
            ["alarms.cancel", "alarms.set"],
        ),
        (call("notes.add", text="合鍵は植木鉢の下"), "さっきのメモを読み上げて", ["notes.find"]),
    ],
)
def test_what_rings_or_is_noted_keeps_its_word(before: Call, text: str, tools: list[str]) -> None:
    assert [done.tool for done in understand(text, earlier=(before,)).calls] == tools


@pytest.mark.parametrize(
    "text", ["さっきのアラーム消さないで", "さっきのアラーム消すな", "さっきのアラーム消えてる？"]
)
def test_what_shall_stay_is_not_ended(text: str) -> None:
    rings = call("alarms.set", at="2026-11-25T07:00:00")
    assert all(done == call("about.left") for done in understand(text, earlier=(rings,)).calls)
