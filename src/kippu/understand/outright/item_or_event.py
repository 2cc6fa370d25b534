"""What is added at an hour and may be no event: "add milk at 5". It is asked where it belongs.

Without a word of a calendar, a day, or anything that tells of something planned, the one is as likely as the
other. Knows words and calls; knows neither list nor calendar.
"""

from kippu.regex import regex
from kippu.turn import Call, Meaning
from kippu.understand.asking.asking_back import in_words
from kippu.understand.phrases.planned import names_kind

_ADDS = regex(r"(?:(?:please|and|also|can you|could you|would you)[ ,]+)*(?:add|put|stick|throw)\b")
_CALENDAR = regex(r"\b(?:calendar|schedule|diary|agenda|planner|events?|appointments?|plans?)\b")
_BETWEEN = regex(r",? and |, ")
_BARE = regex(
    r"(?!(?:call|text|email|mail|ring|phone|meet|see|visit|buy|get|pay|clean|wash|feed|walk|take|do|make|cook|bake"
    r"|check|book|pick|drop|collect|return|send|write|read|study|practi[cs]e|water|go|leave|fix|try|start|finish)\b)"
    r"(?:(?:some|more|a|an|the) )?[a-z][\w-]*(?: [a-z][\w-]*)?"
)
"""A thing as one writes it down to buy, and nothing that is done; a name has its capital."""


def asked_where(meaning: Meaning, text: str) -> Meaning:
    """The meaning; a question where it adds such a thing. ``text``: an English sentence, tidied."""
    if [call.tool for call in meaning.calls] != ["calendar.add"]:
        return meaning
    event = meaning.calls[0]
    title, at = str(event.arguments.get("text", "")), str(event.arguments.get("at", ""))
    if not title or "-" in at or event.arguments.keys() - {"text", "at", "either_half"}:
        return meaning
    folded = text.casefold()
    if not _ADDS.match(folded) or _CALENDAR.search(folded) or names_kind(title):
        return meaning
    if not all(_BARE.fullmatch(part) for part in _BETWEEN.split(title)):
        return meaning
    item = Call("lists.add", {"item": title, "list": "shopping"})
    question = f"Shall I {in_words(item, 'en')}, or {in_words(event, 'en')}?"
    choices = ("the shopping list", "the calendar")
    return Meaning(meaning.by, meaning.confidence, (), question, (item, event), choices)
