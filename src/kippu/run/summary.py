"""A summary by a model too small for one in its own words: it chooses sentences out of the text.

Asked to write freely, such a model makes up half of what it says. Held to the text's own sentences, all that
it says stands there: the first, which mostly tells what the text is about, and one of its choice out of each
half of the rest. Knows texts and grammars, and nothing of models.
"""

import json
import re

from kippu.regex import regex
from kippu.turn import Language, Turn

_WISH = regex(
    r"\b(?:summar(?:i[sz]e|y|ies)|sum (?:it|this|that) up|shorten|tl;?dr|in (?:short|brief)|main points?"
    r"|gist)\b|要約|まとめ|短くして|かいつまんで|概要|要点",
    re.IGNORECASE,
)
_SENTENCE = regex(r".+?(?:[.!?…]+[\"”’)\]]*(?=\s|$)|[。！？]+[」』）]*|$)")
_TITLES = regex(r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|e\.g|i\.e|[A-Z])\.$")
"""What ends in a full stop and no sentence."""
_HALVES = 2
_LEAST_WORDS, _LEAST_CHARACTERS = 6, 14
"""A sentence has so many words, or characters where words aren't apart: less is a greeting or a title."""


def wanted(turn: Turn) -> bool:
    """Whether a summary of what came along is asked for."""
    return bool(turn.outside and not turn.schema and len(turn.text) < len(turn.outside)) and bool(
        _WISH.search(turn.text)
    )


def sentences(text: str) -> list[str]:
    """The text's sentences, without greetings, titles and signatures."""
    found: list[str] = []
    begun = ""
    for line in re.split(r"\n\s*\n|\n(?=\s*[-*•])", text):
        for piece in _SENTENCE.findall(" ".join(line.split())):
            begun = f"{begun} {piece.strip()}".strip()
            if not _TITLES.search(begun):
                found.append(begun)
                begun = ""
        if begun:
            found.append(begun)
            begun = ""
    return [sentence for sentence in found if _says(sentence)]


def grammar(text: str) -> str | None:
    """What lets a model say the first sentence and one of each half of the rest; None where that is all."""
    said = sentences(text)
    if len(said) <= 1 + _HALVES:
        return None
    bounds = [0, *(1 + round(half * (len(said) - 1) / _HALVES) for half in range(_HALVES + 1))]
    names = [f"part{part}" for part in range(1 + _HALVES)]
    parts = [
        f"{name}: " + " | ".join(json.dumps(sentence, ensure_ascii=False) for sentence in said[begin:end])
        for name, begin, end in zip(names, bounds, bounds[1:], strict=False)
    ]
    return "\n".join(("%llguidance {}", "start: " + ' " " '.join(names), *parts))


def note(language: Language) -> str:
    """Whose words these are."""
    if language == "ja":
        return "小さいモデルが文章から選んだ文です。大きいモデルなら自分の言葉でまとめます。"
    return "Sentences of the text itself, as a small model chose them; a larger one uses its own words."


def _says(sentence: str) -> bool:
    apart = len(sentence.split())
    wide = not sentence.isascii() and apart < _LEAST_WORDS and len(sentence) >= _LEAST_CHARACTERS
    return sentence[-1] in '.!?…。！？"”’)]」』）' and (apart >= _LEAST_WORDS or wide)
