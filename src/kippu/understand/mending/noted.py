"""What the person's notes answer: a question all of whose words stand in one, and a day that one tells.

Knows the texts of the notes as the names give them; keeps and tells nothing.
"""

import re

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Meaning
from kippu.understand.follow.notes import told_words
from kippu.understand.text.leads import ASKING
from kippu.understand.when.english_days import DAY

_SURE = 0.9
_FEWEST = 2
"""Words that a question has in common with a note; of what is looked for, or when it is, one does."""
_WHERE = regex(rf"{ASKING}(?:where|when)\b")
_NO_NOTE = regex(r"\b(?:you|your|light|lights|door|alarm|timer|reminder|event|calendar|list|weather)\b")
"""Of the home, of what else is kept, or of the assistant."""
_UNTIL = regex(
    r"(?:.*\b)?(?:days|long|weeks|months|sleeps)\b.* (?:until|till|til|to|before)"
    r" (?P<what>(?:my|our|[\w-]+'s) (?:[\w-]+ )?(?:birthday|anniversary|wedding|holiday|exam|trip|flight))"
)
_TOLD = r" (?:is|are|falls|starts|will be)(?: on)? (?:the )?"
_YEARLY = ("birthday", "anniversary")
_YEAR = regex(r",? \d{4}$")


def answered_by_a_note(text: str, names: Names) -> Meaning | None:
    """The note that an English question is about; None for any other sentence, and where no note tells."""
    folded = text.casefold()
    words = told_words(folded)
    if not words or _NO_NOTE.search(folded) or (len(words) < _FEWEST and not _WHERE.match(folded)):
        return None
    for note in names.notes:
        there = re.findall(r"[\w']+", note.casefold())
        if all(any(one == word or _stem(one) == _stem(word) for one in there) for word in words):
            return Meaning("cues", _SURE, (Call("notes.find", {"words": note}),))
    return None


def with_the_day_noted(text: str, names: Names) -> str:
    """The sentence with the day for whose birthday it is until, where a note tells it; else as it is."""
    match = _UNTIL.fullmatch(text.casefold()) if names.notes else None
    if match is None:
        return text
    told = re.compile(rf"{re.escape(match['what'])}{_TOLD}(?P<told>{DAY})")
    day = next((found["told"] for note in names.notes if (found := told.match(note.casefold()))), "")
    if not day:
        return text
    day = _YEAR.sub("", day) if match["what"].endswith(_YEARLY) else day
    return f"how many days until {day.removeprefix('on ').removeprefix('the ')}"


def _stem(word: str) -> str:
    return re.sub(r"(?:'s|s|ed|ing)$", "", word)
