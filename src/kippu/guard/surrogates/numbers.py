"""A number for a number: same form, right check digits, from ranges that nobody is given where there are any.

Knows the numbers' own standards, and no text around them.
"""

import random
import re

from kippu.guard.surrogates import forms
from kippu.regex import regex

_AREAS = (
    "201 205 208 212 215 217 225 231 240 248 267 281 301 305 309 312 315 319 321 334 352 360 401 405 410"
    " 414 417 423"
).split()
_CARDS = {
    "4": "400000",
    "5": "520082",
    "34": "378282",
    "37": "378282",
    "6": "601100",
    "35": "356600",
    "2": "222300",
    "3": "305693",
}
"""The beginnings that payment firms keep for tests, by the beginning of the real one."""
_PLATES = (
    "品川 練馬 足立 横浜 湘南 春日部 川越 柏 水戸 宇都宮 高崎 富山 金沢 松本 浜松 岐阜 三重"
    " 姫路 岡山 福山 久留米 長崎"
).split()
_PLATE_KANA = "さすせそたちつてとなにぬねのはひふほまみむめもやゆらりるろ"


_NUMERALS = set("〇零一二三四五六七八九")
_FROM_KANJI = str.maketrans("〇零一二三四五六七八九", "00123456789")
_TO_KANJI = str.maketrans("0123456789", "〇一二三四五六七八九")
_COORDINATE = regex(r"[-+−]?1?\d{1,2}\.(\d{3,8})")
_COORDINATES = regex(rf"{_COORDINATE.pattern}°?\s?[NS]?,\s?{_COORDINATE.pattern}°?\s?[EW]?")


def number(kind: str, text: str, chance: random.Random) -> str:
    """A number of the same kind and form."""
    if not any(map(str.isdigit, text)) and _NUMERALS & set(text):
        plain = text.replace("ゼロ", "〇").translate(_FROM_KANJI)
        return _made(kind, plain, chance).translate(_TO_KANJI)
    made = _made(kind, text, chance)
    return made if made != text else _in_words(text, chance)


def _made(kind: str, text: str, chance: random.Random) -> str:
    if _COORDINATES.fullmatch(text):  # another street of the same region
        return _COORDINATE.sub(
            lambda one: one[0].replace(f".{one[1]}", f".{shaped('1' + one[1], chance)[1:]}"), text
        )
    match kind:
        case "phone":
            return _phone(text, chance)
        case "card":
            return _card(text, chance)
        case "iban":
            return _iban(text, chance)
        case "ssn" if re.fullmatch(r"\d{3}\D?\d{2}\D?\d{4}", text):
            # No number is given out that begins with 9, but for tax numbers, whose groups are from 50.
            return _poured(
                text, f"9{chance.randrange(100):02}{chance.randrange(10, 50)}{chance.randrange(1000, 10000)}"
            )
        case "my_number" if sum(map(str.isdigit, text)) == 12:
            return _poured(text, _my_number(chance))
        case "plate" if re.match("[一-鿿ぁ-ん]", text):
            return _plate(text, chance)
    return shaped(text, chance)


def shaped(text: str, chance: random.Random) -> str:
    """Other letters for letters and digits for digits; the rest, and a 0 at the beginning, stays."""
    out = ""
    for at, letter in enumerate(text):
        if letter.isdigit():
            first = not any(map(str.isdigit, text[:at]))
            out += letter if letter == "0" and first else chance.choice("123456789")
        elif letter.isascii() and letter.isalpha():
            made = chance.choice("BCDFGHJKLMNPQRSTVWXZ")
            out += made if letter.isupper() else made.lower()
        else:
            out += letter
    return out


def _in_words(text: str, chance: random.Random) -> str:
    """Of what has no figure and no Latin letter: other numerals for its letters, so that it can't stay."""
    return "".join(chance.choice("一二三四五六七八九") if letter.isalpha() else letter for letter in text)


def _poured(text: str, digits: str) -> str:
    """The digits in the places of those in the text; ``digits`` may be longer or shorter by its beginning."""
    places = [at for at, letter in enumerate(text) if letter.isdigit()]
    out = list(text)
    for at, digit in zip(reversed(places), reversed(digits), strict=False):
        out[at] = digit
    return "".join(out)


def _phone(text: str, chance: random.Random) -> str:
    front = forms.head(text)
    digits = "".join(letter for letter in front if letter.isdigit()).translate(_NARROW)
    coded = front.lstrip(" (（")[:1] in "+＋" and bool(digits)
    made = _national(digits, coded, chance)
    return _poured(front, made) + text[len(front) :]


