"""Whether an English sentence orders outright that all of a kind go, or a list or a note: by a word for it,
by the kind's own noun, and by "all" or by its name. Knows no encoder.
"""

import re
from collections.abc import Mapping

from kippu.regex import regex
from kippu.turn import Call
from kippu.understand.free.parts import Parts

_AWAY = regex(
    r"\b(?:(?:delet|remov|eras|wip|scrap|discard|destroy|trash|scrub|ditch|bin|dump|toss|cancel|clear)"
    r"(?:e|es|ed|ing|ping|ped|bing|bed|ning|ned|ling|led)?"
    r"|empt(?:y|ied|ying)|get(?:ting)? rid of|(?:tear|rip)(?:ing|ping)? up"
    r"|(?:throw|chuck|toss|fling|sling)(?:ing)?\b.*\b(?:away|out|off))\b"
)
_ENDS = regex(r"\b(?:end|kill|stop)(?:ing)?\b")
"""The same for what runs."""
_NOUNS: Mapping[str, str] = {
    "alarms.cancel_all": "alarms?",
    "calendar.remove_all": "events?|appointments?|meetings?|plans",
    "reminders.remove_all": "reminders?",
    "timers.cancel_all": "timers?|countdowns?",
    "timers.cancel_commands": "(?:scheduled )?commands?",
}
_OWN = "(?:of|the|my|our|these|those|them|that|your|single|last|current|scheduled|planned|bloody)"
_SOME = (
    r"(?! (?:about|to|with|which|called|named|before|after|except|but|until|that (?:i|we|is|are|has|have)"
    r"|{more}or)\b)(?! and (?!information\b|events?\b|schedules?\b|appointments?\b|meetings?\b|everything\b))"
)
"""Behind the noun, what tells some of them from the others."""
_ALL_OF_THEM = regex(r"\b(?:them all|all of (?:them|it)|every(?: last| single)? one|every ?thing|the lot)\b")
_ALL_ON = regex(
    r"\b(?:everything|(?:all|every) (?:[a-z]+ ){0,3}?)(?:that's |that is )?(?:in|on|from|off) "
    r"(?:my |the |our )*(?:calendar|diary|agenda|schedule)\b"
    r"|\b(?:clear|empty|wipe) (?:out )?(?:all of |all )?(?:my|the|our|whole|entire) (?:whole |entire )?"
    r"(?:calendar|diary|agenda|schedule)\b"
)
_LIST = regex(
    r"\b(?:clear|empty|wipe|everything|all|whole|contents)\b.*\blist\b"
    r"|\blist\b.*\b(?:everything|all of it|it)\b"
    r"|\b(?:delete|remove|discard|scrap|trash|ditch|bin|get rid of|erase|cancel|dump|destroy|toss|throw)"
    r"(?: (?!from|off|on|out|in)[\w']+){0,5} list\b"
)
_NOTE = regex(r"\b(?:notes?|memo|noted|jotted|wrote|written)\b")
_NAMED = ("person", "title", "text", "item")


_PARTLY = regex(
    r"\b(?:only|just|that (?!is|are)|which|who|whose|mentioning|regarding|running|longer|shorter|older|newer"
    r"|before|after|done|bought|finished|ticked|old|boring|party|think|should|maybe|time to|first"
    r"|(?<!every )(?<!last )(?<!single )ones?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day'?s?|(?:fri|sat|sun|mon|tue|wed|thu)'s|next week"
    r"|(?:i'm|we're) away)\b"
)
"""Some of them, on a day that is told of, or not yet."""


def orders_away(call: Call, parts: Parts) -> bool:
    """True for "wipe every alarm i've got", "get rid of all the stuff on my camping list" and "tear up the
    passport note"; not for "erase events" and "delete all my weekday alarms"."""
    folded, given = parts.text.casefold(), call.arguments
    ends = call.tool.startswith("timers.") and _ENDS.search(folded)
    if parts.language != "en" or not (ends or _AWAY.search(folded)) or _PARTLY.search(folded):
        return False
    if call.tool == "notes.remove":
        words = str(given.get("words", "")).casefold()
        return words != "" and words in folded and _NOTE.search(folded) is not None
    if any(parts.all(slot) for slot in _NAMED):
        return False
    if call.tool == "lists.clear":
        return "list" in given and _LIST.search(folded) is not None
    if call.tool == "calendar.remove_all" and _ALL_ON.search(folded):
        return True
    noun = _NOUNS.get(call.tool)
    return noun is not None and _takes_all(noun, folded, "day" in given)


def _takes_all(noun: str, folded: str, dated: bool) -> bool:
    """Whether all that the noun names are meant; ``dated``: their day is among what was understood."""
    some = _SOME.format(more="" if dated else r"for(?! (?:me|us|now|good)\b)|from|on|at|in|of|by|")
    every = rf"\b(?:all|every|each|both)(?: {_OWN})* (?:{noun})\b{some}"
    named = rf"\b(?:the|my|our|those|these|your) (?:{noun})\b{some}"
    return bool(re.search(every, folded) or (_ALL_OF_THEM.search(folded) and re.search(named, folded)))
