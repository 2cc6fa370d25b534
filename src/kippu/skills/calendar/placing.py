"""Where an event is."""

from dataclasses import replace

from kippu.skills.calendar.store import Calendar, Occurrence
from kippu.skills.calendar.telling import as_json, moment
from kippu.skills.way_back import way_back
from kippu.tool import Context, Said


def placed(context: Context, calendar: Calendar, each: Occurrence, place: str) -> Said:
    """Write down the place of an event."""
    images = calendar.images([each.event.id])
    place = place.strip(' "“”「」')
    calendar.held(each.event.id, place)
    now = replace(each, event=replace(each.event, place=place))
    title, when = each.event.title, moment(context, each)
    return Said(
        context.say(
            f"“{title}” {when}: the place is {place}.", f"「{title}」（{when}）の場所を{place}にしました。"
        ),
        data={"event": as_json(now)},
        undo=way_back("calendar", images),
    )
