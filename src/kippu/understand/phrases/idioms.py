"""Figures of speech with the words of a home: "turn on the charm", 「心の扉を開けて」.

What they speak of has no switch, so they are talk. Knows words and the sentence taken apart; a name of the
home is never a figure.
"""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import yaml

from kippu.regex import regex
from kippu.turn import Language
from kippu.understand.cues import Frame
from kippu.understand.text import folded

_FILE = Path(__file__).parent / "idioms.yaml"
_POLITE = (
    r"^(?:(?:please|hey|ok|okay|so|and|now|just|let's|don't|never|(?:can|could|would|will) you|you should) )*"
)
_ARTICLE = r"(?:(?:the|a|an|some|my|your|his|her|their|our|this|that|its|each|every|all) )?"
_VERB = (
    r"(?:turn|switch|flip|set|open|close|shut|lock|unlock|raise|lift|lower|drop|draw|pull|put|pause|stop"
    r"|halt|start|begin|run|kill|cut|dim|brighten|light|clean|mute|skip|speed|slow|boost|power|fire|heat|warm"
    r"|cool|press|push|dock|change|make|activate|crank|launch|end|quit|clear|sweep|bring|shake)"
    r"(?: (?:on|off|up|down|out|in|over|back|around|to))?"
)
_NO_NAME = r"(?! (?:lights?|lighting|lamps?|scene|mode|music|playlist|speakers?|fan|door|plug)\b)"
"""What makes the word a part of a name: "the mood lighting"."""
_OTHERS_VIEW = regex(r"^(?:he|she|they|people|someone) (?:\w+ )?(?:took|takes?) (?:\w+ ){0,3}view\b")


def is_figure(text: str, language: Language, apart: Callable[[], Frame]) -> bool:
    """True for a sentence that speaks of what no home has, in words that a home's things have. ``apart``
    takes it apart, which is seldom needed."""
    text = folded(text, language)
    figures, literal = _figures(language)
    if literal and literal.search(text):
        return False
    for pattern in figures:
        match = pattern.search(text)
        if match is None:
            continue
        if "noun" not in pattern.groupindex:
            return True
        start, end = match.span("noun")
        if not any(mention.start < end and start < mention.end for mention in apart().mentions):
            return True
    return False


@cache
def _figures(language: Language) -> tuple[tuple[re.Pattern[str], ...], re.Pattern[str] | None]:
    """The figures of a language, and what is none in spite of them."""
    said = yaml.load(_FILE.read_text(encoding="utf-8"), yaml.CSafeLoader)[language]
    any_of = {part: "|".join(words.split(" ; ")) for part, words in said.items()}
    if language == "ja":
        objects, pictures = any_of["objects"], any_of["pictures"]
        acted_on = rf"(?:^|[、。はのに])(?P<noun>{objects})(?:を|に|は|も|が|へ|の(?:中の)?(?:{pictures}))"
        figures = (re.compile(acted_on), re.compile(any_of["anywhere"]))
        return figures, re.compile(any_of["literal"])
    return (
        re.compile(rf"{_POLITE}{_VERB} {_ARTICLE}(?:\w+ )?(?P<noun>{any_of['objects']})\b{_NO_NAME}"),
        re.compile(
            rf"\b(?:of|to|on|into|onto) {_ARTICLE}(?:\w+ )?(?P<noun>{any_of['ends']})"
            r"(?: (?:on|to) (?:it|this|that))?$"
        ),
        re.compile(rf"{_POLITE}(?:{any_of['begins']})(?!\w)"),
        re.compile(rf"\b(?:{any_of['anywhere']})(?!\w)"),
        _OTHERS_VIEW,
    ), None
