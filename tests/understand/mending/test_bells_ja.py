"""Timers and reminders as one calls them out."""

from typing import Any

import pytest

from kippu.turn import Call
from understand.home import call, understand

TWO = (call("timers.start", minutes=10), call("timers.start", minutes=20))
STEW = call("timers.start", name="煮物", minutes=20)


@pytest.mark.parametrize(
    ("text", "name", "length"),
    [
        ("パスタ8分タイマーお願い", "パスタ", {"minutes": 8}),
        ("煮物20分タイマー", "煮物", {"minutes": 20}),
        ("洗濯機45分タイマー", "洗濯機", {"minutes": 45}),
        ("ゆで卵タイマー7分で", "ゆで卵", {"minutes": 7}),
        ("カレー煮込み40分タイマー", "カレー煮込み", {"minutes": 40}),
        ("ごはん蒸らし10分タイマーセットして", "ごはん蒸らし", {"minutes": 10}),
        ("ピザ1時間半タイマーで", "ピザ", {"hours": 1, "minutes": 30}),
        ("勉強タイマー50分", "勉強", {"minutes": 50}),
    ],
)
def test_a_name_without_a_particle(text: str, name: str, length: dict[str, int]) -> None:
    assert understand(text).calls == (call("timers.start", name=name, **length),)


@pytest.mark.parametrize(
    "text",
    ["8分タイマー", "じゃあ8分タイマー", "今から8分タイマー", "カップ麺作るから3分タイマー",
     "キッチンタイマー5分", "明日10分タイマー", "あと5分タイマー", "電気5分タイマー", "新しいタイマー5分"],
)  # fmt: skip
def test_what_is_no_name(text: str) -> None:
    assert not [one for one in understand(text).calls if "name" in one.arguments]


@pytest.mark.parametrize(
    "text", ["パスタ8分タイマー、ソース5分タイマー", "パスタの8分タイマーとソースの5分タイマーかけて"]
)
def test_several_with_a_name_each(text: str) -> None:
    each = (("パスタ", 8), ("ソース", 5))
    assert understand(text).calls == tuple(call("timers.start", name=n, minutes=m) for n, m in each)


@pytest.mark.parametrize(
    ("before", "text", "done"),
    [
        (TWO, "短いほう消して", call("timers.cancel", start_minutes=10)),
        (TWO, "長いやつ止めて", call("timers.cancel", start_minutes=20)),
        (TWO, "長い方はあと何分？", call("timers.status", start_minutes=20)),
        ((call("timers.cancel", start_minutes=10),), "残ってるやつあと何分？", call("timers.status")),
        ((STEW,), "煮物の方あとどのくらい？", call("timers.status", name="煮物")),
        ((STEW,), "煮物あと5分延ばして", call("timers.add", name="煮物", minutes=5)),
        ((STEW,), "煮物のほうを3分短くして", call("timers.subtract", name="煮物", minutes=3)),
        ((STEW,), "あと5分足して", call("timers.add", minutes=5, name="煮物")),
        ((STEW,), "もういいや止めて", call("timers.cancel", name="煮物")),
        ((call("alarms.set", at="2026-11-25T07:00:00"),), "もういらないから消して",
         call("alarms.cancel", at="2026-11-25T07:00:00")),
    ],
)  # fmt: skip
def test_what_is_said_of_those_that_were_set(before: tuple[Call, ...], text: str, done: Call) -> None:
    assert understand(text, earlier=before).calls == (done,)


