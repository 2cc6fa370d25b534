from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kippu.skills import spoken
from kippu.tool import Context
from skills.conftest import TOKYO

NOW = datetime(2026, 11, 23, 9, 5, tzinfo=TOKYO)
EN, JA = Context("en", NOW), Context("ja", NOW)


@pytest.mark.parametrize(
    ("seconds", "en", "ja"),
    [
        (200, "3 minutes 20 seconds", "3分20秒"),
        (3600, "1 hour", "1時間"),
        (0.2, "0 seconds", "0秒"),
        (90061, "1 day 1 hour 1 minute", "1日1時間1分"),
    ],
)
def test_duration(seconds: float, en: str, ja: str) -> None:
    assert spoken.duration(EN, seconds) == en
    assert spoken.duration(JA, seconds) == ja


@given(st.integers(0, 86399))
def test_no_second_is_lost(seconds: int) -> None:
    words = spoken.duration(EN, seconds).split()
    sizes = {"hour": 3600, "minute": 60, "second": 1}
    told = sum(int(n) * sizes[unit.rstrip("s")] for n, unit in zip(words[::2], words[1::2], strict=True))
    assert told == seconds


@pytest.mark.parametrize(
    ("ahead", "en", "ja"),
    [
        (0, "today at 9:05 AM", "今日午前9時5分"),
        (1, "tomorrow at 9:05 AM", "明日午前9時5分"),
        (-1, "yesterday at 9:05 AM", "昨日午前9時5分"),
        (3, "on Thursday at 9:05 AM", "11月26日（木）午前9時5分"),  # as Japanese is written
        (30, "on 23 December at 9:05 AM", "12月23日（水）午前9時5分"),  # as Japanese is written
        (60, "on 22 January 2027 at 9:05 AM", "2027年1月22日（金）午前9時5分"),  # as Japanese is written
    ],
)
def test_moment(ahead: int, en: str, ja: str) -> None:
    assert spoken.moment(EN, NOW + timedelta(days=ahead)) == en
    assert spoken.moment(JA, NOW + timedelta(days=ahead)) == ja


def test_rows_and_times() -> None:
    assert spoken.row(EN, ["a", "b", "c"]) == "a, b and c"
    assert spoken.row(EN, ["a"]) == "a" and spoken.row(EN, []) == ""
    assert spoken.row(JA, ["a", "b"]) == "a、b"
    assert spoken.time_of_day(EN, NOW.replace(hour=0, minute=0)) == "12:00 AM"
    assert spoken.time_of_day(JA, NOW.replace(hour=12, minute=30)) == "午後0時30分"
    assert spoken.local_time("2026-11-23T00:00+00:00", EN) == datetime(2026, 11, 23, 9, 0)
    assert spoken.local_time("soon", EN) is None
    assert spoken.iso_day("tomorrow", EN) == date(2026, 11, 24) and spoken.iso_day("x", EN) is None
