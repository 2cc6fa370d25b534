"""The tools of the notes."""

import textwrap
from collections.abc import Sequence

from kippu.skills import asking
from kippu.skills.matching import begun, closest
from kippu.skills.notes.store import Note, Notes
from kippu.skills.way_back import GONE, SPENT, way_back
from kippu.tool import Context, Said
from kippu.turn import Call

_SHOWN = 60
"""Letters of a note where it is one of several to choose from."""


class Tools:
    """Each tool is a method."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    async def add(self, context: Context, text: str, to: str | None = None) -> Said:
        """Keep a note; or write it behind the one that has the words ``to``, or the only one where they are
        empty."""
        text = text.strip()
        if not text:
            return Said(context.say("What shall I note?", "何をメモしますか？"), ok=False)
        if to is not None:
            return self._behind(context, text, to)
        note = self._notes.add(context.now.isoformat(timespec="seconds"), text)
        return Said(
            context.say(f"Noted: {text}", f"「{text}」とメモしました。"),
            data={"id": note.id, "text": text},
            undo=(Call("notes.remove", {"id": note.id}),),
        )

    def _behind(self, context: Context, text: str, to: str) -> Said:
        known = self._notes.all()
        found = closest(to, known, _text) if to else known
        if not found:
            return Said(context.say("You have no such note.", "そのメモはありません。"), ok=False)
        if len(choices := _choices(found)) > 1:
            head = context.say("To which note?", "どのメモに書き足しますか？")
            return asking.which("\n".join((head, *_lines(context, found))), choices)
        was = found[0]
        images = self._notes.images([was.id])
        whole = was.text.rstrip(" .。") + context.say(", ", "、") + text
        self._notes.change(was.id, whole)
        return Said(
            context.say(f"The note now says: {whole}", f"メモを「{whole}」にしました。"),
            data={"id": was.id, "text": whole},
            undo=way_back("notes", images),
        )

    async def find(self, context: Context, words: str | None = None, last: int | None = None) -> Said:
        """Read out the notes, all, those with some words, or so many of the newest."""
        known = self._notes.all()[:last]
        found = closest(words, known, _text) or begun(words, known, _text) if words else known
        data = {
            "notes": [{"id": note.id, "at": note.at, "text": note.text} for note in found],
            "listed": asking.listed("notes.remove", [note.id for note in found]),
        }
        if not found:
            about = context.say(f" about “{words}”", f"「{words}」の") if words else ""
            return Said(context.say(f"You have no notes{about}.", f"{about}メモはありません。"), data=data)
        if len({note.text for note in found}) == 1:
            return Said(context.say(f"Your note: {found[0].text}", f"メモ：{found[0].text}"), data=data)
        head = context.say(f"You have {len(found)} notes:", f"メモは{len(found)}件です：")
        return Said("\n".join((head, *_lines(context, found))), data=data)

    async def remove(
        self, context: Context, words: str = "", last: int | None = None, id: str | None = None
    ) -> Said:
        """Delete the note with these words, or the newest."""
        known = self._notes.all()
        if not words and not last and id is None and len(known) > 1:
            question = context.say(
                "Which note? Say a word of it.", "どのメモですか？メモの中の言葉を言ってください。"
            )
            return asking.which(question, _choices(known))
        found: Sequence[Note] = closest(words, known, _text) if words else known[:1]
        if id is not None:
            found = [note for note in known if note.id == id]
        if not found:
            return _none(context, words)
        if len(choices := _choices(found)) > 1:
            head = context.say("Which one?", "どのメモですか？")
            return asking.which("\n".join((head, *_lines(context, found))), choices)
        gone = found[0]
        images = self._notes.images([gone.id])
        self._notes.remove(gone.id)
        return Said(
            context.say(f"Deleted the note: {gone.text}", f"「{gone.text}」のメモを削除しました。"),
            data={"id": gone.id, "text": gone.text},
            undo=way_back("notes", images),
        )

    async def put_back(self, context: Context, images: list[str]) -> Said:
        """Let notes be as they were before a command."""
        back = self._notes.put_back(images)
        if not back:
            return Said(context.say(*GONE), ok=False, data=SPENT)
        return Said(
            "\n".join(context.say(f"Your note: {one.text}", f"メモ：{one.text}") for one in back),
            data={"stands_for": [{"tool": "notes.add", "arguments": {"text": one.text}} for one in back]},
        )


def _none(context: Context, words: str) -> Said:
    if words:
        text = context.say(f"There is no note about “{words}”.", f"「{words}」のメモはありません。")
    else:
        text = context.say("You have no notes.", "メモはありません。")
    return Said(text, ok=False)


def _lines(context: Context, found: Sequence[Note]) -> list[str]:
    return [context.say("- ", "・") + note.text for note in found]


def _choices(found: Sequence[Note]) -> list[asking.Choice]:
    """Each by its first words; of several that say the same, the newest."""
    by_text = {note.text: note for note in reversed(found)}
    return [
        asking.Choice(textwrap.shorten(text, _SHOWN, placeholder="…"), {"id": note.id})
        for text, note in reversed(by_text.items())
    ]


def _text(note: Note) -> str:
    return note.text
