"""Whether a call would be for all of a kind in the home, where that was not said. Knows no encoder."""

from collections.abc import Collection

from kippu.regex import regex
from kippu.turn import Call, Turn
from kippu.understand.free import unclear_en
from kippu.understand.free.found_ja import is_named
from kippu.understand.free.parts import Parts

MANY = frozenset({"light", "switch", "fan", "cover", "climate"})
"""Kinds of which a home has many."""
_EVERY = regex(r"\b(?:all|every\w*|whole|entire|both|the lot)\b|全|みんな|ぜんぶ|すべて|家中")
_OPENS = frozenset({"home.open", "home.change_position", "home.set_position"})
_DOORS = regex(r"\b(?:doors?|gates?|garage|hatch|shutters?)\b")


def is_wide(call: Call, parts: Parts, turn: Turn, single: Collection[str], *, surely: bool) -> bool:
    """True for "it's dark in here" from nobody knows where: it would mean every light of the home.

    ``single``: domains of which the home has one thing; ``surely``: whether the tool is surely heard.
    """
    given, text = call.arguments, parts.text.casefold()
    named = {"area", "floor"} & given.keys() or given.get("name", "all") != "all"
    named = named or ("name" in given and _EVERY.search(text)) or (surely and _names_kind(call, parts))
    many = given.get("domain") in MANY and given.get("domain") not in single
    wide = many and not named and not turn.here
    return wide and not (parts.language == "ja" and is_named(parts.text, parts.one("room")))


def lets_in(tool: str, text: str) -> bool:
    """True where a door, a gate or a garage would be opened, or opened a bit."""
    return tool in _OPENS and _DOORS.search(text.casefold()) is not None


def _names_kind(call: Call, parts: Parts) -> bool:
    """True for "close the lights", by which people mean those that they would mean by any other verb; not
    for "it's dark"."""
    if parts.language != "en" or call.arguments.get("domain") != "light":
        return False
    return unclear_en.names_lights(parts.text)
