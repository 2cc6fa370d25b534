"""The person's own words again, where matching took the punctuation out: "milk eggs and bread" was
"milk, eggs and bread". Knows no template.
"""

import re

_MARKS = r"[\s.。,，、;；:：!！?？¡¿’'…—–-]*"


def as_said(value: str, text: str) -> str:
    """The part of the text that has the same words as the value; the value itself when none has."""
    if value in text:
        return value
    words = [re.escape(word) for word in value.split()]
    found = re.search(_MARKS.join(words), text, re.IGNORECASE) if len(words) > 1 else None
    return found[0] if found else value
