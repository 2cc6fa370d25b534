"""Makes scenes to learn composing from: drawings that are not of the exam, coloured and put together in each
of the three styles. A scene that is like a drawing of the exam (a red heart made blue) is left out.

    PYTHONPATH=src python scripts/pictures/scenes.py --work FOLDER --count 2500
"""

import argparse
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from twins import ALIKE, nearest

from kippu.engines.pictures.artwork import STYLES, Artwork, Concept
from kippu.engines.pictures.colours import NAMED
from kippu.engines.pictures.composer import Composer
from kippu.engines.pictures.patches import small
from kippu.engines.pictures.svg import joined, pixels
from kippu.engines.pictures.wanted import RELATIONS, Thing, Wanted
from kippu.engines.pictures.weights import FOLDER

SEED = 20261127
FIRSTS = {
    "smileys-emotion",
    "people-body",
    "animals-nature",
    "food-drink",
    "travel-places",
    "activities",
    "objects",
}
WORN = (
    "top hat", "billed cap", "woman’s hat", "graduation cap", "crown", "sunglasses", "glasses", "goggles",
    "rescue worker’s helmet", "military helmet", "scarf", "necktie", "headphone",
)  # fmt: skip


def wanted(concepts: list[Concept], chosen: np.random.Generator) -> Wanted:
    """Something, coloured or not, worn, held, or with something else."""

    def thing(among: list[Concept]) -> Thing:
        colour = str(chosen.choice(list(NAMED))) if chosen.random() < 0.4 else None
        return Thing(among[int(chosen.integers(len(among)))].label, colour)

    relation = str(chosen.choice(RELATIONS, p=(0.3, 0.25, 0.12, 0.15, 0.08, 0.05, 0.05)))
    faces = [
        one
        for one in concepts
        if one.subgroup in {"face-smiling", "animal-mammal", "cat-face", "animal-bird"}
    ]
    first = thing(faces if relation == "wears" else concepts)
    if relation == "alone":
        return Wanted(Thing(first.words, first.colour or str(chosen.choice(list(NAMED)))))
    other = Thing(str(chosen.choice(WORN))) if relation == "wears" else thing(concepts)
    return Wanted(first, ((relation, other),))


def unlike(pictures: NDArray[np.uint8], work: Path) -> NDArray[np.bool_]:
    """Which scenes are like no drawing of the exam, in any style."""
    exam = np.stack([small(one) for one in np.load(work / "exam.npy", mmap_mode="r")])
    near = nearest(np.stack([small(one) for one in pictures.reshape(-1, 64, 64, 4)]), exam)
    return (near.reshape(len(pictures), -1) > ALIKE).all(1)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--count", type=int, required=True)
    asked = parser.parse_args()
    artwork = Artwork(FOLDER)
    composer = Composer(artwork)
    concepts = [one for one in artwork.concepts if one.group in FIRSTS and len(one.drawn) == len(STYLES)]
    chosen = np.random.default_rng(SEED)
    began = time.monotonic()
    pictures = np.zeros((asked.count, 3, 64, 64, 4), np.uint8)
    words = np.zeros((asked.count, 2), "U64")
    kinds = np.zeros((asked.count, 2), np.int64)
    colours = ["", *NAMED]
    for number in range(asked.count):
        one = wanted(concepts, chosen)
        for place, style in enumerate(STYLES):
            parts = composer.parts(one, style, np.random.default_rng(number))
            pictures[number, place] = pixels(joined(parts), 64)
        words[number] = one.first.words, one.others[0][1].words if one.others else ""
        kinds[number] = (
            RELATIONS.index(one.others[0][0]) if one.others else 0,
            colours.index(one.first.colour or ""),
        )
        if number % 200 == 0:
            print(f"{number} scenes, {time.monotonic() - began:.0f} s", flush=True)
    kept = unlike(pictures, asked.work)
    print(f"{asked.count - kept.sum()} left out: {sorted({tuple(map(str, pair)) for pair in words[~kept]})}")
    np.savez(asked.work / "scenes.npz", pictures=pictures[kept], words=words[kept], kinds=kinds[kept])


if __name__ == "__main__":
    main()
