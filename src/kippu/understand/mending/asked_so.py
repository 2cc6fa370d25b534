"""What is asked without a verb: "front door locked?" is "is the front door locked". Without the mark it is an
order, and with it nothing is to be done.

Knows what is of the home; knows no tool.
"""

import re
from collections.abc import Callable

from kippu.regex import regex
from kippu.understand.cues import Frame
from kippu.understand.mending.asked_of_two import of_two
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


_DOUBTED = regex(
    r"(?:(?:but|and|so|wait)[, ]+)*are you (?:really |quite |absolutely |very )?(?:sure|certain|positive)"
    r"(?: that)? (?P<what>it|they|the .+?)(?:'s|'re| is| are) (?P<how>(?:not )?[\w ]+)",
    re.IGNORECASE,
)
""" "Are you sure they're off?" asks how they are."""


def with_its_verb(text: str, said: str, apart: Callable[[str], Frame]) -> str:
    """The sentence ``text`` as a whole question, or as several, where it was ``said`` as half of one; as it
    is otherwise. ``apart`` takes a text apart."""
    if two := of_two(text, apart):
        return two
    if doubted := _DOUBTED.fullmatch(text):
        verb = "is" if doubted["what"] == "it" or not doubted["what"].endswith(("s", "they")) else "are"
        return f"{verb} {doubted['what']} {doubted['how']}"
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
