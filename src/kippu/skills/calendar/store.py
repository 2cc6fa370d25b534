"""Events and the days they fall on. Knows titles and times, and nothing of how they are spoken of.

An event with a time keeps to the wall clock of the zone it was made in; one without is the whole day's.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from sqlite3 import Row
from typing import Any

from kippu.record import Database, Images
from kippu.skills.bells.days import days
from kippu.skills.zones import on_the_wall, zone, zone_name

_TABLE = """
CREATE TABLE IF NOT EXISTS events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    start TEXT NOT NULL,
    zone TEXT NOT NULL,
    minutes REAL,
    repeat TEXT,
    place TEXT NOT NULL DEFAULT '',
    people TEXT NOT NULL DEFAULT ''
)
"""
_WITHOUT = "ALTER TABLE events ADD COLUMN without TEXT NOT NULL DEFAULT ''"


@dataclass(frozen=True, slots=True)
class Event:
    """One event, or a series of them."""

    id: str
    title: str
    start: datetime | date
    """Naive time on the wall clock of ``zone``; a date for the whole day. Of a series, the first."""
    zone: str
    minutes: float | None = None
    """How long it takes, if that is known; of what takes whole days, their number times 1440."""
    repeat: str | None = None
    """daily, weekdays, weekends, or days such as ``mon,thu``."""
    place: str = ""
    people: str = ""
    without: frozenset[date] = frozenset()
    """The days of a series, on the wall clock of ``zone``, on which it is not."""

    @property
    def words(self) -> str:
        """All by which it may be asked for."""
        return " ".join(filter(None, (self.title, self.people, self.place)))


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An event on one of its days."""

    event: Event
    start: datetime
    """Aware, on the person's wall clock; midnight for the whole day."""
    end: datetime
    """The same as the start when it isn't known how long it takes."""

    @property
    def whole_day(self) -> bool:
        """True without a time of day."""
        return not isinstance(self.event.start, datetime)

    def meets(self, first: datetime, last: datetime) -> bool:
        """True when some of it is from ``first`` until before ``last``, or at the moment that both are."""
        if first == last:
            return self.start <= first < max(self.end, self.start + timedelta(microseconds=1))
        return self.start < last and (self.end > first or self.start >= first)


class Calendar:
    """All events."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.table(_TABLE, _WITHOUT)
        self._images = Images(database, "events")

    def add(self, event: Event) -> Event:
        """Keep an event, whose id is given here; raises BadInput for a ``repeat`` that is none."""
        if event.repeat:
            days(event.repeat)
        with self._database.write() as connection:
            number = connection.execute(
                "INSERT INTO events (title, start, zone, minutes, repeat, place, people) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    event.title,
                    event.start.isoformat(),
                    event.zone,
                    event.minutes,
                    event.repeat,
                    event.place,
                    event.people,
                ),
            ).lastrowid
        return replace(event, id=str(number))

    def all(self) -> tuple[Event, ...]:
        """Every event, in the order they were made."""
        return tuple(_event(row) for row in self._database.read("SELECT * FROM events ORDER BY id"))

    def images(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Keep these as they are now, for ``put_back``."""
        return self._images.take(ids)

    def put_back(self, images: Iterable[str]) -> tuple[Event, ...]:
        """Let events be as they were; gives those that are."""
        rows = self._images.rows(images)
        self._images.put_back(rows)
        return tuple(map(_event, rows))

    def move(self, id: str, start: datetime | date, zone: str, repeat: str | None = None) -> None:
        """Give an event another start, on the wall clock of that zone, and the days on which it comes again;
        nothing happens when it is gone."""
        with self._database.write() as connection:
            connection.execute(
                "UPDATE events SET start = ?, zone = ?, repeat = ? WHERE id = ?",
                (start.isoformat(), zone, repeat, id),
            )

    def last(self, id: str, minutes: float) -> None:
        """Let an event take so long; nothing happens when it is gone."""
        with self._database.write() as connection:
            connection.execute("UPDATE events SET minutes = ? WHERE id = ?", (minutes, id))

    def held(self, id: str, place: str) -> None:
        """Let an event be at a place; nothing happens when it is gone."""
        with self._database.write() as connection:
            connection.execute("UPDATE events SET place = ? WHERE id = ?", (place, id))

    def skip(self, id: str, days: Iterable[date]) -> None:
        """Leave these days out of a series; nothing happens when it is gone."""
        event = next((event for event in self.all() if event.id == id), None)
        left_out = sorted({*(event.without if event else ()), *days})
        with self._database.write() as connection:
            connection.execute(
                "UPDATE events SET without = ? WHERE id = ?", (",".join(map(date.isoformat, left_out)), id)
            )

    def remove(self, ids: Iterable[str]) -> None:
        """Delete events with all their days; nothing happens with those that are gone already."""
        with self._database.write() as connection:
            connection.executemany("DELETE FROM events WHERE id = ?", [(id,) for id in ids])


def _event(row: Row | Mapping[str, Any]) -> Event:
    return Event(
        str(row["id"]),
        row["title"],
        _moment(row["start"]),
        row["zone"],
        row["minutes"],
        row["repeat"],
        row["place"],
        row["people"],
        frozenset(date.fromisoformat(day) for day in dict(row).get("without", "").split(",") if day),
    )


def occurrences(events: Iterable[Event], first: date, last: date, now: datetime) -> list[Occurrence]:
    """What falls on these days of the person's calendar, soonest first; ``now`` has the person's zone."""
    found = [each for event in events for each in _on(event, first, last, now)]
    begin, end = midnight(first, now), midnight(last + timedelta(days=1), now)
    return sorted(
        (each for each in found if each.meets(begin, end)), key=lambda each: (each.start, each.event.id)
    )


def midnight(day: date, now: datetime) -> datetime:
    """When that day begins where the person is."""
    return datetime.combine(day, time(), zone(zone_name(now)))


def _on(event: Event, first: date, last: date, now: datetime) -> Iterator[Occurrence]:
    if event.repeat is None:
        yield _occurrence(event, event.start, now)
        return
    wanted = days(event.repeat)
    began = event.start.date() if isinstance(event.start, datetime) else event.start
    day = max(began, first - timedelta(days=2))  # another zone's day, and what goes on after midnight
    while day <= last + timedelta(days=1):
        if day.weekday() in wanted and day not in event.without:
            start = datetime.combine(day, event.start.time()) if isinstance(event.start, datetime) else day
            yield _occurrence(event, start, now)
        day += timedelta(days=1)


def _occurrence(event: Event, start: datetime | date, now: datetime) -> Occurrence:
    if isinstance(start, datetime):
        at = on_the_wall(start.replace(tzinfo=zone(event.zone)), now)
        return Occurrence(event, at, at + timedelta(minutes=event.minutes or 0))
    length = timedelta(days=max(1, round((event.minutes or 0) / 1440)))
    return Occurrence(event, midnight(start, now), midnight(start + length, now))


def _moment(text: str) -> datetime | date:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
