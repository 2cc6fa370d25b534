"""What a sentence template needs of any sentence that it takes, read off its text without parsing it.

hassil's parser takes half a second for all templates of a language, and most of them no sentence of the day
ever needs. Never asks for more than a match has: what is odd in a template is passed over.
"""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, reduce

from hassil.util import PUNCTUATION_STR

from kippu.regex import regex

_TOKEN = regex(r"\{[^}]*\}|<[^>]*>|[()\[\]|]|(?:\\.|[^\\()\[\]{}<>|;])+")
_ESCAPE = regex(r"\\(.)")
_PUNCTUATION = frozenset(PUNCTUATION_STR)

Clauses = frozenset[frozenset[str]]
"""Of each set at least one fragment, in small letters, must stand in the sentence."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What every match of a template has."""

    clauses: Clauses = frozenset()
    lists: frozenset[str] = frozenset()
    """Lists of which it has a value."""

    def __and__(self, other: "Needs") -> "Needs":
        """What is needed by one or the other."""
        either = self.rarest | other.rarest if self.clauses and other.clauses else frozenset()
        return Needs(frozenset({either} if either else ()), self.lists & other.lists)

    @property
    def rarest(self) -> frozenset[str]:
        """The clause that is the least often met by chance: of few fragments, and long ones."""
        if len(self.clauses) == 1:
            return next(iter(self.clauses))
        return min(self.clauses, key=lambda clause: (len(clause), -min(map(len, clause)), min(clause)))


def needs(text: str, rule: Callable[[str], Needs]) -> Needs:
    """What a template needs. ``rule`` gives the same of an expansion rule, by its name."""
    return _group(iter(_TOKEN.findall(text)), rule)


def _group(tokens: Iterator[str], rule: Callable[[str], Needs]) -> Needs:
    """What stands up to the end of a group needs."""
    branches: list[Needs] = []
    clauses: set[frozenset[str]] = set()
    lists: set[str] = set()
    for token in tokens:
        match token[0]:
            case ")" | "]":
                break
            case "|":
                branches.append(Needs(frozenset(clauses), frozenset(lists)))
                clauses, lists = set(), set()
            case "[":
                _group(tokens, rule)  # goes past it: what may be left out is not needed
            case "{":
                lists.add(token[1:-1].lstrip("@").partition(":")[0])
            case "(" | "<" as opening:
                inside = _group(tokens, rule) if opening == "(" else rule(token[1:-1])
                clauses |= inside.clauses
                lists |= inside.lists
            case _:
                clauses |= _words(token)
    branches.append(Needs(frozenset(clauses), frozenset(lists)))
    return reduce(Needs.__and__, branches)


@lru_cache
def _words(text: str) -> Clauses:
    """Each word, as hassil compares it; none with a mark that it may take out of the sentence."""
    written = unicodedata.normalize("NFC", _ESCAPE.sub(r"\1", text)).replace("’", "'").casefold()
    return frozenset(frozenset({word}) for word in written.split() if _PUNCTUATION.isdisjoint(word))
