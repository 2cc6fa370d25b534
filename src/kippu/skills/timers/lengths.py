"""A timer's length, as it is said: hours, minutes and seconds."""

from dataclasses import dataclass

LONGEST = 100 * 86400
"""Seconds: who wants to be told later than in a hundred days wants a reminder."""


@dataclass(frozen=True, slots=True)
class Length:
    """How long, as a tool takes it."""

    hours: int | None = None
    minutes: int | None = None
    seconds: int | None = None

    @property
    def total(self) -> int:
        """In seconds."""
        return (self.hours or 0) * 3600 + (self.minutes or 0) * 60 + (self.seconds or 0)

    @property
    def said(self) -> bool:
        """False when none was given; a length of 0 was."""
        return (self.hours, self.minutes, self.seconds) != (None, None, None)
