"""The real stable-diffusion.cpp in its process: drawn, drawn again, stopped, given files that won't do."""

import importlib.util
import os
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import psutil
import pytest

import small_diffusion
from kippu.engines.pictures.diffusion import EXTRA, Diffusion, Files, Manner
from kippu.engines.pictures.order import Order, Pixels
from kippu.errors import BadInput, ModelBroken, ModelError

pytestmark = pytest.mark.skipif(
    sys.platform == "linux" and os.uname().machine != "x86_64",
    reason="its library has no wheel for Linux on other processors",
)
ORDER = Order("a cat", 7, "euler", steps=2)
MANNER = Manner(64, 2, 1.0, "euler")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    model, tiny = small_diffusion.write(tmp_path_factory.mktemp("diffusion"))
    return Files({"model": model, "taesd": tiny})


@pytest.fixture(scope="module")
def painter(files: Files) -> Iterator[Diffusion]:
    painter = Diffusion("small", lambda: files, MANNER)
    yield painter
    painter.close()


def drawn(painter: Diffusion, order: Order) -> tuple[Pixels, list[tuple[int, int]]]:
    steps: list[tuple[int, int]] = []

    def seen(step: int, all: int, preview: Pixels) -> None:
        assert preview.shape == (64, 64, 4)
        steps.append((step, all))

    picture = painter.draw(order, seen, lambda: False)
    assert picture is not None
    return picture, steps


def children() -> list[psutil.Process]:
    return [child for child in psutil.Process().children() if "diffusion_child" in " ".join(child.cmdline())]


def test_draws_the_same_again_and_another_with_another_seed(painter: Diffusion) -> None:
    picture, steps = drawn(painter, ORDER)
    assert (picture.shape, steps) == ((64, 64, 4), [(1, 2), (2, 2)])
    assert picture[..., :3].std() > 1
    assert np.array_equal(picture, drawn(painter, ORDER)[0])
    assert not np.array_equal(picture, drawn(painter, replace(ORDER, seed=8))[0])


def test_starts_from_a_picture_and_takes_the_steps_that_are_left(painter: Diffusion) -> None:
    start = np.full((64, 64, 4), 255, np.uint8)
    start[:, 32:, :3] = 0
    order = replace(ORDER, start=start, strength=0.5)
    picture, steps = drawn(painter, order)
    assert steps == [(1, 1)]
    assert not np.array_equal(picture, drawn(painter, replace(order, start=255 - start + [0, 0, 0, 255]))[0])


def test_only_what_is_clear_in_the_start_is_painted_anew(painter: Diffusion) -> None:
    """Two seeds differ on the far side of the clear part much less than without one (some, as the random
    autoencoder carries what is new all over so small a picture)."""
    start = np.full((64, 64, 4), 255, np.uint8)
    start[20:40, :, :3] = 90
    partly = start.copy()
    partly[:, :16, 3] = 0

    def differ(start: Pixels) -> float:
        order = replace(ORDER, start=start, strength=1.0)
        one, other = (drawn(painter, replace(order, seed=seed))[0].astype(int) for seed in (7, 8))
        return float(np.abs(one - other)[:, 48:].mean())

    assert differ(partly) < differ(start) / 2


def test_outside_of_a_mask_all_stays_to_the_byte(painter: Diffusion) -> None:
    start = np.random.default_rng(0).integers(0, 256, (64, 64, 4)).astype(np.uint8)
    mask = np.zeros((64, 64), bool)
    mask[16:48, :32] = True
    picture, _ = drawn(painter, replace(ORDER, start=start, mask=mask, strength=1.0))
    assert np.array_equal(picture[~mask], start[~mask])
    assert not np.array_equal(picture[mask], start[mask])


def test_stopping_ends_the_process_and_the_next_picture_gets_another(files: Files) -> None:
    painter = Diffusion("small", lambda: files, MANNER)
    stop = threading.Event()
    before = {child.pid for child in children()}
    threading.Timer(0.3, stop.set).start()
    began = time.monotonic()
    assert painter.draw(replace(ORDER, steps=100), lambda *_: None, stop.is_set) is None
    assert time.monotonic() - began < 60  # a hundred steps take minutes
    assert {child.pid for child in children()} <= before
    assert drawn(painter, ORDER)[0].shape == (64, 64, 4)
    painter.close()


@pytest.mark.parametrize("part", ["control_net", "model"])
def test_a_file_of_another_kind_is_told_and_ends_nothing_of_ours(
    painter: Diffusion, files: Files, part: str
) -> None:
    wrong = Diffusion("wrong", lambda: Files({**files.parts, part: files.parts["taesd"]}), MANNER)
    with pytest.raises(ModelBroken, match=r"wrong can't be loaded: .*taesd\.safetensors"):
        wrong.draw(ORDER, lambda *_: None, lambda: False)
    assert drawn(painter, ORDER)[0].shape == (64, 64, 4)


def test_what_is_not_here_is_asked_for_by_name(painter: Diffusion) -> None:
    with pytest.raises(BadInput, match=r"no LoRA 'pixel'.*models get"):
        painter.draw(replace(ORDER, prompt="a cat <lora:pixel:0.8>"), lambda *_: None, lambda: False)
    with pytest.raises(BadInput, match="only with a ControlNet"):
        sketch = np.zeros((64, 64, 4), np.uint8)
        painter.draw(replace(ORDER, sketch=sketch), lambda *_: None, lambda: False)


def test_without_the_extra_it_says_how_to_get_it(painter: Diffusion, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(ModelError) as told:
        painter.draw(ORDER, lambda *_: None, lambda: False)
    assert EXTRA in str(told.value)


def test_nothing_heavy_is_imported_with_it() -> None:
    assert "cyllama" not in sys.modules


def test_files_are_asked_for_before_each_picture(files: Files, tmp_path: Path) -> None:
    """A part that came since is used; one that went is not."""
    now = {"files": Files({**files.parts, "taesd": tmp_path / "gone.safetensors"})}
    painter = Diffusion("small", lambda: now["files"], MANNER)
    with pytest.raises(ModelBroken, match=r"gone\.safetensors"):
        painter.draw(ORDER, lambda *_: None, lambda: False)
    now["files"] = files
    assert drawn(painter, ORDER)[0].shape == (64, 64, 4)
    painter.close()
