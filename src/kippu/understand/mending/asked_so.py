"""What is asked without a verb: "front door locked?" is "is the front door locked". Without the mark it is an
order, and with it nothing is to be done.

Knows what is of the home; knows no tool.
"""

import re
from collections.abc import Callable

from kippu.regex import regex
from kippu.understand.cues import Frame
from kippu.understand.text import is_question

_SO = regex(
    r"(?P<all>all )?(?:of )?(?:the |my |our )?(?P<what>[\w' -]+?)(?: still)?"
    r" (?P<state>on|off|open|closed|shut|locked|unlocked)"
    r"(?: (?:again|yet|now|right now|already|at the moment|currently))?"
    r"(?P<where> (?:in|at) (?:the |my |our )?[\w' -]+| (?:up|down)stairs)?",
    re.IGNORECASE,
)
_AND = regex(r",? and (?:the |my |our )?|, ", re.IGNORECASE)
_HOME = regex(r"everything|all(?= o)", re.IGNORECASE)


def with_its_verb(text: str, said: str, apart: Callable[[str], Frame]) -> str:
    """The sentence ``text`` as a whole question, or as several, where it was ``said`` as half of one; as it
    is otherwise. ``apart`` takes a text apart."""
    if two := _and_another(text, apart) or _both(text, apart):
        return two
    if not is_question(said):
        return text
    asked: list[str] = []
    state = ""
    for part in reversed(_AND.split(text)):
        match = _SO.fullmatch(part)
        state = match["state"] if match else state  # "kitchen light, lamp and fan off?"
        whole = _asked(part if match else f"{part} {state}", apart)
        if whole is None:
            return text
        asked.insert(0, whole)
    return " and ".join(asked)


_ANOTHER = regex(
    r"(?P<first>(?:is|are) .+? (?P<state>on|off|open|closed|shut|locked|unlocked))(?: now)?,? and"
    r" (?P<asks>(?:what|how) about |also |is |are )?(?P<other>(?:the|my|our) [\w' -]+)",
    re.IGNORECASE,
)
_STATES = {
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
    known = _STATES.get(things[0].domain) if things else ("on", "off")
    state = match["state"].casefold()
    if known is None or (state not in known and not match["asks"]):
        return None
    verb = "are" if other.endswith("s") else "is"
    return f"{match['first']} and {verb} {other} {state if state in known else known[0]}"


def _asked(text: str, apart: Callable[[str], Frame]) -> str | None:
    """One half of a question as a whole one; None for all else."""
    match = _SO.fullmatch(text)
    if match is None:
        return None
    what, state, where = match["what"], match["state"], match["where"] or ""
    if _HOME.fullmatch(what):
        return f"is everything {state}{where}"
    frame = apart(what)
    named = frame.has("kinds") or any(mention.things for mention in frame.mentions)
    placed = not where or any(mention.rooms or mention.floor for mention in apart(where).mentions)
    if not named or not placed or frame.leftover or frame.tells("verbs", "ask", "blocks"):
        return None
    several = match["all"] or what.endswith("s")
    return f"{'are' if several else 'is'} {match['all'] or ''}the {what} {state}{where}"
