"""How often a sentence that is like a routine's sayings finds that routine, and how often it is another's.

    python bench/layers/routines.py [--data FOLDER] [--limit N]

Routines as layers may bring them (``routines/sayings.jsonl``), and what people say instead of their sayings;
both were written by one author, before the threshold was chosen. Of the public sets in ``--data`` (English)
and of the requests as they are spoken (Japanese) it is told how many would be asked about wrongly. The peer
is the share of telling words that a sentence and a saying have in common (Dice), at the threshold at which
as many are right.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

import kippu.layers.shelf
from kippu.engines.embedding import Embedder
from kippu.engines.encoder import Encoder
from kippu.layers.words import telling
from kippu.names import Routine
from kippu.turn import Language
from kippu.understand.routines import Likeness

_HERE = Path(__file__).parent
sys.path.insert(0, str(_HERE.parents[1] / "scripts" / "encoder"))
from rows import read  # noqa: E402  # the sets are read as they are taught

_ENCODER = kippu.layers.shelf.SHIPPED / "phone-and-home" / "encoder"
_SPOKEN = _HERE.parent / "understand" / "spoken" / "ja"
Finds = Callable[[str, Language, list[Routine]], str | None]
"""The name of the routine that a sentence is taken for."""


def rows(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]


def by_words(least: float) -> Finds:
    """The peer."""

    def find(text: str, language: Language, routines: list[Routine]) -> str | None:
        said = set(telling(text))
        near = [
            (2 * len(said & theirs) / (len(said) + len(theirs)), routine.name)
            for routine in routines
            for saying in (routine.name, *routine.says)
            if said and (theirs := set(telling(saying)))
        ]
        best = max(near, default=(0.0, ""))
        return best[1] if best[0] >= least else None

    return find


def judged(
    told: list[dict[str, Any]], others: list[str], language: Language, find: Finds
) -> dict[str, float]:
    routines = [Routine(row["name"], tuple(row["says"]), ("turn off the lights",)) for row in told]
    found: dict[str, int] = defaultdict(int)
    said = [(row["name"], text) for row in told for text in row["said"]]
    for name, text in said:
        taken = find(text, language, routines)
        found["right"] += taken == name
        found["another"] += taken not in (name, None)
    wrong = sum(find(text, language, routines) is not None for text in others)
    return {
        "sentences": len(said),
        "right": round(found["right"] / len(said), 3),
        "another": round(found["another"] / len(said), 3),
        "others": len(others),
        "taken wrongly": round(wrong / len(others), 4),
    }


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--data", type=Path, default=_HERE.parents[2] / "shared" / "data" / "commands")
    options.add_argument("--limit", type=int, default=1500, help="sentences of the public sets")
    chosen = options.parse_args()
    encoders: dict[Language, Encoder] = {"en": Encoder(_ENCODER), "ja": Encoder(_ENCODER / "ja")}
    likeness = Likeness(encoders, Embedder(_ENCODER))

    def alike(text: str, language: Language, routines: list[Routine]) -> str | None:
        found = likeness.nearest(text, language, routines)
        return found.routine.name if found else None

    public = [row.text for row in read(chosen.data)]
    others: dict[Language, list[str]] = {
        "en": public[:: max(1, len(public) // chosen.limit)],
        "ja": [row["text"] for file in sorted(_SPOKEN.glob("*.jsonl")) for row in rows(file)],
    }
    told = rows(_HERE / "routines" / "sayings.jsonl")
    result: dict[str, Any] = {}
    for language, theirs in others.items():
        mine = [row for row in told if row["language"] == language]
        result[language] = judged(mine, theirs, language, alike)
        peers = [judged(mine, theirs, language, by_words(least / 20)) for least in range(2, 18)]
        result[f"{language} peer"] = min(peers, key=lambda one: abs(one["right"] - result[language]["right"]))
    table = Table("", *result["en"])
    for name, figures in result.items():
        table.add_row(name, *map(str, figures.values()))
    Console().print(table)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
