"""Thanks behind a question are a yes to it, and thanks behind a deed are thanks."""

import pytest

from kippu.turn import Call
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


@pytest.mark.parametrize("text", GLADLY)
@pytest.mark.parametrize(
    "asked",
    [
        call("home.unlock", name="Front Door"), call("home.open", device_class="garage"),
        call("alarms.cancel_all"), call("lists.clear", list="shopping"), call("notes.remove", words="door"),
        call("phone.message", name="Bob", text="hi"),
    ],
)  # fmt: skip
def test_what_lets_in_deletes_or_sends_takes_a_plain_yes(text: str, asked: Call) -> None:
    assert asked not in understand(text, asked=(asked,)).calls
    assert understand("yes please", asked=(asked,)).calls == (asked,)


@pytest.mark.parametrize("text", ["how nice", "how lovely of you", "how kind"])
def test_praise_is_no_yes(text: str) -> None:
    assert not understand(text, asked=(FAN,)).calls
