"""The figures of a bench."""

import pytest

from understand_figures import calibration, figures
from understand_judging import Verdict


def verdict(sure: float, exact: bool) -> Verdict:
    return Verdict(exact, True, not exact, True, False, True, sure)


def test_shares() -> None:
    found = figures([verdict(0.9, True), verdict(0.9, False)], [1.0, 3.0])
    assert (found["exact"], found["wrong"], found["tool_right"], found["free_exact"]) == (0.5, 0.5, 1, 0.5)
    assert figures([], [])["exact"] == 0


def test_a_step_that_is_as_sure_as_it_is_right_has_no_error() -> None:
    off, curve = calibration([verdict(0.75, number % 4 != 0) for number in range(100)])
    assert off == pytest.approx(0)
    assert [one["from"] for one in curve] == [0.7]


def test_too_sure_and_too_modest_do_not_make_up_for_each_other() -> None:
    off, curve = calibration([verdict(1.0, False)] * 5 + [verdict(0.5, True)] * 5)
    assert off == pytest.approx(0.75)
    assert [(one["sure"], one["exact"]) for one in curve] == [(0.5, 1.0), (1.0, 0.0)]
