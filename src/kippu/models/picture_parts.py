"""What a file of a picture model is: a whole checkpoint, a part of one, or something that joins one.

Told by the names and shapes of its tensors, as the makers and the field's programs write them. Knows headers
alone; runs nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kippu import gguf, safetensors
from kippu.errors import BadInput

Family = Literal["sd1", "sd2", "sdxl", "flux", "z-image", ""]
Role = Literal[
    "model", "diffusion_model", "vae", "taesd", "control_net", "lora", "clip_l", "clip_g", "t5xxl", "llm"
]
SUFFIXES = (".safetensors", ".gguf")
_FAMILY_OF_WIDTH: Mapping[int, Family] = {768: "sd1", 1024: "sd2", 2048: "sdxl"}
"""By the length of the vectors in which a U-Net reads the prompt."""
_LORA_ENDS = (".lora_down.weight", ".lora_A.weight", ".lora.down.weight", ".lora_A.default.weight")
FOLLOWS: tuple[Family, ...] = ("sd1", "sd2")
"""Families that follow a sketch with a ControlNet. The library's makers name no other: FLUX's and Z-Image's
it can't load, and XL's was never seen to work."""
_CONTROLS = (
    "controlnet_cond_embedding.conv_in.", "input_hint_block.", "controlnet_x_embedder.", "controlnet_blocks.",
    "control_all_x_embedder.", "control_layers.",
)  # fmt: skip
"""What stands in the names of a ControlNet's tensors, by who wrote it."""
_FLUX_BLOCK = "double_blocks."
_READERS = ("cond_stage_model.", "conditioner.", "text_encoders.", "text_encoder.", "te.")
"""How the names of the networks begin that read the prompt, in a checkpoint."""
_PICTURES = frozenset({"", "sd1", "sdxl", "flux", "lumina2", "t5", "t5encoder"})
"""What GGUF files of picture models give as their architecture; stable-diffusion.cpp's own give none."""
_DRAWING = "model.diffusion_model."
_FLUX_CHANNELS = 16
"""Numbers in each point of the small pictures of FLUX and Z-Image; Stable Diffusion has 4."""
Shapes = Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Part:
    """A file, and what it is."""

    path: Path
    role: Role
    """In stable-diffusion.cpp's words, ``model`` being a checkpoint with all in it."""
    family: Family
    """The kind of model that it is or belongs to; empty for what several have in common."""
    parameters: int
    type: str
    """What its weights are written in, such as F16 or Q4_K; empty where the file doesn't say."""

    @property
    def draws(self) -> bool:
        """Whether it is what draws, rather than something that joins it."""
        return self.role in {"model", "diffusion_model"}


def is_picture_gguf(path: Path) -> bool:
    """Whether a GGUF file is of a picture model, rather than one that talks; raises ModelBroken."""
    return gguf.read(path, named=False).architecture in _PICTURES


def read(path: Path) -> Part:
    """What a file is; raises ModelMissing, ModelBroken, and BadInput for one that is none of these."""
    if path.suffix.lower() not in SUFFIXES:
        raise BadInput(
            f"{path.name} is no safetensors and no GGUF file. Other forms (.ckpt, .pt, .bin) can carry "
            "programs and are not opened: get the same model as .safetensors.",
            f"{path.name} は safetensors でも GGUF でもありません。他の形式（.ckpt、.pt、.bin）はプログラムを"
            "含むことがあるので開きません。同じモデルの .safetensors を使ってください。",
        )
    if path.suffix.lower() == ".gguf":
        header = gguf.read(path, named=False)
        shapes: Shapes = {name: tuple(reversed(shape)) for name, shape in header.shapes.items()}
        kind = header.quantisation
        if header.architecture.startswith("t5"):
            return Part(path, "t5xxl", "", header.parameters, kind)
        if header.architecture == "qwen3":
            return Part(path, "llm", "z-image", header.parameters, kind)
        parameters = header.parameters
    else:
        tensors = safetensors.read(path)
        shapes, kind, parameters = tensors.shapes, tensors.type, tensors.parameters
    found = _told(shapes, path)
    if found is None:
        raise BadInput(
            f"{path.name} holds none of the picture models that can be run: Stable Diffusion 1, 2 and XL, "
            "FLUX.1, Z-Image, and what joins them (ControlNet, LoRA, VAE, tiny autoencoder).",
            f"{path.name} は使える画像モデルではありません。使えるのは Stable Diffusion 1・2・XL、FLUX.1、"
            "Z-Image と、それに加える ControlNet・LoRA・VAE・小型オートエンコーダーです。",
        )
    if found[0] == "control_net" and found[1] not in FOLLOWS:
        raise BadInput(
            f"{path.name} is a ControlNet that can't be used: the library that draws follows sketches with "
            "those of Stable Diffusion 1 and 2 only, not with those of XL, FLUX or Z-Image.",
            f"{path.name} は使えない ControlNet です。下絵に沿って描けるのは Stable Diffusion 1・2 の "
            "ControlNet だけで、XL・FLUX・Z-Image のものは使えません。",
        )
    return Part(path, *found, parameters, kind)


