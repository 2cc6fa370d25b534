"""Finds numbers that point at somebody: cards, accounts, phones, national numbers.

Knows their shapes and check digits, and the words that people put before and behind them.
"""

import re
import unicodedata
from collections.abc import Iterator

from kippu.guard.personal import checks
from kippu.guard.personal.found import Kind
from kippu.guard.personal.merging import Span
from kippu.guard.personal.naming import called, is_label
from kippu.regex import regex

_RUN = regex(
    r"(?<![A-Za-z0-9_$€£¥.])(?<!\d[.,])[+＋]?[(（]?\d"
    r"(?:[ \u00a0\u3000().\-/‐‑–−－ー（）]{0,3}\d){4,33}(?![A-Za-z0-9_%])"
)
"""Digits with what may stand between the groups of a number."""
_DATES = regex(
    r"\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{2,4}"
    r"|(?:19|20)\d\d ?[-/–] ?(?:19|20)\d\d|(?:19|20)\d{2}[01]\d[0-3]\d"
)
_STAMP = regex(r"(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{4})(?: \d{1,2}(?!\d))?")
_SSN = regex(r"\d{3}([- ])\d{2}\1\d{4}")
_DECIMAL = regex(r"\d+\.\d+")
_IBAN = regex(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]){11,30}(?![A-Za-z0-9])")
_EXTENSION = regex(r"[ ,;]{0,2}(?:ext(?:ension)?\.?|x|#|内線)[ :：]{0,2}\d{1,6}(?!\w)", re.IGNORECASE)
_LETTERED = regex(r"(?<![\w-])(?=[A-Z0-9-]{0,14}\d)[A-Za-z]{0,8}[- ]?\d[A-Za-z0-9-]{3,20}(?![\w-])", re.ASCII)
_PLAIN = regex(
    r"^(?:[A-Za-z]{0,8}[- ])?(?:(?:1[5-9]|20)\d\ds?|(?:19|20)\d\d-(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\d|3[01])"
    r"|\d{1,3}-(?:inch|foot|feet|mile|year|month|week|day|hour|minute|pound|page|point|step|bit)\w*)$"
)
"""What is a year, a date or a measure, whatever word stands before it."""
_BRITISH = regex(r"(?<![\w-])[A-Z]{2} ?(?:\d{2} ?){3}[A-D](?![\w-])", re.ASCII)
"""A national insurance number."""
_DRIVER = regex(r"(?<![\w-])[A-Z9]{5} ?\d{6} ?[A-Z9]{2}[A-Z0-9]{3}(?: ?\d{2})?(?![\w-])", re.ASCII)
"""A British driving licence's number."""
_WALLET = regex(
    r"\b(?:bc1[a-z0-9]{25,60}|0x[0-9a-fA-F]{40}(?:[0-9a-fA-F]{24})?|[13](?=[a-zA-Z]{0,33}\d)[a-km-zA-HJ-NP-Z1-9]{25,34})\b",
    re.ASCII,
)
"""An address of Bitcoin or Ethereum."""
_LETTERS_BEFORE = regex(r"(?<![\w-])(?!(?:NO|NR|IS|ID|MY|AT|TO|IN|ON|OR|OF)\b)[A-Z]{1,3}[ -]$")
_LETTER_BEHIND = regex(r" [B-HJ-Z](?![\w'’.-])", re.ASCII)
_NO_SERIES = frozenset(
    "DOB US UK USA UAE EU TEL FAX MOB HP PH EUR USD GBP JPY CHF SEK NOK DKK PLN CZK HUF INR AUD CAD NZD "
    "CNY KRW SGD HKD ZAR BRL RS GDP RFC ISO IEC DIN EN AM PM BC AD CE BCE PMC KB MB TB HZ MHZ RPM RTX GTX "
    "CVE".split()
)
"""Capitals before a number that is a phone's, a sum or a document of the world."""
_FEW = 5
"""Letters before a number, and the space between."""
_NUMBER_IS = regex(r"\bnumber(?:['’]s| is| was)?[\s:=]{0,3}$", re.IGNORECASE)
"""What stands before a phone, more often than anything else, when nothing calls it another number."""
_CALLED = 16
_SHORTEST_PHONE = 7
_MY_NUMBER = 12
"""Digits of Japan's individual number."""
_AMERICAN = regex(r"\(?[2-9]\d\d\)?[-. ]{1,2}[2-9]\d\d[-. ]\d{4}")
_FIGURE = "(?:ゼロ|[〇零一二三四五六七八九])"
_KANJI = regex(
    rf"(?<![〇零一二三四五六七八九十百千]){_FIGURE}(?:[-‐–－ー―・の \u3000]?{_FIGURE}){{6,18}}"
    r"(?![〇零一二三四五六七八九十百千万億円年人])"
)
"""A number in kanji, figure by figure."""
_READ = (
    r"(?:ゼロ|レイ|マル|イチ|ニ[イー]?|サン|ヨン|ゴ[ウオー]?|ロク|ナナ|シチ|ハチ|キュ[ウー]|ぜろ|れい|まる|いち|に[いー]?|さん|よん|ご[うおー]?"
    r"|ろく|なな|しち|はち|きゅ[うー])"
)
_KANA = regex(rf"(?<![ァ-ヴー]){_READ}(?:[-‐–－―・、，の \u3000]?{_READ}){{6,18}}(?![ァ-ヴー])")
"""A number figure by figure as it is read, in kana."""
_NUMBER_PLATE = regex(r"ナンバー(?:プレート)?(?:は|が|:|：)?[\s　]?(\d{2}-\d{2})(?!\d)")
_COORDINATES = regex(
    r"(?<![\w.])[-+−]?\d{1,2}\.\d{3,8}°?\s?[NS]?,\s?[-+−]?1?\d{1,2}\.\d{3,8}°?(?:\s?[EW]\b)?(?![\w.])"
)
"""Where something is, to a street or nearer."""
_TICKET = regex(
    r"\b(?:order|invoice|ticket|case|claim|booking|reservation|quote|policy|issue|bug|pull request|fixes"
    r"|closes|PR|MR|job|ref|reference):? ?(?:no\.? ?)?(#\d{1,8})\b",
    re.IGNORECASE,
)
"""A number that its sign alone calls one, where it is somebody's order or the like."""
_INSIDE = regex(r"内線[はが:：\s]{0,2}(\d{1,6})")

