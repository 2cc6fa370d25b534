"""What was done for the person, what was answered last, and who wanted a thing to be as it is."""

from collections.abc import Callable, Sequence
from datetime import datetime

from kippu.record import History
from kippu.record.history import Said as Remembered
from kippu.skills import spoken
from kippu.skills.memory.lines import LOOK_BACK, MOST, line, within
from kippu.skills.memory.parts import Part, Span
from kippu.tool import Context, Said


class Deeds:
    """Tells it, out of the record of conversations. ``acts``: whether a tool changes something."""

    def __init__(self, history: History, acts: Callable[[str], bool]) -> None:
        self._history = history
        self._acts = acts

    async def done(self, context: Context, day: str | None = None, part: Part | None = None) -> Said:
        """Tell what was done for the person on a day (ISO date), by default today, or in a part of it."""
        on = spoken.iso_day(day, context) if day else context.now.date()
        if on is None:
            return Said(
                context.say(f"I don't know the day “{day}”.", f"「{day}」という日が分かりません。"), ok=False
            )
        span = Span(on, part)
        tapped = context.say(" (tapped in the app)", "（アプリで操作）")
        did = [
            (said.at, outcome.text + (tapped if said.origin == "tap" else ""))
            for said in within(context, span, self._history, unsaid=True)
            for outcome in (said.answer.outcomes if said.answer else ())
            if outcome.ok and self._acts(outcome.call.tool)
        ]
        when = span.told(context)
        data = {"done": [{"at": at, "text": text} for at, text in did]}
        if not did:
            return Said(context.say(f"I did nothing {when}.", f"{when}はまだ何もしていません。"), data=data)
        latest = context.say(f", the last {MOST}", f"（最後の{MOST}件）") if len(did) > MOST else ""
        head = context.say(f"This is what I did {when}{latest}:", f"{when}したことです{latest}：")
        lines = [line(context, at, text.replace("\n", " "), dated=False) for at, text in did[-MOST:]]
        return Said("\n".join((head, *lines)), data=data)

    async def again(self, context: Context) -> Said:
        """Say once more what was answered last."""
        newest = self._history.latest(LOOK_BACK)
        here = (said.said for said in newest if said.conversation == context.conversation)
        last = next(filter(None, here), None)
        if last is None:
            return Said(context.say("I have said nothing yet.", "まだ何も言っていません。"), ok=False)
        return Said(last, data={"text": last})

    async def why(
        self,
        context: Context,
        *,
        name: str | None = None,
        area: str | None = None,
        floor: str | None = None,
        domain: str | None = None,
        device_class: str | None = None,
        state: str | None = None,
    ) -> Said:
        """Tell who wanted a thing of the home to be as it is, when it was asked for here."""
        for said in self._history.latest(LOOK_BACK):
            for row in _changed(said):
                if name is not None and row.get("name") != name:
                    continue
                if domain is not None and not str(row.get("id", "")).startswith(f"{domain}."):
                    continue
                if state is not None and row.get("state") != state:
                    return _nobody(context)
                return _wanted(context, said)
        return _nobody(context)


def _changed(said: Remembered) -> Sequence[dict[str, object]]:
    """The things of the home that a turn changed."""
    outcomes = said.answer.outcomes if said.answer else ()
    return [row for outcome in outcomes for row in outcome.data.get("changed", ()) if isinstance(row, dict)]


def _wanted(context: Context, said: Remembered) -> Said:
    """When it was, and whose wish."""
    at = datetime.fromisoformat(said.at).astimezone(context.now.tzinfo)
    when = spoken.moment(context, at) if at.date() != context.now.date() else _at(context, at)
    words = (f"You asked for it {when}: “{said.text}”", f"{when}に「{said.text}」と頼まれました。")
    if said.origin == "tap":
        words = (f"It was tapped in the app {when}.", f"{when}にアプリで操作されました。")
    if said.origin == "plan":
        words = (f"It was due {when}: “{said.text}”", f"{when}に予約されていました：「{said.text}」")
    return Said(context.say(*words), data={"at": said.at, "text": said.text})


def _nobody(context: Context) -> Said:
    return Said(
        context.say(
            "It was not asked of me, so I don't know who did it or why.",
            "わたしが頼まれたことではないので、誰がどうしてそうしたのかは分かりません。",
        )
    )


def _at(context: Context, at: datetime) -> str:
    time = spoken.time_of_day(context, at)
    return context.say(f"at {time}", time)
