"""ZIM files as knowledge (Kiwix's form): their own full-text index narrows, our ranking then chooses.

A whole encyclopaedia fits in one such file. libzim reads it; it comes with the extra ``zim``.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from kippu.errors import LayerBroken
from kippu.layers.finding import ENOUGH_OF_MANY, Found, ranked
from kippu.layers.index import Index, Row, rows_of
from kippu.layers.passages import of_html, passages
from kippu.layers.words import telling, words

_EACH = 12
"""Articles that are taken from each query."""
_RAREST = 4
"""Words of a question, the rarest first, that are asked for one by one and in pairs."""


class Archive:
    """One ZIM file."""

    def __init__(self, path: Path, layer: str) -> None:
        """Raises LayerBroken when it can't be read, has no full-text index, or libzim is missing."""
        try:
            from libzim import reader, search  # type: ignore[import-untyped]  # noqa: PLC0415  # an extra; no types
        except ImportError as error:
            raise LayerBroken(
                f"{path.name} is a ZIM file, and what reads it is not installed: pip install 'kippu[zim]'.",
                f"{path.name} はZIMファイルですが、読むための部品がありません: pip install 'kippu[zim]'",
            ) from error
        try:
            self._archive: Any = reader.Archive(path)
        except RuntimeError as error:
            raise LayerBroken(
                f"{path.name} is no ZIM file that can be read: {error}.",
                f"{path.name} はZIMファイルとして読めません（{error}）。",
            ) from error
        if not self._archive.has_fulltext_index:
            raise LayerBroken(
                f"{path.name} has no full-text index: nothing could be found in it.",
                f"{path.name} には全文索引がなく、検索できません。",
            )
        self._searcher: Any = search.Searcher(self._archive)
        self._query = search.Query
        self._layer, self._place = layer, path.name

    def find(self, question: str) -> list[Found]:
        """The passages that answer, the best first."""
        asked = telling(question)
        counts = {word: self._matches(word) for word in asked}
        rows = [row for path in self._near(asked, counts) for row in self._rows(path)]
        index = Index.made(None, rows)
        try:
            near = index.near(list(dict.fromkeys(words(question))), asked)
            best = ranked(asked, self._layer, near, counts, self._archive.article_count)
            return [found for found in best if found.score >= ENOUGH_OF_MANY]
        finally:
            index.close()

    def _near(self, asked: Sequence[str], counts: Mapping[str, int]) -> list[str]:
        """Paths of articles: those that have all of the words, then pairs of them, then single ones."""
        rarest = sorted((word for word in asked if counts[word]), key=lambda word: counts[word])[:_RAREST]
        queries = [" ".join(asked), *map(" ".join, combinations(rarest, 2)), *rarest]
        return list(dict.fromkeys(path for query in queries for path in self._search(query)))

    def _search(self, query: str) -> list[str]:
        found = self._searcher.search(self._query().set_query(query))
        return list(found.getResults(0, _EACH)) if query else []

    def _matches(self, word: str) -> int:
        return int(self._searcher.search(self._query().set_query(word)).getEstimatedMatches())

    def _rows(self, path: str) -> list[Row]:
        entry = self._archive.get_entry_by_path(path)
        item = entry.get_item()
        if not item.mimetype.startswith("text/"):
            return []
        text = bytes(item.content).decode("utf-8", "replace")
        text = of_html(text) if "html" in item.mimetype else text
        return rows_of(f"{self._place}/{path}", passages(text, entry.title))