_BEHIND = regex(r"[\s\-\\,(]{0,4}(?:office|fax|mobile|cell|home|work|phone|tel)\b", re.IGNORECASE)


def look(text: str) -> Iterator[Span]:
    """Cards, IBANs, phones, national numbers, accounts that words announce."""
    yield from _ibans(text)
    for match in _RUN.finditer(text):
        yield from _number(text, match.start(), match.end())
    for match in _BRITISH.finditer(text):
        yield Span(match.start(), match.end(), "ssn", 8)
    for match in _DRIVER.finditer(text):
        yield Span(match.start(), match.end(), "licence", 8)
    for match in _WALLET.finditer(text):
        yield Span(match.start(), match.end(), "account", 9)
    for match in _COORDINATES.finditer(text) if "." in text else ():
        yield Span(match.start(), match.end(), "account", 8)
    if not text.isascii():
        yield from _in_kanji(text)
    for match in _TICKET.finditer(text) if "#" in text else ():
        yield Span(*match.span(1), "account", 7)
    for match in _INSIDE.finditer(text):
        yield Span(*match.span(1), "phone", 7)
    for match in _LETTERED.finditer(text):
        if _PLAIN.search(match[0]):
            continue
        kind = called(text, match.start())
        if kind in ("licence", "passport", "account", "ssn") and any(map(str.isdigit, match[0])):
            yield Span(match.start(), match.end(), kind, 7)


def _in_kanji(text: str) -> Iterator[Span]:
    """Numbers in kanji and kana, and half of a car's plate."""
    for match in _KANJI.finditer(text):
        figures = len(match[0].replace("ゼロ", "〇")) - sum(map(match[0].count, "-‐–－ー―・の \u3000"))
        by_length: Kind = "phone" if match[0][0] in "〇零ゼ" and figures in (10, 11) else "account"
        yield Span(match.start(), match.end(), called(text, match.start()) or by_length, 8)
    for match in _KANA.finditer(text):
        yield Span(match.start(), match.end(), called(text, match.start()) or "phone", 8)
    for match in _NUMBER_PLATE.finditer(text):
        yield Span(*match.span(1), "plate", 8)


