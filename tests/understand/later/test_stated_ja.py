"""What a Japanese sentence only tells of something to come is asked about, and put down as it is answered."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

SPORTS = call("calendar.add", at="2026-11-29", text="運動会")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("今度の日曜に運動会があるんだ", SPORTS),
        ("運動会が今度の日曜にあるんだけど", SPORTS),
        ("明日の15時から会議なんだけど", call("calendar.add", at="2026-11-25T15:00:00", text="会議")),
        ("来月の3日に結婚式が入ったよ", call("calendar.add", at="2026-12-03", text="結婚式")),
        ("来週の水曜に歯医者があるんです", call("calendar.add", at="2026-12-02", text="歯医者")),
    ],
)
def test_whether_to_put_it_down(text: str, event: Call) -> None:
    meaning = understand(text)
    assert meaning.proposed == (event,)
    assert not meaning.calls
    assert meaning.question and str(event.arguments["text"]) in meaning.question


@pytest.mark.parametrize(
    "text",
    [
        "日曜に運動会がある？", "明日は雨なんだけど", "明日の会議なんだけど", "今日は休みなんだよ",
        "昨日飲み会があったんだ", "明日テストがあるんだけど、何時に起きればいい？", "運動会って楽しいよね",
        "3時に会議があるからリマインドして",
    ],
)  # fmt: skip
def test_no_event_is_told_of(text: str) -> None:
    assert not any(one.tool == "calendar.add" for one in understand(text).proposed)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("9時から、書いといて", "2026-11-29T09:00:00"),
        ("9時からだよ、入れといてくれる", "2026-11-29T09:00:00"),
        ("午後2時から", "2026-11-29T14:00:00"),
        ("カレンダーに入れといて", "2026-11-29"),
        ("うん、お願い", "2026-11-29"),
    ],
)
def test_put_down_as_it_is_answered(text: str, at: str) -> None:
    meaning = understand(text, asked=(SPORTS,))
    assert meaning.calls == (call("calendar.add", at=at, text="運動会"),)


@pytest.mark.parametrize("text", ["いや、いい", "電気つけて", "やめとく"])
def test_another_answer_puts_nothing_down(text: str) -> None:
    assert not any(one.tool == "calendar.add" for one in understand(text, asked=(SPORTS,)).calls)
