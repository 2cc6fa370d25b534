"""A whole file is described; a broken one of any kind is named as such, before llama.cpp sees it."""

import struct
from pathlib import Path

import pytest

from kippu.errors import ModelBroken, ModelMissing
from kippu.gguf import read


def test_describes_the_real_model(model_path: Path) -> None:
    file = read(model_path)
    assert (file.architecture, file.layers, file.heads, file.width) == ("llama", 30, 9, 576)
    assert file.context == 8192
    assert file.parameters == 134_515_008
    assert file.bytes == model_path.stat().st_size
    assert file.chat_template is not None and "<|im_start|>" in file.chat_template
    assert not file.embeds
    assert (file.quantisation, file.vocabulary) == ("Q4_1", 49_152)
    assert (file.kv_heads, file.head_size) == (3, 64)
    # 3 key-value heads of 64, for keys and for values, 2 bytes each, in 30 layers
    assert file.kv_bytes(1) == 3 * 64 * 2 * 2 * 30


@pytest.mark.parametrize(
    ("keep", "says"),
    [(0, "empty"), (3, "not a GGUF"), (20, "its header"), (100_000, "its header"), (5_000_000, "cut short")],
)
def test_truncated(model_path: Path, tmp_path: Path, keep: int, says: str) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(model_path.read_bytes()[:keep])
    with pytest.raises(ModelBroken, match=says):
        read(path)


def _header(*parts: bytes, tensors: int = 1, keys: int = 1, version: int = 3) -> bytes:
    return b"GGUF" + struct.pack("<IQQ", version, tensors, keys) + b"".join(parts)


def _text(text: bytes) -> bytes:
    return struct.pack("<Q", len(text)) + text


_ARCHITECTURE = _text(b"general.architecture") + struct.pack("<I", 8) + _text(b"llama")


def _tensor(shape: tuple[int, ...], kind: int = 0, offset: int = 0) -> bytes:
    dimensions = struct.pack(f"<I{len(shape)}Q", len(shape), *shape)
    return _text(b"output.weight") + dimensions + struct.pack("<IQ", kind, offset)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"PK\x03\x04 a zip archive", "not a GGUF"),
        (b"<!doctype html><title>404</title>", "not a GGUF"),
        (_header(version=1), "version 1"),
        (_header(tensors=2**60), "its header"),
        (_header(keys=2**60), "its header"),
        (_header(struct.pack("<Q", 2**63), b" " * 60), "its header"),
        (_header(_text(b"\xff\xfe"), struct.pack("<II", 4, 4), b" " * 60), "not UTF-8"),
        (_header(_text(b"x"), struct.pack("<II", 99, 4), b" " * 60), "unknown kind 99"),
        (_header(_text(b"x"), struct.pack("<II", 4, 4), b" " * 60), "does not say its architecture"),
        (_header(_text(b"x"), struct.pack("<IIQ", 9, 9, 1), b" " * 60), "unknown kind 9"),
        (_header(_ARCHITECTURE, b" " * 60, tensors=0), "no weights"),
        (_header(_ARCHITECTURE, _tensor((4,) * 9), b" " * 60), "9 dimensions"),
        (_header(_ARCHITECTURE, _tensor((4, 0)), b" " * 60), "empty"),
        (_header(_ARCHITECTURE, _tensor((4,), offset=7), b" " * 60), "out of line"),
        (_header(_ARCHITECTURE, _tensor((33,), kind=2), b" " * 60), "whole blocks"),
        (_header(_ARCHITECTURE, _tensor((2**40,)), b" " * 60), "cut short"),
        (_header(_ARCHITECTURE, _tensor((4,)), _tensor((4,)), b" " * 60, tensors=2), "doubled"),
    ],
)
def test_corrupt(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(content)
    with pytest.raises(ModelBroken, match=says) as caught:
        read(path)
    assert str(path) in str(caught.value)


def test_no_file_and_no_model(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing):
        read(tmp_path / "none.gguf")
    with pytest.raises(ModelBroken):
        read(tmp_path)
