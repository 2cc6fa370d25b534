"""What the person asked before, what was done, and who wanted it. The record keeps it; here it is told."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from kippu.errors import NotFound
from kippu.record import History
from kippu.record.history import Said as Remembered
from kippu.skills import spoken
from kippu.skills.memory.happened import Happened, Standing
from kippu.skills.memory.parts import Part, Span
from kippu.tool import Context, Said, Skill, Tool

_MOST = 12
"""How many of them are told; the app has them all."""
_UNSAID = {"plan", "tap"}
_LOOK_BACK = 300
"""Turns that are looked through for who wanted something."""


def skill(history: History, acts: Callable[[str], bool], standing: Standing) -> Skill:
    """The skill ``history``, over the record of conversations and of what was done.

    ``acts``: whether a tool changes something; ``standing``: the things of the home as they are now.
    """

    async def asked(
        context: Context,
        *,
        day: str | None = None,
        words: str | None = None,
        part: Part | None = None,
        hours: int | None = None,
        minutes: int | None = None,
        seconds: int | None = None,
        last: int | None = None,
        first: bool = False,
    ) -> Said:
        """Tell what the person asked on a day (ISO date), about some words, so long ago, last or first."""
        if first:
            return _first(context, history)
        back = timedelta(hours=hours or 0, minutes=minutes or 0, seconds=seconds or 0)
        if back or last:
            return _lately(context, history, back, last)
        on = spoken.iso_day(day, context) if day else None
        if day and on is None:
            return Said(
                context.say(f"I don't know the day “{day}”.", f"「{day}」という日が分かりません。"), ok=False
            )
        span = Span(on or context.now.date(), part) if on or part else None
        # The question that is being answered now is not yet among them: it isn't done.
        found = _in(context, span, history, words or "") if span else history.asked(words=words or "")
        when = span.told(context) if span else ""
        about = context.say(f" about “{words}”", f"「{words}」について") if words else ""
        data = {
            "asked": [{"at": said.at, "text": said.text, "conversation": said.conversation} for said in found]
        }
        if not found:
            return Said(
                context.say(
                    f"You asked nothing{about}{when and ' ' + when}.",
                    f"{when and when + 'は'}{about}何も聞かれていません。",
                ),
                data=data,
            )
        lines = [_line(context, said.at, said.text, dated=span is None) for said in found[-_MOST:]]
        count = len(found)
        latest = context.say(f", the last {_MOST}", f"（最後の{_MOST}件）") if count > _MOST else ""
        head = context.say(
            f"You asked {count} thing{'s' if count > 1 else ''}{about}{when and ' ' + when}{latest}:",
            f"{when and when + 'は'}{about}{count}件聞かれました{latest}：",
        )
        return Said("\n".join((head, *lines)), data=data)

    async def done(context: Context, day: str | None = None, part: Part | None = None) -> Said:
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
            for said in _in(context, span, history, unsaid=True)
            for outcome in (said.answer.outcomes if said.answer else ())
            if outcome.ok and acts(outcome.call.tool)
        ]
        when = span.told(context)
        data = {"done": [{"at": at, "text": text} for at, text in did]}
        if not did:
            return Said(context.say(f"I did nothing {when}.", f"{when}はまだ何もしていません。"), data=data)
        latest = context.say(f", the last {_MOST}", f"（最後の{_MOST}件）") if len(did) > _MOST else ""
        head = context.say(f"This is what I did {when}{latest}:", f"{when}したことです{latest}：")
        lines = [_line(context, at, text.replace("\n", " "), dated=False) for at, text in did[-_MOST:]]
        return Said("\n".join((head, *lines)), data=data)

    async def again(context: Context) -> Said:
        """Say once more what was answered last."""
        newest = history.latest(_LOOK_BACK)
        here = (said.said for said in newest if said.conversation == context.conversation)
        last = next(filter(None, here), None)
        if last is None:
            return Said(context.say("I have said nothing yet.", "まだ何も言っていません。"), ok=False)
        return Said(last, data={"text": last})

    async def why(
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
        for said in history.latest(_LOOK_BACK):
            for row in _changed(said):
                if name is not None and row.get("name") != name:
                    continue
                if domain is not None and not str(row.get("id", "")).startswith(f"{domain}."):
                    continue
                if state is not None and row.get("state") != state:
                    return _nobody(context)
                return _wanted(context, said)
        return _nobody(context)

    return Skill(
        name="history",
        title={"en": "What you asked", "ja": "これまでの会話"},
        examples={
            "en": (
                "what did I ask yesterday",
                "what did I ask about milk",
                "what was the last thing I asked",
                "say that again",
                "what did you do today",
            ),
            "ja": (
                "昨日何を聞いた？",
                "牛乳について何を聞いた？",
                "さっき何を聞いたっけ",
                "もう一回言って",
                "今日は何をしてくれた？",
            ),
        },
        tools=(
            Tool("history.asked", asked, acts=False),
            # It repeats what the tools said then.
            Tool("history.done", done, acts=False, foreign=True),
            Tool("history.again", again, acts=False, foreign=True),
            Tool("history.why", why, acts=False),
            Tool("history.happened", Happened(history, standing).happened, acts=False, foreign=True),
            Tool("history.take_back", _take_back, acts=False),
        ),
        sentences=Path(__file__).parent / "sentences",
    )


async def _take_back(context: Context, turn: str, said: str) -> Said:
    """Say which earlier command is taken back; the calls behind it do that."""
    return Said(
        context.say(f"Taking back “{said}”:", f"「{said}」を取り消します。"),
        data={"takes_back": turn, "aside": True},
    )


def _in(
    context: Context, span: Span, history: History, words: str = "", unsaid: bool = False
) -> tuple[Remembered, ...]:
    """What was said in that time."""
    found = (said for day in span.days for said in history.asked(day, words, unsaid))
    return tuple(said for said in found if span.covers(datetime.fromisoformat(said.at), context))


def _lately(context: Context, history: History, back: timedelta, last: int | None) -> Said:
    """What was asked in the time since then, or the last things at all."""
    since = context.now - back - timedelta(minutes=1)  # who says "a minute ago" counts no seconds
    newest = [said for said in history.latest(_LOOK_BACK) if said.origin not in _UNSAID][:_MOST]
    found = list(newest[: last or 1])
    if back and not last:
        found = [said for said in newest if datetime.fromisoformat(said.at) >= since] or found
    found.reverse()
    data = {"asked": [{"at": one.at, "text": one.text, "conversation": one.conversation} for one in found]}
    if not found:
        return Said(context.say("You asked nothing before.", "まだ何も聞かれていません。"), data=data)
    if len(found) == 1:
        at = datetime.fromisoformat(found[0].at).astimezone(context.now.tzinfo)
        when = spoken.moment(context, at)
        return Said(
            context.say(
                f"The last was, {when}: “{found[0].text}”", f"最後は{when}の「{found[0].text}」です。"
            ),
            data=data,
        )
    lines = [_line(context, said.at, said.text, dated=False) for said in found]
    return Said("\n".join((context.say("You asked:", "聞かれたことです："), *lines)), data=data)


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
        data={"asked": [{"at": began.at, "text": began.text, "conversation": began.conversation}]},
    )


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


def _line(context: Context, at: str, text: str, dated: bool) -> str:
    moment = datetime.fromisoformat(at).astimezone(context.now.tzinfo)
    when = spoken.moment(context, moment) if dated else spoken.time_of_day(context, moment)
    return context.say(f"- {when}: {text}", f"・{when}「{text}」")
