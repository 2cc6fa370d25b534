"""Amounts against the ranges of what was found: "6000 euros" is not in the row "up to 5,000 euros".

Words alone can't tell: all rows of such a table have the same ones. The row whose range holds the amount is
taken, and where none does nothing is known. Knows passages; nothing of how they were found.
"""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from kippu.layers.finding import Found
from kippu.layers.index import Row
from kippu.regex import regex

_NUMBER = r"(?<!\d)(?:\d{1,3}(?:[,  ]\d{3})++(?!\d)|\d++)(?:\.\d++)?"


def _amount(n: int) -> str:
    """A number with what it counts, as groups of this number."""
    return (
        rf"(?P<sign{n}>[€$£¥] ?)?(?P<n{n}>{_NUMBER})(?P<times{n}> ?(?:thousand|million)\b|k\b|千|万)?"
        rf"(?: ?(?P<unit{n}>%|°C|[€$£¥]|[^\W\d_]+))?"
    )


_BOTH = regex(
    rf"(?:\b(?:between|from)\s+)?{_amount(1)}\s*(?:-|–|—|to|and|up to|から|〜|～)\s*{_amount(2)}",
    re.IGNORECASE,
)
_BELOW = (
    r"(?P<to>up to|until|at most|no more than|not more than|max(?:imum|\.)?(?: of)?|≤|<=)"
    r"|(?P<under>under|below|less than|fewer than|lower than|smaller than|<)"
)
_ABOVE = (
    r"(?P<from>from|at least|starting at|no less than|not less than|min(?:imum|\.)?(?: of)?|≥|>=)"
    r"|(?P<over>over|above|more than|greater than|higher than|longer than|exceeding|beyond|>)"
)
_LED = regex(rf"(?<!\w)(?:{_BELOW}|{_ABOVE})\s*{_amount(1)}", re.IGNORECASE)
_TAILED = regex(
    rf"{_amount(1)}(?:(?P<to> or (?:less|fewer|below|under)|以下|以内|まで)|(?P<under>未満)"
    r"|(?P<from> (?:or|and) (?:more|above|over|up|longer)|\+(?!\w)|以上|から)"
    r"|(?P<over>超|を超え|より(?:多|大|上|高)))",
    re.IGNORECASE,
)
_ALONE = regex(_amount(1), re.IGNORECASE)
_CELL = regex(r"(?:^|; )(?P<head>[^:;\n]+): (?P<cell>[^;\n]+)")
_YEAR = regex(r"(?:\b(?:in|since|of|until|year|from) )(?:19|20)\d\d\b|(?:19|20)\d\d年", re.IGNORECASE)
_WHETHER = regex(
    r"\W*(?:is|are|was|does|do|did|can|could|may|must|should|will|would|has|have|am)\b", re.IGNORECASE
)
_TIMES = {"thousand": 1e3, "million": 1e6, "k": 1e3, "千": 1e3, "万": 1e4}
_SAME = {
    said: unit
    for unit, ways in {
        "euro": "€ eur ユーロ",
        "dollar": "$ usd ドル",
        "pound": "£ gbp",
        "yen": "¥ 円 jpy",
        "kg": "kilo kilogram キロ",
        "g": "gram グラム",
        "m": "metre meter メートル",
        "cm": "centimetre centimeter センチ",
        "km": "kilometre kilometer",
        "liter": "litre l リットル",
        "percent": "% パーセント",
        "hour": "hr h 時間",
        "minute": "min 分",
        "day": "日",
        "week": "週間",
        "month": "か月 ヶ月",
        "year": "年",
        "person": "people 人",
        "degree": "°c 度",
    }.items()
    for said in ways.split()
}
_NO_UNITS = frozenset(
    "and or to for in of on at by is are was the a an per if it they when with from than as which who be that"
    " must need needs approve approves please".split()
)


@dataclass(frozen=True, slots=True)
class _Amount:
    value: float
    unit: str
    """By its one name; empty for none."""


@dataclass(frozen=True, slots=True)
class _Range:
    low: float
    high: float
    unit: str
    opens: bool = False
    """Whether its lower end is not in it: "above 50"."""
    ends: bool = False
    """The same of its upper end: "under 50"."""

    def holds(self, amount: _Amount) -> bool:
        above = self.low < amount.value or (self.low == amount.value and not self.opens)
        below = amount.value < self.high or (self.high == amount.value and not self.ends)
        return above and below

    def is_like(self, amount: _Amount) -> bool:
        """Whether the two can be held against each other."""
        return not (self.unit and amount.unit) or self.unit == amount.unit


def within(question: str, find: Callable[[str], list[Found]], rows: Sequence[Row]) -> list[Found]:
    """What ``find`` finds and is for the question's amounts. A figure that stands nowhere is no word that is
    missed, where a range holds it. ``rows``: all passages of the layer."""
    amounts = list(_amounts(question))
    if not amounts:
        return find(question)
    if found := in_range(question, find(question), rows):
        return found
    return [
        one
        for one in in_range(question, find(_without(question)), rows)
        if any(its.holds(amount) for its, amount in _compared(one.text, amounts))
    ]


