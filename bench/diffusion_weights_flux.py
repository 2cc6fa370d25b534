"""Weights for bench/diffusion.py: a miniature of FLUX.1 dev, of random numbers.

stable-diffusion.cpp reads FLUX's depth and width from the file, so its transformer can be small: two double
and four single blocks, 512 wide, in the names of the original program (Black Forest Labs). CLIP and the
autoencoder have their real shape, and so has T5-XXL, but for zeros (``diffusion_zeros.py``) in 22 of its 24
layers; diffusers' has the other two alone.
"""

from pathlib import Path

import torch
from diffusers import AutoencoderKL, FlowMatchEulerDiscreteScheduler, FluxTransformer2DModel
from safetensors.torch import save_file
from transformers import CLIPTextModel, T5Config, T5EncoderModel

from diffusion_weights import RANK, Tensors, clip_l, clip_names, halved, save_tiny, tokenizer, vae_name
from diffusion_zeros import write

_DOUBLE, _SINGLE, _HEADS = 2, 4, 4
_T5_LAYERS = 24
_HEAD = 128
"""Width of a head, which the positions fix."""


def build_flux(folder: Path) -> None:
    """Write the miniature into the folder, its parts in files of their own, as FLUX comes."""
    torch.manual_seed(0)
    transformer = _loud(_transformer())
    vae, words, sentences = autoencoder_of_16(), CLIPTextModel(clip_l()), T5EncoderModel(_t5())
    parts = {"transformer": transformer, "vae": vae, "text_encoder": words, "text_encoder_2": sentences}
    for name, part in parts.items():
        part.half().save_pretrained(folder / "diffusers" / name)
    FlowMatchEulerDiscreteScheduler().save_pretrained(folder / "diffusers" / "scheduler")
    tokenizer(folder / "words", "<|endoftext|>").save_pretrained(folder / "diffusers" / "tokenizer")
    named = _named(transformer.state_dict())
    save_file(halved(named), folder / "random-flux.safetensors")
    save_file(
        halved({vae_name(name): as_convolution(name, v) for name, v in vae.state_dict().items()}),
        folder / "random-flux-vae.safetensors",
    )
    t5 = _whole_t5(sentences.state_dict())
    write(folder / "random-t5xxl.gguf", "t5encoder", t5, {"encoder.block": _T5_LAYERS})
    save_file(halved(_lora(named)), folder / "random-lora.safetensors")
    save_tiny(folder, "random-taef1", latents=16)
    save_file(halved(clip_names(words.state_dict(), "")), folder / "random-clip-l.safetensors")


def _transformer() -> FluxTransformer2DModel:
    return FluxTransformer2DModel(
        patch_size=1, in_channels=64, num_layers=_DOUBLE, num_single_layers=_SINGLE,
        attention_head_dim=_HEAD, num_attention_heads=_HEADS, joint_attention_dim=4096,
        pooled_projection_dim=768, guidance_embeds=True, axes_dims_rope=(16, 56, 56),
    )  # fmt: skip


def _loud(transformer: FluxTransformer2DModel) -> FluxTransformer2DModel:
    """The same with larger numbers where the prompt comes in, and at the end: random networks whisper."""
    for name, weights in transformer.named_parameters():
        if "text_embedder" in name or name == "proj_out.weight" or "norm" in name:
            weights.data *= 4
    return transformer


def autoencoder_of_16() -> AutoencoderKL:
    vae = AutoencoderKL(
        down_block_types=("DownEncoderBlock2D",) * 4, up_block_types=("UpDecoderBlock2D",) * 4,
        block_out_channels=(128, 256, 512, 512), layers_per_block=2, sample_size=1024, latent_channels=16,
        scaling_factor=0.3611, shift_factor=0.1159, use_quant_conv=False, use_post_quant_conv=False,
    )  # fmt: skip
    vae.decoder.conv_out.weight.data *= 3
    return vae


def _t5() -> T5Config:
    return T5Config(
        vocab_size=32128, d_model=4096, d_ff=10240, d_kv=64, num_heads=64, num_layers=2,
        feed_forward_proj="gated-gelu", tie_word_embeddings=False,
    )  # fmt: skip


def _whole_t5(ours: Tensors) -> Tensors:
    """T5's tensors without the second name that its list of words has."""
    return {name: value for name, value in ours.items() if name != "encoder.embed_tokens.weight"}


