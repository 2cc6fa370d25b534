"""English words for a day: "last friday", "the second Wednesday of next month", "the 10th of last month"."""

import re
from datetime import date, datetime, timedelta

from kippu.regex import regex
from kippu.understand.when.of_month import (
    coming_nth,
    day_of,
    month_ahead,
    nth_in,
    nth_weekday,
    weekday_of_week,
)
from kippu.understand.when.phrase import coming_day, month_day, past_day, week, weekday_from, weekend

WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTHS = "january february march april may june july august september october november december".split()
WEEKDAY = (  # not "sat" and "sun", which are words of their own
    "mon(?:day)?|tue(?:s(?:day)?)?|wednesday|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|saturday|sunday"
)
_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" if len(month) > 3 else month for month in _MONTHS)
_AHEAD = {"last": -1, "previous": -1, "this": 0, "the": 0, "same": 0, "next": 1}
_COUNTS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
           "fifth": 5, "5th": 5, "last": -1}  # fmt: skip
_ALONE = r"(?=$|[.,?!]| (?:at|for|from|please|around|before|after|as|to|is|be|fall)\b)"
"""Behind a count without its month, which else counts alarms: "delete the second monday alarm"."""
_NTH = (
    rf"(?<!every )(?<!each )(?:on )?(?:the )?(?P<count>{'|'.join(_COUNTS)}) (?P<nwd>{WEEKDAY}) (?:of|in) "
    rf"(?:(?P<nmonth>last|this|the|next|previous) month|(?P<nmon>{_MONTH})"
    r"(?:,? (?P<nyr>\d{4})|,? (?:of )?(?P<nyear>last|this|next) year)?)\b"
    rf"|(?:on )?the (?P<count2>{'|'.join(list(_COUNTS)[:-1])}) (?P<nwd2>{WEEKDAY})\b{_ALONE}"
)
_YEAR = r"(?:,? (?P<yr{0}>\d{{4}})|,? (?:of )?(?P<year{0}>last|this|next) year)?"
DAY = (
    r"(?P<rel>the day after tomorrow|day after tomorrow|tomorrow|today|(?:the )?rest of (?:the day|today)"
    r"|the day before yesterday|yesterday)"
    rf"|{_NTH}"
    rf"|(?P<which>next |this |on |this coming |last )?(?P<wd>{WEEKDAY})s?\b(?: (?:of )?(?P<wk>last) week\b)?"
    rf"|(?:on )?(?P<mon>{_MONTH}) (?:the )?(?P<md>\d{{1,2}})(?:st|nd|rd|th)?{_YEAR.format('')}"
    rf"|(?:on )?(?:the )?(?P<md2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<mon2>{_MONTH}){_YEAR.format(2)}"
    r"|(?P<iso>\d{4}-\d\d-\d\d)"
    r"|(?:on )?the (?P<md3>\d{1,2})(?:st|nd|rd|th)(?: of (?P<ofm>last|this|next|the same|the) month)?"
    r"|(?P<week>next week|(?:the )?week after next|(?:this|next) weekend"
    r"|(?:(?<=until )|(?<=till )|(?<=til )|(?<=before ))the weekend)"
)
"""One of these days; ``named_day`` tells which."""
_PAST = regex(r"^(?:(?:and|so|tell me) )*(?:(?:what|which|when|on what)\b.* (?:was|did) |(?:was|did) )", re.I)
"""Asks after a day that is over."""


def named_day(match: re.Match[str], now: datetime) -> date | None:
    """The day that a match of ``DAY`` names; None where no calendar has it."""
    found = {name: value.lower() for name, value in match.groupdict().items() if value}
    if "rel" in found:
        return _beside(found["rel"], now.date())
    if "nwd" in found or "nwd2" in found:
        return _nth(found, now.date(), past=_PAST.search(match.string) is not None)
    if "wd" in found:
        return _weekday(found, now)
    if "iso" in found:
        try:
            return date.fromisoformat(found["iso"])
        except ValueError:
            return None
    if "week" in found:
        if "weekend" not in found["week"]:
            return week(now, 2 if "after" in found["week"] else 1)[0]
        return weekday_from(now, 5, next_week=found["week"].startswith("next"))
    if "md3" in found:
        if "ofm" in found:
            first = month_ahead(now.date(), _AHEAD[found["ofm"].removeprefix("the ")])
            return day_of(first, int(found["md3"]))
        number = int(found["md3"])
        return past_day(now, number) if _PAST.search(match.string) else coming_day(now, number)
    ahead = found.get("year") or found.get("year2")
    said = found.get("yr") or found.get("yr2")
    year = now.year + _AHEAD[ahead] if ahead else int(said) if said else None
    number = _month(found.get("mon") or found["mon2"])
    return month_day(now, number, int(found.get("md") or found["md2"]), year)


def _beside(said: str, today: date) -> date:
    if "rest of" in said:
        return today
    days = {"today": 0, "tomorrow": 1, "yesterday": -1}
    return today + timedelta(days=days.get(said, 2 if "after" in said else -2))


def _weekday(found: dict[str, str], now: datetime) -> date:
    weekday = _number(found["wd"])
    if "wk" in found:
        return weekday_of_week(now.date(), weekday, -1)
    if found.get("which", "").startswith("last"):
        return now.date() - timedelta(days=(now.weekday() - weekday) % 7 or 7)
    return weekday_from(now, weekday, next_week=found.get("which", "").startswith("next"))


def _nth(found: dict[str, str], today: date, *, past: bool) -> date | None:
    if "nwd2" in found:
        return coming_nth(today, _COUNTS[found["count2"]], _number(found["nwd2"]))
    count, weekday = _COUNTS[found["count"]], _number(found["nwd"])
    if "nmonth" in found:
        return nth_weekday(month_ahead(today, _AHEAD[found["nmonth"]]), count, weekday)
    said = int(found["nyr"]) if "nyr" in found else None
    year = today.year + _AHEAD[found["nyear"]] if "nyear" in found else said
    return nth_in(today, count, weekday, _month(found["nmon"]), year, past=past)


def _number(weekday: str) -> int:
    return next(i for i, name in enumerate(WEEKDAYS) if name.startswith(weekday[:3]))


def _month(said: str) -> int:
    return next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(said[:3]))


def stretch_of(match: re.Match[str], now: datetime) -> tuple[date, date] | None:
    """The first and last day, where a match of ``DAY`` names a week or a weekend."""
    said = (match["week"] or "").lower()
    if said and "weekend" not in said:
        return week(now, 2 if "after" in said else 1)
    return weekend(now, int(said.startswith("next"))) if said else None
