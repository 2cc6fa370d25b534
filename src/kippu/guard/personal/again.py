"""Looks a second time for the names that were found once. Knows what was found, and no pattern of its own."""

import re
from collections.abc import Iterator, Sequence

from kippu.guard.personal.found import Found
from kippu.guard.personal.lexicon import is_common, is_name
from kippu.guard.personal.merging import Span
from kippu.regex import regex

_RUN = regex(r"[㐀-鿿々ヶ]+|[ァ-ヴー]+|[^\W\d_ぁ-ゖァ-ヴー㐀-鿿々]+")
"""What may be a name by itself: kanji, katakana or other letters without a break."""
_HIRAGANA = regex("[ぁ-ゖー]{3,}")
_SHORTEST = 3
_SHORTEST_SMALL = 4
"""Letters of a name that is also looked for in small letters."""
_SHORTEST_WIDE = 2
_FIRST_WIDE = "\u3040"
_SMALL_WORDS = frozenset(
    "the and van von der den del della dos das san bin ibn mrs miss madam sir professor prof rev doctor "
    "captain judge herr frau señor uncle aunt auntie granny grandma grandpa nana cousin coach nurse "
    "father sister brother pastor".split()
)
WORDS_TOO = frozenset(
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


def look(text: str, found: Sequence[Found]) -> Iterator[Span]:
    """Where a name that was found stands once more, whole or in part, in small letters, in a file's name."""
    said = [piece.text for piece in found if piece.kind in ("person", "username")]
    names = {word.casefold(): word for name in said for word in _RUN.findall(name) if _is_name(word)}
    kana = sorted({word for name in said for word in _HIRAGANA.findall(name)}, key=len, reverse=True)
    taken = {at for piece in found for at in range(piece.start, piece.end)} if said else set()
    for match in _RUN.finditer(text) if names else ():
        name = names.get(match[0].casefold())
        if name and match.start() not in taken and _is_same(match[0], name):
            yield Span(match.start(), match.end(), "person", 4)
    for match in re.finditer("|".join(kana), text) if kana else ():
        if match.start() not in taken:
            yield Span(match.start(), match.end(), "person", 4)


def _is_name(word: str) -> bool:
    small = word.casefold()
    if word >= _FIRST_WIDE:
        return len(word) >= _SHORTEST_WIDE
    return (
        len(word) >= _SHORTEST and small not in _SMALL_WORDS and not (word.islower() and small in WORDS_TOO)
    )


def _is_same(word: str, name: str) -> bool:
    """Whether the word is that name and not one of the language: "Rose" is no "rose"."""
    if word == name or word[0].isupper():
        return True
    if len(word) < _SHORTEST_SMALL or word in WORDS_TOO:
        return False
    return is_name(word) or not is_common(word)
