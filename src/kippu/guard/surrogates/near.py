"""Finds long names that a model wrote with one letter wrong. Knows words and letters, and no form of them."""

from collections.abc import Callable, Sequence

from kippu.guard.surrogates.pair import folded
from kippu.regex import regex

Give = Callable[[Sequence[str], Sequence[str]], str | None]
"""Gets the tokens as they were seen, and what stood between them; gives what takes their place, or None."""

_SHORTEST = 7
"""Letters of a name of which one may be wrong: shorter ones are too near to other words."""
_WORD = regex(r"[^\W\d_]+")


class Near:
    """The long words of one conversation's surrogates."""

    def __init__(self, spared: Callable[[str], bool]) -> None:
        """``spared`` tells of a word (``folded``) whether it is another one in its own right."""
        self._spared = spared
        self._words: dict[str, dict[str, Give]] = {}

    def add(self, word: str, give: Give) -> None:
        """One more word, if it is long enough."""
        if len(word) >= _SHORTEST and word.isascii():
            self._words.setdefault(folded(word)[0], {}).setdefault(folded(word), give)

    def look(self, text: str, start: int, whole: bool) -> tuple[tuple[int, str] | None, bool]:
        """End and replacement of the word that begins there, if it is one with a slip; and whether more text
        could make it one."""
        match = _WORD.match(text, start)
        candidates = self._words.get(folded(text[start])) if match and text[start].isupper() else None
        if not match or not candidates:
            return None, False
        seen, open_ = folded(match[0]), match.end() == len(text) and not whole
        close = [word for word in candidates if _differs_by_one(seen, word, begun=open_)]
        if open_ or len(close) != 1 or len(seen) < _SHORTEST - 1 or self._spared(seen):
            return None, open_ and bool(close)
        given = candidates[close[0]]([match[0]], [])
        return ((match.end(), given) if given is not None else None), False


def _differs_by_one(seen: str, word: str, begun: bool) -> bool:
    """Whether one letter is another, too many, missing or changed places; ``begun``: or could yet be."""
    at = next((at for at, (one, other) in enumerate(zip(seen, word, strict=False)) if one != other), None)
    at = min(len(seen), len(word)) if at is None else at
    one, other = seen[at:], word[at:]
    if begun and not one:
        return True
    if not at or not (one or other):
        return False
    ways = [(one[1:], other[1:]), (one[1:], other), (one, other[1:])]
    if one[:2] == other[:2][::-1]:
        ways.append((one[2:], other[2:]))
    return any(rest.startswith(left) if begun else left == rest for left, rest in ways)
