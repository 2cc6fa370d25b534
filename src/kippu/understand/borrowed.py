"""Japanese ways to say English names: 「キッチンライト」 is the Kitchen Light, 「お風呂場」 the Bathroom.

Adds them to what the home gives, behind its own names, and never one that another room or thing has.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from pathlib import Path

import yaml

from kippu.names import Names, Room, Thing
from kippu.regex import regex
from kippu.turn import Language

_FILE = Path(__file__).parent / "words" / "borrowed.yaml"
_MOST = 6
"""Ways added to one name."""
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class _Words:
    """The file, by what is looked for in it."""

    rooms: dict[str, tuple[str, ...]]
    """All Japanese ways to say a room, by each way to say it in either language."""
    things: dict[str, tuple[str, ...]]
    """Japanese words by English ones."""


class Borrowed:
    """The names of a home as they are said in a language; those of the last home are kept."""

    def __init__(self) -> None:
        self._known = (Names(), Names())

    def names(self, names: Names, language: Language) -> Names:
        """The names, with Japanese ways to say them where Japanese is spoken."""
        if language != "ja":
            return names
        known = self._known  # kept here: another thread may read with other names meanwhile
        if known[0] is not names and known[0] != names:
            known = self._known = (names, with_japanese(names))
        if (known[1].notes, known[1].routines) == (names.notes, names.routines):
            return known[1]
        return replace(known[1], notes=names.notes, routines=names.routines)  # they come and go by themselves


def with_japanese(names: Names) -> Names:
    """The names with Japanese ways to say those that are English."""
    rooms = _unclaimed(names.rooms, [_of_room(room) for room in names.rooms])
    things = _unclaimed(
        names.things, [[*_of_thing(thing), *_where_it_stands(thing)] for thing in names.things]
    )
    return replace(
        names,
        rooms=tuple(replace(room, aliases=ways) for room, ways in zip(names.rooms, rooms, strict=True)),
        things=tuple(replace(thing, aliases=ways) for thing, ways in zip(names.things, things, strict=True)),
    )


def _unclaimed(named: Sequence[Room | Thing], more: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """Each one's own aliases, and of those to be added the ones that no other has or would get."""
    own = [{each.name.casefold(), *(alias.casefold() for alias in each.aliases)} for each in named]
    claiming = {
        (way, each.name) for each, mine, new in zip(named, own, more, strict=True) for way in mine | set(new)
    }
    claims = Counter(way for way, _ in claiming)
    return [
        tuple(dict.fromkeys([*each.aliases, *(way for way in new if claims[way] == 1 and way not in mine)]))
        for each, mine, new in zip(named, own, more, strict=True)
    ]


def _of_room(room: Room) -> list[str]:
    return [way for said in (room.name, *room.aliases) for way in _words().rooms.get(said.casefold(), ())]


def _of_thing(thing: Thing) -> list[str]:
    """All words of its name in Japanese, one behind the other; none where one of them isn't known."""
    said = thing.name.casefold().replace("-", " ").split()
    if not said or not thing.name.isascii() or thing.aliases:
        return []
    for words in range(min(3, len(said)), 0, -1):
        if room := _words().rooms.get(" ".join(said[:words])):
            rest = _each(said[words:])
            return ["".join(parts).casefold() for parts in product(room, *rest)][:_MOST] if rest else []
    return _joined(_each(said))


_STANDS = (
    (regex(r"\bdesk\b|デスク", re.IGNORECASE), "机"),
    (regex(r"\bbedside\b|ベッドサイド", re.IGNORECASE), "枕元"),
)
_LIT = ("電気", "ライト", "ランプ", "明かり", "照明")


def _where_it_stands(thing: Thing) -> list[str]:
    """A desk lamp as the light of the desk, by any word for a light: 「机の電気」."""
    if thing.domain != "light":
        return []
    names = (thing.name, *thing.aliases)
    places = [place for pattern, place in _STANDS if any(pattern.search(name) for name in names)]
    return [f"{place}の{word}" for place in places for word in _LIT]


def _each(said: Sequence[str]) -> list[tuple[str, ...]]:
    """The ways to say each of the words; none where one has none."""
    ways = [(word,) if word.isdigit() else _words().things.get(word, ()) for word in said]
    return ways if len(said) <= _MOST_WORDS and all(ways) else []


def _joined(ways: Iterable[Sequence[str]]) -> list[str]:
    parts = [[*each] for each in product(*ways)]
    told = ["".join(each) for each in parts] + [
        f"{each[0]}の{''.join(each[1:])}" for each in parts if each[1:]
    ]
    return [way.casefold() for way in told if len(way) > 1][:_MOST]


@cache
def _words() -> _Words:
    data = yaml.load(_FILE.read_text(encoding="utf-8"), yaml.CSafeLoader)
    rooms = {}
    for first, others in data["rooms"].items():
        ways = (first, *others["ja"])
        rooms.update(dict.fromkeys([*others["en"], *ways], ways))
    things = {
        word: tuple(ways) if isinstance(ways, list) else (ways,) for word, ways in data["words"].items()
    }
    return _Words(rooms, things)
