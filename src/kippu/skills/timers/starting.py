"""Starting a timer, or what is to be done later."""

from kippu.errors import BadInput
from kippu.skills import spoken
from kippu.skills.bells import Bell, Bells
from kippu.skills.bells.bell import label
from kippu.skills.bells.days import days
from kippu.skills.timers.lengths import LONGEST, Length
from kippu.skills.timers.words import data
from kippu.tool import Context, Said

_AT_A_TIME = 3600
"""Seconds from which on a time of day says more than "in 7 hours 12 minutes"."""

_BELOW_ZERO = {"-", "–", "minus", "negative"}
"""What is heard as the name of "a timer for minus five minutes"."""


class Starting:
    """The tools that start timers and plan what is to be done."""

    def __init__(self, bells: Bells) -> None:
        self._bells = bells

    async def start(
        self,
        context: Context,
        length: Length,
        name: str | None = None,
        command: str | None = None,
        instead: str | None = None,
    ) -> Said:
        """Start a timer; with a command, that is done when it is up. ``instead``: id of one that goes, and
        leaves it its name and command."""
        if not length.said:
            return Said(context.say("How long shall the timer be?", "何分のタイマーにしますか？"), ok=False)
        if length.total <= 0 or name in _BELOW_ZERO:
            return Said(
                context.say(
                    "A timer takes at least one second. How long shall it be?",
                    "タイマーは1秒からです。どのくらいにしますか？",
                ),
                ok=False,
            )
        if length.total > LONGEST:
            return Said(
                context.say(
                    "A timer can be 100 days long at most. Ask me to remind you instead.",
                    "タイマーは100日までです。リマインダーをお使いください。",
                ),
                ok=False,
            )
        if gone := next((one for one in self._bells.all("timer") if one.id == instead), None):
            self._bells.remove(gone.id)
            name, command = name or gone.text, command or gone.command
        timer = self._bells.start(context, length.total, (name or "").strip(), command)
        return Said(_started(context, timer), data={**data(timer), "meant": {"id": timer.id}})

    async def repeat(self, context: Context, command: str, at: str, repeat: str) -> Said:
        """Do a command again and again from a local time (ISO) on: daily, weekdays, weekends, mon,thu."""
        local = spoken.local_time(at, context)
        if local is None:
            return Said(
                context.say(f"I don't know the time “{at}”.", f"「{at}」という時刻が分かりません。"), ok=False
            )
        days(repeat)
        try:
            timer = self._bells.keep(context, "timer", "", local, repeat, command)
        except BadInput:
            return Said(context.say("That time is past.", "その時刻はもう過ぎています。"), ok=False)
        first = spoken.moment(context, timer.due)
        return Said(
            context.say(
                f"Planned: {label(context, timer)}. First {first}.",
                f"予約しました：{label(context, timer)}。最初は{first}です。",
            ),
            data={**data(timer), "meant": {"id": timer.id}},
        )


def _started(context: Context, timer: Bell) -> str:
    long = spoken.duration(context, timer.length or 0)
    if timer.command and (timer.length or 0) >= _AT_A_TIME:
        at = spoken.moment(context, timer.due)
        return context.say(
            f"{at[0].upper()}{at[1:]}: {timer.command}.", f"{at}に「{timer.command}」を実行します。"
        )
    if timer.command:
        return context.say(f"In {long}: {timer.command}.", f"{long}後に「{timer.command}」を実行します。")
    if timer.text:
        return context.say(
            f"The {timer.text} timer is set for {long}.", f"{timer.text}のタイマーを{long}でセットしました。"
        )
    return context.say(f"Timer set for {long}.", f"タイマーを{long}でセットしました。")
