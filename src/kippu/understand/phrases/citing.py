"""What a sentence cites from elsewhere: words between quotes, or behind "the mail says:".

They are read to somebody, and obeyed by nobody. Knows words and punctuation; knows no tool.
"""

import re

from kippu.regex import regex
from kippu.turn import Language
from kippu.understand.text import tidy

_QUOTED = regex(r"\"([^\"]{4,})\"|(?<!\w)'([^']{4,})'(?!\w)|「([^」]{3,})」|『([^』]{3,})』")
_NOBODY = regex(r"(?:please|kippu|hey|ok|okay|お願い(?:します)?|ねえ|[\s\W])*", re.IGNORECASE)
"""What stands around a whole sentence in quotes, which is the person's own."""
_SENT_EN = r"(?:please |can you |could you )?(?:send|text|tell|write|note|remind|add|put|save)\b"
"""What is said to somebody, or kept: those words are the person's own."""
_TOLD_EN = (
    r"(?<!\bi )says?|(?<!\bi )said|saying|wrote|writes|writing|written|reads?|states?|stated|told (?:me|us)"
    r"|asks?|asked|texted|messaged|e?mailed|got|received|came|summari[sz]e|translat\w+|proofread|rephrase|rewrite"
    r"|correct|paraphrase|explain|meaning of|mean|(?:reply|respond|answer) to|message|mail|e-mail|letter|sms"
    r"|text|article|paragraph|instructions?|quote|review|page|website|document"
)
_OF_IT_EN = (
    r"this|that|it|here|there|me|him|her|us|them|as follows|follows|(?:in)?to \w+|in \w+|from [\w ]+|of"
    r"|for me"
)
_TOLD_JA = (
    r"(?:読|よ)んで|要約(?:して)?|まとめて|訳して|翻訳(?:して)?|(?:英|日本)語に(?:して)?|添削(?:して)?|校正(?:して)?"
    r"|説明(?:して)?|意味|書いて(?:ある|あった|あります|ました)|言って(?:た|いた|いる|る)|言われた|来た|きた|届いた"
    r"|もらった|メッセージ|メール|手紙|文章?|本文|記事|ページ|次|以下|下記"
)
_TOLD: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"^(?!{_SENT_EN})[^:]{{0,60}}\b(?:{_TOLD_EN})(?: (?:{_OF_IT_EN}))*"
        r"(?::\s+|\?\s+|\.\s*\n\s*)(?P<words>\S.*)$",
        re.IGNORECASE | re.DOTALL,
    ),
    "ja": regex(rf"^[^:]{{0,40}}(?:{_TOLD_JA})[^:。]{{0,12}}(?::\s*|[。?]\s*|\n)(?P<words>\S.*)$", re.DOTALL),
}
"""How a text is announced that is to be read, put into other words or told about."""


def cited(text: str, language: Language) -> str | None:
    """The words that the sentence cites, None where it cites none or is in quotes as a whole."""
    plain = tidy(text)
    quotes = [next(filter(None, match.groups())) for match in _QUOTED.finditer(plain)]
    if quotes:
        return None if _NOBODY.fullmatch(_QUOTED.sub(" ", plain)) else ". ".join(quotes)
    told = _TOLD[language].match(plain)
    return told["words"] if told else None


def announces(text: str, language: Language) -> bool:
    """Whether it says that a text follows which is to be read: "the mail says: …"."""
    return _TOLD[language].match(tidy(text)) is not None
