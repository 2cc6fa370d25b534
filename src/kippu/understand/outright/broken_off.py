"""An order that was sent before it was whole: "dim the", "set the heating to", 「電気を」. Knows words."""

import re

from kippu.regex import regex
from kippu.turn import Meaning

_BROKEN_OFF = regex(
    r"^(?:(?:please|hey|ok|can you|could you|would you)[ ,]+)*"
    r"(?:turn|switch|set|dim|brighten|open|close|shut|lock|unlock|start|stop|play|pause|add|remove|delete|cancel"
    r"|remind|wake|schedule|move|change|increase|decrease|raise|lower|make|convert|calculate|take)\b.* "
    r"(?P<last>the|an?|my|our|to|of|by|and|with|from|at|into)$",
    re.IGNORECASE,
)
_RELATIVE = regex(
    r"\b(?:i|we|you|he|she|they)(?:'ve|'d|'m|'re|'s)? (?:\w+ )*"
    r"(?:listen|talk|speak|look|hear|car|us|go|stopp?|left off|were|was|think)(?:ed|ing|e)?(?: \w+)? "
    r"(?:to|at|of|from|with|by)$",
    re.IGNORECASE,
)
"""Ends so, and is whole: "play the podcast that I was listening to"."""
_FOR_IT = regex(
    r"\b(?:something|anything|someone|somebody|music|songs?|tunes?|beats?|stuff|a place|a way|nothing)\b.* "
    r"(?:to|with|by|at)$",
    re.IGNORECASE,
)
"""And so does "play something slow to cut patterns to"."""
_HOUR_LEFT_OUT = regex(
    r"\b(?:(?:make|move|change|set|push) (?:it|that)(?: to| at)?) "
    r"(?:\d{1,2}|five|ten|quarter|twenty(?:[ -]five)?)(?: minutes)? to[ .]*$",
    re.IGNORECASE,
)
"""A time whose hour was said before: "make it ten to"."""
_SIGHS = r"(?:…|\.{2,}|・{2,}|[ー〜~、])"
_BROKEN_OFF_JA = regex(
    rf"^(?P<said>[^、。]{{0,20}}(?:を|(?<=[一-龥ァ-ヶー])の(?:あの|その|この)|(?<=[一-龥ァ-ヶー])(?:の|に|へ)(?={_SIGHS})))"
    rf"{_SIGHS}*$"
)
"""In Japanese where a particle is last that needs a word behind it; 「の」 and 「に」 may also end a whole
sentence, or a reply."""


def broken_off(text: str) -> Meaning | None:
    """The question for the rest; None for a whole sentence. ``text``: as it was said, tidied."""
    match = _BROKEN_OFF.match(text.rstrip(" .…"))
    if (
        match is None
        or any(whole.search(text.rstrip(" .…")) for whole in (_RELATIVE, _FOR_IT))
        or text.rstrip().endswith("?")
        or _HOUR_LEFT_OUT.search(text)
    ):
        return None
    question = f"Your sentence ends with “{match['last']}”. Say it once more, with what comes behind it."
    return Meaning("cues", 0.97, question=question)


def broken_off_ja(text: str) -> Meaning | None:
    """The same of a Japanese one."""
    match = _BROKEN_OFF_JA.match(text)
    if match is None:
        return None
    question = f"「{match['said']}」の先がありませんでした。どうするかも入れて、もう一度言ってください。"
    return Meaning("cues", 0.97, question=question)
