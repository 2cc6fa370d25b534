"""Makes the vocabulary of the Japanese reader: words as they are written, each with the number of its vector.

    python scripts/encoder/ja_words.py --vectors FOLDER --out FOLDER

``--vectors``: the folder ``vocab`` out of the wheel ja_ginza 5.3.0, which holds chiVe's vectors (Works
Applications, Apache-2.0) of the 20,000 most frequent words in their normalised form; rarer words point to
the vector of a like one. SudachiPy with sudachidict_core (Apache-2.0) tells which spellings and inflected
forms have that form. Writes ``words.txt`` (a spelling and its number a line, the most frequent first) and
``vectors.npy`` (20,000 x 128, the strongest directions of 300). Needs msgpack, sudachipy and
sudachidict_core.
"""

import argparse
import json
import re
import struct
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import msgpack
import numpy as np
from sudachipy import Dictionary, SplitMode, Tokenizer

WIDE = 128
FIRST = 2
"""Number of the first word: 0 is what nobody knows, 1 a number in digits."""
_KNOWN = 60_000
"""So many words are kept."""
_FREQUENT = 15_000
"""Of so many the spelling in kana too."""
_ALL = (1 << 64) - 1
_WRITTEN = re.compile(r"[ぁ-んァ-ヶー一-鿿々〆a-z]{1,10}")
_ENDINGS = {
    "う": "わいえおっ", "く": "かきけこい", "ぐ": "がぎげごい", "す": "さしせそ", "つ": "たちてとっ",
    "ぬ": "なにねのん", "ぶ": "ばびべぼん", "む": "まみめもん", "る": "らりれろっ", "い": "くかけ",
}  # fmt: skip
"""What the last letter of a word in its plain form becomes."""


def _hash(text: str) -> int:
    """MurmurHash64A with seed 1, by which spaCy numbers its strings."""
    key, mix = text.encode(), 0xC6A4A7935BD1E995
    found = (1 ^ (len(key) * mix)) & _ALL
    whole = len(key) - len(key) % 8
    for start in range(0, whole, 8):
        part = (struct.unpack_from("<Q", key, start)[0] * mix) & _ALL
        found = ((found ^ (((part ^ (part >> 47)) * mix) & _ALL)) * mix) & _ALL
    if key[whole:]:
        found = ((found ^ int.from_bytes(key[whole:], "little")) * mix) & _ALL
    found = ((found ^ (found >> 47)) * mix) & _ALL
    return found ^ (found >> 47)


def words(folder: Path) -> dict[str, int]:
    """The words that have a vector, the most frequent first, and its number; a rare one has a like word's."""
    strings = json.loads((folder / "strings.json").read_text(encoding="utf-8"))
    names = {_hash(text): text for text in strings}
    rows = msgpack.unpackb((folder / "key2row").read_bytes(), strict_map_key=False)
    return {names[key]: FIRST + row for key, row in list(rows.items())[:_KNOWN] if key in names}


def spellings(known: dict[str, int], strings: list[str]) -> dict[str, tuple[int, int]]:
    """Each spelling and inflected form of a known word, with the word's rank and number; the most frequent
    word where a spelling is of several."""
    cutter = Dictionary(dict="core").tokenizer(SplitMode.C)
    rank = {word: place for place, word in enumerate(known)}
    found: dict[str, tuple[int, int]] = {}

    def keep(text: str, word: str) -> None:
        written = unicodedata.normalize("NFKC", text).lower()
        if word in known and _WRITTEN.fullmatch(written):
            found[written] = min(found.get(written, (_KNOWN, 0)), (rank[word], known[word]))

    for text in dict.fromkeys((*known, *strings)):
        read = cutter.tokenize(text)
        keep(text, read[0].normalized_form() if len(read) == 1 else text)
        for form in _inflected(text) if len(read) == 1 and len(text) > 1 else ():
            for ending in ("て", "ない", "ば", "た", "さ"):
                whole = cutter.tokenize(form + ending)
                if whole[0].surface() == form:
                    keep(form, whole[0].normalized_form())
    return found | readings(found, cutter)


def readings(found: dict[str, tuple[int, int]], cutter: Tokenizer) -> dict[str, tuple[int, int]]:
    """The frequent spellings in kana alone, as children and the hurried write, where no word is written so.

    They come behind all others: a kana word more or less changes how every sentence is cut.
    """
    sounds: dict[str, tuple[int, int]] = {}
    for text, (rank, number) in sorted(found.items(), key=lambda one: one[1]):
        read = cutter.tokenize(text)
        kana = "".join(
            chr(ord(letter) - 96) if "ァ" <= letter <= "ヶ" else letter for letter in read[0].reading_form()
        )
        if rank < _FREQUENT and len(read) == 1 and len(kana) > 2 and re.fullmatch("[ぁ-んー]+", kana):
            sounds.setdefault(kana, (_KNOWN + rank, number))
    return {kana: place for kana, place in sounds.items() if kana not in found}


def _inflected(text: str) -> Iterator[str]:
    for ending in _ENDINGS.get(text[-1], ""):
        yield text[:-1] + ending
    if text.endswith(("る", "い")):
        yield text[:-1]
    if text.endswith("い"):
        yield text[:-1] + "かっ"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--vectors", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    known = words(options.vectors)
    strings = json.loads((options.vectors / "strings.json").read_text(encoding="utf-8"))
    found = spellings(known, [text for text in strings if _WRITTEN.fullmatch(text) and len(text) > 1])
    options.out.mkdir(parents=True, exist_ok=True)
    ordered = sorted(found.items(), key=lambda one: (one[1], one[0]))
    lines = [f"{text}\t{number}" for text, (_, number) in ordered]
    (options.out / "words.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    vectors = np.load(options.vectors / "vectors")
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True).clip(1e-9)
    vectors -= vectors.mean(0)
    directions = np.linalg.svd(vectors.T @ vectors)[0][:, :WIDE]
    np.save(options.out / "vectors.npy", (vectors @ directions).astype(np.float32))
    print(f"{len(found)} spellings")


if __name__ == "__main__":
    main()
