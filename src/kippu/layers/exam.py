"""A layer's own exam: sentences, and what a right answer to each has in it.

Knows questions and the judging of answers; gives no answer itself.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kippu.errors import LayerBroken
from kippu.failures_ja import unreadable_ja
from kippu.layers.words import folded

_MOST = 2000


@dataclass(frozen=True, slots=True)
class Question:
    """One sentence of the exam."""

    ask: str
    has: tuple[str, ...]
    """What must all stand in the answer; with none, the right answer is that it isn't known."""

    def right(self, answer: str, known: bool) -> bool:
        """Whether this answer is right; ``known`` false says that it is no answer but an "I don't know"."""
        if not self.has:
            return not known
        said = " ".join(folded(answer).split())
        return known and all(" ".join(folded(part).split()) in said for part in self.has)


def read_exam(file: Path) -> tuple[Question, ...]:
    """The questions; raises LayerBroken that names the line that is wrong."""
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise LayerBroken(
            f"The evaluation set {file.name} can't be read: {error}.",
            f"評価の問題 {file.name} を読めません（{unreadable_ja(error)}）。",
        ) from error
    questions = [_question(line, number, file) for number, line in enumerate(lines, 1) if line.strip()]
    if not 1 <= len(questions) <= _MOST:
        raise LayerBroken(
            f"{file.name} has {len(questions):,} questions; 1 to {_MOST:,} are taken.",
            f"{file.name} の問題は{len(questions):,}問です。1〜{_MOST:,}問にしてください。",
        )
    return tuple(questions)


def _question(line: str, number: int, file: Path) -> Question:
    try:
        row: Any = json.loads(line)
        ask, has, unknown = row["ask"], row.get("has", []), row.get("unknown", False)
        has = [has] if isinstance(has, str) else has
        sound = isinstance(ask, str) and ask and all(isinstance(part, str) and part for part in has)
        if sound and bool(has) != bool(unknown) and not row.keys() - {"ask", "has", "unknown"}:
            return Question(ask, tuple(has))
    except (ValueError, TypeError, KeyError, AttributeError):
        pass
    raise LayerBroken(
        f'{file.name}, line {number}, is no question: it has to be {{"ask": "…", "has": ["…"]}} or '
        '{"ask": "…", "unknown": true}.',
        f"{file.name} の{number}行目は問題として読めません。"
        f'{{"ask": "…", "has": ["…"]}} か {{"ask": "…", "unknown": true}} と書いてください。',
    )


@dataclass(frozen=True, slots=True)
class Mark:
    """One question answered."""

    question: Question
    answer: str
    right: bool


@dataclass(frozen=True, slots=True)
class Report:
    """A whole exam."""

    marks: tuple[Mark, ...]

    @property
    def score(self) -> int:
        """Per cent right, rounded down."""
        return 100 * sum(mark.right for mark in self.marks) // len(self.marks)
