"""How often a picture shows what was asked for, beside a search for the nearest drawing and real drawings.

    python bench/pictures.py --data FOLDER --exam FILE --scorer FOLDER [--limit N]

FOLDER of ``--data`` has the unpacked npm packages that scripts/pictures/artwork.py names, FILE the codes of
the emoji that no weights learned from, FOLDER of ``--scorer`` what scripts/pictures/scorer.py made: a judge
trained apart, on drawings of other sets. It picks each picture's caption among 500. The last line is JSON:

- trained, exam, compositions: share of pictures whose own caption is among the judge's first five, for 200
  concepts that were learned, the emoji that were not, and 100 compositions (pictures/compositions.txt);
- composer.*: the same for pictures composed from open drawings;
- peer.*: the same for the nearest drawing alone, which a picture search would give;
- real.*: the same for real drawings of the captions, which the judge didn't see: its own accuracy. Nobody
  drew the compositions; real.compositions is of 54 others whose names are read as such ("black cat", "nest
  with eggs"; pictures/drawn_compositions.txt), so it tells what the judge can at all, not how hard ours are;
- edges.with, edges.placed, edges.without: F1 of the result's edges with a sketch's, within a pixel of 64: the
  sketch followed; only its place taken; not given. The sketches are the outlines of the exam's drawings;
- seconds, composer.seconds: of a clock, for a picture on this machine.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

sys.path.append(str(Path(__file__).parents[1] / "scripts" / "pictures"))

from artwork import SETS, Drawing, captions, drawings, exam_codes, pixels_of, svg_of

from kippu.engines.pictures.artwork import STYLES, Artwork
from kippu.engines.pictures.colours import NAMED
from kippu.engines.pictures.composer import Composer
from kippu.engines.pictures.looks import LOOKS
from kippu.engines.pictures.order import Order, Painter, Pixels
from kippu.engines.pictures.patches import small
from kippu.engines.pictures.stickers import Stickers
from kippu.engines.pictures.svg import Placed, joined, pixels
from kippu.engines.pictures.wanted import RELATIONS, Wanted, read
from kippu.engines.pictures.weights import FOLDER
from kippu.errors import BadInput

_SEED = 20261127
_CAPTIONS = 500
_SKETCHES = 40


class Judge:
    """Tells how well pictures and captions go together."""

    def __init__(self, folder: Path, artwork: Artwork) -> None:
        import onnxruntime  # noqa: PLC0415

        self._session = onnxruntime.InferenceSession(
            folder / "scorer.onnx", providers=["CPUExecutionProvider"]
        )
        self._artwork = artwork

    def told(self, caption: str, apart: bool = False) -> np.ndarray:
        """As scripts/pictures/scorer.py tells it; ``apart``: by what it is put together from, though
        something is called so as a whole."""
        one: Wanted = read(caption, _never if apart else self._artwork.known)
        other = one.others[0] if one.others else None
        colour, relation = np.zeros(len(NAMED) + 1, np.float32), np.zeros(len(RELATIONS), np.float32)
        colour[["", *NAMED].index(one.first.colour or "")] = 1
        relation[RELATIONS.index(other[0]) if other else 0] = 1
        words = [self._artwork.vector(words) for words in (one.first.words, other[1].words if other else "")]
        return np.concatenate([*words, colour, relation]).astype(np.float32)

    def ranks(self, drawn: list[Pixels], own: list[int], told: np.ndarray) -> np.ndarray:
        """Of each picture, how many captions fit better than its own."""
        seen = np.stack([_on_grey(one) for one in drawn])
        pictures, texts = self._session.run(None, {"seen": seen, "told": told})
        scores = pictures @ texts.T
        right = scores[np.arange(len(own)), own]
        return (scores > right[:, None]).sum(1)


def _never(_: str) -> bool:
    return False


def _on_grey(drawn: Pixels) -> np.ndarray:
    seen = np.asarray(Image.fromarray(drawn).resize((40, 40), Image.Resampling.BOX)).astype(np.float32) / 255
    return (seen[..., :3] * seen[..., 3:] + 0.9 * (1 - seen[..., 3:])).transpose(2, 0, 1)


def edges(drawn: Pixels) -> np.ndarray:
    """Where a picture of 64 x 64 changes much between neighbours."""
    seen = small(drawn)
    across = np.abs(np.diff(seen, axis=1, prepend=seen[:, :1])).max(-1)
    down = np.abs(np.diff(seen, axis=0, prepend=seen[:1])).max(-1)
    return np.maximum(across, down) > 0.25


def near(lines: np.ndarray) -> np.ndarray:
    """The lines, a pixel wider to all sides."""
    wide = np.pad(lines, 1)
    return np.any([wide[y : y + 64, x : x + 64] for y in range(3) for x in range(3)], axis=0)


def f1(result: np.ndarray, sketch: np.ndarray) -> float:
    found = (result & near(sketch)).sum() / max(1, result.sum())
    kept = (sketch & near(result)).sum() / max(1, sketch.sum())
    return float(2 * found * kept / max(found + kept, 1e-9))


def _drawn(painter: Painter, order: Order) -> Pixels:
    try:
        drawn = painter.draw(order, lambda *_: None, lambda: False)
    except BadInput:  # no word of it is known: a picture of nothing, which counts as wrong
        return np.zeros((64, 64, 4), np.uint8)
    assert drawn is not None
    return drawn


def drawer(painter: Painter, looks: int = 1) -> Callable[[str, int], Pixels]:
    """``looks``: how many seeds in a row show a thing differently; the first, the plain one, is drawn."""

    def draw(prompt: str, number: int) -> Pixels:
        return _drawn(painter, Order(prompt, seed=number * looks, style=STYLES[number % 3]))

    return draw


def nearest(artwork: Artwork) -> Callable[[str, int], Pixels]:
    """What a search for the whole prompt finds first."""

    def find(prompt: str, number: int) -> Pixels:
        drawn = artwork.find(prompt, 1)[0].concept.drawn
        side, body = drawn.get(STYLES[number % 3]) or next(iter(drawn.values()))
        return pixels(joined([Placed(side, body, 0.5, 0.5)]), 256)

    return find


def followed(painter: Painter, rows: list[Drawing]) -> dict[str, float]:
    ways = {"edges.with": 1.0, "edges.placed": 1e-6, "edges.without": 0.0}
    scores: dict[str, list[float]] = {name: [] for name in ways}
    for number, row in enumerate(rows):
        lines = edges(pixels_of(svg_of(row), 256))
        sketch = np.zeros((64, 64, 4), np.uint8)
        sketch[lines] = (0, 0, 0, 255)
        for name, control in ways.items():
            order = Order(row.label, number, row.style, sketch=sketch, control=control)
            scores[name].append(f1(edges(_drawn(painter, order)), lines))
    return {name: float(np.mean(values)) for name, values in scores.items()}


def asked_of(data: Path, exam: Path) -> tuple[dict[str, list[str]], list[str]]:
    """The prompts of each part, and the 500 captions among which the judge picks."""
    said, unseen = captions(data), exam_codes(exam)
    shipped = Artwork(FOLDER).concepts  # what is drawn as one of the exam is is not among them
    learned = sorted({one.label for one in shipped if one.group != "symbols"})
    random.Random(_SEED).shuffle(learned)
    made = (Path(__file__).parent / "pictures/compositions.txt").read_text(encoding="utf-8").splitlines()
    parts = {
        "trained": learned[:200],
        "exam": [said[code]["label"] for code in sorted(unseen & set(said))],
        "compositions": made,
    }
    every = [caption for part in parts.values() for caption in part]
    return parts, every + learned[200 : 200 + _CAPTIONS - len(every)]


def of_real(
    judge: Judge,
    real: dict[tuple[str, str], Drawing],
    parts: dict[str, list[str]],
    every: list[str],
    limit: int,
) -> dict[str, np.ndarray]:
    """The judge's ranks of real drawings, by part."""
    listed = Path(__file__).parent / "pictures/drawn_compositions.txt"
    named = listed.read_text(encoding="utf-8").splitlines()
    among = [*named, *(caption for caption in every if caption not in named)][:_CAPTIONS]
    found = {}
    for part, labels, captions_ in (
        ("trained", parts["trained"], every), ("exam", parts["exam"], every), ("compositions", named, among)
    ):  # fmt: skip
        rows = [(label, real.get((label, STYLES[n % 3]))) for n, label in enumerate(labels[:limit])]
        there = [(label, row) for label, row in rows if row]
        drawn = [pixels_of(svg_of(row), 256) for _, row in there]
        told = [judge.told(caption, part == "compositions" and caption in named) for caption in captions_]
        own = [captions_.index(label) for label, _ in there]
        found[part] = judge.ranks(drawn, own, np.stack(told))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--exam", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--limit", type=int, default=1000, help="most prompts of each part")
    asked = parser.parse_args()
    said, exam = captions(asked.data), exam_codes(asked.exam)
    parts, every = asked_of(asked.data, asked.exam)
    real = {
        (row.label, style): row
        for style, pattern in SETS.items()
        for row in drawings(asked.data, pattern, style, said, set())
    }
    artwork = Artwork(FOLDER)
    judge = Judge(asked.scorer, artwork)
    told = np.stack([judge.told(caption) for caption in every])
    model, composer = Stickers.shipped(), Composer.shipped()
    ways = {"": drawer(model), "composer.": drawer(composer, LOOKS), "peer.": nearest(artwork)}
    figures: dict[str, float] = {}
    print(f"top 5 of {len(every)} captions (top 1)\n{'':24}" + "".join(f"{name:>22}" for name in parts))
    for before, draw in ways.items():
        cells = []
        began, count = time.monotonic(), 0
        for part, whole in parts.items():
            prompts = whole[: asked.limit]
            drawn = [draw(prompt, number) for number, prompt in enumerate(prompts)]
            count += len(drawn)
            ranks = judge.ranks(drawn, [every.index(prompt) for prompt in prompts], told)
            figures[before + part] = float((ranks < 5).mean())
            cells.append(f"{(ranks < 5).mean():14.1%} ({(ranks < 1).mean():5.1%})")
        figures[before + "seconds"] = (time.monotonic() - began) / count
        print(f"{before.rstrip('.') or model.name:24}" + "".join(cells), flush=True)
    ranks_ = of_real(judge, real, parts, every, asked.limit)
    figures |= {"real." + part: float((ranks < 5).mean()) for part, ranks in ranks_.items()}
    cells = [f"{(ranks < 5).mean():14.1%} ({(ranks < 1).mean():5.1%})" for ranks in ranks_.values()]
    print(f"{'real drawings':24}" + "".join(cells))
    of_exam = [row for (_, _), row in sorted(real.items()) if row.code in exam]
    random.Random(_SEED).shuffle(of_exam)
    figures |= followed(model, of_exam[: min(_SKETCHES, asked.limit)])
    edged = ", ".join(f"{name} {figures['edges.' + name]:.2f}" for name in ("with", "placed", "without"))
    print(f"\nedges like the sketch's (F1): {edged}")
    print(f"{figures['seconds']:.2f} s a picture; composed {figures['composer.seconds']:.2f} s")
    print(json.dumps({name: round(value, 3) for name, value in figures.items()}))


if __name__ == "__main__":
    main()
