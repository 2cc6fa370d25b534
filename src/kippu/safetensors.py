"""What a safetensors file says of itself, and whether the file is whole.

The header is read and checked here before any library is given the file. Knows the file format (8 bytes of
length, a JSON object of tensors with their places, the tensors' bytes); no engine, no store and no catalogue.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any

from kippu.errors import ModelBroken, ModelMissing
from kippu.failures_ja import system_ja

_LONGEST = 100_000_000
"""Bytes of a header, the format's own limit."""
_BYTES = {
    "BOOL": 1, "U8": 1, "I8": 1, "F8_E4M3": 1, "F8_E5M2": 1, "F8_E8M0": 1, "U16": 2, "I16": 2, "F16": 2,
    "BF16": 2, "U32": 4, "I32": 4, "F32": 4, "U64": 8, "I64": 8, "F64": 8,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Safetensors:
    """A whole safetensors file, as its header describes it."""

    path: Path
    bytes: int
    """Size of the file."""
    metadata: Mapping[str, str]
    parameters: int
    """Weights in all tensors together."""
    shapes: Mapping[str, tuple[int, ...]]
    """Each tensor's lengths by its name, the one whose values lie side by side last."""
    type: str
    """That most of its weights are of, such as F16."""


def read(path: Path) -> Safetensors:
    """Read and check the header; raises ModelMissing, or ModelBroken with what is wrong with the file."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            length = int.from_bytes(file.read(8), "little")
            if not 2 <= length <= min(_LONGEST, size - 8):
                raise _broken(path, "is not a safetensors file, or ends in the middle of its header")
            header = json.loads(file.read(length))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ModelMissing(
            f"There is no model file at {path}: get the model first.",
            f"{path} にモデルのファイルがありません。先にモデルを取得してください。",
        ) from error
    except OSError as error:
        raise ModelBroken(
            f"{path} can't be read: {error.strerror or error}.",
            f"{path} を読めません（{system_ja(error)}）。",
        ) from error
    except ValueError as error:
        raise _broken(path, "is not a safetensors file: its header is no JSON") from error
    try:
        return _described(path, size, size - 8 - length, header)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise _broken(path, f"has a header that doesn't describe tensors ({error})") from error


def _described(path: Path, size: int, there: int, header: dict[str, Any]) -> Safetensors:
    metadata = header.pop("__metadata__", {})
    shapes, counts = {}, dict.fromkeys(_BYTES, 0)
    ends = 0
    for name, tensor in header.items():
        shape, (begin, end) = tuple(map(int, tensor["shape"])), tensor["data_offsets"]
        weights = prod(shape)
        each = _BYTES.get(tensor["dtype"], 0)
        if not 0 <= begin <= end or (each and end - begin != weights * each):
            raise _broken(path, f"has a tensor {name!r} whose length is not that of its shape")
        shapes[name] = shape
        counts[tensor["dtype"]] = counts.get(tensor["dtype"], 0) + weights
        ends = max(ends, end)
    if not shapes:
        raise _broken(path, "holds no weights")
    if ends > there:
        raise _broken(
            path,
            f"is cut short: {size:,} of {size - there + ends:,} bytes are there",
            f"は途中で切れています（{size - there + ends:,} バイト中 {size:,} バイト）",
        )
    return Safetensors(
        path, size, metadata, sum(counts.values()), shapes, max(counts, key=lambda kind: counts[kind])
    )


def _broken(path: Path, what: str, ja: str = "は壊れています") -> ModelBroken:
    return ModelBroken(
        f"{path} {what}. Fetch that file again from where it came.",
        f"{path} {ja}。このファイルを、元の場所から取得し直してください。",
    )
