"""The adapter's file: what llama.cpp asks for, for the very weights of the base, rows in its order."""

from pathlib import Path
from types import SimpleNamespace

import gguf
import numpy as np

from kippu.gguf import read
from kippu.layers.adapter import check_adapter, check_fits

CONFIG = SimpleNamespace(model_type="llama", num_attention_heads=9, num_key_value_heads=3)
SHAPES = {
    "self_attn.q_proj": (576, 576),
    "self_attn.k_proj": (576, 192),
    "self_attn.v_proj": (576, 192),
    "self_attn.o_proj": (576, 576),
    "mlp.gate_proj": (576, 1536),
    "mlp.up_proj": (576, 1536),
    "mlp.down_proj": (1536, 576),
}


def _weights() -> dict[str, np.ndarray]:
    weights = {}
    for name, (wide, out) in SHAPES.items():
        start = f"base_model.model.model.layers.29.{name}"
        weights[f"{start}.lora_A.default.weight"] = np.ones((2, wide), np.float32)
        weights[f"{start}.lora_B.default.weight"] = np.arange(out * 2, dtype=np.float32).reshape(out, 2)
    return weights


def _written(file: Path) -> Path:
    from kippu.layers.training.export import write_adapter  # noqa: PLC0415  # needs gguf

    write_adapter(file, _weights(), 32.0, CONFIG, "A test")
    return file


def test_fits_the_base(model_path: Path, tmp_path: Path) -> None:
    adapter = check_adapter(_written(tmp_path / "a.gguf"))
    check_fits(adapter, read(model_path))
    assert len(adapter.shapes) == 14 and adapter.metadata["adapter.lora.alpha"] == 32.0


def test_queries_and_keys_are_turned_in_pairs_that_lie_side_by_side(tmp_path: Path) -> None:
    tensors = {one.name: one.data for one in gguf.GGUFReader(_written(tmp_path / "a.gguf")).tensors}
    value = tensors["blk.29.attn_v.weight.lora_b"][:, 0]
    assert value[:3].tolist() == [0, 2, 4], "values stay as they are"
    key = tensors["blk.29.attn_k.weight.lora_b"][:, 0] / 2
    assert key[:4].tolist() == [0, 32, 1, 33] and key[64:66].tolist() == [64, 96]
