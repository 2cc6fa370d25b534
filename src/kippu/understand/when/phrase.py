"""When: times, days, durations and repeats inside a sentence, as clock and calendar say.

The sentence has digits for numbers already. Each language's phrases stand in ``english`` and ``japanese``;
here is what they share: turning the parts that a phrase names into a moment.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

_LATE = frozenset({"dusk", "evening", "night"})
_HOUR = timedelta(hours=1)
_HALF_A_DAY = timedelta(hours=12)
_DAY = timedelta(days=1)
_PARTS = {
    "morning": time(8), "noon": time(12), "afternoon": time(15), "dusk": time(17), "evening": time(19),
    "night": time(21),
}  # fmt: skip
_DEFAULT = time(9)
EARLY = 5
"""The hour until which nobody is reminded in the morning; an alarm or the heating may be so early."""
STILL_UP = timedelta(hours=4)
"""So near is an hour of the night to whom a reminder before going to bed may be worth it."""
NEVER = timedelta()
"""As near as that is none to what nobody has by night, such as an appointment."""
LONGEST = 100 * 366 * 86400.0
"""Seconds; what is said to be longer is no time that a calendar could hold."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as it was said: "90 minutes" stays 90 minutes."""

    hours: int = 0
    minutes: int = 0
    seconds: int = 0
    days: int = 0

    @property
    def length(self) -> timedelta:
        """The same as a timedelta."""
        return timedelta(days=self.days, hours=self.hours, minutes=self.minutes, seconds=self.seconds)


@dataclass(frozen=True, slots=True)
class When:
    """One time phrase in a sentence."""

    start: int
    """Index of its first character."""
    end: int
    """Index behind its last character."""
    at: datetime | None = None
    """The moment, aware like the ``now`` it was read with; None for a bare duration."""
    day: date | None = None
    """Set when the phrase names a day, with or without a time."""
    duration: Duration | None = None
    """Set when the phrase is a length of time."""
    repeat: str | None = None
    """daily, weekdays, weekends, or days such as ``mon,thu``."""
    twelve: bool = False
    """True when it named an hour of a twelve-hour clock, without day or half of the day."""
    bare: int = 0
    """Length of the preposition that the phrase begins with ("at ", "in "), 0 if none."""
    clock: bool = False
    """True when a time of the clock was said."""
    part: str | None = None
    """morning, noon, afternoon, evening or night, where that was said and no time of the clock."""
    stretch: tuple[date, date] | None = None
    """First and last day of a week, a weekend or a month. Such a phrase alone may have no ``at``."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as it was said."""

    hour: int
    minute: int = 0
    half: str | None = None
    """am, pm or None when it was not said."""


def settle(
    now: datetime, day: date | None, clock: Clock | None, part: str | None, night: timedelta | None = None
) -> datetime:
    """The moment that day, clock and part of day name together, in the future where that is open.

    A day alone means 9:00; a part of day alone its usual hour. A clock without am or pm and without a day is
    the next time that a twelve-hour clock shows it; on another day, hours 1 to 6 are in the afternoon.
    Tonight is the next full hour, once its usual hour is over. The small hours of a night are the next day's.

    ``night`` is given for what is for waking hours: the hours until EARLY are then those of the next
    afternoon, unless one is so near. "Remind me at 3", said at four, is for three in the afternoon tomorrow.
    """
    if clock is None:
        moment = datetime.combine(day or now.date(), _PARTS.get(part or "", _DEFAULT), now.tzinfo)
        if day == now.date() and part in _LATE and moment <= now:
            return min(now.replace(minute=0, second=0, microsecond=0) + _HOUR, _last(now))
        return moment if day or moment > now else moment + timedelta(days=1)
    hours = _hours(clock, part)
    if day is not None and day != now.date():
        hour = hours[0] if len(hours) == 1 or clock.hour >= 7 else hours[-1]
        if part == "night" and hour < EARLY:
            day += _DAY
        return datetime.combine(day, time(hour, clock.minute), now.tzinfo)
    moments = [datetime.combine(now.date(), time(hour, clock.minute), now.tzinfo) for hour in hours]
    coming = [moment for moment in moments if moment > now]
    if day and not coming:
        return moments[0] + (_DAY if part == "night" and moments[0].hour < EARLY else timedelta())
    moment = coming[0] if coming else moments[0] + timedelta(days=1)
    if night is None or day or len(hours) < 2 or not 1 <= moment.hour <= EARLY:
        return moment
    near = moment - now <= night or (night and now.hour < EARLY)
    return moment if near else moment + _HALF_A_DAY


def _last(now: datetime) -> datetime:
    """A minute before midnight, or the next minute."""
    return max(now.replace(hour=23, minute=59, second=0, microsecond=0), now + timedelta(minutes=1))


def _hours(clock: Clock, part: str | None) -> list[int]:
    """The hours of a 24-hour clock that it may mean, earliest first."""
    hour = clock.hour % 24
    if hour == 0 and clock.half == "pm":
        return [12]
    if hour > 12 or hour == 0:
        return [hour]
    if clock.half == "am" or (clock.half is None and part == "morning"):
        return [hour % 12]
    if clock.half == "pm" or part in {"afternoon", "evening"}:
        return [hour % 12 + 12]
    if part == "night":
        return [hour % 12 + 12] if 5 <= hour < 12 else [hour % 12]
    return [hour, hour + 12] if hour < 12 else [12]


def weekday_from(now: datetime, weekday: int, *, next_week: bool = False) -> date:
    """The next such day after today (Monday is 0); with ``next_week`` that of the week which begins then."""
    ahead = (weekday - now.weekday()) % 7
    if next_week:
        ahead = 7 - now.weekday() + weekday
    return now.date() + timedelta(days=ahead or 7)


def month_day(now: datetime, month: int, day: int, year: int | None = None) -> date | None:
    """That day this year or, when it has passed, next year; None if no calendar has it."""
    try:
        if year:
            return date(year, month, day)
        this_year = date(now.year, month, day)
        return this_year if this_year >= now.date() else date(now.year + 1, month, day)
    except ValueError:
        return None


def coming_day(now: datetime, day: int) -> date | None:
    """The next day of that number; None if no month has it."""
    for ahead in range(4):
        months = now.year * 12 + now.month - 1 + ahead
        found = month_day(now, months % 12 + 1, day, months // 12)
        if found and found >= now.date():
            return found
    return None


def past_day(now: datetime, day: int) -> date | None:
    """The last day of that number, today counted; None if no month has it."""
    for behind in range(4):
        months = now.year * 12 + now.month - 1 - behind
        found = month_day(now, months % 12 + 1, day, months // 12)
        if found and found <= now.date():
            return found
    return None


def week(now: datetime, ahead: int = 0) -> tuple[date, date]:
    """First and last day of the week so many weeks ahead; of this one, from today on."""
    monday = now.date() + timedelta(days=7 * ahead - now.weekday())
    return max(monday, now.date()), monday + timedelta(days=6)


def weekend(now: datetime, ahead: int = 0) -> tuple[date, date]:
    """The same of the weekend."""
    first, last = week(now, ahead)
    return max(first, last - timedelta(days=1)), last


def month(now: datetime, ahead: int = 0) -> tuple[date, date]:
    """First and last day of the month so many months ahead; of this one, from today on."""
    first, after = (
        date(count // 12, count % 12 + 1, 1)
        for count in (now.year * 12 + now.month - 1 + ahead + more for more in (0, 1))
    )
    return max(first, now.date()), after - timedelta(days=1)
