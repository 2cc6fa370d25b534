"""A whole file is described; a broken one of any kind is named as such, before any library sees it."""

import json
from pathlib import Path
from typing import Any

import pytest

from kippu.errors import ModelBroken, ModelMissing
from kippu.safetensors import read


def written(path: Path, header: Any, data: int) -> Path:
    head = header if isinstance(header, bytes) else json.dumps(header).encode()
    path.write_bytes(len(head).to_bytes(8, "little") + head + bytes(data))
    return path


def tensor(begin: int, *shape: int, kind: str = "F16", length: int | None = None) -> dict[str, Any]:
    count = 2
    for side in shape:
        count *= side
    return {"dtype": kind, "shape": shape, "data_offsets": [begin, begin + (length or count)]}


def test_describes_a_file(tmp_path: Path) -> None:
    header = {"__metadata__": {"format": "pt"}, "a": tensor(0, 2, 3), "b": tensor(12, 5)}
    found = read(written(tmp_path / "model.safetensors", header, 22))
    assert (found.parameters, found.type, found.metadata) == (11, "F16", {"format": "pt"})
    assert found.shapes == {"a": (2, 3), "b": (5,)}
    assert found.bytes == found.path.stat().st_size


@pytest.mark.parametrize(
    ("header", "data", "says"),
    [
        ({"a": tensor(0, 2, 3)}, 11, "cut short"),
        ({"a": tensor(0, 2, 3, length=10)}, 12, "length"),
        ({"a": {"dtype": "F16", "shape": [2]}}, 4, "doesn't describe"),
        ({}, 4, "no weights"),
        ([1], 4, "doesn't describe"),
        (b"{not json", 4, "no JSON"),
    ],
)
def test_says_what_is_wrong(tmp_path: Path, header: Any, data: int, says: str) -> None:
    with pytest.raises(ModelBroken, match=says):
        read(written(tmp_path / "model.safetensors", header, data))


@pytest.mark.parametrize("content", [b"", b"\x10", b"GGUF and what follows it, which is something else"])
def test_another_kind_of_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "model.safetensors"
    path.write_bytes(content)
    with pytest.raises(ModelBroken, match="not a safetensors file"):
        read(path)


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing):
        read(tmp_path / "gone.safetensors")
