"""Draws docs/pictures.md's samples: 48 pictures, seeds 0 to 47, none chosen, each beside the nearest drawing
that was learned from; pictures composed from drawings; and pictures from a picture and from a sketch.

    PYTHONPATH=src python scripts/pictures/samples.py --work FOLDER --exam FILE --packages FOLDER \
        --out docs/pictures

16 prompts of things that were learned, 16 of the exam, 16 compositions, drawn by lot. Nearest: least mean
squared difference at 64 x 64, colour times alpha.
"""

import argparse
import random
from pathlib import Path

import numpy as np
from artwork import captions, exam_codes, read
from PIL import Image, ImageDraw

from kippu.engines.pictures.composer import Composer
from kippu.engines.pictures.looks import LOOKS
from kippu.engines.pictures.order import Order, Painter, Pixels
from kippu.engines.pictures.patches import shown, small
from kippu.engines.pictures.stickers import Stickers
from kippu.errors import BadInput

SEED = 20261127
ACROSS, CELL, WORDS = 6, 112, 16


def prompts(work: Path, packages: Path, exam: Path) -> list[str]:
    dice = random.Random(SEED)
    learned = sorted({row.label for row in read(work / "drawings.jsonl.gz") if row.group != "symbols"})
    said = captions(packages)
    unseen = sorted(said[code]["label"] for code in exam_codes(exam) if code in said)
    made = Path("bench/pictures/compositions.txt").read_text(encoding="utf-8").splitlines()
    parts = [dice.sample(part, 16) for part in (learned, unseen, made)]
    return [one for three in zip(*parts, strict=True) for one in three]


def drawn(painter: Painter, prompt: str, seed: int) -> Pixels:
    order = Order(prompt, seed, painter.styles[seed % 3])
    try:
        picture = painter.draw(order, lambda *_: None, lambda: False)
    except BadInput as error:
        print(error)
        picture = None
    return np.zeros((CELL, CELL, 4), np.uint8) if picture is None else picture


def sheet(cells: list[tuple[str, list[Pixels]]]) -> Image.Image:
    """Rows of cells, each with its words and its pictures side by side."""
    wide = CELL * len(cells[0][1])
    high = CELL + WORDS
    image = Image.new("RGB", (ACROSS * (wide + 8), -(-len(cells) // ACROSS) * (high + 8)), "white")
    pen = ImageDraw.Draw(image)
    for number, (words, pictures) in enumerate(cells):
        left, top = number % ACROSS * (wide + 8), number // ACROSS * (high + 8)
        for place, picture in enumerate(pictures):
            one = Image.fromarray(picture).resize((CELL, CELL), Image.Resampling.LANCZOS)
            image.paste(one, (left + place * CELL, top), one)
        pen.text((left + 2, top + CELL + 2), f"{number} {words}"[: 21 * len(pictures)], fill="black")
    return image.quantize(256, method=Image.Quantize.MEDIANCUT)


def guided(model: Painter, composer: Painter) -> list[tuple[str, list[Pixels]]]:
    """From a picture by strength, and from a sketch by what it is said to be."""

    def one(order: Order) -> Pixels:
        picture = model.draw(order, lambda *_: None, lambda: False)
        if picture is None:
            raise SystemExit(f"{order.prompt} was not drawn")
        return picture

    start = composer.draw(Order("cat face", 0, "noto"), lambda *_: None, lambda: False)
    if start is None:
        raise SystemExit("a cat was not composed")
    cells = [("from this picture", [start])]
    for strength in (0.2, 0.4, 0.6, 0.8, 1.0):
        cells.append(
            (f"fox, strength {strength}", [one(Order("fox", 1, "noto", start=start, strength=strength))])
        )
    image = Image.new("RGBA", (256, 256), "white")
    pen = ImageDraw.Draw(image)
    pen.ellipse((60, 90, 200, 230), outline="black", width=8)
    for ear in ([(70, 120), (60, 30), (120, 95)], [(190, 120), (200, 30), (140, 95)]):
        pen.polygon(ear, outline="black", width=8)
    for left in (95, 150):
        pen.ellipse((left, 140, left + 15, 155), fill="black")
    sketch = np.array(image)
    cells.append(("from this sketch", [sketch]))
    for prompt, style in (
        ("a cat", "noto"), ("a green frog", "twemoji"), ("fox", "fluent"), ("a panda", "noto"),
        ("a dog", "twemoji"),
    ):  # fmt: skip
        cells.append((f"{prompt}, {style}", [one(Order(prompt, 2, style, sketch=sketch))]))
    return cells


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("--work", "--packages", "--exam", "--out"):
        parser.add_argument(name, type=Path, required=True)
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    learned = np.load(asked.work / "small.npy").astype(np.float32)
    flat = learned.reshape(len(learned), -1)
    asked_for = prompts(asked.work, asked.packages, asked.exam)
    model, composer = Stickers.shipped(), Composer.shipped()
    cells, composed = [], []
    for seed, prompt in enumerate(asked_for):
        picture = drawn(model, prompt, seed)
        away = ((flat - small(picture).reshape(1, -1)) ** 2).mean(1)
        nearest = int(away.argmin())
        print(f"{seed} {prompt}: nearest {away[nearest]:.4f}", flush=True)
        cells.append((prompt, [picture, shown(learned[nearest])]))
        if seed % 3 != 1:
            composed.append((prompt, [drawn(composer, prompt, seed * LOOKS)]))  # plain, as the first of four
    sheet(cells).save(asked.out / "samples.png", optimize=True)
    sheet(composed).save(asked.out / "composed.png", optimize=True)
    sheet(guided(model, composer)).save(asked.out / "guided.png", optimize=True)


if __name__ == "__main__":
    main()
