"""Alarms: at a time of day, once or on days of the week. What rings when is the bells' affair."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

from kippu.errors import BadInput
from kippu.skills import asking, spoken
from kippu.skills.alarms.telling import name_of, rings_at, rings_next, skipped_day
from kippu.skills.bells import Bell, Bells
from kippu.skills.bells.bell import label
from kippu.skills.bells.days import days
from kippu.skills.bells.moving import By, moved
from kippu.skills.bells.naming import is_at
from kippu.skills.bells.putting_back import PuttingBack
from kippu.skills.bells.said import often
from kippu.skills.matching import nth
from kippu.skills.way_back import way_back
from kippu.tool import Context, Said, Skill, Tool
from kippu.turn import Call

_SNOOZE_MINUTES = 9


def skill(bells: Bells) -> Skill:
    """The skill ``alarms``, over the one scheduler."""
    alarms = _Alarms(bells)
    return Skill(
        name="alarms",
        title={"en": "Alarms", "ja": "アラーム"},
        examples={
            "en": (
                "wake me up at 7",
                "set an alarm for 6:30 every weekday",
                "which alarms are set",
                "move my 7 o'clock alarm to 7:30",
                "cancel my 7 o'clock alarm",
                "cancel all alarms",
                "snooze",
            ),
            "ja": (
                "7時に起こして",
                "平日の6時半にアラームをセットして",
                "アラームを教えて",
                "7時のアラームを7時半に変えて",
                "7時のアラームを取り消して",
                "アラームを全部消して",
                "スヌーズ",
            ),
        },
        tools=(
            Tool("alarms.set", alarms.set, acts=True),
            Tool("alarms.move", alarms.move, acts=True, foreign=True),
            Tool("alarms.cancel", alarms.cancel, acts=True, foreign=True),
            Tool("alarms.cancel_all", alarms.cancel_all, acts=True, foreign=True),
            Tool("alarms.snooze", alarms.snooze, acts=True),
            Tool("alarms.put_back", PuttingBack(bells).put_back, acts=True, foreign=True),
            Tool("alarms.list", alarms.list, acts=False, foreign=True),
        ),
        sentences=Path(__file__).parent / "sentences",
    )


class _Alarms:
    """The tools."""

    def __init__(self, bells: Bells) -> None:
        self._bells = bells

    async def set(
        self, context: Context, at: str | None = None, name: str | None = None, repeat: str | None = None
    ) -> Said:
        """Set an alarm at a local time (ISO), once or repeated (daily, weekdays, weekends, or as mon,thu)."""
        if at is None:
            return Said(context.say("At what time?", "何時にしますか？"), ok=False)
        local = spoken.local_time(at, context)
        if local is None:
            return Said(
                context.say(f"I don't know the time “{at}”.", f"「{at}」という時刻が分かりません。"), ok=False
            )
        if not repeat and (there := self._same(context, local, (name or "").strip())):
            when = spoken.moment(context, there.due)
            said = context.say(
                f"The alarm for {when} is already set.", f"{when}のアラームはもうセットしてあります。"
            )
            return Said(said, data={"alarm": there.as_json(context.now), "already": True})
        try:
            alarm = self._bells.keep(context, "alarm", (name or "").strip(), local, repeat)
        except BadInput:
            if repeat:
                days(repeat)
            return _past(context, at)
        when = spoken.moment(context, alarm.due)
        each = often(context, repeat)
        text = context.say(
            f"Alarm set for {when.removeprefix('on ')}.", f"{when}にアラームをセットしました。"
        )
        if each:
            text = context.say(
                f"Alarm set {each}, next {when}.", f"{each}のアラームをセットしました。次は{when}です。"
            )
        away = Call("alarms.cancel", {"at": local.isoformat(), "id": alarm.id})
        return Said(text, data={"alarm": alarm.as_json(context.now)}, undo=(away,))

    def _same(self, context: Context, local: datetime, name: str) -> Bell | None:
        """The alarm that rings once at this time already, under this name."""
        once = (each for each in self._bells.all("alarm") if not each.repeat and each.text == name)
        return next((each for each in once if rings_at(context, each).replace(tzinfo=None) == local), None)

    async def move(
        self,
        context: Context,
        by: By,
        at: str | None = None,
        repeat: str | None = None,
        hour: int | None = None,
        minute: int = 0,
        half_day: Literal["am", "pm"] | None = None,
        name: str | None = None,
        either_half: bool = False,
        id: str | None = None,
    ) -> Said:
        """Let an alarm (by its hour or name) ring at another local time: ISO, or the time of day alone (of
        ``either_half`` of the day, where none was said); or so much later or ``earlier`` than it would."""
        alarms = _named(self._bells.all("alarm"), name)
        fitting = [
            each for each in alarms if hour is None or is_at(rings_at(context, each), hour, minute, half_day)
        ]
        alarm = self._one(context, fitting, id)
        if isinstance(alarm, Said):
            return alarm
        was_at = rings_at(context, alarm).replace(tzinfo=None)
        new = was_at + by.length if at is None else moved(was_at, at, context, either_half=either_half)
        if at is None and not by.length:
            return Said(context.say("To what time?", "何時にしますか？"), ok=False)
        if new is None:
            return Said(
                context.say(f"I don't know the time “{at}”.", f"「{at}」という時刻が分かりません。"), ok=False
            )
        if new <= context.now.replace(tzinfo=None) and not (repeat or alarm.repeat):
            return _past(context, at or new.isoformat())
        images = self._bells.images([alarm])
        later = self._bells.move(context, alarm.id, new, repeat or alarm.repeat)
        was, now = name_of(context, alarm), spoken.moment(context, later.due)
        return Said(
            context.say(f"Moved the alarm {was} to {now}.", f"{was}のアラームを{now}に変えました。"),
            data={"alarm": later.as_json(context.now)},
            undo=way_back("alarms", images),
        )

    async def cancel(
        self,
        context: Context,
        at: str | None = None,
        name: str | None = None,
        id: str | None = None,
        count: int | None = None,
        day: str | None = None,
        repeat: str | None = None,
    ) -> Said:
        """Cancel an alarm by its time (ISO), its day (ISO date, the only one on which one that repeats is
        left out), the days on which it ``repeat``s, or its name, or make one that rings be still; a ``count``
        of alarms, if no more are set; of the one of that time or name that repeats, or the only one that
        rings then, only a ``day`` (ISO date)."""
        if count and id is None and 1 < len(self._bells.all("alarm")) <= count:
            return await self.cancel_all(context)
        if day:
            return await self._without(context, day, at, name, id)
        if at and "T" not in at and id is None and (on := spoken.iso_day(at, context)):
            return await self._of_day(context, on, self._bells.all("alarm"))
        if at is name is id is repeat is None and (still := self._others_still(context)):
            return still
        of_them = [
            one
            for one in self._bells.all("alarm")
            if not repeat or (one.repeat and days(one.repeat) == days(repeat))
        ]
        alarm = self._one(context, _fitting(of_them, context, at, name), id)
        if isinstance(alarm, Said):
            return alarm
        images = self._bells.images([alarm])
        self._bells.remove(alarm.id)
        what = name_of(context, alarm)
        return Said(
            context.say(f"Stopped the alarm {what}.", f"{what}のアラームを止めました。")
            if alarm.state == "ringing"
            else context.say(f"Cancelled the alarm {what}.", f"{what}のアラームを取り消しました。"),
            data={"alarm": alarm.as_json(context.now)},
            undo=way_back("alarms", images),
        )

    async def _without(
        self, context: Context, day: str, at: str | None, name: str | None, id: str | None
    ) -> Said:
        """Leave out a day of the one that is meant, and of no other that rings then."""
        on = spoken.iso_day(day, context)
        if on is None:
            return Said(
                context.say(f"I don't know the day “{day}”.", f"「{day}」という日が分かりません。"), ok=False
            )
        alarms = self._bells.all("alarm")
        then = [one for one in alarms if on in {rings_at(context, one).date(), skipped_day(context, one)}]
        meant: Sequence[Bell] = then or alarms
        if at or name:
            fitting = _fitting(alarms, context, at, name)
            series = [one for one in fitting if one.comes_again]
            meant = [one for one in series if one in then] or series or fitting
        alarm = self._one(context, meant, id)
        return alarm if isinstance(alarm, Said) else await self._of_day(context, on, [alarm])

    async def _of_day(self, context: Context, day: date, alarms: Sequence[Bell]) -> Said:
        """Cancel the alarm of a day. Of what repeats that day is left out."""
        there = [one for one in alarms if rings_at(context, one).date() == day]
        if there and all(one.repeat for one in there):
            return self._left_out(context, day, there)
        if skipped := [one for one in alarms if skipped_day(context, one) == day]:
            return Said(self._rings_next(context, day, skipped), data=_data(context, skipped))
        if not there and (later := [one for one in alarms if _comes_on(one, day)]):
            names = spoken.row(context, [name_of(context, one) for one in later])
            return Said(
                context.say(
                    f"I can leave out only the next time: {names}.", f"1回だけ休めるのは次の回です：{names}。"
                ),
                ok=False,
            )
        found = self._one(context, [one for one in there if not one.repeat], None)
        if isinstance(found, Said):
            return found
        return await self.cancel(context, id=found.id)

    def _left_out(self, context: Context, day: date, series: Sequence[Bell]) -> Said:
        """Of what rings just now, or was put off, that ring ends; what waits is without that day."""
        waiting = [one for one in series if one.comes_again]
        ended = [self._bells.remove(one.id) for one in series if not one.comes_again]
        images = self._bells.images(waiting)
        skipped = [self._bells.skip(one.id) for one in waiting]
        names = spoken.row(context, [name_of(context, one) for one in ended])
        stopped = context.say(f"Stopped the alarm {names}.", f"{names}のアラームを止めました。")
        told = [stopped] * bool(ended) + ([self._rings_next(context, day, skipped)] if skipped else [])
        return Said(
            context.say(" ", "").join(told),
            data=_data(context, [*ended, *skipped]),
            undo=way_back("alarms", images),
        )

    def _rings_next(self, context: Context, day: date, skipped: Sequence[Bell]) -> str:
        others = any(rings_at(context, one).date() == day for one in self._bells.all("alarm"))
        return rings_next(context, day, skipped, others=others)

    def _others_still(self, context: Context) -> Said | None:
        """Make timers and reminders that ring be still, where no alarm rings: the noise is what is meant."""
        ringing = [bell for bell in self._bells.all() if bell.state == "ringing"]
        if not ringing or any(bell.kind == "alarm" for bell in ringing):
            return None
        for bell in ringing:
            self._bells.remove(bell.id)
        names = spoken.row(context, [_noise(context, bell) for bell in ringing])
        return Said(
            context.say(f"Stopped {names}.", f"{names}を止めました。"),
            data={"stopped": [bell.as_json(context.now) for bell in ringing]},
        )

    def _one(self, context: Context, fitting: Sequence[Bell], id: str | None) -> Bell | Said:
        """The one of these that is meant: what rings, if anything does. Else a word about those there are.

        ``id``: the one that was chosen, whatever fits.
        """
        known = self._bells.all("alarm")
        if id is not None:
            id = self._bells.waiting(id)
            fitting = [alarm for alarm in known if alarm.id == id]
        ringing = [alarm for alarm in fitting if alarm.state == "ringing"]
        if ringing or len({name_of(context, alarm) for alarm in fitting}) == 1:
            return (*ringing, *fitting)[0]
        if not known:
            return Said(_none(context), ok=False)
        by_name = {name_of(context, alarm): alarm for alarm in fitting or known}
        names = spoken.either(context, list(by_name))
        question = context.say(f"Which one: {names}?", f"どれですか？{names}があります。")
        if not fitting:
            names = spoken.row(context, list(by_name))
            question = context.say(
                f"There is no such alarm. There is: {names}.",
                f"そのアラームはありません。{names}があります。",
            )
        return asking.which(
            question, [asking.Choice(words, {"id": alarm.id}) for words, alarm in by_name.items()]
        )

    async def cancel_all(self, context: Context) -> Said:
        """Cancel all alarms, also those that repeat."""
        alarms = self._bells.all("alarm")
        if not alarms:
            return Said(_none(context), data={"cancelled": 0})
        images = self._bells.images(alarms)
        for alarm in alarms:
            self._bells.remove(alarm.id)
        count = len(alarms)
        names = spoken.row(context, [name_of(context, alarm) for alarm in alarms])
        return Said(
            context.say(
                f"Cancelled {count} alarm{'s' if count > 1 else ''}: {names}.",
                f"アラームを{count}件取り消しました：{names}。",
            ),
            data={"cancelled": count},
            undo=way_back("alarms", images),
        )

    async def snooze(self, context: Context, minutes: int | None = None) -> Said:
        """Let what rings be still and ring again in some minutes (9 when not said)."""
        ringing = [bell for bell in self._bells.all() if bell.state == "ringing"]
        if not ringing:
            return Said(context.say("Nothing is ringing.", "鳴っているものはありません。"), ok=False)
        wait = minutes or _SNOOZE_MINUTES
        for bell in ringing:
            self._bells.snooze(bell.id, wait)
        long = spoken.duration(context, wait * 60)
        return Said(
            context.say(f"I'll ring again in {long}.", f"{long}後にもう一度鳴らします。"),
            data={"minutes": wait},
        )

    async def list(self, context: Context, next: bool = False) -> Said:
        """Tell which alarms are set, or only when the ``next`` one rings."""
        alarms = self._bells.all("alarm")[: 1 if next else None]
        if not alarms:
            return Said(_none(context), data={"alarms": []})
        names = spoken.row(context, [name_of(context, alarm) for alarm in alarms])
        count = len(alarms)
        return Said(
            context.say(f"Your next alarm: {names}.", f"次のアラームは{names}です。")
            if next
            else context.say(
                f"You have {count} alarm{'s' if count > 1 else ''}: {names}.",
                f"アラームは{count}件です：{names}。",
            ),
            data={
                "alarms": [alarm.as_json(context.now) for alarm in alarms],
                "listed": asking.listed("alarms.cancel", [alarm.id for alarm in alarms]),
            },
        )


def _past(context: Context, at: str) -> Said:
    return Said(context.say("That time is past.", "その時刻はもう過ぎています。"), ok=False, data={"at": at})


def _named(alarms: Sequence[Bell], name: str | None) -> list[Bell]:
    part = (name or "").strip().casefold()
    return [alarm for alarm in alarms if part in alarm.text.casefold()]


def _fitting(alarms: Sequence[Bell], context: Context, at: str | None, name: str | None) -> list[Bell]:
    """The alarms that can be meant: of that minute, or else of that time of day on any day."""
    alarms = _named(alarms, name) or nth(name or "", alarms)
    local = spoken.local_time(at, context) if at else None
    if local is None:
        return [] if at else alarms
    same_time = [a for a in alarms if f"{rings_at(context, a):%H:%M}" == f"{local:%H:%M}"]
    return [a for a in same_time if rings_at(context, a).date() == local.date()] or same_time


def _comes_on(alarm: Bell, day: date) -> bool:
    return bool(alarm.repeat) and day.weekday() in days(alarm.repeat or "")


def _data(context: Context, alarms: Sequence[Bell]) -> dict[str, Any]:
    return {"alarms": [alarm.as_json(context.now) for alarm in alarms]}


def _noise(context: Context, bell: Bell) -> str:
    """What a timer or a reminder that rings is called."""
    if bell.kind == "timer":
        return label(context, bell)
    return context.say(f"the reminder “{bell.text}”", f"「{bell.text}」のリマインダー")


def _none(context: Context) -> str:
    return context.say("No alarm is set.", "アラームはセットされていません。")
