"""Any picture four times larger, and each painter's own way to do so."""

import numpy as np
import pytest
from PIL import Image

from kippu.engines.pictures import Order, Painter, Pixels, files
from kippu.engines.pictures.composer import Composer
from kippu.engines.pictures.larger import Larger
from kippu.engines.pictures.order import Mask
from kippu.engines.pictures.patches import even
from kippu.engines.pictures.stickers import Stickers
from kippu.errors import BadInput


def large(picture: Pixels) -> Pixels:
    found = Larger().draw(picture, lambda *_: None, lambda: False)
    assert found is not None
    return found


def drawn(painter: Painter, order: Order) -> tuple[Pixels, Pixels]:
    """What it draws, and that made larger."""
    picture = painter.draw(order, lambda *_: None, lambda: False)
    assert picture is not None
    more = painter.larger(order, picture, lambda *_: None, lambda: False)
    assert more is not None
    return picture, more


def lanczos(picture: Pixels, side: int) -> Pixels:
    shown = Image.fromarray(picture).convert("RGBa").resize((side, side), Image.Resampling.LANCZOS)
    return np.asarray(shown.convert("RGBA"))


def shrunk(picture: Pixels) -> Pixels:
    """A fourth of its size, as it is seen on white."""
    side = len(picture) // 4
    return np.asarray(Image.fromarray(files.on_white(picture)).resize((side, side), Image.Resampling.BOX))


def blob(high: int, wide: int) -> Pixels:
    """A soft-edged disc in orange, clear around, with a dark bar in it."""
    y, x = np.mgrid[:high, :wide]
    picture = np.zeros((high, wide, 4), np.uint8)
    picture[..., :3] = (250, 160, 40)
    picture[abs(y - high / 2) < high / 12] = (30, 30, 60, 0)
    picture[..., 3] = np.clip((min(high, wide) * 0.4 - np.hypot(x - wide / 2, y - high / 2)) * 128, 0, 255)
    return picture


@pytest.mark.parametrize("size", [(130, 130), (64, 64), (47, 97), (1, 3)])
def test_any_size_and_any_transparency(size: tuple[int, int]) -> None:
    picture = blob(*size)
    found = large(picture)
    assert found.shape == (4 * size[0], 4 * size[1], 4) and found.dtype == np.uint8
    assert abs(found[..., 3].mean() - picture[..., 3].mean()) < 2


def test_made_small_again_it_is_the_picture() -> None:
    picture = blob(128, 128)
    apart = np.abs(shrunk(large(picture)).astype(int) - files.on_white(picture)).max()
    assert apart <= 24 and np.abs(shrunk(large(picture)).astype(int) - files.on_white(picture)).mean() < 1


@pytest.mark.parametrize("colour", [(255, 255, 255), (255, 0, 0), (20, 20, 20), (250, 200, 40)])
def test_a_flat_colour_stays_and_nothing_of_it_gets_clear(colour: tuple[int, int, int]) -> None:
    picture = np.full((70, 70, 4), (*colour, 255), np.uint8)
    assert np.abs(large(picture).astype(int) - (*colour, 255)).max() <= 1


def test_no_seam_where_tiles_meet() -> None:
    y, x = np.mgrid[:150, :150]
    picture = np.dstack([x, y, 150 - x, np.full_like(x, 255)]).astype(np.uint8)
    steps = np.abs(np.diff(large(picture)[..., 0].astype(int), axis=1)).max(0)
    assert steps[191:193].max() <= steps.max() <= 3


def test_edges_are_steeper_than_lanczos_has_them() -> None:
    source = np.asarray(Image.fromarray(blob(512, 512)).resize((128, 128), Image.Resampling.BOX))
    sharp = [
        np.abs(np.diff(each[256, 40:470, 3].astype(int))).max()
        for each in (large(source), lanczos(source, 512))
    ]
    assert sharp[0] > sharp[1]


def test_what_is_clear_has_no_colour_to_shine_through() -> None:
    picture = blob(96, 96)
    picture[picture[..., 3] == 0, :3] = (0, 255, 0)
    seen = large(picture)
    rim = seen[(seen[..., 3] > 20) & (seen[..., 3] < 235), :3].astype(int)
    assert len(rim) and (rim[:, 1] - rim[:, 0]).max() < 60, "nothing of it is green"


def test_each_row_of_tiles_is_a_step_and_it_stops_between_tiles() -> None:
    told: list[tuple[int, int, tuple[int, ...]]] = []
    Larger().draw(
        blob(200, 60), lambda step, steps, seen: told.append((step, steps, seen.shape)), lambda: False
    )
    assert [each[:2] for each in told] == [(1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]
    assert max(told[0][2]) <= 512
    looks = iter([False, False, True])
    assert Larger().draw(blob(200, 200), lambda *_: None, lambda: next(looks)) is None


def test_what_would_be_too_large_is_told() -> None:
    with pytest.raises(BadInput, match="up to 1024 a side"):
        large(np.zeros((8, 1025, 4), np.uint8))


def test_a_sticker_gets_large_without_its_stairs() -> None:
    picture, more = drawn(Stickers.shipped(), Order("a blue bird", 4, "noto"))
    assert more.shape == (1024, 1024, 4)
    assert np.abs(shrunk(more).astype(int) - files.on_white(picture)).mean() < 3
    # Where an edge goes slantwise, a stair is a jump between two rows.
    edges = [np.argmax(each[300:600, :, 3] > 128, axis=1) for each in (more, lanczos(picture, 1024))]
    evened, stairs = (np.square(np.diff(edge).clip(-16, 16)).mean() for edge in edges)
    assert evened < stairs


def test_evening_keeps_what_is_clear_clear() -> None:
    picture = blob(256, 256)
    assert (
        not even(picture)[:8, :8].any()
        and np.abs(even(picture)[100, 100].astype(int) - picture[100, 100]).max() <= 1
    )


@pytest.mark.parametrize(("prompt", "seed"), [("a frog", 2), ("a cat with sunglasses", 3)])
def test_a_composed_picture_is_the_same_in_more_pixels(prompt: str, seed: int) -> None:
    picture, more = drawn(Composer.shipped(), Order(prompt, seed, "noto"))
    assert more.shape == (2048, 2048, 4)
    assert np.abs(shrunk(more).astype(int) - files.on_white(picture)).mean() < 1.5
    steps = np.abs(np.diff(files.on_white(more).astype(int), axis=1))
    assert (steps > 90).any(), "edges are as sharp as before"


def test_a_composed_picture_in_anothers_hole_goes_through_the_network() -> None:
    mask: Mask = np.zeros((512, 512), bool)
    mask[100:300, 100:300] = True
    start = np.full((512, 512, 4), (200, 220, 240, 255), np.uint8)
    picture, more = drawn(Composer.shipped(), Order("a crown", 0, "noto", start=start, mask=mask))
    assert more.shape == (2048, 2048, 4) and more[..., 3].min() == 255
    assert np.abs(shrunk(more).astype(int) - picture).mean() < 1.5


def test_of_drawings_that_are_others_now_what_is_seen_gets_larger() -> None:
    other = Composer.shipped().draw(Order("a dog", 0, "noto"), lambda *_: None, lambda: False)
    assert other is not None
    more = Composer.shipped().larger(Order("a frog", 0, "noto"), other, lambda *_: None, lambda: False)
    assert more is not None and np.abs(shrunk(more).astype(int) - files.on_white(other)).mean() < 1.5
