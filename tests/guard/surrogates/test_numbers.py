"""Numbers keep their form and their check digits, and are from ranges that nobody has."""

import random
import re

import pytest

from kippu.guard.personal import checks
from kippu.guard.surrogates.numbers import number

SEEDS = [random.Random(seed) for seed in range(20)]  # noqa: S311  # repeatable tests


@pytest.mark.parametrize("chance", SEEDS)
@pytest.mark.parametrize(
    "card", ["4539 1488 0343 6467", "5555-5555-5555-4444", "378282246310005", "3530111333300000"]
)
def test_cards(card: str, chance: random.Random) -> None:
    made = number("card", card, chance)
    assert checks.luhn(re.sub(r"\D", "", made))
    assert made[0] == card[0]
    assert re.sub(r"\d", "0", made) == re.sub(r"\d", "0", card)


@pytest.mark.parametrize("chance", SEEDS)
@pytest.mark.parametrize(
    "iban", ["DE89 3704 0044 0532 0130 00", "GB29NWBK60161331926819", "fr1420041010050500013m02606"]
)
def test_ibans(iban: str, chance: random.Random) -> None:
    made = number("iban", iban, chance)
    assert checks.iban(made.replace(" ", "").upper())
    assert made[:2] == iban[:2]
    assert re.sub(r"\d", "0", made.replace(" ", ""))[:2] == re.sub(r"\d", "0", iban)[:2]
    assert len(made) == len(iban)


@pytest.mark.parametrize("chance", SEEDS)
def test_national_numbers(chance: random.Random) -> None:
    assert re.fullmatch(r"9\d\d-[1-4]\d-\d{4}", number("ssn", "536-90-4399", chance))
    mine = number("my_number", "1234 5678 9018", chance)
    assert re.fullmatch(r"\d{4} \d{4} \d{4}", mine)
    assert checks.my_number(mine.replace(" ", ""))


@pytest.mark.parametrize("chance", SEEDS)
@pytest.mark.parametrize(
    ("phone", "fiction"),
    [
        ("+1 415-555-2671", r"\+1 \d{3}-555-01\d\d"),
        ("(415) 765-2671", r"\(\d{3}\) 555-01\d\d"),
        ("4157652671", r"\d{3}55501\d\d"),
        ("765-2671", r"555-01\d\d"),
        ("+44 7911 123456", r"\+44 7700 900\d{3}"),
        ("07911 123456", r"07700 900\d{3}"),
        ("+33 6 12 34 56 78", r"\+33 6 39 98 \d\d \d\d"),
        ("+61 412 345 678", r"\+61 491 57\d \d{3}"),
        ("090-1234-5678", r"090-0\d{3}-\d{4}"),
        ("03-1234-5678", r"03-0\d{3}-\d{4}"),
        ("+81-80-1234-5678", r"\+81-80-0\d{3}-\d{4}"),
        ("+972 52-123-4567", r"\+972 5\d-\d{3}-\d{4}"),
        ("415-765-2671 x1234", r"\d{3}-555-01\d\d x1234"),
    ],
)
def test_phones(phone: str, fiction: str, chance: random.Random) -> None:
    assert re.fullmatch(fiction, number("phone", phone, chance))


@pytest.mark.parametrize("chance", SEEDS)
def test_shapes(chance: random.Random) -> None:
    assert re.fullmatch(r"[A-Z]\d{3}-\d{4}", number("licence", "D123-4567", chance))
    assert re.fullmatch(r"[一-鿿]{1,4} \d{3} [ぁ-ん] \d\d-\d\d", number("plate", "品川 300 あ 12-34", chance))
    assert re.fullmatch(r"〒\d{3}-\d{4}", number("postcode", "〒150-0041", chance))


@pytest.mark.parametrize("chance", SEEDS)
def test_a_number_without_a_figure_changes_too(chance: random.Random) -> None:
    assert number("phone", "カード", chance) != "カード"


@pytest.mark.parametrize("chance", SEEDS)
@pytest.mark.parametrize("place", ["35.6895, 139.6917", "-33.86882,151.20929", "51.5074° N, 0.1278° W"])
def test_a_place_on_the_globe_stays_on_it(place: str, chance: random.Random) -> None:
    given = number("account", place, chance)
    assert given != place
    assert re.sub(r"\.\d+", "", given) == re.sub(r"\.\d+", "", place)


@pytest.mark.parametrize("chance", SEEDS)
def test_a_number_in_kanji_stays_one(chance: random.Random) -> None:
    assert re.fullmatch(
        "〇九〇－〇[〇一二三四五六七八九]{3}－[〇一二三四五六七八九]{4}",
        number("phone", "〇九〇－一二三四－五六七八", chance),
    )
    assert re.fullmatch(
        "四〇{5}[〇一二三四五六七八九]{10}", number("card", "四一一一一一一一一一一一一一一一", chance)
    )
