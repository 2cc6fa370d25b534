"""Days on which a series of events is not."""

from collections.abc import Sequence
from datetime import timedelta

from kippu.skills import spoken
from kippu.skills.calendar.store import Calendar, Occurrence, occurrences
from kippu.skills.calendar.telling import as_json, moment
from kippu.skills.zones import zone
from kippu.tool import Context, Said
from kippu.turn import Call

_AHEAD = timedelta(days=21)
"""How far the next one is looked for that is left."""


def without(
    context: Context, calendar: Calendar, left_out: Sequence[Occurrence], back: tuple[Call, ...]
) -> Said:
    """Leave these days of one series out, and say that the others stay and which comes next."""
    event = left_out[0].event
    days = [one.start.date() for one in left_out]
    calendar.skip(event.id, [one.start.astimezone(zone(event.zone)).date() for one in left_out])
    series = [one for one in calendar.all() if one.id == event.id]
    ahead = occurrences(series, context.now.date(), days[-1] + _AHEAD, context.now)
    coming = [one.start.date() for one in ahead if one.end >= context.now]
    which = context.say(" and ", "と").join(spoken.near_day(context, day).removeprefix("on ") for day in days)
    again = moment(context, left_out[0])
    after = spoken.near_day(context, coming[0]) if coming else ""
    next_en, next_ja = (f" It is next {after}.", f"次は{after}です。") if after else ("", "")
    return Said(
        context.say(
            f"Left out {which}: {event.title}, which is {again} otherwise.{next_en}",
            f"{which}の「{event.title}」だけを取り消しました。{again}の予定は残っています。{next_ja}",
        ),
        data={"event": as_json(left_out[0])},
        undo=back,
    )
