"""Telling how much time is left, and what is to be done later."""

from kippu.skills import asking
from kippu.skills.bells import Bells
from kippu.skills.timers.which import Which, nothing
from kippu.skills.timers.words import none, now, state
from kippu.tool import Context, Said


class Telling:
    """The tool that tells of timers."""

    def __init__(self, bells: Bells) -> None:
        self._bells = bells

    async def status(self, context: Context, which: Which) -> Said:
        """Tell how much time is left on the timers, and what is to be done later."""
        everything = self._bells.all("timer")
        timers = which.of(everything)
        if not which:
            timers += [timer for timer in everything if timer.command]
        if not timers:
            return nothing(self._bells, context, which)
        lines = [state(context, timer) for timer in timers]
        if all(timer.command for timer in timers):
            lines.insert(0, none(context).rstrip(".。"))
        text = context.say(
            ". ".join(line[0].upper() + line[1:] for line in lines) + ".", "。".join(lines) + "。"
        )
        told = asking.listed("timers.cancel", [timer.id for timer in timers])
        return Said(text, data={"timers": [timer.as_json(now()) for timer in timers], "listed": told})
