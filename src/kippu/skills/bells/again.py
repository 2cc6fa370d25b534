"""What sets one again that was taken away before it rang: the calls that take a removal back."""

from datetime import UTC, datetime
from typing import Any

from kippu.skills.bells.bell import Bell
from kippu.skills.zones import zone
from kippu.turn import Call


def set_again(bell: Bell) -> tuple[Call, ...]:
    """None for one that rang already: its time is past. A timer goes on with what it had left, also one that
    was paused; of what repeats every day is back, those that were left out too."""
    if bell.state == "ringing":
        return ()
    if bell.kind == "timer":
        return (_timer(bell),)
    given = {"at": _local(bell), **({"repeat": bell.repeat} if bell.repeat else {})}
    if bell.kind == "reminder":
        return (Call("reminders.add", {"text": bell.text, **given}),)
    return (Call("alarms.set", {**given, **({"name": bell.text} if bell.text else {})}),)


def _timer(bell: Bell) -> Call:
    if bell.local and bell.repeat:
        return Call("timers.repeat", {"command": bell.command, "at": bell.local, "repeat": bell.repeat})
    given: dict[str, Any] = {"seconds": max(1, round(bell.remaining(datetime.now(UTC))))}
    if bell.text:
        given["name"] = bell.text
    if bell.command:
        given["command"] = bell.command
    return Call("timers.start", given)


def _local(bell: Bell) -> str | None:
    """When it would have rung; of what repeats, the time that it was set to."""
    if bell.repeat:
        return bell.local
    return bell.due.astimezone(zone(bell.zone)).replace(tzinfo=None).isoformat()
