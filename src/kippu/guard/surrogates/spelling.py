"""Numbers as English and Japanese spell them out, and months in a few languages. Knows no dates."""

from functools import cache

MONTHS = tuple(
    tuple(names.split())
    for names in (
        "January February March April May June July August September October November December",
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    )
)
"""The months of English, German, French, Spanish, Italian and Portuguese."""
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NTHS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_SMALL = 20
"""Below it every number has a word of its own."""
_HUNDRED = 100
_FIGURES = "〇一二三四五六七八九"
_SCALES = {"十": 10, "百": 100, "千": 1000}


def cardinal(number: int) -> str:
    """A number below a hundred in words."""
    if number < _SMALL:
        return _UNITS[number]
    tens, unit = divmod(number, 10)
    return f"{_TENS[tens - 2]}-{_UNITS[unit]}" if unit else _TENS[tens - 2]


def ordinal(number: int) -> str:
    """The same for one that counts: "twenty-first"."""
    if number < _SMALL:
        return _NTHS[number]
    tens, unit = divmod(number, 10)
    return f"{_TENS[tens - 2]}-{_NTHS[unit]}" if unit else f"{_TENS[tens - 2][:-1]}ieth"


@cache
def spelled() -> dict[str, int]:
    """Every number below a hundred by its words, which a space parts where a hyphen may."""
    numbers = range(_HUNDRED)
    return {
        word.replace("-", " "): number
        for way in (cardinal, ordinal)
        for number, word in enumerate(map(way, numbers))
    }


@cache
def number_words() -> tuple[tuple[str, ...], ...]:
    """The single words of numbers, by how many figures they stand for."""
    return tuple(_UNITS[1:10]), tuple(_UNITS[10:]), tuple(_TENS)


def is_number_word(word: str) -> bool:
    """Whether it is such a word, whatever its case."""
    return any(word.lower() in words for words in number_words())


def is_numeral(text: str) -> bool:
    """Whether it is a number in kanji and nothing else."""
    return bool(text) and all(letter in _FIGURES or letter in "零百千十" for letter in text)


def year(words: str) -> int | None:
    """The year that is said so: "nineteen eighty-four", "two thousand and five"."""
    said = [word for word in words.lower().replace("-", " ").split() if word != "and"]
    if said[:2] == ["two", "thousand"]:
        rest = spelled().get(" ".join(said[2:]), None) if said[2:] else 0
        return None if rest is None else 2000 + rest
    century, rest = spelled().get(said[0]), spelled().get(" ".join(said[1:]).removeprefix("oh "))
    return None if century is None or rest is None else century * _HUNDRED + rest


def numeral(number: int, by_place: bool = False) -> str:
    """A number below a hundred in kanji: 十九, or 一九 where each figure is written."""
    if by_place:
        return "".join(_FIGURES[int(figure)] for figure in str(number))
    tens, unit = divmod(number, 10)
    return (
        (numeral(tens, by_place=True) if tens > 1 else "")
        + ("十" if tens else "")
        + (_FIGURES[unit] if unit else "")
    )


def from_numeral(kanji: str) -> int:
    """The number that is written in kanji, in either way."""
    total, figure = 0, ""
    for letter in kanji.replace("零", "〇"):
        if scale := _SCALES.get(letter):
            total, figure = total + int(figure or 1) * scale, ""
        else:
            figure += str(_FIGURES.index(letter))
    return total + int(figure or 0)
