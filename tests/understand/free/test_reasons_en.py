"""An order whose sentence also says why is read by itself, where it is surely heard. With the encoder."""

import pytest

from kippu.turn import Call

from .test_free import read

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("coffee machine on please, prod deployment is there tonight",
         Call("home.turn_on", {"name": "Coffee Machine"})),
        ("can you kindly wake me up at six tomorrow, the flight is early please",
         Call("alarms.set", {"at": "2026-11-25T06:00:00"})),
        ("i'd like a warm orange light in the kitchen while i bathe",
         Call("home.set_light", {})),
        ("all those reminders, remove every one, they are disturbing me", Call("reminders.remove_all", {})),
        ("can you read me my boss's digits, my screen's wet",
         Call("contacts.find", {"name": "boss", "fact": "phone"})),
    ],
)  # fmt: skip
async def test_the_order_is_done(text: str, call: Call) -> None:
    calls = (await read(text)).calls
    assert [one.tool for one in calls] == [call.tool]
    assert call.tool in ("contacts.find", "home.set_light") or calls == (call,)


@pytest.mark.parametrize(
    "text",
    [
        "the bros are outside, unlock",  # lets somebody in
        "my hands are full of shopping, let me in the front",
        "she's late, tell paul",  # what
        "i need a nap, the light is on",
        "he opens the curtains, and there it is, a parking garage",
        "my flatmate set the thermostat to 28, i can't sleep",
        "apprentice left the lights on, the battery's dead",
        "if it's cold, put the heating on, i'm off",
        "i'm in bed, don't turn off the lamp",
        "it's late, i already set the alarm",
    ],
)
async def test_what_is_no_order_or_lets_in_is_not_done(text: str) -> None:
    assert not [call for call in (await read(text)).calls if not call.tool.startswith("about.")]
