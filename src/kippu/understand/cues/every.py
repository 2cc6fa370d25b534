"""A plural without a place is all of its kind: "the lights" are the whole home's."""

from collections.abc import Iterable

from kippu.regex import regex
from kippu.understand.cues.coupled import written
from kippu.understand.cues.frame import Frame
from kippu.understand.cues.kinds import Kind, kind_words

_ASKED = frozenset(
    "lock cover/door cover/garage cover/gate cover/window valve alarm_control_panel media_player".split()
) | {"switch"}
"""Of what opens the home, of players ("the next songs"), and of plugs, at which a fridge may be, a plural
alone doesn't mean all."""
_SOME = regex(
    r"\b(?:these|those|some|few|others?|rest|that|which|left|right|back|front|outside|inside|here|this|rooms?"
    r"|your|his|her|their|no|half|most|by|near|over|under)\b"
    r"|^(?:should|shall|can i|could i|may i|i|we|did|do)\b"
)
"""Words that tell some of a kind apart, where nothing here is known by them; and no orders."""
_VERB_TOO = "lock"


def means_all(frame: Frame, words: Iterable[frozenset[str]], options: Iterable[Kind]) -> bool:
    """True when ``words``, those for a kind, are plurals, or where there are none, all words for kinds."""
    said = {word for some in words for word in some} or kind_words(frame.text, frame.cues)
    said -= {_VERB_TOO}
    if not said or not all(word.endswith("s") for word in said):
        return False
    if frame.tells("ask", "here") or frame.leftover or _SOME.search(frame.text):
        return False
    if frame.has("colors") and frame.has("verbs", "on", "off"):
        return False  # "turn off the red lights"
    return frame.has("verbs", "close", "lock") or _ASKED.isdisjoint(map(written, options))
