"""Weights for bench/diffusion.py: Stable Diffusion 1.5 or 2.1 as its maker shaped it, of random numbers.

Made by diffusers' own classes, written twice: as diffusers' folder, and as the single file that people
have, in the names of the original program (CompVis). stable-diffusion.cpp knows the widths of the networks
by heart, so nothing smaller than the real shape can be run by it: 2.1 GB for the model, 0.7 GB for the
ControlNet; 2.6 GB for Stable Diffusion 2.1, whose shape SD-Turbo has.
"""

import gzip
import json
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from diffusers import (
    AutoencoderKL,
    AutoencoderTiny,
    ControlNetModel,
    EulerDiscreteScheduler,
    StableDiffusionPipeline,
    UNet2DConditionModel,
)
from safetensors.torch import save_file
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTokenizer

Tensors = dict[str, torch.Tensor]
RANK = 8
_END = "<|endoftext|>"


def build(folder: Path) -> None:
    """Write all of Stable Diffusion 1.5 into the folder, with a ControlNet, a LoRA and a tiny autoencoder."""
    torch.manual_seed(0)
    torch.set_default_dtype(torch.float16)
    unet = loud(UNet2DConditionModel(sample_size=64, cross_attention_dim=768, attention_head_dim=8))
    vae, text = autoencoder(), CLIPTextModel(clip_l())
    control = ControlNetModel(cross_attention_dim=768, attention_head_dim=8)
    for zero in [*control.controlnet_down_blocks, control.controlnet_mid_block]:
        torch.nn.init.normal_(zero.weight, std=0.02)
    torch.nn.init.normal_(control.controlnet_cond_embedding.conv_out.weight, std=0.1)
    torch.set_default_dtype(torch.float32)
    pipeline = StableDiffusionPipeline(
        vae, text, tokenizer(folder / "words", _END), unet, scheduler("epsilon"), None, None,
        requires_safety_checker=False,
    )  # fmt: skip
    pipeline.save_pretrained(folder / "diffusers")
    control.save_pretrained(folder / "control-diffusers")
    save_file(_single(unet, vae, text), folder / "random-sd15.safetensors")
    save_file(_control(control), folder / "random-control.safetensors")
    save_tiny(folder, "random-taesd")
    save_file(_lora(unet), folder / "random-lora.safetensors")


def build_sd2(folder: Path) -> None:
    """Write Stable Diffusion 2.1 at 512 pixels, and so SD-Turbo, which tell the noise, into the folder."""
    _build_sd2(folder, "sd2", "epsilon")


def build_sd2v(folder: Path) -> None:
    """Write Stable Diffusion 2.1 at 768 pixels, which tells v, into the folder."""
    _build_sd2(folder, "sd2v", "v_prediction")


def _build_sd2(folder: Path, family: str, told: str) -> None:
    torch.manual_seed(0)
    torch.set_default_dtype(torch.float16)
    unet = UNet2DConditionModel(
        sample_size=64, cross_attention_dim=1024, attention_head_dim=[5, 10, 20, 20],
        use_linear_projection=True,
    )  # fmt: skip
    if told == "epsilon":
        # stable-diffusion.cpp takes a U-Net whose answers have a low mean for one that tells v.
        unet.conv_out.weight.data *= -1
        unet.conv_out.bias.data *= -1
    vae, text = autoencoder(), CLIPTextModel(_clip_h())
    torch.set_default_dtype(torch.float32)
    StableDiffusionPipeline(
        vae, text, tokenizer(folder / "words", "!"), loud(unet), scheduler(told), None, None,
        requires_safety_checker=False,
    ).save_pretrained(folder / "diffusers")  # fmt: skip
    tensors = unet_and_vae(unet, vae)
    words = text.state_dict()
    # The file has a layer more, which nobody reads: what counts is what comes before it.
    last = {
        name.replace(".22.", ".23."): value.clone() for name, value in words.items() if ".layers.22." in name
    }
    tensors |= open_clip_names(words | last, "cond_stage_model.model.")
    save_file(halved(tensors), folder / f"random-{family}.safetensors")


def loud(unet: Any, words: float = 3) -> Any:
    """The same with larger numbers: random networks whisper, and their words would drown in the noise.

    ``words``: how much larger what reads them becomes.
    """
    unet.conv_out.weight.data *= 4
    for name, weights in unet.named_parameters():
        if ".attn2." in name:
            weights.data *= words
    return unet


def save_tiny(folder: Path, file: str, latents: int = 4) -> None:
    """Write a tiny autoencoder, as folder and as file. ``latents``: numbers in each point that it decodes."""
    tiny = AutoencoderTiny(latent_channels=latents)
    for name, weights in tiny.named_parameters():  # its blocks add up; at first they add next to nothing
        if name.endswith("weight"):
            torch.nn.init.kaiming_normal_(weights)
    tiny.decoder.layers[-1].weight.data *= 0.01
    tiny.decoder.layers[-1].bias.data += 0.5
    tiny.half().save_pretrained(folder / "tiny-diffusers")
    save_file(halved(tiny.state_dict()), folder / f"{file}.safetensors")


