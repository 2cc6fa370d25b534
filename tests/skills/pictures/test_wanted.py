import numpy as np
import pytest

from kippu.engines.pictures.artwork import STYLES
from kippu.engines.pictures.looks import LOOKS
from kippu.errors import BadInput
from kippu.skills.pictures.wanted import SEEDS, Wanted, named_style
from painting import Gradient


def test_what_is_left_open_is_chosen() -> None:
    wanted = Wanted("  a\n cat\t").checked(Gradient())
    (order,) = wanted.orders(Gradient())
    assert (wanted.prompt, order.style) == ("a cat", "noto")
    assert wanted.seed is not None and 0 <= wanted.seed < SEEDS and wanted.seed % LOOKS == 0
    assert wanted.seed != Wanted("a cat").checked(Gradient()).seed


def test_each_variant_has_the_next_seed() -> None:
    wanted = Wanted("a cat", seed=SEEDS - 1, variants=3).checked(Gradient())
    assert [order.seed for order in wanted.orders(Gradient())] == [SEEDS - 1, 0, 1]


def test_variants_take_other_artwork_where_none_was_named_but_no_other_scheduler() -> None:
    painter = Gradient()
    painter.styles = STYLES
    styles = [order.style for order in Wanted("a cat", variants=4).checked(painter).orders(painter)]
    assert styles == ["noto", "fluent", "twemoji", "noto"]
    wanted = Wanted("a cat", style="twemoji", variants=2).checked(painter)
    assert {order.style for order in wanted.orders(painter)} == {"twemoji"}
    painter.styles = ("euler", "euler-a", "lcm")
    assert {order.style for order in Wanted("a cat", variants=4).checked(painter).orders(painter)} == {
        "euler"
    }


def test_what_it_starts_from_comes_in_the_painters_size() -> None:
    photo = np.full((100, 50, 4), 255, np.uint8)
    (order,) = Wanted("a cat", start=photo, sketch=photo).checked(Gradient()).orders(Gradient())
    assert order.start is not None and order.start.shape == (32, 32, 4)
    assert order.sketch is not None and order.sketch.shape == (32, 32, 4)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"prompt": " \n"}, "Say what to draw"),
        ({"prompt": "a" * 1001}, "has 1,001 characters"),
        ({"variants": 5}, "'variants' can't be 5: it goes from 1 to 4"),
        ({"variants": 0}, "'variants' can't be 0"),
        ({"seed": -1}, "'seed' can't be -1"),
        ({"strength": 1.5}, "'strength' can't be 1.5: it goes from 0 to 1"),
        ({"strength": float("nan")}, "'strength' can't be nan"),
        ({"control": 3}, "'control' can't be 3: it goes from 0 to 2"),
        ({"steps": 101}, "'steps' can't be 101"),
        ({"guidance": -0.5}, "'guidance' can't be -0.5"),
        ({"style": "van gogh"}, "no style “van gogh”. The styles are: noto, fluent-flat, twemoji"),
    ],
)
def test_what_can_not_be_is_told(wrong: dict[str, object], told: str) -> None:
    with pytest.raises(BadInput) as refused:
        Wanted(**{"prompt": "a cat", **wrong}).checked(Gradient())
    assert told in str(refused.value) and refused.value.ja != str(refused.value)


@pytest.mark.parametrize("said", ["noto", "NOTO", " noto ", "no"])
def test_a_style_is_meant_by_how_it_begins(said: str) -> None:
    assert named_style(said, Gradient.styles) == "noto"


def test_a_style_of_two_words() -> None:
    assert named_style("Fluent Flat", Gradient.styles) == "fluent-flat"
    with pytest.raises(BadInput):
        named_style("", Gradient.styles)
