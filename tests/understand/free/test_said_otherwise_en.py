"""What is heard rightly and was lost for want of plain words, in English, with the encoder that ships."""

import pytest

from kippu.turn import Call

from .test_free import read

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("text", "call"),
    [
        # by when somebody has to be up
        ("have me up by six on weekdays",
         Call("alarms.set", {"at": "2026-11-25T06:00:00", "repeat": "weekdays"})),
        ("i've got to be up by 6 tomorrow, don't let me oversleep",
         Call("alarms.set", {"at": "2026-11-25T06:00:00"})),
        ("dont let me sleep past half 7 tmrw morning i got mocks",
         Call("alarms.set", {"at": "2026-11-25T07:30:00"})),
        ("no need for the seven o'clock alarm tomorrow",
         Call("alarms.cancel", {"at": "2026-11-25T07:00:00"})),
        # what to be reminded of, said before the words for it
        ("i have to ring gran on sunday, jog my memory",
         Call("reminders.add", {"text": "ring gran", "at": "2026-11-29T09:00:00"})),
        ("the bins go out on thursday, please remind me",
         Call("reminders.add", {"text": "bins go out", "at": "2026-11-26T09:00:00"})),
        # titles that were marked by half
        ("move study group to 6",
         Call("calendar.move", {"text": "study group", "at": "18:00:00", "either_half": True})),
        ("dinner with paul's off, take it out of the diary",
         Call("calendar.remove", {"text": "dinner with paul"})),
        # how far, how warm, how many
        ("have the bedroom blind halfway",
         Call("home.set_position", {"area": "Bedroom", "domain": "cover", "device_class": "blind",
                                    "position": 50})),
        ("it's like a sauna, knock the heat down a bit",
         Call("home.change_temperature", {"domain": "climate", "step": -1})),
        ("give me any number up to ten", Call("chance.number", {"low": 1, "high": 10})),
        ("split a ninety six dollar bill between four of us",
         Call("math.share", {"amount": "96", "people": 4})),
        ("3d20 go", Call("chance.dice", {"count": 3, "sides": 20})),
        ("olly i like to listen to jazz", Call("home.play", {"query": "jazz"})),
        # a mood that is none
        ("bung some jazz on while i cook", Call("home.play", {"query": "jazz"})),
        ("actually we don't need bread, take it off the list",
         Call("lists.remove", {"item": "bread", "list": "shopping"})),
        ("not so loud, the little one's napping",
         Call("home.change_volume", {"domain": "media_player", "step": -10})),
    ],
)  # fmt: skip
async def test_it_is_done(text: str, call: Call) -> None:
    meaning = await read(text)
    assert meaning.calls == (call,), meaning


@pytest.mark.parametrize(
    "text",
    [
        "i was up by six",
        "i like jazz",
        "i like the blind halfway",
        "we split the bill, all four of us",
        "she moved the study group to 6",
        "the heat is killing me",
        "he has to ring gran on sunday",
        "i always remind me to breathe",
        "turn off the oven while i'm away",
        "not so bad",
        "dinnae put the heating on, ah like it cool for sleeping",
        "the hall was lit by candles",
    ],
)
async def test_talk_and_another_time_stay_undone(text: str) -> None:
    assert not [call for call in (await read(text)).calls if not call.tool.startswith("about.")]
