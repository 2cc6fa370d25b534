"""What is asked of two things at once: "is the kitchen light on and what about the lamp".

Said as two whole questions: else the other is left out, or taken for an order. Knows what is of the home;
knows no tool.
"""

import re
from collections.abc import Callable

from kippu.regex import regex
from kippu.understand.cues import Frame

_ANOTHER = regex(
    r"(?P<first>(?:is|are) .+? (?P<state>on|off|open|closed|shut|locked|unlocked))(?: now)?,? and"
    r" (?P<asks>(?:what|how) about |also |is |are )?(?P<other>(?:the|my|our) [\w' -]+)",
    re.IGNORECASE,
)
STATES = {
    "lock": ("locked", "unlocked"), "cover": ("open", "closed", "shut"), "valve": ("open", "closed"),
    "binary_sensor": ("open", "closed", "shut"), "light": ("on", "off"), "fan": ("on", "off"),
    "switch": ("on", "off"), "media_player": ("on", "off"), "climate": ("on", "off"),
}  # fmt: skip
"""How things can be, by domain; what only measures is in no such state."""
_OF = regex(r"(?:is|are) .*\b(?P<kind>lights?|lamps?|fans?|blinds?|heating|tv|windows?) \w+", re.IGNORECASE)


_TWO = regex(
    r"(?:is|are) (?:both )?(?P<one>(?:the|my|our) [\w' -]+?) and (?P<other>(?:the |my |our )?[\w' -]+?)"
    r" (?:both )?(?P<state>on|off|open|closed|shut|locked|unlocked)",
    re.IGNORECASE,
)


def of_two(text: str, apart: Callable[[str], Frame]) -> str | None:
    """Both questions; None for every other sentence. ``apart`` takes a text apart."""
    return _and_another(text, apart) or _both(text, apart)


def _both(text: str, apart: Callable[[str], Frame]) -> str | None:
    """ "Are the kitchen light and the lamp on" as two questions; None where they are not two things."""
    match = _TWO.fullmatch(text)
    if match is None:
        return None
    for said in (match["one"], match["other"]):
        frame = apart(said)
        named = any(mention.things for mention in frame.mentions)
        if not named or frame.leftover or frame.tells("verbs", "ask", "blocks"):
            return None
    return f"is {match['one']} {match['state']} and is {match['other']} {match['state']}"


def _and_another(text: str, apart: Callable[[str], Frame]) -> str | None:
    """ "Is the kitchen light on and what about the lamp" as two whole questions; None for all else."""
    match = _ANOTHER.fullmatch(text)
    if match is None:
        return None
    other, frame = match["other"], apart(match["other"])
    things = [thing for mention in frame.mentions for thing in mention.things]
    if frame.leftover or frame.tells("verbs", "ask", "blocks"):
        return None
    if not (things or frame.has("kinds")):  # a room: the same kind of thing there
        kind = _OF.fullmatch(match["first"])
        return (
            f"{match['first']} and is {other} {kind['kind']} {match['state']}"
            if kind and frame.mentions
            else None
        )
    known = STATES.get(things[0].domain) if things else ("on", "off")
    state = match["state"].casefold()
    if known is None or (state not in known and not match["asks"]):
        return None
    verb = "are" if other.endswith("s") else "is"
    return f"{match['first']} and {verb} {other} {state if state in known else known[0]}"
