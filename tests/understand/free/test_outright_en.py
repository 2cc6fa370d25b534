"""What deletes much is done where that was ordered outright, and else asked about, with the real encoder."""

import pytest

from kippu.turn import Call
from kippu.understand.free.outright_en import orders_away
from kippu.understand.free.parts import Parts

from .test_free import read

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("bin every last alarm i've got", Call("alarms.cancel_all", {})),
        ("hey kippu the blackout doubled every alarm, chuck them all out for me",
         Call("alarms.cancel_all", {})),
        ("scrap all of those timers", Call("timers.cancel_all", {})),
        ("hey kippu discard all current countdowns for me", Call("timers.cancel_all", {})),
        ("everything's plated, end every countdown", Call("timers.cancel_all", {})),
        ("all those reminders, remove every one, they are disturbing me", Call("reminders.remove_all", {})),
        ("i'll remember things myself from now on so ditch every reminder you have",
         Call("reminders.remove_all", {})),
        ("remove all the events and schedules", Call("calendar.remove_all", {})),
        ("hey kippu get rid of all the stuff on my camera photos list",
         Call("lists.clear", {"list": "camera photos"})),
        ("find my shopping list and delete it", Call("lists.clear", {"list": "shopping"})),
        ("scrap whatever i noted about the gate code", Call("notes.remove", {"words": "gate code"})),
        ("would you please tear up the passport note, it's all changed",
         Call("notes.remove", {"words": "passport"})),
    ],
)  # fmt: skip
async def test_what_is_ordered_outright_is_done(text: str, call: Call) -> None:
    assert (await read(text)).calls == (call,)


@pytest.mark.parametrize(
    "text",
    [
        "every alarm can go",  # no word for it
        "wipe the alarms, even the repeating ones",  # not all
        "please erase events",
        "get rid of all my weekday alarms",  # some of them
        "scrap all my alarms except the one at seven",
        "throw away all the reminders about the dentist",
        "throw out all of my appointments with dr smith this week",
        "ditch all timers but the pasta",
        "i binned all my reminders",  # told
        "she scrapped every alarm",
        "should i scrap all my timers",
        "don't ditch all of my reminders",
        "you can throw away that note about the boiler",  # which one was not understood
        "bin old stevo's number, he's shot through",  # nothing brings it back
        "take milk off my shopping list, all of it",
    ],
)
async def test_all_others_are_not_done(text: str) -> None:
    assert not any(
        call.tool.endswith(("_all", ".clear")) or call.tool in ("notes.remove", "contacts.remove")
        for call in (await read(text)).calls
    )


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("every reminder is a nuisance", "reminders.remove_all"),
        ("delete all reminders to call", "reminders.remove_all"),
        ("cancel all the timers for the oven", "timers.cancel_all"),
        ("clear the way", "calendar.remove_all"),
        ("delete all events for friday", "calendar.remove_all"),  # the day is not in the call
        ("消して", "reminders.remove_all"),
    ],
)
def test_only_a_whole_kind_is_ordered_away(text: str, tool: str) -> None:
    language = "en" if text.isascii() else "ja"
    assert not orders_away(Call(tool, {}), Parts(text, (), language))
