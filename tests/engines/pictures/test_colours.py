"""A drawing's main colour turned into another."""

from collections import Counter

from kippu.engines.pictures.colours import main_colour, recolour


def test_what_covers_most_is_turned_and_the_rest_stays() -> None:
    main = main_colour(Counter({"ffcc4d": 900, "f18f26": 100, "292f33": 80, "ffffff": 60}))

    turned = recolour('<path fill="#ffcc4d"/><path fill="#292f33"/><path fill="#fff"/>', main, "blue")

    first = turned.split('"')[1]
    red, green, blue = (int(first[place : place + 2], 16) for place in (1, 3, 5))
    assert blue > green > red
    assert '"#292f33"' in turned
    assert '"#fff"' in turned


def test_what_is_grey_can_be_coloured() -> None:
    main = main_colour(Counter({"bec8d2": 900, "292f33": 80}))

    turned = recolour('<path fill="#bec8d2"/>', main, "red")

    assert int(turned[13:15], 16) > 2 * int(turned[15:17], 16)


def test_a_drawing_without_a_pixel_has_a_colour_all_the_same() -> None:
    assert recolour('<path fill="#bec8d2"/>', main_colour(Counter()), "red")
