"""What an event that is moved is called, and when it is so far."""

import pytest

from understand.home import understand

TODAY, TOMORROW, FRIDAY, MONDAY = "2026-11-24", "2026-11-25", "2026-11-27", "2026-11-30"


@pytest.mark.parametrize(
    ("text", "title", "was"),
    [
        ("move tonight's dinner to tomorrow", "dinner", TODAY),
        ("move this afternoon's call to friday", "call", TODAY),
        ("move the monday morning meeting to tuesday", "meeting", MONDAY),
        ("move lunch on friday with Anna to saturday", "lunch with Anna", FRIDAY),
        ("move lunch tomorrow to friday", "lunch", TOMORROW),
        ("move the 3 pm meeting to friday", "meeting", "15:00:00"),
        ("move the friday 3 pm meeting to saturday", "meeting", f"{FRIDAY}T15:00:00"),
        ("明日の朝の会議を金曜に移して", "会議", TOMORROW),
        ("今夜の食事を明日に変更して", "食事", TODAY),
        ("明日会議を金曜に変更して", "会議", TOMORROW),
    ],
)
def test_a_day_or_an_hour_tells_which(text: str, title: str, was: str) -> None:
    given = understand(text).calls[0].arguments
    assert (given["text"], given["was"]) == (title, was)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("move Black Friday planning to monday", "Black Friday planning"),
        ("move the monday.com demo to tuesday", "monday.com demo"),
        ("move the Mon Ami lunch to tuesday", "Mon Ami lunch"),
        ("move the Tomorrow People meeting to friday", "Tomorrow People meeting"),
        ("move the meeting about 2 pm to friday", "meeting about 2 pm"),
        ("move taco tuesday to friday", "taco tuesday"),
        ("move next week's meeting to friday", "next week's meeting"),
        ("お昼の予定を3時に変更して", "お昼"),
        ("明日香との食事を金曜に変更して", "明日香との食事"),
    ],
)
def test_a_name_stays_whole(text: str, title: str) -> None:
    given = understand(text).calls[0].arguments
    assert (given["text"], given.get("was")) == (title, None)
