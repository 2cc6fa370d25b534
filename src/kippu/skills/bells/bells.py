"""The one scheduler: keeps what is to ring in the database, and rings each exactly once.

A bell becomes ``ringing`` in the transaction that finds it due, and stays so until it is dismissed; so a
kill at any moment neither loses a ring nor doubles it. Knows no tool and no server: it tells by events.
"""

import asyncio
import contextlib
import logging
import sqlite3
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta

from kippu.errors import BadInput, KippuError, NotFound, RecordError
from kippu.events import Events
from kippu.record import Database, Images
from kippu.skills.bells import steady
from kippu.skills.bells.bell import LATE_SECONDS, Bell, Kind, from_row
from kippu.skills.bells.days import next_due
from kippu.skills.zones import zone, zone_name
from kippu.tool import Context

_log = logging.getLogger(__name__)
_TABLES = """
CREATE TABLE IF NOT EXISTS bells (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    series INTEGER,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'pending',
    due REAL NOT NULL,
    language TEXT NOT NULL,
    zone TEXT NOT NULL,
    local TEXT,
    repeat TEXT,
    length REAL,
    remaining REAL,
    rang REAL,
    command TEXT,
    area TEXT
);
CREATE INDEX IF NOT EXISTS bells_by_due ON bells (state, due);
CREATE TABLE IF NOT EXISTS bell_clock (one INTEGER PRIMARY KEY CHECK (one = 1), boot TEXT, anchor REAL);
"""
_LOOK_SECONDS = 5.0
"""How long to sleep at most: a suspend stops the loop's clock, not the one on the wall."""
_CLOCK_WAS_SET = 1.0
"""Seconds by which the wall clock must jump to count as set."""


