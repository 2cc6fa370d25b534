"""Finds numbers of contracts, files and papers in whatever form an office gives them: "agreement KD 2044 C".

Knows the words straight before one, in English and Japanese, and how letters and figures are joined in such.
"""

import re
from collections.abc import Iterator

from kippu.guard.personal import asking
from kippu.guard.personal.merging import Span
from kippu.guard.personal.naming import called
from kippu.regex import regex

_PAPER = (
    r"agreement|contract|docket|dossier|file|subscription|membership|wristband|hospital band|microchip|chip"
    r"|frame|chassis|receipt|certificate|voucher|warrant|warranty|deed|grant|enrol?lment|application|appeal"
    r"|parcel|awb|pcn|utr|mprn|mpan|nhi|medicare|gstin|ifsc|siret|siren|crime ref|ref|reference|policy"
    r"|prescription|(?:pension|savings|health) plan|loan|donor|staff|dossiernummer|aktenzeichen"
)
_LINK = (
    r"(?:[,:=]| is| was| says| reads| (?:on|in|of) (?:it|this|that|hers|his|mine) (?:is|says)){0,2}\s{1,2}"
)
_VALUE = (
    r"(?P<value>#?(?:[A-Z]{1,5}(?:[ ./-]|# )?){0,3}\d[A-Z0-9]{0,20}"
    r"(?:[ ./:-]\d[A-Z0-9]{0,20}|[./-][A-Z]{1,4}[A-Z0-9]{0,12}){0,8}(?: [B-HJ-Z])?)(?![\w%]|[.,:/-]\w)"
)
_CALLED = regex(rf"\b(?i:{_PAPER})(?i:'s)?(?i: numbers?| no| nr| code| id)?\.?{_LINK}{_VALUE}")
_NUMBERED = regex(
    r"(?<!model )(?<!part )(?<!product )(?<!article )(?<!type )(?<!version )(?<!route )(?<!flight )(?<!bus )"
    rf"\b(?i:numbers?|no\.|nr\.?|№){_LINK}(?=[A-Z0-9#./-]{{0,6}}[A-Z]){_VALUE}"
)
"""A number with letters among its first signs."""
_GROUPS = regex(
    r"(?<![\w-])(?![AI] )[A-Z0-9]{1,5}(?: [A-Z0-9]{1,5}){2,6}(?<! [AI])(?![\w%-]|[.,:]\d)", re.ASCII
)
"""Groups of capitals and figures, of which somebody's number has some of each and few words."""
_WORD = regex(r"(?<![A-Z0-9])[A-Z]{4}|(?<![A-Z0-9])[A-Z]{2,} [A-Z]{2,}(?![A-Z0-9])")
_FEWEST_GROUPED = 5
_DIGIT, _LETTER = regex(r"\d"), regex("[A-Z]")
_DAY = regex(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|(?:1[5-9]|20)\d\d(?:[-/](?:1[5-9]|20)?\d\d)?")
_FEWEST, _FEWEST_LETTERED = 6, 4
"""Figures of such a number, and of one that has letters too."""
_FIGURE = "[0-9０-９]"
_JOINED = "[0-9０-９A-ZＡ-Ｚａ-ｚ]"
_NUMBER = (
    rf"第?(?P<value>(?:{_JOINED}{{1,4}}[-－ー‐−/／ ]?)?{_FIGURE}{{1,20}}"
    rf"(?:[-－ー‐−/／]{_JOINED}{{1,12}}){{0,5}})"
    rf"(?!{_FIGURE}|[円年月日時分人名件枚個回本冊%％度歳才階点倍つ桁]|[.,，]\d)"
)
_CALLED_JA = regex(
    r"(?:部店|店番|支店(?:番号|コード)|枝番|記号|証券|顧客|会員|受付|受験|登録|整理|保険者|被保険者|通知書|水栓|供給地点|メーター|検針|契約"
    r"|追跡|伝票|管理|標章|免許|許可|証書|証明書|手帳|番組|学籍|社員|患者|診察券|利用者|申込|注文|予約|保険証の|カードの|こちらの)?"
    r"(?P<word>部店|店番|枝番|記号|番号|コード|証券|通帳|手帳、?|登録|ナンバー|No\.?|№)"
    rf"(?:[は：:]|が|\s|　|No\.?|№){{0,2}}{_NUMBER}"
)
"""A number behind a word that an office has for one, however short it is."""
_SHORT_JA = frozenset({"部店", "店番", "枝番", "記号", "証券", "通帳"})
_FEW_JA = 2
"""Figures of a number that such a word alone calls one."""
_CASE = regex(
    r"(?:明治|大正|昭和|平成|令和)(?:[0-9０-９一二三四五六七八九十]{1,3}|元)年?\s?[（(][ぁ-ゖァ-ヶ㐀-鿿]{1,4}[）)]\s?第?\s?[0-9０-９]{1,6}号"
)
"""A case before a court."""
_WORLDLY = regex(
    r"(?:郵便|型|問題|曲|図|表|列|行|便|例|製品|品|原子|電話|国|背|部屋|出席|順|(?<!標)章|ページ|整理券の|文字|エラー|終了|ステータス|ソース|国別|銀行)$"
)
_OTHERS = frozenset({"phone", "postcode"})
"""What has forms of its own."""
_LEAD = 4
"""Before "番号" and "コード", what is no one's or is another kind's."""


def look(text: str) -> Iterator[Span]:
    """Numbers behind the words for papers and contracts, and cases before a court."""
    if not _DIGIT.search(text):
        return
    for pattern in (_CALLED, _NUMBERED):
        for match in pattern.finditer(text):
            if _is_number(match["value"]):
                yield Span(*match.span("value"), "account", 7)
    grouped = [match for match in _GROUPS.finditer(text) if _is_grouped(match[0])]
    for match in grouped if grouped and asking.is_private(text) else ():
        yield Span(match.start(), match.end(), "account", 2)
    if text.isascii():
        return
    for match in _CASE.finditer(text):
        yield Span(match.start(), match.end(), "account", 8)
    for match in _CALLED_JA.finditer(text):
        kind = called(text, match.start("value")) or "account"
        if kind not in _OTHERS and _is_number_ja(text, match):
            yield Span(*match.span("value"), kind, 7)


def _is_number(value: str) -> bool:
    if _DAY.fullmatch(value):
        return False
    fewest = _FEWEST_LETTERED if _LETTER.search(value) else _FEWEST
    return sum(map(str.isdigit, value)) >= fewest


def _is_grouped(value: str) -> bool:
    if _WORD.search(value) or not _LETTER.search(value):
        return False
    return sum(map(str.isdigit, value)) >= _FEWEST_GROUPED


def _is_number_ja(text: str, match: re.Match[str]) -> bool:
    if match["word"] in _SHORT_JA:
        return True
    if _WORLDLY.search(text, max(0, match.start("word") - _LEAD), match.start("word")):
        return False
    return sum(map(str.isdigit, match["value"])) >= _FEW_JA
