"""Cancelling: one timer, all of them, or all that is to be done later."""

from kippu.skills import spoken
from kippu.skills.bells import Bells
from kippu.skills.bells.bell import label
from kippu.skills.timers.which import Which, the_one
from kippu.skills.timers.words import data, none, stays
from kippu.skills.way_back import way_back
from kippu.tool import Context, Said


class Cancelling:
    """The tools that end timers."""

    def __init__(self, bells: Bells) -> None:
        self._bells = bells

    async def cancel(self, context: Context, which: Which, count: int | None = None) -> Said:
        """Cancel a timer, or make one that rings be still; a ``count`` of timers, if no more are
        running."""
        if count and not which and 1 < len(which.of(self._bells.all("timer"))) <= count:
            return await self.cancel_all(context)
        timer = the_one(self._bells, context, which, rings_first=not count)
        if isinstance(timer, Said):
            return timer
        images = self._bells.images([timer])
        self._bells.remove(timer.id)
        what = label(context, timer)
        if timer.state == "ringing":
            return Said(context.say(f"Stopped {what}.", f"{what}を止めました。"), data=data(timer))
        return Said(
            context.say(f"Cancelled {what}.", f"{what}をキャンセルしました。"),
            data=data(timer),
            undo=way_back("timers", images),
        )

    async def cancel_all(self, context: Context, area: str | None = None) -> Said:
        """Cancel all timers. What is to be done later stays: it is another kind."""
        timers = self._bells.all("timer")
        gone = Which(area=area).of(timers)
        images = self._bells.images(gone)
        for timer in gone:
            self._bells.remove(timer.id)
        count = len(gone)
        if not count:
            return Said(none(context, timers), data={"cancelled": 0})
        text = context.say(
            f"Cancelled {count} timer{'s' if count > 1 else ''}.", f"タイマーを{count}件キャンセルしました。"
        )
        return Said(text + stays(context, timers), data={"cancelled": count}, undo=way_back("timers", images))

    async def cancel_commands(self, context: Context) -> Said:
        """Cancel all that is to be done later."""
        gone = [timer for timer in self._bells.all("timer") if timer.command]
        images = self._bells.images(gone)
        for timer in gone:
            self._bells.remove(timer.id)
        if not gone:
            return Said(
                context.say("Nothing is scheduled.", "予約されている操作はありません。"),
                data={"cancelled": 0},
            )
        what = spoken.row(context, [label(context, timer) for timer in gone])
        return Said(
            context.say(f"Cancelled {what}.", f"{what}を取り消しました。"),
            data={"cancelled": len(gone)},
            undo=way_back("timers", images),
        )
