"""Time phrases of both languages, read on a Tuesday morning at ten."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kippu.understand.text import sentence
from kippu.understand.when import Clock, Duration, When, english, japanese, month_day, settle, weekday_from
from understand.home import NOW

Find = Callable[[str, datetime], list[When]]
EN, JA = english.find, japanese.find
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()


def only(find: Find, text: str) -> When:
    """The one phrase in a text that is nothing else."""
    said = sentence(text, "en" if find is EN else "ja")
    (found,) = find(said, NOW)
    assert said[found.start : found.end] == said
    return found


MOMENTS = {
    "at 7": "11-24 19:00",
    "at 7pm": "11-24 19:00",
    "at 430am": "11-25 04:30",
    "at 1030 pm": "11-24 22:30",
    "at 7 am": "11-25 07:00",
    "at eleven": "11-24 11:00",
    "at 19:30": "11-24 19:30",
    "at half past six": "11-24 18:30",
    "at quarter to nine": "11-24 20:45",
    "at 8.30 pm": "11-24 20:30",
    "by 6": "11-24 18:00",
    "6 o'clock": "11-24 18:00",
    "noon": "11-24 12:00",
    "midnight": "11-25 00:00",
    "at 12 am": "11-25 00:00",
    "at 0:15": "11-25 00:15",
    "tomorrow": "11-25 09:00",
    "tomorrow at 8": "11-25 08:00",
    "tomorrow morning": "11-25 08:00",
    "at noon tomorrow": "11-25 12:00",
    "tomorrow night": "11-25 21:00",
    "tonight": "11-24 21:00",
    "tonight at 8": "11-24 20:00",
    "tonight at 2": "11-25 02:00",
    "friday night at half past 12": "11-28 00:30",
    "this evening": "11-24 19:00",
    "in the morning": "11-25 08:00",
    "at 5 in the afternoon": "11-24 17:00",
    "today at 5": "11-24 17:00",
    "on friday": "11-27 09:00",
    "next friday": "12-04 09:00",
    "this friday at 5": "11-27 17:00",
    "on sunday at 10 am": "11-29 10:00",
    "tuesday": "12-01 09:00",
    "last friday": "11-20 09:00",
    "yesterday": "11-23 09:00",
    "the day after tomorrow at 6 am": "11-26 06:00",
    "next week": "11-30 09:00",
    "next weekend": "12-05 09:00",
    "december 24": "12-24 09:00",
    "2026-12-01": "12-01 09:00",
    "in 5 minutes": "11-24 10:05",
    "in an hour and a half": "11-24 11:30",
    "in half an hour": "11-24 10:30",
    "in 1.5 hours": "11-24 11:30",
    "five minutes from now": "11-24 10:05",
    "in a few minutes": "11-24 10:03",
    "in 2 weeks": "12-08 10:00",
    "7時": "11-24 19:00",
    "7時5分前": "11-24 18:55",
    "午前0時10分前": "11-24 23:50",
    "午後7時に": "11-24 19:00",
    "午前7時": "11-25 07:00",
    "19時半": "11-24 19:30",
    "夜8時に": "11-24 20:00",
    "朝6時": "11-25 06:00",
    "夕方": "11-24 17:00",
    "正午": "11-24 12:00",
    "午前0時": "11-25 00:00",
    "深夜1時": "11-25 01:00",
    "お昼の1時": "11-24 13:00",
    "10時頃": "11-24 22:00",
    "明日": "11-25 09:00",
    "明日の朝七時に": "11-25 07:00",
    "明日の夜": "11-25 21:00",
    "明日の正午": "11-25 12:00",
    "今夜": "11-24 21:00",
    "今晩8時": "11-24 20:00",
    "今夜2時": "11-25 02:00",
    "金曜の夜1時": "11-28 01:00",
    "明日の夜中の2時": "11-25 02:00",
    "あさって": "11-26 09:00",
    "しあさって": "11-27 09:00",
    "昨日": "11-23 09:00",
    "金曜日": "11-27 09:00",
    "火曜日": "12-01 09:00",
    "来週の金曜日": "12-04 09:00",
    "再来週の月曜": "12-07 09:00",
    "今週末": "11-28 09:00",
    "来週末": "12-05 09:00",
    "12月24日": "12-24 09:00",
    "３日": "12-03 09:00",
    "24日の10時": "11-24 22:00",
    "5分後": "11-24 10:05",
    "十分後に": "11-24 10:10",
    "1時間半後に": "11-24 11:30",
    "30分したら": "11-24 10:30",
    "あと10分で": "11-24 10:10",
    "1週間後": "12-01 10:00",
}


@pytest.mark.parametrize(("text", "moment"), MOMENTS.items())
def test_a_moment(text: str, moment: str) -> None:
    found = only(EN if text.isascii() else JA, text)
    assert found.at == datetime.strptime(f"2026-{moment}", "%Y-%m-%d %H:%M").replace(tzinfo=NOW.tzinfo)
    assert found.duration is None
    assert found.repeat is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("tomorrow at 8", "11-25"),
        ("on friday", "11-27"),
        ("明日の夜", "11-25"),
        ("at 7", None),
        ("7時", None),
    ],
)
def test_a_day_is_told_when_one_was_named(text: str, day: str | None) -> None:
    found = only(EN if text.isascii() else JA, text)
    assert found.day == (date.fromisoformat(f"2026-{day}") if day else None)


@pytest.mark.parametrize(
    ("text", "repeat", "moment"),
    [
        ("every day at 7", "daily", "25 07:00"),
        ("every morning at 6:30", "daily", "25 06:30"),
        ("every night at 11", "daily", "24 23:00"),
        ("every monday and thursday at 9", "mon,thu", "26 09:00"),
        ("on weekdays at 8", "weekdays", "25 08:00"),
        ("on weekends", "weekends", "28 09:00"),
        ("毎日7時", "daily", "25 07:00"),
        ("毎朝六時半", "daily", "25 06:30"),
        ("毎晩11時", "daily", "24 23:00"),
        ("平日の8時に", "weekdays", "25 08:00"),
        ("毎週月曜と木曜の9時", "mon,thu", "26 09:00"),
    ],
)
def test_a_repeat(text: str, repeat: str, moment: str) -> None:
    found = only(EN if text.isascii() else JA, text)
    assert found.repeat == repeat
    assert found.at is not None
    assert f"{found.at:%d %H:%M}" == moment


@pytest.mark.parametrize(
    "text",
    [
        "来週の土日10時に起こして",
        "今度の月曜から水曜の7時に起こして",
        "12月の土日の10時に起こして",
        "月曜から水曜の9時から研修の予定を入れて",
        "土日の12時に歯医者を入れて",
    ],
)
def test_some_days_of_one_week_are_no_repeat(text: str) -> None:
    assert not any(found.repeat for found in JA(text, NOW))


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("for 20 minutes", Duration(minutes=20)),
        ("90 seconds", Duration(seconds=90)),
        ("an hour and a half", Duration(hours=1, minutes=30)),
        ("a couple of minutes", Duration(minutes=2)),
        ("half an hour", Duration(minutes=30)),
        ("20分", Duration(minutes=20)),
        ("90秒", Duration(seconds=90)),
        ("1時間半", Duration(hours=1, minutes=30)),
        ("半日", Duration(hours=12)),
    ],
)
def test_a_length(text: str, length: Duration) -> None:
    found = only(EN if text.isascii() else JA, text)
    assert found.duration == length
    assert found.at is None


@pytest.mark.parametrize(
    "text",
    [
        "set it to 7", "7 eggs", "the 30 percent", "play the second song", "i sat in the sun", "may i",
        "room 101", "at home", "", "version 7.15", "20 degrees", "one day i will learn to march",
        "at 93 to 5", "at 75 past 7", "at quarter past 30",
    ],
)  # fmt: skip
def test_no_moment_in_english(text: str) -> None:
    assert not [phrase for phrase in EN(sentence(text, "en"), NOW) if phrase.at]


@pytest.mark.parametrize(
    "text", ["30%にして", "2階の電気", "7個", "22度", "", "時計", "分かった", "月がきれい"]
)
def test_no_moment_in_japanese(text: str) -> None:
    assert not [phrase for phrase in JA(sentence(text, "ja"), NOW) if phrase.at]


def test_several_phrases_stand_in_order_and_apart() -> None:
    text = "tomorrow at 8 and again in 20 minutes for an hour"
    found = EN(text, NOW)
    assert [text[phrase.start : phrase.end] for phrase in found] == [
        "tomorrow at 8", "in 20 minutes", "for an hour",
    ]  # fmt: skip


def test_the_preposition_is_told() -> None:
    assert only(EN, "at 7pm").bare == len("at ")
    assert only(EN, "7pm").bare == 0
    assert only(EN, "for 20 minutes").bare == len("for ")


CLOCKS = st.tuples(st.integers(0, 23), st.integers(0, 59))


@given(CLOCKS)
def test_every_time_of_day_in_english(clock: tuple[int, int]) -> None:
    hour, minute = clock
    half = "am" if hour < 12 else "pm"
    at = only(EN, f"at {(hour + 11) % 12 + 1}:{minute:02} {half}").at
    assert at is not None
    assert (at.hour, at.minute) == clock
    assert NOW < at <= NOW + timedelta(days=1)


@given(st.tuples(st.integers(1, 11), st.integers(1, 59)), st.booleans())
def test_every_time_of_day_in_japanese(clock: tuple[int, int], afternoon: bool) -> None:
    hour, minute = clock
    at = only(JA, f"{'午後' if afternoon else '午前'}{hour}時{minute}分に").at
    assert at is not None
    assert (at.hour, at.minute) == (hour + 12 * afternoon, minute)
    assert NOW < at <= NOW + timedelta(days=1)


@given(st.dates(NOW.date(), NOW.date() + timedelta(days=364)))
def test_every_date_of_the_year(day: date) -> None:
    assert only(EN, f"on {MONTHS[day.month - 1]} {day.day}").day == day
    assert only(JA, f"{day.month}月{day.day}日").day == day
    assert only(EN, day.isoformat()).day == only(JA, day.isoformat()).day == day


@given(st.integers(1, 23), st.integers(1, 59), st.integers(1, 59))
def test_every_length(hours: int, minutes: int, seconds: int) -> None:
    length = Duration(hours, minutes, seconds)
    assert only(EN, f"{hours} hours, {minutes} minutes and {seconds} seconds").duration == length
    assert only(JA, f"{hours}時間{minutes}分{seconds}秒").duration == length
    assert only(EN, f"in {hours} hours and {minutes} minutes").at == NOW + timedelta(
        hours=hours, minutes=minutes
    )
    assert only(JA, f"{hours}時間{minutes}分後").at == NOW + timedelta(hours=hours, minutes=minutes)


@given(st.integers(0, 6), st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)))
def test_a_weekday_is_the_next_one_after_today(weekday: int, moment: datetime) -> None:
    now = moment.replace(tzinfo=ZoneInfo("Europe/Berlin"))
    day = weekday_from(now, weekday)
    assert day.weekday() == weekday
    assert 0 < (day - now.date()).days <= 7
    next_week = weekday_from(now, weekday, next_week=True)
    assert next_week.isocalendar().week == (now.date() + timedelta(days=7)).isocalendar().week
    (found,) = EN(WEEKDAYS[weekday], now)
    assert found.day == day


@pytest.mark.parametrize(
    "text",
    ["in 99999999999 hours", "for 1e999 seconds", "1" * 400 + " days", "9999999999時間後", "1" * 400 + "分"],
)
def test_a_length_beyond_every_calendar_is_none(text: str) -> None:
    find = EN if text.isascii() else JA
    assert not [phrase for phrase in find(text, NOW) if phrase.duration or (phrase.at and phrase.at > NOW)]


@given(st.text(max_size=60), st.sampled_from([EN, JA]))
def test_any_text_comes_through(text: str, find: Find) -> None:
    end = 0
    for phrase in find(text, NOW):
        assert end <= phrase.start < phrase.end <= len(text)
        end = phrase.end


def test_clock_day_and_part_together() -> None:
    tomorrow = NOW.date() + timedelta(days=1)
    assert settle(NOW, None, Clock(9), None).hour == 21
    assert settle(NOW, None, Clock(9), "morning") == NOW.replace(day=25, hour=9)
    assert settle(NOW, tomorrow, Clock(3), None).hour == 15
    assert settle(NOW, tomorrow, Clock(3), "morning").hour == 3
    assert settle(NOW, tomorrow, Clock(9), "night").hour == 21
    assert settle(NOW, NOW.date(), Clock(10), None) == NOW.replace(hour=22)


@pytest.mark.parametrize(
    ("said", "text", "wanted"),
    [
        ("15:18", "remind me at 3 to drink water", "25T15:00"),
        ("15:18", "3時に水をリマインドして", "25T15:00"),
        ("15:18", "remind me at 6 to drink water", "24T18:00"),
        ("17:30", "remind me at 5 to call", "25T17:00"),
        ("22:00", "remind me at 1 to sleep", "25T01:00"),
        ("22:00", "1時に寝るのをリマインドして", "25T01:00"),
        ("01:00", "remind me at 3 to sleep", "24T03:00"),
        ("15:18", "remind me at 3 am to drink water", "25T03:00"),
        ("15:18", "remind me at 3 to get up", "25T03:00"),
        ("23:00", "put the dentist on my calendar at 3", "25T15:00"),
        ("23:00", "3時に歯医者の予定を入れて", "25T15:00"),
        ("15:18", "set an alarm at 3", "25T03:00"),
        ("15:18", "turn on the heating at 3", "25T03:00"),
        ("15:18", "3時に起こして", "25T03:00"),
    ],
)
def test_what_is_for_waking_hours_is_not_for_the_night(said: str, text: str, wanted: str) -> None:
    now = datetime.combine(NOW.date(), time.fromisoformat(said), NOW.tzinfo)
    (phrase,) = (EN if text.isascii() else JA)(text, now)
    assert phrase.at and f"{phrase.at:%dT%H:%M}" == wanted


def test_a_date_that_no_calendar_has() -> None:
    assert month_day(NOW, 2, 30) is None
    assert month_day(NOW, 13, 1) is None
    assert month_day(NOW, 11, 24) == NOW.date()
    assert month_day(NOW, 11, 23) == date(2027, 11, 23)


def test_a_clock_that_summer_time_changes_is_still_the_clock_on_the_wall() -> None:
    before = datetime(2026, 10, 24, 20, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    (found,) = EN("tomorrow at 8 am", before)
    assert found.at is not None
    assert (found.at.hour, found.at.utcoffset()) == (8, timedelta(hours=1))


@pytest.mark.parametrize(("now", "at"), [("21:30", "22:00"), ("22:59", "23:00"), ("23:30", "23:59")])
def test_tonight_is_still_to_come_when_its_usual_hour_is_over(now: str, at: str) -> None:
    late = NOW.replace(hour=int(now[:2]), minute=int(now[3:]))
    for find, text in ((EN, "tonight"), (JA, "今夜")):
        (found,) = find(text, late)
        assert found.at is not None
        assert f"{found.at:%d %H:%M}" == f"{late:%d} {at}"


def test_dinner_is_in_the_evening() -> None:
    (found,) = EN("dinner with Ann on friday at 7", NOW)
    assert found.at is not None
    assert found.at.hour == 19
