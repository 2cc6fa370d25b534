"""What the encoder surely hears is done without a question, where all that was said is in it."""

import pytest

from kippu.turn import Call

from .test_free import read


def light(tool: str, **more: object) -> Call:
    return Call(f"home.{tool}", {"domain": "light", **more})


def dimmed(name: str) -> Call:
    return Call("home.change_brightness", {"name": name, "step": -20})


OFF = Call("home.turn_off", {"area": "Kitchen", "domain": "light"})
COFFEE = Call("home.turn_on", {"name": "Coffee Machine"})


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("shift the light off", light("turn_off")),
        ("assistant please turn the lights off", light("turn_off")),
        ("could you please turn off the overhead light in the kitchen", OFF),
        ("we're done in the kitchen so lights off there", OFF),
        ("it is time to lower the kitchen lights", dimmed("Kitchen Light")),
        ("reduce the strength of the bedroom lights", dimmed("Bedroom Light")),
        ("set lights to full power", light("set_light", name="all", brightness=100)),
        ("i want the lights to glow red", light("set_light", color="red")),
        ("could the floor lamp be purple", Call("home.set_light", {"name": "Floor Lamp", "color": "purple"})),
        ("turn on the coffee machine to make me some coffee", COFFEE),
        ("start the robotic vacuum", Call("home.start", {"name": "Robot Vacuum"})),
        ("please set the vacuum to start going now", Call("home.start", {"name": "Robot Vacuum"})),
    ],
)  # fmt: skip
async def test_words_that_say_how_or_why_are_no_reason_to_ask(text: str, call: Call) -> None:
    assert (await read(text)).calls == (call,)


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text",
    [
        # they tell apart what is meant, or say where
        "turn corner light on", "turn off the game room lights", "turn off the aquarium light",
        "switch off the neighbour's lights", "turn lights on in my master bathroom", "vacuum the mud room",
        "turn on the light of my phone", "turn the light on the wall off", "turn on the reading light",
        "change the overhead light to orange", "dim the fairy lights", "turn on the second light",
        # which of two, and which way round
        "turn off the right light", "switch off the light on the left", "turn off the left speaker",
        "make the lights less dim", "turn on the fan socket", "turn on the light socket",
        # somebody else's wish, or another time
        "my wife wants the kitchen light off", "leave the heating at eighteen overnight",
        "close the lights when i leave", "turn the lights blue when the movie starts",
        # something is to be taken away too, of which nothing would be said
        "remove the dentist and turn off the lights", "turn off the lights and delete the dentist",
        "please delete the dentist, then turn off the lights",
        # what is called so stands elsewhere; a room's number is no brightness
        "turn on the coffee machine in the bedroom", "bedroom two lights off", "bed room two darken",
    ],
)  # fmt: skip
async def test_words_that_say_what_or_which_way_are_one(text: str) -> None:
    meaning = await read(text)
    assert meaning.question and not meaning.calls


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("lessen the light glow", light("change_brightness", name="all", step=-20)),
        ("change lights from red to blue", light("set_light", name="all", color="blue")),
        ("get some light going in the kitchen", Call("home.turn_on", {"area": "Kitchen", "domain": "light"})),
        ("give me low lighting in the kitchen", light("set_light", area="Kitchen", brightness=25)),
        ("please turn off any lights that are still on", light("turn_off", name="all")),
        ("please change color of light to pinkish", light("set_light", name="all", color="pink")),
        ("lights less brighter please", light("change_brightness", name="all", step=-20)),
        ("make the lighting bit more warm here", light("set_light", name="all", temperature=2700)),
    ],
)  # fmt: skip
async def test_who_names_the_lights_means_them(text: str, call: Call) -> None:
    assert (await read(text)).calls == (call,)


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text",
    [
        "phew this is too bright", "can you turn off my bedside lamp", "turn on the light above the stove",
        "turn on the lights that are broken",
        "stop dimming the lights", "i need lights for the christmas tree", "i need a new light",
        "the lights are out in the whole street", "no more lights in the budget",
        "switch on the green light in playroom", "please don't shift the light off",
        "make the lights bright like yesterday", "it's bright enough", "change the brightness",
    ],
)  # fmt: skip
async def test_who_names_one_of_them_or_tells_of_some_is_asked(text: str) -> None:
    assert not (await read(text)).calls


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text",
    [
        "i'd like a coffee please", "i need some coffee", "i would like a cup of coffee now",
        "we need coffee",
        "i want coffee", "i'd like an espresso", "could you fix me some coffee", "can you begin the brew",
        "start cappuccino for me now",
    ],
)  # fmt: skip
async def test_to_want_a_coffee_now_is_to_order_it(text: str) -> None:
    assert (await read(text)).calls == (COFFEE,)


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text",
    [
        "coffee would be nice", "i could do with a coffee", "i want my coffee black",
        "i would like a coffee table",
        "i need some coffee for the office party", "i'd like a coffee but not now", "i need a coffee machine",
        "i'd like a coffee shop near me", "i want to drink less coffee", "the coffee is at eight",
        "we had coffee at eight", "order me a coffee from starbucks",
    ],
)  # fmt: skip
async def test_to_muse_about_it_is_none(text: str) -> None:
    assert not [call for call in (await read(text)).calls if call.tool.startswith(("home.", "timers."))]


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("it's really loud can you please turn the music down", -10), ("bit louder please", 10),
        ("could you speak more softly", -10), ("make the sound of my speaker greater", 10),
        ("音ちっちゃくして", -10), ("もっと小さい声で", -10), ("声が小さい", 10),
    ],
)  # fmt: skip
async def test_which_way_is_told_apart(text: str, step: int) -> None:
    meaning = await read(text)
    (call,) = meaning.calls or meaning.proposed
    assert call == Call("home.change_volume", {"domain": "media_player", "step": step})


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text", ["コーヒーお願い", "コーヒー飲みたい", "コーヒー一杯ちょうだい", "エスプレッソひとつ"]
)
async def test_in_japanese_it_is_asked_whether_to_switch_it_on(text: str) -> None:
    assert (await read(text)).proposed == (COFFEE,)


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text", ["会議が終わるまでミュート", "コーヒー豆ください", "コーヒーが好き", "コーヒー淹れなくていいよ"]
)
async def test_and_near_misses_do_nothing(text: str) -> None:
    assert not (await read(text)).calls