def _told(shapes: Shapes, path: Path) -> tuple[Role, Family] | None:
    if any(name.endswith(_LORA_ENDS) for name in shapes):
        return "lora", _lora_family(shapes)
    if any(mark in name for name in shapes for mark in _CONTROLS):
        return "control_net", "" if any(_FLUX_BLOCK in name for name in shapes) else _unet_family(shapes)
    if family := _drawing_family(shapes):
        whole = any(name.startswith(_READERS) for name in shapes)
        return ("model" if whole else "diffusion_model"), family
    return _tiny(shapes, path) or _vae(shapes, path) or _reader(shapes)


def _drawing_family(shapes: Shapes) -> Family:
    inner = {name.removeprefix(_DRAWING) for name in shapes}
    if "double_blocks.0.img_attn.qkv.weight" in inner or "double_blocks.0.img_attn.qkv.bias" in inner:
        return "flux" if "double_stream_modulation_img.lin.weight" not in inner else ""
    if "cap_embedder.0.weight" in inner and any(name.startswith("noise_refiner.") for name in inner):
        return "z-image"
    return _unet_family(shapes)


def _unet_family(shapes: Shapes) -> Family:
    """By a matrix that reads the prompt: its second length is that of the prompt's vectors."""
    for name, shape in shapes.items():
        if name.endswith("attn2.to_k.weight"):
            return _FAMILY_OF_WIDTH.get(shape[-1], "")
    return ""


def _lora_family(shapes: Shapes) -> Family:
    if any("double_blocks" in n or "single_transformer_blocks" in n for n in shapes):
        return "flux"
    for name, shape in shapes.items():
        if "attn2" in name and "to_k" in name and name.endswith(_LORA_ENDS):
            return _FAMILY_OF_WIDTH.get(shape[-1], "")
    return ""


def _tiny(shapes: Shapes, path: Path) -> tuple[Role, Family] | None:
    first = next((shapes[n] for n in ("decoder.layers.0.weight", "decoder.1.weight") if n in shapes), None)
    return None if first is None else ("taesd", _latents(first[1], path))


def _vae(shapes: Shapes, path: Path) -> tuple[Role, Family] | None:
    inner = {n.removeprefix("first_stage_model.").removeprefix("vae."): shape for n, shape in shapes.items()}
    first = inner.get("decoder.conv_in.weight")
    return None if first is None else ("vae", _latents(first[1], path))


def _latents(channels: int, path: Path) -> Family:
    """Whose small pictures it makes large. SD's and SDXL's differ in nothing but their names."""
    if channels == _FLUX_CHANNELS:
        return "flux"
    return "sdxl" if "xl" in f"{path.parent.name} {path.stem}".lower() else "sd1"


def _reader(shapes: Shapes) -> tuple[Role, Family] | None:
    for name, shape in shapes.items():
        if name.endswith("text_model.embeddings.token_embedding.weight"):
            return {768: ("clip_l", ""), 1280: ("clip_g", "")}.get(shape[-1])  # type: ignore[return-value]  # literals
    if "model.embed_tokens.weight" in shapes:
        return "llm", "z-image"
    if any(name.endswith("encoder.block.0.layer.0.SelfAttention.q.weight") for name in shapes):
        return "t5xxl", ""
    return None


def join(drawing: Part, others: Iterable[Part]) -> dict[str, Path]:
    """The parts of a painter by their roles: what draws, and of the others the first of each that suits it.

    LoRAs are left out: a prompt chooses them.
    """
    parts: dict[str, Path] = {drawing.role: drawing.path}
    wanted = {*_JOIN, *(() if drawing.role == "model" else _COMPLETE)}
    for part in others:
        if part.role in wanted and part.role not in parts and suits(part, drawing):
            parts[part.role] = part.path
    return parts


def lacking(drawing: Part, parts: Iterable[str]) -> tuple[str, ...]:
    """What it needs beside what is there, in words for a person."""
    if drawing.role == "model":
        return ()
    needed = {"flux": ("vae", "clip_l", "t5xxl"), "z-image": ("vae", "llm")}.get(
        drawing.family, ("vae", "clip_l")
    )
    return tuple(_WORDS[role] for role in needed if role not in set(parts))


def suits(part: Part, drawing: Part) -> bool:
    """Whether a part can be used with what draws."""
    if part.role in {"vae", "taesd"}:
        return part.family == _SMALL.get(drawing.family, drawing.family)
    return part.family in {"", drawing.family}


_JOIN: tuple[Role, ...] = ("control_net", "taesd")
_COMPLETE: tuple[Role, ...] = ("vae", "clip_l", "clip_g", "t5xxl", "llm")
"""What a checkpoint has in it, and a file with nothing but what draws needs beside it."""
_WORDS = {
    "vae": "its autoencoder (VAE)",
    "clip_l": "the text encoder CLIP-L",
    "t5xxl": "the text encoder T5-XXL",
    "llm": "Qwen3 4B to read the words",
}
_SMALL: Mapping[Family, Family] = {"sd2": "sd1", "z-image": "flux"}
"""Families that draw the small pictures of another one."""
