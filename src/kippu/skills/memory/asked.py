"""What the person asked before: on a day, about some words, last, first."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from kippu.errors import NotFound
from kippu.record import History
from kippu.record.history import Said as Remembered
from kippu.skills import spoken
from kippu.skills.memory.lines import LOOK_BACK, MOST, UNSAID, line, within
from kippu.skills.memory.parts import Part, Span
from kippu.tool import Context, Said


class Asked:
    """Tells it, out of the record of conversations."""

    def __init__(self, history: History) -> None:
        self._history = history

    async def asked(
        self,
        context: Context,
        *,
        day: str | None = None,
        words: str | None = None,
        part: Part | None = None,
        hours: int | None = None,
        minutes: int | None = None,
        seconds: int | None = None,
        last: int | None = None,
        skip: int = 0,
        first: bool = False,
    ) -> Said:
        """Tell what the person asked on a day (ISO date), about some words, so long ago, last, or last before
        the newest ``skip``, or first."""
        if first:
            return _first(context, self._history)
        back = timedelta(hours=hours or 0, minutes=minutes or 0, seconds=seconds or 0)
        if back or last:
            return _lately(context, self._history, back, last, skip)
        on = spoken.iso_day(day, context) if day else None
        if day and on is None:
            return Said(
                context.say(f"I don't know the day “{day}”.", f"「{day}」という日が分かりません。"), ok=False
            )
        return self._then(context, Span(on or context.now.date(), part) if on or part else None, words or "")

    def _then(self, context: Context, span: Span | None, words: str) -> Said:
        """What was asked in a time, or ever, with some words in it."""
        # The question that is being answered now is not yet among them: it isn't done.
        found = within(context, span, self._history, words) if span else self._history.asked(words=words)
        when = span.told(context) if span else ""
        about = context.say(f" about “{words}”", f"「{words}」について") if words else ""
        if not found:
            none = context.say(
                f"You asked nothing{about}{when and ' ' + when}.",
                f"{when and when + 'は'}{about}何も聞かれていません。",
            )
            return Said(none, data=_data(found))
        lines = [line(context, said.at, said.text, dated=span is None) for said in found[-MOST:]]
        count = len(found)
        latest = context.say(f", the last {MOST}", f"（最後の{MOST}件）") if count > MOST else ""
        head = context.say(
            f"You asked {count} thing{'s' if count > 1 else ''}{about}{when and ' ' + when}{latest}:",
            f"{when and when + 'は'}{about}{count}件聞かれました{latest}：",
        )
        return Said("\n".join((head, *lines)), data=_data(found))


def _lately(context: Context, history: History, back: timedelta, last: int | None, skip: int) -> Said:
    """What was asked in the time since then, or the last things at all."""
    since = context.now - back - timedelta(minutes=1)  # who says "a minute ago" counts no seconds
    newest = [said for said in history.latest(LOOK_BACK) if said.origin not in UNSAID][skip : skip + MOST]
    found = list(newest[: last or 1])
    if back and not last:
        found = [said for said in newest if datetime.fromisoformat(said.at) >= since] or found
    found.reverse()
    if not found:
        return Said(context.say("You asked nothing before.", "まだ何も聞かれていません。"), data=_data(found))
    if len(found) == 1:
        at = datetime.fromisoformat(found[0].at).astimezone(context.now.tzinfo)
        when = spoken.moment(context, at)
        en, ja = ("Before that", "その前は") if skip else ("The last was", "最後は")
        return Said(
            context.say(f"{en}, {when}: “{found[0].text}”", f"{ja}{when}の「{found[0].text}」です。"),
            data=_data(found),
        )
    lines = [line(context, said.at, said.text, dated=False) for said in found]
    return Said("\n".join((context.say("You asked:", "聞かれたことです："), *lines)), data=_data(found))


def _first(context: Context, history: History) -> Said:
    """What this conversation began with."""
    try:
        began, *later = history.turns(context.conversation)  # with the one that asks
    except NotFound:  # asked in none
        later = []
    if not later:
        return Said(context.say("This is the first.", "これが最初です。"), data={"asked": []})
    when = spoken.moment(context, datetime.fromisoformat(began.at).astimezone(context.now.tzinfo))
    return Said(
        context.say(f"The first was, {when}: “{began.text}”", f"最初は{when}の「{began.text}」です。"),
        data=_data((began,)),
    )


def _data(found: Sequence[Remembered]) -> dict[str, object]:
    return {
        "asked": [{"at": said.at, "text": said.text, "conversation": said.conversation} for said in found]
    }
