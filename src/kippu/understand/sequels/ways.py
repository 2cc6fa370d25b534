"""Whether more or less of it is wanted: as it is plainly said, or as what is complained of tells."""

from dataclasses import dataclass

from kippu.regex import regex
from kippu.turn import Language

_OTHER_WAY = {"more": "less", "less": "more"}
_OPPOSITE = frozenset(_OTHER_WAY)
_WAYS = {
    "en": {
        "more": regex(r"\b(?:up|raise|higher|increase|warmer|brighter|louder|faster|hotter)\b"),
        "less": regex(
            r"\b(?:down|lower|reduce|decrease|cooler|colder|dimmer|darker|quieter|softer|slower)\b"
        ),
        "too": regex(r"\b(?:too|not (?:so|that|as|quite)|isn't|wasn't|less)\b"),
    },
    "ja": {
        "more": regex(r"上げ|あげ|明るく|暖かく|あったかく|大きく|強く|速く"),
        "less": regex(r"下げ|さげ|暗く|涼しく|小さく|弱く|遅く|静かに"),
        "too": regex(r"すぎ|過ぎ|そんなに|こんなに|なくて|じゃなく|ほど"),
    },
}
_SENSED = {
    "light": (
        regex(r"\b(?:dark|too dim|gloomy)\b|暗(?:い|すぎ|過ぎ)"),
        regex(r"\b(?:bright|glaring|glare)\b|明る(?:い|すぎ|過ぎ)|まぶし|眩し"),
    ),
    "heat": (
        regex(r"\b(?:cold|freezing|chilly)\b|寒(?:い|すぎ|過ぎ)|冷え"),
        regex(r"\b(?:hot|boiling|stuffy|sweating)\b|暑(?:い|すぎ|過ぎ)|蒸し"),
    ),
    "noise": (
        regex(r"\btoo quiet\b|聞こえな"),
        regex(r"\b(?:loud|noisy)\b|うるさ|騒がし"),
    ),
}
"""What people complain of: too little of it, and too much."""
_SENSE_OF = {
    "light": ("light",), "cover": ("light",), "climate": ("heat",), "fan": ("heat", "noise"),
    "media": ("noise",), "vacuum": ("noise",), "state": tuple(_SENSED), "plan": tuple(_SENSED),
}  # fmt: skip
_DENIED = regex(
    r"\b(?:not|isn't|wasn't|don't|less|enough|make|get|keep|want|like|let|nice|please)\b"
    r"|なくな|じゃない|くな[いく]|そんなに|ほど|(?<!すぎ)(?<!過ぎ)ない|のが|ほうが|方が|感じ"
)
"""Denied, or wished for: no complaint."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is too much or too little for somebody."""

    sense: str
    """One of ``light``, ``heat`` and ``noise``."""
    way: str
    """``more`` or ``less``, which would mend it."""

    def is_of_another(self, context: str) -> bool:
        """Whether a thing of this kind can do nothing about it."""
        return self.sense not in _SENSE_OF.get(context, tuple(_SENSED))

    def mended(self, op: str, context: str) -> str:
        """The op, or what mends it: "it's too dark" is never less light."""
        if op not in _OPPOSITE:
            return op
        return _OTHER_WAY[self.way] if (context, self.sense) == ("fan", "heat") else self.way


def complaint(text: str) -> Complaint | None:
    """What a folded sentence complains of; None where it complains of nothing, or of two things."""
    if _DENIED.search(text):
        return None
    found = [
        Complaint(sense, way)
        for sense, words in _SENSED.items()
        for way, word in zip(("more", "less"), words, strict=True)
        if word.search(text)
    ]
    return found[0] if len(found) == 1 else None


def turned(op: str, text: str, language: Language) -> str:
    """The op, or its opposite where the way is plainly said: "turn it up a degree" is never less."""
    ways = _WAYS[language]
    if op not in _OPPOSITE or ways["too"].search(text):
        return op
    up, down = ways["more"].search(text), ways["less"].search(text)
    return "more" if up and not down else "less" if down and not up else op
