"""Nothing leaves the device, whatever is asked and wherever it runs."""

import pytest

from kippu.guard import cover
from kippu.turn import Findings, Egress, Placement, Rung
from understand.home import turn


@pytest.mark.parametrize("rung", ["none", "pocket", "palm", "desk"])
def test_nothing_leaves(rung: Rung) -> None:
    said = turn("my password is hunter2", outside="and more of it")
    assert cover(said, Placement(rung, None, ""), Findings()) == Egress()
