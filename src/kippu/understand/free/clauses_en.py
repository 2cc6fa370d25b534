"""What an English sentence says beside the words that ask for a deed: the text of a message, the title of
what is to be planned, what is to be looked up. For parts that nobody marked, or marked half. Knows no
encoder.
"""

import re
from collections.abc import Sequence

from kippu.regex import regex

_POLITE = regex(
    r"(?:[ ,]+(?:please|thanks|thank you|cheers|ta|now|right now|for me|will you|would you|innit|yeah|ok"
    r"|okay|mate|love|dear))+$",
    re.IGNORECASE,
)
_TELLS = regex(
    r"\b(?:tell|text|message|let|write(?: to)?|inform|notify|answer|reply to|warn|update)\s+"
    r"(?:(?:my|our|the)\s+)?$",
    re.IGNORECASE,
)
_SAYS = regex(
    r"(?:\s+(?:a (?:message|text|note)|know|back|by (?:e-?mail|text|message|phone)))?[ ,:]*"
    r"(?:(?:that|saying|to say|to)\s+)?(?P<told>.+)$",
    re.IGNORECASE,
)
_MORE_TO_DO = regex(
    r"^not\b|\?|(?:,|;|\.|\band|\bthen|\balso) (?:then |also |please |and )*(?:turn|switch|lock|unlock"
    r"|open|close|shut|set"
    r"|play|text|call|ring|tell|message|remind|add|put|start|stop|dim|cancel|delete|remove|don't|no)\b",
    re.IGNORECASE,
)
"""Another order behind the message, or second thoughts: where it ends nobody knows."""
_KEPT = regex(
    r"[ ,;.]*\b(?:and |so |can you |could you |please |just )*"
    r"(?:put|get|pop|stick|pencil|jot|note|mark(?! my words)|enter|add|write|log|block|save|book|make)\s+"
    r"(?:it|that|this|them|me|him|her|us)\b.*$",
    re.IGNORECASE,
)
_LEAD = regex(
    r"^(?:(?:please|so|ok|okay|now|right|hey kippu|kippu|can you|could you|would you|i want you to|hey"
    r"|listen|oh|by|at|on|in|for"
    r"|from|and|also|there's|there is|there'll be|we have|we've got|we've|we're|we are|i have|i've got"
    r"|i've|i got|i'm|i am"
    r"|i need to|i have to|i must|i will be|i'll be|i will|i'll|it's|is|the|a|an|my|our|having|going to"
    r"|got)\b[ ,]*)+",
    re.IGNORECASE,
)
_ENDS = regex(
    r"[ ,;.]+(?:by|at|on|in|for|from|is|are|the|and|it's|it is|starts|begins)?[ ,;.!?]*$", re.IGNORECASE
)
_LONGEST = 9
"""Words of a title: more is a tale."""
_LOOKS_UP = regex(
    r"^(?:(?:please|can you|could you|would you|hey kippu|i want you to|go|just|and)\b[ ,]*)*"
    r"(?:look(?: it| that)? up|search(?: for)?|google|find(?: out)?|check|see)\s+(?:(?:on|in) (?:the )?"
    r"(?:internet|web|net|online)|online)?[ ,:]*(?:for |about )?(?P<asked>.+?)"
    r"(?:[ ,]+(?:on|in) (?:the )?(?:internet|web|net)|[ ,]+online)?$",
    re.IGNORECASE,
)
_NOTES = regex(
    r"\b(?:log|note(?: down)?|record|(?:write|jot)(?: this| it)? down|remember|keep in mind|make a note)"
    r"[ ,:]+(?:that|this|of)?[ ,:]*(?P<what>.+)$",
    re.IGNORECASE,
)

_NUDGE = regex(
    r"^(?P<what>.+?)[,;.]? (?:(?:and|so|please|can you|could you|you|will you|just)[ ,]+)*(?:jog my memory"
    r"|remind me(?: (?:of|about) (?:it|that|this))?|don't let me forget(?: (?:it|that))?"
    r"|give (?:me|us) an? (?:nudge|shout|prod|ping|poke|buzz)|(?:nudge|ping|prod) me)"
    r"(?:[ ,]+(?:about it|then|yeah|ok|now))*$",
    re.IGNORECASE,
)
_HAVE_TO = regex(
    r"^(?:(?:so|ok|hey|kippu)[ ,]+)*(?:i|we)(?:'ve got to| have(?: got)? to| need to| must| should| gotta"
    r"|'ve to| ought to) ",
    re.IGNORECASE,
)


def told(text: str, person: str) -> str:
    """What is to be said to somebody, whole: "tell my nana i lost my tooth" is "i lost my tooth"."""
    before, _, behind = text.partition(person) if person else ("", "", "")
    says = _SAYS.match(behind) if _TELLS.search(before) else None
    said = _POLITE.sub("", says["told"]).strip(" ,.!") if says else ""
    return "" if _MORE_TO_DO.search(said) else said


def planned(text: str, times: Sequence[tuple[int, int]]) -> str:
    """What is to be written into a calendar, without its time and the words that ask for it: "essay due"."""
    for start, end in reversed(times):
        text = f"{text[:start]} {text[end:]}"
    kept = _KEPT.search(text)
    if kept is None:
        return ""
    said = re.sub(r"\s+", " ", text[: kept.start()]).strip(" ,.;")
    said = _ENDS.sub("", f"{_LEAD.sub('', said)} ").strip(" ,.;")
    return said if 0 < len(said.split()) <= _LONGEST else ""


def nudged(text: str, times: Sequence[tuple[int, int]]) -> tuple[str, str]:
    """What is to be done, or else what is so, before the words that ask to be reminded of it: "i have to ring
    Gran, jog my memory" is "ring Gran", "the bins go out, remind me" is "bins go out"."""
    for start, end in reversed(times):
        text = f"{text[:start]} {text[end:]}"
    found = _NUDGE.match(_POLITE.sub("", re.sub(r"\s+", " ", text).strip(" ,.;!?")))
    what = _ENDS.sub("", f"{found['what']} ").strip(" ,.;") if found else ""
    if not 1 < len(what.split()) <= _LONGEST or "," in what:
        return "", ""
    order = _HAVE_TO.sub("", what)
    return (order, "") if order != what else ("", _LEAD.sub("", what))


def looked_up(text: str) -> str:
    """What is to be searched for elsewhere."""
    found = _LOOKS_UP.match(_POLITE.sub("", text.strip(" .?!")))
    return found["asked"] if found else ""


def noted(text: str) -> str:
    """What is to be written down, behind the word for it: "log that she drank 120 ml at 2am"."""
    found = _NOTES.search(text)
    return _POLITE.sub("", found["what"]).strip(" ,.!") if found else ""
