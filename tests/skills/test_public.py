"""Public holidays of the country in whose time zone the device is."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from kippu.skills.clock.public import after, country, on
from kippu.turn import Language


def now(zone: str) -> datetime:
    return datetime(2026, 11, 30, 10, tzinfo=ZoneInfo(zone))


@pytest.mark.parametrize(
    ("zone", "language", "code", "name"),
    [
        ("Asia/Tokyo", "ja", "JP", "日本"),
        ("Asia/Tokyo", "en", "JP", "Japan"),
        ("America/New_York", "en", "US", "the United States"),
        ("Europe/London", "en", "GB", "Britain"),
        ("Europe/Berlin", "ja", "DE", "Germany"),
    ],
)
def test_the_country_of_a_zone(zone: str, language: Language, code: str, name: str) -> None:
    found = country(now(zone), language)
    assert found is not None and (found.code, found.name) == (code, name)


@pytest.mark.parametrize("zone", ["UTC", "Etc/GMT+5"])
def test_a_zone_of_no_country_that_is_known(zone: str) -> None:
    assert country(now(zone), "en") is None
    assert (found := country(now(zone), "ja")) is not None and found.code == "JP"


@pytest.mark.parametrize(
    ("zone", "language", "day", "name"),
    [
        ("Asia/Tokyo", "ja", date(2026, 11, 23), "勤労感謝の日"),
        ("Asia/Tokyo", "en", date(2026, 11, 23), "Labor Thanksgiving Day"),
        ("Asia/Tokyo", "en", date(2026, 11, 24), None),
        ("America/New_York", "en", date(2026, 11, 26), "Thanksgiving Day"),
        ("Europe/Berlin", "en", date(2026, 10, 3), "German Unity Day"),
    ],
)
def test_what_is_celebrated(zone: str, language: Language, day: date, name: str | None) -> None:
    found = country(now(zone), language)
    assert found is not None and on(found, day, language) == name


def test_the_next_one_may_be_of_another_year() -> None:
    found = country(now("Asia/Tokyo"), "ja")
    assert found is not None
    assert after(found, date(2026, 11, 23), "ja") == (date(2027, 1, 1), "元日")
    assert after(found, date(2026, 11, 22), "ja") == (date(2026, 11, 23), "勤労感謝の日")
