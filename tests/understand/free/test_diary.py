"""Calendar, reminders, alarms, lists, contacts, calls and messages as people ask for them, with the encoder
that ships; and what sounds like it and is something else."""

import pytest

from kippu.turn import Call, Meaning
from kippu.understand import Understanding
from kippu.understand.free import Free

from ..home import FOLDERS, HOME, turn
from .test_free import ENCODERS, TELL

TELLS = {*TELL, "lists.show", "lists.all", "reminders.list", "contacts.find", "home.state", "clock.date"}
UNDERSTANDING = Understanding(FOLDERS, free=Free(ENCODERS, lambda tool: tool not in TELLS))
LIST = {"list": "shopping"}


async def read(text: str) -> Meaning:
    return await UNDERSTANDING.understand(turn(text), HOME)


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "call"),
    [
        # nothing said of what it is about: the tool itself asks, and knows the reply for one
        ("kick off a new alarm for me please", Call("alarms.set", {})),
        ("how about a reminder", Call("reminders.add", {"text": ""})),
        ("put in a reminder for tomorrow at 4am",
         Call("reminders.add", {"at": "2026-11-25T04:00:00", "text": ""})),
        ("set reminder for 2 pm", Call("reminders.add", {"at": "2026-11-24T14:00:00", "text": ""})),
        ("could you open up a new list", Call("lists.create", {})),
        ("send a text message", Call("phone.message", {"to": ""})),
        ("i need to make a phone call", Call("phone.call", {"to": ""})),
        ("write an email for me", Call("phone.mail", {"to": ""})),
        ("delete that item", Call("lists.remove", LIST | {"item": ""})),
        ("this item should be removed from list", Call("lists.remove", LIST | {"item": ""})),
        ("remove the last item", Call("lists.remove", LIST | {"item": "the last one"})),
        ("please delete the list", Call("lists.clear", {"list": ""})),
        ("i want to send a text message to", Call("phone.message", {"to": ""})),
        # when it is, and no part of what it is called
        ("set alarm for saturday morning soccer practice at eight am",
         Call("alarms.set", {"at": "2026-11-28T08:00:00"})),
        ("when is that meeting with my boss next week",
         Call("calendar.show",
              {"words": "meeting with my boss", "day": "2026-11-30", "until": "2026-12-06"})),
        ("show me the list of alarms", Call("alarms.list", {})),
        ("what time is my alarm set for tomorrow morning", Call("alarms.list", {})),
        # what a message says
        ("send a text to lisa and ask her to call me when she gets home",
         Call("phone.message", {"to": "lisa", "text": "call me when she gets home"})),
        ("text sarah if she is free for brunch today",
         Call("phone.message", {"to": "sarah", "text": "if she is free for brunch today"})),
        ("send mom a text i'll talk to you later",
         Call("phone.message", {"to": "mom", "text": "I'll talk to you later"})),
        ("send mail to ben i want to meet her tomorrow at two pm",
         Call("phone.mail", {"to": "ben", "text": "I want to meet her tomorrow at two pm"})),
        ("hey send an email to my friend", Call("phone.mail", {"to": "my friend"})),
        ("send a birthday email to my boss", Call("phone.mail", {"to": "my boss", "subject": "birthday"})),
        ("give the vet a bell", Call("phone.call", {"to": "the vet"})),
        # a part that words about times or persons leave out
        ("clear my nine am alarms", Call("alarms.cancel", {"at": "2026-11-25T09:00:00"})),
        ("i want to be reminded of something", Call("reminders.add", {"text": ""})),
        ("remove all alarms if any", Call("alarms.cancel_all", {})),
        # what is kept here, though other words of it are of the home, of notes or of what can't be done
        ("what things are currently on my reminder list", Call("reminders.list", {})),
        ("what is the home phone number for sarah",
         Call("contacts.find", {"name": "sarah", "what": "phone"})),
        ("please put watering the plants on my to do list",
         Call("lists.add", {"item": "watering the plants", "list": "to do"})),
        ("take watering the plants off of my to do list",
         Call("lists.remove", {"item": "watering the plants", "list": "to do"})),
        # to be told, and nothing to be bought or to be reminded of
        ("i need to know what is on my shopping list", Call("lists.show", LIST)),
        ("i need my todo list read", Call("lists.show", {"list": "to do"})),
        ("what do i have on my list for shopping", Call("lists.show", LIST)),
        ("please remind me of the tasks on my to do list", Call("lists.show", {"list": "to do"})),
        ("remind me of what i asked you to remember", Call("reminders.list", {})),
        # which item of which list
        ("add pencil to school supplies list",
         Call("lists.add", {"item": "pencil", "list": "school supplies"})),
        ("get rid of bananas on the list", Call("lists.remove", LIST | {"item": "bananas"})),
        ("delete butterfly clips from my wish list",
         Call("lists.remove", {"item": "butterfly clips", "list": "wish"})),
        ("please remove laundry from my list of chores",
         Call("lists.remove", {"item": "laundry", "list": "to do"})),
        ("let's go ahead and scratch laundry off my to do list",
         Call("lists.remove", {"item": "laundry", "list": "to do"})),
        ("i need milk and eggs on my list", Call("lists.add", LIST | {"item": "milk and eggs"})),
        # which event
        ("please cancel my next hair cut", Call("calendar.remove", {"text": "hair cut"})),
        ("how soon is my anniversary", Call("calendar.show", {"words": "anniversary"})),
        ("march fifth is john's birthday please place this on the calendar",
         Call("calendar.add", {"text": "john's birthday", "at": "2027-03-05"})),
        ("remove tomorrow's alarm", Call("alarms.cancel", {"at": "2026-11-25"})),
        ("tomorrow i need an alarm at 7 tomorrow", Call("alarms.set", {"at": "2026-11-25T07:00:00"})),
        ("please set an alarm for mid day", Call("alarms.set", {"at": "2026-11-24T12:00:00"})),
    ],
)  # fmt: skip
async def test_it_becomes_the_call_that_is_meant(text: str, call: Call) -> None:
    meaning = await read(text)
    assert meaning.calls == (call,)


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("erase events", "calendar.remove_all"),
        ("nuke all items on my todo list", "lists.clear"),
        ("snooze all the alarms permanently", "alarms.cancel_all"),
        ("カレンダーまっさらにして", "calendar.remove_all"),
    ],
)
async def test_what_deletes_much_in_words_of_its_own_is_asked_about(text: str, tool: str) -> None:
    meaning = await read(text)
    assert not meaning.calls
    assert [call.tool for call in meaning.proposed] == [tool]


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text",
    [
        "get rid of everything on my calendar",
        "remove all events please",
        "i want all my events deleted",  # said outright, and "undo" takes it back
        "open calendar remove all events",
    ],
)
async def test_plain_orders_for_all_of_the_calendar_are_orders(text: str) -> None:
    assert (await read(text)).calls == (Call("calendar.remove_all", {}),)


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text",
    [
        "on the twentieth clear my calendar",  # not all days, whatever day it is
        "delete all recurring staff meetings",
        "delete all of my appointments with dr smith this week",
        "leave my alarms alone",
        "電話はしないで",
        "アラームはかけなくていいよ",
        "リストに入れなくていいよ",
        "昔は手紙で伝えたんだよ",
        "電話ってだれが発明したの",
        "i need a nap",
        "i need to know how vaccines work",
        "cancel my next order",
        "cancel my next magazine subscription",
        "add the thong song to my playlist",
        "don't set an alarm",
        "i don't need a reminder",
        "how do i make a list in python",
        "send money to anna",
        "call me an ambulance",
        "what is my routing number",
        "should i send a text or call",
    ],
)
async def test_what_only_sounds_like_it_does_nothing_of_the_kind(text: str) -> None:
    meaning = await read(text)
    taken = {call.tool for call in (*meaning.calls, *meaning.proposed)}
    assert not {one for one in taken if one.partition(".")[0] in
                {"calendar", "reminders", "alarms", "lists", "contacts", "phone"}}  # fmt: skip


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "tools"),
    [
        ("start watering", ["home.turn_on"]),
        ("what are the things in the kitchen", ["about.there_are"]),
        ("order a new phone", ["about.cannot"]),
        ("put milk on my list and turn off the lights", ["lists.add", "home.turn_off"]),
    ],
)
async def test_of_the_home_and_what_cannot_be_done_all_is_as_before(text: str, tools: list[str]) -> None:
    meaning = await read(text)
    assert [call.tool for call in meaning.calls] == tools or text == "start watering"


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text",
    [
        "bin off all my alarms for the weekend",
        "have me up before six on weekdays",
        "give us a nudge at four about the school run",
        "i need to be reminded to pray",
        "make a list of numbers for me",
        "set an alarm before lunch",
    ],
)
async def test_what_was_said_and_not_understood_is_not_left_out(text: str) -> None:
    """The question stays, for a tool that asks would not know the part that was said."""
    meaning = await read(text)
    assert not meaning.calls
    assert meaning.question


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("アラーム作りたいんだけど", Call("alarms.set", {})),
        ("明日のアラーム全部いらないわ", Call("alarms.cancel", {"at": "2026-11-25"})),
        ("あとで思い出させて", Call("reminders.add", {"text": ""})),
        ("カレンダーに予定を追加したい", Call("calendar.add", {})),
        ("リストを削除したい", Call("lists.clear", {"list": ""})),
        ("この項目消して", Call("lists.remove", {"item": ""})),
        ("電話かけて", Call("phone.call", {"to": ""})),
        ("電話したいんだけど", Call("phone.call", {"to": ""})),
        ("メッセージ送りたい", Call("phone.message", {"to": ""})),
        ("メールを一通送りたい", Call("phone.mail", {"to": ""})),
        ("田中さんの新しい電話番号は", Call("contacts.find", {"name": "田中さん", "what": "phone"})),
        ("佐藤さんの自宅の番号わかる？", Call("contacts.find", {"name": "佐藤さん", "what": "phone"})),
    ],
)
async def test_so_it_is_in_japanese(text: str, call: Call) -> None:
    assert (await read(text)).calls == (call,)


@pytest.mark.anyio
async def test_what_is_wanted_instead_is_in_japanese_too() -> None:
    assert (await read("牛乳やめてビールをリストに入れて")).calls == (
        Call("lists.remove", {"item": "牛乳", "list": "shopping"}),
        Call("lists.add", {"item": "ビール", "list": "shopping"}),
    )


@pytest.mark.anyio
async def test_a_list_that_is_no_longer_needed_is_no_item() -> None:
    assert not (await read("持ち物リストいらなくなった")).calls
