"""How timers and what is to be done later are spoken of."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from kippu.skills import spoken
from kippu.skills.bells import Bell
from kippu.skills.bells.bell import label
from kippu.tool import Context


def now() -> datetime:
    """By the clock that timers go by."""
    return datetime.now(UTC)


def state(context: Context, timer: Bell) -> str:
    """How it stands with one: "3 minutes left on the pizza timer", 「ピザのタイマーは残り3分です」."""
    what = label(context, timer)
    left = spoken.duration(context, timer.remaining(now()))
    if timer.command and timer.state == "ringing":
        return context.say(f"{what} was due", f"{what}は時間になっています")
    if timer.command and timer.repeat:
        return context.say(f"planned: {what}", f"予約：{what}")
    if timer.command:
        return context.say(f"in {left}: “{timer.command}”", f"あと{left}で「{timer.command}」です")
    if timer.state == "ringing":
        return context.say(f"{what} is up and ringing", f"{what}は終わって鳴っています")
    if timer.state == "paused":
        return context.say(f"{left} left on {what}, paused", f"{what}は残り{left}で一時停止中です")
    return context.say(f"{left} left on {what}", f"{what}は残り{left}です")


def none(context: Context, timers: Sequence[Bell] = ()) -> str:
    """That there is no timer, and what is still to be done."""
    return context.say("No timer is running.", "動いているタイマーはありません。") + stays(context, timers)


def stays(context: Context, timers: Sequence[Bell]) -> str:
    """What is still to be done: " “turn off the light” at 10:00 PM stays."; "" for none."""
    commands = [label(context, timer) for timer in timers if timer.command and timer.state == "pending"]
    if not commands:
        return ""
    stay = "stay" if len(commands) > 1 else "stays"
    return context.say(
        f" {spoken.row(context, commands)} {stay}.", f"{spoken.row(context, commands)}は残しています。"
    )


def known(timer: Bell) -> dict[str, Any]:
    """What tells it from all like it in what is said next, and the length that it was set to, as a tool takes
    them: "make it 12" behind it is of the same unit."""
    seconds = int(timer.length or 0)
    parts = {"hours": seconds // 3600, "minutes": seconds % 3600 // 60, "seconds": seconds % 60}
    return {"id": timer.id, **{f"start_{unit}": count for unit, count in parts.items() if count}}


def data(timer: Bell) -> dict[str, Any]:
    """One timer, for programs, and what tells it from all like it in what is said next."""
    return {"timer": timer.as_json(now()), "meant": known(timer)}
