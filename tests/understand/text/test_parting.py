"""Words of parting beside an order."""

from time import perf_counter

import pytest

from kippu.understand.text import sentence
from understand.home import call, understand


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("turn off the lights, see you at 8", "turn off the lights"),
        ("Ok see you in 10 minutes, lock the front door", "lock the front door"),
        ("lock the front door. Bye, I'll see you on Monday!", "lock the front door"),
        ("電気を消して、また明日", "電気を消して"),
        ("電気を消して、じゃあまた夜にね。", "電気を消して"),
    ],
)
def test_they_are_no_part_of_the_order(text: str, order: str) -> None:
    assert sentence(text, "en" if text.isascii() else "ja") == order


@pytest.mark.parametrize(
    "text",
    [
        "see you tomorrow",
        "text Anna, see you at 8",
        "また明日",
        "母に送って、また明日",
        "電気を消して、また夜につけて",
    ],
)
def test_alone_or_written_they_stay(text: str) -> None:
    assert sentence(text, "en" if text.isascii() else "ja") == text


def test_their_time_is_no_time_of_the_order() -> None:
    assert understand("電気を消して、また明日").calls == (call("home.turn_off", domain="light"),)


def test_thousands_of_words_before_one_are_read_at_once() -> None:
    started = perf_counter()
    sentence("and, " * 5000, "en")
    assert perf_counter() - started < 1
