"""What nothing here repeats so is not done once, or daily, without a word."""

import pytest

from understand.home import understand


@pytest.mark.parametrize(
    "text",
    [
        "remind me at 9 to water the plants every other day",
        "remind me at 9 every month to pay the rent",
        "wake me at 7 for the next three days",
        "9時に隔日の水やりをリマインドして",
    ],
)
def test_a_rhythm_that_is_not_kept_is_asked_about(text: str) -> None:
    meaning = understand(text)
    assert not meaning.calls
    assert meaning.proposed
    assert meaning.question
    assert "weekdays" in meaning.question or "平日" in meaning.question


@pytest.mark.parametrize(
    "text",
    [
        "remind me every monday at 9 to water the plants",
        "remind me to send the monthly report at 9",
        "毎週月曜の9時に水やりをリマインドして",
    ],
)
def test_what_is_kept_is_done(text: str) -> None:
    assert understand(text).calls
