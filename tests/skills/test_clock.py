from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from kippu.errors import BadInput
from kippu.skills import clock
from kippu.skills.clock.distance import Distance
from kippu.tool import Context
from skills.conftest import TOKYO
from skills.running import run

pytestmark = pytest.mark.anyio

NOW = datetime(2026, 11, 23, 9, 5, tzinfo=TOKYO)
EN, JA = Context("en", NOW), Context("ja", NOW)


@pytest.mark.parametrize(
    ("place", "en", "ja"),
    [
        (None, "It's 9:05 AM.", "午前9時5分です。"),
        ("London", "It's 12:05 AM in London.", "Londonは午前0時5分です。"),
        ("New York", "It's 7:05 PM yesterday in New York.", "New Yorkは昨日の午後7時5分です。"),
        ("パリ", "It's 1:05 AM in パリ.", "パリは午前1時5分です。"),
    ],
)
async def test_time(place: str | None, en: str, ja: str) -> None:
    where = {"place": place} if place else {}
    assert (await run(clock.skill(), "clock.time", EN, **where)).text == en
    assert (await run(clock.skill(), "clock.time", JA, **where)).text == ja


@pytest.mark.parametrize(
    ("length", "en", "ja"),
    [
        ({"minutes": 45}, "It will be 9:50 AM.", "午前9時50分です。"),
        ({"hours": 15, "minutes": 5}, "It will be 12:10 AM tomorrow.", "明日の午前0時10分です。"),
        ({"minutes": 45, "ago": True}, "It was 8:20 AM.", "午前8時20分でした。"),
    ],
)
async def test_the_time_to_come(length: dict[str, int], en: str, ja: str) -> None:
    assert (await run(clock.skill(), "clock.time", EN, **length)).text == en
    assert (await run(clock.skill(), "clock.time", JA, **length)).text == ja


@pytest.mark.parametrize(
    ("at", "en", "ja"),
    [
        ("2026-11-23T17:00:00", "7 hours 55 minutes until 5:00 PM.", "午後5時まで、あと7時間55分です。"),
        ("2026-11-24T01:05", "16 hours until tomorrow at 1:05 AM.", "明日午前1時5分まで、あと16時間です。"),
        ("2026-11-23T09:00:00", "9:00 AM is past.", "午前9時はもう過ぎました。"),
        ("soon", "I don't know the time “soon”.", "「soon」という時刻が分かりません。"),
    ],
)  # fmt: skip
async def test_how_long_until_a_time(at: str, en: str, ja: str) -> None:
    assert (await run(clock.skill(), "clock.time", EN, at=at)).text == en
    assert (await run(clock.skill(), "clock.time", JA, at=at)).text == ja


@pytest.mark.parametrize(
    ("between", "en", "ja"),
    [
        (("Tokyo", "London"), "Tokyo is 9 hours ahead of London.", "TokyoはLondonより9時間進んでいます。"),
        (
            ("here", "London"),
            "London is 9 hours behind the time here.",
            "Londonはここより9時間遅れています。",
        ),
        (("London", "us"), "London is 9 hours behind the time here.", "Londonはここより9時間遅れています。"),
        (("London", None), "London is 9 hours behind the time here.", "Londonはここより9時間遅れています。"),
        (
            ("Tokyo", "Seoul"),
            "There is no difference between Tokyo and Seoul.",
            "TokyoとSeoulに時差はありません。",
        ),
        (
            ("Tokyo", "Narnia"),
            "I don't know which time zone Narnia is in.",
            "Narniaがどの時間帯か分かりません。",
        ),
    ],
)
async def test_difference(between: tuple[str, str | None], en: str, ja: str) -> None:
    place, other = between
    for context, text in ((EN, en), (JA, ja)):
        assert (await run(clock.skill(), "clock.difference", context, place=place, other=other)).text == text


@pytest.mark.parametrize(
    ("context", "text"),
    [
        (EN, "The next public holiday in Japan is New Year's Day, in 39 days, on Friday, 1 January 2027."),
        (JA, "日本の次の祝日は元日、2027年1月1日金曜日（あと39日）です。"),
        (
            replace(EN, now=datetime(2026, 12, 24, 8, tzinfo=ZoneInfo("Europe/Berlin"))),
            "The next public holiday in Germany is Christmas Day, tomorrow, on Friday, 25 December 2026.",
        ),
    ],
)
async def test_the_next_holiday(context: Context, text: str) -> None:
    said = await run(clock.skill(), "clock.free", context, coming=True)
    assert (said.ok, said.text) == (True, text)


