"""How often something rings, as it is said."""

from kippu.skills import spoken
from kippu.skills.bells.days import days
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