def autoencoder() -> Any:
    vae = AutoencoderKL(
        down_block_types=("DownEncoderBlock2D",) * 4, up_block_types=("UpDecoderBlock2D",) * 4,
        block_out_channels=(128, 256, 512, 512), layers_per_block=2, sample_size=512,
    )  # fmt: skip
    vae.decoder.conv_out.weight.data *= 3
    return vae


def scheduler(told: str) -> EulerDiscreteScheduler:
    """``told``: what of it the U-Net tells, in diffusers' words."""
    return EulerDiscreteScheduler(
        beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", prediction_type=told
    )


def clip_l() -> CLIPTextConfig:
    return CLIPTextConfig(
        hidden_size=768, intermediate_size=3072, num_attention_heads=12, num_hidden_layers=12,
        projection_dim=768, bos_token_id=49406, eos_token_id=49407, pad_token_id=1,
    )  # fmt: skip


def _clip_h() -> CLIPTextConfig:
    return CLIPTextConfig(
        hidden_size=1024, intermediate_size=4096, num_attention_heads=16, num_hidden_layers=23,
        hidden_act="gelu", projection_dim=512, bos_token_id=49406, eos_token_id=49407, pad_token_id=1,
    )  # fmt: skip


def tokenizer(folder: Path, pad: str) -> CLIPTokenizer:
    """CLIP's, from the list of merges that open_clip ships."""
    place = Path(str(find_spec("open_clip").origin)).parent / "bpe_simple_vocab_16e6.txt.gz"  # type: ignore[union-attr]
    merges = gzip.decompress(place.read_bytes()).decode().split("\n")[1 : 49152 - 256 - 2 + 1]
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    letters = [chr(c) for c in printable]
    letters += [chr(256 + n) for n in range(256 - len(printable))]
    words = [*letters, *(letter + "</w>" for letter in letters), *("".join(m.split()) for m in merges)]
    words += ["<|startoftext|>", _END]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "vocab.json").write_text(json.dumps({word: at for at, word in enumerate(words)}))
    (folder / "merges.txt").write_text("\n".join(["#version: 0.2", *merges]))
    return CLIPTokenizer.from_pretrained(folder, model_max_length=77, pad_token=pad)


def halved(tensors: Tensors) -> Tensors:
    return {name: value.half().contiguous() for name, value in tensors.items()}


def _single(unet: Any, vae: Any, text: Any) -> Tensors:
    words = clip_names(text.state_dict(), "cond_stage_model.transformer.")
    return halved(unet_and_vae(unet, vae) | words)


def unet_and_vae(unet: Any, vae: Any) -> Tensors:
    weights = unet.state_dict()
    attends_first = "up_blocks.0.attentions.0.norm.weight" in weights
    tensors = {f"model.diffusion_model.{unet_name(n, attends_first)}": v for n, v in weights.items()}
    for name, value in vae.state_dict().items():
        as_convolution = re.search(
            r"attentions.*to_(q|k|v|out\.0)\.weight|attentions.*(query|key|value)", name
        )
        found = value[..., None, None] if as_convolution and value.ndim == 2 else value
        tensors[f"first_stage_model.{vae_name(name)}"] = found
    return tensors


def clip_names(words: Tensors, before: str) -> Tensors:
    return {f"{before}text_model.{name.removeprefix('text_model.')}": value for name, value in words.items()}


def open_clip_names(words: Tensors, before: str) -> Tensors:
    """CLIP's tensors as OpenCLIP calls them: the three projections of an attention in one."""
    simple = {
        "embeddings.token_embedding.weight": "token_embedding.weight",
        "embeddings.position_embedding.weight": "positional_embedding",
        "final_layer_norm.weight": "ln_final.weight", "final_layer_norm.bias": "ln_final.bias",
    }  # fmt: skip
    parts = {
        "self_attn.out_proj": "attn.out_proj", "layer_norm1": "ln_1", "layer_norm2": "ln_2",
        "mlp.fc1": "mlp.c_fc", "mlp.fc2": "mlp.c_proj",
    }  # fmt: skip
    plain = {name.removeprefix("text_model."): value for name, value in words.items()}
    named: Tensors = {}
    for name, value in plain.items():
        if name in simple:
            named[simple[name]] = value
        elif found := re.fullmatch(r"encoder\.layers\.(\d+)\.(.+)\.(weight|bias)", name):
            layer, part, kind = found.groups()
            block = f"transformer.resblocks.{layer}"
            if part in parts:
                named[f"{block}.{parts[part]}.{kind}"] = value
            elif part == "self_attn.q_proj":
                three = [plain[name.replace("q_proj", f"{one}_proj")] for one in "qkv"]
                named[f"{block}.attn.in_proj_{kind}"] = torch.cat(three)
    return {before + name: value for name, value in named.items()}


