"""Pictures in patches and back."""

import numpy as np

from kippu.engines.pictures.patches import Code, cut, joined, lines, shown, small, smooth
from kippu.engines.pictures.weights import FOLDER


def disc() -> np.ndarray:
    picture = np.zeros((256, 256, 4), np.uint8)
    picture[np.hypot(*np.mgrid[-128:128, -128:128]) < 90] = (220, 60, 40, 255)
    return picture


def test_patches_are_joined_as_they_were_cut() -> None:
    given = np.random.default_rng(0).random((64, 64, 4), np.float32)

    assert np.array_equal(joined(cut(given)), given)


def test_the_code_keeps_a_drawing() -> None:
    code = Code(FOLDER)
    given = small(disc())

    back = code.decode(code.encode(given))

    assert code.encode(given).shape == (64, 96)
    assert np.sqrt(((back - given) ** 2).mean()) < 0.04


def test_what_is_small_is_seen_as_it_was() -> None:
    seen = shown(small(disc()))

    assert tuple(seen[32, 32]) == (220, 60, 40, 255)
    assert seen[0, 0, 3] == 0


def test_what_is_not_square_gets_a_clear_margin() -> None:
    wide = np.full((40, 80, 4), 255, np.uint8)

    assert small(wide)[:15].max() == 0
    assert small(wide)[17:47].min() == 1


def test_lines_are_found_dark_on_light_and_opaque_on_clear() -> None:
    dark = np.full((128, 128, 4), 255, np.uint8)
    dark[60:66, 10:118] = (0, 0, 0, 255)
    clear = np.zeros((128, 128, 4), np.uint8)
    clear[60:66, 10:118] = (200, 200, 200, 255)

    assert np.array_equal(lines(dark), lines(clear))
    assert 100 < lines(dark).sum() < 250


def test_smoothing_takes_a_speck_and_leaves_an_edge() -> None:
    given = small(disc())
    speckled = given.copy()
    speckled[5, 5] = 1

    assert np.abs(smooth(speckled) - smooth(given)).max() == 0
    assert np.abs(smooth(given) - given).mean() < 0.01
