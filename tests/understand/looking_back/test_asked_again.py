"""The same question of something else: of another day, place, number or amount."""

from typing import Any

import pytest

from kippu.turn import Call
from understand.home import call, understand

DAY = call("clock.date", day="2026-12-25")
CHRISTMAS = call("clock.date", holiday="christmas")
LATER = call("clock.time", hours=2)
HERE = call("clock.time")
PARIS = call("clock.time", place="paris")
FREE = call("clock.free", day="2026-11-25")
OUNCES = call("math.convert", value=3, from_unit="オンス", to_unit="グラム")
MILES = call("math.convert", value="5", from_unit="miles", to_unit="km")
YEN = call("math.share", amount="8000円", people=3)
DOLLARS = call("math.share", amount="80", people=3)


@pytest.mark.parametrize(
    ("before", "text", "arguments"),
    [
        (DAY, "その次の日は？", {"day": "2026-12-26"}),
        (DAY, "翌日は何曜日？", {"day": "2026-12-26"}),
        (DAY, "前の日は？", {"day": "2026-12-24"}),
        (DAY, "その1週間後は？", {"day": "2027-01-01"}),
        (DAY, "and the next day?", {"day": "2026-12-26"}),
        (DAY, "what about the day before?", {"day": "2026-12-24"}),
        (DAY, "and 3 days later?", {"day": "2026-12-28"}),
        (DAY, "26日は？", {"day": "2026-12-26"}),
        (DAY, "and the 26th?", {"day": "2026-12-26"}),
        (DAY, "来年は？", {"day": "2027-12-25"}),
        (DAY, "what about tomorrow?", {"day": "2026-11-25"}),
        (DAY, "クリスマスは？", {"holiday": "christmas"}),
        (CHRISTMAS, "お正月は？", {"holiday": "new year"}),
        (CHRISTMAS, "and easter?", {"holiday": "easter"}),
        (CHRISTMAS, "next year?", {"holiday": "christmas", "year": "next year"}),
        (CHRISTMAS, "and the day after?", {"holiday": "christmas", "days": 1}),
        (call("clock.date"), "次の日は？", {"day": "2026-11-25"}),
        (LATER, "じゃあ5時間後は？", {"hours": 5}),
        (LATER, "じゃあ4時間前は？", {"hours": 4, "ago": True}),
        (call("clock.year", era="reiwa", year=8), "昭和60年は？", {"era": "showa", "year": 60}),
        (HERE, "ニューヨークは？", {"place": "ニューヨーク"}),
        (PARIS, "and london?", {"place": "london"}),
        (FREE, "あさっては？", {"day": "2026-11-26"}),
        (FREE, "what about monday?", {"day": "2026-11-30"}),
        (OUNCES, "じゃあ1キロは？", {"value": 1, "from_unit": "キロ", "to_unit": "グラム"}),
        (MILES, "and 2 yards?", {"value": 2, "from_unit": "yards", "to_unit": "km"}),
        (MILES, "and 2 km?", {"value": "2", "from_unit": "km", "to_unit": "miles"}),
        (MILES, "and a mile", {"value": "a", "from_unit": "mile", "to_unit": "km"}),
        (MILES, "and feet in a yard", {"value": 1, "from_unit": "yard", "to_unit": "feet"}),
        (MILES, "how far is that in meters", {"value": 5, "from_unit": "miles", "to_unit": "meters"}),
        (YEN, "4人だと？", {"amount": "8000円", "people": 4}),
        (YEN, "9000円なら？", {"amount": "9000円", "people": 3}),
        (DOLLARS, "and by 4", {"amount": "80", "people": 4}),
        (DOLLARS, "what about 5 people?", {"amount": "80", "people": 5}),
        (DOLLARS, "with a 20% tip", {"amount": "80", "people": 3, "tip": 20}),
    ],
)  # fmt: skip
def test_the_same_of_another(before: Call, text: str, arguments: dict[str, Any]) -> None:
    assert understand(text, earlier=(before,)).calls == (Call(before.tool, arguments),)


@pytest.mark.parametrize("text", ["時差何時間？", "時差は？", "what's the time difference?"])
def test_the_difference_to_the_place_that_was_told(text: str) -> None:
    assert understand(text, earlier=(PARIS,)).calls == (call("clock.difference", place="paris"),)
    assert understand(text, earlier=(HERE,)).calls in ((), (call("about.unfinished"),))


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (DAY, "牛乳は？"), (DAY, "明日の天気は？"), (DAY, "キッチンの電気は？"), (DAY, "and the weather?"),
        (HERE, "牛乳は？"), (HERE, "and the kitchen light?"), (YEN, "4人いる？"), (DOLLARS, "4"),
        (OUNCES, "明日の天気は？"),
    ],
)  # fmt: skip
def test_what_is_another_question(before: Call, text: str) -> None:
    assert before.tool not in [one.tool for one in understand(text, earlier=(before,)).calls]
