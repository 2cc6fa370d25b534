"""Whether a robot stands still is a question, and stops none."""

import pytest

from understand.home import call, understand


@pytest.mark.parametrize(
    "text",
    ["掃除機止まってる？", "掃除機は止まってる？", "掃除機は今止まってますか", "掃除機もう停止している？"],
)
def test_it_is_told_of(text: str) -> None:
    (found,) = understand(text).calls
    assert found.tool == "home.state" and found.arguments["ask"] == "one"


@pytest.mark.parametrize("text", ["掃除機止めて", "掃除機を停止して", "掃除機を止めてくれる？"])
def test_an_order_stops_it(text: str) -> None:
    assert understand(text).calls[0].tool in {call("home.stop").tool, call("home.pause").tool}
