"""Examples: both forms are read, each once, and what is wrong is named with its line."""

import json
from pathlib import Path

import pytest

from kippu.errors import BadInput
from kippu.layers.training import Example, read_examples, split

ROWS = [(f"note {number}, with a comma", f'line "{number}"') for number in range(60)]


def _csv(file: Path, rows: list[tuple[str, str]], head: str = "prompt,answer") -> Path:
    def cell(text: str) -> str:
        return '"' + text.replace('"', '""') + '"'

    file.write_text("\n".join([head, *(f"{cell(a)},{cell(b)}" for a, b in rows)]) + "\n", encoding="utf-8")
    return file


def _jsonl(file: Path, rows: list[tuple[str, str]]) -> Path:
    lines = [json.dumps({"prompt": a, "answer": b, "from": "me"}) for a, b in rows]
    file.write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    return file


def test_reads_both_forms_alike(tmp_path: Path) -> None:
    examples = read_examples(_csv(tmp_path / "a.csv", ROWS))
    assert examples == read_examples(_jsonl(tmp_path / "a.jsonl", ROWS))
    assert examples[7] == Example("note 7, with a comma", 'line "7"')


def test_reads_what_a_spreadsheet_saves(tmp_path: Path) -> None:
    file = _csv(tmp_path / "a.csv", [(f" {a}\nin two lines ", b) for a, b in ROWS])
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert read_examples(file)[0].prompt == "note 0, with a comma\nin two lines"


def test_takes_each_example_once_and_none_with_two_answers(tmp_path: Path) -> None:
    assert len(read_examples(_csv(tmp_path / "a.csv", ROWS + ROWS[:9]))) == 60
    with pytest.raises(BadInput, match=r"line 62: 'note 3, with a comma' has two answers"):
        read_examples(_csv(tmp_path / "a.csv", [*ROWS, (ROWS[3][0], "another")]))


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.csv", "question,answer\na,b\n", "The form is: columns"),
        ("a.csv", "", "The form is: columns"),
        ("a.csv", "prompt,answer\na\n", "line 2: the answer is empty"),
        ("a.csv", f"prompt,answer\n{'a' * 3000},b\n", "line 2: the prompt has 3,000 letters"),
        ("a.jsonl", '{"prompt": "a", "answer": "b"}\nhello\n', "line 2, is no example"),
        ("a.jsonl", '["a", "b"]\n', "line 1, is no example"),
        ("a.jsonl", '{"prompt": "a", "answer": 3}\n', "line 1: the answer is empty or no text"),
        ("a.jsonl", '{"prompt": "a", "answer": "b"}\n', "1 different examples; 50 to"),
    ],
)
def test_names_what_is_wrong(tmp_path: Path, name: str, text: str, told: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(BadInput, match=told):
        read_examples(tmp_path / name)


def test_refuses_what_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="can't be read"):
        read_examples(tmp_path / "none.csv")
    (tmp_path / "a.csv").write_bytes("prompt,answer\nü,ü\n".encode("latin-1"))
    with pytest.raises(BadInput, match="UTF-8"):
        read_examples(tmp_path / "a.csv")


def test_splits_by_chance_and_the_same_way_again(tmp_path: Path) -> None:
    examples = read_examples(_csv(tmp_path / "a.csv", ROWS))
    parts = split(examples, seed=1)
    assert (len(parts.train), len(parts.aside), len(parts.exam)) == (48, 6, 6)
    assert {*parts.train, *parts.aside, *parts.exam} == set(examples)
    assert split(examples, seed=1) == parts != split(examples, seed=2)
