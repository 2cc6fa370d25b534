"""How one thing alone is shown."""

import colorsys

import numpy as np
import pytest

from kippu.engines.pictures import looks
from kippu.engines.pictures.svg import joined, pixels

RED = (0.0, 0.9, 0.9)


def test_plain_and_cut_out_have_nothing_behind() -> None:
    for look in (looks.PLAIN, looks.CUT_OUT):
        assert looks.ground(look, RED, np.random.default_rng(0)) == []


@pytest.mark.parametrize("look", [looks.DISC, looks.CARD])
@pytest.mark.parametrize("seed", range(6))
def test_what_is_behind_is_light_and_of_another_colour(look: int, seed: int) -> None:
    ground = pixels(joined(looks.ground(look, RED, np.random.default_rng(seed))), 64)

    assert ground[0, 0, 3] == 0 and ground[32, 32, 3] == 255
    for red, green, blue in ground[ground[..., 3] == 255][:, :3] / 255:
        hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
        assert 0.3 < hue < 0.7 and saturation < 0.4 and value > 0.95


def test_a_cut_out_keeps_the_thing_and_has_a_white_rim() -> None:
    thing = np.zeros((512, 512, 4), np.uint8)
    thing[150:350, 150:350] = (20, 120, 60, 255)
    cut = looks.cut_out(thing)

    assert (cut[150:350, 150:350] == thing[150:350, 150:350]).all()
    assert (cut[145, 250] == 255).all()
    assert 0 < cut[370, 250, 3] < 120, "a shadow below"
    assert cut[60, 60, 3] == 0
