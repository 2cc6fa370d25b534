from dataclasses import replace

import numpy as np
import pytest

from kippu.engines.pictures import Order, holes
from kippu.engines.pictures.composer import Composer
from kippu.engines.pictures.order import Painter
from kippu.engines.pictures.stickers import Stickers


@pytest.mark.parametrize("painter", [Stickers.shipped(), Composer.shipped()], ids=lambda one: one.name)
@pytest.mark.parametrize("strength", [0.4, 1.0])
def test_all_but_the_hole_stays_to_the_byte(painter: Painter, strength: float) -> None:
    start = np.random.default_rng(0).integers(0, 256, (painter.size, painter.size, 4)).astype(np.uint8)
    mask = np.zeros((painter.size, painter.size), bool)
    mask[40:140, 60:200] = True
    order = Order("a crown", 7, "noto", start=start, mask=mask, strength=strength, steps=3)
    seen: list[int] = []
    picture = painter.draw(order, lambda step, _all, _preview: seen.append(step), lambda: False)
    assert picture is not None and seen
    assert np.array_equal(picture[~mask], start[~mask])
    assert not np.array_equal(picture[mask], start[mask])
    other = painter.draw(replace(order, prompt="a frog"), lambda *_: None, lambda: False)
    assert other is not None and not np.array_equal(picture, other)
    assert painter.draw(order, lambda *_: None, lambda: True) is None


def test_what_is_around_a_hole_goes_on_under_the_thing() -> None:
    start = np.full((512, 512, 4), (10, 120, 250, 255), np.uint8)
    start[100:200, 100:300] = (255, 0, 0, 255)
    mask = np.zeros((512, 512), bool)
    mask[90:210, 90:310] = True
    picture = Composer.shipped().draw(
        Order("a crown", 7, "noto", start=start, mask=mask), lambda *_: None, lambda: False
    )
    assert picture is not None and (picture[..., 3] == 255).all()
    assert np.abs(picture[92, 92].astype(int) - start[0, 0]).max() < 6


def test_a_mask_goes_where_its_picture_goes() -> None:
    mask = np.zeros((100, 200), bool)
    mask[:, :100] = True
    square = holes.sized(mask, 64)
    assert square[16:48, :32].all() and square.sum() == 32 * 32


def test_the_smallest_hole_is_one() -> None:
    mask = np.zeros((512, 512), bool)
    mask[5, 5] = True
    assert holes.sized(mask, 256).sum() == 1
