"""Which things, rooms and floors of the home a sentence names, whole or in part.

Knows the home's names; knows no verb.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kippu.names import Names, Room, Thing
from kippu.regex import regex
from kippu.turn import Language
from kippu.understand.text import sentence
from kippu.understand.text.floors import also_called
from kippu.understand.text.kana import as_hiragana

_GENERAL = set("light lights lamp switch sensor smart main door fan the of and in on room device my".split())


_LAMP = regex(r"(?P<whose>[ァ-ヶー]{2,})(?P<lamp>ランプ|ライト)")
_MAKERS: dict[Language, tuple[str, ...]] = {
    "en": (" maker", " machine"),
    "ja": ("メーカー", "マシン", "マシーン"),
}
_MAKER = regex(r"(?P<what>coffee|espresso|コーヒー|珈琲)(?: ?(?:maker|machine)|メーカー|マシー?ン)")
_LONG = 5
"""Letters from which on a word may be misspelt: shorter ones are other words then."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the sentence that names something."""

    start: int
    end: int
    things: tuple[Thing, ...] = ()
    rooms: tuple[Room, ...] = ()
    floor: str | None = None


class Index:
    """The names of one home, ready to be found."""

    def __init__(self, names: Names, language: Language) -> None:
        self.names = names
        self.language = language
        self._spoken: dict[str, tuple[list[Thing], list[Room], list[str]]] = defaultdict(lambda: ([], [], []))
        self._by_token: dict[str, list[Thing]] = defaultdict(list)
        self._rooms_by_token: dict[str, list[Room]] = defaultdict(list)
        self.name_tokens: dict[str, frozenset[str]] = {}
        """Telling words of each thing's names, by its id."""
        self.room_tokens: dict[str, frozenset[str]] = {}
        """Telling words of the name of the room that each thing stands in."""
        self.frames: dict[str, Any] = {}
        """Sentences that were taken apart with these names; theirs who take them apart."""
        self._add_things()
        self._add_places()
        self._add_makers()
        if language == "ja":
            self._add_lamps()
        self._spoken.pop("", None)
        self._words = {
            stem(word)
            for spoken in self._spoken
            for word in re.findall(r"[a-z']+", spoken)
            if len(stem(word)) >= _LONG
        }

    def _add_things(self) -> None:
        names = self.names
        for thing in names.things:
            for name in (thing.name, *thing.aliases):
                for spoken in self._ways(name):
                    self._spoken[spoken][0].append(thing)
                for token in self.tokens(name):
                    if thing not in self._by_token[token]:
                        self._by_token[token].append(thing)
            spoken_names = (thing.name, *thing.aliases)
            self.name_tokens[thing.id] = frozenset(t for name in spoken_names for t in self.tokens(name))
            self.room_tokens[thing.id] = frozenset(self.tokens(thing.room or ""))
        for thing in names.things:
            for spoken in (self._fold(make) for make in thing.makes):
                if not self._spoken[spoken][0]:
                    self._spoken[spoken][0].append(thing)

    def _add_places(self) -> None:
        names = self.names
        for room in names.rooms:
            for name in _parts((room.name, *room.aliases)):
                for spoken in self._ways(name):
                    self._spoken[spoken][1].append(room)
                for token in self.tokens(name):
                    self._rooms_by_token[token].append(room)
        for floor in names.floors:
            for called in (floor, *also_called(floor, names.floors)):
                self._spoken[self._fold(called)][2].append(floor)

    def _add_makers(self) -> None:
        """A coffee machine by the other words for one, where nothing else is called so: "coffee maker"."""
        for thing in self.names.things:
            for name in (thing.name, *thing.aliases):
                match = _MAKER.fullmatch(self._fold(name))
                others = _MAKERS[self.language] if match else ()
                for other in (f"{match['what']}{one}" for one in others if match):
                    if other not in self._spoken:
                        self._spoken[other][0].append(thing)

    def _add_lamps(self) -> None:
        """A lamp by the other word for one, where nothing else is called so: 「デスクライト」."""
        for thing in self.names.things:
            for name in (thing.name, *thing.aliases) if thing.domain == "light" else ():
                match = _LAMP.fullmatch(self._fold(name))
                if match is None or match["whose"] in self._spoken:  # of a room it is any light there
                    continue
                other = match["whose"] + ("ライト" if match["lamp"] == "ランプ" else "ランプ")
                if other not in self._spoken:
                    self._spoken[other][0].append(thing)

    def _ways(self, name: str) -> set[str]:
        """A name with and without the article or "my" before it."""
        whole = sentence(name, self.language).casefold()
        if self.language == "en":
            return {self._fold(name), whole}
        folded = self._fold(name)
        return {folded, as_hiragana(folded)} if len(folded) > 2 else {folded}

    def _fold(self, name: str) -> str:
        folded = sentence(name, self.language).casefold()
        return re.sub(r"^(?:the|my|our) ", "", folded) if self.language == "en" else folded.replace(" ", "")

    def tokens(self, name: str) -> list[str]:
        """The telling words of a name."""
        folded = self._fold(name)
        if self.language == "en":
            return [
                stem(word)
                for word in re.findall(r"[a-z0-9']+", folded)
                if word not in _GENERAL and len(word) > 2
            ]
        return [
            run
            for run in re.findall(r"[ァ-ヶー]{2,}|[一-龠]{2,}|[a-z0-9]{2,}", folded)
            if run not in _GENERAL
        ]

    def mentions(self, text: str) -> list[Mention]:
        """Every place where a whole name stands."""
        found = []
        for spoken, (things, rooms, floors) in self._spoken.items():
            if spoken not in text:
                continue
            pattern = re.escape(spoken)
            if self.language == "en":
                pattern = rf"(?<![\w']){pattern}(?:'s|s'|e?s)?(?!\w)"
            for match in re.finditer(pattern, text):
                floor = floors[0] if floors else None
                found.append(Mention(match.start(), match.end(), tuple(things), tuple(rooms), floor))
        return found

    def misspelt(self, words: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """For each word that is one letter off from just one word of the home's names: it and that word."""
        found = []
        for word in words:
            near = [name for name in self._words if one_off(word, name)] if len(word) >= _LONG else []
            if len(near) == 1 and word not in self._words:
                found.append((word, near[0]))
        return tuple(found)

    def things_with(self, tokens: Iterable[str]) -> dict[str, list[Thing]]:
        """For each word, the things that have it in their name."""
        return {token: self._by_token[token] for token in tokens if token in self._by_token}

    def rooms_with(self, tokens: Iterable[str]) -> dict[str, list[Room]]:
        """For each word, the rooms that have it in their name."""
        return {token: self._rooms_by_token[token] for token in tokens if token in self._rooms_by_token}


def is_plural(mention: Mention, text: str) -> bool:
    """True for "thermostats" where the thing is called Thermostat."""
    said = text[mention.start : mention.end]
    names = [name.casefold() for thing in mention.things for name in (thing.name, *thing.aliases)]
    return said.endswith("s") and bool(names) and not any(name.endswith(said) for name in names)


def one_off(word: str, other: str) -> bool:
    """True when one letter is missing, too many or another, or two neighbours have changed places."""
    if abs(len(word) - len(other)) > 1 or word == other:
        return False
    start = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), None)
    if start is None:
        return True
    left, right = word[start:], other[start:]
    return (
        left[1:] == right[1:]
        or left[1:] == right
        or left == right[1:]
        or (left[:2] == right[1::-1] and left[2:] == right[2:])
    )


def stem(word: str) -> str:
    """A word without its plural or possessive."""
    word = word.removesuffix("'s").removesuffix("'")
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _parts(names: Iterable[str]) -> list[str]:
    """A room's name and the names inside it: "Living Room/Kitchen (open concept)" is also "Kitchen"."""
    found: list[str] = []
    for name in names:
        found.append(name)
        bare = re.sub(r"[(（].*?[)）]", "", name)
        found += [part.strip() for part in re.split(r"[/／,、&]| and ", bare)]
    return list(dict.fromkeys(part for part in found if part))
