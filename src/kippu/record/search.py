"""Finding words in English and Japanese: how text is folded for the index, and how a query is asked.

The index splits into threes of characters, which needs no dictionary for Japanese; shorter words are
looked for by reading through. Knows only the index's name and its one column.
"""

import unicodedata

from kippu.record.database import Database

_THREE = 3
_SHOWN, _BEFORE = 90, 24
"""Characters of a line that are shown, and of them before the first word that was looked for."""
_KATAKANA_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}


def folded(text: str) -> str:
    """Text as it is compared: wide and narrow forms, capitals, and the two kana made the same."""
    return unicodedata.normalize("NFKC", text).casefold().translate(_KATAKANA_TO_HIRAGANA)


def found(database: Database, words: str) -> set[int] | None:
    """Rows of ``turn_words`` in which every one of the words stands; None when there are no words."""
    rows: set[int] | None = None
    for word in folded(words.replace("\0", " ")).split():
        if len(word) >= _THREE:
            here = database.read(
                "SELECT rowid FROM turn_words WHERE turn_words MATCH ?", '"' + word.replace('"', '""') + '"'
            )
        else:
            escaped = word.replace("!", "!!").replace("%", "!%").replace("_", "!_")
            here = database.read("SELECT rowid FROM turn_words WHERE text LIKE ? ESCAPE '!'", f"%{escaped}%")
        numbers = {row["rowid"] for row in here}
        rows = numbers if rows is None else rows & numbers
    return rows


def line(words: str, *texts: str) -> str:
    """The line of the texts in which most of the words stand, cut to what is around the first of them."""
    wanted = folded(words.replace("\0", " ")).split()
    lines = [one.strip() for text in texts for one in text.splitlines() if one.strip()]
    best = max(lines, key=lambda one: sum(word in folded(one) for word in wanted), default="")
    if len(best) <= _SHOWN:
        return best
    found = [at for word in wanted if (at := folded(best).find(word)) >= 0]
    start = max(0, min(found, default=0) - _BEFORE)
    end = start + _SHOWN
    return ("…" if start else "") + best[start:end].strip() + ("…" if end < len(best) else "")
