"""Thanks behind a question are a yes to it, and thanks behind a deed are thanks."""

import pytest

from understand.home import call, understand

FAN = call("home.turn_off", name="Bathroom Fan")
GLADLY = (
    "that'd be lovely", "that would be great, thanks", "oh that'd be so kind of you", "i'd appreciate that",
    "yes, that would be nice", "助かる", "それは助かります", "うん、ありがたい", "そうしてくれると嬉しいな",
)  # fmt: skip


@pytest.mark.parametrize("text", GLADLY)
def test_it_is_done(text: str) -> None:
    assert understand(text, asked=(FAN,)).calls == (FAN,)


@pytest.mark.parametrize("text", GLADLY)
def test_behind_a_deed_or_a_choice_nothing_is_done(text: str) -> None:
    light = call("home.turn_on", name="Kitchen Light")
    for more in ({"earlier": (FAN,)}, {"asked": (FAN, light), "offered": ("the fan", "the light")}):
        assert not any(one.tool.startswith("home.") for one in understand(text, **more).calls)


@pytest.mark.parametrize("text", ["no, that'd be loud", "that'd be terrible", "助からない", "嬉しくない"])
def test_what_is_no_yes(text: str) -> None:
    assert FAN not in understand(text, asked=(FAN,)).calls
