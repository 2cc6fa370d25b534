"""Draws docs/pictures.md's samples: 48 pictures, seeds 0 to 47, none chosen, each beside the nearest drawing
that was learned from; and pictures composed from drawings.

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
from kippu.engines.pictures.order import Order, Painter, Pixels
from kippu.engines.pictures.patches import shown, small
from kippu.engines.pictures.stickers import Stickers

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
    picture = painter.draw(order, lambda *_: None, lambda: False)
    if picture is None:
        raise SystemExit(f"{prompt} was not drawn")
    return picture


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
        pen.text((left + 2, top + CELL + 2), f"{number} {words}"[: 19 * len(pictures)], fill="black")
    return image.quantize(256, method=Image.Quantize.MEDIANCUT)


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
            composed.append((prompt, [drawn(composer, prompt, seed)]))
    sheet(cells).save(asked.out / "samples.png", optimize=True)
    sheet(composed).save(asked.out / "composed.png", optimize=True)


if __name__ == "__main__":
    main()
