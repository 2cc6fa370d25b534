"""Says which words in the names of somebody's home point at it: those that are no ordinary words.

"Kitchen" and "ceiling light" are anybody's; "Brambling den" and "Mirela's lamp" are not. A word that English
has and homes have not ("brambling") counts with its neighbour alone; in Japanese only whose a room is counts.
"""

from collections.abc import Iterator
from functools import cache, lru_cache

from kippu.guard.personal import terms
from kippu.guard.personal.found import Known
from kippu.guard.personal.lexicon import is_common, is_formed, is_known, is_name, is_word
from kippu.guard.personal.tongues import japanese
from kippu.regex import regex

_WORD = regex(r"(?P<name>[^\W\d_\u3040-\u30ff\u3400-\u9fff]+)(?P<whose>['’]s?(?!\w))?")
_RUN = regex(r"(?P<name>[㐀-鿿々]{2,}|[ァ-ヴー]{2,}|[ぁ-ゖ]{3,}?)(?:さん|ちゃん|くん|君)?の")
_KIN = regex("お?(?:ばあ|じい|とう|かあ|にい|ねえ|ママ|パパ|こども|みんな|わたし|じぶん|みんなで)")
_FIGURE = regex("[一二三四五六七八九十階]")
_SHORTEST = 4
"""Letters of a word that the lexicon knows of."""
_BRANDS = frozenset(
    "hue tado zigbee zwave matter shelly aqara eufy roomba sonoff nanoleaf ikea tradfri "
    "nest echo ring tapo arlo yale wled esp".split()
)
"""What makers call their things, and the lexicon has not."""


@lru_cache(4)
def called(names: tuple[str, ...]) -> tuple[Known, ...]:
    """The words of these names that are no ordinary ones: persons where something is theirs, else places."""
    return tuple(dict.fromkeys(known for name in names for known in _told(name)))


def _told(name: str) -> Iterator[Known]:
    words = list(_WORD.finditer(name))
    for at, match in enumerate(words):
        word, whose = match["name"], bool(match["whose"])
        if whose and word[0].isupper() and is_name(word) and not terms.is_ordinary(word):
            yield Known("person", word)
        elif len(word) >= _SHORTEST and not _is_known(word):
            yield Known("person" if whose else "place", word)
        elif len(word) >= _SHORTEST and not whose and not _is_homely(word):
            around = words[at : at + 2] if at + 1 < len(words) else words[max(0, at - 1) : at + 1]
            if len(around) > 1:
                yield Known("place", name[around[0].start() : around[-1].end()])
    for match in _RUN.finditer(name):
        word = match["name"]
        ordinary = is_word("japanese", word) or japanese.is_worded(word) or word in _homely()
        if not ordinary and not _KIN.fullmatch(word) and not _FIGURE.search(word):
            yield Known("person", word)


def _is_known(word: str) -> bool:
    """Whether English has it, or a maker; and whatever is in capitals."""
    small = word.lower()
    if small in _BRANDS or word.isupper() or is_known(small) or (word.islower() and is_formed(small)):
        return True
    return any(small.endswith(end) and is_common(small[: -len(end)]) for end in ("s", "es"))


def _is_homely(word: str) -> bool:
    """Whether homes have it, or a maker or place that everybody knows."""
    small = word.lower()
    if small in _BRANDS or word.isupper() or (is_name(small) and not is_common(small)):
        return True
    return small in _homely() or small.removesuffix("s") in _homely()


@cache
def _homely() -> frozenset[str]:
    return frozenset(terms.lines("home"))
