"""Looks a second time for the names that were found once. Knows what was found, and no pattern of its own."""

import re
from collections.abc import Iterable, Iterator

from kippu.guard.personal.found import Found
from kippu.guard.personal.merging import Span

_PARTS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SHORTEST = 3
_SHORTEST_SMALL = 4
"""Letters of a name that is also looked for in small letters."""
_WIDE = re.compile("[㐀-鿿々]{2,}|[ぁ-ゖー]{3,}|[ァ-ヴー]{3,}")
_SMALL_WORDS = frozenset(
    "the and van von der den del della dos das san bin ibn mrs miss madam sir professor prof rev doctor "
    "captain judge herr frau señor uncle aunt auntie granny grandma grandpa nana cousin coach nurse "
    "father sister brother pastor".split()
)
_WORDS_TOO = frozenset(
    "will mark grace hope faith bill rose frank jack drew chase grant april august summer autumn dawn "
    "holly heather lily daisy poppy violet ruby pearl amber jade crystal miles dean earl duke king baker "
    "cook smith brown white black green gray grey young long short hill wood woods stone rivers lake "
    "field park parks bush price rich bell ball christian penny olive robin rusty sandy cliff glen dale "
    "heath forest reed reef ford banks brooks bishop page porter potter cooper carpenter taylor tailor "
    "fisher hunter gardener mason miller parker turner walker weaver archer butler carter major sterling "
    "noble wise savage strong swift love joy star sunny harmony serenity destiny trinity chance champ "
    "buddy lane street church house home english french german irish welsh scott west east north south "
    "winter spring snow frost rain storm day knight fox wolf bird crane swan hawk finch martin lamb bull "
    "cash bond gold silver case cross marsh angel king queen prince guy cary gene jean dick harry josh "
    "patience prudence constance charity mercy melody".split()
)
"""Names that are words: only with a capital are they taken for the one that was found."""


def look(text: str, found: Iterable[Found]) -> Iterator[Span]:
    """Where a name that was found stands once more, whole or in part, in small letters, in a file's name."""
    small = text.lower()
    looked: set[str] = set()
    for piece in found:
        if piece.kind not in ("person", "username"):
            continue
        for word in _WIDE.findall(piece.text):
            if word not in looked and text.count(word) > 1:
                looked.add(word)
                yield from _wide(text, word)
        for word in _PARTS.findall(piece.text):
            key = word.lower()
            if key in looked or len(word) < _SHORTEST or key in _SMALL_WORDS or small.count(key) < 2:
                continue
            if word.islower() and key in _WORDS_TOO:
                continue
            looked.add(key)
            yield from _narrow(text, word)


def _wide(text: str, word: str) -> Iterator[Span]:
    """A Japanese name that no letter of its own script makes longer."""
    script = "㐀-鿿々" if word[0] >= "㐀" else "ァ-ヴー" if word[0] >= "ァ" else ""
    edge = f"[{script}]" if script else "(?!)"
    for match in re.finditer(f"(?<!{edge}){word}(?!{edge})" if script else word, text):
        yield Span(match.start(), match.end(), "person", 4)


def _narrow(text: str, word: str) -> Iterator[Span]:
    pattern = re.compile(rf"(?<![^\W\d_]){re.escape(word)}(?![^\W\d_])", re.IGNORECASE)
    as_small = len(word) >= _SHORTEST_SMALL and word.lower() not in _WORDS_TOO
    for match in pattern.finditer(text):
        if as_small or match[0] == word or (match[0][0].isupper() and not word.islower()):
            yield Span(match.start(), match.end(), "person", 4)
