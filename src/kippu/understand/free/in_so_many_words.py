"""Sentences that begin with the very words for what they want, which no encoder need confirm."""

import re
from collections.abc import Collection

from kippu.regex import regex

_NAMED = regex(r"google\b", re.IGNORECASE)
_OUTRIGHT = regex(
    r"^(?:(?:please|hey|ok|can you|could you)[ ,]+)*"
    r"(?:remind me|(?:tell|alert|notify|nudge|ping|prompt|buzz) me (?:to|at|in|on|about|that))\b"
    r"|.*?[\d一二三四五六七八九十半](?:分後|時間後|時間半後|時半?|分)(?:に|、).*[うくぐすつぬぶむる](?:の|のを|ことを?|よう(?:に)?)"
    r"(?:教え|知らせ|言っ|思い出させ|リマインド)",
    re.IGNORECASE,
)
_NOTED = regex(
    r"^(?:(?:please|hey|ok)[ ,]+)*(?:(?:note|memo)(?: to self)?|take a note)[:,]|^メモ[:：、]", re.IGNORECASE
)


def orders_outright(text: str, skills: Collection[str]) -> bool:
    """True for "remind me to ..." taken for a reminder, and "note: ..." for a note."""
    if set(skills) == {"reminders"}:
        return _OUTRIGHT.match(text) is not None
    return set(skills) == {"notes"} and _NOTED.match(text) is not None


def names_another(text: str) -> bool:
    """True for "google": to search by, or may be whom it is said to."""
    return _NAMED.match(text) is not None
