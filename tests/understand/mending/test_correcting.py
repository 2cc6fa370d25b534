"""A time put right after an alarm or a reminder was set."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

ALARM = call("alarms.set", at="2026-11-25T06:45:00")
GONE = call("alarms.cancel", at="2026-11-25T06:45:00")
CALL_MUM = call("reminders.add", at="2026-11-27T17:00:00", text="call mum")


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("no, make that seven", "2026-11-25T07:00:00"),
        ("actually make it half past 5", "2026-11-25T05:30:00"),
        ("change it to 6 pm please", "2026-11-25T18:00:00"),
        ("make it sunday at 8", "2026-11-29T08:00:00"),
        ("move it to friday", "2026-11-27T06:45:00"),
        ("やっぱり金曜にして", "2026-11-27T06:45:00"),
        ("やっぱり七時で", "2026-11-25T07:00:00"),
        ("あ、7時半にして", "2026-11-25T07:30:00"),
        ("いや7時半", "2026-11-25T07:30:00"),
        ("じゃなくて7時", "2026-11-25T07:00:00"),
        ("ごめん、7時だった", "2026-11-25T07:00:00"),
        ("7時で", "2026-11-25T07:00:00"),
        ("やっぱり7時に変更お願いします", "2026-11-25T07:00:00"),
    ],
)
def test_an_alarm_is_set_anew(text: str, at: str) -> None:
    assert understand(text, earlier=(ALARM,)).calls == (GONE, call("alarms.set", at=at))


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("あ、8時だ", ALARM),
        ("アラーム8時ですよね", ALARM),
        ("いや8時ですよね？", ALARM),
        ("8時で？", ALARM),
        ("じゃあ8時", ALARM),
        ("あ、9時からだった", call("calendar.show", words="会議")),
        ("やっぱり明日だ", call("calendar.show", words="会議")),
        ("じゃあ3時で", call("calendar.show", words="会議")),
        ("あ、明日だ", call("reminders.list")),
        ("あ、5分だ", call("timers.start", minutes=3)),
    ],
)
def test_what_somebody_sees_or_asks_moves_nothing(text: str, earlier: Call) -> None:
    assert understand(text, earlier=(earlier,)).calls in ((), (Call("about.unfinished"),))


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("actually make it half six instead of quarter to seven", "2026-11-25T06:30:00"),
        ("やっぱり6時45分じゃなくて6時半にして", "2026-11-25T06:30:00"),
        ("6時45分じゃなくて6時半にして", "2026-11-25T06:30:00"),
    ],
)
def test_of_several_the_one_that_is_named(text: str, at: str) -> None:
    other = call("alarms.set", at="2026-11-25T07:00:00")
    assert understand(text, earlier=(ALARM, other)).calls == (GONE, call("alarms.set", at=at))


@pytest.mark.parametrize("text", ["wait, make it 6", "ごめん、6時に変えて"])
def test_a_reminder_keeps_its_day_its_half_and_its_words(text: str) -> None:
    gone, anew = understand(text, earlier=(CALL_MUM,)).calls
    assert gone == call("reminders.remove", text="call mum")
    assert anew == call("reminders.add", at="2026-11-27T18:00:00", text="call mum")


def test_what_repeats_goes_on_repeating() -> None:
    every_day = Call(ALARM.tool, {**ALARM.arguments, "repeat": "daily"})
    assert understand("make it 7", earlier=(every_day,)).calls[-1].arguments["repeat"] == "daily"


@pytest.mark.parametrize("text", ["make it brighter", "make it 22 degrees", "make that a double"])
def test_what_is_no_time_is_no_correction(text: str) -> None:
    assert GONE not in understand(text, earlier=(ALARM,)).calls


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("lock the front door. no, unlock it", (call("home.unlock", name="Front Door"),)),
        ("open the bedroom blinds, oh never mind", (call("help.never_mind"),)),
        ("turn on the desk lamp and turn on the floor lamp, no, turn off the floor lamp", (
            call("home.turn_on", name="Desk Lamp"), call("home.turn_off", name="Floor Lamp"),
        )),
        ("デスクランプをつけて、いや消して", (call("home.turn_off", name="Desk Lamp"),)),
    ],
)  # fmt: skip
def test_what_is_taken_back_in_the_same_breath_is_not_done(text: str, calls: tuple[Call, ...]) -> None:
    assert understand(text).calls == calls


def test_a_change_of_mind_before_a_command_takes_nothing_back() -> None:
    assert call("home.open", name="Bedroom Blinds") in understand("never mind, open the bedroom blinds").calls


FIVE = call("timers.start", minutes=5, name="tea")


@pytest.mark.parametrize("text", ["make it three minutes", "no, make that 3 minutes", "やっぱり3分にして"])
def test_a_timer_is_set_anew_for_another_length(text: str) -> None:
    gone, anew = understand(text, earlier=(FIVE,)).calls
    assert gone.tool == "timers.cancel"
    assert anew == call("timers.start", name="tea", minutes=3)


@pytest.mark.parametrize(
    "text",
    [
        "open the bedroom blinds... actually don't",
        "turn off the kitchen light, never mind",
        "10分後にキッチンの電気を消して、やっぱりやめて",
        "call mum, oh wait she's at work",
        "text Anna that I'm late. no, she's on holiday",
    ],
)
def test_what_is_taken_back_at_the_end_is_not_done(text: str) -> None:
    assert understand(text).calls == (call("help.never_mind"),)


@pytest.mark.parametrize(
    "text",
    [
        "call Bruno, he's at work",
        "text Sarah to wait, he's on the phone",
        "call mum, actually she's not busy",
        "lock the front door, actually they're out",
        "call mum, no, she's on holiday, call dad instead",
    ],
)
def test_a_reason_takes_nothing_back(text: str) -> None:
    assert understand(text).calls != (call("help.never_mind"),)


DENTIST = call("calendar.add", text="dentist", at="2026-11-26T14:00:00")


@pytest.mark.parametrize(
    ("text", "earlier", "moved"),
    [
        ("move it to Wednesday", DENTIST, {"text": "dentist", "at": "2026-11-25"}),
        ("can you push it to 4pm", DENTIST, {"text": "dentist", "at": "16:00:00"}),
        ("reschedule that to friday at 3", call("calendar.show", words="dentist"),
         {"text": "dentist", "at": "2026-11-27T15:00:00"}),
        ("actually make it 3", DENTIST, {"text": "dentist", "at": "15:00:00", "either_half": True}),
        ("金曜に変えて", call("calendar.add", text="歯医者"), {"text": "歯医者", "at": "2026-11-27"}),
        ("それを11時に変更して", call("calendar.add", text="歯医者"),
         {"text": "歯医者", "at": "11:00:00", "either_half": True}),
        ("その予約を金曜日に移して", call("calendar.add", text="歯医者"),
         {"text": "歯医者", "at": "2026-11-27"}),
    ],
)  # fmt: skip
def test_an_event_that_was_spoken_of_is_moved(text: str, earlier: Call, moved: dict[str, str]) -> None:
    assert understand(text, earlier=(earlier,)).calls == (call("calendar.move", **moved),)


@pytest.mark.parametrize("text", ["make it 4 pm", "それ4時に変えて"])
def test_what_is_asked_about_is_put_right_before_it_is_done(text: str) -> None:
    asked = call("calendar.add", text="dentist", at="2026-11-25T15:00:00")
    at_four = call("calendar.add", text="dentist", at="2026-11-25T16:00:00")
    assert understand(text, asked=(asked,)).calls == (at_four,)


@pytest.mark.parametrize(
    "text", ["make it fifteen", "no, 15", "make it fifteen minutes", "15分にして", "15にして"]
)
def test_a_bare_number_is_a_timers_length(text: str) -> None:
    assert understand(text, earlier=(call("timers.start", name="tea", minutes=10),)).calls == (
        call("timers.cancel", name="tea"),
        call("timers.start", name="tea", minutes=15),
    )


@pytest.mark.parametrize(
    ("earlier", "kept"),
    [
        (call("reminders.list"), {}),
        (call("reminders.move", text="call mum", at="18:00:00"), {"text": "call mum"}),
    ],
)
def test_a_reminder_that_was_told_of_is_moved(earlier: Call, kept: dict[str, str]) -> None:
    for text, at in (("move it to 30 minutes", "2026-11-24T10:30:00"), ("make it tomorrow", "2026-11-25")):
        assert understand(text, earlier=(earlier,)).calls == (call("reminders.move", **kept, at=at),)


def test_a_reminder_that_is_named_is_moved_to_a_length() -> None:
    for text, kept in (
        ("move my reminder to call mum to 30 minutes", {"text": "call mum"}),
        ("move my reminder to half an hour", {}),
    ):
        assert understand(text).calls == (call("reminders.move", **kept, at="2026-11-24T10:30:00"),)


@pytest.mark.parametrize(
    ("text", "at"),
    [("no, saturday", "2026-11-28T17:30:00"), ("no, on saturday", "2026-11-28T17:30:00"),
     ("sorry, at six", "2026-11-27T18:00:00")],
)  # fmt: skip
def test_a_reminder_is_put_to_what_is_said_without_a_verb(text: str, at: str) -> None:
    before = call("reminders.add", text="call mum", at="2026-11-27T17:30:00")
    _, anew = understand(text, earlier=(before,)).calls
    assert anew == call("reminders.add", text="call mum", at=at)


@pytest.mark.parametrize("text", ["no, i already did", "sorry for the noise", "no thanks", "no, nothing"])
def test_no_is_no_correction_by_itself(text: str) -> None:
    before = call("reminders.add", text="call mum", at="2026-11-27T17:30:00")
    calls = understand(text, earlier=(before,)).calls
    assert not any(one.tool.startswith("reminders.") for one in calls)


PILLS = call("reminders.add", text="薬飲む", at="2026-11-24T20:00:00")
TWO_EVENTS = (call("calendar.remove", id="3"), call("calendar.remove", id="4"))
PARTY = call("calendar.add", text="パーティー", at="2026-11-28")


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("それ21時に変更", "2026-11-24T21:00:00"),
        ("21時に変更で", "2026-11-24T21:00:00"),
        ("あ、7時半だった", "2026-11-24T19:30:00"),
        ("時間は21時で", "2026-11-24T21:00:00"),
        ("明日じゃなくて明後日に", "2026-11-26T20:00:00"),
        ("今日じゃなくて明日", "2026-11-25T20:00:00"),
        ("not today but tomorrow", "2026-11-25T20:00:00"),
        ("not tomorrow, the day after tomorrow", "2026-11-26T20:00:00"),
        ("oh, it was at 9:30", "2026-11-24T21:30:00"),
    ],
)
def test_a_reminder_is_for_the_time_that_comes_to_mind(text: str, at: str) -> None:
    assert understand(text, earlier=(PILLS,)).calls == (
        call("reminders.remove", text="薬飲む"),
        call("reminders.add", text="薬飲む", at=at),
    )


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("時間は18時から", {"at": "18:00:00"}),
        ("11時からに変更", {"at": "11:00:00", "either_half": True}),
        ("やっぱり3時からにして", {"at": "15:00:00", "either_half": True}),
        ("土曜じゃなくて日曜に", {"at": "2026-11-29"}),
        ("it starts at 6 pm", {"at": "18:00:00"}),
        ("the time is 6 pm", {"at": "18:00:00"}),
        ("change the time to half 9", {"at": "21:30:00", "either_half": True}),
        ("not saturday, sunday", {"at": "2026-11-29"}),
    ],
)
def test_an_event_is_moved_to_it(text: str, given: dict[str, object]) -> None:
    assert understand(text, earlier=(PARTY,)).calls == (
        Call("calendar.move", {"text": "パーティー", **given}),
    )


def test_the_only_one_that_was_told_of_is_moved() -> None:
    for shown, way in (("calendar.show", "calendar.remove"), ("reminders.list", "reminders.remove")):
        listed = (call(way, id="3"),)
        (moved,) = understand("やっぱり3時からにして", earlier=(call(shown),), listed=listed).calls
        assert moved.tool.endswith(".move") and moved.arguments["id"] == "3"
        assert understand("make it 3", earlier=(call(shown),), listed=listed).calls == (moved,)
    two = understand("やっぱり3時からにして", earlier=(call("calendar.show"),), listed=TWO_EVENTS).calls
    assert not any(one.tool == "calendar.move" for one in two)


@pytest.mark.parametrize(
    "text", ["あ、もう8時だ", "今8時だった？", "時間は？", "it's at 8?", "it is 8", "what time is it"]
)
def test_the_time_of_the_clock_moves_nothing(text: str) -> None:
    for earlier in (PILLS, PARTY):
        calls = understand(text, earlier=(earlier,)).calls
        assert not any(one.tool.endswith((".add", ".move", ".remove")) for one in calls)
