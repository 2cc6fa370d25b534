"""What the clock tells of years, and of days that are past."""

from datetime import datetime
from typing import Any

import pytest

from kippu.skills import calculate, clock
from kippu.tool import Context
from skills.conftest import TOKYO
from skills.running import run

pytestmark = pytest.mark.anyio

NOW = datetime(2026, 11, 30, 9, 5, tzinfo=TOKYO)
EN, JA = Context("en", NOW), Context("ja", NOW)


@pytest.mark.parametrize(
    ("arguments", "en", "ja"),
    [
        ({"era": "reiwa", "year": 8}, "Reiwa 8 is 2026.", "令和8年は西暦2026年です。"),
        ({"era": "heisei", "year": 1}, "Heisei 1 is 1989.", "平成元年は西暦1989年です。"),
        ({"era": "heisei", "year": 40},
         "Heisei 40 is 2028. The Heisei era was over by then: it is Reiwa 10.",
         "平成40年は西暦2028年です。平成はそれまでに終わっていて、令和10年にあたります。"),
        ({"year": 2000, "to": "heisei"}, "2000 is Heisei 12.", "2000年は平成12年です。"),
        ({"year": 1989}, "1989 is Showa 64, and from 8 January on Heisei 1.",
         "1989年は昭和64年で、1月8日からは平成元年です。"),
        ({"year": 2000, "to": "showa"}, "That is no year of Showa. 2000 is Heisei 12.",
         "昭和の年ではありません。2000年は平成12年です。"),
        ({"year": "this year", "to": "reiwa"}, "2026 is Reiwa 8.", "2026年は令和8年です。"),
        ({"era": "heisei", "year": 1, "born": True}, "Somebody born in Heisei 1 turns 37 this year.",
         "平成元年（1989年）生まれの人は、今年の誕生日で37歳です。"),
        ({"year": 1990, "born": True}, "Somebody born in 1990 turns 36 this year.",
         "1990年生まれの人は、今年の誕生日で36歳です。"),
        ({"leap": True}, "The next leap year is 2028: its leap day is Tuesday, 29 February 2028.",
         "次のうるう年は2028年です（うるう日は2028年2月29日火曜日）。"),
        ({"year": 2028, "leap": True}, "Yes, 2028 is a leap year.", "はい、2028年はうるう年です。"),
        ({"year": "this year", "leap": True}, "No, 2026 is no leap year.",
         "いいえ、2026年はうるう年ではありません。"),
    ],
)  # fmt: skip
async def test_years(arguments: dict[str, Any], en: str, ja: str) -> None:
    assert (await run(clock.skill(), "clock.year", EN, **arguments)).text == en
    assert (await run(clock.skill(), "clock.year", JA, **arguments)).text == ja


@pytest.mark.parametrize(
    "arguments", [{"year": 1800}, {"year": 2090, "born": True}, {"year": 1700, "born": True}, {"year": 0}]
)
async def test_years_that_nobody_counts(arguments: dict[str, Any]) -> None:
    for context in (EN, JA):
        assert not (await run(clock.skill(), "clock.year", context, **arguments)).ok


@pytest.mark.parametrize(
    ("arguments", "en", "ja"),
    [
        ({"holiday": "children's day", "year": "this year"},
         "Children's Day was 209 days ago, on Tuesday, 5 May 2026.",
         "こどもの日は2026年5月5日火曜日で、209日前でした。"),
        ({"holiday": "new year", "year": "last year"},
         "New Year's Day was 698 days ago, on Wednesday, 1 January 2025.",
         "元日は2025年1月1日水曜日で、698日前でした。"),
        ({"holiday": "new year", "year": "next year"},
         "New Year's Day is in 32 days, on Friday, 1 January 2027.",
         "元日は2027年1月1日金曜日、あと32日です。"),
        ({"holiday": "christmas", "ago": True}, "Christmas was 340 days ago, on Thursday, 25 December 2025.",
         "クリスマスは2025年12月25日木曜日で、340日前でした。"),
        ({"holiday": "christmas", "days": 1}, "That's Saturday, 26 December 2026, in 26 days.",
         "2026年12月26日土曜日です。あと26日です。"),
        ({"end": "year"}, "That's Thursday, 31 December 2026, in 31 days.",
         "2026年12月31日木曜日です。あと31日です。"),
        ({"end": "week"}, "That's Sunday, 6 December 2026, in 6 days.",
         "2026年12月6日日曜日です。あと6日です。"),
        ({"end": "month"}, "Today is Monday, 30 November 2026.", "今日は2026年11月30日月曜日です。"),
    ],
)  # fmt: skip
async def test_days(arguments: dict[str, Any], en: str, ja: str) -> None:
    assert (await run(clock.skill(), "clock.date", EN, **arguments)).text == en
    assert (await run(clock.skill(), "clock.date", JA, **arguments)).text == ja


@pytest.mark.parametrize(
    ("arguments", "en", "ja"),
    [
        ({"with_date": True}, "It's 9:05 AM on Monday, 30 November 2026.",
         "2026年11月30日月曜日の午前9時5分です。"),
        ({"place": "here"}, "It's 9:05 AM.", "午前9時5分です。"),
        ({"at": "2026-11-30T09:00:00", "end": "2026-11-30T17:30:00"},
         "From 9:00 AM to 5:30 PM it's 8 hours 30 minutes.", "午前9時から午後5時30分までは8時間30分です。"),
        ({"at": "2026-11-30T22:00:00", "end": "2026-11-30T06:00:00"},
         "From 10:00 PM to 6:00 AM it's 8 hours.", "午後10時から午前6時までは8時間です。"),
    ],
)  # fmt: skip
async def test_times(arguments: dict[str, Any], en: str, ja: str) -> None:
    assert (await run(clock.skill(), "clock.time", EN, **arguments)).text == en
    assert (await run(clock.skill(), "clock.time", JA, **arguments)).text == ja


@pytest.mark.parametrize(
    ("expression", "en", "ja"),
    [
        ("200mlで5杯", "5 × 200 ml is 1,000 ml.", "200ml×5は1,000mlです。"),
        ("時速60キロで2時間半走ると何キロ", "2.5 × 60 キロ is 150 キロ.", "60キロ×2.5は150キロです。"),
        ("5 times 200 ml", "5 × 200 ml is 1,000 ml.", "200ml×5は1,000mlです。"),
    ],
)  # fmt: skip
async def test_so_many_times_an_amount(expression: str, en: str, ja: str) -> None:
    assert (await run(calculate.skill(), "math.calculate", EN, expression=expression)).text == en
    assert (await run(calculate.skill(), "math.calculate", JA, expression=expression)).text == ja
