"""What a person says in fifty turns, with five hundred made-up personal values in it, English and Japanese.

All of it is made up: the cards' and accounts' check digits are right, and nobody has them.
"""

import random
from dataclasses import dataclass

_SEED = 20260
_TURNS = 50
_ENGLISH = """
Translate this letter into French: Dear {p1}, my name is {p2} and I was born on {d}. I live at {a}. Please \
call me at {t1}, or my husband {p3} at {t2}, or write to {m}. The refund can go to my account {i} or card {c}.
Write a Python script that puts these customers into a CSV file: {p1}, living at {a}, phone {t1}; {p2}, born \
{d}, e-mail {m}; {p3}, phone {t2}, who pays with card {c} or by bank transfer from {i}.
How do you say this in Spanish? Yesterday I met {p1}, who has moved to {a}. {p2} at the bank asked for my \
date of birth, which is {d}, and my IBAN, which is {i}. {p3} took my card number, {c}. You reach me at {t1}, \
on my mobile {t2} or at {m}.
Translate to German: Hi {p1}, it's {p2}. Please ring Dr. {p3} on {t1}. My new number is {t2} and my mail \
is {m}. Send the parcel to {a}. I paid with {c}; the money came from {i}. My birthday is {d}.
""".strip().splitlines()
_JAPANESE = """
次のメールを英語に翻訳して。{p1}様、{p2}と申します。生年月日は{d}、住所は{a}です。電話は{t1}、妻の{p3}の電話は{t2}、\
メールは{m}です。返金は口座{i}、またはカード{c}にお願いします。
この内容で丁寧な手紙を書いて。宛先は{p1}さん、差出人は{p2}、住所は{a}。担当の{p3}さんの電話は{t1}、私の携帯は{t2}、\
メールは{m}。支払いはカード番号{c}、振込は{i}から。誕生日は{d}。
""".strip().splitlines()
_GIVEN = """
Margaret Oliver Priya Hannah Tomasz Elena Marcus Aisha Daniel Sofia Patrick Naomi Victor Grace Hugo Leila
Simon Beatrice Owen Camila Nathan Ingrid Samuel Rosa Julian Fiona Peter Yasmin Gareth Monica
""".split()
_FAMILY = """
Thornton Hughes Sharma Weber Kowalski Petrova Johnson Rahman Fischer Moretti Brennan Goldberg Andersson Carter
Laurent Haddad Whitfield Okafor Davies Herrera Sutherland Nilsson Bennett Delgado Marsh Gallagher Novak Karimi
Pritchard Romano Walker Mitchell Cooper Richards Sanders
""".split()
_SEI = """
佐藤 鈴木 高橋 田中 渡辺 伊藤 山本 中村 小林 加藤 吉田 山田 佐々木 松本 井上 木村 斎藤 清水 山崎 池田
""".split()
_MEI = "健一 美咲 翔太 陽子 大輔 由美子 拓也 真由美 直樹 恵子 雄太 さくら 和也 千尋 浩二".split()
_STREETS = (
    "Maple Street",
    "Station Road",
    "Church Lane",
    "Oak Avenue",
    "King Street",
    "Mill Road",
    "Park Drive",
)
_TOWNS = ("Bristol BS1 4TR", "Portland OR 97205", "Leeds LS2 8JS", "Denver CO 80203", "Oxford OX1 3PN")
_WARDS = (
    "東京都新宿区西新宿", "大阪府大阪市北区梅田", "神奈川県横浜市中区山下町", "愛知県名古屋市中区栄",
    "北海道札幌市中央区大通西",
)  # fmt: skip
_MONTHS = "January February March April May June July August September October November December".split()


@dataclass(frozen=True, slots=True)
class Said:
    """One turn."""

    text: str
    values: tuple[str, ...]
    """The ten personal values in it."""
    goes_on: bool
    """Whether it is said in the same conversation as the turn before."""


