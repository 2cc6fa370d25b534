"""The half of the day that a bare hour is of, when something is moved to it."""

from datetime import datetime, time

import pytest

from kippu.skills.halves import nearer


@pytest.mark.parametrize(
    ("was", "given", "meant"),
    [
        (time(6, 15), time(19), time(7)),
        (time(18, 15), time(7), time(19)),
        (time(10), time(21), time(9)),
        (time(9), time(3), time(15)),  # an appointment of the day isn't moved into the night
        (time(7), time(5), time(5)),
        (time(2), time(4), time(4)),
        (time(15), time(21), time(21)),  # as far from either: as given
        (time(12, 30), time(0, 45), time(12, 45)),
    ],
)
def test_an_hour_is_of_the_half_that_is_meant(was: time, given: time, meant: time) -> None:
    assert nearer(datetime(2026, 11, 24, was.hour, was.minute), given) == meant
