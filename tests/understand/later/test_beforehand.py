"""A reminder or an alarm some time before something rings then, and not when it begins."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

REMINDED = [
    (
        "remind me an hour before my dentist appointment on friday at 3",
        "dentist appointment (15:00)",
        "27T14:00",
    ),
    ("I have a meeting at 4 pm, remind me 10 minutes before", "meeting (16:00)", "24T15:50"),
    ("we have a call tomorrow at 10:30 so remind me ten minutes beforehand", "call (10:30)", "25T10:20"),
    ("remind me about the meeting at 4 pm, ten minutes before", "meeting (16:00)", "24T15:50"),
    ("set a reminder for the dentist on friday at 3 pm, an hour before", "dentist (15:00)", "27T14:00"),
    ("remind me to leave half an hour before the meeting at 4 pm", "leave", "24T15:30"),
    (
        "ten minutes before the standup at 3 pm remind me to charge the laptop",
        "charge the laptop",
        "24T14:50",
    ),
    ("remind me the day before the exam on the 30th of november", "exam (30 November)", "29T09:00"),
    ("remind me the night before the exam on the 30th of november", "exam (30 November)", "29T21:00"),
    ("金曜の3時に歯医者があるから1時間前に教えて", "歯医者（15:00）", "27T14:00"),
    ("16時の会議の10分前にリマインドして", "会議（16:00）", "24T15:50"),
    ("来週の月曜に試験があるので前日にリマインドして", "試験（11月30日）", "29T09:00"),
    ("母の誕生日は11月30日だから前日に教えて", "母の誕生日（11月30日）", "29T09:00"),
]


@pytest.mark.parametrize(("text", "what", "at"), REMINDED)
def test_reminds_before_it(text: str, what: str, at: str) -> None:
    (call,) = understand(text).calls
    assert call.tool == "reminders.add"
    assert call.arguments["text"] == what
    assert call.arguments["at"].startswith(f"2026-11-{at}")


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("wake me up an hour before the train at 7", "2026-11-25T06:00"),
        ("the train leaves at 6:40, wake me an hour before", "2026-11-25T05:40"),
        ("wake me half an hour before my 7 am shift", "2026-11-25T06:30"),
        ("明日の10時の電車の1時間前に起こして", "2026-11-25T09:00"),
        ("7時の電車だから30分前に起こして", "2026-11-25T06:30"),
    ],
)
def test_wakes_before_it(text: str, at: str) -> None:
    (call,) = understand(text).calls
    assert call.tool == "alarms.set"
    assert call.arguments["at"].startswith(at)


@pytest.mark.parametrize("text", ["remind me an hour before the meeting", "会議の10分前に教えて"])
def test_asks_when_it_is(text: str) -> None:
    meaning = understand(text)
    assert meaning.question and not meaning.calls


@pytest.mark.parametrize(
    "text",
    ["remind me to call mum before 5", "5分前に何て言った？", "tell me the day before yesterday's date"],
)
def test_other_befores_are_none(text: str) -> None:
    assert all(call.tool != "alarms.set" and "at" not in call.arguments for call in understand(text).calls)


@pytest.mark.parametrize(
    ("text", "what", "at"),
    [
        ("remind me two hours before dinner on saturday at 7", "dinner (19:00)", "28T17:00"),
        ("remind me the day before friday to buy milk", "buy milk", "26T09:00"),
        ("remind me 10 minutes before 5 to call mom", "call mom", "24T16:50"),
        ("10時の会議の10分前に資料を印刷するのを思い出させて", "資料を印刷する", "24T21:50"),
        ("会議が10時からなので10分前に教えて", "会議（22:00）", "24T21:50"),
    ],
)
def test_in_other_orders_of_words(text: str, what: str, at: str) -> None:
    (call,) = understand(text).calls
    assert (call.tool, call.arguments["text"]) == ("reminders.add", what)
    assert call.arguments["at"].startswith(f"2026-11-{at}")


@pytest.mark.parametrize(
    ("text", "tools"),
    [
        ("turn on the kitchen light and remind me ten minutes before the meeting at 4 pm",
         ["home.turn_on", "reminders.add"]),
        ("put the dentist in my calendar on friday at 3 and remind me an hour before",
         ["calendar.add", "reminders.add"]),
        ("電気をつけて、3時の会議の10分前に教えて", ["home.turn_on", "reminders.add"]),
        ("金曜の3時に歯医者の予定を入れて、1時間前に教えて", ["calendar.add", "reminders.add"]),
    ],
)  # fmt: skip
def test_the_order_before_it_is_done_too(text: str, tools: list[str]) -> None:
    assert [call.tool for call in understand(text).calls] == tools


@pytest.mark.parametrize(
    "text", ["明日の6時のフライトの2時間前に目覚ましを止めて", "tell me about the day before tomorrow"]
)
def test_nothing_is_set_where_nothing_is_to_ring(text: str) -> None:
    assert not understand(text).calls


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("remind me an hour before", "2026-11-25T12:00:00"),
        ("can you remind me 30 minutes before it", "2026-11-25T12:30:00"),
        ("1時間前に教えて", "2026-11-25T12:00:00"),
    ],
)
def test_it_is_what_was_just_planned(text: str, at: str) -> None:
    planned = call("calendar.add", text="lunch", at="2026-11-25T13:00:00")
    (reminder,) = understand(text, earlier=(planned,)).calls
    assert (reminder.tool, reminder.arguments["at"]) == ("reminders.add", at)
    assert reminder.arguments["text"].startswith("lunch")


@pytest.mark.parametrize(
    ("move", "at"),
    [
        (call("calendar.move", text="歯医者", at="15:15:00"), "2026-11-25T14:15:00"),
        (call("calendar.move", text="歯医者", at="03:15:00", either_half=True), "2026-11-25T14:15:00"),
        (call("calendar.move", text="歯医者", at="2026-11-27"), "2026-11-27T14:00:00"),
    ],
)
def test_before_what_was_moved_since(move: Call, at: str) -> None:
    event = call("calendar.add", at="2026-11-25T15:00:00", text="歯医者")
    meaning = understand("1時間前に教えて", earlier=(move,), before=((event,),))
    assert [one.arguments.get("at") for one in meaning.calls] == [at]


def test_the_evening_before_in_other_words() -> None:
    event = call("calendar.add", at="2026-11-29T09:00:00", text="運動会")
    for text in ("前の晩に弁当の米をとぐよう言うてくれ", "前の晩に弁当の米をとぐように言って"):
        assert understand(text, earlier=(event,)).calls == (
            call("reminders.add", at="2026-11-28T21:00:00", text="弁当の米をとぐ"),
        )
    assert understand("前の日に買い物リマインドして", earlier=(event,)).calls == (
        call("reminders.add", at="2026-11-28T09:00:00", text="買い物"),
    )