def _control(control: Any) -> Tensors:
    hints = {"conv_in": 0, **{f"blocks.{n}": 2 * n + 2 for n in range(6)}, "conv_out": 14}

    def named(name: str) -> str:
        if found := re.fullmatch(r"controlnet_cond_embedding\.(conv_in|blocks\.\d|conv_out)\.(\w+)", name):
            return f"input_hint_block.{hints[found[1]]}.{found[2]}"
        if found := re.fullmatch(r"controlnet_down_blocks\.(\d+)\.(\w+)", name):
            return f"zero_convs.{found[1]}.0.{found[2]}"
        return unet_name(name.replace("controlnet_mid_block.", "middle_block_out.0."))

    return halved({f"control_model.{named(name)}": value for name, value in control.state_dict().items()})


_RESNET = {
    "norm1": "in_layers.0", "conv1": "in_layers.2", "norm2": "out_layers.0", "conv2": "out_layers.3",
    "time_emb_proj": "emb_layers.1", "conv_shortcut": "skip_connection",
}  # fmt: skip


def unet_name(name: str, attends_first: bool = False) -> str:
    """A tensor of a U-Net as the original program calls it.

    ``attends_first``: whether its first block upwards has attentions, as that of Stable Diffusion XL.
    """
    simple = {
        "time_embedding.linear_1": "time_embed.0", "time_embedding.linear_2": "time_embed.2",
        "add_embedding.linear_1": "label_emb.0.0", "add_embedding.linear_2": "label_emb.0.2",
        "conv_in": "input_blocks.0.0", "conv_norm_out": "out.0", "conv_out": "out.2",
    }  # fmt: skip
    for ours, theirs in simple.items():
        if name.startswith(ours + "."):
            return theirs + name.removeprefix(ours)
    if found := re.fullmatch(r"(down|up)_blocks\.(\d)\.(resnets|attentions)\.(\d)\.(.+)", name):
        way, block, kind, at, rest = found.groups()
        place = 3 * int(block) + int(at) + (way == "down")
        blocks = "input_blocks" if way == "down" else "output_blocks"
        return f"{blocks}.{place}.{int(kind == 'attentions')}.{_inner(kind, rest)}"
    if found := re.fullmatch(r"down_blocks\.(\d)\.downsamplers\.0\.conv\.(.+)", name):
        return f"input_blocks.{3 * (int(found[1]) + 1)}.0.op.{found[2]}"
    if found := re.fullmatch(r"up_blocks\.(\d)\.upsamplers\.0\.(.+)", name):
        return (
            f"output_blocks.{3 * int(found[1]) + 2}.{2 if attends_first or int(found[1]) else 1}.{found[2]}"
        )
    if found := re.fullmatch(r"mid_block\.(resnets|attentions)\.(\d)\.(.+)", name):
        place = 1 if found[1] == "attentions" else 2 * int(found[2])
        return f"middle_block.{place}.{_inner(found[1], found[3])}"
    return name


def _inner(kind: str, rest: str) -> str:
    first, _, last = rest.rpartition(".")
    return f"{_RESNET[first]}.{last}" if kind == "resnets" else rest


def vae_name(name: str) -> str:
    """A tensor of the autoencoder as the original program calls it."""
    name = re.sub(r"down_blocks\.(\d)\.resnets\.(\d)", r"down.\1.block.\2", name)
    name = re.sub(r"down_blocks\.(\d)\.downsamplers\.0", r"down.\1.downsample", name)
    name = re.sub(r"up_blocks\.(\d)", lambda found: f"up.{3 - int(found[1])}", name)
    name = re.sub(r"(up\.\d)\.resnets\.(\d)", r"\1.block.\2", name)
    name = name.replace(".upsamplers.0", ".upsample").replace("mid_block.attentions.0", "mid.attn_1")
    name = re.sub(r"mid_block\.resnets\.(\d)", lambda found: f"mid.block_{int(found[1]) + 1}", name)
    for ours, theirs in (
        ("group_norm", "norm"), ("to_q", "q"), ("to_k", "k"), ("to_v", "v"), ("to_out.0", "proj_out"),
        ("conv_shortcut", "nin_shortcut"), ("conv_norm_out", "norm_out"),
    ):  # fmt: skip
        name = name.replace(ours, theirs)
    return name


def _lora(unet: Any) -> Tensors:
    """For all that reads the prompt, in the names of kohya's trainer, which most files have."""
    tensors = {}
    for name, value in unet.state_dict().items():
        if re.search(r"attn2\.to_(q|k|v|out\.0)\.weight$", name):
            out, into = value.shape
            key = "lora_unet_" + name.removesuffix(".weight").replace(".", "_")
            tensors[f"{key}.lora_down.weight"] = torch.randn(RANK, into) * 0.1
            tensors[f"{key}.lora_up.weight"] = torch.randn(out, RANK) * 0.1
            tensors[f"{key}.alpha"] = torch.tensor(float(RANK))
    return halved(tensors)
