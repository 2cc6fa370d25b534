"""After a vacuum or mower was sent out: send it back. Knows the tools by name."""

from kippu.turn import Call, Language
from kippu.understand.follow.phrases import en, ja

_SENT_OUT = frozenset({"home.start", "home.clean", "home.pause", "home.stop"})
_SEND_BACK = {
    "en": en(
        r"(?:send|bring|take|call|get) (?:it|him|her|them) (?:back|home|back home)"
        r"(?: (?:to|on|onto) (?:its|the) (?:dock|base|charger|charging station|station))?"
        r"|(?:go|back) (?:home|to (?:its|the|your) (?:dock|base|charger|station))|dock(?: it)?"
    ),
    "ja": ja(
        r"(?:それ|これ)?(?:を|は)?(?:もう)?(?:(?:充電台|ドック|基地|ホーム|家|元の場所)(?:に|へ))?"
        r"(?:戻し|もどし|帰し|かえし|帰らせ|戻らせ|呼び戻し)"
    ),
}
"""What works about the house, to its place again."""


def sent_back(folded: str, language: Language, last: Call) -> bool:
    """Whether the sentence calls home what the last command sent out."""
    return last.tool in _SENT_OUT and _SEND_BACK[language].match(folded) is not None
