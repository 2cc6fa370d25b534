"""What points back at a deed in the home, and that no reader took: "the left one", "does it use much power".

A small model would answer with things that are not so of this home. It is said that it wasn't understood.
Only words that can mean nothing else: whatever may be a topic of its own is talk. Knows what was done in the
turn before; runs nothing.
"""

import re

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning, Turn
from kippu.understand.text import tidy

_SURE = 0.9
_MOST_WORDS = 8
_OPEN: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:hm+|um+|uh|no|and|so|but|ok|oh|only|just|not|what about|how about)[, ]+)*(?:"
        r"(?:the|that|this) (?:[a-z]+ ){0,2}ones?"
        r"(?: (?:by|on|in|at|near|next to|over|under|behind|beside|with) (?:the |my )?[a-z]+)?"
        r"|the others?|all of (?:them|those)|both of (?:them|those)"
        r"|(?:a )?(?:bit|little|lot|touch|tad) (?:more|less)"
        r"|(?:does|will|can|would) (?:it|that|that one|this one) (?:use|take|need|draw|cost|stay|last|support"
        r"|get (?:hot|warm)|go (?:on|off)|turn (?:on|off))\b.*"
        r"|how (?:long|much (?:power|energy|electricity)) (?:will|does|can) (?:it|that|that one) .*"
        r"|(?:whose|which) (?:one|light|lamp|fan|blind|door|speaker) (?:is|was) (?:it|that|this)"
        r"|can you see (?:it|that)|and"
        r")(?: (?:too|as well|please|instead|then))*[?!. ]*"
    ),
    "ja": regex(
        r"(?:窓際|窓ぎわ|[右左上下奥]|手前|大きい|小さい|別|もう[一1]つ|もうひとつ|そっち|あっち|こっち)の?"
        r"(?:やつ|ほう|方|の)(?:も|を|だよ|ね|よ|お願い)*"
        r"|(?:他|ほか|残り)(?:の(?:やつ)?)?も(?:ね|よ|お願い)*"
    ),
}


def unsure(turn: Turn) -> Meaning | None:
    """The answer to what is left open behind a deed in the home; None for everything else."""
    done = turn.earlier and all(call.tool.startswith("home.") for call in turn.earlier)
    said = tidy(turn.text).casefold()
    if not done or turn.talked or turn.outside or len(said.split()) > _MOST_WORDS:
        return None
    if not _OPEN[turn.language].fullmatch(said):
        return None
    return Meaning("cues", _SURE, (Call("about.unsure"),))
