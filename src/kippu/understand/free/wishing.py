"""What is only wished for in English: coffee, of whatever makes it."""

import re
from collections.abc import Sequence

from kippu.regex import regex
from kippu.turn import Call
from kippu.understand.free.mood import wants, wishes
from kippu.understand.free.parts import Parts

STARTS = frozenset({"home.turn_on", "home.start"})
"""Tools that something is made by."""
_ONE_MORE = regex(r"\b(?:need|want|like|have) (?:a|an|another|some|one)\b", re.IGNORECASE)
"""Speaks of none that is there: "i need a coffee machine"."""


def is_wish(calls: Sequence[Call], parts: Parts, text: str, *, surely: bool) -> bool:
    """True for "coffee would be nice": the machine was not named, and is meant perhaps, and not now.

    ``surely``: whether its start is surely heard.
    """
    starts = any(call.tool in STARTS and "name" in call.arguments for call in calls)
    named = parts.all("device") and not _ONE_MORE.search(text)
    if not starts or named or not wishes(text):
        return False
    return not surely or not wants(text)
