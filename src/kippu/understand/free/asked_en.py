"""What an English sentence asks of somebody or of today, though nobody marked it. Knows no encoder."""

from kippu.regex import regex

_FACTS = (
    (regex(r"\b(?:birthdays?|bday|born)\b"), "when is {person}'s birthday"),
    (regex(r"\be-?mails?\b"), "what is {person}'s email address"),
    (regex(r"\baddress|\bwhere\b.*\b(?:lives?|living|house)\b|\bstreet\b"), "what is {person}'s address"),
)
_NO_FACT = regex(r"\b(?:open|read|check|reply|answer|write|send|any|new|unread|lives?)\b")
"""Of mails, and of what nobody keeps of somebody."""
_WEEKDAY = regex(
    r"\bis (?:it|today|this)(?: the| a)? (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bwhat(?:'s"
    r"| is) today\b(?! (?:weather|plan|sched))"
)


def fact(folded: str, person: str) -> str:
    """The question for what is asked for of somebody: a birthday, an address, else the number."""
    if not person:
        return ""
    asked = next((asked for cue, asked in _FACTS if cue.search(folded)), "")
    if _NO_FACT.search(folded) and (not asked or "email" in asked):
        return ""
    return (asked or "what is the phone number of {person}").format(person=person)


def asks_weekday(folded: str) -> bool:
    """True for "is it tuesday or wednesday today"."""
    return _WEEKDAY.search(folded) is not None
