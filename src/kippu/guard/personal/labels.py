"""Cuts the words that call something personal out of what was taken for a name. Knows these words alone."""

from collections.abc import Iterator
from dataclasses import replace

from kippu.guard.personal.merging import Span
from kippu.regex import regex

_LABEL = regex(
    r"パスワード|パスコード|パスフレーズ|パス(?=[はがをのにで])|暗証番号|合言葉|金庫|口座(?:番号)?|記号|番号"
    r"|ゆうちょ(?:銀行)?|(?:国民)?健康保険(?:証|(?![㐀-鿿]))|保険証|マイナンバー(?:カード)?|クレジットカード|キャッシュカード|カード"
    r"|ナンバー(?:プレート)?|(?:運転)?免許証?|旅券|電話(?:番号)?|携帯(?:電話|番号)?|メール(?:アドレス)?|アドレス|住所|郵便番号|生年月日|誕生日"
    r"|氏名|西暦|ふりがな|フリガナ|内線"
)
_ENGLISH = frozenset(
    "iban vin mrn nif nie nric pesel ssn dob bic swift pin cvv cvc imei nhs aadhaar cpf dni nss curp nas isp "
    "password passcode passphrase username login email e-mail phone tel zip postcode wifi wi-fi ip mac "
    "url".split()
)
_FIRMS = frozenset({"カード", "金庫", "ゆうちょ銀行"})
"""What firms' names end with as well."""
_NAMES = frozenset({"person", "place", "address", "organization"})
_AROUND = 8
_EDGE = "はがをのにでともや、。:： 　"
"""What is left of a sentence between a word that was cut out and a name."""
_PARTS = regex(r"[^\W_]")


def without(text: str, span: Span) -> Iterator[Span]:
    """The span, or what is left of it beside such words."""
    said = text[span.start : span.end]
    if span.kind not in _NAMES:
        yield span
        return
    if is_label(said):
        return
    near = [] if said.isascii() else _LABEL.finditer(text, max(0, span.start - _AROUND), span.end + _AROUND)
    touched = [label for label in near if label.start() < span.end and span.start < label.end()]
    if span.kind == "organization":
        touched = [label for label in touched if label[0] not in _FIRMS or label.start() <= span.start]
    if not touched:
        yield span
        return
    at = span.start
    for label in touched:
        yield from _left(text, span, at, label.start())
        at = label.end()
    yield from _left(text, span, at, span.end)


def is_label(said: str) -> bool:
    """Whether it is such a word and nothing else."""
    return said.strip(" .,:;").lower() in _ENGLISH or bool(_LABEL.fullmatch(said))


def _left(text: str, span: Span, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    if start < end and _PARTS.search(text, start, end):
        yield replace(span, start=start, end=end)
