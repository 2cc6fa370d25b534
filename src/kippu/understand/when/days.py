"""Days that a question is about, by the first and the last: "from monday to thursday", 「3日から10日」."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from kippu.regex import regex
from kippu.turn import Language
from kippu.understand.when.phrase import When

_WEEK = timedelta(weeks=1)
_LED = regex(r"\b(?:(?P<between>between)|from|starting(?: from)?) $")
_LINK = regex(r" ?(?:(?P<and>and)|to|until|till|through|thru|up to|-|–) ?")
_LINK_JA = regex(r"(?:から)?[、〜~～–-]?")
_SAID_JA = regex(r"から|[〜~～–-]")
_AND = regex(r" ?(?:and|と|、|,) ?")
"""Between two days of which one follows the other."""
_BEHIND_JA = regex(r"(?:まで)?(?:の間)?")


def days(text: str, phrases: Sequence[When], language: Language) -> When | None:
    """The first stretch of days that is said so, as one phrase; None where none is."""
    for first, last in pairwise(phrases):
        start = _start(text, first, last, language)
        if start is None or first.day is None or last.day is None:
            continue
        until = last.day if last.day > first.day else _later(first.day, last.day, text[last.start : last.end])
        if first.day < until:
            behind = _BEHIND_JA.match(text, last.end) if language == "ja" else None
            end = behind.end() if behind else last.end
            bare = first.bare if start == first.start else 0
            return replace(first, start=start, end=end, at=None, bare=bare, stretch=(first.day, until))
    return None


def _start(text: str, first: When, last: When, language: Language) -> int | None:
    """Where the words for the stretch begin; None where the two days are no first and last."""
    if not (_is_day(first) and _is_day(last)):
        return None
    if _AND.fullmatch(text, first.end, last.start) and last.day == _next(first):
        return first.start
    if language == "ja":
        said = text[first.start : last.start]
        return (
            first.start if _SAID_JA.search(said) and _LINK_JA.fullmatch(text, first.end, last.start) else None
        )
    link, led = _LINK.fullmatch(text, first.end, last.start), _LED.search(text, 0, first.start)
    if link is None or bool(led and led["between"]) != bool(link["and"]):
        return None
    return led.start() if led else first.start


def _next(phrase: When) -> date | None:
    return phrase.day + timedelta(days=1) if phrase.day else None


def _is_day(phrase: When) -> bool:
    return phrase.day is not None and not (phrase.clock or phrase.part or phrase.repeat or phrase.stretch)


def _later(first: date, last: date, said: str) -> date:
    """The last day behind the first: a weekday's next, or the same number of the first one's month."""
    if not re.search(r"\d", said):
        return last + _WEEK * (1 + (first - last) // _WEEK)
    return first.replace(day=last.day) if last.day <= 28 or last.month == first.month else last
