"""Changing a timer that runs: pausing it, letting it run on, giving it more time or less."""

from kippu.skills import spoken
from kippu.skills.bells import Bells
from kippu.skills.bells.bell import label
from kippu.skills.timers.lengths import LONGEST, Length
from kippu.skills.timers.which import Which, the_one
from kippu.skills.timers.words import data, now
from kippu.skills.way_back import way_back
from kippu.tool import Context, Said
from kippu.turn import Call


class Changing:
    """The tools that change timers."""

    def __init__(self, bells: Bells) -> None:
        self._bells = bells

    async def pause(self, context: Context, which: Which) -> Said:
        """Pause a running timer."""
        timer = the_one(self._bells, context, which, only="pending")
        if isinstance(timer, Said):
            return timer
        timer = self._bells.pause(timer.id)
        left = spoken.duration(context, timer.remaining(now()))
        return Said(
            context.say(
                f"Paused {label(context, timer)} with {left} left.",
                f"{label(context, timer)}を残り{left}で一時停止しました。",
            ),
            data=data(timer),
            undo=(Call("timers.resume", {"id": timer.id}),),
        )

    async def resume(self, context: Context, which: Which) -> Said:
        """Let a paused timer run on."""
        timer = the_one(self._bells, context, which, only="paused")
        if isinstance(timer, Said):
            return timer
        images = self._bells.images([timer])
        timer = self._bells.resume(timer.id)
        left = spoken.duration(context, timer.remaining(now()))
        return Said(
            context.say(
                f"Resumed {label(context, timer)}: {left} left.",
                f"{label(context, timer)}を再開しました。残り{left}です。",
            ),
            data=data(timer),
            undo=way_back("timers", images),
        )

    async def add(self, context: Context, length: Length, which: Which) -> Said:
        """Give a timer more time."""
        return self._lengthen(context, which, length.total)

    async def subtract(self, context: Context, length: Length, which: Which) -> Said:
        """Take time off a timer."""
        return self._lengthen(context, which, -length.total)

    async def name(self, context: Context, new_name: str, which: Which) -> Said:
        """Call a timer by a name, or by another one."""
        timer = the_one(self._bells, context, which)
        if isinstance(timer, Said):
            return timer
        was = label(context, timer)
        if timer.command:
            return Said(context.say(f"{was} has no name.", f"{was}には名前がありません。"), ok=False)
        images = self._bells.images([timer])
        timer = self._bells.name(timer.id, new_name.strip())
        left = spoken.duration(context, timer.remaining(now()))
        return Said(
            context.say(
                f"{was[0].upper()}{was[1:]} is now {label(context, timer)}: {left} left.",
                f"{was}を{label(context, timer)}にしました。残り{left}です。",
            ),
            data=data(timer),
            undo=way_back("timers", images),
        )

    def _lengthen(self, context: Context, which: Which, seconds: int) -> Said:
        if not seconds:
            return Said(context.say("By how much?", "どのくらいですか？"), ok=False)
        timer = the_one(self._bells, context, which)
        if isinstance(timer, Said):
            return timer
        if timer.remaining(now()) + seconds > LONGEST:
            return Said(context.say("That is too long for a timer.", "タイマーには長すぎます。"), ok=False)
        images = self._bells.images([timer])
        timer = self._bells.lengthen(timer.id, seconds)
        left = spoken.duration(context, timer.remaining(now()))
        return Said(
            context.say(
                f"{left} left on {label(context, timer)}.",
                f"{label(context, timer)}は残り{left}になりました。",
            ),
            data=data(timer),
            undo=way_back("timers", images),
        )
