"""Times, days, durations and repeats inside a sentence, as clock and calendar say."""

from kippu.understand.when.phrase import Clock, Duration, When, month_day, settle, weekday_from

__all__ = ["Clock", "Duration", "When", "month_day", "settle", "weekday_from"]
