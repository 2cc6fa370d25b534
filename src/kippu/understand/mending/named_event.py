"""An event by its name, its day and its hour, and not a word more: "routine blood test tomorrow at 9".

Said again with the calendar named. Only of kinds that are surely planned: any other words may be anything.
"""

from collections.abc import Callable

from kippu.regex import regex
from kippu.turn import Turn
from kippu.understand.cues import Frame
from kippu.understand.phrases.planned import is_gone_to
from kippu.understand.text import is_question
from kippu.understand.when.finding import FIND

_EDGE = regex(r"^(?:a|an|my|the|our) |(?:[ ,]+(?:on|at|for|is|this))+$|[ ,]+$")
_NO_TITLE = regex(
    r"^(?:wake|remind|set|add|put|cancel|delete|remove|move|change|when|what|is|are|do|does|call"
    r"|text|email|play"
    r"|show|tell|find|book|schedule|make|start|stop|turn|open|close|how|who|where|why|no|not|skip"
    r"|i|we|you|it|he"
    r"|she|they|that|there|this|after|before|until|from|if|have|has|go|going|did|can|could|will"
    r"|would|please|and"
    r"|but|test|try|check|ask|buy|get|let|need|take|bring|watch|read|say|send|ring|clean|feed|walk"
    r"|any|every|all"
    r"|both|next|last|another|only|just|actually|sorry|wait|ok|okay|yes|oh|the only|note|plan|arrange"
    r"|cancelled|canceled|missed|skipped|postponed|forgot|had|was|were|left|went|came|lost|finished)\b"
    r"|\b(?:alarms?|timers?|reminders?|lists?|notes?|and|or|then|to|forecast|weather)\b"
)
_MOST_WORDS = 5


def named_event(text: str, turn: Turn, apart: Callable[[str], Frame]) -> str:
    """The order to put it down; any other sentence as it is. ``text`` as ``text.sentence`` gives it."""
    if turn.language != "en" or turn.asked or is_question(turn.text):
        return text
    found = FIND["en"](text, turn.at)
    if len(found) != 1 or found[0].end != len(text) or not (found[0].clock and found[0].day):
        return text
    if found[0].repeat or found[0].duration or found[0].day < turn.at.date():
        return text
    title, bare = text[: found[0].start].casefold(), ""
    while title != bare:
        title, bare = _EDGE.sub("", title), title
    words = title.split()
    if not words or len(words) > _MOST_WORDS or _NO_TITLE.search(title) or not is_gone_to(title):
        return text
    frame = apart(title)
    if frame.mentions or frame.has("kinds"):
        return text
    start = text.casefold().index(title)
    return f"add {text[start : start + len(title)]} to my calendar {text[found[0].start :]}"
