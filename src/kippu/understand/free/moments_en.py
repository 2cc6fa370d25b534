"""When an English sentence wants something done, as it stands behind a plain command. Knows no encoder."""

import re
from datetime import datetime

from kippu.regex import regex
from kippu.understand.free.parts import Parts
from kippu.understand.text import sentence
from kippu.understand.when.english import find

_AT = regex(r"\b(?:at|in|for|until|till?|on)(?: the)?(?: next)? $", re.IGNORECASE)
_IN_OR_FOR = regex(r"(?:in|for|after|at|until|till?)\b", re.IGNORECASE)
_VAGUE = regex(r"\b(?:by|before|after|from|to|between|since|around|about|every) $", re.IGNORECASE)
_EXACT = regex(r"\d|\b(?:noon|midday|midnight|half|quarter|an? (?:hour|minute))\b", re.IGNORECASE)
"""What is a moment or a length of time; "tonight" is none."""
_BY = regex(r"(?:by|before|after|around|about|every)\b", re.IGNORECASE)
_NEXT = regex(r"\bfor (?:the )?next (hour|minute)\b", re.IGNORECASE)


def times(parts: Parts, now: datetime) -> list[str]:
    """The moments and lengths of time that were said, in its words."""
    plain = sentence(parts.text, "en")
    return [plain[one.start : one.end] for one in find(plain, now)]


def moment(parts: Parts, now: datetime) -> str:
    """When something is to be done, or for how long, as it stands behind a command: "at 8 am", "for 2 hours".
    Empty where there is more than one such, and for an end or a stretch of time, by which it isn't plain."""
    plain = _NEXT.sub(r"for 1 \1", sentence(parts.text, "en"))
    found: list[str] = []
    for one in find(plain, now):
        before = _AT.search(plain[: one.start])
        words = plain[one.start : one.end]
        if (
            not _EXACT.search(words)
            or _VAGUE.search(plain[: one.start])
            or _BY.match(words)
            or not (one.at or one.duration or one.repeat or one.day)
        ):
            return ""
        if one.duration and not before and not _IN_OR_FOR.match(words):
            words = f"for {words}"
        found.append(f"{before[0] if before else ''}{words}")
    return re.sub(r"^for (?:the )?next ", "for ", " ".join(found))
