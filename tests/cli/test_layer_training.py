"""``kippu layer train``: what is told before anything is trained.

The training itself needs the extra ``train``, which tests do without; ``bench/layers/training.py`` runs it.
"""

import json
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
    done = kippu("layer", "train", "--data", str(data), *ABOUT, "--base", "smollm2")
    assert done.returncode == 2 and b"Several models" in done.stderr, done.stderr
    assert b"smollm2-135m-instruct" in done.stderr and b"smollm2-360m-instruct" in done.stderr
    done = kippu("layer", "train", "--data", str(data), *ABOUT, "--base", "smolm2-135m-instruct")
    assert done.returncode == 2 and b"Did you mean smollm2-135m-instruct" in done.stderr, done.stderr


def test_needs_no_more_than_examples(kippu: Run, tmp_path: Path) -> None:
    """It comes as far as the check that what is named for it is taken (a folder by that name)."""
    lines = (json.dumps({"prompt": f"tea {number}", "answer": f"pot {number}"}) for number in range(60))
    (tmp_path / "My teas.jsonl").write_text("\n".join(lines))
    (tmp_path / "my-teas").mkdir()
    done = kippu(
        "layer", "train", "--base", "smollm2-135m", "--data", "My teas.jsonl", "--level", "scenario",
        folder=tmp_path,
    )  # fmt: skip
    assert done.returncode == 2 and b"my-teas is already there" in done.stderr, done.stderr
    (tmp_path / "お茶.csv").write_text("")
    done = kippu("layer", "train", "--data", "お茶.csv", folder=tmp_path)
    assert done.returncode == 2 and b"--name" in done.stderr, done.stderr


def test_a_wrong_name_is_told_before_the_training(kippu: Run, tmp_path: Path) -> None:
    data = _examples(tmp_path / "tea.csv")
    about = ("--name", "Tea Orders", *ABOUT[2:])
    done = kippu("layer", "train", "--data", str(data), *about, "--to", str(tmp_path / "tea"))
    assert done.returncode == 2 and b"name" in done.stderr, done.stderr


def test_says_how_several_processes_are_started(kippu: Run, tmp_path: Path) -> None:
    words = ("layer", "train", "--data", str(_examples(tmp_path / "tea.csv")), "--distributed")
    done = kippu(*words, folder=tmp_path)
    line = " ".join(("torchrun --nproc-per-node 2 -m kippu", *words))
    assert done.returncode == 2 and line.encode() in b" ".join(done.stderr.split()), done.stderr
    done = kippu(*words, folder=tmp_path, LANG="ja_JP.UTF-8")
    assert done.returncode == 2 and "torchrun が設定します" in done.stderr.decode(), done.stderr


def test_several_processes_do_not_train_the_same_layer_apart(kippu: Run, tmp_path: Path) -> None:
    data = _examples(tmp_path / "tea.csv")
    told = {"RANK": "0", "WORLD_SIZE": "2", "TORCHELASTIC_RUN_ID": "a"}
    done = kippu("layer", "train", "--data", str(data), folder=tmp_path, **told)
    assert done.returncode == 2 and b"torchrun started 2 processes" in done.stderr, done.stderr
    assert not (tmp_path / "tea").exists()
