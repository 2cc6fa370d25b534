"""Telling how much time is left, and what is to be done later."""

from collections.abc import Sequence

from kippu.skills import asking
from kippu.skills.bells import Bell, Bells
from kippu.skills.timers.which import Which, nothing
from kippu.skills.timers.words import known, none, now, state
from kippu.tool import Context, Said


class Telling:
    """The tool that tells of timers."""

    def __init__(self, bells: Bells) -> None:
        self._bells = bells

    async def status(self, context: Context, which: Which, first: bool = False) -> Said:
        """Tell how much time is left on the timers, and what is to be done later; ``first``: on that alone
        which is up before all others."""
        everything = self._bells.all("timer")
        timers = which.of(everything)
        if first:
            timers = _soonest(timers)
        elif not which:
            timers += [timer for timer in everything if timer.command]
        if not timers:
            return nothing(self._bells, context, which)
        lines = [state(context, timer) for timer in timers]
        if not which and all(timer.command for timer in timers):
            lines.insert(0, none(context).rstrip(".。"))
        text = context.say(
            ". ".join(line[0].upper() + line[1:] for line in lines) + ".", "。".join(lines) + "。"
        )
        told = asking.listed("timers.cancel", [timer.id for timer in timers])
        one = {"meant": known(timers[0])} if len(timers) == 1 else {}
        return Said(text, data={"timers": [timer.as_json(now()) for timer in timers], "listed": told, **one})


def _soonest(timers: Sequence[Bell]) -> list[Bell]:
    """The one that rings next; a paused one only where no other runs."""
    running = [timer for timer in timers if timer.state != "paused"] or list(timers)
    return sorted(running, key=lambda timer: timer.remaining(now()))[:1]
