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


@pytest.mark.parametrize(
    ("text", "day", "what"),
    [
        ("remind me at 9 every other wednesday to put the bins out", "2026-11-25", "put the bins out"),
        ("9時に隔週木曜の水やりをリマインドして", "2026-11-26", "水やり"),
    ],
)
def test_its_day_is_not_lost(text: str, day: str, what: str) -> None:
    meaning = understand(text)
    assert [call.arguments["at"][:10] for call in meaning.proposed] == [day]
    assert [call.arguments["text"] for call in meaning.proposed] == [what]
    assert not any("repeat" in call.arguments for call in meaning.proposed)
