"""A Japanese sentence as arguments are looked for in it. Knows no tool."""

import re
from dataclasses import dataclass, field
from datetime import datetime

from kippu.understand.text.numbers import digits_ja


@dataclass
class Said:
    """The sentence, and what of it is already an argument."""

    text: str
    now: datetime
    about: str
    taken: list[tuple[int, int]] = field(default_factory=list)

    def is_free(self, start: int, end: int) -> bool:
        return not any(start < ended and began < end for began, ended in self.taken)

    def take(self, start: int, end: int) -> None:
        self.taken.append((start, end))


def is_japanese(text: str) -> bool:
    """Whether a sentence has kana."""
    return re.search(r"[ぁ-んァ-ヶ]", text) is not None


def with_figures(text: str) -> str:
    """Figures for number words, but within quotes."""
    parts = re.split(r"(「[^「」]*」|『[^『』]*』|\"[^\"]*\")", text)
    return "".join(part if at % 2 else digits_ja(part) for at, part in enumerate(parts))
