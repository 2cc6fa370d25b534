"""The names of a home as hassil's lists. Knows names and how they are spelt; knows no template."""

from collections.abc import Sequence

from hassil.intents import TextSlotList

from kippu.names import Names
from kippu.turn import Language
from kippu.understand.text import sentence
from kippu.understand.text.floors import also_called
from kippu.understand.text.kana import as_hiragana


class NameLists:
    """The home's names, cut down to those that a sentence can mean: that is what keeps
    a home of 200 things as fast as one of 20."""

    def __init__(self, names: Names, language: Language) -> None:
        self._things = [
            (spoken, (spoken, thing.name, _context(thing.domain, thing.device_class)))
            for thing in names.things
            for spoken in _spellings((thing.name, *thing.aliases), language)
        ]
        taken = {spoken.casefold() for spoken, _ in self._things}
        self._things += [
            (spoken, (spoken, thing.name, _context(thing.domain, thing.device_class)))
            for thing in names.things
            for spoken in _spellings(thing.makes, language)
            if spoken.casefold() not in taken
        ]
        self._things += [
            (spoken, (spoken, list_name, {"domain": "todo"}))
            for list_name in names.lists
            for spoken in _spellings((list_name,), language)
        ]
        self._rooms = [
            (spoken, (spoken, room.name))
            for room in names.rooms
            for spoken in _spellings((room.name, *room.aliases), language)
        ]
        self._floors = [
            (spoken, (spoken, floor))
            for floor in names.floors
            for spoken in _spellings((floor, *also_called(floor, names.floors)), language)
        ]

    def within(self, text: str) -> dict[str, TextSlotList]:
        """Lists of the names that stand in the text."""
        folded = text.casefold().replace(" ", "")
        return {
            name: TextSlotList.from_tuples(
                (value for spoken, value in all_values if spoken.casefold().replace(" ", "") in folded),
                allow_template=False,
                name=name,
            )
            for name, all_values in (("name", self._things), ("area", self._rooms), ("floor", self._floors))
        }


def _context(domain: str, device_class: str | None) -> dict[str, str]:
    return {"domain": domain, **({"device_class": device_class} if device_class else {})}


def _spellings(names: Sequence[str], language: Language) -> list[str]:
    """Each name as the sentence will spell it (digits for numbers, no stray punctuation)."""
    spelt = [sentence(name, language) for name in names]
    if language == "ja":
        spelt += [as_hiragana(name) for name in spelt if len(name) > 2]
    return list(dict.fromkeys(name for name in spelt if name))
