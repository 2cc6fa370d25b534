"""A trained adapter as the GGUF file that llama.cpp loads.

The names and the order of rows are those of llama.cpp's own convert_lora_to_gguf.py.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import gguf
import numpy as np

_NAMES = {
    "self_attn.q_proj": "attn_q",
    "self_attn.k_proj": "attn_k",
    "self_attn.v_proj": "attn_v",
    "self_attn.o_proj": "attn_output",
    "mlp.gate_proj": "ffn_gate",
    "mlp.up_proj": "ffn_up",
    "mlp.down_proj": "ffn_down",
}


def write_adapter(file: Path, weights: Mapping[str, Any], alpha: float, config: Any, name: str) -> None:
    """Write the values, by peft's names, as 16-bit numbers. ``config`` is transformers' of the base."""
    writer = gguf.GGUFWriter(file, config.model_type)
    writer.add_type(gguf.GGUFType.ADAPTER)
    writer.add_name(name)
    writer.add_string(gguf.Keys.Adapter.TYPE, "lora")
    writer.add_float32(gguf.Keys.Adapter.LORA_ALPHA, alpha)
    for key, value in weights.items():
        tensor, half, map_name = _named(key)
        array = np.asarray(value, dtype=np.float32)
        if half == "lora_b" and map_name in {"q_proj", "k_proj"}:
            heads = config.num_attention_heads if map_name == "q_proj" else config.num_key_value_heads
            array = _turned(array, heads)
        writer.add_tensor(f"{tensor}.{half}", np.ascontiguousarray(array, dtype=np.float16))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _named(key: str) -> tuple[str, str, str]:
    """llama.cpp's name of the weight, which half of the pair it is, and transformers' name of the map."""
    parts = key.split(".")
    at = parts.index("layers")
    module = ".".join(parts[at + 2 : at + 4])
    half = "lora_a" if "lora_A" in parts else "lora_b"
    return f"blk.{parts[at + 1]}.{_NAMES[module]}.weight", half, parts[at + 3]


def _turned(rows: np.ndarray[Any, Any], heads: int) -> np.ndarray[Any, Any]:
    """Rows of queries and keys as llama.cpp has them: the two numbers that it turns together side by side."""
    return (
        rows.reshape(heads, 2, rows.shape[0] // heads // 2, rows.shape[1]).swapaxes(1, 2).reshape(rows.shape)
    )
