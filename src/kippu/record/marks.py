"""What the person marked: words that stay on the device, and conversations that do.

Knows nothing of where a request runs; whoever places it asks here.
"""

import re
import unicodedata
from functools import cache

from kippu.errors import BadInput
from kippu.record.database import Database
from kippu.record.search import folded

_TABLES = """
CREATE TABLE IF NOT EXISTS marked (words TEXT PRIMARY KEY, folded TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS staying (conversation TEXT PRIMARY KEY);
"""
_LONGEST = 200
_INNER = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ACCENTS = re.compile("[\u0300-\u036f\ufe00-\ufe0f]")
_SIGNS = r"\s_/·・\-\u2010-\u2015"
_BREAKS = rf"(?:[{_SIGNS}]|\.(?!\s))*"
"""What may stand between any two letters: names are written as words of code, too."""
_WITHIN = {"[a-z]": "(?:e?s)?", "[0-9]": ""}
"""Beside which letters words are a part of another one, and what their plural adds."""


class Marks:
    """The person's marks."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.table(_TABLES)

    def words(self) -> tuple[str, ...]:
        """What was marked as private, as it was written, oldest first."""
        return tuple(row["words"] for row in self._database.read("SELECT words FROM marked ORDER BY rowid"))

    def add(self, words: str) -> None:
        """Mark words as private; raises BadInput when there are none, or too many for a phrase."""
        words = " ".join(words.split())
        if not words or len(words) > _LONGEST:
            raise BadInput(
                f"What is marked as private must have 1 to {_LONGEST} characters, and this has {len(words)}. "
                "Mark a name, a number or a phrase.",
                f"秘密の言葉は 1〜{_LONGEST} 文字です（{len(words)} 文字あります）。"
                "名前、番号、語句を登録してください。",
            )
        with self._database.write() as connection:
            connection.execute("INSERT OR REPLACE INTO marked VALUES (?, ?)", (words, _folded(words)))

    def remove(self, words: str) -> bool:
        """Take a mark back; False if there was none."""
        with self._database.write() as connection:
            return bool(connection.execute("DELETE FROM marked WHERE folded = ?", (_folded(words),)).rowcount)

    def within(self, text: str) -> tuple[str, ...]:
        """Which marked words are in the text, in whatever case, width, spacing, number and accents."""
        marked = self.words()
        said = _plain(text) if marked else ""
        return tuple(words for words in marked if _pattern(words).search(said))

    def stays(self, conversation: str) -> bool:
        """True when this conversation stays on the device."""
        return bool(self._database.read("SELECT 1 FROM staying WHERE conversation = ?", conversation))

    def stay(self, conversation: str, stays: bool) -> None:
        """Let a conversation stay on the device, or no longer."""
        with self._database.write() as connection:
            if stays:
                connection.execute("INSERT OR IGNORE INTO staying VALUES (?)", (conversation,))
            else:
                connection.execute("DELETE FROM staying WHERE conversation = ?", (conversation,))


def _folded(words: str) -> str:
    return "".join(folded(words).split())


def _plain(text: str) -> str:
    """Text without what is not seen in it (soft hyphens), without accents, and broken at inner capitals."""
    seen = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    apart = unicodedata.normalize("NFKD", _INNER.sub(" ", seen))
    return folded(_ACCENTS.sub("", apart))


@cache
def _pattern(words: str) -> re.Pattern[str]:
    """Finds words wherever the text breaks them, and not within another word ("May" in "maybe")."""
    plain = re.sub(f"[{_SIGNS}.]", "", _plain(words)) or "".join(_plain(words).split())
    letters = _BREAKS.join(map(re.escape, plain))
    before = next((rf"(?<!{kind})" for kind in _WITHIN if re.match(kind, plain)), "")
    after = next((rf"{more}(?!{kind})" for kind, more in _WITHIN.items() if re.search(f"{kind}$", plain)), "")
    return re.compile(before + letters + after)
