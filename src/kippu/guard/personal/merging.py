"""Makes one list without overlaps of what several ways of looking have found. Knows no text, only spans."""

from collections.abc import Iterable
from dataclasses import dataclass

from kippu.guard.personal.found import Found, Kind

_FIRST_WIDE = "\u2e80"
"""From here on letters are written without spaces between words."""


@dataclass(frozen=True, slots=True)
class Span:
    """Somewhere that one way of looking takes for personal data."""

    start: int
    end: int
    kind: Kind
    trust: int
    """Who wins where two overlap: higher first. 9 a check digit or an unmistakable form, 7 words beside it
    say so, 5 the tagger, 2 a shape alone."""


def merge(text: str, spans: Iterable[Span]) -> tuple[Found, ...]:
    """Sorted and apart. Where two overlap the more trusted one stays, then the longer one; what the loser
    covers beside it is kept as a piece of its own, so that nothing anyone found is left open."""
    taken: list[tuple[int, int, Kind]] = []
    owner: list[int] = [-1] * len(text)
    ranked = sorted(spans, key=lambda span: (-span.trust, span.start - span.end, span.start))
    for number, span in enumerate(ranked):
        start, end = span.start, min(span.end, len(text))
        while start < end:
            if owner[start] >= 0 or text[start].isspace():
                start += 1
                continue
            stop = start
            while stop < end and owner[stop] < 0:
                owner[stop] = number
                stop += 1
            while text[stop - 1].isspace():
                stop -= 1
            if any(letter.isalnum() for letter in text[start:stop]):
                taken.append((start, stop, span.kind))
            start = max(stop, start + 1)
            while start < end and owner[start] == number:
                start += 1
    taken.sort()
    taken = [_whole(text, piece, owner) for piece in taken]
    for at in range(len(taken) - 1, 0, -1):  # two pieces of one thing, seen by two
        if taken[at - 1][1:] == (taken[at][0], taken[at][2]):
            taken[at - 1 : at + 1] = [(taken[at - 1][0], taken[at][1], taken[at][2])]
    return tuple(Found(kind, start, end, text[start:end]) for start, end, kind in taken)


def _whole(text: str, piece: tuple[int, int, Kind], owner: list[int]) -> tuple[int, int, Kind]:
    """The piece with the rest of a word or number that it ends or begins within: half of "RSSMRA85S" tells as
    much as all of it. Japanese has no spaces, and is left as it is."""
    start, end, kind = piece
    while start > 0 and owner[start - 1] < 0 and _goes_on(text[start - 1 : start + 1]):
        start -= 1
        owner[start] = owner[piece[0]]
    while end < len(text) and owner[end] < 0 and _goes_on(text[end - 1 : end + 1]):
        owner[end] = owner[start]
        end += 1
    return start, end, kind


def _goes_on(two: str) -> bool:
    return two.isalnum() and max(two) < _FIRST_WIDE
