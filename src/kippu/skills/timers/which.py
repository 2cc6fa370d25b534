"""Which timer is meant: by its name, its room, or the length that it began with.

What is to be done later is a timer with a command. It is meant only by what it does or by its length: "the
timer" is none of these, and "all timers" are not. One that rings, as it could not be done, is like any other.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from zoneinfo import ZoneInfo

from kippu.regex import regex
from kippu.skills import asking, spoken
from kippu.skills.bells import Bell, Bells
from kippu.skills.bells.bell import label
from kippu.skills.matching import closest, nth
from kippu.skills.timers.lengths import Length
from kippu.skills.timers.words import none, now, state
from kippu.tool import Context, Said


@dataclass(frozen=True, slots=True)
class Which:
    """What a person says to tell one timer from the others, as a tool takes it."""

    name: str | None = None
    area: str | None = None
    start_hours: int | None = None
    start_minutes: int | None = None
    start_seconds: int | None = None
    id: str | None = None
    clock: str | None = None
    """The time of the clock (ISO) at which it is due, in either half of the day."""
    but: str | None = None
    """Id of the one that was spoken of: another one is meant."""

    @property
    def length(self) -> int:
        """In seconds; 0 when none was said."""
        return Length(self.start_hours, self.start_minutes, self.start_seconds).total

    def __bool__(self) -> bool:
        return bool(self.name or self.area or self.length or self.id or self.but)

    def of(self, all_timers: Sequence[Bell]) -> list[Bell]:
        """The timers that it can mean: of exactly that name, else whose name holds it, or "the second"."""
        found = [timer for timer in self._called(all_timers) if timer.id != self.but]
        return [timer for timer in found if _is_due(timer, self.clock)] if self.clock else found

    def _called(self, all_timers: Sequence[Bell]) -> list[Bell]:
        if self.id is not None:
            return [timer for timer in all_timers if timer.id == self.id]
        timers = [timer for timer in all_timers if not timer.command or timer.state == "ringing"]
        if self.length:
            timers = [timer for timer in all_timers if timer.length == self.length]
        if self.area:
            timers = [timer for timer in timers if _same(timer.area or "", self.area)]
        if self.name is None:
            return timers
        name = self.name.strip().casefold()
        exact = [timer for timer in timers if _same(timer.text, name)]
        holding = [timer for timer in timers if timer.text and name in timer.text.casefold()]
        commands = [timer for timer in all_timers if timer.command]
        return (
            exact
            or holding
            or closest(name, commands, lambda timer: timer.command or "")
            or nth(name, sorted(timers, key=lambda timer: int(timer.id)))
            or _by_length(name, [timer for timer in timers if timer.length])
        )


_COMPARED = regex(
    r"(?:the )?(?:(?P<short>short|quick)|long)(?:er|est)?(?: (?:one|1|timer))*"
    r"|(?:一番|いちばん)?(?:(?P<short_ja>短|みじか)|長|なが)い(?:の|ほう|方|やつ|タイマー)*"
)


def _by_length(name: str, timers: Sequence[Bell]) -> list[Bell]:
    """The shortest or the longest, which is all that "the shorter one" tells; of two alike it tells none."""
    match = _COMPARED.fullmatch(name)
    if match is None or not timers:
        return []
    lengths = [timer.length or 0 for timer in timers]
    meant = min(lengths) if match["short"] or match["short_ja"] else max(lengths)
    return [timer for timer in timers if timer.length == meant]


def _is_due(timer: Bell, clock: str) -> bool:
    said, due = time.fromisoformat(clock), timer.due.astimezone(ZoneInfo(timer.zone))
    return (said.hour % 12, said.minute) == (due.hour % 12, due.minute)


def the_one(
    bells: Bells, context: Context, which: Which, only: str | None = None, *, rings_first: bool = True
) -> Bell | Said:
    """The one timer that is meant, or the question which; ``only`` leaves out those of another state. What
    rings is meant before all others, unless not ``rings_first``."""
    timers = which.of(bells.all("timer"))
    if rings_first and only is None and not which:
        timers = [timer for timer in timers if timer.state == "ringing"][:1] or timers
    if only is not None:
        fitting = [timer for timer in timers if timer.state == only]
        if timers and not fitting:
            lines = spoken.row(context, [state(context, timer) for timer in timers])
            return Said(context.say(f"There is nothing to do: {lines}.", f"{lines}。"), ok=False)
        timers = fitting
    if not timers:
        return nothing(bells, context, which, ok=False)
    labels = [label(context, timer) for timer in timers]
    if len(set(labels)) > 1:
        names = spoken.either(context, _told_apart(context, timers))
        question = context.say(f"Which one: {names}?", f"どのタイマーですか？{names}があります。")
        return asking.which(question, _choices(context, timers))
    return timers[-1]  # of several that nothing said tells apart, the one that was started last


def _told_apart(context: Context, timers: Sequence[Bell]) -> list[str]:
    """Each by its label; those of one label, which "all" means too, with how much is left of them."""
    labels = [label(context, timer) for timer in timers]
    counted = Counter(labels)

    def words(called: str, timer: Bell) -> str:
        left = spoken.duration(context, timer.remaining(now()))
        return (
            context.say(f"{called} ({left} left)", f"{called}（残り{left}）")
            if counted[called] > 1
            else called
        )

    return [words(called, timer) for called, timer in zip(labels, timers, strict=True)]


def _choices(context: Context, timers: Sequence[Bell]) -> list[asking.Choice]:
    each = zip(_told_apart(context, timers), timers, strict=True)
    return [asking.Choice(words.removeprefix("the "), {"id": timer.id}) for words, timer in each]


def nothing(bells: Bells, context: Context, which: Which, ok: bool = True) -> Said:
    """What to say when none fits."""
    timers = bells.all("timer")
    if which and timers:
        there = spoken.row(context, [label(context, timer) for timer in timers])
        text = context.say(
            f"There is no such timer. There is {there}.", f"そのタイマーはありません。{there}があります。"
        )
        return asking.which(text, _choices(context, timers))
    return Said(none(context, timers), ok=ok)


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()
