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
_BARE = regex(
    r"(?:(?:please |can you |could you )*(?:summari[sz]e|sum up|shorten)(?: (?:it|this|that|the text))?"
    r"(?: please)?"
    r"|(?:これを?|それを?|この?文章を?)?(?:要約|短く)(?:して)?(?:ください|下さい|くれる)?)[ .!?。？]*",
    re.IGNORECASE,
)
"""The wish and no more."""
_SENTENCE = regex(r".+?(?:[.!?…]+[\"”’)\]]*(?=\s|$)|[。！？]+[」』）]*|$)")
_TITLES = regex(r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|e\.g|i\.e|[A-Z])\.$")
"""What ends in a full stop and no sentence."""
_LEANS = regex(
    r"(?:they|it|he|she|this|that|these|those|and|but|so|then|also|second|third|however|therefore|both)\b"
    r"|それ|これ|そして|しかし|でも|また|だから|その|この|彼",
    re.IGNORECASE,
)
"""How a sentence begins that says little without the one before."""
_HALVES = 2
_PLAIN = 30
"""Characters of a wish that asks for nothing beside, however short the text is."""
_FEWEST = 2
"""Sentences of which one can be chosen."""
_SHORT_WORDS, _SHORT = 40, 240
"""Words, and characters where words aren't apart, of a text that is a sentence at most."""
_LEAST_WORDS, _LEAST_CHARACTERS = 6, 14
"""A sentence has so many words, or characters where words aren't apart: less is a greeting or a title."""


def wanted(turn: Turn) -> bool:
    """Whether a summary of what came along is asked for."""
    plain = len(turn.text) < max(len(turn.outside), _PLAIN)
    return bool(turn.outside and not turn.schema and plain and _WISH.search(turn.text))


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


def has_nothing(turn: Turn) -> bool:
    """Whether a summary is asked for, and of nothing that anybody could read."""
    return not (turn.outside or turn.history) and _BARE.fullmatch(turn.text.strip()) is not None


def of_what(language: Language) -> str:
    """What is asked then."""
    if language == "ja":
        return "何を要約しますか？ 続けて文章を貼るか、`cat 手紙.txt | kippu ask 要約して` で渡してください。"
    return "Summarise what? Paste a text behind it, or pipe one in: `cat letter.txt | kippu ask summarise`."


def is_short(text: str) -> bool:
    """Whether it is a sentence already, or less."""
    return len(text.split()) <= _SHORT_WORDS and len(text) <= _SHORT and len(sentences(text)) < _FEWEST


def as_it_is(text: str, language: Language) -> str:
    """What is said of such a text in place of a summary."""
    said = " ".join(text.split())
    return f"もう十分に短い文章です: {said}" if language == "ja" else f"That is as short as it gets: {said}"


def grammar(text: str) -> str | None:
    """What lets a model say the first sentence and one of each half of the rest; of a text that has no more
    than that, one of its sentences. None where there is no choice.
    """
    said = sentences(text)
    if len(said) < _FEWEST:
        return None
    if len(said) <= 1 + _HALVES:
        return "\n".join(("%llguidance {}", f"start: {_either(said)}"))
    bounds = [0, *(1 + round(half * (len(said) - 1) / _HALVES) for half in range(_HALVES + 1))]
    names = [f"part{part}" for part in range(1 + _HALVES)]
    parts = [
        f"{name}: {_either(said[begin:end])}"
        for name, begin, end in zip(names, bounds, bounds[1:], strict=False)
    ]
    return "\n".join(("%llguidance {}", "start: " + ' " " '.join(names), *parts))


def _either(said: list[str]) -> str:
    """Any of these sentences, but for those that lean on the one before, where there are others."""
    standing = [sentence for sentence in said if not _LEANS.match(sentence)] or said
    return " | ".join(json.dumps(sentence, ensure_ascii=False) for sentence in standing)


def note(language: Language) -> str:
    """Whose words these are."""
    if language == "ja":
        return "小さいモデルが文章から選んだ文です。大きいモデルなら自分の言葉でまとめます。"
    return "Sentences of the text itself, as a small model chose them; a larger one uses its own words."


def _says(sentence: str) -> bool:
    apart = len(sentence.split())
    wide = not sentence.isascii() and apart < _LEAST_WORDS and len(sentence) >= _LEAST_CHARACTERS
    return sentence[-1] in '.!?…。！？"”’)]」』）' and (apart >= _LEAST_WORDS or wide)
