"""Time zones by the names that people give to cities and countries, in English and Japanese."""

import tomllib
import unicodedata
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

_HERE = frozenset(
    {"here", "us", "we", "me", "home", "our place", "my place", "ここ", "こちら", "こっち", "うち"}
)
_INITIALS = {"uk", "nyc", "la", "uae", "utc", "gmt"}
_SMALL = {"de", "da", "do", "of", "the", "and"}
_NAMES = Path(__file__).with_name("places.toml")


def zone_of(place: str) -> ZoneInfo | None:
    """The zone of a city or country, such as "new york", "Japan", 「パリ」; None when it is not known."""
    key = _zones().get(_folded(place))
    return ZoneInfo(key) if key else None


def is_here(place: str) -> bool:
    """Whether the words are for wherever it is that they are said."""
    return place.casefold() in _HERE


def called(place: str) -> str:
    """A place as it is written: "New York" for "new york"; "NYC" and 「パリ」 stay."""
    if not place.isascii() or not place.islower():
        return place
    if place in _INITIALS:
        return place.upper()
    return " ".join(word if word in _SMALL else word.capitalize() for word in place.split())


@cache
def _zones() -> dict[str, str]:
    """Every city in the device's zone table, and the names in ``places.toml``, which win."""
    names = {_folded(key.rsplit("/", 1)[-1]): key for key in sorted(available_timezones()) if "/" in key}
    for key, more in tomllib.loads(_NAMES.read_text(encoding="utf-8")).items():
        names.update({_folded(name): key for name in (key.rsplit("/", 1)[-1], *more)})
    return names


def _folded(name: str) -> str:
    """Without accents, capitals, spaces, and "time zone" or 「市」 behind it."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", name)).casefold()
    if plain.isascii() or all(ord(c) < 0x3000 for c in plain):
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    else:
        plain = unicodedata.normalize("NFKC", name).casefold()
    bare = "".join(c for c in plain if c.isalnum() or c == "ー").removesuffix("市").removeprefix("the")
    for ending in ("timezone", "standardtime", "daylighttime", "time", "標準時", "時間"):
        bare = bare.removesuffix(ending)
    return bare
