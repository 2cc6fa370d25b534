"""Several days that are said by the first and the last of them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from kippu.turn import Language
from kippu.understand.when.days import days
from kippu.understand.when.finding import FIND

NOW = datetime(2026, 11, 24, 10, tzinfo=ZoneInfo("Asia/Tokyo"))  # a Tuesday


def found(text: str, language: Language) -> tuple[str, tuple[date, date]] | None:
    phrase = days(text, FIND[language](text, NOW), language)
    return (text[phrase.start : phrase.end], phrase.stretch) if phrase and phrase.stretch else None


@pytest.mark.parametrize(
    ("text", "language", "said", "first", "last"),
    [
        ("what's on from monday to thursday", "en", "from monday to thursday", (11, 30), (12, 3)),
        ("events between today and the 21st", "en", "between today and the 21st", (11, 24), (12, 21)),
        ("what's on friday through sunday", "en", "on friday through sunday", (11, 27), (11, 29)),
        ("plans for tomorrow and thursday", "en", "tomorrow and thursday", (11, 25), (11, 26)),
        ("来月の20日から25日の予定は", "ja", "来月の20日から25日", (12, 20), (12, 25)),
        ("月曜から水曜の間の予定", "ja", "月曜から水曜の間", (11, 30), (12, 2)),
        ("12月3日〜12月10日の予定", "ja", "12月3日〜12月10日", (12, 3), (12, 10)),
        ("明日と明後日の予定", "ja", "明日と明後日", (11, 25), (11, 26)),
    ],
)
def test_first_and_last(
    text: str, language: Language, said: str, first: tuple[int, int], last: tuple[int, int]
) -> None:
    assert found(text, language) == (said, (date(2026, *first), date(2026, *last)))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("what's on friday and sunday", "en"), ("what's on from friday and sunday", "en"),
        ("move it from friday 3 pm to saturday 4 pm", "en"), ("what's on friday", "en"),
        ("金曜と日曜の予定", "ja"), ("金曜の予定を日曜にして", "ja"),
    ],
)  # fmt: skip
def test_none(text: str, language: Language) -> None:
    assert found(text, language) is None
