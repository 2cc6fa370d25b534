"""The calendar: events with a time or a whole day, once or repeated. It rings nothing: reminders do."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from kippu.skills.calendar.putting_back import PuttingBack
from kippu.skills.calendar.store import Calendar, Event, midnight, occurrences
from kippu.skills.calendar.telling import as_json
from kippu.skills.calendar.tools import Reminded, Tools
from kippu.tool import Skill, Tool

__all__ = ["Calendar", "Event", "ahead", "skill"]


def ahead(calendar: Calendar, now: datetime, further: timedelta) -> list[dict[str, Any]]:
    """What is on today and in the days after it, for programs; what is over by ``now`` is left out."""
    last = (now + further).date()
    end = midnight(last + timedelta(days=1), now)
    there = occurrences(calendar.all(), now.date(), last, now)
    return [as_json(each) for each in there if each.meets(now, end)]


def skill(calendar: Calendar, reminded: Reminded | None = None) -> Skill:
    """The skill ``calendar``; ``reminded`` moves a reminder, where no event is called so."""
    tools = Tools(calendar, reminded)
    return Skill(
        name="calendar",
        title={"en": "Calendar", "ja": "予定"},
        examples={
            "en": (
                "schedule a meeting with Paul tomorrow at 3 pm",
                "add dentist to my calendar on friday at nine",
                "what's on my calendar this weekend",
                "when is my meeting with Paul",
                "do I have anything at three on friday",
                "what's next on my calendar",
                "move the meeting with Paul to friday at ten",
                "cancel my meeting on tuesday",
            ),
            "ja": (
                "明日の3時に歯医者の予定を入れて",
                "金曜日の10時にポールとの会議を入れて",
                "今週の予定を教えて",
                "次の予定は何",
                "歯医者の予定はいつ",
                "歯医者の予定を金曜日の10時に変更して",
                "明日の歯医者の予定をキャンセルして",
            ),
        },
        tools=(
            Tool("calendar.add", tools.add, acts=True, foreign=True),
            Tool("calendar.show", tools.show, acts=False, foreign=True),
            Tool("calendar.move", tools.move, acts=True, foreign=True),
            Tool("calendar.remove", tools.remove, acts=True, foreign=True),
            Tool("calendar.remove_all", tools.remove_all, acts=True, foreign=True),
            Tool("calendar.put_back", PuttingBack(calendar).put_back, acts=True, foreign=True),
        ),
        sentences=Path(__file__).parent / "sentences",
    )
