"""Looks for answers in the documents of layers, with an index for each that is made when it is first needed.

English questions are looked for by words and meaning, others by words alone, and so are ZIM files. Knows
documents, archives and where indexes are kept; not when to look.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path

from kippu.engines.embedding import Embedder
from kippu.errors import ModelError, RecordError
from kippu.layers.agentskill import AgentSkill, Page
from kippu.layers.archive import Archive
from kippu.layers.dictionary import Dictionary
from kippu.layers.entry import answer
from kippu.layers.finding import Found, find, find_meant
from kippu.layers.fitting import Direct, fit, need, parts
from kippu.layers.index import Index, Row, rows_of
from kippu.layers.meaning import Meanings, direction
from kippu.layers.meant import Asked
from kippu.layers.meant import asked as asked_word
from kippu.layers.passages import passages
from kippu.layers.ranges import within
from kippu.layers.reading import Layer
from kippu.layers.words import has_japanese, words

_READ = "en"
"""The language that the encoder reads."""
_DEFINED = 1.5
"""The score of a dictionary's entry: that of a passage under a heading that is just what is asked for."""

Told = Callable[[int, int], None]
"""Hears how many of how many passages are read."""


def unheard(done: int, of: int) -> None:
    """Tell nobody."""


class Knowing:
    """Finds passages."""

    def __init__(self, cache: Path, encoder: Callable[[], Path]) -> None:
        """``cache``: the folder for indexes; they can be deleted at any time. ``encoder``: gives the folder
        of what reads meanings, or raises ModelError when it is not to be used (``Shelf.encoder``)."""
        self._cache = cache
        self._lock = threading.Lock()
        self._reading = threading.Lock()
        self._closed = threading.Event()
        self._indexes: dict[str, Index] = {}
        self._meanings: dict[str, Meanings] = {}
        self._archives: dict[Path, Archive] = {}
        embedder = self._embedder = Embedder(encoder)
        self._direction = lru_cache(8)(lambda question: direction(question, embedder))
        self._meaning_of = lru_cache(1024)(lambda text: direction(text, embedder))

    def find(self, question: str, layers: Sequence[Layer], told: Told = unheard) -> list[Found]:
        """What answers the question in any of the layers, the best first; empty when nothing does.

        A layer whose meaning was never read is read first, which takes seconds: ``told`` hears of it.
        """
        return self._best(layers, lambda layer: self._meant(question, layer, told))

    def find_by_words(self, question: str, layers: Sequence[Layer]) -> list[Found]:
        """What has enough of the question's words, the best first: at once, and without its meaning."""
        return self._best(layers, lambda layer: self._worded(question, layer))

    def find_at_once(self, question: str, layers: Sequence[Layer]) -> list[Found]:
        """What has enough of the question's words, and in a layer that was read what means it: no layer is
        read for it."""
        return self._best(
            layers,
            lambda layer: (
                self._meant(question, layer, unheard)
                if self._is_read(layer)
                else self._worded(question, layer)
            ),
        )

    def define(self, question: str, layer: Layer) -> list[Found]:
        """What its dictionaries say of a word or name whose meaning is asked for; else empty."""
        indexes = [*layer.dictionaries()]
        asked = asked_word(question) if indexes else None
        if asked is None:
            return []
        return [
            Found(layer.name, key, path.stem, text, 1.0, _DEFINED)
            for path in indexes
            for key, text in _defined(asked, Dictionary(path))
        ]

    def fit(self, request: str, skill: AgentSkill) -> float:
        """How far a request is what a skill is for (``fitting.fit``)."""
        return self._by_meaning(lambda direct: fit(request, skill.name, skill.description, direct))

    def need(self, request: str, skill: AgentSkill, page: Page, like: float) -> float:
        """How far a request for a skill needs one of its pages (``fitting.need``)."""
        line = f"{page.line} {page.file.stem}"
        known = f"{skill.name.replace('-', ' ')} {skill.description}"
        return self._by_meaning(lambda direct: need(request, line, page.text(), known, like, direct))

    def near(self, request: str, layer: Layer, told: Told = unheard) -> list[tuple[float, Row]]:
        """All passages of a layer in their order, each with how like a request it is; 0 where that can't be
        known, as in Japanese."""
        with self._lock:
            rows = self._index(layer).rows
        try:
            reads = _READ in layer.manifest.languages and words(request) and not has_japanese(request)
            meaning = self._meaning(layer, told) if reads else None
            asked = [meaning.like(self._meaning_of(part)) for part in parts(request)] if meaning else []
        except ModelError:
            asked = []
        like = [
            max((max(one.whole[at], one.sentence[at]) for one in asked), default=0) for at in range(len(rows))
        ]
        return [(float(one), row) for one, row in zip(like, rows, strict=True)]

    def read(self, layer: Layer, told: Told) -> None:
        """Read what the layer's passages mean, if that is not kept yet."""
        if (layer.finds or layer.writes) and _READ in layer.manifest.languages:
            self._meaning(layer, told)

    def forget(self, layer: Layer) -> None:
        """Close and delete what is kept of the layer."""
        with self._reading, self._lock:
            if index := self._indexes.pop(layer.digest, None):
                index.close()
            self._meanings.pop(layer.digest, None)
            self._file(layer, ".db").unlink(missing_ok=True)
            for kept in self._cache.glob(f"{self._file(layer, '').name}-*.npz"):
                kept.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of all indexes; what is being read stops."""
        self._closed.set()
        with self._lock:
            self._archives.clear()
            while self._indexes:
                self._indexes.popitem()[1].close()

    def _by_meaning(self, measure: Callable[[Direct | None], float]) -> float:
        try:
            return measure(self._meaning_of)
        except ModelError:  # an encoder that can't be run: words are compared all the same
            return measure(None)

    def _best(self, layers: Sequence[Layer], find: Callable[[Layer], list[Found]]) -> list[Found]:
        found = [one for layer in layers if layer.finds for one in find(layer)]
        return sorted(found, key=lambda one: -one.score)

    def _meant(self, question: str, layer: Layer, told: Told) -> list[Found]:
        reads = _READ in layer.manifest.languages and words(question) and not has_japanese(question)
        try:
            meaning = self._meaning(layer, told) if reads else None
            likeness = meaning.like(self._direction(question)) if meaning else None
        except ModelError:  # an encoder that can't be run: words are found all the same
            likeness = None
        if likeness is None:
            return self._worded(question, layer)
        with self._lock:
            index = self._index(layer)
            found = within(question, lambda asked: find_meant(asked, layer.name, index, likeness), index.rows)
            return found + self._in_archives(question, layer) + self.define(question, layer)

    def _worded(self, question: str, layer: Layer) -> list[Found]:
        with self._lock:
            index = self._index(layer)
            found = within(question, lambda asked: find(asked, layer.name, index), index.rows)
            return found + self._in_archives(question, layer) + self.define(question, layer)

    def _in_archives(self, question: str, layer: Layer) -> list[Found]:
        found = []
        for path in layer.archives():
            if path not in self._archives:
                self._archives[path] = Archive(path, layer.name)
            found += self._archives[path].find(question)
        return found

    def _is_read(self, layer: Layer) -> bool:
        """Whether what its passages mean is kept."""
        if layer.digest in self._meanings:
            return True
        try:
            return self._file(layer, f"-{self._embedder.version}.npz").exists()
        except ModelError:  # an encoder that can't be run
            return False

    def _meaning(self, layer: Layer, told: Told) -> Meanings | None:
        """What its passages mean; None when it has none. Raises ModelError when the encoder is broken."""
        if known := self._meanings.get(layer.digest):
            return known  # whatever else is being read now
        with self._reading:
            if layer.digest not in self._meanings:
                with self._lock:
                    rows = self._index(layer).rows
                if not rows:
                    return None
                file = self._file(layer, f"-{self._embedder.version}.npz")
                kept = Meanings.opened(file)
                if kept is None or kept.passages != len(rows):
                    going_on = partial(self._going_on, told)
                    kept = Meanings.made(file, rows, self._embedder, going_on)
                self._meanings[layer.digest] = kept
            return self._meanings[layer.digest]

    def _going_on(self, told: Told, done: int, of: int) -> None:
        if self._closed.is_set():
            raise RecordError(
                "What a layer's passages mean was not read to the end: Kippu was stopped.",
                "Kippuが止められたため、レイヤーの文章を最後まで読めませんでした。",
            )
        told(done, of)

    def _index(self, layer: Layer) -> Index:
        if layer.digest not in self._indexes:
            file = self._file(layer, ".db")
            self._indexes[layer.digest] = Index.opened(file) or Index.made(file, _rows(layer))
        return self._indexes[layer.digest]

    def _file(self, layer: Layer, kind: str) -> Path:
        return self._cache / f"{layer.name}-{layer.digest[:16]}{kind}"


def _defined(asked: Asked, dictionary: Dictionary) -> Iterator[tuple[str, str]]:
    """The first of its words that is there, and what it means."""
    for key in asked.headwords():
        entry = dictionary.entry(key)
        if entry and (told := answer(asked, key, entry)):
            yield key, told
            return


def _rows(layer: Layer) -> Iterator[Row]:
    for path in layer.documents():
        place = path.relative_to(layer.folder).as_posix()
        yield from rows_of(place, passages(path.read_text(encoding="utf-8"), path.stem))
    for skill in layer.skills:
        place = skill.file.relative_to(layer.folder).as_posix()
        yield from rows_of(place, passages(skill.body(), skill.name))
        for page in skill.pages():
            place = page.file.relative_to(layer.folder).as_posix()
            yield from rows_of(place, passages(page.text(), page.file.stem))
