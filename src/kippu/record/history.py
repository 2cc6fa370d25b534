"""Conversations and their turns: what was said, what came of it, and how to find it again.

A turn is written before it runs and its answer while it streams, so a kill keeps both. Knows no skill
and no model; it is told what was said and what was answered.
"""

import json
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kippu.errors import NotFound
from kippu.record import search
from kippu.record.answers import answer_from_json, answer_to_json
from kippu.record.came_of import came_of
from kippu.record.database import Database
from kippu.record.deeds import done_by, meant, offered, proposed, takes_back
from kippu.record.lines import lines
from kippu.turn import Answer, Call, Deed, Message, Origin, Outcome, Turn

_TABLES = """
CREATE TABLE IF NOT EXISTS conversations (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    updated TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS turns (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    day TEXT NOT NULL,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    said TEXT NOT NULL DEFAULT '',
    answer TEXT,
    done INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS turns_by_conversation ON turns (conversation, number);
CREATE INDEX IF NOT EXISTS turns_by_day ON turns (day);
CREATE VIRTUAL TABLE IF NOT EXISTS turn_words USING fts5 (text, tokenize = 'trigram');
"""
_TAINT = "ALTER TABLE turns ADD COLUMN tainted INTEGER NOT NULL DEFAULT 0"
_WRITTEN = "ALTER TABLE turns ADD COLUMN written TEXT NOT NULL DEFAULT ''"
_ORIGIN = "ALTER TABLE turns ADD COLUMN origin TEXT NOT NULL DEFAULT 'talk'"
_TAKEN_BACK = """
CREATE TABLE IF NOT EXISTS taken_back (turn TEXT PRIMARY KEY REFERENCES turns (id) ON DELETE CASCADE);
"""
_TITLE_LENGTH = 48
_WRITE_EVERY = 0.2
"""Seconds between two writes of an answer that streams: what a kill may cost."""
_LOOK_BACK = 3
"""How many turns back "it" and "there" may reach."""
_SEVERAL = 3
"""How many turns more those may reach that each spoke of one thing: "all three"."""
_UNDO_BACK = 30
"""How many turns back "undo" may reach."""
_UNDO_TAP = "-10 minutes"
"""A tap is in no conversation: who taps and then says "undo" means it so soon after."""


@dataclass(frozen=True, slots=True)
class Said:
    """One turn as it is remembered."""

    id: str
    conversation: str
    at: str
    """ISO time with offset, as the person's clock showed it."""
    text: str
    """What the person said."""
    said: str
    """What was answered; the part of it that was said, when it was stopped or cut off."""
    answer: Answer | None
    """The whole record; None while it runs, and when a kill or an error cut it off."""
    done: bool
    """False while it runs."""
    origin: Origin = "talk"


@dataclass(frozen=True, slots=True)
class Conversation:
    """One line of the list of conversations."""

    id: str
    title: str
    """The first words that were said in it."""
    updated: str
    """ISO time with offset of the last turn."""
    turns: int
    """How many turns it has."""
    found: str = ""
    """The line in which the words stand that were looked for; empty where none were."""