def in_range(question: str, found: Sequence[Found], rows: Sequence[Row]) -> list[Found]:
    """What was found, without what is for other amounts than the question's; in place of a row of a table
    the one of its rows whose range holds the amount. ``rows``: all passages of the layer."""
    amounts = list(_amounts(question))
    kept: list[Found] = []
    for one in found:
        fits = _fitting(question, amounts, one, rows) if amounts else one
        if fits and all((fits.text, fits.place) != (other.text, other.place) for other in kept):
            kept.append(fits)
    return kept


def _fitting(question: str, amounts: Sequence[_Amount], found: Found, rows: Sequence[Row]) -> Found | None:
    its = _compared(found.text, amounts)
    if not its:
        return found
    if not _is_row(found.text):
        says = any(one.holds(amount) for one, amount in its)
        exact = any(amount.value in {one.low, one.high} for one, amount in its)
        return found if says or exact or _WHETHER.match(question) else None
    holding = [
        (min(one.high - one.low for one, _ in good), one.high, -one.low, place, row)
        for place, row in enumerate(rows)
        if (row.place, row.title) == (found.place, found.title)
        and (compared := _compared(row.text, amounts))
        and (good := [(one, amount) for one, amount in compared if one.holds(amount)])
        for one, _ in good[:1]
    ]
    if not holding:
        return None
    best = min(holding, key=lambda one: one[:4])[-1]
    return replace(found, text=best.text)


def _compared(text: str, amounts: Sequence[_Amount]) -> list[tuple[_Range, _Amount]]:
    """The ranges of a passage that can be held against one of the amounts, with it."""
    return [
        (one, amount) for one in _ranges(text) for amount in amounts if one.is_like(amount)
    ]  # fmt: skip


def _is_row(text: str) -> bool:
    return len(_CELL.findall(text)) > 1 and "\n" not in text


def _ranges(text: str) -> Iterator[_Range]:
    if not _is_row(text):
        yield from _of_words(text)
        return
    for match in _CELL.finditer(text):
        unit = next(
            (known for word in re.findall(r"[€$£¥%]|\w+", match["head"]) if (known := _known(word))), ""
        )
        for one in _of_words(match["cell"]):
            yield replace(one, unit=one.unit or unit)


def _of_words(text: str) -> Iterator[_Range]:
    taken: list[tuple[int, int]] = []
    for pattern in (_BOTH, _LED, _TAILED):
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            yield _read(match)


def _read(match: re.Match[str]) -> _Range:
    parts = match.groupdict()
    first, unit = _value(match, 1), _unit(match, 1)
    if "n2" in parts:
        second, other = _value(match, 2), _unit(match, 2)
        if match["times2"] and not match["times1"] and first < second / 1000:
            first *= _TIMES[match["times2"].strip().casefold()]
        return _Range(first, second, other or unit)
    if parts.get("to") or parts.get("under"):
        return _Range(-math.inf, first, unit, ends=bool(parts.get("under")))
    return _Range(first, math.inf, unit, opens=bool(parts.get("over")))


def _amounts(question: str) -> Iterator[_Amount]:
    """The amounts that a question names; not those that are a range themselves, and no years."""
    years = [match.span() for match in _YEAR.finditer(question)]
    ranges = [match.span() for pattern in (_BOTH, _LED, _TAILED) for match in pattern.finditer(question)]
    for match in _ALONE.finditer(question):
        if any(start <= match.start() < end for start, end in (*years, *ranges)):
            continue
        if match.start() and question[match.start() - 1].isalnum() and question[match.start() - 1].isascii():
            continue
        yield _Amount(_value(match, 1), _unit(match, 1))


def _without(question: str) -> str:
    """The question without the figures of its amounts; their units stay."""
    return _ALONE.sub(lambda match: f"{match['unit1'] or ''}", question)


def _value(match: re.Match[str], n: int) -> float:
    times = (match[f"times{n}"] or "").strip().casefold()
    return float(re.sub(r"[,  ]", "", match[f"n{n}"])) * _TIMES.get(times, 1)


def _unit(match: re.Match[str], n: int) -> str:
    return _named((match[f"sign{n}"] or "").strip() or match[f"unit{n}"] or "")


def _named(word: str) -> str:
    """A unit by its one name; empty for a word that is none."""
    folded = word.casefold()
    for known, unit in _SAME.items():  # Japanese has no space behind a unit
        if not known.isascii() and folded.startswith(known):
            return unit
    bare = folded.removesuffix("s") if len(folded) > 2 else folded
    return "" if folded in _NO_UNITS else _SAME.get(folded, _SAME.get(bare, bare))


def _known(word: str) -> str:
    """The unit that a word of a column's head names."""
    folded = word.casefold()
    bare = folded.removesuffix("s") if len(folded) > 2 else folded
    return _SAME.get(folded) or (_SAME.get(bare, bare) if bare in _SAME.values() or bare in _SAME else "")
