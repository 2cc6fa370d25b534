from pathlib import Path

from kippu.understand.free.samples import samples

TEMPLATES = """
language: en
lists:
  drink: {wildcard: true}
  cups: {range: {from: 1, to: 9}}
  size: {values: [small, large]}
expansion_rules:
  get: "(get|bring)"
intents:
  bar.order:
    data:
      - sentences: ["<get> [me] {drink} {when}", "{cups} {size} coffee"]
  bar.open_up:
    data:
      - sentences: ["please {size} open the front door"]
"""


def test_gaps_stay_and_are_filled(tmp_path: Path) -> None:
    (tmp_path / "en.yaml").write_text(TEMPLATES, encoding="utf-8")
    found = list(samples(tmp_path))
    assert {sample.tool for sample in found} == {"bar.order"}  # none for what lets somebody in
    assert "bring {drink} {when}" in {sample.text for sample in found}
    assert {tuple(sample.gaps) for sample in found} == {("drink", "when"), ("cups", "size")}
    assert all("{" not in sample.said for sample in found)
    assert any(sample.said[0].isdigit() for sample in found)


def test_the_same_each_time(tmp_path: Path) -> None:
    (tmp_path / "en.yaml").write_text(TEMPLATES, encoding="utf-8")
    assert [one.said for one in samples(tmp_path)] == [one.said for one in samples(tmp_path)]
