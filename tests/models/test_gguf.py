"""The header of a real GGUF file, and of what is left of one."""

from pathlib import Path

import pytest

from kippu.errors import ModelBroken
from kippu.models import gguf


def test_a_real_header(model_path: Path) -> None:
    found = gguf.read(model_path)
    assert (found.architecture, found.quantisation, found.parameters) == ("llama", "Q4_1", 134515008)
    assert found.number("context_length") == 8192
    assert found.number("nothing", 7) == 7
    assert found.metadata["tokenizer.ggml.tokens"] == 49152


@pytest.mark.parametrize("length", [0, 3, 20, 1000, 100_000, 90_000_000])
def test_a_file_that_was_cut_short(model_path: Path, tmp_path: Path, length: int) -> None:
    cut = tmp_path / "cut.gguf"
    with model_path.open("rb") as file:
        cut.write_bytes(file.read(length))
    with pytest.raises(ModelBroken, match=r"cut short|not a GGUF"):
        gguf.read(cut)


def test_a_header_of_nonsense(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.gguf"
    wrong.write_bytes(b"GGUF" + b"\xff" * 64)
    with pytest.raises(ModelBroken, match="corrupt"):
        gguf.read(wrong)


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(ModelBroken, match="can't be read"):
        gguf.read(tmp_path / "none.gguf")