def said() -> tuple[Said, ...]:
    """All turns; the same each time. No value is in two of them."""
    chance = random.Random(_SEED)  # noqa: S311  # the same values each time are wanted, not secret ones
    names = {
        "en": [f"{given} {family}" for given in _GIVEN for family in _FAMILY],
        "ja": [f"{sei}{mei}" for sei in _SEI for mei in _MEI],
    }
    for several in names.values():
        chance.shuffle(several)
    # Its surrogate keeps the year of a birth: of two in one year, one's surrogate may be the other's day.
    years = chance.sample(range(1941, 2005), _TURNS)
    turns: list[Said] = []
    for number in range(_TURNS):
        japanese = number % 5 in {2, 3}
        language, templates = ("ja", _JAPANESE) if japanese else ("en", _ENGLISH)
        values = {f"p{n}": names[language].pop() for n in (1, 2, 3)}
        values |= {f"t{n}": _phone(chance, japanese) for n in (1, 2)}
        values["m"] = _mail(chance, japanese)
        values["c"] = _card(chance)
        values["i"] = _iban(chance)
        values["a"] = _address(chance, japanese)
        values["d"] = _birth(chance, years[number], japanese)
        text = templates[number % len(templates)].format(**values)
        turns.append(Said(text, tuple(values.values()), goes_on=number % 5 in {1, 3}))
    return tuple(turns)


def _digits(chance: random.Random, count: int) -> str:
    return "".join(chance.choices("0123456789", k=count))


def _phone(chance: random.Random, japanese: bool) -> str:
    if japanese:
        first = chance.choice(("090", "080", "070"))
        return f"{first}-{chance.randint(1000, 9999)}-{_digits(chance, 4)}"
    form = chance.choice(("+44 20 7{} {}", "(212) {}-{}", "+1 415 {} {}", "07700 {} {}", "503-{}-{}"))
    if form.startswith("07700"):
        return form.format(chance.randint(900, 999), _digits(chance, 3))
    return form.format(chance.randint(220, 989), _digits(chance, 4))


def _mail(chance: random.Random, japanese: bool) -> str:
    host = chance.choice(
        ("yahoo.co.jp", "docomo.ne.jp") if japanese else ("gmail.com", "outlook.com", "bt.co.uk")
    )
    return f"{chance.choice(_GIVEN).lower()}.{chance.choice(_FAMILY).lower()}{_digits(chance, 3)}@{host}"


def _card(chance: random.Random) -> str:
    digits = "4" + _digits(chance, 14)
    total = sum(
        sum(divmod(2 * int(digit), 10)) if place % 2 == 0 else int(digit)
        for place, digit in enumerate(digits)
    )
    digits += str(-total % 10)
    return " ".join(digits[at : at + 4] for at in range(0, 16, 4))


def _iban(chance: random.Random) -> str:
    bank = f"37040044{_digits(chance, 10)}"
    check = 98 - int(f"{bank}131400") % 97  # D and E are 13 and 14
    whole = f"DE{check:02}{bank}"
    return " ".join(whole[at : at + 4] for at in range(0, 22, 4))


def _address(chance: random.Random, japanese: bool) -> str:
    if japanese:
        house = f"{chance.randint(1, 9)}-{chance.randint(1, 29)}-{chance.randint(1, 29)}"
        return chance.choice(_WARDS) + house
    return f"{chance.randint(11, 989)} {chance.choice(_STREETS)}, {chance.choice(_TOWNS)}"


def _birth(chance: random.Random, year: int, japanese: bool) -> str:
    month, day = chance.randint(1, 12), chance.randint(1, 28)
    if japanese:
        return f"{year}年{month}月{day}日"
    form = chance.choice(("{d} {m} {y}", "{m} {d}, {y}", "{d:02}/{n:02}/{y}"))
    return form.format(d=day, m=_MONTHS[month - 1], n=month, y=year)
