"""The same as ``asides`` in English: "say that again, I wasn't listening" asks for "say that again"."""

import re
from collections.abc import Iterator
from datetime import datetime

from kippu.regex import regex
from kippu.understand.when.english import find

_CLAUSE = regex(r"\s*(?:[,;:.!?]| -|—)+\s+")
_MOST = 4
_CALL = regex(
    r"(?:oh|ah|aw|ok|okay|right|well|so|hey|look|listen|mate|man|love|dear|darling|pet|bruv|bro|yo|sorry"
    r"|please"
    r"|(?:an? )?(?:early|late|night|day|morning|long) (?:shift|start|train|flight|meeting|class|day|drive"
    r"|night)"
    r"|(?:(?:(?:ha)++h?|lol|hehe++|aw++|oh|wow)(?:[ ,]+|$))*+(?:(?:so |very |how |that's )?"
    r"(?:cute|nice|lovely|funny|great|cool|sweet|pretty))?|(?:the )?phone(?:'s| is)? ringing"
    r"|ugh|argh|gosh|good morning|good evening|morning|hi|hello|thanks|thank you|cheers|ta|brb|phew)"
)
_SUBJECT = (
    r"(?:because |cause |cos |coz |cuz |since |so |as )?(?:i|i'm|i've|i'd|i'll|we|we're|we've|we'll|it's"
    r"|it is|it|that's|that is|this is|they|they're|they've|he|he's|she|she's|there's|there are|everyone"
    r"|everybody|(?:the|my|our|his|her) [\w'-]+(?: [\w'-]+)? (?:is|are|was|were|has|have|keeps?|needs?))"
)
_FELT = (
    r"(?:(?:a )?(?:bit|little|tad)|really|so|rather|pretty|too|very|getting) (?:too )?[a-z]+"
    r"(?: in (?:here|there))?"
)
_STANDS = regex(rf"{_SUBJECT}\b.*|{_FELT}")
_MATTERS = regex(
    r"\d|\b(?:but|not|no|never|unless|if|when|while|until|till|instead|except|only|rather|actually|wait"
    r"|scratch"
    r"|mean|meant|kidding|jok\w+|said|says?|told|tell\w*|ask\w*|heard|wonder\w*|maybe|perhaps|later|then"
    r"|first"
    r"|before|after|or|every|please|could|would|should|must|want\w*|like|wish\w*|need\w*|have to|already"
    r"|used to|everything|dream\w*|read|wrote|written|song|film|movie|book)\b|n't\b|[\"“”]"
)
"""Of what stands beside a command: its time, its condition, another's words, another wish."""
_DENIED = regex(
    r"\b(?:was|were|did|do|does|is|are|could|have|has|had)n't"
    r"(?: (?:need|want|like|have) (?:it|them|that|any)\b)?"
    r"|\bcan't\b|\bwisnae\b"
)
"""What is told with a denial; "don't" alone may forbid what was asked."""
_WAKES = regex(r"\b(?:wake|get) me\b.* and ", re.IGNORECASE)
_IS_SO_NOW = regex(
    r"\b(?:here|dark|dim|bright|gloomy|cold|cool|freezing|chilly|hot|warm|boiling|stuffy|humid|loud|noisy"
    r"|quiet|boring"
    r"|bored|sleep|asleep|tired)\b",
    re.IGNORECASE,
)
"""Why something is done before one sleeps: "wake me at 7 and turn on the fan, it's too hot"."""


def without_asides_en(text: str, now: datetime) -> Iterator[str]:
    """The one clause that asks, where all others only say why or how one feels."""
    clauses = [clause for clause in _CLAUSE.split(text.strip(" .!?")) if clause]
    for place, clause in enumerate(clauses) if 2 <= len(clauses) <= _MOST else ():
        if " " not in clause or _STANDS.fullmatch(clause.casefold()):
            continue
        others = [*clauses[:place], *clauses[place + 1 :]]
        if all(_is_aside(other.casefold(), now) for other in others):
            is_now = _WAKES.search(clause) and any(_IS_SO_NOW.search(other) for other in others)
            yield f"{clause} now" if is_now else clause


def _is_aside(clause: str, now: datetime) -> bool:
    if _CALL.fullmatch(clause):
        return True
    if _MATTERS.search(_DENIED.sub("", clause)):
        return False
    return _STANDS.fullmatch(clause) is not None and not find(clause, now)
