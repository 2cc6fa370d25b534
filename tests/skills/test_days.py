from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kippu.errors import BadInput
from kippu.skills import spoken
from kippu.skills.bells.days import days, next_due
from kippu.skills.zones import on_the_wall, zone, zone_name
from kippu.tool import Context

NEW_YORK = ZoneInfo("America/New_York")
ZONES = ["America/New_York", "Europe/London", "Asia/Tokyo", "Australia/Lord_Howe", "Pacific/Apia", "+05:30"]
REPEATS = ["daily", "weekdays", "weekends", "mon,thu", "sun"]


def test_days() -> None:
    assert days("weekends") == {5, 6} and days("mon,Thu, sunday") == {0, 3, 6}
    with pytest.raises(BadInput, match="fortnightly"):
        days("fortnightly")


def test_a_time_that_summer_time_skips_rings_an_hour_on() -> None:
    night = datetime(2026, 3, 8, 2, 30)
    due = next_due(night, NEW_YORK, None, datetime(2026, 3, 8, 5, tzinfo=UTC))
    assert due is not None and due.astimezone(NEW_YORK).strftime("%H:%M") == "03:30"


def test_a_time_that_comes_twice_rings_once() -> None:
    night = datetime(2026, 11, 1, 1, 30)
    first = next_due(night, NEW_YORK, "daily", datetime(2026, 11, 1, 4, tzinfo=UTC))
    assert first == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
    second = next_due(night, NEW_YORK, "daily", first)
    assert second == datetime(2026, 11, 2, 6, 30, tzinfo=UTC)


def test_once_at_a_time_that_comes_twice_is_the_second_when_the_first_is_past() -> None:
    night = datetime(2026, 11, 1, 1, 50)
    between = datetime(2026, 11, 1, 6, 45, tzinfo=UTC)  # 1:45 for the second time
    assert next_due(night, NEW_YORK, None, between) == datetime(2026, 11, 1, 6, 50, tzinfo=UTC)
    assert next_due(night, NEW_YORK, None, datetime(2026, 11, 1, 6, 51, tzinfo=UTC)) is None
    skipped = datetime(2026, 3, 8, 2, 30)
    assert next_due(skipped, NEW_YORK, None, datetime(2026, 3, 8, 7, 31, tzinfo=UTC)) is None


def test_a_moment_behind_the_change_is_told_by_the_clock_of_then(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    before = datetime(2026, 3, 7, 22, tzinfo=timezone(timedelta(hours=-5)))  # as the system gives it
    seven = datetime(2026, 3, 8, 11, tzinfo=UTC)
    assert f"{on_the_wall(seven, before):%H:%M}" == "07:00"
    assert spoken.moment(Context("en", before), seven) == "tomorrow at 7:00 AM"


def test_it_keeps_to_the_clock_on_the_wall_over_summer_time() -> None:
    seven = datetime(2026, 3, 7, 7, 0)
    before = next_due(seven, NEW_YORK, "daily", datetime(2026, 3, 7, 10, tzinfo=UTC))
    assert before is not None
    after = next_due(seven, NEW_YORK, "daily", before)
    assert after is not None and after - before == timedelta(hours=23)


def test_what_is_past_is_over() -> None:
    now = datetime(2026, 11, 23, 12, tzinfo=UTC)
    assert next_due(datetime(2026, 11, 23, 11), UTC, None, now) is None
    assert next_due(datetime(2020, 1, 1, 11), UTC, "daily", now) == datetime(2026, 11, 24, 11, tzinfo=UTC)


@given(
    local=st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)),
    after=st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)),
    name=st.sampled_from(ZONES),
    repeat=st.sampled_from(REPEATS),
)
def test_the_next_ring_is_later_on_a_wanted_day_and_none_is_missed(
    local: datetime, after: datetime, name: str, repeat: str
) -> None:
    where = zone(name)
    due = next_due(local, where, repeat, after)
    assert due is not None and due > after
    there = due.astimezone(where)
    assert there.date() >= local.date()
    expected = datetime.combine(there.date(), local.time(), tzinfo=where).astimezone(UTC)
    if expected == due:
        assert there.weekday() in days(repeat) or expected.astimezone(where).time() != local.time()
    again = next_due(local, where, repeat, due)
    assert again is not None and timedelta(hours=20) < again - due < timedelta(days=9)
    between = next_due(local, where, repeat, due - timedelta(microseconds=1))
    assert between == due


@pytest.mark.parametrize("name", ZONES)
def test_zone_names_and_back(name: str) -> None:
    now = datetime.now(zone(name))
    assert zone(zone_name(now)).utcoffset(now) == now.utcoffset()


def test_a_bare_offset_and_a_zone_that_is_gone() -> None:
    assert zone_name(datetime.now(timezone(timedelta(hours=-3, minutes=-30)))) == "-03:30"
    assert zone("Nowhere/City") is UTC
