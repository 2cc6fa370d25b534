from datetime import datetime

import pytest

from kippu.skills import clock
from kippu.skills.clock.places import zone_of
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
            "Friday, 25 December 2026 is in 32 days.",
            "2026年12月25日金曜日です。あと32日です。",
        ),
        (
            {"holiday": "halloween"},
            "Sunday, 31 October 2027 is in 342 days.",
            "2027年10月31日日曜日です。あと342日です。",
        ),
        (
            {"day": "2026-11-01"},
            "Sunday, 1 November 2026 was 22 days ago.",
            "2026年11月1日日曜日です。22日前です。",
        ),
    ],
)
async def test_date(arguments: dict[str, str], en: str, ja: str) -> None:
    assert (await run(clock.skill(), "clock.date", EN, **arguments)).text == en
    assert (await run(clock.skill(), "clock.date", JA, **arguments)).text == ja


async def test_a_day_that_is_none() -> None:
    assert not (await run(clock.skill(), "clock.date", EN, day="someday")).ok


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("tokyo", "Asia/Tokyo"),
        ("東京", "Asia/Tokyo"),
        ("ﾆｭｰﾖｰｸ", "America/New_York"),
        ("ニューヨーク市", "America/New_York"),
        ("São Paulo", "America/Sao_Paulo"),
        ("sao paulo", "America/Sao_Paulo"),
        ("the Netherlands", "Europe/Amsterdam"),
        ("Ulaanbaatar", "Asia/Ulaanbaatar"),
        ("Athens", "Europe/Athens"),
        ("", None),
        ("USA", None),
    ],
)
def test_zones(name: str, zone: str | None) -> None:
    found = zone_of(name)
    assert (found.key if found else None) == zone
