"""One thing that rings, and what is said when it does."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from kippu.skills import spoken
from kippu.skills.bells.said import often_at
from kippu.skills.zones import on_the_wall, zone
from kippu.tool import Context
from kippu.turn import Language

Kind = Literal["timer", "alarm", "reminder"]
State = Literal["pending", "paused", "ringing"]

_HEARD = timedelta(minutes=10)
LATE_SECONDS = 60
"""From here on a ring says how late it is."""


@dataclass(frozen=True, slots=True)
class Bell:
    """A timer, an alarm or a reminder."""

    id: str
    """Never used again for another one."""
    kind: Kind
    text: str
    """A timer's or alarm's name ("" without one), a reminder's text."""
    state: State
    due: datetime
    """When it rings or rang (UTC); of a paused one, when it would have rung."""
    language: Language
    """In which it was asked for."""
    zone: str
    """The person's time zone when it was asked for."""
    local: str | None = None
    """ISO time on the wall clock that it keeps to; None for one that keeps to a length of time."""
    repeat: str | None = None
    """daily, weekdays, weekends, or days such as mon,thu; None for once."""
    length: float | None = None
    """A timer's length as it was started, in seconds."""
    left: float | None = None
    """Seconds left on a paused timer."""
    rang: datetime | None = None
    """When it really began to ring (UTC)."""
    command: str | None = None
    """What to do at that time, as a sentence to be understood then."""
    area: str | None = None
    """The room in which it was asked for."""

    def remaining(self, now: datetime) -> float:
        """Seconds until it rings; 0 when it is due."""
        return self.left if self.left is not None else max(0.0, (self.due - now).total_seconds())

    @property
    def late(self) -> float:
        """How many seconds too late it began to ring; 0 before."""
        return max(0.0, (self.rang - self.due).total_seconds()) if self.rang else 0.0

    @property
    def comes_again(self) -> bool:
        """Whether it waits for the next of many times; false for a ring of it that lasts or was put off."""
        return bool(self.repeat and self.local) and self.state == "pending"

    def rings_out(self, now: datetime) -> bool:
        """Whether it began to ring so lately that who says "stop" means it."""
        return self.state == "ringing" and self.rang is not None and now - self.rang < _HEARD

    def as_json(self, now: datetime) -> dict[str, Any]:
        """For programs; times as ISO text in the zone that it was asked for in."""
        return {
            "id": self.id,
            "kind": self.kind,
            "text": self.text,
            "at": self.due.astimezone(zone(self.zone)).isoformat(timespec="seconds"),
            "state": self.state,
            "remaining": round(self.remaining(now), 1),
            "repeat": self.repeat,
            "length": self.length,
            "command": self.command,
            "area": self.area,
            "late": round(self.late),
            "message": message(self),
        }


def from_row(row: sqlite3.Row | Mapping[str, Any]) -> Bell:
    """A bell out of its row in the database."""
    return Bell(
        id=str(row["id"]),
        kind=row["kind"],
        text=row["text"],
        state=row["state"],
        due=datetime.fromtimestamp(row["due"], UTC),
        language=row["language"],
        zone=row["zone"],
        local=row["local"],
        repeat=row["repeat"],
        length=row["length"],
        left=row["remaining"],
        rang=datetime.fromtimestamp(row["rang"], UTC) if row["rang"] else None,
        command=row["command"],
        area=row["area"],
    )


def message(bell: Bell) -> str:
    """What a ring says, in the language in which it was asked for."""
    here = zone(bell.zone)
    context = Context(bell.language, (bell.rang or bell.due).astimezone(here))
    if bell.command:
        text = context.say(
            f"It was time for “{bell.command}”. I can't say that it was done.",
            f"「{bell.command}」の時間でした。実行できたかどうかは分かりません。",
        )
    elif bell.kind == "timer":
        text = context.say(
            f"{_capital(label(context, bell))} is up.", f"{label(context, bell)}が終わりました。"
        )
    elif bell.kind == "alarm":
        at = spoken.time_of_day(context, bell.due.astimezone(here))
        name = context.say(f": {bell.text}", f"「{bell.text}」") if bell.text else ""
        text = context.say(f"It's {at}{name}.", f"{at}です。{name}")
    else:
        text = context.say(f"Reminder: {bell.text}", f"リマインダー：{bell.text}")
    if bell.late < LATE_SECONDS:
        return text
    late = spoken.duration(context, bell.late)
    if text[-1] not in ".!?。！？":  # Japanese ends sentences so
        text += context.say(".", "。")
    return text + context.say(
        f" It was due {late} ago, while I was off.",
        f"{late}前の予定でしたが、Kippuが動いていませんでした。",
    )


def label(context: Context, bell: Bell) -> str:
    """What a timer is called: "the pizza timer", "the 5 minute timer", "“turn off the light” at 10:00 PM"."""
    if bell.command:
        at = on_the_wall(bell.due, context.now)
        if bell.repeat:
            when = often_at(context, bell.repeat, at)
            return context.say(f"“{bell.command}” {when}", f"「{bell.command}」（{when}）")
        when = spoken.time_of_day(context, at)
        if at.date() != context.now.date():
            when = spoken.moment(context, at)
            return context.say(f"“{bell.command}” {when}", f"「{bell.command}」（{when}）")
        return context.say(f"“{bell.command}” at {when}", f"「{bell.command}」（{when}）")
    if bell.text:
        return context.say(f"the {bell.text} timer", f"{bell.text}のタイマー")
    return context.say(
        f"the {spoken.duration(context, bell.length or 0).replace('s ', ' ').removesuffix('s')} timer",
        f"{spoken.duration(context, bell.length or 0)}のタイマー",
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
