"""What the topics are learned from: sentences with a topic, and sentences that have none.

``en.txt`` and ``ja.txt``: ``topic: sentence``, ``none`` for no topic, ``[this|that]`` for either. Also rows
of public sets that are about no topic.
"""

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from kippu.settings import Topic
from topics_asked import commands, to_learn

TOPICS: tuple[Topic, ...] = get_args(Topic)
_ONE = re.compile(r"\[([^]]*)\]")
_WAYS = 5
"""So many sentences are drawn from a line that has ways to go."""
_COMMANDS = 700
"""So many of the Japanese ones."""
_ABOUT = re.compile(
    r"account|apr|balance|bill|calories|card|credit|deposit|direct|fee|fraud|income|insur|interest|pay|pto|"
    r"rewards|rollover|spending|tax|transact|transfer|vaccin|visa|w2|work|meeting|nutrition|order_checks|"
    r"email|social|meaning_of_life|contact|text|call|jump_start|greeting|routing|holiday"
)
"""Intents of the public sets that may be about a topic."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence to learn."""

    text: str
    topic: str
    """One of the topics, or ``none``."""
    line: int
    """Which line it was drawn from; sentences of one line are kept together when judged."""


def said(language: str, data: Path) -> list[Said]:
    """All sentences to learn, in the same order each time."""
    dice = random.Random(7)
    lines = (Path(__file__).parent / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    found = []
    for number, line in enumerate(lines):
        topic, _, text = line.partition(": ")
        ways = {_drawn(text, dice) for _ in range(_WAYS * 3 if "[" in text else 1)}
        found += [Said(way, topic, number) for way in sorted(ways)[:_WAYS]]
    others = [*_others(data)] if language == "en" else [*_others_ja()]
    return found + [Said(text, "none", len(lines) + number) for number, text in enumerate(others)]


def _drawn(text: str, dice: random.Random) -> str:
    return _ONE.sub(lambda match: dice.choice(match[1].split("|")), text)


def _others(data: Path) -> Iterator[str]:
    for texts in to_learn(data / "questions").values():
        yield from (text for text in texts if len(text) < 400)
    for name in ("clinc150_train", "hwu64_train"):
        rows = [json.loads(line) for line in (data / "commands" / f"{name}.jsonl").open(encoding="utf-8")]
        rows = [row for row in rows if not _ABOUT.search(row["intent"])]
        yield from (row["text"] for row in random.Random(7).sample(rows, 500))


def _others_ja() -> Iterator[str]:
    texts = commands(learn=True)
    yield from random.Random(7).sample(texts, min(_COMMANDS, len(texts)))
