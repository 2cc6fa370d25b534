"""What is added at an hour and may be no event, "add milk at 5"; and what is added to nothing that is named,
beside an order of another kind: "drop the call and add bob". It is asked where it belongs.

Without a word of a calendar or a day, for what one buys the one is as likely as the other. Knows words and
calls; knows neither list nor calendar.
"""

from kippu.groceries import is_product
from kippu.regex import regex
from kippu.turn import Call, Meaning, Turn
from kippu.understand.asking.asking_back import in_words, shall_i
from kippu.understand.phrases.planned import names_kind

_ADDS = regex(r"(?:(?:please|and|also|can you|could you|would you)[ ,]+)*(?:add|put|stick|throw)\b")
_CALENDAR = regex(r"\b(?:calendar|schedule|diary|agenda|planner|events?|appointments?|plans?)\b")
_LIST = regex(r"\b(?:lists?|shopping|groceries|to-?dos?|buy|get|need)\b")
_BETWEEN = regex(r",? and |, ")
_BARE = regex(
    r"(?!(?:call|text|email|mail|buy|get|pay|clean|wash|feed|walk|take|do|make|cook|bake|boil|fry|grill|roast"
    r"|check|book|pick|drop|collect|return|send|sell|water|fix|try|start|finish|prepare|defrost|eat|order|bring"
    r"|peel|chop|cut|change|charge|replace|use) )"
    r"(?:(?:some|more|a|an|the) )?(?:(?:toilet|kitchen|baking|wrapping|printer) (?:paper|rolls?|towels?)"
    r"|(?:[a-z][\w-]* )?(?P<what>[a-z][\w-]*))"
)
"""A thing with one word before it, and nothing that is done; a name has its capital."""


def _is_bought(said: str) -> bool:
    """Whether it is a thing as one writes it down to buy."""
    match = _BARE.fullmatch(said)
    if match is None or not match["what"]:
        return match is not None
    return is_product(match["what"])


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
    if not all(map(_is_bought, _BETWEEN.split(title))):
        return meaning
    item = Call("lists.add", {"item": title, "list": "shopping"})
    question = f"Shall I {in_words(item, 'en')}, or {in_words(event, 'en')}?"
    choices = ("the shopping list", "the calendar")
    return Meaning(meaning.by, meaning.confidence, (), question, (item, event), choices)


def asked_if_listed(meaning: Meaning, turn: Turn) -> Meaning:
    """The meaning; a question where it puts on a list what nobody buys, and speaks of no list, beside a deed
    with an event, a person or a bell: to one of those it may belong."""
    added = [call for call in meaning.calls if call.tool == "lists.add"]
    beside = {call.tool.partition(".")[0] for call in meaning.calls} & _OTHERS
    on_a_list = bool(turn.earlier) and turn.earlier[-1].tool.startswith("lists.")
    if not added or not beside or on_a_list or _LIST.search(turn.text.casefold()):
        return meaning
    if all(_is_bought(one) for call in added for one in _BETWEEN.split(str(call.arguments.get("item", "")))):
        return meaning
    question = shall_i(meaning.calls, "en")
    return Meaning(meaning.by, meaning.confidence, (), question, meaning.calls) if question else meaning


_OTHERS = frozenset({"calendar", "contacts", "reminders", "alarms", "phone"})
