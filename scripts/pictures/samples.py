"""Draws docs/pictures.md's samples: 48 pictures, seeds 0 to 47, none chosen, each beside what is nearest to
it of all that was learned from; pictures from a picture and from a sketch, likewise; and pictures composed
from drawings, beside the drawings that they are made of.

    PYTHONPATH=src python scripts/pictures/samples.py --work FOLDER --exam FILE --packages FOLDER \
        --out docs/pictures

16 prompts of things that were learned, 16 of the exam, 16 compositions, drawn by lot. Nearest: least mean
squared difference at 64 x 64, colour times alpha, moved by up to 4 pixels and mirrored where that fits better
(neighbours.py).
"""

import argparse
import random
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
from artwork import captions, exam_codes, read
from neighbours import Learned
from PIL import Image, ImageDraw

from kippu.engines.pictures import composer as composing
from kippu.engines.pictures.artwork import Artwork
from kippu.engines.pictures.composer import Composer
from kippu.engines.pictures.looks import LOOKS
from kippu.engines.pictures.order import Order, Painter, Pixels
from kippu.engines.pictures.patches import shown, small
from kippu.engines.pictures.stickers import Stickers
from kippu.engines.pictures.svg import Placed, joined, pixels
from kippu.engines.pictures.wanted import Thing
from kippu.engines.pictures.weights import FOLDER
from kippu.errors import BadInput

SEED = 20261127
ACROSS, CELL, WORDS = 6, 112, 16
Cell = tuple[str, list[Pixels]]


def prompts(work: Path, packages: Path, exam: Path) -> list[str]:
    dice = random.Random(SEED)
    learned = sorted({row.label for row in read(work / "drawings.jsonl.gz") if row.group != "symbols"})
    said = captions(packages)
    unseen = sorted(said[code]["label"] for code in exam_codes(exam) if code in said)
    made = Path("bench/pictures/compositions.txt").read_text(encoding="utf-8").splitlines()
    parts = [dice.sample(part, 16) for part in (learned, unseen, made)]
    return [one for three in zip(*parts, strict=True) for one in three]


def drawn(painter: Painter, prompt: str, seed: int, style: str = "") -> Pixels:
    order = Order(prompt, seed, style or painter.styles[seed % 3])
    try:
        picture = painter.draw(order, lambda *_: None, lambda: False)
    except BadInput as error:
        print(error)
        picture = None
    return np.zeros((CELL, CELL, 4), np.uint8) if picture is None else picture


