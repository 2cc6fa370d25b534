"""The smallest Stable Diffusion that stable-diffusion.cpp can run, made for tests: a distilled U-Net's names
and shapes, nearly all weights zero and so no more than holes in the file; beside it a tiny autoencoder of
random numbers.

It draws noise that follows the seed, the steps and the picture that it starts from; the words change nothing.
"""

import json
from collections.abc import Iterator
from math import prod
from pathlib import Path

import numpy as np

Shape = tuple[int, ...]
_WIDTHS = (320, 640, 1280)
_TIME, _TEXT = 1280, 768


def write(folder: Path) -> tuple[Path, Path]:
    """The checkpoint and the tiny autoencoder."""
    model, tiny = folder / "small.safetensors", folder / "taesd.safetensors"
    random = np.random.default_rng(0)
    drawing = {f"model.diffusion_model.{name}": shape for name, shape in _unet()}
    reading = {f"cond_stage_model.transformer.text_model.{name}": shape for name, shape in _clip()}
    _save(model, {**drawing, **reading}, {}, "F8_E4M3")
    shapes = dict(_tiny())
    values = {name: random.normal(0, (2 / max(1, prod(s[1:]))) ** 0.5, s) for name, s in shapes.items()}
    _save(tiny, shapes, values, "F32")
    return model, tiny


def _save(path: Path, shapes: dict[str, Shape], values: dict[str, np.ndarray], kind: str) -> None:
    each = {"F8_E4M3": 1, "F32": 4}[kind]
    header, at = {}, 0
    for name, shape in shapes.items():
        header[name] = {"dtype": kind, "shape": shape, "data_offsets": [at, at + prod(shape) * each]}
        at += prod(shape) * each
    head = json.dumps(header).encode()
    with path.open("wb") as file:
        file.write(len(head).to_bytes(8, "little") + head)
        for name in shapes:
            if name in values:
                file.write(values[name].astype("<f4").tobytes())
        file.truncate(8 + len(head) + at)


def _pair(name: str, *shape: int) -> Iterator[tuple[str, Shape]]:
    yield f"{name}.weight", shape
    yield f"{name}.bias", shape[:1]


def _residual(name: str, inside: int, out: int) -> Iterator[tuple[str, Shape]]:
    yield from _pair(f"{name}.in_layers.0", inside)
    yield from _pair(f"{name}.in_layers.2", out, inside, 3, 3)
    yield from _pair(f"{name}.emb_layers.1", out, _TIME)
    yield from _pair(f"{name}.out_layers.0", out)
    yield from _pair(f"{name}.out_layers.3", out, out, 3, 3)
    if inside != out:
        yield from _pair(f"{name}.skip_connection", out, inside, 1, 1)


def _attention(name: str, width: int) -> Iterator[tuple[str, Shape]]:
    yield from _pair(f"{name}.norm", width)
    yield from _pair(f"{name}.proj_in", width, width, 1, 1)
    yield from _pair(f"{name}.proj_out", width, width, 1, 1)
    block = f"{name}.transformer_blocks.0"
    for which, read in (("attn1", width), ("attn2", _TEXT)):
        yield f"{block}.{which}.to_q.weight", (width, width)
        yield f"{block}.{which}.to_k.weight", (width, read)
        yield f"{block}.{which}.to_v.weight", (width, read)
        yield from _pair(f"{block}.{which}.to_out.0", width, width)
    yield from _pair(f"{block}.ff.net.0.proj", width * 8, width)
    yield from _pair(f"{block}.ff.net.2", width, width * 4)
    for norm in ("norm1", "norm2", "norm3"):
        yield from _pair(f"{block}.{norm}", width)


def _unet() -> Iterator[tuple[str, Shape]]:
    yield from _pair("time_embed.0", _TIME, 320)
    yield from _pair("time_embed.2", _TIME, _TIME)
    yield from _pair("input_blocks.0.0", 320, 4, 3, 3)
    before, kept = 320, [320]
    for level, width in enumerate(_WIDTHS):
        yield from _residual(f"input_blocks.{3 * level + 1}.0", before, width)
        yield from _attention(f"input_blocks.{3 * level + 1}.1", width)
        before = width
        kept.append(width)
        if level < len(_WIDTHS) - 1:
            yield from _pair(f"input_blocks.{3 * level + 3}.0.op", width, width, 3, 3)
            kept.append(width)
    place = 0
    for level, width in reversed(list(enumerate(_WIDTHS))):
        for part in range(2):
            yield from _residual(f"output_blocks.{place}.0", before + kept.pop(), width)
            yield from _attention(f"output_blocks.{place}.1", width)
            before = width
            if level and part:
                place += 1
                yield from _pair(f"output_blocks.{place}.{1 if place == 2 else 2}.conv", width, width, 3, 3)
            place += 1
    yield from _pair("out.0", 320)
    yield from _pair("out.2", 4, 320, 3, 3)


def _clip() -> Iterator[tuple[str, Shape]]:
    yield "embeddings.token_embedding.weight", (49_408, _TEXT)
    yield "embeddings.position_embedding.weight", (77, _TEXT)
    for layer in range(12):
        name = f"encoder.layers.{layer}"
        for part in ("q_proj", "k_proj", "v_proj", "out_proj"):
            yield from _pair(f"{name}.self_attn.{part}", _TEXT, _TEXT)
        yield from _pair(f"{name}.layer_norm1", _TEXT)
        yield from _pair(f"{name}.layer_norm2", _TEXT)
        yield from _pair(f"{name}.mlp.fc1", 4 * _TEXT, _TEXT)
        yield from _pair(f"{name}.mlp.fc2", _TEXT, 4 * _TEXT)
    yield from _pair("final_layer_norm", _TEXT)


def _tiny() -> Iterator[tuple[str, Shape]]:
    """Two blocks' worth of convolutions at each of four sizes, as madebyollin/taesd has it."""
    yield from _pair("encoder.layers.0", 64, 3, 3, 3)
    blocks = {"encoder": (1, 3, 4, 5, 7, 8, 9, 11, 12, 13), "decoder": (2, 3, 4, 7, 8, 9, 12, 13, 14, 17)}
    for side, places in blocks.items():
        for place in places:
            for part in (0, 2, 4):
                yield from _pair(f"{side}.layers.{place}.conv.{part}", 64, 64, 3, 3)
    for place in (2, 6, 10):
        yield f"encoder.layers.{place}.weight", (64, 64, 3, 3)
    yield from _pair("encoder.layers.14", 4, 64, 3, 3)
    yield from _pair("decoder.layers.0", 64, 4, 3, 3)
    for place in (6, 11, 16):
        yield f"decoder.layers.{place}.weight", (64, 64, 3, 3)
    yield from _pair("decoder.layers.18", 3, 64, 3, 3)
