"""How an alarm is told: by when it rings, how often, and what it is called."""

from collections.abc import Sequence
from datetime import date, datetime

from kippu.skills import spoken
from kippu.skills.bells import Bell
from kippu.skills.bells.said import but_not, left_out, often
from kippu.skills.zones import on_the_wall
from kippu.tool import Context


def rings_at(context: Context, alarm: Bell) -> datetime:
    """When it rings next, on the wall clock."""
    return on_the_wall(alarm.due, context.now)


def name_of(context: Context, alarm: Bell) -> str:
    """An alarm as it is told: "tomorrow at 7:00 AM (every weekday, gym)"."""
    rings = context.say("ringing now", "いま鳴っています") if alarm.state == "ringing" else ""
    skipped = but_not(context, skipped_day(context, alarm))
    told = (rings, often(context, alarm.repeat), skipped, alarm.text)
    more = context.say(", ", "、").join(filter(None, told))
    when = spoken.moment(context, alarm.due)
    return context.say(f"{when} ({more})", f"{when}（{more}）") if more else when


def skipped_day(context: Context, alarm: Bell) -> date | None:
    """The day on which it rings for once not; None where it leaves out none."""
    return left_out(context, alarm.local, alarm.zone, alarm.repeat, alarm.due)


def rings_next(context: Context, day: date, skipped: Sequence[Bell], *, others: bool = False) -> str:
    """That they don't ring on a day, and when they do; ``others``: whether any rings on it all the same."""
    that_day = spoken.near_day(context, day)
    hours = list(dict.fromkeys(spoken.time_of_day(context, rings_at(context, one)) for one in skipped))
    which = spoken.row(context, hours) if others else ""
    moments = spoken.row(context, list(dict.fromkeys(spoken.moment(context, one.due) for one in skipped)))
    return context.say(
        f"No {which + ' ' if which else ''}alarm {that_day}: it rings again {moments}.",
        f"{that_day}は{which + 'の' if which else ''}アラームを鳴らしません。次は{moments}です。",
    )
