"""What was done for the person, what was answered last, and who wanted a thing to be as it is."""

import re
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

    async def done(
        self, context: Context, day: str | None = None, part: Part | None = None, *, last: bool = False
    ) -> Said:
        """Tell what was done for the person on a day (ISO date), by default today, or in a part of it; or
        ``last``, in this conversation if anything was."""
        if last:
            return self._last(context)
        on = spoken.iso_day(day, context) if day else context.now.date()
        if on is None:
            return Said(
                context.say(f"I don't know the day “{day}”.", f"「{day}」という日が分かりません。"), ok=False
            )
        span = Span(on, part)
        tapped = context.say(" (tapped in the app)", "（アプリで操作）")
        did = [
            (said.at, text + (tapped if said.origin == "tap" else ""))
            for said in within(context, span, self._history, unsaid=True)
            for text in self._did(said)
        ]
        when = span.told(context)
        data = {"done": [{"at": at, "text": text} for at, text in did]}
        if not did:
            return Said(context.say(f"I did nothing {when}.", f"{when}はまだ何もしていません。"), data=data)
        latest = context.say(f", the last {MOST}", f"（最後の{MOST}件）") if len(did) > MOST else ""
        head = context.say(f"This is what I did {when}{latest}:", f"{when}したことです{latest}：")
        lines = [line(context, at, text.replace("\n", " "), dated=False) for at, text in did[-MOST:]]
        return Said("\n".join((head, *lines)), data=data)

    def _last(self, context: Context) -> Said:
        newest = [(said, texts) for said in self._history.latest(LOOK_BACK) if (texts := self._did(said))]
        here = [one for one in newest if one[0].conversation == context.conversation]
        if not newest:
            return Said(context.say("I have done nothing yet.", "まだ何もしていません。"), data={"done": []})
        said, texts = (here or newest)[0]
        at = datetime.fromisoformat(said.at).astimezone(context.now.tzinfo)
        when, text = spoken.moment(context, at), " ".join(texts)
        return Said(
            context.say(f"The last thing I did, {when}: {text}", f"最後にしたのは{when}です：{text}"),
            data={"done": [{"at": said.at, "text": text}], "aside": True},  # "it" stays what it was about
        )

    def _did(self, said: Remembered) -> list[str]:
        """What a turn changed, as it was told then."""
        outcomes = said.answer.outcomes if said.answer else ()
        return [outcome.text for outcome in outcomes if outcome.ok and self._acts(outcome.call.tool)]

    async def again(self, context: Context, words: str | None = None) -> Said:
        """Say once more what was answered last, or last to a question with some words or in such words."""
        newest = self._history.latest(LOOK_BACK)
        if words:
            return _about(context, newest, words)
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


_SHORT = 3
"""Letters of a word whose last s is its own: "bus"."""
_SMALL = frozenset(
    "a an the of to in on at for and my our your his her its their this that these those".split()
)


def _whole(word: str) -> re.Pattern[str]:
    """Finds a word, in the plural or not; in Japanese, which has no spaces, wherever it stands."""
    if not word.isascii():
        return re.compile(re.escape(word))
    stem = word.removesuffix("s") if len(word) > _SHORT else word
    return re.compile(rf"(?<!\w){re.escape(stem)}(?:'?s|es)?(?!\w)")


def _about(context: Context, newest: Sequence[Remembered], words: str) -> Said:
    """The last answer in this conversation with all of the words in it, or in its question."""
    wanted = [_whole(word) for word in words.casefold().split() if word not in _SMALL]
    for said in newest if wanted else ():
        told = f"{said.text} {said.said}".casefold()
        looks_back = said.answer and any(
            outcome.call.tool.startswith("history.") for outcome in said.answer.outcomes
        )
        if said.conversation != context.conversation or looks_back or not said.said:
            continue
        if all(word.search(told) for word in wanted):
            at = datetime.fromisoformat(said.at).astimezone(context.now.tzinfo)
            when = spoken.moment(context, at)
            return Said(
                context.say(f"I said, {when}: “{said.said}”", f"{when}に「{said.said}」と言いました。"),
                data={"at": said.at, "text": said.said},
            )
    none = (
        f"I said nothing about “{words}” in this conversation.",
        f"この会話では「{words}」について何も言っていません。",
    )
    return Said(context.say(*none), ok=False)


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
