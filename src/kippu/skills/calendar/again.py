"""What puts an event back that was taken off the calendar, or to where it was."""

from datetime import datetime
from typing import Any

from kippu.skills.calendar.store import Event, Occurrence
from kippu.skills.zones import zone, zone_name
from kippu.tool import Context
from kippu.turn import Call


def taken_off(event: Event) -> tuple[Call, ...]:
    """What takes an event off the calendar. By its time, not its id: that is another once it was put back."""
    when = "at" if isinstance(event.start, datetime) else "day"
    return (Call("calendar.remove", {"text": event.title, when: event.start.isoformat()}),)


def put_back(context: Context, event: Event) -> tuple[Call, ...]:
    """What puts a deleted event on the calendar again; none for a series that keeps to another zone's
    clock."""
    start, elsewhere = event.start, event.zone != zone_name(context.now)
    if elsewhere and isinstance(start, datetime):
        if event.repeat:
            return ()
        start = start.replace(tzinfo=zone(event.zone))
    given: dict[str, Any] = {"text": event.title, "at": start.isoformat()}
    for key in ("minutes", "repeat", "place", "people"):
        if value := getattr(event, key):
            given[key] = value
    return (Call("calendar.add", given),)


def moved_back(each: Occurrence) -> tuple[Call, ...]:
    """What moves an event to where it was; of a series only the time of day is moved."""
    start = each.start.replace(tzinfo=None)
    if each.whole_day:
        at = start.date().isoformat()
    else:
        at = (start.time() if each.event.repeat else start).isoformat()
    return (Call("calendar.move", {"id": each.event.id, "at": at}),)


def ended_back(each: Occurrence) -> tuple[Call, ...]:
    """What lets an event end when it did; none where that was not known."""
    if each.whole_day or not each.event.minutes:
        return ()
    at = each.end.replace(tzinfo=None).isoformat()
    return (Call("calendar.move", {"id": each.event.id, "at": at, "end": True}),)
