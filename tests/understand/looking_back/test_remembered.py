"""What was asked and done in a part of a day: of that part alone."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from understand.home import NOW, call, understand

MORNING = {"day": "today", "part": "morning"}
LAST_NIGHT = {"day": "yesterday", "part": "night"}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("what did I ask this morning", MORNING),
        ("What did I ask you to do this morning?", MORNING),
        ("what have I asked this afternoon", {"day": "today", "part": "afternoon"}),
        ("what did I ask tonight", {"day": "today", "part": "night"}),
        ("what did I ask last night", LAST_NIGHT),
        ("what did I say yesterday evening", {"day": "yesterday", "part": "evening"}),
        ("in the morning, what did I ask", MORNING),
        ("what did I ask on sunday morning", {"day": "2026-11-22", "part": "morning"}),
        ("what did I ask on friday", {"day": "2026-11-20"}),
        ("what did I ask about the Lamp this morning", {**MORNING, "words": "the Lamp"}),
        ("今朝何を頼んだ？", MORNING), ("今朝は何を話した？", MORNING), ("今日の午前に何を聞いた？", MORNING),
        ("午後何を頼んだ？", {"day": "today", "part": "afternoon"}), ("昨夜何を聞いた？", LAST_NIGHT),
        ("昨日の夜何を頼んだ？", LAST_NIGHT),
        ("日曜日の朝何を聞いた？", {"day": "2026-11-22", "part": "morning"}),
    ],
)  # fmt: skip
def test_what_was_asked(text: str, asked: dict[str, Any]) -> None:
    assert understand(text).calls == (call("history.asked", **asked),)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("what did you do tonight", {"day": "today", "part": "night"}),
        ("what did you do yesterday evening", {"day": "yesterday", "part": "evening"}),
        ("what happened at home this morning", MORNING), ("what happened last night?", LAST_NIGHT),
        ("what was done this morning", MORNING),
        ("what did you change this afternoon", {"day": "today", "part": "afternoon"}),
        ("今朝何をしてくれた？", MORNING), ("ゆうべ何をしてくれた？", LAST_NIGHT),
        ("今朝家で何があった？", MORNING),
        ("今日の夕方何を変えた？", {"day": "today", "part": "evening"}),
    ],
)  # fmt: skip
def test_what_was_done(text: str, when: dict[str, Any]) -> None:
    assert understand(text).calls == (call("history.done", **when),)


@pytest.mark.parametrize("text", ["what did I ask tonight", "今夜何を聞いた？"])
def test_after_midnight_tonight_is_the_night_that_began_the_evening_before(text: str) -> None:
    late = datetime.combine(NOW.date() + timedelta(days=1), datetime.min.time(), NOW.tzinfo)
    assert understand(text, at=late + timedelta(hours=1)).calls == (call("history.asked", **LAST_NIGHT),)


@pytest.mark.parametrize(
    "text",
    [
        "what's on my calendar this morning",
        "remind me tonight to stretch",
        "今朝の予定は？",
        "今晩7時に起こして",
    ],
)
def test_other_sentences_are_read_as_ever(text: str) -> None:
    assert not any(each.tool.startswith("history.") for each in understand(text).calls)