class Bells:
    """All timers, alarms and reminders. Use it on the event loop's own thread."""

    def __init__(self, database: Database, events: Events) -> None:
        self.obey: Callable[[Bell], Awaitable[None]] | None = None
        """What does a timer's command. Without it such a timer rings like any other."""
        self._database = database
        self._events = events
        self._changed = asyncio.Event()
        self._commands: set[asyncio.Task[None]] = set()
        database.table(_TABLES)
        self._images = Images(database, "bells")

    def start(self, context: Context, seconds: float, text: str = "", command: str | None = None) -> Bell:
        """Start a timer of that length; with a command, that sentence is understood and done at its end."""
        with self._writing() as connection:
            row = connection.execute(
                "INSERT INTO bells (kind, text, due, language, zone, length, command, area) "
                "VALUES ('timer', ?, ?, ?, ?, ?, ?, ?) RETURNING *",
                (
                    text,
                    time.time() + seconds,
                    context.language,
                    zone_name(context.now),
                    seconds,
                    command,
                    context.here,
                ),
            ).fetchone()
        return from_row(row)

    def keep(
        self,
        context: Context,
        kind: Kind,
        text: str,
        at: datetime,
        repeat: str | None = None,
        command: str | None = None,
    ) -> Bell:
        """Set an alarm, a reminder or what is to be done to a naive time on the person's wall clock.

        Raises BadInput when that is past, and for a ``repeat`` that is none.
        """
        due = _due(context, at, repeat)
        with self._writing() as connection:
            row = connection.execute(
                "INSERT INTO bells (kind, text, due, language, zone, local, repeat, command, area) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *",
                (
                    kind,
                    text,
                    due.timestamp(),
                    context.language,
                    zone_name(context.now),
                    at.isoformat(),
                    repeat,
                    command,
                    context.here,
                ),
            ).fetchone()
            connection.execute("UPDATE bells SET series = id WHERE id = ?", (row["id"],))
        return from_row(row)

    def all(self, kind: Kind | None = None) -> tuple[Bell, ...]:
        """What waits, is paused or rings; soonest first."""
        rows = self._database.read("SELECT * FROM bells WHERE ?1 IS NULL OR kind = ?1 ORDER BY due, id", kind)
        return tuple(from_row(row) for row in rows)

    def get(self, id: str) -> Bell:
        """The one with this id; raises NotFound."""
        rows = self._database.read("SELECT * FROM bells WHERE id = ?", id)
        if not rows:
            raise NotFound(
                f"There is no timer, alarm or reminder '{id}': it may have been dismissed already.",
                f"「{id}」のタイマー、アラーム、リマインダーはありません。もう止められたのかもしれません。",
            )
        return from_row(rows[0])

    def waiting(self, id: str) -> str:
        """The id under which one waits that had this id: each ring of what comes again leaves a new one. The
        same id where there is none such."""
        rows = self._database.read(
            "SELECT id FROM bells WHERE id = ?1 OR (series = ?1 AND state = 'pending') ORDER BY id = ?1 DESC",
            id,
        )
        return str(rows[0]["id"]) if rows else id

    def pause(self, id: str) -> Bell:
        """Hold a running timer."""
        with self._writing() as connection:
            connection.execute(
                "UPDATE bells SET state = 'paused', remaining = max(0, due - ?) "
                "WHERE id = ? AND state = 'pending'",
                (time.time(), id),
            )
        return self.get(id)

    def resume(self, id: str) -> Bell:
        """Let a paused timer run on."""
        with self._writing() as connection:
            connection.execute(
                "UPDATE bells SET state = 'pending', due = ? + remaining, remaining = NULL "
                "WHERE id = ? AND state = 'paused'",
                (time.time(), id),
            )
        return self.get(id)

    def lengthen(self, id: str, seconds: float) -> Bell:
        """Give a timer more time, or less; one that rings runs again for what was added."""
        now = time.time()
        with self._writing() as connection:
            connection.execute(
                "UPDATE bells SET due = CASE state WHEN 'ringing' THEN ?1 ELSE due END + ?2, "
                "remaining = max(0, remaining + ?2), rang = NULL, "
                "state = CASE state WHEN 'ringing' THEN 'pending' ELSE state END "
                "WHERE id = ?3 AND (state != 'ringing' OR ?2 > 0)",
                (now, seconds, id),
            )
        return self.get(id)

    def name(self, id: str, text: str) -> Bell:
        """Call a timer by a name, or by another one."""
        with self._writing() as connection:
            connection.execute("UPDATE bells SET text = ? WHERE id = ?", (text, id))
        return self.get(id)

    def snooze(self, id: str, minutes: float) -> Bell:
        """Let one that rings be still, and ring again in so many minutes."""
        self.get(id)
        with self._writing() as connection:
            connection.execute(
                "UPDATE bells SET state = 'pending', local = NULL, rang = NULL, due = ? "
                "WHERE id = ? AND state = 'ringing'",
                (time.time() + minutes * 60, id),
            )
        self._events.send("rung", id=id)
        return self.get(id)

    def move(self, context: Context, id: str, at: datetime, repeat: str | None = None) -> Bell:
        """Let one ring at another naive time on the person's wall clock; one that rings is still until then.

        Raises NotFound, and BadInput as ``keep`` does.
        """
        bell = self.get(id)
        due = _due(context, at, repeat)
        with self._writing() as connection:
            connection.execute(
                "UPDATE bells SET state = 'pending', rang = NULL, due = ?, local = ?, repeat = ?, zone = ?, "
                "language = ? WHERE id = ?",
                (due.timestamp(), at.isoformat(), repeat, zone_name(context.now), context.language, id),
            )
        if bell.state == "ringing":
            self._events.send("rung", id=id)
        return self.get(id)

    def skip(self, id: str) -> Bell:
        """Leave out the next time of one that repeats and waits; it rings again the time after. Raises
        NotFound."""
        bell = self.get(id)
        if bell.comes_again and bell.local and bell.repeat:
            local, after = datetime.fromisoformat(bell.local), bell.due + timedelta(microseconds=1)
            if due := next_due(local, zone(bell.zone), bell.repeat, after):
                with self._writing() as connection:
                    connection.execute("UPDATE bells SET due = ? WHERE id = ?", (due.timestamp(), id))
        return self.get(id)

    def remove(self, id: str) -> Bell:
        """Dismiss one that rings, or cancel one that waits; raises NotFound.

        When the ring of a repeating one is dismissed, it still comes again.
        """
        bell = self.get(id)
        with self._writing() as connection:
            connection.execute("DELETE FROM bells WHERE id = ?", (id,))
        if bell.state == "ringing":
            self._events.send("rung", id=id)
        return bell

    def images(self, bells: Iterable[Bell]) -> tuple[str, ...]:
        """Keep these as they are now, for ``put_back``; not what rings: its time is over."""
        return self._images.take(bell.id for bell in bells if bell.state != "ringing")

    def put_back(self, images: Iterable[str]) -> tuple[tuple[Bell, ...], tuple[Bell, ...]]:
        """Let these be as they were; gives those that are, and those whose time is past, which stay gone.
        What comes again rings the next time."""
        rows, now = self._images.rows(images), time.time()
        for row in rows:
            if row["due"] <= now and row["state"] == "pending" and row["repeat"] and row["local"]:
                local, after = datetime.fromisoformat(row["local"]), datetime.fromtimestamp(now, UTC)
                due = next_due(local, zone(row["zone"]), row["repeat"], after)
                row["due"] = due.timestamp() if due else row["due"]
        coming = [row for row in rows if row["due"] > now or row["state"] == "paused"]
        with self._writing() as connection:
            for row in coming:
                if row["repeat"]:  # it rang since, and waits for the next time under another id
                    connection.execute(
                        "DELETE FROM bells WHERE series = ? AND id != ?", (row["series"], row["id"])
                    )
            self._images.put_back(coming)
        past = tuple(from_row(row) for row in rows if row not in coming)
        return tuple(from_row(row) for row in coming), past

    def check(self) -> tuple[Bell, ...]:
        """Make all that is due ring, and tell the listeners; gives those that began to ring now."""
        now = time.time()
        if not self._clock_was_set() and (self._next_due() or now + 1) > now:
            return ()
        with self._writing() as connection:
            rows = connection.execute(
                "UPDATE bells SET state = 'ringing', rang = ?1 "
                "WHERE state = 'pending' AND due <= ?1 RETURNING *",
                (now,),
            ).fetchall()
            for row in rows:
                if row["repeat"]:
                    _come_again(connection, row)
        bells = tuple(sorted((from_row(row) for row in rows), key=lambda bell: bell.due))
        for bell in bells:
            self._ring(bell)
        return bells

    async def run(self) -> None:
        """Ring what is due, for ever."""
        while True:
            try:
                self.check()
                wait = (self._next_due() or float("inf")) - time.time()
            except RecordError as error:
                self._events.send("status", problem=str(error))
                wait = _LOOK_SECONDS
            self._changed.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), max(0.0, min(wait, _LOOK_SECONDS)))

    def _ring(self, bell: Bell) -> None:
        if bell.command and self.obey and bell.late < LATE_SECONDS:
            task = asyncio.get_running_loop().create_task(self._do(bell, self.obey))
            self._commands.add(task)
            task.add_done_callback(self._commands.discard)
        else:
            self._events.send("ring", **bell.as_json(datetime.now(UTC)))

    async def _do(self, bell: Bell, obey: Callable[[Bell], Awaitable[None]]) -> None:
        """Do a timer's command; when it fails, ring with it."""
        try:
            await obey(bell)
        except Exception as error:
            self._events.send("ring", **bell.as_json(datetime.now(UTC)))
            if not isinstance(error, KippuError):
                _log.exception("the command of a timer failed")
            return
        with contextlib.suppress(NotFound):
            self.remove(bell.id)

    def _next_due(self) -> float | None:
        due: float | None = self._database.read("SELECT min(due) AS due FROM bells WHERE state = 'pending'")[
            0
        ]["due"]
        return due

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._database.write() as connection:
            self._follow_clock(connection)
            yield connection
        self._changed.set()

    def _clock_was_set(self) -> bool:
        rows = self._database.read("SELECT boot, anchor FROM bell_clock")
        if not rows or rows[0]["boot"] != steady.boot():
            return True
        return abs(steady.anchor() - float(rows[0]["anchor"])) > _CLOCK_WAS_SET

    def _follow_clock(self, connection: sqlite3.Connection) -> None:
        """Move what keeps to a length of time with a wall clock that was set. Inside a transaction."""
        if not self._clock_was_set():
            return
        boot, anchor = steady.boot(), steady.anchor()
        before = connection.execute("SELECT anchor FROM bell_clock WHERE boot = ?", (boot,)).fetchone()
        if before is not None:
            connection.execute(
                "UPDATE bells SET due = due + ? WHERE local IS NULL AND state = 'pending'",
                (anchor - before["anchor"],),
            )
        connection.execute("INSERT OR REPLACE INTO bell_clock VALUES (1, ?, ?)", (boot, anchor))


