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
    r" (?P<state>on|off|open|closed|shut|locked|unlocked)",
    re.IGNORECASE,
)


def with_its_verb(text: str, said: str, apart: Callable[[str], Frame]) -> str:
    """The sentence ``text`` as a whole question, where it was ``said`` as half of one; as it is otherwise.
    ``apart`` takes a text apart."""
    match = _SO.fullmatch(text) if is_question(said) else None
    if match is None:
        return text
    frame = apart(match["what"])
    named = frame.has("kinds") or any(mention.things for mention in frame.mentions)
    if not named or frame.leftover or frame.tells("verbs", "ask", "blocks"):
        return text
    several = match["all"] or match["what"].endswith("s")
    return f"{'are' if several else 'is'} {match['all'] or ''}the {match['what']} {match['state']}"
