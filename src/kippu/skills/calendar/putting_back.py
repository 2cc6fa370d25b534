"""Takes back what was done to events: they are as they were before."""

from datetime import datetime

from kippu.skills import spoken
from kippu.skills.bells.said import often_at
from kippu.skills.calendar.store import Calendar, Event
from kippu.skills.way_back import GONE, SPENT
from kippu.skills.zones import zone
from kippu.tool import Context, Said
from kippu.turn import Call


class PuttingBack:
    """The tool."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar

    async def put_back(self, context: Context, images: list[str]) -> Said:
        """Let events be as they were before a command."""
        back = self._calendar.put_back(images)
        if not back:
            return Said(context.say(*GONE), ok=False, data=SPENT)
        names = spoken.row(context, [_called(context, one) for one in back])
        verb = "are" if len(back) > 1 else "is"
        text = context.say(f"{names} {verb} as before.", f"{names}を元に戻しました。")
        lost = len(images) - len(back)
        more = context.say(f" {lost} can't be put back.", f"{lost}件は戻せません。") if lost else ""
        stands = [
            {"tool": "calendar.add", "arguments": {"text": one.title, "at": one.start.isoformat()}}
            for one in back
        ]
        return Said(text + more, data={"stands_for": stands})


def taken_off(event: Event) -> tuple[Call, ...]:
    """What takes off an event that was put on the calendar."""
    return (Call("calendar.remove", {"text": event.title, "id": event.id}),)


def _called(context: Context, event: Event) -> str:
    at = event.start
    if not isinstance(at, datetime):
        when = spoken.near_day(context, at)
    elif event.repeat:
        when = often_at(context, event.repeat, at)
    else:
        when = spoken.moment(context, at.replace(tzinfo=zone(event.zone)))
    return context.say(f"“{event.title}” ({when})", f"「{event.title}」（{when}）")
