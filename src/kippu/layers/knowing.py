"""Looks for answers in the documents of layers, with an index for each that is made when it is first needed.

Knows documents, archives and where indexes are kept; not when to look.
"""

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

from kippu.layers.archive import Archive
from kippu.layers.finding import Found, find
from kippu.layers.index import Index, Row, rows_of
from kippu.layers.passages import passages
from kippu.layers.reading import Layer


class Knowing:
    """Finds passages."""

    def __init__(self, cache: Path) -> None:
        """``cache``: the folder for indexes; they can be deleted at any time."""
        self._cache = cache
        self._lock = threading.Lock()
        self._indexes: dict[str, Index] = {}
        self._archives: dict[Path, Archive] = {}

    def find(self, question: str, layers: Sequence[Layer]) -> list[Found]:
        """What answers the question in any of the layers, the best first; empty when nothing does."""
        found = [one for layer in layers if layer.finds for one in self._find(question, layer)]
        return sorted(found, key=lambda one: -one.score)

    def forget(self, layer: Layer) -> None:
        """Close and delete the layer's index."""
        with self._lock:
            if index := self._indexes.pop(layer.digest, None):
                index.close()
            self._file(layer).unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of all indexes."""
        with self._lock:
            self._archives.clear()
            while self._indexes:
                self._indexes.popitem()[1].close()

    def _find(self, question: str, layer: Layer) -> list[Found]:
        with self._lock:
            found = find(question, layer.name, self._index(layer))
            for path in layer.archives():
                if path not in self._archives:
                    self._archives[path] = Archive(path, layer.name)
                found += self._archives[path].find(question)
            return found

    def _index(self, layer: Layer) -> Index:
        if layer.digest not in self._indexes:
            file = self._file(layer)
            self._indexes[layer.digest] = Index.opened(file) or Index.made(file, _rows(layer))
        return self._indexes[layer.digest]

    def _file(self, layer: Layer) -> Path:
        return self._cache / f"{layer.name}-{layer.digest[:16]}.db"


def _rows(layer: Layer) -> Iterator[Row]:
    for path in layer.documents():
        place = path.relative_to(layer.folder).as_posix()
        yield from rows_of(place, passages(path.read_text(encoding="utf-8"), path.stem))
    for skill in layer.skills:
        place = skill.file.relative_to(layer.folder).as_posix()
        yield from rows_of(place, passages(skill.body(), skill.name))
