"""How often something rings, as it is said, and which day of it is left out."""

from datetime import date, datetime

from kippu.skills import spoken
from kippu.skills.bells.days import days, next_due
from kippu.skills.zones import zone
from kippu.tool import Context

_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_JA = "月火水木金土日"
_GROUPS = {
    "daily": ("every day", "毎日"),
    "weekdays": ("every weekday", "平日"),
    "weekends": ("on weekends", "週末"),
}


def often(context: Context, repeat: str | None) -> str:
    """ "every Monday and Thursday", 「毎週月・木曜日」; "" for once."""
    if not repeat:
        return ""
    if repeat in _GROUPS:
        return context.say(*_GROUPS[repeat])
    wanted = sorted(days(repeat))
    return context.say(
        "every " + spoken.row(context, [_EN[day] for day in wanted]),
        f"毎週{'・'.join(_JA[day] for day in wanted)}曜日",
    )


def often_at(context: Context, repeat: str, at: datetime) -> str:
    """ "every Monday at 7:00 AM", 「毎週月曜日午前7時」; ``at`` on the person's wall clock."""
    return f"{often(context, repeat)}{context.say(' at ', '')}{spoken.time_of_day(context, at)}"


def left_out(
    context: Context, local: str | None, where: str, repeat: str | None, due: datetime
) -> date | None:
    """The day on which it would have rung before ``due``, had that not been left out; None for any other.

    ``local`` and ``where``: ISO time and time zone of the wall clock that it keeps to.
    """
    if not local or not repeat:
        return None
    here = zone(where)
    regular = next_due(datetime.fromisoformat(local), here, repeat, context.now)
    return regular.astimezone(here).date() if regular and regular < due else None


def but_not(context: Context, day: date | None) -> str:
    """ "not tomorrow", 「明日を除く」; "" for no day."""
    if day is None:
        return ""
    return context.say(f"not {spoken.near_day(context, day)}", f"{spoken.near_day(context, day)}を除く")
