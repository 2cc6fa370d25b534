"""Finds dates, dates of birth and ages in English and Japanese. Knows their forms, not the calendar."""

import re
from collections.abc import Iterator

from kippu.guard.personal.merging import Span
from kippu.regex import regex

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_ABROAD = (
    r"(?:januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre"
    r"|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre"
    r"|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|março"
    r"|maio|junho|julho|setembro|outubro|dezembro|april|august|september|november)"
)
"""Months of other languages, with a day before them and a year behind."""
_NTH = (
    r"(?:(?:twenty|thirty)[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh"
    r"|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)"
)
_FIGURES = (
    r"(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|oh|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b)"
)
_SAID_YEAR = (
    rf"(?:(?:(?:nineteen|twenty)[ -]{_FIGURES}|two thousand(?: and)?)(?:[ -]{_FIGURES}){{0,2}}|(?:19|20)\d\d)"
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
      | \d{{1,2}}\.?\ (?:de\ )?{_ABROAD}\ (?:del?\ )?(?:19|20)\d\d
      | {_MONTH}\ (?:the\ )?{_NTH}\b(?:,?\ {_SAID_YEAR})?
      | (?:the\ )?{_NTH}\ (?:day\ )?(?:of\ )?{_MONTH}(?:,?\ {_SAID_YEAR})?
      | \d{{1,2}}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-(?:\d{{4}}|\d{{2}})
      | {_MONTH},?\ (?:19|20)\d\d
    )(?![\w])
    | (?:(?:明治|大正|昭和|平成|令和|西暦)?(?:{_NUMERAL}{{1,4}}|元)年の?)?
        {_NUMERAL}{{1,3}}月の?{_NUMERAL}{{1,3}}日
    | (?:(?:明治|大正|昭和|平成|令和|西暦)?(?:{_NUMERAL}{{1,4}}|元)年の?)(?:大晦日|元日|元旦)
    | (?:明治|大正|昭和|平成|令和)(?:{_NUMERAL}{{1,3}}|元)年(?:{_NUMERAL}{{1,3}}月)?
    | (?<!\d)(?:19|20)\d\d年(?:{_NUMERAL}{{1,2}}月)?
    | \b[MTSHR]\d{{1,2}}[./]\d{{1,2}}[./]\d{{1,2}}(?![0-9A-Za-z])
    """,
    re.IGNORECASE | re.VERBOSE | re.ASCII,
)
_BORN = regex(
    r"born|birth|b-?day|\bdob\b|d\.o\.b|geboren|geburtst|\bnée?s? le|naissance|\bnacid|nacimiento|cumpleaños"
    r"|\bnat[oa] il|nascita|\bnascid|nascimento|生年月日|誕生日|生まれ|バースデー",
    re.IGNORECASE,
)
_BORN_BEHIND = regex(
    r"(?:に|の)?(?:生まれ|誕生|生年月日)|生(?=[\s、。,.）)」のでだ]|$)"
    r"|\s?[がはも](?:[^。、！？\n\d]{0,12}の)?お?(?:誕生日|生年月日|バースデー)|[がは]?[^。、！？\n\d]{0,12}生まれた"
    r"|\s?\((?:dob|date of birth)|\s(?:in \w{2,20} )?geboren"
    r"|\W{0,3}[^.!?\n\d:;]{0,40}\b(?:birthday|b-?day|(?:was|were|got|am|is) born|birth ?date|date of birth"
    r"|dob)\b",
    re.IGNORECASE,
)
"""What stands behind the day on which somebody was born, in its sentence."""
_BORN_ONLY = regex(
    r"(?:born|birth|b-?day|birthday|dob|d\.o\.b\.?|生年月日|誕生日|生まれ|バースデー)(?:\s?(?:is|was|on|は|が|も))?[\s:：=\"'「]{0,4}"
    r"(?P<day>(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])"
    r"|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    r"|(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2]))(?:19|20)\d\d)"
    r"(?![\w/%.-]*[0-9/%])"
    r"|(?<![\w/.-])(?P<before>(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01]))"
    r"(?=\s?[がはも](?:[^。、！？\n\d]{0,12}の)?お?(?:誕生日|バースデー)|(?:に|の)?生まれ"
    r"|(?: is|['’]s) (?:[\w'’]+ ){1,3}(?:birthday|b-?day)\b)",
    re.IGNORECASE,
)
"""Figures that are a day beside such a word alone."""
_EXPIRES = regex(
    r"\b(?:exp(?:iry|ires?|iration)?|valid (?:thru|until|to)|good thru)\.?(?: date)?(?:\s?[:=]| is)?\s?"
    r"((?:0?[1-9]|1[0-2])\s?/\s?(?:20)?[2-4]\d)(?![\d/])",
    re.IGNORECASE,
)
"""Until when a card holds."""
_CALLED, _FIGURE = regex("さん|さま|様|ちゃん|くん|君|氏|先生"), regex(r"[\d年]")
_LONG_AGO = regex(r"(?<!\d)1[0-8]\d\d(?!\d)")
"""The year of somebody whom no one living was born with: history."""
_YEAR_BEHIND = 6
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
        if _CALLED.match(text, match.end()) and not _FIGURE.search(match[0]):
            yield Span(match.start(), match.end(), "person", 8)  # 四月一日, who is read Watanuki
            continue
        if _LONG_AGO.search(text, match.start(), match.end() + _YEAR_BEHIND):
            born = None
        yield Span(match.start(), match.end(), "birth_date" if born else "date", 7)
    for match in _BORN_ONLY.finditer(text):
        yield Span(*match.span(match.lastgroup or "day"), "birth_date", 8)
    for match in _EXPIRES.finditer(text):
        yield Span(*match.span(1), "date", 7)
    for match in _AGE.finditer(text):
        group = match.lastgroup or "a"
        yield Span(*match.span(group), "age", 7)