def as_convolution(name: str, value: torch.Tensor) -> torch.Tensor:
    of_attention = "attentions" in name and value.ndim == 2
    return value[..., None, None] if of_attention else value


def _named(ours: Tensors) -> Tensors:
    """The transformer's tensors as the original program calls them."""
    simple = {
        "x_embedder": "img_in", "context_embedder": "txt_in", "proj_out": "final_layer.linear",
        "time_text_embed.timestep_embedder.linear_1": "time_in.in_layer",
        "time_text_embed.timestep_embedder.linear_2": "time_in.out_layer",
        "time_text_embed.guidance_embedder.linear_1": "guidance_in.in_layer",
        "time_text_embed.guidance_embedder.linear_2": "guidance_in.out_layer",
        "time_text_embed.text_embedder.linear_1": "vector_in.in_layer",
        "time_text_embed.text_embedder.linear_2": "vector_in.out_layer",
    }  # fmt: skip
    named: Tensors = {}
    for kind in ("weight", "bias"):
        named |= {f"{theirs}.{kind}": ours[f"{name}.{kind}"] for name, theirs in simple.items()}
        scale, shift = ours[f"norm_out.linear.{kind}"].chunk(2)
        named[f"final_layer.adaLN_modulation.1.{kind}"] = torch.cat([shift, scale])
        for at in range(_DOUBLE):
            named |= _double(ours, at, kind)
        for at in range(_SINGLE):
            named |= _single(ours, at, kind)
    return named


def _double(ours: Tensors, at: int, kind: str) -> Tensors:
    block, theirs = f"transformer_blocks.{at}", f"double_blocks.{at}"
    image, text = ("to_q", "to_k", "to_v"), ("add_q_proj", "add_k_proj", "add_v_proj")
    simple = {
        "norm1.linear": "img_mod.lin", "norm1_context.linear": "txt_mod.lin",
        "attn.to_out.0": "img_attn.proj", "attn.to_add_out": "txt_attn.proj",
        "ff.net.0.proj": "img_mlp.0", "ff.net.2": "img_mlp.2",
        "ff_context.net.0.proj": "txt_mlp.0", "ff_context.net.2": "txt_mlp.2",
    }  # fmt: skip
    named = {f"{theirs}.{new}.{kind}": ours[f"{block}.{old}.{kind}"] for old, new in simple.items()}
    for side, parts in (("img", image), ("txt", text)):
        three = [ours[f"{block}.attn.{part}.{kind}"] for part in parts]
        named[f"{theirs}.{side}_attn.qkv.{kind}"] = torch.cat(three)
    norms = {
        "norm_q": "img_attn.norm.query_norm", "norm_k": "img_attn.norm.key_norm",
        "norm_added_q": "txt_attn.norm.query_norm", "norm_added_k": "txt_attn.norm.key_norm",
    }  # fmt: skip
    return named | {f"{theirs}.{new}.scale": ours[f"{block}.attn.{old}.weight"] for old, new in norms.items()}


def _single(ours: Tensors, at: int, kind: str) -> Tensors:
    block, theirs = f"single_transformer_blocks.{at}", f"single_blocks.{at}"
    four = [ours[f"{block}.{part}.{kind}"] for part in ("attn.to_q", "attn.to_k", "attn.to_v", "proj_mlp")]
    return {
        f"{theirs}.linear1.{kind}": torch.cat(four),
        f"{theirs}.linear2.{kind}": ours[f"{block}.proj_out.{kind}"],
        f"{theirs}.modulation.lin.{kind}": ours[f"{block}.norm.linear.{kind}"],
        f"{theirs}.norm.query_norm.scale": ours[f"{block}.attn.norm_q.weight"],
        f"{theirs}.norm.key_norm.scale": ours[f"{block}.attn.norm_k.weight"],
    }


def _lora(named: Tensors) -> Tensors:
    """For the double blocks, in the names of kohya's trainer; of the single ones both programs know the real
    widths by heart."""
    tensors: Tensors = {}
    for name, value in named.items():
        if name.startswith("double_blocks.") and name.endswith((".qkv.weight", ".proj.weight")):
            out, into = value.shape
            key = "lora_unet_" + name.removesuffix(".weight").replace(".", "_")
            tensors[f"{key}.lora_down.weight"] = torch.randn(RANK, into) * 0.1
            tensors[f"{key}.lora_up.weight"] = torch.randn(out, RANK) * 0.1
            tensors[f"{key}.alpha"] = torch.tensor(float(RANK))
    return tensors
