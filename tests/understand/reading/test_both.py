"""Both are the two that were spoken of, and never the whole home."""

import pytest

from understand.home import call, understand

LAMPS = (call("home.turn_on", name="Desk Lamp"), call("home.turn_on", name="Floor Lamp"))


@pytest.mark.parametrize("text", ["turn them both off", "both off", "両方消して", "turn all of them off"])
def test_each_of_the_two(text: str) -> None:
    found = understand(text, earlier=LAMPS)
    assert [*found.calls] == [call("home.turn_off", name=one.arguments["name"]) for one in LAMPS]


def test_with_a_level() -> None:
    found = understand("set both to 30", earlier=LAMPS)
    assert [one.arguments["brightness"] for one in found.calls] == [30, 30]


@pytest.mark.parametrize("text", ["turn them both off", "両方消して"])
@pytest.mark.parametrize("earlier", [(), LAMPS[:1]])
def test_of_other_than_two_it_is_not_clear(text: str, earlier: tuple) -> None:  # type: ignore[type-arg]  # calls
    assert understand(text, earlier=earlier).calls == (call("about.which"),)


def test_two_of_a_kind_are_counted() -> None:
    assert (understand("turn both lights off").question or "").startswith("Which two:")


@pytest.mark.parametrize("text", ["turn them both off", "raise both", "turn both off at 10"])
def test_nobody_is_let_in_and_nothing_done_at_once_at_an_hour(text: str) -> None:
    earlier = (call("home.lock", name="Front Door"), call("home.close", name="Bedroom Blinds"))
    assert not any(one.tool.startswith("home.") for one in understand(text, earlier=earlier).calls)


def test_either_is_not_both() -> None:
    assert not understand("どちらか消して", earlier=LAMPS).calls
