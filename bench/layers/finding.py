"""What is found in documents by words alone, and by words and meaning, where thresholds were chosen.

    python bench/layers/finding.py

Three sets of questions that no layer is measured by, in bench/layers/tuning/: to Kippu's own manual, to the
rules of a made-up club (asked in other words than the document has), and to other guides of the project.
Those that can't be answered are mostly near what the documents are about. ``--shipped`` asks the shipped
layers their own exams instead, on which nothing was chosen.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median

from kippu.layers import Knowing, Layer, Question, Shelf
from kippu.layers.exam import read_exam
from kippu.layers.finding import Found
from kippu.layers.reading import read_layer

ROOT = Path(__file__).parents[2]
SETS = ROOT / "bench" / "layers" / "tuning"
GUIDES = (
    "api.md layers-train.md pictures.md decisions/engine.md decisions/origin.md decisions/personal.md "
    "decisions/placement.md decisions/proof.md decisions/surrogates.md decisions/understanding.md "
    "decisions/untrusted.md decisions/pictures.md"
).split()
MANIFEST = """
name = "{name}"
title = "Tuning"
version = "1.0.0"
level = "industry"
languages = ["en", "ja"]
licence = "Apache-2.0"
author = "The Kippu project"
knowledge = ["knowledge"]
"""


def tuning(folder: Path, shelf: Shelf) -> Iterator[tuple[tuple[Layer, ...], tuple[Question, ...]]]:
    yield (shelf.layer("consumer-electronics-support"),), read_exam(SETS / "manual.jsonl")
    for name, pages in (
        ("club", [SETS / "club.md"]),
        ("guides", [ROOT / "docs" / page for page in GUIDES]),
    ):
        knowledge = folder / name / "knowledge"
        knowledge.mkdir(parents=True)
        (folder / name / "layer.toml").write_text(MANIFEST.format(name=name))
        for page in pages:
            (knowledge / f"{page.parent.name}-{page.name}").write_bytes(page.read_bytes())
        yield (read_layer(folder / name, lambda model: None),), read_exam(SETS / f"{name}.jsonl")


def marks(questions: Sequence[Question], find: Callable[[str], list[Found]]) -> dict[str, int]:
    """How many were answered rightly and wrongly, and for how many rightly nothing was found."""
    right = wrong = unknown = 0
    for question in questions:
        found = find(question.ask)
        good = question.right(found[0].text if found else "", bool(found))
        right += good and bool(question.has)
        unknown += good and not question.has
        wrong += bool(found) and not good and bool(question.has)
    can = sum(bool(question.has) for question in questions)
    return {"right": right, "of": can, "wrong": wrong, "unknown": unknown, "of unknown": len(questions) - can}


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--shipped", action="store_true", help="the shipped layers and their exams")
    chosen = options.parse_args()
    shelf = Shelf(Path("nowhere"), lambda model: None)
    with (
        tempfile.TemporaryDirectory() as data,
        closing(Knowing(Path(data) / "cache", shelf.encoder)) as knowing,
    ):
        exams = [(shelf.stack(one.name), one.questions) for one in shelf.all() if one.questions and one.finds]
        for stack, questions in exams if chosen.shipped else tuning(Path(data), shelf):
            start, read = time.perf_counter(), 0
            for layer in stack:
                passages: list[int] = []
                knowing.read(layer, lambda done, of, passages=passages: passages.append(of))
                read += passages[-1] if passages else 0
            told = {
                "layer": stack[-1].name,
                "passages": read,
                "read s": round(time.perf_counter() - start, 1),
            }
            by_words = marks(questions, lambda ask, stack=stack: knowing.find_by_words(ask, stack))
            took: list[float] = []

            def timed(ask: str, stack: tuple[Layer, ...] = stack, took: list[float] = took) -> list[Found]:
                begun = time.perf_counter()
                found = knowing.find(ask, stack)
                took.append(time.perf_counter() - begun)
                return found

            meant = marks(questions, timed)
            told |= {"words": by_words, "meaning": meant, "p50 ms": round(1000 * median(took), 1)}
            print(json.dumps(told))


if __name__ == "__main__":
    main()
