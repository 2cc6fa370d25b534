"""The matrix of a checkpoint that the library reads from the wrong side."""

import json
from pathlib import Path

import numpy as np
import pytest

from kippu import safetensors
from kippu.engines.pictures.projection import turned
from kippu.errors import ModelBroken

NAME = "conditioner.embedders.1.model.text_projection"


def checkpoint(path: Path, values: np.ndarray, name: str = NAME, kind: str = "F16") -> Path:
    other = np.arange(6, dtype=np.float32).tobytes()
    data = values.tobytes()
    header = {
        "another.weight": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, len(other)]},
        name: {
            "dtype": kind,
            "shape": list(values.shape),
            "data_offsets": [len(other), len(other) + len(data)],
        },
    }
    head = json.dumps(header).encode()
    path.write_bytes(len(head).to_bytes(8, "little") + head + other + data)
    return path


@pytest.mark.parametrize(("kind", "numbers"), [("F16", np.float16), ("F32", np.float32), ("BF16", np.uint16)])
def test_it_is_turned_to_the_last_bit(tmp_path: Path, kind: str, numbers: type[np.generic]) -> None:
    values = np.random.default_rng(7).integers(0, 100, (4, 6)).astype(numbers)
    made = turned(checkpoint(tmp_path / "xl.safetensors", values, kind=kind), tmp_path)
    assert made is not None
    assert safetensors.read(made).shapes == {"text_projection.weight": (6, 4)}
    written = np.frombuffer(made.read_bytes()[-values.nbytes :], numbers).reshape(6, 4)
    assert np.array_equal(written, values.T)


def test_others_have_none(tmp_path: Path) -> None:
    values = np.zeros((2, 2), np.float16)
    assert turned(checkpoint(tmp_path / "one.safetensors", values, name="other"), tmp_path) is None
    assert turned(tmp_path / "model.gguf", tmp_path) is None
    assert turned(checkpoint(tmp_path / "f8.safetensors", values.view(np.uint8), kind="U8"), tmp_path) is None


def test_a_broken_checkpoint_is_told(tmp_path: Path) -> None:
    path = tmp_path / "broken.safetensors"
    path.write_bytes(b"\x10\0\0\0\0\0\0\0{no json at all}")
    with pytest.raises(ModelBroken, match=r"broken\.safetensors"):
        turned(path, tmp_path)