async def test_a_place_that_is_none() -> None:
    said = await run(clock.skill(), "clock.time", JA, place="月")
    assert not said.ok and "月" in said.text


@pytest.mark.parametrize(
    ("arguments", "en", "ja"),
    [
        ({}, "Today is Monday, 23 November 2026.", "今日は2026年11月23日月曜日です。"),
        ({"day": "2026-11-24"}, "Tomorrow is Tuesday, 24 November 2026.", "明日は2026年11月24日火曜日です。"),
        (
            {"holiday": "christmas"},
            "Christmas is in 32 days, on Friday, 25 December 2026.",
            "クリスマスは2026年12月25日金曜日、あと32日です。",
        ),
        (
            {"holiday": "halloween"},
            "Halloween is in 342 days, on Sunday, 31 October 2027.",
            "ハロウィンは2027年10月31日日曜日、あと342日です。",
        ),
        (
            {"day": "2026-11-01"},
            "That was Sunday, 1 November 2026, 22 days ago.",
            "2026年11月1日日曜日でした。22日前です。",
        ),
        (
            {"weeks": 3},
            "That's Monday, 14 December 2026, in 21 days.",
            "2026年12月14日月曜日です。あと21日です。",
        ),
        (
            {"months": 1, "ago": True},
            "That was Friday, 23 October 2026, 31 days ago.",
            "2026年10月23日金曜日でした。31日前です。",
        ),
        (
            {"day": "2027-05-03", "ago": True},
            "That was Sunday, 3 May 2026, 204 days ago.",
            "2026年5月3日日曜日でした。204日前です。",
        ),
        (
            {"weekday": "monday"},
            "Yes. Today is Monday, 23 November 2026.",
            "はい、今日は2026年11月23日月曜日です。",
        ),
        (
            {"day": "2026-11-24", "weekday": "friday"},
            "No. Tomorrow is Tuesday, 24 November 2026.",
            "いいえ、明日は2026年11月24日火曜日です。",
        ),
    ],
)
async def test_date(arguments: dict[str, object], en: str, ja: str) -> None:
    assert (await run(clock.skill(), "clock.date", EN, **arguments)).text == en
    assert (await run(clock.skill(), "clock.date", JA, **arguments)).text == ja


async def test_the_day_itself_and_the_eve() -> None:
    eve = Context("en", datetime(2026, 12, 24, 9, 5, tzinfo=TOKYO))
    said = await run(clock.skill(), "clock.date", eve, holiday="christmas eve")
    assert said.text == "Today is Christmas Eve!"
    said = await run(clock.skill(), "clock.date", eve, holiday="christmas")
    assert said.text == "Christmas is tomorrow, on Friday, 25 December 2026."


def test_months_of_unlike_lengths() -> None:
    assert Distance(months=1).from_day(date(2027, 1, 31)) == date(2027, 2, 28)
    assert Distance(years=1, ago=True).from_day(date(2028, 2, 29)) == date(2027, 2, 28)
    assert Distance(years=9000).from_day(date(2027, 1, 31)) is None
    assert Distance(days=10**12).from_day(date(2027, 1, 31)) is None


async def test_a_day_that_is_none() -> None:
    assert not (await run(clock.skill(), "clock.date", EN, years=9000)).ok
    assert not (await run(clock.skill(), "clock.date", EN, day="someday")).ok


@pytest.mark.parametrize(
    ("context", "period", "text"),
    [
        (
            EN,
            "this month",
            "Public holidays in Japan this month:\n- Tuesday, 3 November 2026: Culture Day\n"
            "- Monday, 23 November 2026: Labor Thanksgiving Day",
        ),
        (JA, "next week", "来週、日本に祝日はありません。"),
        (JA, "this week", "今週の日本の祝日：\n- 2026年11月23日月曜日: 勤労感謝の日"),
        (EN, "next month", "There is no public holiday in Japan next month."),
    ],
)
async def test_the_holidays_of_a_period(context: Context, period: str, text: str) -> None:
    assert (await run(clock.skill(), "clock.free", context, period=period)).text == text


