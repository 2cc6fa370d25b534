"""Search over all that is kept on this device: notes, lists, reminders, events, contacts, conversations.

It looks nowhere else, and says so when the web is asked for.
"""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kippu.record import Contacts, History
from kippu.skills.bells import Bells
from kippu.skills.calendar import Calendar
from kippu.skills.lists import Lists
from kippu.skills.notes import Notes
from kippu.tool import Context, Said, Skill, Tool

_MOST = 5
"""Finds of each kind that are told; the newest of what was said."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Where things are kept."""

    notes: Notes
    lists: Lists
    bells: Bells
    calendar: Calendar
    contacts: Contacts
    history: History


def skill(kept: Kept) -> Skill:
    """The skill ``search``."""

    async def find(context: Context, words: str) -> Said:
        """Look for words in the person's notes, lists, reminders, events, contacts and conversations."""
        wanted = words.strip(' "“”「」『』')
        if not wanted:
            return Said(context.say("What shall I look for?", "何を探しますか？"), ok=False)
        found = {kind: texts for kind, texts in _everywhere(kept, wanted) if texts}
        if not found:
            return Said(
                context.say(
                    f"I find nothing about “{wanted}” in your notes, lists, reminders, calendar, contacts "
                    "and conversations.",
                    f"メモ、リスト、リマインダー、予定、連絡先、会話に「{wanted}」は見つかりません。",
                ),
                data={"found": {}},
            )
        lines = [_line(context, kind, texts) for kind, texts in found.items()]
        return Said("\n".join(lines), data={"found": found})

    async def web(context: Context, words: str = "") -> Said:
        """Say that nothing is looked up on the web."""
        return Said(
            context.say(
                "I can't search the web: I look nothing up outside this device. I can search what you keep "
                "here, as in “search my things for …”.",
                "ウェブの検索はできません。この端末の外には調べに行かないからです。「メモや予定から…を探して」のように、"
                "ここにあるものなら探せます。",
            ),
            ok=False,
        )

    return Skill(
        name="search",
        title={"en": "Search", "ja": "検索"},
        examples={
            "en": ("search my things for plumber", "find everything about the boiler"),
            "ja": ("メモや予定から『水道』を探して", "水道について全部探して"),
        },
        tools=(Tool("search.find", find, acts=False, foreign=True), Tool("search.web", web, acts=False)),
        sentences=Path(__file__).parent / "sentences",
    )


_TITLES = {
    "notes": ("Notes", "メモ"),
    "lists": ("Lists", "リスト"),
    "reminders": ("Reminders", "リマインダー"),
    "calendar": ("Calendar", "予定"),
    "contacts": ("Contacts", "連絡先"),
    "conversations": ("You asked", "会話"),
}


def _everywhere(kept: Kept, words: str) -> Iterator[tuple[str, list[str]]]:
    """What holds all of the words, by where it is."""
    fits = _holding(words)
    yield "notes", [note.text for note in kept.notes.all() if fits(note.text)]
    yield (
        "lists",
        [
            f"{item.text} ({name})"
            for name in kept.lists.names()
            for item in kept.lists.items(name)
            if fits(f"{item.text} {name}")
        ],
    )
    yield "reminders", [bell.text for bell in kept.bells.all("reminder") if fits(bell.text)]
    yield (
        "calendar",
        [
            f"{event.title} ({event.start.isoformat()[:16].replace('T', ' ')})"
            for event in kept.calendar.all()
            if fits(event.words)
        ],
    )
    yield (
        "contacts",
        [
            f"{each.name}: {each.text}" if each.text != each.name else each.name
            for each in kept.contacts.details()
            if fits(f"{each.name} {each.text}")
        ],
    )
    yield "conversations", [said.text for said in kept.history.asked(None, words)][::-1]


def _holding(words: str) -> Callable[[str], bool]:
    """Whether a text holds each of the words, in any case, width and order."""
    parts = _folded(words).split()
    return lambda text: all(part in _folded(text) for part in parts)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _line(context: Context, kind: str, texts: list[str]) -> str:
    more = len(texts) - _MOST
    rest = context.say(f" and {more} more", f"、ほか{more}件") if more > 0 else ""
    told = context.say("; ", "、").join(text.replace("\n", " ") for text in texts[:_MOST])
    return context.say(f"{_TITLES[kind][0]}: {told}{rest}", f"{_TITLES[kind][1]}：{told}{rest}")
