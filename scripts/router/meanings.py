"""What words mean, as far as the vectors tell by which a small language model reads them.

Nothing of it goes to the device but a weight for each place (``train.py``).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from zlib import crc32

import gguf
import numpy as np
from gguf.quants import dequantize

from kippu.place.features import BUCKETS, spoken

_SPACE = "Ġ"
"""What stands for a space in the tokens of GPT-2 and its kind."""


class Meanings:
    """A vector for each place that words are hashed to."""

    def __init__(self, path: Path, texts: list[str]) -> None:
        """``path``: of the model. Where words share a place, those of the texts go before the model's own."""
        reader = gguf.GGUFReader(path)
        table = next(one for one in reader.tensors if one.name == "token_embd.weight")
        vectors = dequantize(table.data, table.tensor_type)
        self._vectors = (vectors - vectors.mean(axis=0)).astype(np.float32)
        field = reader.fields["tokenizer.ggml.tokens"]
        tokens = [bytes(field.parts[at]).decode(errors="replace").replace(_SPACE, " ") for at in field.data]
        self._token = {token: number for number, token in reversed(list(enumerate(tokens)))}
        of_texts = {word for text in texts for word in spoken(text)}
        of_model = {token[1:].lower() for token in tokens if token[0] == " " and token[1:].isalpha()}
        places = self._places(of_model) | self._places(of_texts)
        self._row = np.zeros(BUCKETS, np.intp)
        self._row[list(places)] = np.arange(1, len(places) + 1)
        self._rows = np.array([np.zeros(vectors.shape[1]), *places.values()], np.float32)

    def at(self, places: np.ndarray) -> np.ndarray:
        """(places, wide); nought where no word is known."""
        told: np.ndarray = self._rows[self._row[places]]
        return told

    def everywhere(self) -> np.ndarray:
        """(BUCKETS, wide)."""
        return self.at(np.arange(BUCKETS))

    def _places(self, words: Iterable[str]) -> dict[int, np.ndarray]:
        found = defaultdict(list)
        for word in sorted(words):
            found[crc32(word.encode()) % BUCKETS].append(self._of(word))
        return {place: np.mean(vectors, axis=0) for place, vectors in found.items()}

    def _of(self, word: str) -> np.ndarray:
        """That of the word where it is one token in any case, else the mean of its pieces'."""
        for form in (f" {word}", f" {word.capitalize()}", f" {word.upper()}", word):
            if form in self._token:
                return self._vectors[self._token[form]]
        pieces = list(self._pieces(f" {word}"))
        return np.mean(self._vectors[pieces], axis=0) if pieces else np.zeros(self._vectors.shape[1])

    def _pieces(self, word: str) -> Iterator[int]:
        """The longest tokens from the left, which is about how the model cuts it."""
        while word:
            end = next((end for end in range(len(word), 0, -1) if word[:end] in self._token), 0)
            if end:
                yield self._token[word[:end]]
            word = word[max(1, end) :]
