"""Which of the things that are there is meant by a few words: case, plural, articles and parts are forgiven.

Knows nothing of what the things are.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from kippu.regex import regex

_Thing = TypeVar("_Thing")
_ARTICLES = {"the", "a", "an", "some", "my", "to", "of"}
_SHORTEST_STEM = 3
_SHORTEST_BEGINNING = 4


def closest(words: str, things: Iterable[_Thing], text: Callable[[_Thing], str]) -> list[_Thing]:
    """The things that fit best: those with the same text, else of the same words, else that hold them; those
    of "the mum one" too."""
    things = list(things)
    wanted = _folded(words)
    if not wanted:
        return []
    ways: tuple[Callable[[str], bool], ...] = (
        lambda there: there == wanted,
        lambda there: _stems(there) == _stems(wanted),
        lambda there: _holds(_stems(there), _stems(wanted)),
        lambda there: wanted in there and not there.isascii(),
        lambda there: _holds(_stems(wanted), _stems(there)),
        lambda there: there in wanted and not there.isascii(),
    )
    for way in ways:
        found = [thing for thing in things if way(_folded(text(thing)))]
        if found:
            return found
    if "-" in wanted or any("-" in text(thing) for thing in things):  # "Wi-Fi" and "WiFi"
        return closest(wanted.replace("-", ""), things, lambda thing: text(thing).replace("-", ""))
    bare = _ONE.sub("", wanted)
    return closest(bare, things, text) if bare != wanted else []


_ONE = regex(
    r"^(?:the )?(?:one|thing|stuff) (?:with|about|for|of|to) | (?:one|thing)$|と?の(?:やつ|もの|件|こと)?$"
)
"""What only says that something is meant: "the mum one", 「お母さんのやつ」."""


def begun(words: str, things: Iterable[_Thing], text: Callable[[_Thing], str]) -> list[_Thing]:
    """The things in which each of the words begins one: "park" finds "parked" and "parking"."""
    wanted = _stems(_folded(words))
    if not wanted or min(map(len, wanted)) < _SHORTEST_BEGINNING:
        return []
    return [
        thing
        for thing in things
        if all(any(there.startswith(word) for there in _stems(_folded(text(thing)))) for word in wanted)
    ]


_NTH = {
    **{word: at for at, word in enumerate(("first", "second", "third", "fourth", "fifth", "sixth"))},
    "top": 0, "bottom": -1, "last": -1, "latest": -1, "newest": -1, "最初": 0, "最後": -1,
    "一番上": 0, "1番上": 0, "いちばん上": 0, "一番下": -1, "1番下": -1, "いちばん下": -1, "一番最後": -1,
}  # fmt: skip
_COUNTED = regex(r"(?:number )?(?P<n>\d{1,2})(?:st|nd|rd|th|番目?|つ目|個目)?(?:の)?")


def nth(words: str, things: Sequence[_Thing]) -> list[_Thing]:
    """The one of a row that "second", "number 2" or 「2番目」 says; none where there are not so many."""
    wanted = _ONE.sub("", _folded(words)).removesuffix("の")
    wanted = wanted.removeprefix("the ")
    counted = _COUNTED.fullmatch(wanted)
    at = int(counted["n"]) - 1 if counted else _NTH.get(wanted)
    if counted and at == -1:
        return []  # nothing is the zeroth
    return [things[at]] if at is not None and at < len(things) and things else []


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _stems(text: str) -> list[str]:
    """The words of a text without articles and plural endings."""
    words = [word for word in re.findall(r"\w+", text) if word not in _ARTICLES]
    return [_stem(word) for word in words]


def _stem(word: str) -> str:
    for ending, instead in (
        ("ies", "y"),
        ("oes", "o"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("xes", "x"),
        ("s", ""),
    ):
        if (
            word.endswith(ending)
            and not word.endswith("ss")
            and len(word) - len(ending) >= _SHORTEST_STEM - 1
        ):
            return word[: -len(ending)] + instead
    return word


def _holds(all_words: Sequence[str], some: Sequence[str]) -> bool:
    return bool(some) and all(word in all_words for word in some)
