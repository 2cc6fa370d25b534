"""Whether, when and for how long a thing of the home was brought into a state, as the record has it.

Tells the time and the words that asked for it. What was done by hand is in no record, and it says so.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Literal

from kippu.names import Thing
from kippu.record import History
from kippu.skills import spoken
from kippu.skills.memory.changes import Change, changes, settled
from kippu.skills.memory.parts import Part, Span
from kippu.tool import Context, Said

Ask = Literal["whether", "when", "who", "how_long", "ago"]
"""Whether it happened; when it last did; who wanted it; how long it has been so; how long ago it was."""
Standing = Callable[[], Iterable[tuple[Thing, str]]]
"""The things of the home, each with its state now."""

_STATES = {
    "on": ("on", "ついています"), "off": ("off", "消えています"), "open": ("open", "開いています"),
    "closed": ("closed", "閉まっています"), "locked": ("locked", "施錠されています"),
    "unlocked": ("unlocked", "解錠されています"), "cleaning": ("cleaning", "掃除中です"),
    "paused": ("paused", "一時停止中です"), "docked": ("docked", "充電台にいます"),
    "playing": ("playing", "再生中です"),
}  # fmt: skip


class Happened:
    """What the tool ``history.happened`` answers from."""

    def __init__(self, history: History, standing: Standing) -> None:
        self._history = history
        self._standing = standing

    async def happened(
        self,
        context: Context,
        *,
        state: str,
        ask: Ask = "whether",
        day: str | None = None,
        part: Part | None = None,
        name: str | None = None,
        area: str | None = None,
        floor: str | None = None,
        domain: str | None = None,
        device_class: str | None = None,
    ) -> Said:
        """Tell whether, when, by whom or for how long a thing of the home was brought into a state."""
        now = {
            thing.id: (thing, settled(thing.id, stands))
            for thing, stands in self._standing()
            if name in {None, "all", thing.name, thing.id, *thing.aliases}
            and area in {None, thing.room}
            and floor in {None, thing.floor}
            and domain in {None, thing.domain}
            and device_class in {None, thing.device_class}
        }
        asked = _Asked(state, ask, day, part, context)
        done = changes(self._history, (thing for thing, _ in now.values()))
        so = [id_ for id_, (_, stands) in now.items() if stands == state]
        if ask == "how_long":
            return _how_long(asked, done, now, so)
        within = [change for change in done if change.state == state and asked.covers(change.at)]
        last = within[-1] if within else None
        if last is None:
            return _unknown(asked, bool(so))
        thing = now[last.id][0]
        several = f" {len(within)}" if ask == "whether" and len(within) > 1 else ""
        return _said(asked, last, thing if len(now) > 1 else None, several)


class _Asked:
    """The question."""

    def __init__(self, state: str, ask: Ask, day: str | None, part: Part | None, context: Context) -> None:
        self.state = state
        self.ask = ask
        on = spoken.iso_day(day, context) if day else None
        self._span = Span(on, part) if on else None
        self.context = context

    def covers(self, at: datetime) -> bool:
        """Whether it asks about that moment."""
        return self._span is None or self._span.covers(at, self.context)

    def say(self, en: str, ja: str) -> str:
        return self.context.say(en, ja)

    def when(self, at: datetime) -> str:
        """A moment, without its day where that is today."""
        at = at.astimezone(self.context.now.tzinfo)
        if at.date() != self.context.now.date():
            return spoken.moment(self.context, at)
        clock = spoken.time_of_day(self.context, at)
        return self.say(f"at {clock}", clock)

    def span(self) -> str:
        """The time that it asks about, in words; empty for any."""
        return self._span.told(self.context) if self._span else ""


def _said(asked: _Asked, last: Change, thing: Thing | None, several: str) -> Said:
    """When it was, and who asked for it."""
    when, which = asked.when(last.at), f"{thing.name}: " if thing else ""
    if last.planned:
        by = asked.say(f"it was due: “{last.said}”", f"予約「{last.said}」によるものでした")
    elif last.said:
        by = asked.say(f"you asked for it: “{last.said}”", f"「{last.said}」と頼まれました")
    else:
        by = asked.say("it was tapped in the app", "アプリの操作でした")
    en_times = f",{several} times, last" if several else ","
    times = asked.say(en_times, f"{several.strip()}回。最後は" if several else "")
    ago = spoken.duration(asked.context, _seconds(asked, last))
    who = f"You did, {when}: “{last.said}”" if last.said else f"Somebody with the app, {when}"
    who = f"It was due {when}: “{last.said}”" if last.planned else who
    en, ja = {
        "whether": (f"Yes{times} {when}: {by}.", f"はい、{times}{when}に{by}。"),
        "when": (f"{when[0].upper()}{when[1:]}: {by}.", f"{when}です。{by}。"),
        "who": (f"{who}.", f"{when}に{by}。"),
        "ago": (f"{ago} ago, {when}: {by}.", f"{ago}前、{when}です。{by}。"),
    }[asked.ask]  # fmt: skip
    data = {"at": last.at.isoformat(), "id": last.id, "state": last.state, "text": last.said}
    return Said(which + asked.say(en, ja), data=data)


def _how_long(
    asked: _Asked, done: Sequence[Change], now: dict[str, tuple[Thing, str]], so: Sequence[str]
) -> Said:
    """For how long each thing has been as it is; or that it isn't so now, and when it last got so."""
    if not so:
        last = next((one for one in reversed(done) if one.state == asked.state), None)
        en, ja = _STATES.get(asked.state, (asked.state, asked.state))
        isnt = asked.say(f"It isn't {en} now.", f"今は{_not_so(ja)}。")
        if last is None:
            return Said(isnt)
        when = asked.when(last.at)
        return Said(isnt + asked.say(f" It last was {when}: “{last.said}”.", f"最後は{when}です。"))
    told, since = [], None
    for id_ in so:
        newest = next((one for one in reversed(done) if one.id == id_), None)
        which = f"{now[id_][0].name}: " if len(so) > 1 else ""
        if newest is None or newest.state != asked.state:
            told.append(which + _by_hand(asked))
            continue
        since = newest.at.isoformat()
        by = asked.say(f": “{newest.said}”", f"「{newest.said}」") if newest.said else ""
        long = spoken.duration(asked.context, _seconds(asked, newest))
        when = asked.when(newest.at)
        en = f"For {long}, since {when.removeprefix('at ')}{by}."
        told.append(which + asked.say(en, f"{when}から{long}です{by and f'（{by}）'}。"))
    return Said(asked.say(" ", "").join(told), data={"since": since})


