"""Says whether a text is to be written or mended, and not to be answered: a letter, a CV, a complaint.

What such a text names is told of somebody, however many share it, and no answer hangs on it. Knows the words
for such texts in both languages, and no name.
"""

import re

from kippu.regex import regex

_TEXT = (
    r"(?:e-?mails?|letters?|messages?|texts?|paragraphs?|essays?|cvs?|résumés?|resumes?|statements?|stor(?:y|ies)"
    r"|reviews?|notes?|articles?|sentences?|drafts?|repl(?:y|ies)|posts?|bios?|biography|profiles?|speech(?:es)?|reports?"
    r"|complaints?|appeals?|applications?|references?|obituar(?:y|ies)|eulog(?:y|ies)|invitations?|minutes|emailing)"
)
_MENDED = regex(
    r"\b(?:write (?=this\b|these\b)|re-?write|re-?word|re-?phrase|paraphrase|correct|proof-?read|edit"
    r"|improve|polish|shorten|simplify|fix|summari[sz]e"
    r"|translate|check|respond to|reply to|answer|turn)\b[^.!?\n]{0,40}"
    rf"\b(?:this|these|the following|following|my|our|the|grammar|below"
    rf"|english)\b[^.!?\n]{{0,24}}?\b(?:{_TEXT}|grammar|english)\b"
    rf"|\b(?:make|turn) (?:this|these|the|it|my)\b[^.!?\n]{{0,24}}\b(?:{_TEXT}|sound|nicer|shorter"
    rf"|longer|formal|polite|professional|better)"
    r"|\b(?:rewrite|reword|rephrase|paraphrase|proofread|polish|correct|translate|shorten)\b[^.!?\n]{0,30}[:\n]",
    re.IGNORECASE,
)
"""The text is there, and wants other words."""
_OPENING = regex(r"(?:^|\n|[\"“:]\s?)(?:Dear|Hi|Hello) [^\n]{2}[\s\S]{40}|拝啓[\s\S]{20}")
_CLOSING = regex(
    r"\n[^\S\n]*(?:Yours|(?:Kind|Best|Warm)(?:est)? (?:regards|wishes)|Regards"
    r"|Sincerely|Best|Love|Thanks|Cheers|Many thanks)\b"
)
_CLOSING_JA = "敬具"
_WRITTEN = regex(
    r"\b(?:write|draft|compose|prepare|create|help me (?:with|word|write)|word)\b[^.!?\n]{0,40}"
    rf"\b(?:{_TEXT}|cover letter|toast)\b|\bcurriculum vitae\b|^(?:CV|RESUME|Résumé|Resume)\b",
    re.IGNORECASE | re.MULTILINE,
)
"""It is yet to be written."""
_TEXT_JA = (
    "メール|手紙|文面|文章|文|挨拶|あいさつ|履歴書|職務経歴書|志望動機|自己紹介|プロフィール|お礼|お詫び|クレーム|案内|理由書|届|願|日記|作文"
    "|スピーチ|弔電|弔辞|紹介状|報告書|議事録|返信|申請書|推薦状"
)
_MENDED_JA = regex(
    rf"(?:この|次の|以下の|私の|下の)(?:{_TEXT_JA})|(?:直して|添削|推敲|清書|要約|校正|言い換え|訳して|翻訳|英訳|和訳|短くして|丁寧に)"
)
_WRITTEN_JA = regex(
    rf"(?:{_TEXT_JA})[^。！？\n]{{0,16}}(?:書いて|作って|考えて|書きたい|下書き|作成|お願い)|職務経歴書|履歴書"
)
_HINGES = regex(
    r"\b(?:visas?|passports?|embass(?:y|ies)|consulates?|citizenship|immigra\w+|residen(?:ce|cy)|permits?|tax(?:es|ation)?|laws?"
    r"|legal(?:ly)?|courts?|rights|customs|asylum|apostille|languages?|cuisine|recipes?|history|culture|holidays?|travel\w*"
    r"|itinerar(?:y|ies)|tour(?:s|ists?|ism)?)\b"
    r"|ビザ|在留|旅券|大使館|領事館|国籍(?!は)|税|法律|裁判|権利|料理|歴史|文化|旅行|観光|言語|移民|帰化",
    re.IGNORECASE,
)
"""What hangs on the country that somebody is of."""
_LONG = 300
"""Letters at the beginning and the end of a text, where people say what they want done with it."""


def is_mended(text: str) -> bool:
    """Whether a letter or the like is there, and is to be put in other words."""
    if not text.isascii() and _MENDED_JA.search(text):
        return True
    return bool(_MENDED.search(text)) or _has_letter(text)


def _has_letter(text: str) -> bool:
    """Whether a greeting and, some lines below, the end of a letter are in it."""
    opening = _OPENING.search(text)
    if opening is None:
        return False
    if opening[0].startswith("拝啓"):
        return text.find(_CLOSING_JA, opening.end()) >= 0
    return _CLOSING.search(text, opening.end()) is not None


def is_written(text: str) -> bool:
    """Whether one is to be written."""
    if not text.isascii() and _WRITTEN_JA.search(text):
        return True
    return bool(_WRITTEN.search(text))


def hinges(text: str) -> bool:
    """Whether what is written depends on somebody's country: its laws, its papers, its ways."""
    order = text if len(text) <= _LONG else f"{text[:_LONG]}\n{text[-_LONG:]}"
    return bool(_HINGES.search(order))
