"""The last matrix of Stable Diffusion XL's second reader of words, turned as stable-diffusion.cpp needs it.

A checkpoint in the original program's names has it as OpenCLIP multiplies by it, from the other side than
every matrix of the kind that the library knows; the library takes it as it stands (read in its source, and
measured: 25.8 dB beside diffusers where it is not turned). Given in a file of its own it takes the place of
the checkpoint's.
"""

import json
from pathlib import Path

import numpy as np

from kippu.errors import ModelBroken

_NAME = "conditioner.embedders.1.model.text_projection"
_TURNED = "text_projection.weight"
_KINDS = {
    "F8_E4M3": np.uint8, "F8_E5M2": np.uint8, "F16": np.uint16, "BF16": np.uint16, "F32": np.uint32,
}  # fmt: skip
"""Numbers are only moved about, so their bits will do."""


def turned(checkpoint: Path, folder: Path) -> Path | None:
    """A file in the folder with the checkpoint's matrix turned; None for one that has none such.

    Raises ModelBroken where it can't be read.
    """
    if checkpoint.suffix.lower() != ".safetensors":
        return None
    try:
        with checkpoint.open("rb") as file:
            length = int.from_bytes(file.read(8), "little")
            tensor = json.loads(file.read(length)).get(_NAME)
            if tensor is None or tensor["dtype"] not in _KINDS or len(tensor["shape"]) != 2:
                return None
            begin, end = tensor["data_offsets"]
            file.seek(8 + length + begin)
            values = np.frombuffer(file.read(end - begin), _KINDS[tensor["dtype"]]).reshape(tensor["shape"])
        return _written(folder / "projection.safetensors", tensor["dtype"], values.T)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise ModelBroken(
            f"{checkpoint} can't be read: {error}.", f"{checkpoint} を読めません（{error}）。"
        ) from error


def _written(path: Path, kind: str, values: np.ndarray) -> Path:
    data = np.ascontiguousarray(values).tobytes()
    header = {_TURNED: {"dtype": kind, "shape": list(values.shape), "data_offsets": [0, len(data)]}}
    head = json.dumps(header).encode()
    path.write_bytes(len(head).to_bytes(8, "little") + head + data)
    return path
