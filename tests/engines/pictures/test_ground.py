"""What is shown is cut out of a ground of one colour, and nothing else is."""

import io

import numpy as np
import pytest
from PIL import Image

from kippu.engines.pictures import Pixels, files
from kippu.engines.pictures.ground import cut
from kippu.engines.pictures.origin import Origin

ORIGIN = Origin("a ring", 7, "euler", "a model")


def ring(ground: tuple[int, int, int] = (240, 240, 236), noise: float = 3) -> Pixels:
    """A red ring on a noisy ground, as a model draws it; the ground is in it too."""
    y, x = np.mgrid[:256, :256]
    picture = np.zeros((256, 256, 4), np.uint8)
    picture[:] = (*ground, 255)
    picture[abs(np.hypot(x - 128, y - 128) - 70) < 25] = (200, 30, 40, 255)
    random = np.random.default_rng(0).normal(0, noise, (256, 256, 3))
    picture[..., :3] = (picture[..., :3] + random).clip(0, 255)
    return picture


@pytest.mark.parametrize("ground", [(240, 240, 236), (255, 255, 255), (20, 24, 30), (60, 160, 230)])
def test_a_flat_ground_gets_clear_and_the_thing_stays(ground: tuple[int, int, int]) -> None:
    found = cut(ring(ground))
    assert found is not None
    alpha = found[..., 3]
    assert alpha[:40, :40].max() == 0 and alpha[128 - 70, 128] == 255
    assert alpha[128, 128] == 255, "what is not reached from outside stays"
    assert len(np.unique(alpha)) > 3, "the edge is soft"
    seen = files.on_white(found)[20:60, 128, :3].astype(int)
    assert (np.abs(seen - 255).max(1) < 8).any() and (np.abs(seen - (200, 30, 40)).max(1) < 20).any()


def test_what_jpeg_does_to_a_ground_is_not_seen() -> None:
    data = io.BytesIO()
    Image.fromarray(ring()).convert("RGB").save(data, "JPEG", quality=70)
    found = cut(np.asarray(Image.open(data).convert("RGBA")))
    assert found is not None and found[:40, :40, 3].max() == 0


def test_a_thing_may_touch_the_border_a_little() -> None:
    picture = ring()
    picture[120:130, :64] = (200, 30, 40, 255)
    found = cut(picture)
    assert found is not None and found[125, 30, 3] == 255 and found[60, 5, 3] == 0


@pytest.mark.parametrize("what", ["sky", "half", "noise", "nothing"])
def test_what_has_no_ground_of_one_colour_is_left(what: str) -> None:
    picture = ring(noise=60 if what == "noise" else 3)
    if what == "sky":
        picture[..., 2] = np.linspace(60, 255, 256).astype(np.uint8)[:, None]
    if what == "half":
        picture[:, :128, :3] = (90, 120, 90)
    if what == "nothing":
        picture[:] = (240, 240, 236, 255)
    assert cut(picture) is None
    assert files.sticker(picture, ORIGIN) is None


def test_a_sticker_is_cut_out_only_where_nothing_is_clear_yet() -> None:
    made = files.sticker(ring(), ORIGIN)
    assert made is not None
    opened = Image.open(io.BytesIO(made))
    assert opened.size == (512, 512) and opened.getchannel("A").getextrema() == (0, 255)
    clear = ring()
    clear[:128, :, 3] = 0
    made = files.sticker(clear, ORIGIN)
    assert made is not None
    assert np.asarray(Image.open(io.BytesIO(made)).convert("RGBA"))[300:, 10, 3].min() == 255
