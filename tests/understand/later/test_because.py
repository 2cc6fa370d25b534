"""Reminders that are said with their reason."""

import pytest

from understand.home import call, understand


@pytest.mark.parametrize(
    ("text", "of", "at"),
    [
        ("3時に会議あるからリマインドして", "会議", "2026-11-24T15:00:00"),
        ("明日歯医者だから教えて", "歯医者", "2026-11-25T09:00:00"),
        ("7時から会議なんで教えてくれる？", "会議", "2026-11-24T19:00:00"),
        ("ゴミ出し忘れそうだから8時に言って", "ゴミ出し", "2026-11-24T20:00:00"),
        ("10時に薬飲まないといけないから思い出させて", "薬飲む", "2026-11-24T22:00:00"),
        ("ご飯食べなきゃいけないので12時に声かけて", "ご飯食べる", "2026-11-24T12:00:00"),
        ("6時に友達が来るから5時半に教えて", "6時に友達が来る", "2026-11-24T17:30:00"),
        ("明日9時に面接だから8時に教えて", "明日9時に面接", "2026-11-25T08:00:00"),
        ("12時に昼ごはんだから教えて", "昼ごはん", "2026-11-24T12:00:00"),
        ("明日ゴミの日だから7時に教えて", "明日ゴミの日", "2026-11-25T07:00:00"),
        ("土曜は運動会だから5時に声かけて", "土曜は運動会", "2026-11-28T05:00:00"),
        ("明日の夕方に会議があるから4時に教えて", "明日の夕方に会議", "2026-11-25T16:00:00"),
        ("今日は飲み会だから11時に教えて", "今日は飲み会", "2026-11-24T11:00:00"),
        ("明日飲み会だから6時に教えて", "明日飲み会", "2026-11-25T18:00:00"),
    ],
)
def test_the_reason_is_what_it_is_of(text: str, of: str, at: str) -> None:
    assert understand(text).calls == (call("reminders.add", text=of, at=at),)


@pytest.mark.parametrize(
    ("text", "of", "at", "repeat"),
    [
        ("毎日8時に薬を飲むから7時50分に教えて", "薬を飲む", "2026-11-25T07:50:00", "daily"),
        ("毎日10時半に薬を飲むから9時50分に教えて", "薬を飲む", "2026-11-25T09:50:00", "daily"),
        ("毎週月曜はゴミの日だから7時に教えて", "ゴミの日", "2026-11-30T07:00:00", "mon"),
    ],
)
def test_it_rings_as_often_as_its_reason(text: str, of: str, at: str, repeat: str) -> None:
    assert understand(text).calls == (call("reminders.add", text=of, at=at, repeat=repeat),)


@pytest.mark.parametrize(
    "text",
    [
        "明日の天気が気になるから教えて",
        "今夜雨が降るか心配だから教えて",
        "明日のアラームが何時か忘れたから教えて",
        "明日の予定忘れちゃったから教えて",
        "明日は英語で何て言うのか知りたいから教えて",
        "明日の会議は何時から教えて",
        "今3時だから教えて",
        "次の電車が3時だから教えて",
        "明日ラーメンが食べたいから教えて",
    ],
)
def test_what_is_asked_for_is_no_reminder(text: str) -> None:
    assert not any(call.tool == "reminders.add" for call in understand(text).calls)


@pytest.mark.parametrize(
    "text", ["明日テストだから英語教えて", "今日は寒いから教えて", "暇だから何か面白い話教えて"]
)
def test_what_is_to_be_taught_is_no_reminder(text: str) -> None:
    assert understand(text).by == "talk"


def test_behind_another_order_too() -> None:
    light, reminder = understand("電気消して、3時に会議あるからリマインドして").calls
    assert light == call("home.turn_off", domain="light")
    assert reminder == call("reminders.add", text="会議", at="2026-11-24T15:00:00")
