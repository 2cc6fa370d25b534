"""Public holidays of the country in whose time zone the device is, from the library ``holidays``.

Of a country whose regions have days of their own, only those are told that all of it has.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from kippu.places import zone_of
from kippu.regex import regex
from kippu.skills.zones import zone_name
from kippu.turn import Language

if TYPE_CHECKING:
    from holidays import HolidayBase

_LONG = 400
"""Days within which every holiday of a year has come again."""
_JAPAN = "JP"
_SHORT = {
    "us": "US", "usa": "US", "u.s.": "US", "america": "US", "states": "US", "アメリカ": "US", "米国": "US",
    "uk": "GB", "u.k.": "GB", "britain": "GB", "great britain": "GB", "england": "GB", "イギリス": "GB",
    "英国": "GB", "カナダ": "CA", "ドイツ": "DE", "フランス": "FR", "中国": "CN", "韓国": "KR", "korea": "KR",
    "south korea": "KR", "russia": "RU", "ロシア": "RU", "オーストラリア": "AU", "台湾": "TW", "taiwan": "TW",
}  # fmt: skip
"""What countries are called for short; the zone table knows cities, and few countries."""
_WITH_ARTICLE = regex(
    r"^(?:United|Netherlands|Philippines|Dominican Rep|Czech Rep|Bahamas|Maldives)|Islands$"
)


@dataclass(frozen=True, slots=True)
class Country:
    """One with holidays that are known."""

    code: str
    """ISO 3166-1, two letters."""
    name: str
    """In the person's language, where it has one here."""
    regions: bool
    """Whether parts of it have days of their own."""


def country(now: datetime, language: Language) -> Country | None:
    """The country of the person's time zone; None where the zone or the country's holidays are not known.

    Of a zone that is no place's (UTC), Japan for those who speak Japanese.
    """
    return _called(_codes().get(zone_name(now), _JAPAN if language == "ja" else ""), language)


def of(place: str, language: Language) -> Country | None:
    """The country that a place, such as "japan" or 「パリ」, is or lies in; None where it is not known."""
    folded = place.casefold().removeprefix("the ").removesuffix("国" if language == "ja" else "")
    named = _SHORT.get(folded) or next(
        (code for code, name in _names().items() if name.casefold() == folded), None
    )
    zone = zone_of(place)
    code = named or (_codes().get(zone.key, "") if zone else "")
    return _called(code, language)


def _called(code: str, language: Language) -> Country | None:
    if not code or code not in _known():
        return None
    name = "日本" if language == "ja" and code == _JAPAN else _names()[code]
    name = f"the {name}" if language == "en" and _WITH_ARTICLE.search(name) else name
    return Country(code, name, regions=_has_regions(code))


def on(country: Country, day: date, language: Language) -> str | None:
    """What is celebrated on a day; None when it is no holiday."""
    name = _days(country.code, day.year, language).get(day)
    return name.replace("; ", ", ") if name else None


def after(country: Country, day: date, language: Language) -> tuple[date, str] | None:
    """The first holiday after a day, and its name; None when none is known."""
    for ahead in range(1, _LONG):
        then = day + timedelta(days=ahead)
        if name := on(country, then, language):
            return then, name
    return None


@cache
def _days(code: str, year: int, language: Language) -> "HolidayBase":
    import holidays  # noqa: PLC0415  # takes a quarter of a second, and is seldom asked for

    known = holidays.country_holidays(code)
    wanted = ("ja",) if language == "ja" else ("en_US", "en_GB")
    spoken = next((one for one in wanted if one in known.supported_languages), None)
    spoken = spoken or ("en_US" if "en_US" in known.supported_languages else None)
    return holidays.country_holidays(code, years=year, language=spoken)


@cache
def _known() -> frozenset[str]:
    import holidays  # noqa: PLC0415  # as above

    return frozenset(holidays.list_supported_countries())


@cache
def _has_regions(code: str) -> bool:
    import holidays  # noqa: PLC0415  # as above

    return bool(holidays.country_holidays(code).subdivisions)


@cache
def _codes() -> dict[str, str]:
    """Countries by the names of their zones, as the zone table has them."""
    return {zone: code for code, _, zone, *_ in _rows("zone.tab")}


@cache
def _names() -> dict[str, str]:
    return {code: name.partition(" (")[0] for code, name, *_ in _rows("iso3166.tab")}


def _rows(file: str) -> list[list[str]]:
    text = resources.files("tzdata").joinpath("zoneinfo", file).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
