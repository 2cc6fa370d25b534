"""Vector drawings put into one and drawn in pixels."""

from kippu.engines.pictures.svg import Placed, joined, pixels

RED = '<rect width="10" height="10" fill="#ff0000"/>'


def test_a_drawing_is_where_it_was_placed() -> None:
    seen = pixels(joined([Placed(10, RED, 0.25, 0.75, 0.5)]), 40)

    assert seen.shape == (40, 40, 4)
    assert tuple(seen[30, 10]) == (255, 0, 0, 255)
    assert seen[10, 30, 3] == 0


def test_the_last_is_in_front() -> None:
    seen = pixels(
        joined([Placed(10, RED, 0.5, 0.5), Placed(10, RED.replace("ff0000", "0000ff"), 0.5, 0.5)]), 8
    )

    assert tuple(seen[4, 4]) == (0, 0, 255, 255)


def test_a_mirrored_drawing_looks_the_other_way() -> None:
    half = '<rect width="5" height="10" fill="#ff0000"/>'

    assert pixels(joined([Placed(10, half, 0.5, 0.5)]), 8)[4, 1, 3] == 255
    assert pixels(joined([Placed(10, half, 0.5, 0.5, mirrored=True)]), 8)[4, 1, 3] == 0


def test_names_in_one_drawing_are_not_those_of_another() -> None:
    def filled(colour: str) -> str:
        return (
            f'<linearGradient id="a"><stop stop-color="{colour}"/></linearGradient>'
            '<rect width="10" height="10" fill="url(#a)"/>'
        )

    both = joined([Placed(10, filled("#f00"), 0.25, 0.5, 0.5), Placed(10, filled("#00f"), 0.75, 0.5, 0.5)])

    seen = pixels(both, 40)
    assert tuple(seen[20, 10]) == (255, 0, 0, 255)
    assert tuple(seen[20, 30]) == (0, 0, 255, 255)
