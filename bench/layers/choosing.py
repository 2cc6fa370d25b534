"""Whether the layer that a request is for gets it, and no other request does.

    python bench/layers/choosing.py [--others FILE ...]

The questions of the shipped layers' own evaluation sets are asked without naming a layer. ``--others`` are
JSONL files of sentences that are for no layer (their field ``text``, ``sentence`` or ``prompt``): how many
does one take?
"""

import argparse
import json
import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path

from kippu.layers import Layers, Shelf
from kippu.settings import Settings
from kippu.turn import Turn
from kippu.understand import language_of


def turn(text: str) -> Turn:
    return Turn(text, language_of(text), datetime.now().astimezone(), "bench", "bench")


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--read", action="store_true", help="once it is read what the layers' passages mean")
    options.add_argument("--others", type=Path, nargs="*", default=())
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as data:
        shelf = Shelf(Path(data) / "layers", lambda model: None)
        with closing(Layers(shelf, Settings(data=Path(data)))) as layers:
            for layer in (layer for layer in shelf.all() if layer.finds):
                if chosen.read:
                    layers.lesson([layer.name], "Is it read?")
                found = [(question, layers.choose(turn(question.ask))) for question in layer.questions]
                for kind, wanted in (("to be answered", True), ("not to be known", False)):
                    asked = [(question, got) for question, got in found if bool(question.has) is wanted]
                    mine = sum(got is not None and layer.name in got.names for _, got in asked)
                    other = sum(got is not None and layer.name not in got.names for _, got in asked)
                    print(f"{layer.name}, {kind}: {mine} of {len(asked)} got it, {other} another layer")
            for file in chosen.others:
                rows = [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]
                texts = [str(row.get("text") or row.get("sentence") or row.get("prompt")) for row in rows]
                taken = [(text, got.names) for text in texts if (got := layers.choose(turn(text[:2000])))]
                print(f"{file.name}: {len(taken)} of {len(texts)} taken by a layer")
                for text, names in taken[:5]:
                    print(f"    {names[-1]}: {text[:100]!r}")


if __name__ == "__main__":
    main()
