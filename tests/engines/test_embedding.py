import shutil
from pathlib import Path

import numpy as np
import pytest

from kippu.engines.embedding import Embedder
from kippu.errors import ModelError

from .test_wordpiece import FOLDER

MOST = 64


def test_what_means_the_same_is_nearer_than_what_has_the_same_words() -> None:
    embedder = Embedder(FOLDER)
    asked, same, other = (
        embedder.embed(text, MOST)
        for text in (
            "How do I uninstall the program?",
            "To remove the app, delete its folder.",
            "How do I tune the piano?",
        )
    )
    assert asked.shape == (384,)
    assert np.linalg.norm(asked) == pytest.approx(1, abs=1e-5)
    assert asked @ same > asked @ other + 0.2


def test_nothing_and_very_much() -> None:
    embedder = Embedder(FOLDER)
    assert np.isfinite(embedder.embed("", MOST)).all()
    assert (embedder.embed("word " * 9000, MOST) == embedder.embed("word " * (MOST - 2), MOST)).all()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("embedding.onnx", b"this is a letter", "embedding.onnx is no encoder that can be run"),
        ("encoder.onnx", None, "embedding.onnx is no encoder that can be run"),
        ("vocabulary.txt", None, "vocabulary.txt can't be read"),
    ],
)
def test_a_broken_file_is_told(tmp_path: Path, name: str, content: bytes | None, told: str) -> None:
    folder = tmp_path / "encoder"
    shutil.copytree(FOLDER, folder)
    (folder / name).unlink()
    if content is not None:
        (folder / name).write_bytes(content)
    with pytest.raises(ModelError, match=told):
        Embedder(folder).embed("hello", MOST)
