"""An alarm with what was planned for its moment in one breath: "wake me at 7 and turn on the kettle".

"It" is then all of it. Knows the calls of the turn before, and nothing of how they are spoken of.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from kippu.turn import Call
from kippu.understand.follow.undoing import cancel

_PARTS = ("hours", "minutes", "seconds")
_SAID_SINCE = timedelta(hours=1)
"""So long ago the turn before may be: how far off a plan is, it says from there."""


@dataclass(frozen=True, slots=True)
class Morning:
    """The call that set the alarm, and those that planned something for it."""

    alarm: Call
    plans: tuple[Call, ...]
    whole: bool
    """That was all that was done: "it" is nothing else."""

    @classmethod
    def of(cls, earlier: Sequence[Call], now: datetime) -> "Morning | None":
        """What was set; None where that was no alarm, or nothing was planned beside it."""
        alarms = [call for call in earlier if call.tool == "alarms.set" and "at" in call.arguments]
        planned = [call for call in earlier if "command" in call.arguments]
        if len(alarms) != 1 or not planned:
            return None
        at = datetime.fromisoformat(alarms[0].arguments["at"])
        plans = tuple(plan for plan in planned if _is_for(plan, at, now.replace(tzinfo=None)))
        return cls(alarms[0], plans, whole=len(plans) + 1 == len(earlier))

    def cancelled(self) -> tuple[Call, ...]:
        """What takes back all of it."""
        return tuple(back for call in (self.alarm, *self.plans) if (back := cancel(call)))


def _is_for(plan: Call, at: datetime, now: datetime) -> bool:
    given = plan.arguments
    if plan.tool == "timers.repeat":
        return datetime.fromisoformat(given["at"]) == at
    left = timedelta(**{unit: given.get(unit, 0) for unit in _PARTS})
    return timedelta() <= now - (at - left) + timedelta(seconds=1) <= _SAID_SINCE
