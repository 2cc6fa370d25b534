"""The bench of function calling: which questions it asks, what it keeps, and what it makes of the answers."""

import json
from pathlib import Path
from typing import Any

import pytest

from functions_answers import Log, of_own, questions, told

pytestmark = pytest.mark.anyio

_FUNCTION = {
    "name": "math.root",
    "parameters": {"type": "dict", "properties": {"of": {"type": "integer"}}, "required": ["of"]},
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "possible_answer").mkdir()
    for kind in ("simple_python", "irrelevance"):
        rows = [{"id": f"{kind}_{number}", "question": [[]], "function": [_FUNCTION]} for number in range(20)]
        (tmp_path / f"BFCL_v4_{kind}.json").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    wanted = [{"id": f"simple_python_{n}", "ground_truth": [{"math.root": {"of": [n]}}]} for n in range(20)]
    file = tmp_path / "possible_answer" / "BFCL_v4_simple_python.json"
    file.write_text("\n".join(map(json.dumps, wanted)), encoding="utf-8")
    return tmp_path


def test_more_questions_are_the_same_ones_and_others(data: Path) -> None:
    few = [row["id"] for _, row, _ in questions(data, "simple_python", 5, 0)]
    more = [row["id"] for _, row, _ in questions(data, "simple_python", 10, 0)]
    other = [row["id"] for _, row, _ in questions(data, "simple_python", 10, 10)]
    assert more[:5] == few
    assert len(set(more) | set(other)) == 20
    assert more != sorted(more), "those that are near each other in the set are much alike"


def call(of: int, name: str = "math_root") -> dict[str, Any]:
    return {"calls": [{"name": name, "arguments": {"of": of}}], "written": 10, "read": 100, "ms": 5.0}


async def test_a_run_goes_on_where_it_was_cut_off(data: Path, tmp_path: Path) -> None:
    asked = list(questions(data, "simple_python", 3, 0))
    log = Log(tmp_path / "log.jsonl")
    log.keep("small", asked[0][1]["id"], call(1))
    with (tmp_path / "log.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"way": "small", "id": "simp')
    put: list[str] = []

    async def ask(row: Any) -> dict[str, Any]:
        put.append(row["id"])
        return call(1)

    await Log(tmp_path / "log.jsonl").fill("small", asked, ask)
    assert put == [row["id"] for _, row, _ in asked[1:]]
    again = Log(tmp_path / "log.jsonl")
    assert {id for _, id in again.answers} == {row["id"] for _, row, _ in asked}


def test_shares_of_right_calls(data: Path, tmp_path: Path) -> None:
    log = Log(tmp_path / "log.jsonl")
    asked = [one for kind in ("simple_python", "irrelevance") for one in questions(data, kind, 4, 0)]
    for number, (_, row, wanted) in enumerate(asked):
        of = wanted[0]["math.root"]["of"][0] if wanted else 0
        right: dict[str, Any] = call(of) if wanted else {"calls": [], "heard": ""}
        wrong: dict[str, Any] = {"error": "too long"} if number == 1 else call(of + 1)
        log.keep("small", row["id"], wrong if number % 2 else right)
    found = told(log, "small", asked)
    assert (found["simple_python"], found["irrelevance"], found["named"]) == (0.5, 0.5, 0.75)
    assert found["mistakes"] == {
        "simple_python error": 1, "simple_python value": 1, "irrelevance called": 2,
    }  # fmt: skip


def test_what_was_only_proposed_counts_apart() -> None:
    answer = {"exact": True, "meant": True, "tool_right": True, "wrong": False, "written": 0, "ms": 1.0}
    known = {
        ("Kippu", "dim it"): answer,
        ("Kippu", "too bright"): answer | {"exact": False},
        ("Kippu", "another's"): answer,
    }
    found = of_own(("dim it", "too bright"), known)["Kippu"]
    assert (found["sentences"], found["exact"], found["meant"]) == (2, 0.5, 1)
