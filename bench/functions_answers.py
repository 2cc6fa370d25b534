"""Questions of the leaderboard's sets, the answers to them as they are kept, and what these come to.

Knows no model: an answer has ``calls`` (or ``error``), ``ms``, and the tokens ``read`` and ``written``.
"""

import json
from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

from rich.progress import track

from functions_judging import mistake, plain
from understand_figures import quantile

SETS = ("simple_python", "multiple", "irrelevance")
Question = tuple[str, Mapping[str, Any], Sequence[Any]]
"""Set, question, and its possible answers."""
Answer = dict[str, Any]
Ask = Callable[[Mapping[str, Any]], Awaitable[Answer]]


def questions(data: Path, kind: str, limit: int | None, first: int) -> Iterator[Question]:
    """Questions of a set, always in the same mixed order: those of a smaller limit are among more."""
    name = f"BFCL_v4_{kind}.json"
    rows = [json.loads(line) for line in (data / name).open(encoding="utf-8")]
    file = data / "possible_answer" / name
    lines = file.open(encoding="utf-8") if file.exists() else ()
    answers = {row["id"]: row["ground_truth"] for row in map(json.loads, lines)}
    rows.sort(key=lambda row: crc32(row["id"].encode()))
    for row in rows[first:][:limit]:
        yield kind, row, answers.get(row["id"], [])


class Log:
    """Answers by who gave them and to which question; kept as they come."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.answers: dict[tuple[str, str], Answer] = {}
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        self._begin = "\n" if text and not text.endswith("\n") else ""
        for line in text.splitlines():
            try:
                answer = json.loads(line)
            except ValueError:  # cut off in the middle
                continue
            self.answers[answer["way"], answer["id"]] = answer

    async def fill(self, way: str, asked: Sequence[Question], ask: Ask) -> None:
        """Ask what was not asked yet."""
        left = [one for one in asked if (way, one[1]["id"]) not in self.answers]
        for _, row, _ in track(left, description=way, transient=True):
            self.keep(way, row["id"], await ask(row))

    def keep(self, way: str, id: str, answer: Answer) -> None:
        self.answers[way, id] = answer = {"way": way, "id": id, **answer}
        with self._file.open("a", encoding="utf-8") as file:
            file.write(f"{self._begin}{json.dumps(answer, ensure_ascii=False)}\n")
        self._begin = ""


def told(log: Log, way: str, asked: Sequence[Question]) -> dict[str, Any]:
    """The figures of one way."""
    found: dict[str, Any] = {}
    mistakes: Counter[str] = Counter()
    named: list[bool] = []
    answers = []
    for kind in SETS:
        good = []
        for _, row, wanted in (one for one in asked if one[0] == kind):
            answer = log.answers[way, row["id"]]
            answers.append(answer)
            wrong = "error" if "error" in answer else mistake(answer["calls"], row["function"], wanted)
            good.append(not wrong)
            mistakes[f"{kind} {wrong}"] += bool(wrong)
            if wanted:
                named.append(_names(answer, next(iter(wanted[0]))))
        found[kind] = _share(good)
    times = [answer["ms"] for answer in answers if "ms" in answer]
    return {
        **found,
        "questions": len(answers),
        "named": _share(named),
        "read": _mean([answer.get("read", 0) for answer in answers]),
        "written": _mean([answer.get("written", 0) for answer in answers]),
        "p50_ms": quantile(times, 0.5),
        "p95_ms": quantile(times, 0.95),
        "mistakes": dict(+mistakes),
    }


def of_own(texts: Collection[str], known: Mapping[tuple[str, str], Answer]) -> dict[str, dict[str, Any]]:
    """The figures of requests for Kippu's own tools, by who read them."""
    found: dict[str, list[dict[str, Any]]] = {}
    for (way, text), answer in known.items():
        if text in texts:
            found.setdefault(way, []).append(answer)
    return {
        way: {
            "sentences": len(answers),
            **{
                key: _mean([answer[key] for answer in answers])
                for key in ("exact", "meant", "tool_right", "wrong")
            },
            "written": _mean([answer["written"] for answer in answers]),
            "p50_ms": quantile([answer["ms"] for answer in answers], 0.5),
            "p95_ms": quantile([answer["ms"] for answer in answers], 0.95),
        }
        for way, answers in found.items()
    }


def _names(answer: Answer, name: str) -> bool:
    called = [call["name"] for call in answer.get("calls", ())] or [answer.get("heard", "")]
    return called == [plain(name)]


def _share(flags: Sequence[bool]) -> float:
    return round(sum(flags) / max(len(flags), 1), 4)


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / max(len(values), 1), 2)
