"""Places, companies and addresses keep what says what they are, and lose what says which."""

import re

from guard.surrogates.made import Made


def test_an_address_keeps_its_form() -> None:
    made = Made(seed=1)
    assert re.fullmatch(
        r"[1-9]\d [A-Z][a-z]+ Street, [A-Z][a-z]+, IL \d{5}",
        made.of("address", "12 Elm Street, Springfield, IL 62704"),
    )
    assert re.fullmatch(
        "東京都[^渋]{2,5}区[^神]+\\d-\\d-\\d メゾン[^神]+ \\d{3}号室",
        made.of("address", "東京都渋谷区神南1-2-3 メゾン神南 205号室"),
    )
    assert re.fullmatch(r"\d{4} [A-Z][a-z]+weg|\d{2} [A-Z][a-z]+", made.of("address", "14 Lerchenweg"))
    assert made.of("address", "5 Foo Road, London, United Kingdom").endswith("Road, London, United Kingdom")


def test_parts_of_an_address_come_back() -> None:
    made = Made(seed=2)
    surrogate = made.of("address", "12 Elm Street, Springfield, IL 62704")
    number, street, *_ = surrogate.split()
    town = surrogate.split(", ")[1]
    assert made.back(f"at {number} {street} St. in {town}") == "at 12 Elm St. in Springfield"
    assert made.back(f"{number} {street}\n{town}".upper()) == "12 ELM\nSPRINGFIELD"
    assert made.out("he went to Springfield. Elm is a tree.") == f"he went to {town}. Elm is a tree."


def test_companies() -> None:
    made = Made(seed=3)
    assert re.fullmatch("[A-Z][a-z]+ General Store Ltd", made.of("organization", "Mallott General Store Ltd"))
    assert re.fullmatch("[A-Z]{4}", made.of("organization", "KBRT"))
    assert re.fullmatch("株式会社[^山]{2,4}建設", made.of("organization", "株式会社山本建設"))
    name = made.of("person", "Anna Kowalski").split()[1]
    assert made.of("organization", "Kowalski & Sons") == f"{name} & Sons"


def test_numbers_in_kanji_stay_numbers() -> None:
    made = Made(seed=4)
    given = made.of("address", "東京都渋谷区神南一丁目十九番十一号")
    assert re.fullmatch(
        "東京都.+区.+[二三四五六七八九]丁目[一二三四五六七八九十]{1,3}番[一二三四五六七八九十]{1,3}号", given
    )
    assert made.back(f"{given}です。一番近い駅") == "東京都渋谷区神南一丁目十九番十一号です。一番近い駅"
    assert made.of("address", "世田谷区桜丘二の十の三").count("の") == 2


def test_numbers_in_words_stay_numbers() -> None:
    made = Made(seed=4)
    given = made.of("address", "one twenty three elm street")
    assert re.fullmatch(r"\w+ \w+ty \w+ \w+ street", given)
    assert made.back(f"From {given} it is twenty minutes, or thirty") == (
        "From one twenty three elm street it is twenty minutes, or thirty"
    )
