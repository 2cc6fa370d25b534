"""Whether a text has a clause in a writing in which nothing personal can be found here.

These writings have no capitals, and the tagger and the lexicon have none of their words: a name among them
looks like any other word. One or two words that are cited in another sentence are no clause.
"""

from kippu.regex import regex

LETTERS = (
    "\u0590-\u109f"  # Hebrew, Arabic, the writings of India, Thai, Lao, Tibetan, Burmese
    "\u10d0-\u10ff"  # Georgian
    "\u1200-\u139f"  # Ethiopic
    "\u1780-\u18af"  # Khmer, Mongolian
)
"""Inside the brackets of a pattern."""
_CLAUSE = regex(rf"[{LETTERS}]{{12,}}|[{LETTERS}]+(?:[^\w{LETTERS}]+[{LETTERS}]+){{2,}}")


def is_unread(text: str) -> bool:
    """Whether such a clause stands in it: three words, or twelve letters where words aren't apart."""
    return _CLAUSE.search(text) is not None