def _number(text: str, start: int, end: int) -> Iterator[Span]:
    """What the run of digits is, if it is anything."""
    run = text[start:end]
    stamp = _STAMP.match(run)
    if stamp and stamp.end() >= len(run) - 1:
        return
    if stamp and not _SSN.match(run):  # a date, and another number behind it
        start += stamp.end() + (len(run) - stamp.end() - len(run[stamp.end() :].lstrip()))
        if end - start >= 5:
            yield from _number(text, start, end)
        return
    digits = "".join(str(unicodedata.digit(letter)) for letter in run if letter.isdigit())
    kind = called(text, start)
    if (
        kind == "my_number"
        and len(digits) != _MY_NUMBER
        and _NUMBER_IS.search(text, max(0, start - _CALLED), start)
    ):
        kind = None  # "my number" is a phone's to most people
    plain = digits == run
    end = _closing(text, start, end)
    claimed = kind in ("licence", "my_number", "passport", "ssn") or run[0] in "+＋"
    claimed = claimed or (kind == "phone" and len(digits) < 14)
    if not claimed and 12 <= len(digits) <= 19 and checks.luhn(digits) and (digits[0] in "23456" or plain):
        yield Span(start, end, "card", 9)
    elif len(digits) == 12 and checks.my_number(digits) and (kind == "my_number" or kind is None):
        yield Span(start, end, "my_number", 9 if kind else 4)
    elif _SSN.fullmatch(run) and kind != "phone":
        yield Span(start, end, "ssn", 8)
    elif kind == "postcode" and len(digits) <= 9:
        yield Span(start, end, "postcode", 7)
    elif kind in ("my_number", "licence", "passport", "ssn", "account") and len(digits) >= 5:
        yield Span(_with_letters(text, start), end, kind, 7)
    elif kind == "card" and len(digits) >= 11:
        yield Span(start, end, "card", 7)
    elif _DATES.fullmatch(run) or _DECIMAL.fullmatch(run) or len(digits) < 6:
        return
    else:
        yield from _lettered(text, start, end) if kind is None else ()
        yield from _phone(text, start, end, digits, kind)


def _lettered(text: str, start: int, end: int) -> Iterator[Span]:
    """The number of somebody's file, with letters before or behind it ("KVA 88-1174"), which no phone has."""
    begins = _with_letters(text, start)
    before = text[begins:start].strip(" -")
    if before in _NO_SERIES:
        return
    last = _LETTER_BEHIND.match(text, end)
    if last or (before and text[start] not in "0+＋(（"):
        yield Span(begins, last.end() if last else end, "account", 7)


def _with_letters(text: str, start: int) -> int:
    """Where a number begins whose first letters stand apart: "GB 562 118 094"."""
    letters = _LETTERS_BEFORE.search(text, max(0, start - _FEW), start)
    return letters.start() if letters and not is_label(letters[0].strip(" -")) else start


def _phone(text: str, start: int, end: int, digits: str, kind: Kind | None) -> Iterator[Span]:
    """A phone, or a long number that nobody claims."""
    plain = end - start == len(digits)
    said = kind == "phone" or bool(_BEHIND.match(text, end))
    said = said or (kind is None and _is_number(text, start, len(digits), plain))
    extension = _EXTENSION.match(text, end)
    if extension:
        said, end = True, extension.end()
    grouped = not plain and 7 <= len(digits) <= 15 and not digits.endswith("000000")
    if said and len(digits) <= 15:
        yield Span(start, end, "phone", 7)
    elif grouped or text[start] in "+＋(（" or (len(digits) in (10, 11) and plain):
        sure = text[start] in "+＋0０(（" or _AMERICAN.fullmatch(text, start, end)
        yield Span(start, end, "phone", 6 if sure else 4)
    elif len(digits) >= 8 and not digits.endswith("000000"):
        yield Span(start, end, "account", 2)


def _is_number(text: str, start: int, digits: int, plain: bool) -> bool:
    """Whether it is somebody's "number", and as long as a phone's."""
    length = digits in (10, 11) or (not plain and digits >= _SHORTEST_PHONE)
    return length and bool(_NUMBER_IS.search(text, max(0, start - _CALLED), start))


def _closing(text: str, start: int, end: int) -> int:
    """The end, behind a bracket that was opened within."""
    opened = sum(text.count(mark, start, end) for mark in "(（")
    closed = sum(text.count(mark, start, end) for mark in ")）")
    return end + 1 if opened > closed and text[end : end + 1] in (")", "）") else end


def _ibans(text: str) -> Iterator[Span]:
    for match in _IBAN.finditer(text):
        start, tight = match.start(), re.sub(r"[ -]", "", match[0]).upper()
        length = checks.IBAN_LENGTHS.get(tight[:2])
        if length is None or len(tight) < length:
            continue
        right = checks.iban(tight[:length])
        if not right and any(letter.islower() for letter in match[0]):
            continue
        at, seen = start, 0
        while seen < length:
            seen += text[at].isalnum()
            at += 1
        behind = text[at : at + 1]
        if not (behind.isascii() and behind.isalnum()):  # Japanese goes on without a space
            yield Span(start, at, "iban", 9 if right else 7)
