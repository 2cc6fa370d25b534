"""Timers: several at once, paused, lengthened, asked after, by name, room or the length they began with.

What rings when is the bells' affair; here is what a person says about a timer and hears.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kippu.skills import spoken
from kippu.skills.bells import Bell, Bells
from kippu.skills.bells.bell import label
from kippu.tool import Context, Said, Skill, Tool

_LONGEST = 100 * 86400
"""Seconds: who wants to be told later than in a hundred days wants a reminder."""


def skill(bells: Bells) -> Skill:
    """The skill ``timers``, over the one scheduler."""
    timers = _Timers(bells)
    return Skill(
        name="timers",
        title={"en": "Timers", "ja": "タイマー"},
        examples={
            "en": (
                "set a timer for 5 minutes",
                "how much time is left on the pizza timer",
                "add 2 minutes to my timer",
                "pause the timer",
                "cancel all timers",
            ),
            "ja": (
                "5分のタイマーをセットして",
                "ピザのタイマーはあと何分？",
                "タイマーを2分延長して",
                "タイマーを一時停止して",
                "タイマーを全部キャンセルして",
            ),
        },
        tools=(
            Tool("timers.start", timers.start, acts=True),
            Tool("timers.cancel", timers.cancel, acts=True),
            Tool("timers.cancel_all", timers.cancel_all, acts=True),
            Tool("timers.pause", timers.pause, acts=True),
            Tool("timers.resume", timers.resume, acts=True),
            Tool("timers.add", timers.add, acts=True),
            Tool("timers.subtract", timers.subtract, acts=True),
            Tool("timers.status", timers.status, acts=False),
        ),
        sentences=Path(__file__).parent / "sentences",
    )


@dataclass(frozen=True)
class _Which:
    """What a person says to tell one timer from the others."""

    name: str | None = None
    area: str | None = None
    hours: int | None = None
    minutes: int | None = None
    seconds: int | None = None

    @property
    def length(self) -> int:
        return _seconds(self.hours, self.minutes, self.seconds)

    def of(self, timers: Sequence[Bell]) -> list[Bell]:
        """The timers that it can mean: those with exactly that name, or else those whose name holds it."""
        if self.length:
            timers = [timer for timer in timers if timer.length == self.length]
        if self.area:
            timers = [timer for timer in timers if _same(timer.area or "", self.area)]
        if self.name:
            name = self.name.strip().casefold()
            exact = [timer for timer in timers if _same(timer.text, name)]
            return exact or [timer for timer in timers if timer.text and name in timer.text.casefold()]
        return list(timers)

    def __bool__(self) -> bool:
        return bool(self.name or self.area or self.length)


class _Timers:
    """The tools."""

    def __init__(self, bells: Bells) -> None:
        self._bells = bells

    async def start(
        self,
        context: Context,
        *,
        hours: int | None = None,
        minutes: int | None = None,
        seconds: int | None = None,
        name: str | None = None,
        command: str | None = None,
    ) -> Said:
        """Start a timer; with a command, that is done when it is up."""
        length = _seconds(hours, minutes, seconds)
        if length <= 0:
            return Said(context.say("How long shall the timer be?", "何分のタイマーにしますか？"), ok=False)
        if length > _LONGEST:
            return Said(
                context.say(
                    "A timer can be 100 days long at most. Ask me to remind you instead.",
                    "タイマーは100日までです。リマインダーをお使いください。",
                ),
                ok=False,
            )
        timer = self._bells.start(context, length, (name or "").strip(), command)
        long = spoken.duration(context, length)
        if command:
            text = context.say(f"In {long}: {command}.", f"{long}後に「{command}」を実行します。")
        elif timer.text:
            text = context.say(
                f"The {timer.text} timer is set for {long}.",
                f"{timer.text}のタイマーを{long}でセットしました。",
            )
        else:
            text = context.say(f"Timer set for {long}.", f"タイマーを{long}でセットしました。")
        return Said(text, data={"timer": timer.as_json(_now())})

    async def cancel(
        self,
        context: Context,
        *,
        name: str | None = None,
        area: str | None = None,
        start_hours: int | None = None,
        start_minutes: int | None = None,
        start_seconds: int | None = None,
    ) -> Said:
        """Cancel a timer, or make one that rings be still."""
        timer = self._one(context, _Which(name, area, start_hours, start_minutes, start_seconds))
        if isinstance(timer, Said):
            return timer
        self._bells.remove(timer.id)
        what = label(context, timer)
        if timer.state == "ringing":
            return Said(context.say(f"Stopped {what}.", f"{what}を止めました。"), data=_data(timer))
        return Said(context.say(f"Cancelled {what}.", f"{what}をキャンセルしました。"), data=_data(timer))

    async def cancel_all(self, context: Context, area: str | None = None) -> Said:
        """Cancel all timers."""
        timers = _Which(area=area).of(self._bells.all("timer"))
        for timer in timers:
            self._bells.remove(timer.id)
        count = len(timers)
        if not count:
            return Said(_none(context), data={"cancelled": 0})
        return Said(
            context.say(
                f"Cancelled {count} timer{'s' if count > 1 else ''}.",
                f"タイマーを{count}件キャンセルしました。",
            ),
            data={"cancelled": count},
        )

    async def pause(
        self,
        context: Context,
        *,
        name: str | None = None,
        area: str | None = None,
        start_hours: int | None = None,
        start_minutes: int | None = None,
        start_seconds: int | None = None,
    ) -> Said:
        """Pause a running timer."""
        which = _Which(name, area, start_hours, start_minutes, start_seconds)
        timer = self._one(context, which, state="pending")
        if isinstance(timer, Said):
            return timer
        timer = self._bells.pause(timer.id)
        left = spoken.duration(context, timer.remaining(_now()))
        return Said(
            context.say(
                f"Paused {label(context, timer)} with {left} left.",
                f"{label(context, timer)}を残り{left}で一時停止しました。",
            ),
            data=_data(timer),
        )

    async def resume(
        self,
        context: Context,
        *,
        name: str | None = None,
        area: str | None = None,
        start_hours: int | None = None,
        start_minutes: int | None = None,
        start_seconds: int | None = None,
    ) -> Said:
        """Let a paused timer run on."""
        which = _Which(name, area, start_hours, start_minutes, start_seconds)
        timer = self._one(context, which, state="paused")
        if isinstance(timer, Said):
            return timer
        timer = self._bells.resume(timer.id)
        left = spoken.duration(context, timer.remaining(_now()))
        return Said(
            context.say(
                f"Resumed {label(context, timer)}: {left} left.",
                f"{label(context, timer)}を再開しました。残り{left}です。",
            ),
            data=_data(timer),
        )

    async def add(
        self,
        context: Context,
        *,
        hours: int | None = None,
        minutes: int | None = None,
        seconds: int | None = None,
        name: str | None = None,
        area: str | None = None,
        start_hours: int | None = None,
        start_minutes: int | None = None,
        start_seconds: int | None = None,
    ) -> Said:
        """Give a timer more time."""
        which = _Which(name, area, start_hours, start_minutes, start_seconds)
        return self._lengthen(context, which, _seconds(hours, minutes, seconds))

    async def subtract(
        self,
        context: Context,
        *,
        hours: int | None = None,
        minutes: int | None = None,
        seconds: int | None = None,
        name: str | None = None,
        area: str | None = None,
        start_hours: int | None = None,
        start_minutes: int | None = None,
        start_seconds: int | None = None,
    ) -> Said:
        """Take time off a timer."""
        which = _Which(name, area, start_hours, start_minutes, start_seconds)
        return self._lengthen(context, which, -_seconds(hours, minutes, seconds))

    async def status(
        self,
        context: Context,
        *,
        name: str | None = None,
        area: str | None = None,
        start_hours: int | None = None,
        start_minutes: int | None = None,
        start_seconds: int | None = None,
    ) -> Said:
        """Tell how much time is left on the timers."""
        which = _Which(name, area, start_hours, start_minutes, start_seconds)
        timers = which.of(self._bells.all("timer"))
        if not timers:
            return self._nothing(context, which)
        lines = [_state(context, timer) for timer in timers]
        text = context.say(
            ". ".join(line[0].upper() + line[1:] for line in lines) + ".", "。".join(lines) + "。"
        )
        return Said(text, data={"timers": [timer.as_json(_now()) for timer in timers]})

    def _lengthen(self, context: Context, which: _Which, seconds: int) -> Said:
        if not seconds:
            return Said(context.say("By how much?", "どのくらいですか？"), ok=False)
        timer = self._one(context, which)
        if isinstance(timer, Said):
            return timer
        if timer.remaining(_now()) + seconds > _LONGEST:
            return Said(context.say("That is too long for a timer.", "タイマーには長すぎます。"), ok=False)
        timer = self._bells.lengthen(timer.id, seconds)
        left = spoken.duration(context, timer.remaining(_now()))
        return Said(
            context.say(
                f"{left} left on {label(context, timer)}.",
                f"{label(context, timer)}は残り{left}になりました。",
            ),
            data=_data(timer),
        )

    def _one(self, context: Context, which: _Which, state: str | None = None) -> Bell | Said:
        """The one timer that is meant, or the question which."""
        timers = which.of(self._bells.all("timer"))
        if state is None and not which:
            timers = [timer for timer in timers if timer.state == "ringing"][:1] or timers
        if state is not None:
            fitting = [timer for timer in timers if timer.state == state]
            if timers and not fitting:
                lines = spoken.row(context, [_state(context, timer) for timer in timers])
                return Said(context.say(f"There is nothing to do: {lines}.", f"{lines}。"), ok=False)
            timers = fitting
        if not timers:
            return self._nothing(context, which, ok=False)
        if len(timers) > 1:
            names = spoken.row(context, [label(context, timer) for timer in timers])
            return Said(
                context.say(f"Which one: {names}?", f"どのタイマーですか？{names}があります。"), ok=False
            )
        return timers[0]

    def _nothing(self, context: Context, which: _Which, ok: bool = True) -> Said:
        if which and self._bells.all("timer"):
            return Said(context.say("There is no such timer.", "そのタイマーはありません。"), ok=False)
        return Said(_none(context), ok=ok)


def _none(context: Context) -> str:
    return context.say("No timer is running.", "動いているタイマーはありません。")


def _state(context: Context, timer: Bell) -> str:
    what = label(context, timer)
    if timer.state == "ringing":
        return context.say(f"{what} is up", f"{what}は終わっています")
    left = spoken.duration(context, timer.remaining(_now()))
    if timer.state == "paused":
        return context.say(f"{left} left on {what}, paused", f"{what}は残り{left}で一時停止中です")
    return context.say(f"{left} left on {what}", f"{what}は残り{left}です")


def _seconds(hours: int | None, minutes: int | None, seconds: int | None) -> int:
    return (hours or 0) * 3600 + (minutes or 0) * 60 + (seconds or 0)


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _data(timer: Bell) -> dict[str, object]:
    return {"timer": timer.as_json(_now())}


def _now() -> datetime:
    return datetime.now(UTC)
