from datetime import datetime

import pytest

from kippu.turn import Language
from kippu.understand.when.hours import hours

NOW = datetime(2026, 11, 25, 9, 30).astimezone()  # a Wednesday


@pytest.mark.parametrize(
    ("language", "text", "start", "end", "left"),
    [
        ("en", "am i busy friday from 2 to 4", "2026-11-27T14:00:00", "2026-11-27T16:00:00", "am i busy "),
        ("en", "anything between 2 and 4 am", "2026-11-25T02:00:00", "2026-11-25T04:00:00", "anything "),
        ("en", "anything from 11 to 1", "2026-11-25T11:00:00", "2026-11-25T13:00:00", "anything "),
        ("en", "free after half past 3", "2026-11-25T15:30:00", "2026-11-26T00:00:00", "free "),
        ("en", "what's going on on friday until noon", "2026-11-27T00:00:00", "2026-11-27T12:00:00",
         "what's going on "),
        ("en", "tomorrow before 10 what is on", "2026-11-26T00:00:00", "2026-11-26T10:00:00", " what is on"),
        ("ja", "明日18時以降の予定", "2026-11-26T18:00:00", "2026-11-27T00:00:00", "の予定"),
        ("ja", "金曜の午後2時から4時まで空いてる", "2026-11-27T14:00:00", "2026-11-27T16:00:00", "空いてる"),
        ("ja", "正午より前に何かある", "2026-11-25T00:00:00", "2026-11-25T12:00:00", "に何かある"),
    ],
)  # fmt: skip
def test_hours_of_a_day(language: Language, text: str, start: str, end: str, left: str) -> None:
    found = hours(text, language, NOW)
    assert found is not None
    assert found.span == {"at": start, "end": end}
    assert found.left.split() == left.split()


@pytest.mark.parametrize(
    "text",
    [
        "wake me at 7",
        "after 10 minutes",
        "from 2 to 3 people came",
        "between monday and friday at 7",
        "after 6 on monday and on friday",
        "between 27 and 28",
        "before the match",
        "from 9 every day",
    ],
)
def test_what_names_none(text: str) -> None:
    assert hours(text, "en", NOW) is None
