"""The tools of the calendar."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Literal

from kippu.regex import regex
from kippu.skills import asking
from kippu.skills.bells.days import days, on
from kippu.skills.bells.moving import By
from kippu.skills.calendar.asked import Span, When, called_after, found, so_far, span
from kippu.skills.calendar.ending import ends, lasting, no_end, unknown_end
from kippu.skills.calendar.leaving_out import without
from kippu.skills.calendar.placing import placed
from kippu.skills.calendar.putting_back import taken_off
from kippu.skills.calendar.starting import (
    date_of,
    minutes_of_days,
    minutes_until,
    no_time,
    start_moved,
    start_of,
)
from kippu.skills.calendar.store import Calendar, Event, Occurrence, occurrences
from kippu.skills.calendar.telling import as_json, line, moment, row, what
from kippu.skills.way_back import way_back
from kippu.skills.zones import zone_name
from kippu.tool import Context, Said

_MOST = 10
"""Events that are read out; of more, their number is told."""


Reminded = Callable[[Context, By, str, str | None, bool], Awaitable[Said]]

_PUT_IN = regex(
    r"(?<!\bcheck)(?<!\bsign)(?<!\blog)(?<!\bmove)(?<!\bdrop)(?<!\bwalk)(?<!\bsit)(?<!\bbreak)(?<!\bstay)(?<!\bphone)"
    r"(?<=\w) in$",
    re.IGNORECASE,
)
"""Of "put lunch with Graham in for Wednesday": a word of putting, unless it is of "check in" or the like."""


class Tools:
    """Each tool is a method."""

    def __init__(self, calendar: Calendar, reminded: Reminded | None = None) -> None:
        """``reminded`` moves a reminder: people say "the mum one" of either."""
        self._calendar = calendar
        self._reminded = reminded

    async def add(
        self,
        context: Context,
        text: str = "",
        at: str | None = None,
        minutes: float | None = None,
        hours: float | None = None,
        end: str | int | None = None,
        until: str | None = None,
        repeat: str | None = None,
        place: str = "",
        people: str = "",
    ) -> Said:
        """Put an event on the calendar at a local time (ISO; a date alone: the whole day), once or repeated
        as an alarm; ``end`` is the time of the clock at which it ends, ``until`` the last of several whole
        days (ISO date)."""
        title = _PUT_IN.sub("", text.strip(' "“”「」'))
        if not title:
            return Said(
                context.say("What shall I put on your calendar?", "どんな予定を入れますか？"), ok=False
            )
        if not at:
            return Said(context.say(f"When is it: {title}?", f"「{title}」はいつですか？"), ok=False)
        start = start_of(at, context)
        if start is None:
            return no_time(context, at)
        if repeat:
            days(repeat)
        length = (
            (hours or 0) * 60 + (minutes or 0)
            or minutes_until(start, str(end or ""))
            or minutes_of_days(start, until)
        )
        event = self._calendar.add(
            Event("", title, start, zone_name(context.now), length, repeat, place.strip(), people.strip())
        )
        added = _first(context, event)
        also = self._also(context, added)
        return Said(
            context.say(
                f"On your calendar {moment(context, added)}: {what(context, added)}.{also}",
                f"{moment(context, added)}に「{what(context, added)}」の予定を入れました。{also}",
            ),
            data={"event": as_json(added)},
            undo=taken_off(event),
        )

    async def show(
        self,
        context: Context,
        asked: When,
        words: str | None = None,
        first: bool = False,
        ask: Literal["end"] | None = None,
    ) -> Said:
        """Tell what is on the calendar: at a time (ISO), until its end (ISO) if given, on a day or from a day
        until another (ISO dates), with some words, the first one alone; without any, all that is to come.
        With ``ask``: until when the one goes that there is."""
        when = span(context, asked)
        there = found(context, self._calendar.all(), when, words)
        if first:
            there = _next(context, there)
        data = {
            "events": [as_json(each) for each in there],
            "listed": asking.listed("calendar.remove", [each.event.id for each in there]),
        }
        if not there:
            return Said(self._nothing(context, when, words), data=data)
        if ask and len(there) == 1:
            return Said(ends(context, there[0]), data=data)
        if first:
            return Said(
                context.say(
                    f"Next: {line(context, there[0])}.", f"次の予定は{line(context, there[0])}です。"
                ),
                data=data,
            )
        one_day = when.days == 1
        more = len(there) - _MOST
        rest = context.say(f" And {more} more.", f"ほかに{more}件あります。") if more > 0 else ""
        count = len(there)
        told = f" {when.told}" if when.told else ""
        return Said(
            context.say(
                f"You have {count} event{'s' if count > 1 else ''}{told}: "
                f"{row(context, there[:_MOST], one_day)}.{rest}",
                f"{when.told}{'の' if when.told else ''}予定は{count}件です："
                f"{row(context, there[:_MOST], one_day)}。{rest}",
            ),
            data=data,
        )

    async def move(
        self,
        context: Context,
        by: By,
        text: str | None = None,
        at: str | None = None,
        either_half: bool = False,
        was: str | None = None,
        id: str | None = None,
        end: bool = False,
        place: str = "",
    ) -> Said:
        """Move an event to another time (ISO), to the same time of another day (ISO date) or to another time
        of its day (ISO time; of ``either_half`` of the day, where none was said); or so much later or
        ``earlier``; its ``end`` alone, where that is said. ``was`` is the day, the time or both (ISO) at
        which it is so far. With ``place`` it is held there, and its time stays."""
        each = self._one(context, text, id, was)
        if isinstance(each, Said):
            if self._reminded and text and not was and "choices" not in each.data:
                moved = await self._reminded(context, by, text, at, either_half)
                return moved if moved.ok else each
            return each
        if place:
            return placed(context, self._calendar, each, place)
        if end:
            return self._ended(context, each, by, at, exact=not either_half)
        if by.length and not each.whole_day:
            at = (each.start.replace(tzinfo=None) + by.length).isoformat()
        if not at:
            return Said(
                context.say(
                    f"To when shall I move “{each.event.title}”?",
                    f"「{each.event.title}」をいつに変えますか？",
                ),
                ok=False,
            )
        start = start_moved(each, at, either_half, context)
        if start is None:
            return no_time(context, at)
        again = each.event.repeat
        if again and date_of(start) != each.start.date():
            far = date_of(start) - context.now.date() > timedelta(days=7)
            if was or far or len(days(again)) > 1:  # one of its days alone can't be moved
                return Said(
                    context.say(
                        f"“{each.event.title}” repeats: I can only change its time of day.",
                        f"「{each.event.title}」はくり返しの予定なので、変えられるのは時刻だけです。",
                    ),
                    ok=False,
                )
            again = on(date_of(start))
        images = self._calendar.images([each.event.id])
        self._calendar.move(each.event.id, start, zone_name(context.now), again)
        event = next(event for event in self._calendar.all() if event.id == each.event.id)
        now = _first(context, event)
        also = self._also(context, now)
        return Said(
            context.say(
                f"Moved to {moment(context, now).removeprefix('on ')}: {event.title}.{also}",
                f"「{event.title}」を{moment(context, now)}に変更しました。{also}",
            ),
            data={"event": as_json(now)},
            undo=way_back("calendar", images),
        )

    def _ended(self, context: Context, each: Occurrence, by: By, at: str | None, *, exact: bool) -> Said:
        """The same start, and another end."""
        until = start_moved(each, at, not exact, context) if at else None
        minutes = lasting(each, by.length, until, either_half=not exact)
        if minutes is None:
            return Said(unknown_end(context, each) if not at else no_end(context, each), ok=False)
        images = self._calendar.images([each.event.id])
        self._calendar.last(each.event.id, minutes)
        now = _first(context, replace(each.event, minutes=minutes))
        return Said(
            ends(context, now) + self._also(context, now),
            data={"event": as_json(now)},
            undo=way_back("calendar", images),
        )

    async def remove(
        self,
        context: Context,
        asked: When,
        text: str | None = None,
        first: bool = False,
        id: str | None = None,
    ) -> Said:
        """Delete an event by its words, its time (ISO) or its day (ISO date), or the next one; of a series
        only the days that are named."""
        when = span(context, asked)
        there = found(context, self._calendar.all(), when, text)
        if asked.at:
            there = [each for each in there if each.start == when.first or each.whole_day] or there
        if first:
            there = _next(context, there)
        there = _chosen(there, id)
        each = _only(context, there) if there else None
        if each is None:
            return Said(self._nothing(context, when, text), ok=False)
        if isinstance(each, Said):
            return each
        images = self._calendar.images([each.event.id])
        if each.event.repeat and when.days and not asked.at:
            left_out = [one for one in there if one.event.id == each.event.id]
            return without(context, self._calendar, left_out, way_back("calendar", images))
        self._calendar.remove([each.event.id])
        return Said(
            context.say(
                f"Deleted from your calendar: {each.event.title} ({moment(context, each)}).",
                f"「{each.event.title}」（{moment(context, each)}）の予定を削除しました。",
            ),
            data={"event": as_json(each)},
            undo=way_back("calendar", images),
        )

    async def remove_all(self, context: Context, asked: When) -> Said:
        """Delete all events of a day or from a day until another (ISO dates); what repeats stays."""
        if not (asked.day or asked.at):
            return Said(
                context.say(
                    "I don't empty the whole calendar at once. Name a day or a week.",
                    "カレンダー全体を一度に空にはしません。日か週を言ってください。",
                ),
                ok=False,
            )
        when = span(context, asked)
        there = found(context, self._calendar.all(), when, None)
        gone = [each for each in there if not each.event.repeat]
        if not there:
            return Said(self._nothing(context, when, None), data={"removed": 0})
        images = self._calendar.images([each.event.id for each in gone])
        self._calendar.remove([each.event.id for each in gone])
        stay = row(context, [each for each in there if each.event.repeat])
        kept = (
            context.say(f" What repeats stays: {stay}.", f"くり返しの予定は残しました：{stay}。")
            if stay
            else ""
        )
        listed = row(context, gone)
        text = (
            context.say(
                f"Deleted {len(gone)} event{'s' if len(gone) > 1 else ''}: {listed}.",
                f"予定を{len(gone)}件削除しました：{listed}。",
            )
            if gone
            else ""
        )
        return Said(
            (text + kept).strip(),
            ok=bool(gone),
            data={"removed": len(gone)},
            undo=way_back("calendar", images),
        )

    def _one(self, context: Context, text: str | None, id: str | None, was: str | None) -> Occurrence | Said:
        when = span(context)
        there = found(context, self._calendar.all(), when, text)
        if was:
            there = so_far(there, was, context.now.date()) or (called_after(there, was) if text else [])
        there = _chosen(there, id)
        if there:
            return _only(context, there)
        if was and not text:
            return Said(context.say("There is no event then.", "その時間の予定はありません。"), ok=False)
        return Said(self._nothing(context, when, text), ok=False)

    def _nothing(self, context: Context, when: Span, words: str | None) -> str:
        """That there is nothing; with words, what there is then instead."""
        then = context.say(f" {when.told}", f"{when.told}の") if when.told else ""
        if not words:
            return context.say(f"You have nothing on your calendar{then}.", f"{then}予定はありません。")
        others = found(context, self._calendar.all(), when, None) if when.told else []
        instead = context.say(" There is: ", "あるのは：") + row(context, others[:_MOST]) if others else ""
        return context.say(
            f"There is no “{words}” on your calendar{then}.{instead}{'.' if instead else ''}",
            f"{then}「{words}」の予定はありません。{instead}{'。' if instead else ''}",
        )

    def _also(self, context: Context, added: Occurrence) -> str:
        """What else is at that time: two things at once are worth a word."""
        if added.whole_day:
            return ""
        day = added.start.date()
        others = [
            each
            for each in occurrences(self._calendar.all(), day, day, context.now)
            if each.event.id != added.event.id and not each.whole_day and each.meets(added.start, added.end)
        ]
        if not others:
            return ""
        listed = row(context, others, one_day=True)
        return context.say(f" At that time you also have: {listed}.", f"その時間には{listed}もあります。")


def _next(context: Context, there: list[Occurrence]) -> list[Occurrence]:
    """The first that is still to come, if any is."""
    return [each for each in there if each.start >= context.now][:1]


def _chosen(there: list[Occurrence], id: str | None) -> list[Occurrence]:
    """Those of the event that a person chose; all where they did not."""
    return [each for each in there if id in (None, each.event.id)]


def _only(context: Context, there: list[Occurrence]) -> Occurrence | Said:
    """The one event, or the question which one."""
    events = list({each.event.id: each for each in reversed(there)}.values())[::-1]
    if len({line(context, each) for each in events}) == 1:
        return events[0]
    listed = row(context, events[:_MOST])
    return asking.which(
        context.say(f"Which one: {listed}?", f"どれですか？{listed}があります。"),
        [asking.Choice(line(context, each), {"id": each.event.id}) for each in events],
    )


def _first(context: Context, event: Event) -> Occurrence:
    """An event on its day; a series on its next."""
    day = date_of(event.start)
    ahead = occurrences([event], min(day, context.now.date()), day + timedelta(days=8), context.now)
    coming = [each for each in ahead if each.end >= context.now]
    return (coming or ahead)[0]
