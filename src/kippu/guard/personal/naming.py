"""Says what the words before a number call it. Knows the words, in English and Japanese, and no numbers."""

import re

from kippu.guard.personal.found import Kind

_WORDS: tuple[tuple[Kind, str], ...] = (
    ("my_number", r"マイナンバー|個人番号|my ?number"),
    ("licence", r"licen[cs]e(?! plate)|\bDL\b|driver'?s|permit|免許|運転"),
    ("passport", r"passport|旅券|パスポート"),
    (
        "ssn",
        r"\bssn\b|social security|national (?:id|insurance|number)|\bnino\b|tax (?:id|number)|\bitin\b"
        r"|\bnric\b|基礎年金|年金番号|保険証|被保険者",
    ),
    (
        "card",
        r"\bcards?\b|\bcc\b|visa|master ?card|amex|american express|jcb|maestro|discover|クレジット|カード",
    ),
    (
        "account",
        r"account|acct|a/c|routing|sort code|\bbic\b|bank|customer|client|member|order|invoice|booking"
        r"|reservation|tracking|policy|reference|case|ticket|serial|patient|student|employee"
        r"|口座|普通預?金?|当座|支店|銀行|会員|注文|予約|お客様|顧客|証券|伝票|整理|診察券|患者|学籍|社員",
    ),
    (
        "phone",
        r"phone|\bcall|\bcell|mobile|\btel\b|\bfax|\bring\b|\btext(?: (?:me|him|her|us|them))?\b|\bsms\b"
        r"|whats ?app|reach|dial|contact|hotline|answering"
        r"|電話|携帯|スマホ|ケータイ|ファックス|連絡|ショートメール|フリーダイヤル",
    ),
    ("postcode", r"\bzip\b|post ?code|postal|〒|郵便"),
)
_NAMES: dict[str, Kind] = {kind: kind for kind, _ in _WORDS}
_CONTEXT = re.compile("|".join(f"(?P<{kind}>{words})" for kind, words in _WORDS), re.IGNORECASE)
_FAR = 48
"""How many characters before a number its word may stand."""


def called(text: str, start: int) -> Kind | None:
    """What the nearest word before ``start`` calls the number there."""
    kind: Kind | None = None
    for match in _CONTEXT.finditer(text, max(0, start - _FAR), start):
        kind = _NAMES[match.lastgroup or ""]
    return kind
