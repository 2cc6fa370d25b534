"""What a GGUF file says of itself: its metadata, without its weights.

Knows the format's header and nothing of models, stores or engines.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from kippu.errors import ModelBroken

_NUMBERS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
_STRING, _ARRAY = 8, 9
_QUANTISATIONS = {
    0: "F32", 1: "F16", 2: "Q4_0", 3: "Q4_1", 7: "Q8_0", 8: "Q5_0", 9: "Q5_1", 10: "Q2_K", 11: "Q3_K_S",
    12: "Q3_K_M", 13: "Q3_K_L", 14: "Q4_K_S", 15: "Q4_K_M", 16: "Q5_K_S", 17: "Q5_K_M", 18: "Q6_K",
    19: "IQ2_XXS", 20: "IQ2_XS", 23: "IQ3_XXS", 24: "IQ1_S", 25: "IQ4_NL", 26: "IQ3_S", 27: "IQ3_M",
    28: "IQ2_S", 29: "IQ2_M", 30: "IQ4_XS", 32: "BF16", 38: "MXFP4",
}  # fmt: skip
_LONGEST = 1 << 26
"""No key or text of a header is longer; a length above it means that the file is broken."""


@dataclass(frozen=True, slots=True)
class Gguf:
    """The header of a GGUF file."""

    metadata: Mapping[str, Any]
    """Key to value; an array is given as its length."""
    parameters: int
    """Weights in all tensors."""
    least: int
    """The file can't be shorter than this; bytes."""

    @property
    def architecture(self) -> str:
        """llama, qwen2, gemma3, …"""
        return str(self.metadata.get("general.architecture", ""))

    @property
    def quantisation(self) -> str:
        """Q4_K_M, Q8_0, …; empty when the file does not say."""
        return _QUANTISATIONS.get(int(self.metadata.get("general.file_type", -1)), "")

    def number(self, key: str, otherwise: int = 0) -> int:
        """A number of the architecture, such as ``block_count``."""
        value = self.metadata.get(f"{self.architecture}.{key}", otherwise)
        return int(value) if isinstance(value, int | float) else otherwise


def read(path: Path) -> Gguf:
    """Read the header; raises ModelBroken when it is not a GGUF file, or cut short."""
    try:
        with path.open("rb") as file:
            found = _header(file)
    except (struct.error, UnicodeDecodeError, KeyError, MemoryError, OverflowError) as error:
        raise ModelBroken(f"{path} is cut short or corrupt: its header can't be read.") from error
    except OSError as error:
        raise ModelBroken(f"{path} can't be read: {error.strerror}.") from error
    if path.stat().st_size < found.least:
        raise ModelBroken(
            f"{path} is cut short: it has {path.stat().st_size} bytes and its header promises more than "
            f"{found.least}."
        )
    return found


def _header(file: BinaryIO) -> Gguf:
    if file.read(4) != b"GGUF":
        raise ModelBroken(f"{file.name} is not a GGUF model: it does not begin with 'GGUF'.")
    _version, tensors, keys = struct.unpack("<IQQ", file.read(20))
    metadata = {}
    for _ in range(keys):
        key = _text(file)
        (kind,) = struct.unpack("<I", file.read(4))
        metadata[key] = _value(file, kind)
    parameters = last = 0
    for _ in range(tensors):
        _text(file)
        (dimensions,) = struct.unpack("<I", file.read(4))
        size = 1
        for length in struct.unpack(f"<{dimensions}Q", file.read(8 * dimensions)):
            size *= length
        _kind, offset = struct.unpack("<IQ", file.read(12))
        parameters += size
        last = max(last, offset)
    return Gguf(metadata, parameters, file.tell() + last)


def _text(file: BinaryIO) -> str:
    (length,) = struct.unpack("<Q", file.read(8))
    if length > _LONGEST:
        raise OverflowError
    return file.read(length).decode("utf-8", "replace")


def _value(file: BinaryIO, kind: int) -> Any:
    if kind == _STRING:
        return _text(file)
    if kind == _ARRAY:
        inner, length = struct.unpack("<IQ", file.read(12))
        if length > _LONGEST:
            raise OverflowError
        if inner in _NUMBERS:
            file.seek(struct.calcsize("<" + _NUMBERS[inner]) * length, 1)
        else:
            for _ in range(length):
                _value(file, inner)
        return length
    code = "<" + _NUMBERS[kind]
    return struct.unpack(code, file.read(struct.calcsize(code)))[0]
