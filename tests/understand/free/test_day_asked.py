"""Today's date answers those who ask for it, and nobody else."""

import pytest

from kippu.understand.free.day_asked import day_asked
from kippu.understand.text import language_of, sentence
from kippu.understand.when.finding import FIND
from understand.home import NOW


def asked(text: str) -> str:
    language = language_of(text)
    plain = sentence(text, language)
    days = [(one.start, one.end) for one in FIND[language](plain, NOW) if one.day and not one.stretch]
    return day_asked(plain, language, days)


@pytest.mark.parametrize(
    "text",
    ["えっと今日って何曜日だったっけ", "日付教えてくれる", "今日何日か忘れちゃった",
     "what's the date, i've lost track",
     "i lost track of what day it is", "remind me, what date is it today"],
)  # fmt: skip
def test_today(text: str) -> None:
    assert asked(text) in ("今日", "today")


@pytest.mark.parametrize(
    "text",
    ["今って冬至もう過ぎた？", "令和8年って西暦何年？", "平成生まれって何歳？",
     "うるう年っていつ？", "今年はあと何日？",
     "次の満月は何日", "来週の金曜の次の日は何日", "来週の会議は何日",
     "has the solstice passed yet", "how old am i today", "how many days left in the year",
     "when's the next full moon", "the day after friday", "what time is it"],
)  # fmt: skip
def test_something_else(text: str) -> None:
    assert asked(text) == ""


@pytest.mark.parametrize(
    ("text", "day"),
    [("金曜日って何日だっけ", "金曜日"), ("what date is friday", "friday"),
     ("テストまであと何日？12月10日なんだけど", "12月10日"),
     ("how many days till March 3rd, that's my filing deadline", "March 3rd")],
)  # fmt: skip
def test_the_day_that_is_named(text: str, day: str) -> None:
    assert asked(text) == day
