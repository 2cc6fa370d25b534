"""Several things that were spoken of one after the other: both, all three, the other one, the first."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

DAY = "2026-11-25"
KITCHEN, BEDROOM, DESK = "Kitchen Light", "Bedroom Light", "Desk Lamp"


def said_before(*calls: Call) -> dict[str, object]:
    """The turns before, one call each, the last one last."""
    return {"earlier": calls[-1:], "before": tuple((one,) for one in reversed(calls[:-1]))}


def lamps(*names: str) -> dict[str, object]:
    return said_before(*(call("home.turn_on", name=name) for name in names))


@pytest.mark.parametrize(
    "text",
    [
        "turn off both", "turn them off", "turn both lights off", "switch them both off", "turn the two off",
        "両方消して", "どっちも消して", "全部消して", "二つとも消して",
    ],
)  # fmt: skip
def test_both_are_the_things_of_two_turns(text: str) -> None:
    meaning = understand(text, **lamps(KITCHEN, BEDROOM))
    assert meaning.calls == (call("home.turn_off", name=KITCHEN), call("home.turn_off", name=BEDROOM))


@pytest.mark.parametrize("text", ["turn all three off", "turn them all off", "三つとも消して", "全部消して"])
def test_all_three(text: str) -> None:
    meaning = understand(text, **lamps(KITCHEN, BEDROOM, DESK))
    assert [one.arguments["name"] for one in meaning.calls] == [KITCHEN, BEDROOM, DESK]
    assert {one.tool for one in meaning.calls} == {"home.turn_off"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("turn the other one off", KITCHEN),
        ("turn off the first one", KITCHEN),
        ("turn the second one off", BEDROOM),
        ("turn the last one off", BEDROOM),
        ("もう一つの方消して", KITCHEN),
        ("最初の方は消して", KITCHEN),
        ("さっきの方を消して", KITCHEN),
    ],
)
def test_one_of_two(text: str, name: str) -> None:
    meaning = understand(text, **lamps(KITCHEN, BEDROOM))
    assert meaning.calls == (call("home.turn_off", name=name),)


@pytest.mark.parametrize("text", ["are they both on", "are both on", "両方ついてる？"])
def test_both_are_asked_about(text: str) -> None:
    meaning = understand(text, **lamps(KITCHEN, BEDROOM))
    asked = [(one.tool, one.arguments["name"], one.arguments["state"]) for one in meaning.calls]
    assert asked == [("home.state", KITCHEN, "on"), ("home.state", BEDROOM, "on")]


def test_what_only_told_in_between_is_no_break() -> None:
    told = (call("home.turn_on", name=KITCHEN), call("math.calculate", expression="3+4"))
    meaning = understand("turn both off", **said_before(*told, call("home.turn_on", name=BEDROOM)))
    assert [one.arguments["name"] for one in meaning.calls] == [KITCHEN, BEDROOM]


def test_a_reminder_names_both() -> None:
    meaning = understand("remind me to turn both off in an hour", **lamps(KITCHEN, BEDROOM))
    assert meaning.calls[0].arguments["text"] == f"turn the {KITCHEN} and the {BEDROOM} off"


@pytest.mark.parametrize(
    ("put", "text", "taken"),
    [
        (
            [call("alarms.set", at=f"{DAY}T07:00:00"), call("alarms.set", at=f"{DAY}T08:00:00")],
            "cancel both",
            [call("alarms.cancel", at=f"{DAY}T07:00:00"), call("alarms.cancel", at=f"{DAY}T08:00:00")],
        ),
        (
            [call("timers.start", minutes=5), call("timers.start", minutes=10)],
            "cancel the first one",
            [call("timers.cancel", start_minutes=5)],
        ),
        (
            [call("timers.start", minutes=5), call("timers.start", minutes=10)],
            "how long is left on the other one",
            [call("timers.status", start_minutes=5)],
        ),
        (
            [call("reminders.add", text="eat"), call("reminders.add", text="stretch")],
            "両方キャンセル",
            [call("reminders.remove", text="eat"), call("reminders.remove", text="stretch")],
        ),
        (
            [call("lists.add", item=item, list="shopping") for item in ("milk", "eggs")],
            "check both off",
            [call("lists.check", item="milk and eggs", list="shopping")],
        ),
        (
            [call("lists.add", item="milk and eggs", list="shopping")],
            "remove the first one",
            [call("lists.remove", item="milk", list="shopping")],
        ),
        (
            [call("lists.add", item="milk", list="shopping")],
            "check it off",
            [call("lists.check", item="milk", list="shopping")],
        ),
        (
            [call("lists.add", item="牛乳", list="shopping")],
            "それもう買った",
            [call("lists.check", item="牛乳", list="shopping")],
        ),
    ],
)
def test_what_was_put_down_one_by_one(put: list[Call], text: str, taken: list[Call]) -> None:
    assert list(understand(text, **said_before(*put)).calls) == taken


@pytest.mark.parametrize(
    "text",
    [
        "turn off the other lights", "電気全部消して", "家中の電気全部消して", "play the last song",
        "who was the first president", "add the first item to the list", "tell them i'm late",
        "turn off everything",
    ],
)  # fmt: skip
def test_other_words_are_as_before(text: str) -> None:
    alone = understand(text, earlier=(call("home.turn_on", name=BEDROOM),))
    assert understand(text, **lamps(KITCHEN, BEDROOM)).calls == alone.calls or "other" in text


@pytest.mark.parametrize(
    ("text", "at"),
    [("delete the morning one", 8), ("cancel the evening reminder", 20), ("朝のはいらない", 8)],
)
def test_one_of_a_part_of_the_day(text: str, at: int) -> None:
    both = [call("reminders.add", text=f"at {hour}", at=f"{DAY}T{hour:02}:00:00") for hour in (8, 20)]
    assert understand(text, **said_before(*both)).calls == (call("reminders.remove", text=f"at {at}"),)


@pytest.mark.parametrize("text", ["cancel the morning alarm", "turn off the evening one", "夜のは消して"])
@pytest.mark.parametrize(
    "before",
    [
        lamps(KITCHEN, BEDROOM),
        said_before(call("timers.start", minutes=9), call("timers.start", minutes=5)),
        said_before(call("lists.add", item="milk and eggs", list="shopping")),
    ],
)
def test_things_without_a_time_have_no_part_of_the_day(text: str, before: dict[str, object]) -> None:
    meaning = understand(text, **before)
    assert not any(one.arguments.get("name") in {KITCHEN, "milk"} for one in meaning.calls)


@pytest.mark.parametrize("text", ["delete the morning event", "朝のリマインダーを消して"])
def test_what_is_named_by_its_kind_is_of_that_kind(text: str) -> None:
    both = [call("alarms.set", at=f"{DAY}T{hour:02}:00:00") for hour in (7, 19)]
    assert not any(one.tool.startswith("alarms.") for one in understand(text, **said_before(*both)).calls)


def test_a_turn_for_many_things_ends_the_row() -> None:
    whole = call("home.turn_on", domain="light", name="all")
    meaning = understand("turn both off", **said_before(whole, call("home.turn_on", name=BEDROOM)))
    assert not any(one.tool.startswith("home.") for one in meaning.calls)
