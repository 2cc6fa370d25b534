"""A reminder says what it is of, for "it" means nothing by the time it rings."""

import pytest

from understand.home import call, understand

KITCHEN = call("home.turn_on", name="Kitchen Light")


@pytest.mark.parametrize(
    ("text", "reminds"),
    [
        (
            "turn on the kitchen light and remind me in ten minutes to turn it off",
            "turn the Kitchen Light off",
        ),
        ("open the blinds and remind me at 6 pm to close them", "close all blinds"),
        ("キッチンの電気をつけて、10分後に消すようリマインドして", "キッチンの電気を消す"),
        ("turn on the kitchen light and remind me in 10 minutes to call it a day", "call it a day"),
    ],
)
def test_what_is_done_in_the_same_breath(text: str, reminds: str) -> None:
    assert understand(text).calls[-1].arguments["text"] == reminds


def test_what_was_done_before() -> None:
    found = understand("remind me to turn it off in ten minutes", earlier=(KITCHEN,))
    assert found.calls[0].arguments["text"] == "turn the Kitchen Light off"
    found = understand("10分後に消すようリマインドして", earlier=(KITCHEN,))
    assert found.calls[0].arguments["text"] == "キッチンの電気を消す"


def test_alone_it_is_kept_as_it_was_said() -> None:
    assert understand("remind me to turn it off in ten minutes").calls[0].arguments["text"] == "turn it off"
