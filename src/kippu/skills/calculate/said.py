"""One number in what was said: "about 1,000", "1/2", "half a", "1e3", "3 thousand".

Knows how people write a number; what is more than one number, or part number and part other, is refused and
never read as one of its figures.
"""

import math
import re
from fractions import Fraction

from kippu.errors import BadInput
from kippu.regex import regex

_AROUND = regex(
    r"^(?:about|around|roughly|approximately|approx\.?|exactly|just|nearly|almost|約|およそ|だいたい|ちょうど)\s*"
    r"|\s*(?:of|an?|or so|くらい|ぐらい|ほど)$",
    re.IGNORECASE,
)
_ARTICLE = regex(r"^an?\b\s*", re.IGNORECASE)
_SPACED = regex(r"(?<!\d)\d{1,3}(?: \d{3})+(?!\d)")
"""Thousands apart: "1 000"."""
_PLAIN = regex(
    r"(?P<sign>minus |マイナス|[-+−])?\s*(?P<number>\d+(?:\.\d+)?|\.\d+)(?:e(?P<power>[-+]?\d{1,3}))?", re.I
)
_PART = regex(r"(?:(?P<whole>\d+) (?:and )?)?(?P<up>\d+)\s?/\s?(?P<down>\d+)")
_PART_JA = regex(r"(?P<down>\d+)分の(?P<up>\d+)")
_PERCENT = regex(r"(?P<number>\d+(?:\.\d+)?)\s*(?:%|percent|パーセント)(?:の)?", re.IGNORECASE)
_SCALED = regex(
    r"(?P<number>\d+(?:\.\d+)?)\s?(?P<scale>dozen|hundred|thousand|million|百|千|万|億)", re.IGNORECASE
)
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6,
           "百": 100, "千": 1000, "万": 10**4, "億": 10**8}  # fmt: skip
_IN_WORDS = {
    "": 1, "half": 0.5, "third": 1 / 3, "quarter": 0.25, "1 quarter": 0.25, "1 third": 1 / 3,
    "2 thirds": 2 / 3, "3 quarters": 0.75, "dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6,
    "半": 0.5,
}  # fmt: skip
"""How much of a unit is said without a digit, once its articles are off: "a", "a quarter of an"."""
_FIGURES = regex(r"-?\d+(?:\.\d+)?")


def number_of(said: float | str) -> float | None:
    """The number that it says; None where it says none, BadInput where it is not one number."""
    if isinstance(said, int | float):
        return said
    text = _bare(said)
    if text is None:
        return None
    if (match := _PART.fullmatch(text) or _PART_JA.fullmatch(text)) and int(match["down"]):
        whole = int(match.groupdict().get("whole") or 0)
        return float(whole + Fraction(int(match["up"]), int(match["down"])))
    if match := _PLAIN.fullmatch(text):
        value = float(f"{match['number']}e{match['power'] or 0}")
        if math.isinf(value):
            raise _not_one(said)
        return -value if match["sign"] and match["sign"] != "+" else value
    if match := _PERCENT.fullmatch(text):
        return float(match["number"]) / 100
    if match := _SCALED.fullmatch(text):
        return float(match["number"]) * _SCALES[match["scale"].casefold()]
    if text.replace("-", " ") in _IN_WORDS:
        return _IN_WORDS[text.replace("-", " ")]
    if not _FIGURES.search(text):
        return None
    raise _not_one(said)


def amount_of(said: str) -> float | None:
    """The one number in words about money, "a bill of $86.40"; BadInput where there are several."""
    found = _FIGURES.findall(_joined(said))
    if len(found) > 1 or (found and re.search(r"\d\s?/\s?\d|\d%", said)):
        raise _not_one(said)
    if not found:
        return None
    match = _SCALED.search(_joined(said))
    return float(match["number"]) * _SCALES[match["scale"].casefold()] if match else float(found[0])


def part_of(said: float | str) -> str | None:
    """The part as it was typed, "2/3", whose decimals never end; None for all else."""
    text = _bare(said) if isinstance(said, str) else None
    return text if text and _PART.fullmatch(text) else None


def _bare(said: str) -> str | None:
    """Without what only stands around a number; None where nothing was said."""
    text = _joined(said).strip().casefold()
    if not text:
        return None
    while (less := _AROUND.sub("", text).strip()) != text:
        text = less
    return _ARTICLE.sub("", text).strip()


def _joined(said: str) -> str:
    """Without what parts the thousands."""
    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", said)
    return _SPACED.sub(lambda match: match.group().replace(" ", ""), text)


def _not_one(said: str) -> BadInput:
    return BadInput(
        f"“{said}” is not one number, so I'd be guessing. Say one, such as 3.5 or 1/2.",
        f"「{said}」はひとつの数として読めません。3.5や1/2のように、ひとつの数で言ってください。",
    )
