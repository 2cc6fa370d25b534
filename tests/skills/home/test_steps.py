"""Where a step up or down lands."""

import pytest

from kippu.skills.home.tools.steps import stepped


@pytest.mark.parametrize(
    ("now", "step", "after"),
    [(80, -20, 60), (30, -20, 10), (20, -20, 10), (15, -20, 8), (10, -5, 5), (5, -20, 3), (2, -20, 1),
     (1, -20, 1), (0, -20, 0), (90, 20, 100), (0, 20, 20)],
)  # fmt: skip
def test_it_halves_near_the_bottom_and_never_ends_off(now: float, step: float, after: float) -> None:
    assert stepped(now, step, gentle=10) == after


def test_a_fan_ends_at_its_lowest_speed() -> None:
    assert stepped(100 / 3, -100 / 3, gentle=10, least=100 / 3) == 100 / 3
    assert stepped(50, -50, gentle=10, least=25) == 25
