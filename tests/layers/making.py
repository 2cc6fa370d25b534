"""Layers made for tests: small, whole, and easy to break."""

import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

from kippu.layers import Shelf

ENCODER = Shelf(Path("nowhere"), lambda model: None).encoder
"""Gives the folder of the encoder that came with Kippu."""
MANIFEST = """
name = "garden"
title = "The garden shop"
version = "1.0.0"
level = "industry"
languages = ["en"]
licence = "CC0-1.0"
author = "A test"
knowledge = ["knowledge"]

[when]
words = ["tomato", "compost"]
sentences = ["When do you open?"]

[evaluation]
score = 100
"""
OPENING = "# Opening\n\nThe shop opens at nine and closes at six. On Sundays it stays closed.\n"
PLANTS = "# Plants\n\n## Tomatoes\nWater tomatoes in the morning, and never their leaves.\n"
EXAM = """{"ask": "When does the shop open?", "has": ["at nine"]}
{"ask": "How do I water tomatoes?", "has": ["in the morning"]}
{"ask": "Do you sell aquarium fish?", "unknown": true}
"""
SKILL = """---
name: seed-label
description: Writes a label for a bag of seeds. Use when somebody asks for a seed label.
license: MIT
---
# Seed labels

Write the plant first, the month of sowing below it.
"""


def garden(folder: Path, **changes: str) -> Path:
    """A whole layer in a new folder; ``changes`` replace texts of its manifest."""
    text = MANIFEST
    for old, new in changes.items():
        assert f"{old} = " in text, old
        text = "\n".join(
            f"{old} = {new}" if line.startswith(f"{old} = ") else line for line in text.splitlines()
        )
    (folder / "knowledge").mkdir(parents=True)
    (folder / "layer.toml").write_text(text)
    (folder / "knowledge" / "opening.md").write_text(OPENING)
    (folder / "knowledge" / "plants.md").write_text(PLANTS)
    (folder / "eval.jsonl").write_text(EXAM)
    return folder


def skill(folder: Path, text: str = SKILL) -> Path:
    """An Agent Skill in a new folder."""
    folder.mkdir(parents=True)
    (folder / "SKILL.md").write_text(text)
    return folder


def adapter(
    path: Path,
    tensors: Mapping[str, tuple[Sequence[int], bytes]],
    architecture: str = "llama",
    kind: str = "adapter",
    alpha: float | None = 1.0,
) -> Path:
    """A GGUF file with F32 tensors, each given as its shape and its bytes; by default of a LoRA adapter."""
    texts = {"general.architecture": architecture, "general.type": kind, "adapter.type": "lora"}
    keys = [_text(name) + struct.pack("<I", 8) + _text(value) for name, value in texts.items()]
    if alpha is not None:
        keys.append(_text("adapter.lora.alpha") + struct.pack("<If", 6, alpha))
    heads, data = b"", b""
    for name, (shape, content) in tensors.items():
        heads += _text(name) + struct.pack(f"<I{len(shape)}Q", len(shape), *shape)
        heads += struct.pack("<IQ", 0, len(data))
        data += content + b"\0" * (-len(content) % 32)
    start = b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(keys)) + b"".join(keys) + heads
    path.write_bytes(start + b"\0" * (-len(start) % 32) + data)
    return path


def lora(
    path: Path,
    weight: str = "blk.29.ffn_down.weight",
    rows: int = 1536,
    columns: int = 576,
    value: float = 0.0,
) -> Path:
    """An adapter of rank 1 for one weight of SmolLM2-135M; a ``value`` changes what the model says."""
    first = struct.pack(f"<{rows}f", *[value] * rows)
    second = struct.pack(f"<{columns}f", *[value * (-1) ** place for place in range(columns)])
    return adapter(path, {f"{weight}.lora_a": ((rows, 1), first), f"{weight}.lora_b": ((1, columns), second)})


def _text(text: str) -> bytes:
    return struct.pack("<Q", len(text.encode())) + text.encode()