def _due(context: Context, at: datetime, repeat: str | None) -> datetime:
    """When what keeps to that time of the person's wall clock rings first."""
    due = next_due(at, zone(zone_name(context.now)), repeat, context.now)
    if due is None:
        when = at.isoformat(" ", "minutes")
        raise BadInput(
            f"{when} is past. Give a time to come.",
            f"{when}はもう過ぎています。これからの時刻にしてください。",
        )
    return due


def _come_again(connection: sqlite3.Connection, row: sqlite3.Row) -> None:
    """Leave the ring that began now as a ring, and set the next; an older ring of the same ends."""
    connection.execute(
        "DELETE FROM bells WHERE series = ? AND state = 'ringing' AND id != ?", (row["series"], row["id"])
    )
    connection.execute("UPDATE bells SET repeat = NULL WHERE id = ?", (row["id"],))
    after = datetime.fromtimestamp(max(row["rang"], row["due"]), UTC) + timedelta(microseconds=1)
    due = next_due(datetime.fromisoformat(row["local"]), zone(row["zone"]), row["repeat"], after)
    if due is not None:
        connection.execute(
            "INSERT INTO bells (series, kind, text, due, language, zone, local, repeat, command, area) "
            "SELECT series, kind, text, ?, language, zone, local, ?, command, area FROM bells WHERE id = ?",
            (due.timestamp(), row["repeat"], row["id"]),
        )
