"""A day, or a part of it, that somebody asks about: which moments are in it, and how it is told."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from kippu.skills import spoken
from kippu.skills.zones import on_the_wall
from kippu.tool import Context

Part = Literal["morning", "afternoon", "evening", "night"]
_HOURS: dict[Part, tuple[int, int]] = {
    "morning": (0, 12),
    "afternoon": (12, 18),
    "evening": (17, 24),
    "night": (18, 30),
}
"""From which hour until before which; a night goes on until the morning after."""
_JA: dict[Part, str] = {"morning": "の朝", "afternoon": "の午後", "evening": "の夕方以降", "night": "の夜"}


@dataclass(frozen=True, slots=True)
class Span:
    """The time that is asked about."""

    day: date
    part: Part | None = None

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which some of it is."""
        return (self.day, self.day + timedelta(days=1)) if self.part == "night" else (self.day,)

    def covers(self, at: datetime, context: Context) -> bool:
        """Whether that moment is in it."""
        local = on_the_wall(at, context.now).replace(tzinfo=None)
        begin, end = _HOURS[self.part] if self.part else (0, 24)
        midnight = datetime.combine(self.day, time())
        return midnight + timedelta(hours=begin) <= local < midnight + timedelta(hours=end)

    def told(self, context: Context) -> str:
        """In words: "this morning", "last night", 「昨日の夕方」."""
        day = spoken.near_day(context, self.day)
        if self.part is None:
            return day
        en = {"today": f"this {self.part}", "yesterday": f"yesterday {self.part}"}
        if self.part == "night":
            en = {"today": "tonight", "yesterday": "last night"}
        return context.say(en.get(day, f"{day} in the {self.part}"), f"{day}{_JA[self.part]}")
