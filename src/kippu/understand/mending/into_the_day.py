"""What is put at an hour right behind the question what is on: "put cinema at 8" is for the calendar.

By itself "put" is said of lights and lists too. Knows the calls of the turn before and time phrases.
"""

from collections.abc import Callable

from kippu.regex import regex
from kippu.turn import Turn
from kippu.understand.cues import Frame
from kippu.understand.when.english import find

_PUT = regex(
    r"(?:(?:and|ok|okay|then|so|great|good|nice|cool|please|can you|could you)[, ]+)*"
    r"(?:put|pencil|stick|pop|slot|squeeze|fit)(?: in)? (?P<what>(?!(?:it|that|this|them|me)\b).+?)"
    r"(?P<way> in| on| down)? (?P<time>at \d.*?|at (?:noon|midday|half .+))"
    r"(?:[ ,]+(?:please|then))*"
)
_ELSEWHERE = regex(
    r"\b(?:lists?|alarms?|timers?|reminders?|notes?|light|lights|kettle|telly|tv|radio|music|oven|heating)\b"
)
_MOST_WORDS = 5


def into_the_day(text: str, turn: Turn, apart: Callable[[str], Frame]) -> str:
    """The sentence with the calendar named; as it is behind any other turn, and where a thing of the home,
    a list or a bell is named. ``apart`` takes a text apart."""
    last = turn.earlier[-1] if turn.earlier and turn.language == "en" else None
    match = _PUT.fullmatch(text.casefold()) if last and last.tool.startswith("calendar.") else None
    if match is None or turn.asked:
        return text
    what, frame = match["what"], apart(match["what"])
    switched = match["way"] == " on" and what.startswith(("the ", "my "))
    if switched or len(what.split()) > _MOST_WORDS or frame.mentions or frame.has("kinds"):
        return text
    if _ELSEWHERE.search(what) or not any(phrase.clock for phrase in find(match["time"], turn.at)):
        return text
    said = text[match.start("what") : match.end("what")]
    return f"add {said} to my calendar {match['time']}"