@pytest.mark.parametrize("text", ["会議を30分延ばして", "リビングの電気を10分延長して"])
def test_what_is_of_no_timer(text: str) -> None:
    assert not [one for one in understand(text, earlier=(STEW,)).calls if one.tool.startswith("timers.")]


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        (
            "明日6時半に起こして、あと7時に燃えるゴミ出すリマインドも",
            [
                ("alarms.set", {"at": "2026-11-25T06:30:00"}),
                ("reminders.add", {"at": "2026-11-25T07:00:00", "text": "燃えるゴミ出す"}),
            ],
        ),
        (
            "15時に会議入れて、あと17時に電話するリマインダーも",
            [
                ("calendar.add", {"at": "15:00:00", "text": "会議"}),
                ("reminders.add", {"at": "2026-11-24T17:00:00", "text": "電話する"}),
            ],
        ),
    ],
)
def test_a_reminder_beside_another_order(text: str, calls: list[tuple[str, dict[str, Any]]]) -> None:
    assert [(one.tool, dict(one.arguments)) for one in understand(text).calls] == calls


WEEKDAYS = call("alarms.set", at="2026-11-25T07:00:00", repeat="weekdays")
ONCE = call("alarms.set", at="2026-11-25T07:00:00")
LIST = call("alarms.list")


@pytest.mark.parametrize(
    ("before", "text", "done"),
    [
        (WEEKDAYS, "明日だけ6時にして", (call("alarms.set", at="2026-11-25T06:00:00"), LIST)),
        (WEEKDAYS, "明日は8時で", (call("alarms.set", at="2026-11-25T08:00:00"), LIST)),
        (ONCE, "明日は6時にして",
         (call("alarms.cancel", at="2026-11-25T07:00:00"), call("alarms.set", at="2026-11-25T06:00:00"))),
    ],
)  # fmt: skip
def test_another_hour_on_one_day(before: Call, text: str, done: tuple[Call, ...]) -> None:
    assert understand(text, earlier=(before,)).calls == done


@pytest.mark.parametrize(
    ("text", "name", "minutes"),
    [
        ("煮物って名前で30分タイマー", "煮物", 30),
        ("洗濯という名前で45分のタイマーかけて", "洗濯", 45),
        ("パスタ茹でるから9分のタイマー", "パスタ", 9),
        ("魚焼くから10分タイマーかけて", "魚", 10),
        ("カレー煮込むから40分のタイマー", "カレー", 40),
        ("ごはん炊くので40分タイマーお願い", "ごはん", 40),
    ],
)
def test_what_is_cooked_or_named_gives_the_name(text: str, name: str, minutes: int) -> None:
    assert understand(text).calls == (call("timers.start", name=name, minutes=minutes),)


@pytest.mark.parametrize("text", ["今から5分タイマー", "眠いから10分タイマー", "もう行くから20分のタイマー"])
def test_why_one_wants_it_is_no_name(text: str) -> None:
    assert all("name" not in one.arguments for one in understand(text).calls)


@pytest.mark.parametrize(
    ("text", "name", "length"),
    [
        ("ソース用に15分のも", "ソース", {"minutes": 15}),
        ("ソースの15分も", "ソース", {"minutes": 15}),
        ("次は緑茶、1分半", "緑茶", {"minutes": 1, "seconds": 30}),
        ("あとスープ用に20分のタイマーも", "スープ", {"minutes": 20}),
    ],
)
def test_another_one_beside_it(text: str, name: str, length: dict[str, int]) -> None:
    assert understand(text, earlier=(STEW,)).calls == (call("timers.start", name=name, **length),)


@pytest.mark.parametrize("text", ["次は3分", "あと3分", "次の会議まで3分"])
def test_no_name_where_none_is_said(text: str) -> None:
    meaning = understand(text, earlier=(call("timers.start", minutes=5),))
    assert all("name" not in one.arguments for one in meaning.calls)


@pytest.mark.parametrize("text", ["いま2つ動いてる？", "ちゃんと動いてる？", "両方とも動いてる"])
def test_whether_they_run(text: str) -> None:
    assert understand(text, earlier=TWO).calls == (call("timers.status"),)


def test_a_robot_that_runs_is_no_timer() -> None:
    meaning = understand("掃除機ちゃんと動いてる？", earlier=TWO)
    assert not any(one.tool.startswith("timers.") for one in meaning.calls)
