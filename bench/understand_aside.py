"""The sentences written for the encoder that it never learned, each filled once.

They are what ``understand_written.py`` says to the step. Knows no reader.
"""

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from kippu.turn import Language

sys.path.insert(0, str(Path(__file__).parent.parent / "scripts" / "encoder"))
from made import Maker
from rows import TRAINED, Row, read  # the sentences are made as those that were taught

_SEED = 20261128
LOOKED_AT = "looked_at"
_HALVES = (LOOKED_AT, "unseen")

__all__ = ["LOOKED_AT", "Row", "heard_in", "rows_of"]


def rows_of(language: Language, data: Path) -> list[tuple[str, Row]]:
    """Each line that is kept aside, filled once, and its half; always the same."""
    heard: Mapping[str, Sequence[str]] = heard_in(data) if language == "en" else {}
    maker = Maker(_SEED, language, heard=heard)
    made = (*maker.said(1), *maker.talk(1))
    aside = [row for row in made if row.source.endswith("_aside")]
    return [(_HALVES[number % 2], row) for number, row in enumerate(aside)]


def heard_in(data: Path) -> Mapping[str, Sequence[str]]:
    """What people named in the public sets that are trained on, by slot: as ``train.py`` fills gaps."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in read(data) if data.is_dir() else ():
        for start, end, slot in row.spans if row.source in TRAINED else ():
            found[slot].add(row.text[start:end].strip())
    return {slot: sorted(said - {""}) for slot, said in found.items()}
