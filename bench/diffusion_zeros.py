"""GGUF files of networks whose depth is known by heart, with layers of zeros in place of most of them.

A layer adds to what passes through it; one of zeros adds nothing. So a network with all of its layers, of
which only the first few have numbers, computes what one does that has those few alone. Zeros are written in
four bits, which makes such a file a small part of the real one.
"""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
from gguf import GGMLQuantizationType, GGUFWriter

Tensors = dict[str, torch.Tensor]
_BLOCK, _BYTES = 32, 18
"""Numbers in a block of Q4_0, and its bytes."""


def write(path: Path, architecture: str, tensors: Tensors, depths: Mapping[str, int]) -> None:
    """Matrices in float16, all else in float32; ``depths`` tells of each row of layers, by the name that
    stands before the number, how many it has. Zeros have the shapes of the last that is given."""
    file = GGUFWriter(path, architecture)
    for name, value in tensors.items():
        file.add_tensor(name, (value.half() if value.ndim > 1 else value.float()).contiguous().numpy())
    for row, depth in depths.items():
        made = 1 + max(
            int(name[len(row) + 1 :].split(".")[0]) for name in tensors if name.startswith(f"{row}.")
        )
        last = f"{row}.{made - 1}."
        for at in range(made, depth):
            for name in (name for name in tensors if name.startswith(last)):
                _add_zeros(file, f"{row}.{at}.{name.removeprefix(last)}", tensors[name].shape)
    file.write_header_to_file()
    file.write_kv_data_to_file()
    file.write_tensors_to_file()
    file.close()


def _add_zeros(file: GGUFWriter, name: str, shape: torch.Size) -> None:
    if len(shape) == 1:
        file.add_tensor(name, np.zeros(shape, np.float32))
    else:
        packed = np.zeros((shape[0], shape[1] // _BLOCK * _BYTES), np.uint8)
        file.add_tensor(name, packed, raw_dtype=GGMLQuantizationType.Q4_0)
