"""The question before the one that was just told, and the last answer again."""

import pytest

from understand.home import call, understand

LAST = call("history.asked", last=1)


@pytest.mark.parametrize("text", ["and before that", "what about before that?", "その前は？"])
def test_the_one_before(text: str) -> None:
    once = call("history.asked", last=1, skip=2)
    assert understand(text, earlier=(LAST,)).calls == (once,)
    assert understand(text, earlier=(once,)).calls == (call("history.asked", last=1, skip=4),)


@pytest.mark.parametrize("text", ["what?", "huh?", "sorry?", "repeat please", "pardon", "え？", "なんて？"])
def test_what_was_not_heard(text: str) -> None:
    assert understand(text, earlier=(call("clock.time"),)).calls == (call("history.again"),)


@pytest.mark.parametrize("text", ["sorry", "what is it", "what's on", "excuse me"])
def test_what_was_heard(text: str) -> None:
    assert call("history.again") not in understand(text, earlier=(call("clock.time"),)).calls