async def test_a_day_of_every_year_is_one_or_not() -> None:
    said = await run(clock.skill(), "clock.free", JA, holiday="new year")
    assert said.text == "はい、2027年1月1日金曜日は元日で、日本の祝日です。"
    said = await run(clock.skill(), "clock.free", EN, holiday="christmas")
    assert said.text == "No. Friday, 25 December 2026 is no public holiday in Japan; it is Christmas."


async def test_the_holidays_of_a_year() -> None:
    said = await run(clock.skill(), "clock.free", EN, period="next year")
    assert said.data["dates"][0] == "2027-01-01" and len(said.data["dates"]) > 15


async def test_the_next_holiday_of_no_country() -> None:
    said = await run(clock.skill(), "clock.free", replace(EN, now=NOW.astimezone(UTC)), coming=True)
    assert not said.ok
    assert said.text == "Holidays are a country's, and the time zone of this device names none."


@pytest.mark.parametrize(
    ("context", "day", "text"),
    [
        (
            EN,
            "2026-11-23",
            "Yes. Monday, 23 November 2026 is Labor Thanksgiving Day, a public holiday in Japan.",
        ),
        (JA, "2026-11-23", "はい、2026年11月23日月曜日は勤労感謝の日で、日本の祝日です。"),
        (JA, "2026-11-24", "いいえ、2026年11月24日火曜日は日本の祝日ではありません。"),
        (
            EN,
            "2026-12-25",
            "No. Friday, 25 December 2026 is no public holiday in Japan; it is Christmas.",
        ),
        (
            replace(EN, now=datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Europe/Berlin"))),
            "2026-12-24",
            "No. Thursday, 24 December 2026 is no public holiday in Germany; it is Christmas Eve. "
            "Its regions have more of their own.",
        ),
        (
            replace(EN, now=NOW.astimezone(UTC)),
            "2026-12-25",
            "Holidays are a country's, and the time zone of this device names none. "
            "That's Friday, 25 December 2026; it is Christmas.",
        ),
    ],
)
async def test_public_holidays(context: Context, day: str, text: str) -> None:
    assert (await run(clock.skill(), "clock.free", context, day=day)).text == text


async def test_a_time_that_no_clock_reaches_is_told() -> None:
    with pytest.raises(BadInput, match="more than I can reckon with"):
        await run(clock.skill(), "clock.time", EN, minutes=10**30)


async def test_a_time_here_is_told_as_a_place_shows_it() -> None:
    said = await run(clock.skill(), "clock.time", EN, at="2026-11-24T09:00:00", place="New York")
    assert said.text == "When it's 9:00 AM here, it's 7:00 PM the day before in New York."
    assert not (await run(clock.skill(), "clock.time", JA, at="2026-11-24T09:00:00", place="Narnia")).ok


async def test_a_time_of_one_place_is_told_as_another_shows_it() -> None:
    given = {"at": "2026-11-24T12:00:00", "of": "virginia"}
    said = await run(clock.skill(), "clock.time", EN, **given, place="california")
    assert said.text == "When it's 12:00 PM in Virginia, it's 9:00 AM in California."
    said = await run(clock.skill(), "clock.time", EN, **given, place="here")
    assert said.text == "When it's 12:00 PM in Virginia, it's 2:00 AM the next day here."
    said = await run(clock.skill(), "clock.time", JA, at="2026-11-24T15:00:00", of="ロンドン", place="ここ")
    assert said.text == "ロンドンが午後3時のとき、こちらは翌日の午前0時です。"
    unknown = await run(clock.skill(), "clock.time", EN, at="2026-11-24T12:00:00", of="Narnia", place="paris")
    assert unknown.text == "I don't know that time in Narnia."


async def test_the_week_has_its_number() -> None:
    said = await run(clock.skill(), "clock.date", replace(EN, now=datetime(2027, 1, 1, 8)), week=True)
    assert said.text == "It's week 53 of 2026."
    assert (await run(clock.skill(), "clock.date", JA, week=True)).text.endswith("週です。")
