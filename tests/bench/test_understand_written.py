"""The bench of the sentences written for the encoder: which they are, and the judge of the Japanese ones."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kippu.turn import Call
from understand_aside import rows_of
from understand_home import home
from understand_marks_ja import holds, is_elsewhere

NOW = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)  # a Saturday
NAMES = home(200)
_TARGET = {"name", "area", "floor", "domain"}
TAKES = {
    "home.turn_on": _TARGET,
    "home.set_light": {*_TARGET, "brightness", "color"},
    "lists.add": {"item", "list"},
    "timers.start": {"hours", "minutes", "seconds", "command"},
    "alarms.set": {"at", "repeat"},
    "phone.message": {"to", "text"},
}


def test_the_rows_are_the_same_each_time_and_in_halves() -> None:
    nowhere = Path("/nowhere")
    rows = rows_of("ja", nowhere)
    assert rows == rows_of("ja", nowhere)
    halves = [sum(half == one for half, _ in rows) for one in ("looked_at", "unseen")]
    assert abs(halves[0] - halves[1]) <= 1
    assert all(row.source.endswith("_aside") for _, row in rows)


@pytest.mark.parametrize(
    ("tool", "given", "marks", "right"),
    [
        ("home.turn_on", {"area": "Kids Room", "domain": "light"}, [("room", "こども部屋")], True),
        ("home.turn_on", {"domain": "light"}, [("room", "こども部屋")], False),
        ("home.turn_on", {"area": "Kitchen", "domain": "light"}, [("room", "洗面所")], False),
        ("home.turn_on", {"domain": "fan"}, [("device", "電気")], False),
        ("home.set_light", {"domain": "light", "brightness": 30}, [("amount", "30%")], True),
        ("home.set_light", {"domain": "light", "brightness": 40}, [("amount", "30%")], False),
        ("lists.add", {"item": "牛乳とパン", "list": "shopping"}, [("item", "牛乳"), ("item", "パン")], True),
        ("lists.add", {"item": "ねえ牛乳", "list": "shopping"}, [("item", "牛乳")], False),
        ("lists.add", {"item": "牛乳", "list": "shopping"}, [("item", "牛乳"), ("list", "旅行")], False),
        ("timers.start", {"minutes": 90}, [("when", "1時間半")], True),
        ("timers.start", {"minutes": 10}, [("when", "5分")], False),
        ("alarms.set", {"at": "2026-11-29T07:00:00"}, [("when", "明日の朝7時")], True),
        ("alarms.set", {"at": "2026-11-29T19:00:00"}, [("when", "明日の朝7時")], False),
        ("phone.message", {"to": "母", "text": "遅れる"}, [("person", "母"), ("text", "遅れる")], True),
        ("phone.message", {"to": "資料の件母", "text": "遅れる"}, [("person", "母")], False),
    ],
)  # fmt: skip
def test_every_marked_part_is_held(
    tool: str, given: dict[str, object], marks: list[tuple[str, str]], right: bool
) -> None:
    assert holds([Call(tool, given)], marks, (tool,), NOW, NAMES, TAKES) is right


@pytest.mark.parametrize(
    ("told", "marks", "elsewhere"),
    [
        ("洗面所", [], True),
        ("", [("room", "洗面所")], True),
        ("", [("room", "キッチン")], False),
        ("照明", [("device", "照明")], False),
    ],
)
def test_what_is_not_in_the_home_is_rightly_refused(
    told: str, marks: list[tuple[str, str]], elsewhere: bool
) -> None:
    assert is_elsewhere(told, marks, NAMES) is elsewhere
