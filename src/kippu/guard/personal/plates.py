"""Finds number plates of cars: by the word before one, and by their forms where a text has such a word.

Knows the forms of plates in Latin letters; Japan's own are in ``japan.py``.
"""

import re
from collections.abc import Iterator

from kippu.guard.personal.merging import Span
from kippu.regex import regex

_CUE = r"(?i:(?:licen[cs]e |number ?)?plates?|(?:car |vehicle )?registration|reg|rego|vrm|vehicle|tags?)"
_CALLED = regex(
    rf"\b{_CUE}(?: numbers?| no\.?| #)?(?: is| was| were| are|['’]s|:|,| of)?\s{{1,2}}"
    r"(?P<plate>(?=[A-Z0-9 -]{0,9}\d)[A-Z0-9]{1,4}(?:[ -]?[A-Z0-9]{1,4}){1,3})(?![\w-])",
)
_FORMS = (
    r"[A-Z]{2}\d{2} ?[A-Z]{3}"  # Britain since 2001, and before: with the year's letter first or last
    r"|[A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\d{1,3}[A-Z]"
    r"|\d{2,3}[- ][A-Z]{1,2}[- ]\d{1,6}"  # Ireland
    r"|[A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2}[- ]?\d{1,4}[EH]?"  # Germany
    r"|[A-Z]{2}[- ]?\d{3}[- ]?[A-Z]{2}"  # France, Italy
    r"|\d{4}[- ]?[BCDFGHJKLMNPRSTVWXYZ]{3}"  # Spain
    r"|(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{2,3}|\d{2,3})-(?:[A-Z]{1,2}|\d{1,2})"  # the Netherlands
    r"|[A-Z]{2,3} (?=[A-Z]{0,4}\d)[A-Z0-9]{4,5}"  # Poland
    r"|\d[A-Z]{3}\d{3}|[A-Z]{3}[- ]?\d{3,4}|\d{3}[- ]?[A-Z]{3}"  # the United States, Sweden
    r"|[A-Z]{3}\d[A-Z]\d{2}|\d[A-Z]{2} ?\d[A-Z]{2}|[A-Z]{3} ?\d{2}[A-Z]"
    r"|[A-Z]{2}[- ]?\d{1,2}[- ]?[A-Z]{1,3}[- ]?\d{4}"  # India
    r"|\d{2}-[A-Z]{3}-\d|\d-[A-Z]{3}-\d{2}"
    r"|\d{2} [A-Z]{1,3} \d{2,4}"  # Turkey
    r"|[A-Z]{2,3} \d{2,3}[- ]\d{3}|[A-Z]{2} \d{2} [A-Z]{2} [A-Z]{2}"  # South Africa
)
_PLATE = regex(rf"(?<![\w-])(?:{_FORMS})(?![\w-])", re.ASCII)
_SMALL = regex(r"(?<![\w-])[a-z]{2}\d{2} ?[a-z]{3}(?![\w-])", re.ASCII)
"""A British one in small letters."""
_SPOKEN_OF = regex(
    r"\b(?:plates?|number ?plates?|reg|rego|registration|vrm|v5c|mot|dvla|dmv|hit[- ]and[- ]run"
    r"|immatriculation|matr[ií]cula|kennzeichen|targa|kenteken|rejestracja|plaka)\b",
    re.IGNORECASE,
)
_CAR = regex(
    r"\b(?:drove (?:off|away)|(?:hit|rammed|scratched|blocked) (?:me|my|us|our)|rear-ended|clamped|towed"
    r"|speeding|car|van|lorry|truck|taxi|motorbike|motorcycle|scooter|vehicle|driver|parked|parking|drives|driving"
    r"|fiesta|golf|corsa|astra|clio|polo|civic|corolla|focus|audi|bmw|ford|toyota|honda|vauxhall|volkswagen|vw"
    r"|renault|peugeot|citroen|skoda|nissan|kia|hyundai|mercedes|volvo|mazda|subaru|tesla|yaris|insurer)\b",
    re.IGNORECASE,
)
_SURE = regex(
    r"[A-Z]{2}\d{2} ?[A-Z]{3}|\d[A-Z]{3}\d{3}|[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} \d{1,4}[EH]?"
    r"|[A-Z]{2}-\d{3}-[A-Z]{2}|\d{2}-[A-Z]{3}-\d|\d-[A-Z]{3}-\d{2}|\d{2} [A-Z]{1,3} \d{2,4}"
)
"""Forms that little else has: a word for a car is enough."""
_DIGIT = regex(r"\d")
_BEFORE, _BEHIND = 240, 80
"""Letters around a plate in which the word for one stands."""


def look(text: str) -> Iterator[Span]:
    """Plates behind a word for them, and further ones of the same text."""
    if not _DIGIT.search(text):
        return
    for match in _CALLED.finditer(text):
        yield Span(*match.span("plate"), "plate", 8)
    cues = [cue.start() for cue in _SPOKEN_OF.finditer(text)]
    cars = [cue.start() for cue in _CAR.finditer(text)]
    if not cues and not cars:
        return
    for match in _PLATE.finditer(text):
        if _near(cues, match) or (_SURE.fullmatch(match[0]) and _near(cars, match)):
            yield Span(match.start(), match.end(), "plate", 7)
    for match in _SMALL.finditer(text) if cues else ():
        if _near(cues, match):
            yield Span(match.start(), match.end(), "plate", 7)


def _near(cues: list[int], match: re.Match[str]) -> bool:
    return any(match.start() - _BEFORE <= cue <= match.end() + _BEHIND for cue in cues)
