"""A deed and, apart from it, when it is soon enough."""

import pytest

from kippu.understand.mending.soon_enough import as_order
from understand.home import NOW, call, understand


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        (
            "リビングの電気、消すのは10分後でいいや",
            (call("timers.start", minutes=10, command="リビングの電気消して"),),
        ),
        (
            "リビングの電気消すの22時でいいよ",
            (call("timers.start", hours=12, command="リビングの電気消して"),),
        ),
        ("リビングの電気消すのはもういいや", ()),
    ],
)
def test_it_is_put_off_and_not_taken_back(text: str, calls: tuple[object, ...]) -> None:
    assert understand(text).calls == calls


@pytest.mark.parametrize("text", ["電気を消すのは大変でいいや", "消すのは誰でいい", "10分後でいいや"])
def test_other_words_stay(text: str) -> None:
    assert as_order(text, NOW) == text
