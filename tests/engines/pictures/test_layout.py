"""Where the things of a picture go."""

import numpy as np

from kippu.engines.pictures.layout import Spot, crowd, fitted, inside, shape, stood, worn


def drawing(top: int, bottom: int, left: int, right: int) -> np.ndarray:
    seen = np.zeros((64, 64, 4), np.uint8)
    seen[top:bottom, left:right] = (250, 200, 60, 255)
    return seen


FACE = shape(drawing(8, 60, 6, 58))
HAT = shape(drawing(10, 54, 4, 60))


def test_a_shape_is_where_something_is() -> None:
    assert (FACE.left, FACE.top, FACE.right, FACE.bottom) == (6 / 64, 8 / 64, 58 / 64, 60 / 64)
    assert FACE.head_y == 8 / 64


def test_dark_spots_in_the_face_are_its_eyes() -> None:
    face = drawing(8, 60, 6, 58)
    face[30:34, 18:22] = face[30:34, 42:46] = (40, 30, 30, 255)

    assert abs(shape(face).eyes_y - 31.5 / 64) < 0.02


def test_a_drawing_of_nothing_has_a_shape_all_the_same() -> None:
    assert shape(np.zeros((64, 64, 4), np.uint8)).right == 1


def test_a_hat_is_above_glasses_are_between_and_a_scarf_is_below() -> None:
    hat, eyes, chin = (worn(FACE, HAT, kind).y for kind in ("hat", "eyes", "chin"))

    assert hat < eyes < FACE.bottom < chin
    assert hat < FACE.head_y + 0.05


def test_a_scarf_is_at_the_neck_of_a_body() -> None:
    body = drawing(4, 60, 16, 48)
    body[28:32, :24] = body[28:32, 40:] = 0
    seen = shape(body)

    assert (seen.neck_x, seen.neck_y, seen.neck_wide) == (31.5 / 64, 28 / 64, 16 / 64)
    assert 28 / 64 < worn(seen, HAT, "neck").y < 40 / 64


def test_what_stands_on_something_is_over_it_and_in_front() -> None:
    above, below, in_front = stood("on", FACE, HAT)

    assert above.y < below.y
    assert not in_front


def test_as_many_as_asked_for_and_none_over_another() -> None:
    for count in range(1, 6):
        spots = crowd(count)
        assert len(spots) == count
        for number, one in enumerate(spots):
            for other in spots[:number]:
                assert max(abs(one.x - other.x), abs(one.y - other.y)) > 0.2


def test_what_is_too_large_is_made_to_fit() -> None:
    spots = fitted([(Spot(0.5, 0.5, 1.0), FACE), (Spot(0.5, -0.2, 0.8), HAT)])

    for spot, seen in zip(spots, (FACE, HAT), strict=True):
        assert spot.y + spot.size * (seen.top - 0.5) >= 0
        assert spot.y + spot.size * (seen.bottom - 0.5) <= 1


def test_a_spot_in_a_spot_is_as_much_smaller() -> None:
    assert inside(Spot(0.25, 0.5, 0.5), Spot(0.5, 0.5, 0.5)) == Spot(0.375, 0.5, 0.25)
