"""Questions with whether a middling and a strong model answered them right, and what part each belongs to.

Kept aside by a hash of the prompt (30 %), and, as the harder part, all of some
subjects by a hash of their names.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np

Part = Literal["train", "aside", "subjects"]
_MIDDLING, _STRONG = "mistralai/Mixtral-8x7B-Instruct-v0.1", "gpt-4-1106-preview"
_ASIDE, _SUBJECTS = 0.30, 0.15


@dataclass(frozen=True, slots=True)
class Marked:
    """One question."""

    set: Literal["mmlu", "gsm8k"]
    subject: str
    """Of MMLU's 57; empty for GSM8K."""
    prompt: str
    middling: bool
    """Mixtral 8x7B answered it right."""
    strong: bool
    """GPT-4 did."""

    @property
    def part(self) -> Part:
        """``train``; ``aside``, of which nothing is learned; ``subjects``, the same for whole subjects."""
        if self.subject and _share(self.subject) < _SUBJECTS:
            return "subjects"
        return "aside" if _share(self.prompt) < _ASIDE else "train"

    @property
    def mark(self) -> int:
        """A hash of the prompt; those that were learned stand in the weights' file."""
        return int(_share(self.prompt) * 2**32)

    def fold(self, by: str) -> int:
        """One of five, by the prompt or by the subject (by the prompt where there is none)."""
        return int(_share("fold" + (getattr(self, by) or self.prompt)) * 5)


def read(folder: Path) -> list[Marked]:
    """All questions of a folder, each once; raises OSError when its files are missing."""
    found: dict[str, Marked] = {}
    for name in ("mmlu", "gsm8k"):
        with (folder / f"routellm_{name}.jsonl").open(encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                marks = (row[model] == "True" for model in (_MIDDLING, _STRONG))
                found.setdefault(row["prompt"], Marked(name, row.get("subject", ""), row["prompt"], *marks))
    return list(found.values())


def recovered(rows: list[Marked], score: np.ndarray) -> np.ndarray:
    """Share of the gap between the two models that is won when the best 0 … n questions by score are sent."""
    order = np.argsort(-score, kind="stable")
    gain = np.array([float(row.strong) - float(row.middling) for row in rows])
    won = np.append(0.0, np.cumsum(gain[order]))
    return won / won[-1]


def apgr(rows: list[Marked], score: np.ndarray) -> float:
    """The mean of that over all shares (RouteLLM's APGR); by chance it is 0.5."""
    return float(np.trapezoid(recovered(rows, score)) / len(rows))


def cpt(rows: list[Marked], score: np.ndarray, won: float) -> float:
    """The least share to send to win so much of the gap (RouteLLM's CPT)."""
    return float(np.argmax(recovered(rows, score) >= won) / len(rows))


def _share(text: str) -> float:
    return int(hashlib.sha256(text.encode()).hexdigest()[:8], 16) / 2**32
