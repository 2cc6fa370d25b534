"""What the parts want to know of each other: names that can be said, and what is personal on this device."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import cast
from urllib.parse import urlsplit

from kippu.guard.personal import Kind, Known, home
from kippu.names import Names, Routine
from kippu.record import Contacts
from kippu.settings import Provider, Settings
from kippu.skills.home import Home
from kippu.skills.lists import Lists
from kippu.skills.notes import Notes

_NOTES = 200
"""So many of the newest notes can be asked after without saying that it is a note."""


class Nameable:
    """What can be named now: the home's things and rooms, the person's lists and routines; what they noted,
    too."""

    def __init__(
        self,
        home: Home,
        kept: Lists,
        notes: Notes,
        routines: Callable[[], tuple[Routine, ...]],
        patience: float,
    ) -> None:
        self._home = home
        self._routines = routines
        self._notes = notes
        self._patience = patience
        self._lists = kept
        self._waited = False
        self._last: tuple[Names, tuple[object, ...], Names] | None = None

    async def now(self) -> Names:
        """The names; the first call waits a little for a home that has only just been connected."""
        if not self._waited:
            await self._home.settled(self._patience)
            self._waited = True
        home, names = self._home.names(), self._lists.names()
        noted = tuple(note.text for note in self._notes.all()[:_NOTES])
        routines = self._routines()
        kept = (names, noted, routines)
        if self._last is None or self._last[0] is not home or self._last[1] != kept:
            self._last = (home, kept, replace(home, lists=names, notes=noted, routines=routines))
        return self._last[2]


def personal(contacts: Contacts, settings: Settings, names: Names) -> Iterator[Known]:
    """What is personal on this device already: people, what the home's things and rooms are called but nobody
    else's, and where the home is."""
    for detail in contacts.details():
        yield Known(cast("Kind", detail.kind), detail.text)
    yield from home.called(tuple(_said(names)))
    if host := urlsplit(settings.home).hostname:
        yield Known("ip" if host.replace(".", "").isdigit() or ":" in host else "url", host)


def _said(names: Names) -> Iterator[str]:
    for thing in names.things:
        yield from (thing.name, *thing.aliases)
    for room in names.rooms:
        yield from (room.name, *room.aliases)
    yield from names.floors


def context(settings: Settings, name: str) -> int:
    """Tokens that the provider of this name takes; those of a new one while it is being removed."""
    contexts = {provider.name: provider.context for provider in settings.providers}
    return contexts.get(name, int(Provider.model_fields["context"].default))
