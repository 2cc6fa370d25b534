"""The lists of ``names.txt`` and ``words.txt``, read once. Knows their form, not what they are for."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kippu.guard.surrogates.kana import katakana, romaji
from kippu.guard.surrogates.pair import folded

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Name:
    """One name in its scripts; empty where we don't know it in one."""

    role: str
    """given or family."""
    gender: str
    """f, m, or - ."""
    origin: str
    latin: str
    katakana: str
    kanji: str = ""
    hiragana: str = ""

    @property
    def scripts(self) -> tuple[str, ...]:
        """All its forms: Latin first, for others that a reader may choose from."""
        return tuple(form for form in (self.latin, self.katakana, self.kanji, self.hiragana) if form)


@cache
def pools() -> dict[tuple[str, str, str], tuple[Name, ...]]:
    """Names to give, by role, gender and origin."""
    found: dict[tuple[str, str, str], tuple[Name, ...]] = {}
    for heading, items in _sections("names.txt"):
        role, gender, origin = heading
        if role != "known":
            found[role, gender, origin] = tuple(_name(role, gender, origin, item) for item in items)
    return found


@cache
def known() -> dict[str, Name]:
    """Every name of the lists by each of its forms, compared without case and accents."""
    found: dict[str, Name] = {}
    for heading, items in _sections("names.txt"):
        role, gender, origin = heading
        if role == "known":
            role = "family" if gender == "-" else "given"
        for item in items:
            name = _name(role, gender, origin, item)
            for form in name.scripts:
                found.setdefault(folded(form), name)
    return found


@cache
def words(heading: str) -> tuple[str, ...]:
    """The items under a heading of ``words.txt``, as written."""
    return next(tuple(items) for found, items in _sections("words.txt") if " ".join(found) == heading)


@cache
def known_words(heading: str) -> frozenset[str]:
    """The same as they are compared."""
    return frozenset(folded(word) for word in words(heading))


@cache
def _sections(file: str) -> list[tuple[list[str], list[str]]]:
    sections: list[tuple[list[str], list[str]]] = []
    mark: str | None = None
    for line in (_HERE / file).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[] \n")
            mark = "|" if heading.endswith("|") else None
            sections.append((heading.rstrip("| ").split(), []))
        elif line and not line.startswith("#"):
            sections[-1][1].extend(line.split(mark))
    return sections


def _name(role: str, gender: str, origin: str, item: str) -> Name:
    written, _, reading = item.partition("/")
    if origin != "ja":
        return Name(role, gender, origin, written, reading)
    return Name(role, gender, origin, romaji(reading).capitalize(), katakana(reading), written, reading)
