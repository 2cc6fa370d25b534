"""Runs are kept, and tell a speed."""

from pathlib import Path

import pytest

from kippu.models import Run, Runs
from kippu.models.runs import Seen, reading, took, writing


def test_speeds_are_the_median_of_the_runs(data: Path) -> None:
    runs = Runs(data)
    for seconds in (1.0, 2.0, 10.0):
        runs.add(Run("tiny", 100, seconds, prompt_tokens=50, prompt_seconds=seconds / 4))
    assert writing(Runs(data).all(), "tiny").real == 50
    assert reading(Runs(data).all(), "tiny").real == 100
    assert writing(runs.all(), "other") == Seen(None, 0.0)


def test_a_run_beside_others_tells_only_what_is_reached_at_least(data: Path) -> None:
    runs = Runs(data)
    runs.add(Run("tiny", 100, 1.0, others=0.8))
    assert writing(runs.all(), "tiny") == Seen(None, 100.0)
    runs.add(Run("tiny", 100, 2.0, others=0.1))
    assert writing(runs.all(), "tiny") == Seen(50.0, 100.0)


def test_memory_is_the_median_of_what_runs_took_where_that_is_known(data: Path) -> None:
    runs = Runs(data)
    for memory in (300, 0, 310, 900):
        runs.add(Run("tiny", 100, 1.0, memory=memory, others=0.8))
    assert took(Runs(data).all(), "tiny") == 310
    assert took(Runs(data).all(), "other") is None


def test_an_answer_of_a_few_words_tells_no_speed(data: Path) -> None:
    runs = Runs(data)
    runs.add(Run("tiny", 3, 1.0, prompt_tokens=2, prompt_seconds=0.1))
    assert runs.all() == ()
    runs.add(Run("tiny", 3, 1.0, prompt_tokens=200, prompt_seconds=1.0))
    assert writing(runs.all(), "tiny").real is None
    assert reading(runs.all(), "tiny").real == 200


def test_old_runs_go_and_other_models_runs_stay(data: Path) -> None:
    runs = Runs(data)
    runs.add(Run("other", 100, 1.0))
    for number in range(30):
        runs.add(Run("tiny", 100, 1.0 + number))
    kept = runs.all()
    assert [run.model for run in kept].count("tiny") == 20
    assert kept[0].model == "other"
    assert kept[-1].seconds == 30


@pytest.mark.parametrize(
    "text",
    [
        '[{"colour": "red"}]',
        '[{"model": "tiny", "tokens": "many", "seconds": 1.0}]',
        '[{"model": "tiny", "tokens": 100, "seconds": "long"}]',
        '{"model": "tiny"}',
        "[7]",
    ],
)
def test_a_broken_file_counts_as_no_runs(data: Path, text: str) -> None:
    (data / "runs.json").write_text(text)
    assert writing(Runs(data).all(), "tiny") == Seen(None, 0.0)
    assert Runs(data).all() == ()
    Runs(data).add(Run("tiny", 100, 1.0))
    assert len(Runs(data).all()) == 1
