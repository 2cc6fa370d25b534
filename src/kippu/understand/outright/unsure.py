"""What points back at a deed in the home, and that no reader took: "the left one", "does it use much?".

A small model would answer with things that are not so of this home. It is said that it wasn't understood.
Knows what was done in the turn before; runs nothing.
"""

import re

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning, Turn
from kippu.understand.text import tidy

_SURE = 0.9
_MOST_WORDS, _MOST_LETTERS = 8, 14
_POINTS = r"(?:it|that|this|them|those|these|they|ones?|others?|both)"
_OPEN: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:hm+|um+|uh|no|and|so|but|ok|well|oh)[, ]+)*(?:"
        r"(?:(?:not|only|just|the|that|this|all|also|or|what about|how about|except) )*"
        r"(?:(?:[a-z]+ ){0,3}ones?|(?:the )?others?|all(?: of (?:them|those|it))?|both(?: of them)?"
        rf"|{_POINTS})"
        r"(?: (?:by|on|in|at|near|next to|over|under|behind|beside|with) [a-z' ]{2,25})?"
        r"(?: (?:too|as well|please|instead|then|as well please))?"
        r"|(?:(?:a )?(?:bit|little|lot|touch|tad|much) )?(?:more|less|further)(?: please)?"
        r"|(?:is|are|was|were|does|do|did|will|would|can|could|has|have|how|what|which|whose|where|when|why"
        rf"|who)\b.*\b{_POINTS}\b.*"
        r"|and|so|then|but|why|how|how come|since when|what|huh|meaning|eh"
        r")[?!. ]*"
    ),
    "ja": regex(
        r"(?:それ|これ|あれ|そっち|こっち|あっち|そいつ|どれ|どっち|他|ほか|もう[一1ひ]|残り|両方|全部|みんな)[^、。]*"
        r"|[^、。]{1,8}(?:やつ|の方|のほう|のも|ほうのも?)(?:も|を|だよ|ね|よ)*"
        r"|(?:で|それで|なんで|なぜ|どうして|は|え|もっと|もう少し|もうちょっと)[?？]*"
    ),
}
_TALK = regex(
    r"\b(?:tell (?:me|us)|explain|write|sing|joke|story|poem|song|translate|mean|spell|say|think|recommend"
    r"|suggest|you (?:like|love|feel|know))\b|教え|話|説明|歌|書い|訳|意味|好き|思う",
)
"""Asks for words, which a model has."""


def unsure(turn: Turn) -> Meaning | None:
    """The answer to what is left open behind a deed in the home; None for everything else."""
    done = turn.earlier and all(call.tool.startswith("home.") for call in turn.earlier)
    said = tidy(turn.text).casefold()
    long = len(said.split()) > _MOST_WORDS if turn.language == "en" else len(said) > _MOST_LETTERS
    if not done or turn.talked or turn.outside or long or _TALK.search(said):
        return None
    if not _OPEN[turn.language].fullmatch(said):
        return None
    return Meaning("cues", _SURE, (Call("about.unsure"),))
