"""The drawings of the exam are in nothing that ships: not by their code, and not drawn for another one.

exam.npz holds 88 codes and how the 255 drawings of them look at 16 x 16 pixels (colour times alpha), as
scripts/pictures/artwork.py makes it; no picture can be learned from that.
"""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from kippu.engines.pictures.artwork import Artwork
from kippu.engines.pictures.patches import small
from kippu.engines.pictures.svg import Placed, joined, pixels
from kippu.engines.pictures.weights import FOLDER

Floats = NDArray[np.float32]

SAME = 0.004
"""Share of what is drawn that may differ at 16 pixels. Of what was left out as a twin nothing is over it (a
clock, 0.0038), of what stayed nothing under it (a face whose mouth is another one, 0.0041)."""


@pytest.fixture(scope="module")
def artwork() -> Artwork:
    return Artwork(FOLDER)


@pytest.fixture(scope="module")
def exam() -> dict[str, NDArray[np.float32]]:
    kept = np.load(Path(__file__).parent / "exam.npz")
    return {"codes": kept["codes"], "looks": kept["looks"].astype(np.float32) / 255}


def looks(side: int, body: str) -> Floats:
    seen = small(pixels(joined([Placed(side, body, 0.5, 0.5)]), 64))
    return seen.reshape(16, 4, 16, 4, 4).mean((1, 3))


def away(seen: Floats, exam: Floats) -> Floats:
    """How far each is from what it is most like, in any of the eight ways it may be turned and mirrored."""
    one = seen.reshape(len(seen), -1)
    nearest = np.full(len(seen), np.inf, np.float32)
    for way in (exam, exam[:, :, ::-1]):
        for quarter in range(4):
            other = np.rot90(way, quarter, (1, 2)).reshape(len(exam), -1)
            both = (one**2).sum(1)[:, None] + (other**2).sum(1)[None]
            nearest = np.minimum(nearest, ((both - 2 * one @ other.T) / (both / 2)).min(1))
    return nearest


def test_no_code_of_the_exam_ships(artwork: Artwork, exam: dict[str, NDArray[np.float32]]) -> None:
    assert len(exam["codes"]) == 88
    assert not {one.code for one in artwork.concepts} & set(exam["codes"])


def test_no_drawing_that_ships_is_one_of_the_exam_again(
    artwork: Artwork, exam: dict[str, NDArray[np.float32]]
) -> None:
    named = [(one.label, style) for one in artwork.concepts for style in one.drawn]
    seen = np.stack([looks(*drawn) for one in artwork.concepts for drawn in one.drawn.values()])

    near = away(seen, exam["looks"])

    assert len(named) > 4_000
    assert [name for name, apart in zip(named, near, strict=True) if apart < SAME] == []


@pytest.mark.parametrize("turn", ["as it is", "mirrored", "a quarter"])
def test_a_drawing_is_known_again_in_whatever_way_it_is_turned(artwork: Artwork, turn: str) -> None:
    seen = np.stack([looks(*one.drawn["noto"]) for one in artwork.concepts[200:240] if "noto" in one.drawn])
    ways = {"as it is": seen, "mirrored": seen[:, :, ::-1], "a quarter": np.rot90(seen, 1, (1, 2))}

    assert (away(ways[turn][:1], seen) < SAME).all()
    assert (away(ways[turn][:1], seen[1:]) > SAME).all()
