"""Notes: short texts that the person wants kept, found again by their words."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kippu.record import Database
from kippu.skills import asking
from kippu.skills.matching import begun, closest
from kippu.tool import Context, Said, Skill, Tool

_SHOWN = 60
"""Letters of a note where it is one of several to choose from."""
_TABLE = """
CREATE TABLE IF NOT EXISTS notes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    text TEXT NOT NULL
)
"""


@dataclass(frozen=True, slots=True)
class Note:
    """One note."""

    id: str
    at: str
    """ISO time with offset."""
    text: str


class Notes:
    """All notes, newest first."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.table(_TABLE)

    def add(self, at: str, text: str) -> Note:
        """Keep a note, written at that ISO time."""
        with self._database.write() as connection:
            number = connection.execute("INSERT INTO notes (at, text) VALUES (?, ?)", (at, text)).lastrowid
        return Note(str(number), at, text)

    def all(self) -> tuple[Note, ...]:
        """Every note."""
        rows = self._database.read("SELECT * FROM notes ORDER BY id DESC")
        return tuple(Note(str(row["id"]), row["at"], row["text"]) for row in rows)

    def change(self, id: str, text: str) -> None:
        """Let one say this from now on; nothing happens when it is gone."""
        with self._database.write() as connection:
            connection.execute("UPDATE notes SET text = ? WHERE id = ?", (text, id))

    def remove(self, id: str) -> None:
        """Delete one; nothing happens when it is gone already."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM notes WHERE id = ?", (id,))


def skill(notes: Notes) -> Skill:
    """The skill ``notes``."""

    async def add(context: Context, text: str, to: str | None = None) -> Said:
        """Keep a note; or write it behind the one that has the words ``to``, or the only one where they are
        empty."""
        text = text.strip()
        if not text:
            return Said(context.say("What shall I note?", "何をメモしますか？"), ok=False)
        if to is not None:
            return _behind(context, text, to)
        note = notes.add(context.now.isoformat(timespec="seconds"), text)
        return Said(
            context.say(f"Noted: {text}", f"「{text}」とメモしました。"), data={"id": note.id, "text": text}
        )

    def _behind(context: Context, text: str, to: str) -> Said:
        known = list(notes.all())
        found = closest(to, known, _text) if to else known
        if not found:
            return Said(context.say("You have no such note.", "そのメモはありません。"), ok=False)
        if len(choices := _choices(found)) > 1:
            lines = [context.say("- ", "・") + note.text for note in found]
            head = context.say("To which note?", "どのメモに書き足しますか？")
            return asking.which("\n".join((head, *lines)), choices)
        whole = found[0].text.rstrip(" .。") + context.say(", ", "、") + text
        notes.change(found[0].id, whole)
        return Said(
            context.say(f"The note now says: {whole}", f"メモを「{whole}」にしました。"),
            data={"id": found[0].id, "text": whole},
        )

    async def find(context: Context, words: str | None = None, last: int | None = None) -> Said:
        """Read out the notes, all, those with some words, or so many of the newest."""
        known = list(notes.all())[:last]
        found = closest(words, known, _text) or begun(words, known, _text) if words else known
        data = {
            "notes": [{"id": note.id, "at": note.at, "text": note.text} for note in found],
            "listed": asking.listed("notes.remove", [note.id for note in found]),
        }
        if not found:
            about = context.say(f" about “{words}”", f"「{words}」の") if words else ""
            return Said(context.say(f"You have no notes{about}.", f"{about}メモはありません。"), data=data)
        if len(found) == 1:
            return Said(context.say(f"Your note: {found[0].text}", f"メモ：{found[0].text}"), data=data)
        head = context.say(f"You have {len(found)} notes:", f"メモは{len(found)}件です：")
        return Said("\n".join((head, *(context.say("- ", "・") + note.text for note in found))), data=data)

    async def remove(
        context: Context, words: str = "", last: int | None = None, id: str | None = None
    ) -> Said:
        """Delete the note with these words, or the newest."""
        known = list(notes.all())
        if not words and not last and id is None and len(known) > 1:
            question = context.say(
                "Which note? Say a word of it.", "どのメモですか？メモの中の言葉を言ってください。"
            )
            return asking.which(question, _choices(known))
        found = closest(words, known, _text) if words else known[:1]
        if id is not None:
            found = [note for note in known if note.id == id]
        if not (found or words):
            return Said(context.say("You have no notes.", "メモはありません。"), ok=False)
        if not found:
            return Said(
                context.say(f"There is no note about “{words}”.", f"「{words}」のメモはありません。"),
                ok=False,
            )
        if len(choices := _choices(found)) > 1:
            lines = [context.say("- ", "・") + note.text for note in found]
            return asking.which("\n".join((context.say("Which one?", "どのメモですか？"), *lines)), choices)
        notes.remove(found[0].id)
        return Said(
            context.say(f"Deleted the note: {found[0].text}", f"「{found[0].text}」のメモを削除しました。"),
            data={"id": found[0].id, "text": found[0].text},
        )

    return Skill(
        name="notes",
        title={"en": "Notes", "ja": "メモ"},
        examples={
            "en": (
                "take a note: the spare key is under the pot",
                "show my notes",
                "find my note about the spare key",
                "delete the note about the spare key",
            ),
            "ja": (
                "合鍵は植木鉢の下とメモして",
                "メモを見せて",
                "合鍵のメモを探して",
                "合鍵のメモを削除して",
            ),
        },
        tools=(
            Tool("notes.add", add, acts=True),
            Tool("notes.find", find, acts=False, foreign=True),
            Tool("notes.remove", remove, acts=True, foreign=True),
        ),
        sentences=Path(__file__).parent / "sentences",
    )


def _choices(found: Sequence[Note]) -> list[asking.Choice]:
    """Each by its first words; of several that say the same, the newest."""
    by_text = {note.text: note for note in reversed(found)}
    return [
        asking.Choice(textwrap.shorten(text, _SHOWN, placeholder="…"), {"id": note.id})
        for text, note in reversed(by_text.items())
    ]


def _text(note: Note) -> str:
    return note.text
