"""Weights for bench/diffusion.py: Z-Image Turbo of random numbers, most of its layers zeros.

stable-diffusion.cpp knows Z-Image's width and depth by heart. Of its 30 layers two have numbers, of its two
refiners of the picture and of the words one each (``diffusion_zeros.py``); so has its reader of words, Qwen3
4B, two of 36 layers, which are narrower inside too, for that is read from the file. In the names of the
original program (Alibaba's Tongyi) and of Qwen's own files.
"""

from pathlib import Path

import torch
from diffusers import ZImageTransformer2DModel
from safetensors.torch import save_file
from transformers import Qwen3Config, Qwen3Model

from diffusion_weights import Tensors, halved, save_tiny, vae_name
from diffusion_weights_flux import as_convolution, autoencoder_of_16
from diffusion_zeros import write

_LAYERS, _REFINERS, _READERS = 30, 2, 36


def build_z(folder: Path) -> None:
    """Write the parts into the folder, in files of their own, as Z-Image comes."""
    torch.manual_seed(0)
    transformer, vae, words = _loud(_transformer()), autoencoder_of_16(), Qwen3Model(_qwen())
    for name, part in {"transformer": transformer, "vae": vae, "text_encoder": words}.items():
        part.half().save_pretrained(folder / "diffusers" / name)
    save_tiny(folder, "random-taef1", latents=16)
    rows = {"layers": _LAYERS, "noise_refiner": _REFINERS, "context_refiner": _REFINERS}
    write(folder / "random-z.gguf", "lumina2", _named(transformer.state_dict()), rows)
    save_file(
        halved({vae_name(name): as_convolution(name, v) for name, v in vae.state_dict().items()}),
        folder / "random-z-vae.safetensors",
    )
    read = {f"model.{n}": v for n, v in words.state_dict().items() if not n.startswith("layers.2.")}
    write(folder / "random-qwen3.gguf", "qwen3", read, {"model.layers": _READERS})


def _transformer() -> ZImageTransformer2DModel:
    return ZImageTransformer2DModel(n_layers=2, n_refiner_layers=1)


def _loud(transformer: ZImageTransformer2DModel) -> ZImageTransformer2DModel:
    """The same with larger gates, which random numbers leave nearly shut, and pads that are not empty."""
    for name, weights in transformer.named_parameters():
        if "adaLN_modulation" in name:
            weights.data *= 4
        if name.endswith("_pad_token"):
            torch.nn.init.normal_(weights, std=0.1)
    return transformer


def _qwen() -> Qwen3Config:
    """Three layers: what is read is what comes before the last."""
    return Qwen3Config(
        vocab_size=151936, hidden_size=2560, intermediate_size=512, num_hidden_layers=3,
        num_attention_heads=32, num_key_value_heads=8, head_dim=128, rope_theta=1_000_000, rms_norm_eps=1e-6,
    )  # fmt: skip


def _named(ours: Tensors) -> Tensors:
    """The transformer's tensors as the original program calls them."""
    named: Tensors = {}
    for name, value in ours.items():
        if name.endswith(".attention.to_q.weight"):
            three = [ours[name.replace("to_q", part)] for part in ("to_q", "to_k", "to_v")]
            named[name.replace("to_q", "qkv")] = torch.cat(three)
        elif not name.endswith((".attention.to_k.weight", ".attention.to_v.weight")):
            named[_renamed(name)] = value
    return named


def _renamed(name: str) -> str:
    for ours, theirs in (
        ("all_x_embedder.2-1.", "x_embedder."), ("all_final_layer.2-1.", "final_layer."),
        (".attention.norm_q.", ".attention.q_norm."), (".attention.norm_k.", ".attention.k_norm."),
        (".attention.to_out.0.", ".attention.out."),
    ):  # fmt: skip
        name = name.replace(ours, theirs)
    return name
