"""Slips of the pen in a command: "turn on teh kichen lite".

Knows the words of commands and the names of the home; only for a sentence that nothing else took.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from kippu.regex import regex
from kippu.understand.cues import Index
from kippu.understand.cues.mentions import one_off

_SLIPS = {
    "teh": "the", "hte": "the", "lite": "light", "lites": "lights", "lihgt": "light", "trun": "turn",
    "tunr": "turn", "trn": "turn", "lamb": "lamp", "onn": "on", "offf": "off", "swich": "switch",
}  # fmt: skip
_WORDS = (
    "turn", "switch", "light", "lights", "lamp", "lamps", "close", "blinds", "curtains", "heating",
    "thermostat",
    "brightness", "temperature", "volume", "speaker", "vacuum",
)  # fmt: skip
_REASON = regex(
    r"(?:,? (?:so (?:that )?(?:i|we|he|she|they|the \w+) (?:can|could|don't|won't)|because|in order to"
    r"|(?<!go back )(?<!gone back )to (?:help (?:me |us )?)?"
    r"(?:read|rest|sleep|see|watch|work|relax|study|cook|eat|wake|save|keep|get|let"
    r"|greet|concentrate|focus))\b"
    r"|, (?:my|i'm|i am|i want|i can't|i have|we're|we have|it's|it is|the \w+ (?:is|are))\b).*$"
)
_LONG = 5
_RIGHT = frozenset(
    "night right sight fight might tight slight flight lighter close closet those chose loose bright learn "
    "burn torn tuna stitch twitch halfway".split()
)


def without_reason(text: str) -> str:
    """A command without what it is for: "turn on the light so that I can read"."""
    bare = _REASON.sub("", text.casefold())
    return bare if bare and bare != text.casefold() else text


def rejoined(text: str, names: Iterable[str]) -> str:
    """The sentence with the home's own words where they were put apart or together: "the bed room" of a
    bedroom, "the livingroom" of a living room."""
    known = [name.casefold().split() for name in names]
    whole = {word for words in known for word in words}
    apart = {"".join(pair): " ".join(pair) for words in known for pair in pairwise(words)}
    said = text.split(" ")
    better: list[str] = []
    for word in said:
        together = f"{better[-1]}{word}".casefold() if better else ""
        if together in whole:
            better[-1] = together
        else:
            better.append(word if word.casefold() in whole else apart.get(word.casefold(), word))
    return " ".join(better)


def mended(text: str, index: Index) -> str:
    """The sentence with each slip replaced; the same text when there is none."""
    unknown = re.findall(r"[a-z]{3,}", text.casefold())
    named = dict(index.misspelt(word for word in unknown if word not in _RIGHT and word not in _WORDS))

    def right(match: re.Match[str]) -> str:
        word = match[0].casefold()
        if word in _SLIPS:
            return _SLIPS[word]
        if word in _WORDS or word in _RIGHT or word in named:
            return named.get(word, match[0])
        near = [known for known in _WORDS if len(word) >= _LONG and one_off(word, known)]
        return near[0] if len(near) == 1 else match[0]

    return re.sub(r"[A-Za-z]{3,}", right, text)
