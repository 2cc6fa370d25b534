"""What the numbers of an English sentence stand for: a level, a step, a range, a share. Knows no encoder."""

from kippu.regex import regex
from kippu.understand.free.parts import Parts
from kippu.understand.text import sentence

_NUMBER = regex(r"(?<![\w.:])\d+(?:\.\d+)?(?![\w.:]|\s*(?:am|pm|o'clock|hours?|minutes?|seconds?)\b)")
_STEP = regex(
    r"\bby (?:about |around |another )?(?:\d|an?\b)"
    r"|\d+ ?(?:%|percent|degrees?|points?) "
    r"(?:more|less|up|down|off|bright|dim|warm|cool|loud|quiet|high|low|hot|cold)"
    r"|\b(?:up|down) (?:a |another )?\d"
)
"""By how much, and not to what."""
_SHARED = regex(r"\b(?:split|each|between|share|per (?:person|head)|go dutch|even(?:ly)?)\b")
_MOST_PEOPLE = 50


_HALF = regex(r"\bhalf(?:[ -]?(?:way|open|closed|shut|up|down))\b|\bfifty[ -]fifty\b|\bin the middle\b")
_UP_TO = regex(r"\bup to (?=\d)")
_OF_US = regex(r"\b(two|three|four|five|six|seven|eight|nine|ten) of us\b")
_COUNTS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def numbers_said(parts: Parts, plain: str) -> dict[str, str]:
    """The words for the gaps of numbers: the only one, by how much, two as a range, and a share."""
    numbers = _NUMBER.findall(sentence(parts.one("amount"), "en")) or _NUMBER.findall(plain)
    only = numbers[0] if len(numbers) == 1 else ""
    low, high = sorted(numbers, key=float) if len(numbers) == 2 else ("", "")
    if only and _UP_TO.search(plain):
        low, high = "1", only
    return {
        "number": only,
        "step": only if _STEP.search(plain) else "",
        "half": "50" if _HALF.search(plain) else "",
        "share": _share(numbers, plain.casefold()),
        "low": low,
        "high": high,
    }


def _share(numbers: list[str], folded: str) -> str:
    """Of two numbers the amount and how many share it: "386 between 4 people"."""
    if len(numbers) == 1 and (us := _OF_US.search(folded)):
        numbers = [*numbers, str(_COUNTS.index(us[1]) + 2)]
    if len(numbers) != 2 or not _SHARED.search(folded):
        return ""
    amount, people = sorted(numbers, key=float, reverse=True)
    return f"{amount} between {people} people" if people.isdigit() and int(people) <= _MOST_PEOPLE else ""
