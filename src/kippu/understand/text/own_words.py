"""The person's own words again, where matching took the punctuation out: "milk eggs and bread" was
"milk, eggs and bread"; and without the quotes that only say where they begin and end. Knows no template.
"""

import re

from kippu.regex import regex

_MARKS = r"[\s.。,，、;；:：!！?？¡¿’'…—–-]*"


def as_said(value: str, text: str) -> str:
    """The part of the text that has the same words as the value; the value itself when none has."""
    if value in text:
        return value
    words = [re.escape(word) for word in value.split()]
    found = re.search(_MARKS.join(words), text, re.IGNORECASE) if len(words) > 1 else None
    return found[0] if found else value


_QUOTED = regex(r"(?:\"([^\"]+)\"?|「([^」]+)」?|『([^』]+)』?)")
"""The last one may be gone with the sentence's own punctuation."""


def unquoted(value: str) -> str:
    """What is between quotes, where all of it is."""
    match = _QUOTED.fullmatch(value)
    return next(filter(None, match.groups())) if match else value
