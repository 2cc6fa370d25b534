"""An order whose sentence also says why is read by itself, where it is surely heard. With the encoder."""

import pytest

from kippu.turn import Call
from kippu.understand.free.parts import Parts
from kippu.understand.free.shortfall import falls_short

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


@pytest.mark.parametrize(
    ("text", "text_of_it"),
    [
        ("i'm having lunch with sam on friday at one, put it in the diary", "lunch with sam"),
        ("i've a hearing on the ninth at ten in the morning, please put it in the diary", "hearing"),
    ],
)
async def test_what_the_order_points_at_is_not_left_out(text: str, text_of_it: str) -> None:
    assert [call.arguments["text"] for call in (await read(text)).calls] == [text_of_it]


@pytest.mark.parametrize(
    "text",
    [
        "the cat's crying to get in, lift the garage a bit",
        "can you get the back shutter up, delivery's here",
        "put the garage door halfway, it's windy",
    ],
)
async def test_no_door_is_opened_a_bit(text: str) -> None:
    assert not [call for call in (await read(text)).calls if call.tool.startswith("home.")]


async def test_what_hangs_in_the_garage_is_no_door() -> None:
    parts = Parts("keep the curtain at 25 percent in the garage", ())
    given = {"area": "Garage", "domain": "cover", "position": 25}
    assert not falls_short(Call("home.set_position", {**given, "device_class": "curtain"}), parts)
    assert falls_short(Call("home.set_position", {**given, "device_class": "garage"}), parts)
