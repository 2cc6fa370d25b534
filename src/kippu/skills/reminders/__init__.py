"""Reminders: a text at a time, once or repeated. What rings when is the bells' affair."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from kippu.errors import BadInput
from kippu.regex import regex
from kippu.skills import asking, spoken
from kippu.skills.bells import Bell, Bells
from kippu.skills.bells.days import days
from kippu.skills.bells.moving import By, moved
from kippu.skills.bells.naming import called_by_time
from kippu.skills.bells.putting_back import PuttingBack
from kippu.skills.bells.said import but_not, left_out, often
from kippu.skills.matching import closest, nth
from kippu.skills.way_back import way_back
from kippu.skills.zones import on_the_wall
from kippu.tool import Context, Said, Skill, Tool
from kippu.turn import Call

_BESIDE = regex(
    r"^(?:それまでに|その前に|その(?:あと|後)(?:に|で)?|ついでに|あと)、?(?=.{2})|(?<=[うくすつぬむるぐぶ])の(?:も|を)?$"
)
"""Said around what is to be done, in Japanese: 「それまでに哺乳瓶洗うのも」."""


def skill(bells: Bells) -> Skill:
    """The skill ``reminders``, over the one scheduler."""
    reminders = _Reminders(bells)
    return Skill(
        name="reminders",
        title={"en": "Reminders", "ja": "リマインダー"},
        examples={
            "en": (
                "remind me in one minute to stretch",
                "remind me tomorrow at 9 to call the dentist",
                "what are my reminders",
                "what are my reminders for tomorrow",
                "move the reminder to call the dentist to 4 pm",
                "delete the reminder to call the dentist",
            ),
            "ja": (
                "1分後にストレッチするようリマインドして",
                "明日の9時に歯医者に電話するのを思い出させて",
                "リマインダーを見せて",
                "明日のリマインダーを教えて",
                "歯医者のリマインダーを4時に変えて",
                "歯医者のリマインダーを削除して",
            ),
        },
        tools=(
            Tool("reminders.add", reminders.add, acts=True),
            Tool("reminders.list", reminders.list, acts=False, foreign=True),
            Tool("reminders.move", reminders.move, acts=True, foreign=True),
            Tool("reminders.remove", reminders.remove, acts=True, foreign=True),
            Tool("reminders.remove_all", reminders.remove_all, acts=True, foreign=True),
            Tool("reminders.put_back", PuttingBack(bells).put_back, acts=True, foreign=True),
        ),
        sentences=Path(__file__).parent / "sentences",
    )


def mover(bells: Bells) -> Callable[[Context, By, str, str | None, bool], Awaitable[Said]]:
    """What moves the one reminder that some words name, for whoever was asked for it instead."""
    return _Reminders(bells).move


class _Reminders:
    """The tools."""

    def __init__(self, bells: Bells) -> None:
        self._bells = bells

    async def add(
        self, context: Context, text: str = "", at: str | None = None, repeat: str | None = None
    ) -> Said:
        """Remind the person of a text at a local time (ISO), once or repeated as an alarm."""
        text = _BESIDE.sub("", text.strip())
        if not text:
            return Said(context.say("What shall I remind you of?", "何をお知らせしますか？"), ok=False)
        if at is None:
            return Said(context.say("When shall I remind you?", "いつお知らせしますか？"), ok=False)
        local = spoken.local_time(at, context)
        if local is None:
            return Said(
                context.say(f"I don't know the time “{at}”.", f"「{at}」という時刻が分かりません。"), ok=False
            )
        try:
            reminder = self._bells.keep(context, "reminder", text, local, repeat)
        except BadInput:
            if repeat:
                days(repeat)
            return Said(context.say("That time is past.", "その時刻はもう過ぎています。"), ok=False)
        when = _when(context, reminder)
        return Said(
            context.say(f"I'll remind you {when}: {text}.", f"{when}に「{text}」をお知らせします。"),
            data={"reminder": reminder.as_json(context.now)},
            undo=(Call("reminders.remove", {"text": text, "id": reminder.id}),),
        )

    async def list(self, context: Context, day: str | None = None, words: str | None = None) -> Said:
        """Tell the reminders, of one day (ISO date), with these words, or all."""
        reminders = self._bells.all("reminder")
        if words:
            reminders = tuple(closest(words, reminders, lambda one: one.text)) or reminders
        on = spoken.iso_day(day, context) if day else None
        if day and on is None:
            return _no_day(context, day)
        if on:
            reminders = tuple(r for r in reminders if _local(context, r).date() == on)
        if not reminders:
            that_day = (
                context.say(f" {spoken.near_day(context, on)}", f"{spoken.near_day(context, on)}の")
                if on
                else ""
            )
            return Said(
                context.say(f"You have no reminders{that_day}.", f"{that_day}リマインダーはありません。"),
                data={"reminders": []},
            )
        lines = [_line(context, reminder) for reminder in reminders]
        count = len(lines)
        return Said(
            context.say(
                f"You have {count} reminder{'s' if count > 1 else ''}: {'; '.join(lines)}.",
                f"リマインダーは{count}件です：{'、'.join(lines)}。",
            ),
            data={
                "reminders": [reminder.as_json(context.now) for reminder in reminders],
                "listed": asking.listed("reminders.remove", [reminder.id for reminder in reminders]),
            },
        )

    async def move(
        self,
        context: Context,
        by: By,
        text: str | None = None,
        at: str | None = None,
        either_half: bool = False,
        id: str | None = None,
    ) -> Said:
        """Remind (by its text, or the only one) at another local time: ISO, or the time of day alone (of
        ``either_half`` of the day, where none was said); or so much later or ``earlier``."""
        reminder = self._one(context, text, id)
        if isinstance(reminder, Said):
            return reminder
        was = _local(context, reminder).replace(tzinfo=None)
        new = was + by.length if at is None else moved(was, at, context, either_half=either_half)
        if new is None or new == was:
            return Said(context.say("To when shall I move it?", "いつに変えますか？"), ok=False)
        repeat = _repeat_of(reminder, new)
        if reminder.repeat and repeat is None:
            each = often(context, reminder.repeat)
            return Said(
                context.say(
                    f"It comes {each}, so I can't move it to that day. Delete it and set it anew.",
                    f"{each}くり返すため、その日には移せません。削除して設定し直してください。",
                ),
                ok=False,
            )
        try:
            images = self._bells.images([reminder])
            later = self._bells.move(context, reminder.id, new, repeat)
        except BadInput:
            return Said(context.say("That time is past.", "その時刻はもう過ぎています。"), ok=False)
        when = _when(context, later)
        return Said(
            context.say(
                f"Moved: I'll remind you {when}: {later.text}.",
                f"変更しました。{when}に「{later.text}」をお知らせします。",
            ),
            data={"reminder": later.as_json(context.now)},
            undo=way_back("reminders", images),
        )

    async def remove(
        self, context: Context, text: str | None = None, id: str | None = None, day: str | None = None
    ) -> Said:
        """Delete a reminder by its text, or the only one; of one that repeats only a ``day`` (ISO date)."""
        on = spoken.iso_day(day, context) if day else None
        if day and on is None:
            return _no_day(context, day)
        of_it = self._of_day(context, on, text) if on else None
        if on and not of_it:
            return _nothing_on(context, on)
        reminder = self._one(context, text, id, of_it)
        if isinstance(reminder, Said):
            return reminder
        if on and reminder.comes_again:
            return self._without(context, on, reminder)
        images = self._bells.images([reminder])
        gone = self._bells.remove(reminder.id)
        return Said(
            context.say(
                f"Deleted the reminder: {gone.text}.", f"「{gone.text}」のリマインダーを削除しました。"
            ),
            data={"reminder": gone.as_json(context.now)},
            undo=way_back("reminders", images),
        )

    def _of_day(self, context: Context, on: date, text: str | None) -> Sequence[Bell]:
        """Those of a day among the ones that the text means: another one's day is not its."""
        reminders = self._bells.all("reminder")
        meant = closest(text, reminders, lambda one: one.text) if text else reminders
        return [one for one in meant or reminders if _rings_on(context, one, on)]

    def _without(self, context: Context, on: date, reminder: Bell) -> Said:
        """The reminder without that day, which may be left out already."""
        if _skipped(context, reminder) == on:
            return _left_out_on(context, on, reminder)
        images = self._bells.images([reminder])
        later = self._bells.skip(reminder.id)
        return replace(_left_out_on(context, on, later), undo=way_back("reminders", images))

    def _one(
        self, context: Context, text: str | None, id: str | None, among: Sequence[Bell] | None = None
    ) -> Bell | Said:
        """The one that is meant, what rings before others; else a word about those there are."""
        reminders = self._bells.all("reminder") if among is None else tuple(among)
        if not reminders:
            return Said(context.say("You have no reminders.", "リマインダーはありません。"), ok=False)
        found = closest(text, reminders, lambda reminder: reminder.text) if text else list(reminders)
        if text and not found:
            at_that_time = [one for one in reminders if called_by_time(text, _local(context, one))]
            found = at_that_time or nth(text, reminders)
        if id is not None:
            id = self._bells.waiting(id)
            found = [reminder for reminder in reminders if reminder.id == id]
        ringing = [reminder for reminder in found if reminder.state == "ringing"]
        if not found:
            return Said(
                context.say(
                    f"There is no reminder about “{text}”.", f"「{text}」のリマインダーはありません。"
                )
                if text
                else context.say("There is no such reminder.", "そのリマインダーはありません。"),
                ok=False,
            )
        by_line = {_line(context, reminder): reminder for reminder in found}
        if len(by_line) > 1 and len(ringing) != 1:
            lines = context.say("; ", "、").join(by_line)
            return asking.which(
                context.say(f"Which one: {lines}?", f"どれですか？{lines}があります。"),
                [asking.Choice(line, {"id": reminder.id}) for line, reminder in by_line.items()],
            )
        return (ringing or found)[0]

    async def remove_all(self, context: Context) -> Said:
        """Delete all reminders, also those that repeat."""
        reminders = self._bells.all("reminder")
        if not reminders:
            return Said(
                context.say("You have no reminders.", "リマインダーはありません。"), data={"removed": 0}
            )
        images = self._bells.images(reminders)
        for reminder in reminders:
            self._bells.remove(reminder.id)
        count = len(reminders)
        lines = [_line(context, reminder) for reminder in reminders]
        return Said(
            context.say(
                f"Deleted {count} reminder{'s' if count > 1 else ''}: {'; '.join(lines)}.",
                f"リマインダーを{count}件削除しました：{'、'.join(lines)}。",
            ),
            data={"removed": count},
            undo=way_back("reminders", images),
        )


