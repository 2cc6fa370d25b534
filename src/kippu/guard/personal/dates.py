"""Finds dates, dates of birth and ages in English and Japanese. Knows their forms, not the calendar."""

import re
from collections.abc import Iterator

from kippu.guard.personal.merging import Span
from kippu.regex import regex

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_NUMERAL = "[0-9０-９〇一二三四五六七八九十]"
_DATE = regex(
    rf"""
    (?<![\w.-])(?:
        \d{{4}}-\d{{2}}-\d{{2}}(?:[T ]\d{{2}}:\d{{2}}(?::\d{{2}})?(?:\.\d{{1,6}})?
          (?:Z|[+-]\d{{2}}:?\d{{2}})?)?
      | \d{{1,2}}([-/.])\d{{1,2}}\1(?:\d{{4}}|\d{{2}})(?:\ \d{{1,2}}:\d{{2}}(?::\d{{2}})?)?
      | \d{{4}}([/.])\d{{1,2}}\2\d{{1,2}}(?:\ \d{{1,2}}:\d{{2}}(?::\d{{2}})?)?
      | {_MONTH}\ \d{{1,2}}(?:st|nd|rd|th)?,?(?:\ (?:19|20)\d\d)?
      | (?:the\ )?\d{{1,2}}(?:st|nd|rd|th)?\ (?:of\ )?{_MONTH},?(?:\ (?:19|20)\d\d)?
      | \d{{1,2}}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-(?:\d{{4}}|\d{{2}})
      | {_MONTH},?\ (?:19|20)\d\d
    )(?![\w])
    | (?:(?:明治|大正|昭和|平成|令和|西暦)?(?:{_NUMERAL}{{1,4}}|元)年)?{_NUMERAL}{{1,3}}月{_NUMERAL}{{1,3}}日
    | (?:明治|大正|昭和|平成|令和)(?:{_NUMERAL}{{1,3}}|元)年(?:{_NUMERAL}{{1,3}}月)?
    | (?<!\d)(?:19|20)\d\d年(?:{_NUMERAL}{{1,2}}月)?
    | \b[MTSHR]\d{{1,2}}[./]\d{{1,2}}[./]\d{{1,2}}\b
    """,
    re.IGNORECASE | re.VERBOSE | re.ASCII,
)
_BORN = regex(r"born|birth|b-?day|\bdob\b|d\.o\.b|生年月日|誕生日|生まれ|バースデー", re.IGNORECASE)
_BORN_BEHIND = regex(r"(?:に|の)?(?:生まれ|誕生|生年月日)|\s?\((?:dob|date of birth)", re.IGNORECASE)
_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_ONES = "(?:one|two|three|four|five|six|seven|eight|nine)"
_AGE = regex(
    rf"\b(?P<a>\d{{1,3}}|{_TENS}(?:[- ]{_ONES})?)"
    r"(?:[- ]?(?:years?|yrs?)[- ]?old|[- ]?y\.?/?o\.?\b|[- ]years?[- ]of[- ]age)"
    r"|\b(?:aged?|age of|age is|age:|turn(?:ed|ing|s)?|my age)[ :]{1,2}(?:of |is )?"
    r"(?P<b>\d{1,3})\b(?! ?(?:%|percent|degrees|°|:|am\b|pm\b))"
    r"|(?P<c>[0-9０-９]{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:歳|才)(?!月)",
    re.IGNORECASE | re.ASCII,
)


def look(text: str) -> Iterator[Span]:
    """Dates of birth where words say so, other dates, ages."""
    for match in _DATE.finditer(text):
        born = _BORN.search(text, max(0, match.start() - 40), match.start()) or _BORN_BEHIND.match(
            text, match.end()
        )
        yield Span(match.start(), match.end(), "birth_date" if born else "date", 7)
    for match in _AGE.finditer(text):
        group = match.lastgroup or "a"
        yield Span(*match.span(group), "age", 7)