_NARROW = str.maketrans("０１２３４５６７８９", "0123456789")


def _national(digits: str, coded: bool, chance: random.Random) -> str:
    """Digits of a phone that rings nowhere, by its country's plan of numbers."""

    def some(count: int) -> str:
        return "".join(chance.choices("0123456789", k=count))

    bare = digits.removeprefix("0") if not coded else digits
    if (coded and digits.startswith("1") and len(digits) == 11) or (
        not coded and len(digits) in (10, 11) and digits[0] in "123456789"
    ):
        return f"{digits[:-10]}{chance.choice(_AREAS)}55501{some(2)}"
    if not coded and len(digits) == 7:
        return f"55501{some(2)}"
    if (digits.startswith("81") and coded) or (
        digits.startswith("0") and not coded and not digits.startswith("00")
    ):
        rest = bare.removeprefix("81").removeprefix("0") if coded else bare
        if coded or _is_japanese(digits):
            area = 2 if len(rest) == 10 else 1
            return digits[: len(digits) - len(rest)] + rest[:area] + "0" + some(len(rest) - area - 1)
    for code, start, length in _FICTION:
        rest = digits.removeprefix(code).removeprefix("0") if coded else bare
        trunk = digits[: len(digits) - len(rest)]
        if (coded and digits.startswith(code)) or (not coded and digits.startswith("0") and code == "44"):
            mobile = rest[:1] == start[:1]
            if mobile and len(rest) == length:
                return trunk + start + some(length - len(start))
    keep = min(4, max(2, len(digits) - 6))
    return digits[:keep] + some(max(len(digits) - keep, 0))


_FICTION = (
    ("44", "7700900", 10), ("44", "1632960", 10), ("44", "2079460", 10), ("33", "639980", 9),
    ("33", "199000", 9),
    ("61", "491570", 9), ("61", "255500", 9), ("46", "701740605", 9), ("49", "17139200", 10),
    ("353", "20910", 9),
)  # fmt: skip
"""Country, the start of a range that its authority keeps for fiction, and how long such a number is."""


def _is_japanese(digits: str) -> bool:
    return bool(re.match(r"0[5789]0\d{8}$|0[1-9]\d{8}$", digits)) and not re.match("07[1-9]\\d{8}$", digits)


def _card(text: str, chance: random.Random) -> str:
    digits = "".join(letter for letter in text if letter.isdigit()).translate(_NARROW)
    start = next(
        (_CARDS[first] for first in (digits[:2], digits[:1]) if first in _CARDS), digits[:1] + "00000"
    )
    made = start + "".join(chance.choices("0123456789", k=max(len(digits) - 7, 0)))
    total = sum(sum(divmod(2 * int(digit), 10)) for digit in made[::-2]) + sum(map(int, made[-2::-2]))
    return _poured(text, made + str(-total % 10))


def _iban(text: str, chance: random.Random) -> str:
    letters = [letter.upper() for letter in text if letter.isalnum()]
    made = [*letters[:2], "0", "0"]
    made += [
        chance.choice("0123456789") if letter.isdigit() else chance.choice("BCDFGHJKLM")
        for letter in letters[4:]
    ]
    turned = "".join(made[4:] + made[:4])
    check = 98 - int("".join(str(int(letter, 36)) for letter in turned)) % 97
    made[2:4] = f"{check:02}"
    out = iter(made)
    return "".join(_cased(next(out), letter) if letter.isalnum() else letter for letter in text)


def _cased(made: str, like: str) -> str:
    return made.lower() if like.islower() else made


def _my_number(chance: random.Random) -> str:
    digits = [chance.randrange(10) for _ in range(11)]
    rest = sum(digit * (n + 1 if n <= 6 else n - 5) for n, digit in enumerate(reversed(digits), 1)) % 11
    return "".join(map(str, digits)) + str(0 if rest <= 1 else 11 - rest)


def _plate(text: str, chance: random.Random) -> str:
    match = re.match("[一-鿿ぁ-ん]{1,4}", text)
    place = match[0] if match else ""
    out = chance.choice([plate for plate in _PLATES if plate != place])
    for letter in text[len(place) :]:
        if letter.isdigit():
            out += chance.choice("123456789")
        else:
            out += chance.choice(_PLATE_KANA) if "ぁ" <= letter <= "ん" else letter
    return out
