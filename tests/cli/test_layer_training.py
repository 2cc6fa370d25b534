"""``kippu layer train``: what is told before anything is trained.

The training itself needs the extra ``train``, which tests do without; ``bench/layers/training.py`` runs it.
"""

from importlib.util import find_spec
from pathlib import Path

import pytest

from .conftest import Run

ABOUT = ("--name", "tea-orders", "--licence", "CC0-1.0", "--author", "A test")


def _examples(file: Path, count: int = 60) -> Path:
    file.write_text("prompt,answer\n" + "".join(f"tea {number},pot {number}\n" for number in range(count)))
    return file


@pytest.mark.skipif(find_spec("torch") is not None, reason="what trains is installed here")
def test_says_how_to_get_what_trains(kippu: Run, tmp_path: Path) -> None:
    data = _examples(tmp_path / "tea.csv")
    done = kippu("layer", "train", "--data", str(data), *ABOUT, "--to", str(tmp_path / "tea-orders"))
    assert done.returncode == 2 and b"pip install 'kippu[train]'" in done.stderr, done.stderr
    assert not (tmp_path / "tea-orders").exists()


def test_names_what_is_wrong_with_the_examples(kippu: Run, tmp_path: Path) -> None:
    few = _examples(tmp_path / "tea.csv", count=9)
    done = kippu("layer", "train", "--data", str(few), *ABOUT, "--to", str(tmp_path / "tea-orders"))
    assert done.returncode == 2 and b"9 different examples; 50 to" in done.stderr, done.stderr


def test_writes_over_no_folder(kippu: Run, tmp_path: Path) -> None:
    data = _examples(tmp_path / "tea.csv")
    done = kippu("layer", "train", "--data", str(data), *ABOUT, "--to", str(tmp_path))
    assert done.returncode == 2 and b"is already there" in done.stderr, done.stderr


def test_knows_the_base(kippu: Run, tmp_path: Path) -> None:
    data = _examples(tmp_path / "tea.csv")
    done = kippu("layer", "train", "--data", str(data), *ABOUT, "--base", "smollm2-135m")
    assert done.returncode == 2 and b"smollm2-135m-instruct" in done.stderr, done.stderr


def test_a_wrong_name_is_told_before_the_training(kippu: Run, tmp_path: Path) -> None:
    data = _examples(tmp_path / "tea.csv")
    about = ("--name", "Tea Orders", *ABOUT[2:])
    done = kippu("layer", "train", "--data", str(data), *about, "--to", str(tmp_path / "tea"))
    assert done.returncode == 2 and b"name" in done.stderr, done.stderr
