"""Words that stand together are one name."""

import re
from collections.abc import Iterable


def joined(text: str, words: Iterable[re.Match[str]], joint: re.Pattern[str]) -> list[tuple[int, int]]:
    """The places of the words, those as one between which ``joint`` alone stands."""
    places: list[tuple[int, int]] = []
    for word in words:
        if places and joint.fullmatch(text, places[-1][1], word.start()):
            places[-1] = (places[-1][0], word.end())
        else:
            places.append(word.span())
    return places
