"""A weekday beside the week that it is in, as one day: "tuesday next week", "next week on friday at 3".

Joins phrases that are found apart; knows no words but those of weeks and weekdays.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from kippu.regex import regex
from kippu.understand.when.english_days import WEEKDAY, WEEKDAYS
from kippu.understand.when.of_month import weekday_of_week
from kippu.understand.when.phrase import When

_WEEK = regex(
    r"\b(?P<after>(?:the )?week after next)\b|\b(?P<next>next week)\b|\b(?P<this>this week)\b", re.I
)
_DAY = regex(rf"(?:on )?(?P<day>{WEEKDAY})\b(?!s\b)(?! (?:week|weeks)\b)", re.I)
_BETWEEN = regex(r",? ?(?:(?:of|in|on|for|during)(?: the)? )?", re.I)


def in_their_weeks(text: str, found: Sequence[When], now: datetime) -> list[When]:
    """The phrases, each weekday that stands beside its week as that day."""
    joined: list[When] = []
    for phrase in found:
        one = _joined(text, joined[-1], phrase, now) if joined else None
        if one:
            joined[-1] = one
        else:
            joined.append(phrase)
    return joined


def _joined(text: str, first: When, last: When, now: datetime) -> When | None:
    """Both as one day; None where they are not a weekday and its week."""
    if not _BETWEEN.fullmatch(text, first.end, last.start) or first.repeat or last.repeat:
        return None
    said = [text[one.start : one.end] for one in (first, last)]
    weeks, days = [_WEEK.search(one) for one in said], [_DAY.match(one) for one in said]
    week, day = next(filter(None, weeks), None), next(filter(None, days), None)
    if not week or not day or all(weeks) or all(days):
        return None
    if not all(one.day or one.stretch for one in (first, last)):
        return None
    ahead = 2 if week["after"] else 1 if week["next"] else 0
    number = next(i for i, name in enumerate(WEEKDAYS) if name.startswith(day["day"][:3].casefold()))
    meant = weekday_of_week(now.date(), number, ahead)
    timed = next((one for one in (first, last) if one.clock or one.part), first if days[0] else last)
    if timed.at is None or meant < now.date():
        return None
    at = timed.at.replace(year=meant.year, month=meant.month, day=meant.day)
    return replace(timed, start=first.start, end=last.end, at=at, day=meant, bare=first.bare, stretch=None)
