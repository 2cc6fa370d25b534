"""What stands, or is to stand, on a list: whether a sentence speaks of it, and which item of which list is
meant. Knows words alone."""

import re

from kippu.regex import regex
from kippu.turn import Call, Language

_LIST: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"\b(?:to|on|onto|off|from|of|in) (?:my|the|our|a) (?:[\w-]+ ){0,3}(?<!play)list\b", re.IGNORECASE
    ),
    "ja": regex(r"リスト(?:に|から|へ)"),
}


_OFF_IT = regex(
    r"(?P<item>.+?) (?:from|off|off of|out of) (?:my|the|our|that) (?P<list>[\w' -]+)", re.IGNORECASE
)


def off_its_list(call: Call) -> Call:
    """The call that takes one item off a list, where a template took it for a part of the list's name and
    would clear all: "delete butterfly clips from my wish list"."""
    match = _OFF_IT.fullmatch(str(call.arguments.get("list", ""))) if call.tool == "lists.clear" else None
    if match is None:
        return call
    return Call("lists.remove", {"item": match["item"], "list": match["list"]})


def is_on_a_list(text: str, language: Language) -> bool:
    """True for "put watering the plants on my to do list", which waters none."""
    return _LIST[language].search(text) is not None
