"""Days and times of a sentence, for parameters that are a text: in the form that they ask for."""

import re
from datetime import date, datetime

from kippu.regex import regex
from kippu.understand.by_schema.parameter import Parameter
from kippu.understand.by_schema.sentence import Sentence
from kippu.understand.when.english import find

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)}|{'|'.join(one[:3] for one in _MONTHS)}|sept)\b\.?"
_SAID = (
    regex(r"\b(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})\b"),
    regex(r"\b(?P<m>\d{1,2})[-/.](?P<d>\d{1,2})[-/.](?P<y>\d{4})\b"),
    regex(rf"\b{_MONTH} ?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? ?(?:of )?(?P<y>\d{{4}})\b", re.IGNORECASE),
    regex(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH},? ?(?P<y>\d{{4}})\b", re.IGNORECASE),
    regex(rf"\b(?P<y>\d{{4}}),? {_MONTH} (?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b", re.IGNORECASE),
)
_OF_DAYS = frozenset({"date", "day", "when", "checkin", "checkout", "birthdate", "dob", "deadline"})
_OF_TIMES = frozenset({"time", "hour"})
_CLOCK = regex(r"\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b\.?|\b\d{1,2}:\d\d\b", re.IGNORECASE)
_SPAN = regex(rf"\b{_MONTH} (?P<y>\d{{4}})\b", re.IGNORECASE)


def day_said(sentence: Sentence, parameter: Parameter, now: datetime) -> tuple[str, int, int] | None:
    """The first day that is still free, as text, and where it stands."""
    if parameter.type != "string" or not _is_of_days(parameter):
        return None
    for day, start, end in _days(sentence.text, now):
        if sentence.is_free(start, end):
            return written(day, parameter), start, end
    if match := _SPAN.search(sentence.text):
        return match[0], match.start(), match.end()
    return None


def _is_of_days(parameter: Parameter) -> bool:
    form = parameter.schema.get("format")
    return bool(_OF_DAYS & set(parameter.named)) or form in ("date", "date-time")


def _days(text: str, now: datetime) -> list[tuple[date, int, int]]:
    found = []
    for pattern in _SAID:
        for match in pattern.finditer(text):
            parts = match.groupdict()
            month = (
                parts.get("m")
                or _MONTHS.index(
                    next(one for one in _MONTHS if one.startswith(parts["month"].casefold()[:3]))
                )
                + 1
            )
            try:
                found.append((date(int(parts["y"]), int(month), int(parts["d"])), match.start(), match.end()))
            except ValueError:
                continue
    for phrase in find(text, now):
        clash = any(phrase.start < end and start < phrase.end for _, start, end in found)
        if phrase.day and not clash:
            found.append((phrase.day, phrase.start, phrase.end))
    return sorted(found, key=lambda one: one[1])


def written(day: date, parameter: Parameter) -> str:
    """As the description wants it; else as the standard has it."""
    told = parameter.description.casefold()
    if re.search(r"mm[-/]dd[-/]yyyy|month[-/]day[-/]year", told):
        sign = "/" if "/" in told else "-"
        return f"{day.month:02}{sign}{day.day:02}{sign}{day.year}"
    if re.search(r"dd[-/]mm[-/]yyyy|day[-/]month[-/]year", told):
        sign = "/" if "/" in told else "-"
        return f"{day.day:02}{sign}{day.month:02}{sign}{day.year}"
    if re.search(r"yyyy/mm/dd", told):
        return f"{day.year}/{day.month:02}/{day.day:02}"
    return day.isoformat()


def time_said(sentence: Sentence, parameter: Parameter) -> tuple[str, int, int] | None:
    """The first time of the clock that is still free."""
    if not (_OF_TIMES & set(parameter.named) or parameter.schema.get("format") == "time"):
        return None
    for match in _CLOCK.finditer(sentence.text):
        if sentence.is_free(match.start(), match.end()):
            return match[0], match.start(), match.end()
    return None
