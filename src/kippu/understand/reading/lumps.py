"""Whether a piece of a sentence is two orders, which as one would lose a part. Knows no tool."""

import re
from collections.abc import Callable

from kippu.regex import regex
from kippu.understand.cues import Frame
from kippu.understand.mending.named_behind import is_name

IT = regex(r"\b(?:it|them|both|those|these)\b(?!')", re.IGNORECASE)


def names_kind(said: Frame) -> bool:
    """Whether it says what sort of thing it is for; in "lock it" the word is what is done."""
    verbs = [cue.start for cue in said.cues if cue.group == "verbs"]
    return any(cue.group == "kinds" and cue.start not in verbs for cue in said.cues)


def only_points(said: Frame) -> bool:
    """Whether it orders something of "it", and names nothing."""
    if not said.has("verbs") or names_kind(said) or said.mentions or said.leftover:
        return False
    if said.tells("ask", "blocks"):
        return False
    return said.has("pronouns") or IT.search(said.text) is not None


_THEN = regex(r",? (?:and then|and|then) ", re.IGNORECASE)


def lumps(piece: str, apart: Callable[[str], Frame]) -> bool:
    """Whether it is two orders, of which the other is for "it", or a place of the order before and another
    order: as one, half of it would be lost."""
    return any(
        (before.has("verbs") and only_points(behind)) or (_is_place(before) and _begins(behind))
        for between in _THEN.finditer(piece)
        for before in (apart(piece[: between.start()]),)
        for behind in (apart(piece[between.end() :]),)
    )


def _is_place(said: Frame) -> bool:
    """Whether it is a room or a floor alone: "the bedroom" of "in the kitchen and the bedroom"."""
    placed = any(mention.rooms or mention.floor for mention in said.mentions)
    return placed and is_name(said) and not said.has("kinds")


def _begins(said: Frame) -> bool:
    """Whether its first word orders something."""
    return any(cue.group == "verbs" and cue.start == 0 for cue in said.cues)