class Telling(Composer):
    """The composer, which also tells of which drawings a picture is made, as they were before it changed
    them."""

    def __init__(self, artwork: Artwork) -> None:
        super().__init__(artwork)
        self._originals = {
            colourless(body): (side, body) for one in artwork.concepts for side, body in one.drawn.values()
        }
        self.told: dict[str, Pixels] = {}

    def _figure(
        self, thing: Thing, style: str, chosen: np.random.Generator, part: str = ""
    ) -> composing._Figure:
        figure = super()._figure(thing, style, chosen, part)
        side, body = self._originals[colourless(figure.body)]
        self.told[body] = pixels(joined([Placed(side, body, 0.5, 0.5)]), CELL)
        return figure

    def with_parts(self, order: Order) -> list[Pixels]:
        """The picture, and beside it what it is made of."""
        self.told = {}
        picture = drawn(self, order.prompt, order.seed, order.style)
        tile = Image.new("RGBA", (CELL, CELL))
        half = CELL // 2
        for number, one in enumerate(list(self.told.values())[:4]):
            small_ = Image.fromarray(one).resize((half, half), Image.Resampling.LANCZOS)
            tile.paste(small_, (number // 2 * half, number % 2 * half))
        return [picture, np.array(tile)]


def colourless(body: str) -> str:
    """A drawing's text without its colours, by which it is known again when they were changed."""
    return re.sub(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b", "#", body)


def sheet(cells: list[Cell], across: int = ACROSS) -> Image.Image:
    """Rows of cells, each with its words and its pictures side by side."""
    wide = CELL * len(cells[0][1])
    high = CELL + WORDS
    image = Image.new("RGB", (across * (wide + 8), -(-len(cells) // across) * (high + 8)), "white")
    pen = ImageDraw.Draw(image)
    for number, (words, pictures) in enumerate(cells):
        left, top = number % across * (wide + 8), number // across * (high + 8)
        for place, picture in enumerate(pictures):
            one = Image.fromarray(picture).resize((CELL, CELL), Image.Resampling.LANCZOS)
            image.paste(one, (left + place * CELL, top), one)
        pen.text((left + 2, top + CELL + 2), f"{number} {words}"[: 21 * len(pictures)], fill="black")
    return image.quantize(256, method=Image.Quantize.MEDIANCUT)


def guided(model: Painter, start: Pixels, beside: Callable[[Pixels], Pixels]) -> list[Cell]:
    """From a picture by strength, and from a sketch by what it is said to be; ``beside``: what is nearest."""

    def one(order: Order) -> list[Pixels]:
        picture = model.draw(order, lambda *_: None, lambda: False)
        if picture is None:
            raise SystemExit(f"{order.prompt} was not drawn")
        return [picture, beside(picture)]

    nothing = np.zeros_like(start)
    cells: list[Cell] = [("from this picture", [start, nothing])]
    for strength in (0.2, 0.4, 0.6, 0.8, 1.0):
        order = Order("fox", 1, "noto", start=start, strength=strength)
        cells.append((f"fox, strength {strength}", one(order)))
    sketch = head()
    cells.append(("from this sketch", [sketch, nothing]))
    for prompt, style in (
        ("a cat", "noto"), ("a green frog", "twemoji"), ("fox", "fluent"), ("a panda", "noto"),
        ("a dog", "twemoji"),
    ):  # fmt: skip
        cells.append((f"{prompt}, {style}", one(Order(prompt, 2, style, sketch=sketch))))
    return cells


def head() -> Pixels:
    """A sketch: a round head with two ears and two eyes."""
    image = Image.new("RGBA", (256, 256), "white")
    pen = ImageDraw.Draw(image)
    pen.ellipse((60, 90, 200, 230), outline="black", width=8)
    for ear in ([(70, 120), (60, 30), (120, 95)], [(190, 120), (200, 30), (140, 95)]):
        pen.polygon(ear, outline="black", width=8)
    for left in (95, 150):
        pen.ellipse((left, 140, left + 15, 155), fill="black")
    return np.array(image)


def looks(composer: Telling) -> list[Cell]:
    """Three things, each by seeds 0 to 3 in one style, then with each seed in the next style."""
    return [
        (prompt, composer.with_parts(Order(prompt, seed, styles[seed % len(styles)])))
        for prompt in ("a frog", "a cat", "a blue bird")
        for styles in (composer.styles[:1], composer.styles)
        for seed in range(LOOKS)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("--work", "--packages", "--exam", "--out"):
        parser.add_argument(name, type=Path, required=True)
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    learned = Learned(asked.work)
    asked_for = prompts(asked.work, asked.packages, asked.exam)
    model, composer = Stickers.shipped(), Telling(Artwork(FOLDER))
    cells: list[Cell] = []

    def beside(picture: Pixels) -> Pixels:
        found = learned.nearest(small(picture))
        print(f"  nearest {found.away:.4f}: {found.name}", flush=True)
        return shown(found.picture)

    for seed, prompt in enumerate(asked_for):
        print(f"{seed} {prompt}", flush=True)
        picture = drawn(model, prompt, seed)
        cells.append((prompt, [picture, beside(picture)]))
    composed = [
        (prompt, composer.with_parts(Order(prompt, seed * LOOKS, composer.styles[seed * LOOKS % 3])))
        for seed, prompt in enumerate(asked_for)
        if seed % 3 != 1
    ]  # plain, as the first of four
    start = drawn(composer, "cat face", 0, "noto")
    for name, page, across in (
        ("samples", cells, ACROSS), ("composed", composed, ACROSS), ("looks", looks(composer), 4),
        ("guided", guided(model, start, beside), ACROSS),
    ):  # fmt: skip
        sheet(page, across).save(asked.out / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