def _repeat_of(reminder: Bell, new: datetime) -> str | None:
    """How often it comes at the new time: what comes on one day of the week goes with it; None for a day on
    which it would not come."""
    repeat = reminder.repeat
    if not repeat or new.weekday() in days(repeat):
        return repeat
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    return names[new.weekday()] if len(days(repeat)) == 1 else None


def _when(context: Context, reminder: Bell) -> str:
    moment = spoken.moment(context, reminder.due)
    if not reminder.repeat:
        return moment
    at = spoken.time_of_day(context, _local(context, reminder))
    each = often(context, reminder.repeat)
    skipped = _skipped(context, reminder)
    but = context.say(", ", "、") + but_not(context, skipped) if skipped else ""
    return context.say(f"{each} at {at}{but}", f"{each}{at}{but}")


def _skipped(context: Context, reminder: Bell) -> date | None:
    return left_out(context, reminder.local, reminder.zone, reminder.repeat, reminder.due)


def _rings_on(context: Context, reminder: Bell, day: date) -> bool:
    return day in {_local(context, reminder).date(), _skipped(context, reminder)}


def _no_day(context: Context, day: str) -> Said:
    return Said(context.say(f"I don't know the day “{day}”.", f"「{day}」という日が分かりません。"), ok=False)


def _nothing_on(context: Context, day: date) -> Said:
    that_day = spoken.near_day(context, day)
    return Said(
        context.say(
            f"No reminder comes next {that_day}; only the next time of one can be left out.",
            f"{that_day}に次が来るリマインダーはありません。1回だけ休めるのは次の回です。",
        ),
        ok=False,
    )


def _left_out_on(context: Context, day: date, reminder: Bell) -> Said:
    that_day, next_time = spoken.near_day(context, day), spoken.moment(context, reminder.due)
    return Said(
        context.say(
            f"No reminder {that_day}: {reminder.text} comes again {next_time}.",
            f"{that_day}は「{reminder.text}」をお知らせしません。次は{next_time}です。",
        ),
        data={"reminder": reminder.as_json(context.now)},
    )


def _line(context: Context, reminder: Bell) -> str:
    when = _when(context, reminder)
    if reminder.state == "ringing":
        when += context.say(", ringing now", "、いま鳴っています")
    return context.say(f"{reminder.text} ({when})", f"{reminder.text}（{when}）")


def _local(context: Context, reminder: Bell) -> datetime:
    return on_the_wall(reminder.due, context.now)