def _not_so(ja: str) -> str:
    return ja.removesuffix("ます").removesuffix("です") + (
        "ません" if ja.endswith("ます") else "ではありません"
    )


def _by_hand(asked: _Asked) -> str:
    en, ja = _STATES.get(asked.state, (asked.state, asked.state))
    return asked.say(
        f"It is {en}, but I don't know since when: it wasn't asked of me. What is done by hand I can't know.",
        f"{ja}が、いつからかは分かりません。わたしが頼まれたことではなく、手で操作されたことは分からないからです。",
    )


def _unknown(asked: _Asked, so: bool) -> Said:
    """Nothing of it in the record."""
    en, ja = _STATES.get(asked.state, (asked.state, asked.state))
    span = asked.span()
    head = (
        asked.say(
            f"Not that I know: nobody asked it of me{span and ' ' + span}.",
            f"わたしの知るかぎりではありません。{span and span + 'は'}頼まれていません。",
        )
        if asked.ask == "whether"
        else asked.say(
            f"I don't know: it wasn't asked of me{span and ' ' + span}.",
            f"分かりません。{span and span + 'は'}わたしが頼まれたことではありません。",
        )
    )
    hand = asked.say(" What is done by hand I can't know.", "手で操作されたことは分かりません。")
    is_now = asked.say(f" It is {en} now.", f"今は{ja}。") if so else ""
    return Said(head + hand + is_now, data={"at": None})


def _seconds(asked: _Asked, change: Change) -> float:
    passed = (asked.context.now - change.at).total_seconds()
    return passed if passed < 60 else passed - passed % 60  # to the minute, as people tell it
