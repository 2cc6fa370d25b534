"""What of a sentence a call has not, so that it is asked about first. Knows calls and marked parts."""

import re

from kippu.regex import regex
from kippu.turn import Call, Meaning
from kippu.understand.free import unclear_en
from kippu.understand.free.parts import Parts
from kippu.understand.free.wide import lets_in

_FEW_WORDS = 3
_POINTS = frozenset({"", "it", "that", "this", "them", "now"})
"""Names nothing by itself."""
_OF_HOME = frozenset({"room", "device", "color", "amount", "media", "number"})
_KEPT = frozenset({"title", "text", "item", "person", "list", "when", "number", "place", "media"})
"""Slots of parts that tell what a call is for."""
_WORD = regex(r"[一-龠ァ-ヶー]{2}")
"""Two letters that are a word of their own: 「試験」."""


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
    """True where a room was said and the call is for lights, or the heating, everywhere: it found no such
    room; so where it has no colour, and one was said."""
    given, domain = call.arguments, call.arguments.get("domain")
    if domain not in {"light", "climate"} or given.get("name", "all") != "all" or parts.language == "ja":
        return False
    lost = domain == "light" and parts.all("color") and not {"color", "temperature"} & given.keys()
    room = "" if {"area", "floor"} & given.keys() else unclear_en.room(parts)
    return bool(lost) or (room != "" and not unclear_en.is_home(room))


def is_whole(meaning: Meaning) -> bool:
    """True where something is done, and not refused, with words in all that it is done with: "tap me on the
    shoulder at ten" alone says nothing of what for."""
    return bool(meaning.calls) and not any(
        call.tool.startswith("about.") or _POINTS & {str(value) for value in call.arguments.values()}
        for call in meaning.calls
    )


def leaves_out(parts: Parts, span: tuple[int, int], tool: str) -> bool:
    """True where a part stands beside the order that may be its own: "i've a hearing on the ninth, put it
    in the diary"."""
    start, end = span
    told = _OF_HOME if tool.startswith("home.") else _KEPT
    return any(part.slot in told and not start <= part.start < end for part in parts.parts)


def falls_short(call: Call, parts: Parts) -> bool:
    """True for any of these; and where a door or a gate is moved by how much, which may let somebody in."""
    what = f"{call.arguments.get('device_class', '')} {call.arguments.get('name', '')}"
    moved = call.tool.endswith("_position") and lets_in(call.tool, what)
    return moved or is_scrap(call, parts.text) or is_short(call, parts) or is_elsewhere(call, parts)
