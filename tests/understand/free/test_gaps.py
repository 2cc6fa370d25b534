from pathlib import Path

import pytest

from kippu.understand.free.gaps import filled, stem
from kippu.understand.free.parts import Parts
from kippu.understand.free.samples import samples

from ..home import NOW

TEMPLATES = """
language: en
lists:
  what: {wildcard: true}
  amount: {wildcard: true}
  times: {range: {from: 1, to: 9}}
  size: {values: [small, large]}
intents:
  a.spent: {data: [{sentences: ["log {amount} for {what}"]}]}
  a.ran: {data: [{sentences: ["log {duration} of {what}"]}]}
  a.big: {data: [{sentences: ["log {times} {size} ones"]}]}
"""
OWN = frozenset({stem("expenses"), stem("log")})


@pytest.mark.parametrize(
    ("tool", "text", "said"),
    [
        ("a.spent", "put down twelve euros for the taxi", "log 12 euros for taxi"),
        ("a.spent", "my expenses: $9 for a cup of tea", "log $9 for cup of tea"),
        ("a.spent", "put the taxi down", None),
        ("a.spent", "12 euros for the taxi and 3 euros for a bag", None),
        ("a.ran", "just did half an hour of yoga", "log half an hour of yoga"),
        ("a.ran", "i've prepared 5 minutes of cycling", "log 5 minutes of cycling"),
        ("a.big", "3 large ones please", "log 3 large ones"),
        ("a.big", "3 huge ones please", None),
    ],
)
def test_the_words_for_each_gap(tmp_path: Path, tool: str, text: str, said: str | None) -> None:
    (tmp_path / "en.yaml").write_text(TEMPLATES, encoding="utf-8")
    sample = next(one for one in samples(tmp_path) if one.tool == tool)
    assert filled(sample, Parts(text, ()), OWN, NOW) == said
