"""A country for a country, and its people for the people: small ones that hardly anybody speaks of by chance.

Knows the names of both in English and Japanese.
"""

from functools import cache

from kippu.guard.surrogates.choosing import Choosing
from kippu.guard.surrogates.lists import words
from kippu.guard.surrogates.pair import Pair, folded, styled

_KINDS = ("place", "group", "place")
"""What a country is called, its people, and the country in Japanese."""
_ENDS = ("", "s", "人")


def pairs(text: str, choosing: Choosing) -> list[Pair]:
    """What stands for a country or people: for ``text`` first, then for the other names of the same country.
    None where it is not known, or no other is left."""
    name = next((name for end in _ENDS if folded(name := text.removesuffix(end)) in _known()), None)
    if name is None:
        return []
    names = _known()[folded(name)]
    if (given := _given(names, choosing)) is None:
        return []
    said, rest = [folded(one) for one in names].index(folded(name)), text[len(name) :]
    first = ((name, styled(given[said], name, names[said])), *([(rest, rest)] if rest else []))
    others = [
        Pair(kind, ((one, other),))
        for kind, one, other in zip(_KINDS, names, given, strict=True)
        if one != names[said] or rest
    ]
    return [Pair(_KINDS[said], first), *others]


def _given(names: tuple[str, ...], choosing: Choosing) -> tuple[str, ...] | None:
    """The nation that stands for this one already, or a free one."""
    nations = _nations("nation given")
    had = {choosing.word(name) for name in names}
    for nation in (
        *(one for one in nations if had & set(one)),
        *choosing.chance.sample(nations, len(nations)),
    ):
        if had & set(nation) or all(map(choosing.free, nation)):
            return nation
    return None


@cache
def _nations(heading: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(item.split("/")) for item in words(heading))


@cache
def _known() -> dict[str, tuple[str, ...]]:
    return {folded(name): names for names in _nations("nation") for name in names}
