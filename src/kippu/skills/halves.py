"""Which half of the day an hour is of that was said without one, when something is moved to it."""

from datetime import datetime, time, timedelta

_HALF_A_DAY = timedelta(hours=12)
_CLOSE = timedelta(hours=3)
"""So near is an hour to what is moved if it is of the same half of the day."""
_NIGHT = range(1, 6)
"""Hours to which nothing is moved from the day or the evening by leaving the half out."""


def nearer(was: datetime, clock: time) -> time:
    """The clock's time in the half of the day that is meant of what was at ``was``: the one that is close to
    it, else the one that is no hour of the night, else the one given."""
    given = datetime.combine(was.date(), clock)
    other = given + (_HALF_A_DAY if given.hour < 12 else -_HALF_A_DAY)
    for each in (given, other):
        if abs(each - was) <= _CLOSE:
            return each.time()
    at_night = given.hour in _NIGHT and was.hour not in _NIGHT
    return (other if at_night else given).time()
