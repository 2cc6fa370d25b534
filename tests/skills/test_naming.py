"""What rings, named by its time."""

from datetime import UTC, datetime

import pytest

from kippu.skills.bells.naming import called_by_time


@pytest.mark.parametrize(
    ("words", "hour", "minute"),
    [
        ("3 pm", 15, 0),
        ("3", 15, 0),
        ("3 o'clock", 3, 0),
        ("at 7:30", 19, 30),
        ("18:30", 18, 30),
        ("3時", 15, 0),
        ("午後3時半", 15, 30),
        ("朝7時", 7, 0),
        ("夜の8時", 20, 0),
        ("夜の1時", 1, 0),
        ("夜12時", 0, 0),
        ("0時", 0, 0),
    ],
)
def test_its_time_alone_is_its_name(words: str, hour: int, minute: int) -> None:
    assert called_by_time(words, datetime(2026, 11, 24, hour, minute, tzinfo=UTC))


@pytest.mark.parametrize(
    ("words", "hour"),
    [
        ("3 pm", 3),
        ("3 am", 15),
        ("0時", 12),
        ("夜の1時", 13),
        ("3 eggs", 15),
        ("3時の会議", 15),
        ("18:30", 18),
    ],
)
def test_another_time_and_more_than_a_time_is_not(words: str, hour: int) -> None:
    assert not called_by_time(words, datetime(2026, 11, 24, hour, tzinfo=UTC))