class History:
    """All conversations of this device."""

    def __init__(self, database: Database) -> None:
        """Also closes turns that a kill left open, keeping what was said of their answers."""
        self._database = database
        self._streams: dict[str, tuple[str, float]] = {}
        self.on_delete: list[Callable[[str], None]] = []
        """Who else keeps something of a conversation: told its id as it is deleted, in one transaction."""
        self.on_forget: list[Callable[[Sequence[str]], object]] = []
        """Who else keeps something of single turns: told their ids, likewise."""
        database.table(_TABLES, _TAINT, _WRITTEN, _ORIGIN, _TAKEN_BACK)
        for row in database.read("SELECT id FROM turns WHERE NOT done"):
            self.leave(row["id"])

    def begin(self, turn: Turn) -> None:
        """Keep what the person said, before anything is done about it."""
        at = turn.at.isoformat(timespec="seconds")
        text = _storable(turn.text)
        with self._database.write(durable=False) as connection:
            connection.execute(
                "INSERT INTO conversations VALUES (?, ?, ?) "
                "ON CONFLICT (id) DO UPDATE SET updated = excluded.updated",
                (turn.conversation, _title(text), at),
            )
            connection.execute(
                "INSERT INTO turns (id, conversation, at, day, language, text, tainted, origin) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    turn.id,
                    turn.conversation,
                    at,
                    turn.at.date().isoformat(),
                    turn.language,
                    text,
                    turn.brings,
                    turn.origin,
                ),
            )

    def wrote(self, turn: str, text: str) -> None:
        """What the person wrote anew before the turn with this id left: no later one sends more of it."""
        with self._database.write(durable=False) as connection:
            connection.execute("UPDATE turns SET written = ? WHERE id = ?", (_storable(text), turn))

    def add(self, turn: str, piece: str) -> None:
        """A piece more of the answer to the turn with this id, as it streams."""
        text, written = self._streams.get(turn, ("", 0.0))
        text += piece
        if time.monotonic() - written >= _WRITE_EVERY:
            with self._database.write(durable=False) as connection:
                connection.execute("UPDATE turns SET said = ? WHERE id = ?", (_storable(text), turn))
            written = time.monotonic()
        self._streams[turn] = (text, written)

    def finish(self, answer: Answer) -> None:
        """Keep the whole answer, also one that the person stopped."""
        stored = json.dumps(answer_to_json(answer), ensure_ascii=True)
        self._streams.pop(answer.turn, None)
        with self._database.write(durable=False) as connection:
            kept = connection.execute(
                "UPDATE turns SET said = ?, answer = ?, tainted = tainted OR ? WHERE id = ?",
                (_storable(answer.text), stored, _tainted(answer), answer.turn),
            )
            if taken_back := takes_back(answer):
                connection.execute(
                    "INSERT OR IGNORE INTO taken_back SELECT id FROM turns WHERE id = ?", (taken_back,)
                )
            self._close(answer.turn)
            if not kept.rowcount:  # deleted while it ran, and others may have kept something of it since
                self._forgotten(answer.conversation, [answer.turn])

    def leave(self, turn: str) -> None:
        """Close a turn that got no whole answer, keeping what was said of it."""
        text, _ = self._streams.pop(turn, ("", 0.0))
        with self._database.write(durable=False) as connection:
            if text:
                connection.execute("UPDATE turns SET said = ? WHERE id = ?", (_storable(text), turn))
            self._close(turn)

    def list(self, words: str = "") -> tuple[Conversation, ...]:
        """Conversations, newest first; with ``words``, those in which all of them were said, in any turn.

        What was said once by itself, or done because it was due, is only found by its words: a script or a
        plan says more than a person, and its lines would hide the conversations. A tap is none at all.
        """
        rows = self._database.read(
            "SELECT c.id, c.title, c.updated, t.text, t.said, "
            "(SELECT count(*) FROM turns WHERE conversation = c.id) AS turns FROM conversations AS c "
            "JOIN turns AS t ON t.number = (SELECT min(number) FROM turns WHERE conversation = c.id AND "
            "CASE WHEN ?1 IS NULL THEN origin = 'talk' ELSE origin <> 'tap' "
            "AND number IN (SELECT value FROM json_each(?1)) END) "
            "ORDER BY c.updated DESC, c.rowid DESC",
            self._found(words),
        )
        looked = bool(words.strip())
        return tuple(
            Conversation(
                r["id"], r["title"], r["updated"], r["turns"],
                search.line(words, r["text"], r["said"]) if looked else "",
            )
            for r in rows
        )  # fmt: skip

    def turns(self, conversation: str) -> tuple[Said, ...]:
        """All turns of a conversation, oldest first; raises NotFound."""
        if not self._database.read("SELECT 1 FROM conversations WHERE id = ?", conversation):
            raise _unknown(conversation)
        rows = self._database.read("SELECT * FROM turns WHERE conversation = ? ORDER BY number", conversation)
        return tuple(_said(row) for row in rows)

    def title(self, conversation: str) -> str:
        """The first words of a conversation; raises NotFound."""
        rows = self._database.read("SELECT title FROM conversations WHERE id = ?", conversation)
        if not rows:
            raise _unknown(conversation)
        return str(rows[0]["title"])

    def messages(self, conversation: str) -> tuple[Message, ...]:
        """What was said in it so far, oldest first, without turns that still run. Empty for a new one."""
        return lines(self._database, conversation)

    def lately(self, conversation: str) -> tuple[tuple[Outcome, ...], ...]:
        """What the last turns that did anything did, the newest first: what "it", "there" and "both" mean.

        Empty where the newest of them is long past.
        """
        rows = self._database.read(
            "SELECT number, answer FROM turns WHERE conversation = ? AND done ORDER BY number DESC LIMIT ?",
            conversation,
            _LOOK_BACK + _SEVERAL,
        )
        done = [self._meant(row) for row in rows]
        return tuple(filter(None, done)) if any(done[:_LOOK_BACK]) else ()

    def _meant(self, row: sqlite3.Row) -> tuple[Outcome, ...]:
        """What a turn did or told; of a plan that is done since, what came of it."""
        answer = _answer(row["answer"])
        said = meant(answer) if answer else ()
        later = came_of(self._database, row["number"], said)
        came = _answer(later["answer"]) if later else None
        return (meant(came) if came else ()) or said

    def deed(self, conversation: str | None, acts: Callable[[str], bool]) -> Deed | None:
        """The last that was done in a conversation or, just before, at a tap (None: said by itself), and not
        taken back since.

        ``acts`` tells the tools that do something from those that only tell.
        """
        rows = self._database.read(
            "SELECT number, id, text, answer FROM turns WHERE done AND answer IS NOT NULL "
            "AND (conversation = ?1 OR (?1 IS NULL AND origin = 'once') "
            "OR (?1 IS NOT NULL AND origin = 'tap' AND julianday(at) > julianday('now', ?3))) "
            "AND id NOT IN (SELECT turn FROM taken_back) ORDER BY number DESC LIMIT ?2",
            conversation,
            _UNDO_BACK,
            _UNDO_TAP,
        )
        for row in rows:
            did = _done(row, acts)
            later = came_of(self._database, row["number"], did)
            if later:
                did = () if later["back"] else _done(later, acts)
            if did:
                calls, ways = (outcome.call for outcome in did), (outcome.undo for outcome in did)
                turn = later or row
                return Deed(turn["id"], turn["text"], tuple(calls), tuple(ways))
        return None

    def proposed(self, conversation: str) -> tuple[Call, ...]:
        """What the last turn asked about, or could not do: the next one may say which was meant."""
        return proposed(self._answered(conversation))

    def offered(self, conversation: str) -> tuple[str, ...]:
        """What was offered as a reply for each of ``proposed``; empty where there was nothing to choose."""
        return offered(self._answered(conversation))

    def choices(self, conversation: str) -> tuple[Call, ...]:
        """What was asked about in the turn before the last one: that was a choice out of them."""
        return proposed(self._answered(conversation, before=1))

    def talked(self, conversation: str) -> bool:
        """Whether the last turn was talk, and nothing was done or asked in it."""
        answer = self._answered(conversation)
        return answer is not None and answer.meaning.by == "talk"

    def _answered(self, conversation: str, before: int = 0) -> Answer | None:
        """The answer of the last turn, or of one so many before it."""
        rows = self._database.read(
            "SELECT answer FROM turns WHERE conversation = ? AND done ORDER BY number DESC LIMIT 1 OFFSET ?",
            conversation,
            before,
        )
        return _answer(rows[0]["answer"]) if rows else None

    def asked(self, day: date | None = None, words: str = "", unsaid: bool = False) -> tuple[Said, ...]:
        """Turns of that day (the person's calendar), with all of these words, oldest first.

        ``unsaid``: also those that nobody said, as they were due or tapped.
        """
        rows = self._database.read(
            "SELECT * FROM turns WHERE (?1 IS NULL OR number IN (SELECT value FROM json_each(?1))) "
            "AND (?2 IS NULL OR day = ?2) AND (?3 OR origin NOT IN ('plan', 'tap')) AND done ORDER BY number",
            self._found(words),
            day.isoformat() if day else None,
            unsaid,
        )
        return tuple(_said(row) for row in rows)

    def latest(self, count: int) -> tuple[Said, ...]:
        """The last turns of all conversations, newest first."""
        rows = self._database.read("SELECT * FROM turns WHERE done ORDER BY number DESC LIMIT ?", count)
        return tuple(_said(row) for row in rows)

    def delete(self, conversation: str) -> None:
        """Forget a conversation and all that was said in it; raises NotFound."""
        self.title(conversation)
        with self._database.write() as connection:
            rows = self._database.read("SELECT id FROM turns WHERE conversation = ?", conversation)
            connection.execute(
                "DELETE FROM turn_words WHERE rowid IN (SELECT number FROM turns WHERE conversation = ?)",
                (conversation,),
            )
            # The index only notes what is gone from it, until its parts are put together.
            connection.execute("INSERT INTO turn_words (turn_words) VALUES ('optimize')")
            connection.execute("DELETE FROM conversations WHERE id = ?", (conversation,))
            self._forgotten(conversation, [row["id"] for row in rows])
        self._database.wipe()

    def _forgotten(self, conversation: str, turns: Sequence[str]) -> None:
        """Tell whoever else keeps something of them. Inside a transaction."""
        for forget_turns in self.on_forget:
            forget_turns(turns)
        if not self._database.read("SELECT 1 FROM conversations WHERE id = ?", conversation):
            for forget in self.on_delete:
                forget(conversation)

    def _found(self, words: str) -> str | None:
        """Numbers of the turns with all of the words, as JSON; None when there are no words."""
        found = search.found(self._database, words)
        return None if found is None else json.dumps(sorted(found))

    def _close(self, turn: str) -> None:
        """Mark it done and let it be found. Inside a transaction."""
        row = self._database.connection.execute(
            "UPDATE turns SET done = 1 WHERE id = ? RETURNING number, text, said", (turn,)
        ).fetchone()
        if row is not None:
            self._database.connection.execute(
                "INSERT OR REPLACE INTO turn_words (rowid, text) VALUES (?, ?)",
                (row["number"], search.folded(f"{row['text']}\n{row['said']}")),
            )


