"""Weights for bench/diffusion.py: Stable Diffusion XL as its maker shaped it, of random numbers.

As in ``diffusion_weights.py`` written twice, as diffusers' folder and as the single file in the names of the
original program (Stability's generative-models): 7 GB each.
"""

import re
from pathlib import Path
from typing import Any

import torch
from diffusers import StableDiffusionXLPipeline, UNet2DConditionModel
from safetensors.torch import save_file
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection

from diffusion_weights import (
    RANK,
    Tensors,
    autoencoder,
    clip_l,
    clip_names,
    halved,
    loud,
    open_clip_names,
    save_tiny,
    scheduler,
    tokenizer,
    unet_and_vae,
    unet_name,
)

_PAD = "!"
"""What the second reader of words fills up with."""


def build_sdxl(folder: Path) -> None:
    """Write all of Stable Diffusion XL 1.0, a LoRA and a tiny autoencoder into the folder."""
    torch.manual_seed(0)
    torch.set_default_dtype(torch.float16)
    unet = loud(_unet(), words=1)
    vae = autoencoder()
    vae.register_to_config(scaling_factor=0.13025)
    first, second = CLIPTextModel(clip_l()), CLIPTextModelWithProjection(_clip_g())
    torch.set_default_dtype(torch.float32)
    save_file(_lora(unet), folder / "random-lora.safetensors")
    save_tiny(folder, "random-taesdxl")
    StableDiffusionXLPipeline(
        vae, first, second, tokenizer(folder / "words", "<|endoftext|>"),
        tokenizer(folder / "words-2", _PAD), unet, scheduler("epsilon"),
    ).save_pretrained(folder / "diffusers")  # fmt: skip
    tensors = unet_and_vae(unet, vae)
    tensors |= clip_names(first.state_dict(), "conditioner.embedders.0.transformer.")
    words = second.state_dict()
    projection = words.pop("text_projection.weight")
    tensors |= open_clip_names(words, "conditioner.embedders.1.model.")
    # OpenCLIP multiplies by it from the other side.
    tensors["conditioner.embedders.1.model.text_projection"] = projection.T
    save_file(halved(tensors), folder / "random-sdxl.safetensors")


def _unet() -> UNet2DConditionModel:
    return UNet2DConditionModel(
        sample_size=128, cross_attention_dim=2048, block_out_channels=(320, 640, 1280),
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
        transformer_layers_per_block=(1, 2, 10), attention_head_dim=(5, 10, 20), use_linear_projection=True,
        addition_embed_type="text_time", addition_time_embed_dim=256,
        projection_class_embeddings_input_dim=2816,
    )  # fmt: skip


def _lora(unet: Any) -> Tensors:
    """For all that reads the prompt, as kohya's trainer calls the blocks of XL: by the original's names."""
    tensors: Tensors = {}
    for name, value in unet.state_dict().items():
        if re.search(r"attn2\.to_(q|k|v|out\.0)\.weight$", name):
            out, into = value.shape
            key = "lora_unet_" + unet_name(name, attends_first=True).removesuffix(".weight").replace(".", "_")
            tensors[f"{key}.lora_down.weight"] = torch.randn(RANK, into) * 0.1
            tensors[f"{key}.lora_up.weight"] = torch.randn(out, RANK) * 0.1
            tensors[f"{key}.alpha"] = torch.tensor(float(RANK))
    return halved(tensors)


def _clip_g() -> CLIPTextConfig:
    return CLIPTextConfig(
        hidden_size=1280, intermediate_size=5120, num_attention_heads=20, num_hidden_layers=32,
        hidden_act="gelu", projection_dim=1280, bos_token_id=49406, eos_token_id=49407, pad_token_id=1,
    )  # fmt: skip
