"""What of a sentence a call has not, so that it is asked about first. Knows calls and marked parts."""

import re

from kippu.regex import regex
from kippu.turn import Call
from kippu.understand.free import unclear_en
from kippu.understand.free.parts import Parts

_FEW_WORDS = 3
_WORD = regex(r"[一-龠ァ-ヶー]{2}")
"""Two letters that are a word of their own: 「試験」."""


def falls_short(call: Call, parts: Parts) -> bool:
    """True for any of these."""
    return is_scrap(call, parts.text) or is_short(call, parts) or is_elsewhere(call, parts)


def is_scrap(call: Call, said: str) -> bool:
    """True where a text of a letter or two was heard in a Japanese sentence, and is no word of its own there:
    more was said. A mail is only begun."""
    if call.tool == "phone.mail":
        return False
    text = str(call.arguments.get("text", "xxx"))
    if len(text) >= 3 or text.isascii() or _WORD.fullmatch(text):
        return False
    return (
        re.search(rf"(?<![一-龠ァ-ヶー]){re.escape(text)}(?=[のをは])", said) is None
        or not "一" <= text[0] <= "龠"
    )


def is_short(call: Call, parts: Parts) -> bool:
    """True where a call or message is for somebody of two parts ("ann wants me to ring paul"), or has none of
    the many words that were said to be told."""
    if call.tool not in ("phone.call", "phone.message") or not call.arguments.get("to"):
        return False
    wordless = call.tool == "phone.message" and "text" not in call.arguments
    return len(parts.all("person")) > 1 or (wordless and len(parts.text.split()) > _FEW_WORDS)


def is_elsewhere(call: Call, parts: Parts) -> bool:
    """True where a room was said and the call is for lights everywhere: it found no such room; so where it
    has no colour, and one was said."""
    given = call.arguments
    if given.get("domain") != "light" or given.get("name", "all") != "all" or parts.language == "ja":
        return False
    lost = parts.all("color") and not {"color", "temperature"} & given.keys()
    room = "" if {"area", "floor"} & given.keys() else unclear_en.room(parts)
    return bool(lost) or (room != "" and not unclear_en.is_home(room))
