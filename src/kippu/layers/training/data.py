"""Examples of a job from a CSV or JSONL file, and their parts: to learn from, to stop by, to be examined on.

Knows texts; no tokens and no model.
"""

import csv
import io
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kippu.errors import BadInput
from kippu.failures_ja import system_ja

_FEWEST, _MOST = 50, 20_000
_LONGEST = 2000
"""Letters of a prompt or an answer."""
_FORM = (
    'columns "prompt" and "answer" in a .csv file, or lines {"prompt": "…", "answer": "…"} in a .jsonl file'
)


@dataclass(frozen=True, slots=True)
class Example:
    """What is said, and what the right answer is."""

    prompt: str
    answer: str


@dataclass(frozen=True, slots=True)
class Parts:
    """The examples, each in one part."""

    train: tuple[Example, ...]
    aside: tuple[Example, ...]
    """A tenth, by which the training stops."""
    exam: tuple[Example, ...]
    """A tenth that nothing looks at until the adapter is done."""


def read_examples(file: Path) -> tuple[Example, ...]:
    """The examples, each once; raises BadInput that names the line that is wrong, and the form."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise BadInput(
            f"{file} can't be read: {error.strerror or error}.",
            f"{file} を読めません（{system_ja(error)}）。",
        ) from error
    except UnicodeDecodeError as error:
        raise BadInput(
            f"{file} is not in UTF-8: save it so.",
            f"{file} が UTF-8 ではありません。UTF-8 で保存してください。",
        ) from error
    lines = _csv(text, file) if file.suffix.lower() == ".csv" else _jsonl(text, file)
    known: dict[str, str] = {}
    for number, prompt, answer in lines:
        _check(file, number, prompt, answer)
        if known.setdefault(prompt.strip(), answer.strip()) != answer.strip():
            raise BadInput(
                f"{file}, line {number}: {prompt.strip()!r} has two answers. Leave one of them.",
                f"{file} の {number} 行目: {prompt.strip()!r} に答えが二つあります。一つにしてください。",
            )
    if not _FEWEST <= len(known) <= _MOST:
        raise BadInput(
            f"{file} has {len(known):,} different examples; {_FEWEST} to {_MOST:,} are taken, and 300 are a "
            "good start.",
            f"{file} の異なる例は {len(known):,} 件です。"
            f"{_FEWEST}〜{_MOST:,} 件にしてください（300 件が目安）。",
        )
    return tuple(Example(prompt, answer) for prompt, answer in known.items())


def split(examples: tuple[Example, ...], seed: int) -> Parts:
    """The parts, by chance: the same seed gives the same ones."""
    shuffled = list(examples)
    random.Random(seed).shuffle(shuffled)  # noqa: S311  # an order needs no secrecy
    tenth = len(shuffled) // 10
    return Parts(tuple(shuffled[2 * tenth :]), tuple(shuffled[:tenth]), tuple(shuffled[tenth : 2 * tenth]))


def _csv(text: str, file: Path) -> Iterator[tuple[int, Any, Any]]:
    rows = csv.DictReader(io.StringIO(text, newline=""))
    if not {"prompt", "answer"} <= set(rows.fieldnames or ()):
        raise BadInput(
            f"{file} has no examples that can be read. The form is: {_FORM}.",
            f"{file} に読める例がありません。形式: {_FORM}",
        )
    for row in rows:
        yield rows.line_num, row["prompt"], row["answer"]


def _jsonl(text: str, file: Path) -> Iterator[tuple[int, Any, Any]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                row = json.loads(line)
                yield number, row["prompt"], row["answer"]
            except (ValueError, TypeError, KeyError) as error:
                raise BadInput(
                    f"{file}, line {number}, is no example. The form is: {_FORM}.",
                    f"{file} の {number} 行目は例として読めません。形式: {_FORM}",
                ) from error


def _check(file: Path, number: int, prompt: Any, answer: Any) -> None:
    for name, value in (("prompt", prompt), ("answer", answer)):
        if not isinstance(value, str) or not value.strip():
            raise BadInput(
                f"{file}, line {number}: the {name} is empty or no text.",
                f"{file} の {number} 行目: {name} が空か、文字列ではありません。",
            )
        if len(value) > _LONGEST:
            raise BadInput(
                f"{file}, line {number}: the {name} has {len(value):,} letters; {_LONGEST:,} are the most.",
                f"{file} の {number} 行目: {name} が {len(value):,} 文字あります。"
                f"{_LONGEST:,} 文字までです。",
            )