def _tainted(answer: Answer) -> bool:
    """True when a tool brought in what is not the person's own words."""
    return bool(answer.sources) or any(outcome.tainted for outcome in answer.outcomes)


def _said(row: sqlite3.Row) -> Said:
    return Said(
        id=row["id"],
        conversation=row["conversation"],
        at=datetime.fromisoformat(row["at"]).isoformat(),
        text=row["text"],
        said=row["said"],
        answer=_answer(row["answer"]),
        done=bool(row["done"]),
        origin=row["origin"],
    )


def _done(row: sqlite3.Row, acts: Callable[[str], bool]) -> tuple[Outcome, ...]:
    """What a turn did that could be taken back."""
    answer = _answer(row["answer"])
    return done_by(answer, acts) if answer else ()


def _answer(stored: str | None) -> Answer | None:
    return answer_from_json(json.loads(stored)) if stored else None


def _title(text: str) -> str:
    """The first words, not cut within one where the language has spaces."""
    line = " ".join(text.split())
    if len(line) <= _TITLE_LENGTH:
        return line
    start = line[:_TITLE_LENGTH]
    return (start.rsplit(" ", 1)[0] if " " in start else start) + "…"


def _storable(text: str) -> str:
    """Text without halves of surrogate pairs, which UTF-8 and so SQLite can't hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _unknown(conversation: str) -> NotFound:
    return NotFound(
        f"There is no conversation '{conversation}'. The list of conversations has them all.",
        f"「{conversation}」という会話はありません。会話の一覧から選んでください。",
    )
