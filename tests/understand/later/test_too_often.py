"""Nothing rings every so many minutes: it is said, and asked whether once will do."""

import pytest

from understand.home import call, understand


@pytest.mark.parametrize(
    ("text", "once"),
    [
        ("10分おきに知らせて", {"minutes": 10}),
        ("10分ごとに水を飲むのをリマインドして", {"minutes": 10}),
        ("毎時間鳴らして", {"hours": 1}),
        ("remind me every 10 minutes to drink", {"minutes": 10}),
        ("notify me every half hour", {"minutes": 30}),
        ("remind me hourly to stretch", {"hours": 1}),
        ("set a timer every 5 minutes", {"minutes": 5}),
    ],
)
def test_it_is_asked_whether_once_will_do(text: str, once: dict[str, int]) -> None:
    found = understand(text)
    assert not found.calls and found.proposed == (call("timers.start", **once),)
    assert found.question and found.question.startswith(("I can repeat that only", "くり返しは"))


@pytest.mark.parametrize(
    ("text", "tools"),
    [
        ("4時間おきに薬を飲むとメモして", ["notes.add"]),
        ("add pills every 4 hours to the list", ["lists.add"]),
        ("バスは10分おきに来る？", []),
        ("1時間ごとの天気を教えて", []),
        ("tell me how often the bus comes every hour", []),
        ("remind me every day at 7 to drink", ["reminders.add"]),
    ],
)
def test_other_words_of_a_rhythm_are_their_own(text: str, tools: list[str]) -> None:
    found = understand(text)
    assert call("timers.start", minutes=10) not in found.proposed and not found.proposed
    assert not tools or [one.tool for one in found.calls] == tools
