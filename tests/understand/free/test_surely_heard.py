"""What the encoder surely hears becomes a call, or a question in return: a chat model never answers it."""

import pytest

from kippu.turn import Call

from .test_diary import read


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("what is 45 take away 17", Call("math.calculate", {"expression": "45 take away 17"})),
        ("what's 7.5% vat on 430", Call("math.calculate", {"expression": "7.5% of 430"})),
        ("one inch is how many mm", Call("math.convert", {"value": 1, "from_unit": "inch", "to_unit": "mm"})),
        ("how many mm is an inch", Call("math.convert", {"value": 1, "from_unit": "inch", "to_unit": "mm"})),
        ("forty psi in bar, i'm at the pump",
         Call("math.convert", {"value": 40, "from_unit": "psi", "to_unit": "bar"})),
        ("convert 84,500 grams to kg",
         Call("math.convert", {"value": 84500, "from_unit": "grams", "to_unit": "kg"})),
        ("forty five seconds, go", Call("timers.start", {"seconds": 45})),
        ("log that she drank 120 ml at 2am", Call("notes.add", {"text": "she drank 120 ml at 2am"})),
        ("you can get rid of that tablet reminder", Call("reminders.remove", {"text": "tablet"})),
        ("i've got 86 dollars, what's that in euros",
         Call("math.exchange", {"value": 86, "from_currency": "dollars", "to_currency": "euros"})),
        ("what's today, is it the tuesday or the wednesday", Call("clock.date", {"day": "2026-11-24"})),
        ("three six sided dice please", Call("chance.dice", {"count": 3, "sides": 6})),
        ("red dress or the white suit, decide",
         Call("chance.choose", {"among": "red dress or the white suit"})),
        ("bro why did u do that", Call("history.why", {})),
        ("don't send anything out, device only", Call("settings.set", {"policy": "device only"})),
        ("move the movie night to half four",
         Call("calendar.move", {"text": "movie night", "at": "16:30:00", "either_half": True})),
        ("essay due 14 november 5pm put it in",
         Call("calendar.add", {"text": "essay due", "at": "2027-11-14T17:00:00"})),
        ("tell my nana i lost my tooth", Call("phone.message", {"to": "nana", "text": "i lost my tooth"})),
        ("when's little Anna's birthday again",
         Call("contacts.find", {"name": "little Anna", "what": "birth_date"})),
        ("ring every weekday at six in the morning so i meditate",
         Call("alarms.set", {"at": "2026-11-25T06:00:00", "repeat": "weekdays"})),
        ("the fan's too fast, slow it down", Call("home.change_speed", {"domain": "fan", "step": -20})),
    ],
)  # fmt: skip
async def test_what_it_hears_is_done(text: str, call: Call) -> None:
    assert (await read(text)).calls == (call,)


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("the girls keep nipping out, bolt the thermostat", "Which door?"),
        ("the tire compressor cutoff to one ten", "Which one, and to what?"),
        ("soundbar to bluetooth, i'm walking in with my phone", "What shall be set to what?"),
    ],
)
async def test_what_it_hears_and_nobody_can_say_plainly_is_asked_for(text: str, asked: str) -> None:
    meaning = await read(text)
    assert not meaning.calls
    assert (meaning.question or "").startswith(asked)


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text",
    [
        "the dice were loaded, everybody knew",
        "an inch is not a lot",
        "tea or coffee is the question of my life",
        "the dollar is weak against the euro, they say",
        "don't tell my nana i lost my tooth",
        "he told me why you should never do that",
        "let the bros in, they're outside",
        "the heating engineer said the humidity was high",
        "the garage is open",
        "my garage door is closed now",
        "tell nana not to come",
        "tell nana i'm late and turn off the lights",
        "i've got guests tonight, they're lovely",
    ],
)
async def test_what_only_speaks_of_it_stays_undone(text: str) -> None:
    meaning = await read(text)
    assert not [call for call in meaning.calls if not call.tool.startswith("about.")]


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("stop the vacuum, the cat's scared", Call("home.stop", {"name": "Robot Vacuum"})),
        ("did you add tomorrow's meeting to my calendar",
         Call("calendar.show", {"words": "meeting", "day": "2026-11-25"})),
    ],
)  # fmt: skip
async def test_an_order_beside_its_reason_and_a_fuller_question(text: str, call: Call) -> None:
    assert (await read(text)).calls == (call,)


@pytest.mark.anyio
async def test_a_question_stays_where_somebody_is_let_in() -> None:
    assert not (await read("unlock the front door, my arms ache")).calls
