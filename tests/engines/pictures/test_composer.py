"""Pictures from open drawings, with those that come with Kippu."""

import numpy as np
import pytest

from kippu.engines.pictures.composer import Composer
from kippu.engines.pictures.order import Order, Pixels
from kippu.engines.pictures.svg import joined, pixels
from kippu.engines.pictures.wanted import read
from kippu.errors import BadInput


@pytest.fixture(scope="module")
def composer() -> Composer:
    return Composer.shipped()


def drawn(composer: Composer, prompt: str, seed: int = 0, style: str = "noto") -> Pixels:
    told: list[tuple[int, int]] = []
    picture = composer.draw(Order(prompt, seed, style), lambda *step: told.append(step[:2]), lambda: False)
    assert picture is not None
    assert told == [(1, 1)]
    return picture


def colour(picture: Pixels) -> list[int]:
    solid = picture[picture[..., 3] > 200]
    return [int(part) for part in solid[:, :3].mean(0)]


def test_a_picture_is_clear_around_what_is_shown(composer: Composer) -> None:
    picture = drawn(composer, "draw a cat")

    assert picture.shape == (512, 512, 4)
    assert picture.dtype == np.uint8
    assert picture[0, 0, 3] == 0
    assert 0.1 < (picture[..., 3] > 200).mean() < 0.9


def test_the_same_order_gives_the_same_pixels_and_another_seed_others(composer: Composer) -> None:
    assert np.array_equal(drawn(composer, "a hat", 3), drawn(composer, "a hat", 3))
    assert len({drawn(composer, "a hat", seed).tobytes() for seed in range(4)}) > 1


def test_every_style_is_another_picture(composer: Composer) -> None:
    assert len({drawn(composer, "a dog", 0, style).tobytes() for style in composer.styles}) == 3


@pytest.mark.parametrize("prompt", ["a blue elephant", "青いゾウ"])
def test_a_colour_is_what_was_asked_for(composer: Composer, prompt: str) -> None:
    red, _, blue = colour(drawn(composer, prompt))

    assert blue > red + 40


@pytest.mark.parametrize("style", ["noto", "fluent", "twemoji"])
def test_another_drawing_is_never_one_of_another_colour(composer: Composer, style: str) -> None:
    cut_out = drawn(composer, "a blue bird", 2, style)
    thing = cut_out[(cut_out[..., 3] == 255) & (cut_out[..., :3].min(-1) < 200)]

    red, _, blue = thing[:, :3].mean(0)
    assert blue > red + 40


def test_what_is_worn_is_seen_on_the_head(composer: Composer) -> None:
    bare, worn = drawn(composer, "cat face"), drawn(composer, "サングラスをかけた猫を描いて")

    eyes = slice(180, 330), slice(100, 400)
    assert worn[eyes][..., :3].mean() < bare[eyes][..., :3].mean() - 30


def test_a_hat_goes_over_the_head(composer: Composer) -> None:
    hatted = drawn(composer, "a smiling face with a top hat")

    bare = drawn(composer, "a smiling face")
    there = np.abs(hatted[100:150, 220:290].astype(int) - bare[100:150, 220:290]).mean()
    assert there > 40
    yellow = hatted[400:440, 220:290, :3].mean((0, 1))
    assert yellow[0] > yellow[2] + 60


def test_the_first_of_four_is_plain_and_the_others_are_not(composer: Composer) -> None:
    plain, disc, cut_out, card = [drawn(composer, "a frog", seed) for seed in range(8, 12)]

    green = [int(part) for part in plain[300, 256, :3]]
    assert green[1] > green[2] + 40
    assert [(each[..., 3] > 200).mean() > 0.6 for each in (plain, disc, card)] == [False, True, True]
    rim = cut_out[(cut_out[..., 3] > 250) & (cut_out[..., :3].min(-1) > 250)]
    assert len(rim) > 0.02 * 512 * 512
    assert all(each[0, 0, 3] == 0 for each in (plain, disc, cut_out, card))


def test_a_hole_is_filled_with_the_thing_alone(composer: Composer) -> None:
    start, mask = np.full((512, 512, 4), (200, 30, 30, 255), np.uint8), np.zeros((512, 512), bool)
    mask[100:400, 100:400] = True
    for seed in range(4):
        order = Order("a frog", seed, "noto", start=start, mask=mask)
        filled = composer.draw(order, lambda *_: None, lambda: False)
        assert filled is not None
        assert abs(filled[104, 104, :3].astype(int) - (200, 30, 30)).max() < 20, "no card, no rim"


@pytest.mark.parametrize("style", ["noto", "fluent", "twemoji"])
@pytest.mark.parametrize("seed", range(3))
def test_a_scarf_leaves_the_mouth_free(composer: Composer, style: str, seed: int) -> None:
    wanted = read("a fox with a scarf", lambda _: False)
    scarf, face = composer.parts(wanted, style, np.random.default_rng(seed), mirrored=False)

    alone = pixels(joined([face]), 512)
    both = pixels(joined([scarf, face]), 512)
    shown = alone[..., 3] == 255
    assert (both[shown] == alone[shown]).all(), "it is behind the head"
    assert (both[..., 3] > 200).sum() > 1.1 * (alone[..., 3] > 200).sum(), "and yet seen"


def test_three_of_a_kind_are_three(composer: Composer) -> None:
    alpha = drawn(composer, "three green apples")[..., 3]

    solid = [alpha[y - 8 : y + 8, x - 8 : x + 8].min() > 200 for x, y in ((256, 138), (133, 374), (379, 374))]
    assert solid == [True, True, True]
    assert alpha[:120, :90].max() == alpha[:120, -90:].max() == alpha[-60:, 246:266].max() == 0


def test_words_that_name_nothing_are_refused_with_what_to_do(composer: Composer) -> None:
    with pytest.raises(BadInput, match="no drawing for 'qqqq'") as refused:
        drawn(composer, "qqqq")

    assert "合う絵がありません" in refused.value.say("ja")


@pytest.mark.parametrize("given", ["start", "sketch"])
def test_a_picture_to_go_by_is_refused_not_left_aside(composer: Composer, given: str) -> None:
    line = np.zeros((8, 8, 4), np.uint8)
    order = Order("a cat", 0, "noto", **{given: line})

    with pytest.raises(BadInput, match="by words alone"):
        composer.draw(order, lambda *_: None, lambda: False)


def test_nothing_is_drawn_once_it_is_stopped(composer: Composer) -> None:
    assert composer.draw(Order("a cat", 0, "noto"), lambda *_: None, lambda: True) is None


@pytest.mark.parametrize(
    "prompt", ["a cat with a hat", "a dog with sunglasses", "サングラスをかけた猫", "a frog"]
)
def test_no_two_of_four_variants_are_alike(prompt: str) -> None:
    painter = Composer.shipped()
    four = [
        painter.draw(Order(prompt, seed, "noto"), lambda *_: None, lambda: False) for seed in range(7, 11)
    ]
    for place, one in enumerate(four):
        for other in four[:place]:
            assert one is not None and other is not None
            assert np.abs(one.astype(int) - other.astype(int)).mean() > 3


def test_it_tells_what_it_has_no_drawing_of() -> None:
    composer = Composer.shipped()
    assert composer.lacks("a raccoon holding a strawberry") == ("raccoon", "strawberry")
    assert composer.lacks("a blue cat with a hat") == composer.lacks("かわいい猫") == ()
