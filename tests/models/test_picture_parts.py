"""What a file is, by the names and shapes that the makers and the field's programs give its tensors."""

import json
from math import prod
from pathlib import Path

import pytest

from kippu.errors import BadInput, ModelBroken
from kippu.models.catalogue import load
from kippu.models.picture_parts import Part, join, read, suits

UNET = "model.diffusion_model.output_blocks.3.1.transformer_blocks.0.attn2.to_k.weight"
WORDS = "cond_stage_model.transformer.text_model.embeddings.token_embedding.weight"
SHAPES = {
    "sd15": {UNET: (320, 768), WORDS: (4, 768)},
    "sd21": {UNET: (320, 1024), "cond_stage_model.model.token_embedding.weight": (4, 1024)},
    "sdxl": {UNET: (640, 2048), "conditioner.embedders.0.transformer.x.weight": (4, 768)},
    "unet": {"down_blocks.0.attentions.0.transformer_blocks.0.attn2.to_k.weight": (320, 768)},
    "dev": {"double_blocks.0.img_attn.qkv.weight": (9, 3), "guidance_in.in_layer.weight": (3, 3)},
    "z": {"cap_embedder.0.weight": (4,), "noise_refiner.0.attention.qkv.weight": (4, 4)},
    "scribble": {
        "control_model.input_hint_block.0.weight": (16, 3),
        "control_model.input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight": (320, 768),
    },
    "canny": {
        "controlnet_cond_embedding.conv_in.weight": (16, 3),
        "down_blocks.0.attentions.0.transformer_blocks.0.attn2.to_k.weight": (640, 2048),
    },
    "flux_control": {"input_hint_block.0.weight": (16, 3), "double_blocks.0.img_attn.qkv.weight": (9, 3)},
    "flux_control_diffusers": {
        "controlnet_x_embedder.weight": (4, 4),
        "transformer_blocks.0.attn.to_q.weight": (4, 4),
    },
    "z_control": {
        "control_all_x_embedder.2-1.weight": (4, 4),
        "control_layers.0.attention.qkv.weight": (4, 4),
    },
    "scribble2": {
        "control_model.input_hint_block.0.weight": (16, 3),
        "control_model.input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight": (320, 1024),
    },
    "style": {
        "lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_k.lora_down.weight": (8, 768)
    },
    "peft": {"unet.down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k.lora_A.weight": (8, 2048)},
    "taesd": {"decoder.layers.0.weight": (64, 4, 3, 3)},
    "taesdxl": {"decoder.layers.0.weight": (64, 4, 3, 3)},
    "ae": {"decoder.conv_in.weight": (512, 16, 3, 3), "decoder.conv_out.weight": (3, 128, 3, 3)},
    "clip_l": {"text_model.embeddings.token_embedding.weight": (4, 768)},
    "t5xxl": {"encoder.block.0.layer.0.SelfAttention.q.weight": (4, 4)},
    "qwen": {"model.layers.0.self_attn.q_proj.weight": (4, 2560), "model.embed_tokens.weight": (4, 2560)},
}


def written(folder: Path, name: str) -> Path:
    header, at = {}, 0
    for tensor, shape in SHAPES[name].items():
        header[tensor] = {"dtype": "F16", "shape": shape, "data_offsets": [at, at + 2 * prod(shape)]}
        at += 2 * prod(shape)
    head = json.dumps(header).encode()
    path = folder / f"{name}.safetensors"
    path.write_bytes(len(head).to_bytes(8, "little") + head + bytes(at))
    return path


@pytest.mark.parametrize(
    ("name", "role", "family"),
    [
        ("sd15", "model", "sd1"),
        ("sd21", "model", "sd2"),
        ("sdxl", "model", "sdxl"),
        ("unet", "diffusion_model", "sd1"),
        ("dev", "diffusion_model", "flux"),
        ("z", "diffusion_model", "z-image"),
        ("scribble", "control_net", "sd1"),
        ("scribble2", "control_net", "sd2"),
        ("style", "lora", "sd1"),
        ("peft", "lora", "sdxl"),
        ("taesd", "taesd", "sd1"),
        ("taesdxl", "taesd", "sdxl"),
        ("ae", "vae", "flux"),
        ("clip_l", "clip_l", ""),
        ("t5xxl", "t5xxl", ""),
        ("qwen", "llm", "z-image"),
    ],
)
def test_what_a_file_is(tmp_path: Path, name: str, role: str, family: str) -> None:
    part = read(written(tmp_path, name))
    assert (part.role, part.family, part.type) == (role, family, "F16")


def test_what_cannot_be_opened_is_told(tmp_path: Path, model_path: Path) -> None:
    SHAPES["other"] = {"layer.weight": (2, 2)}
    with pytest.raises(BadInput, match="none of the picture models"):
        read(written(tmp_path, "other"))
    with pytest.raises(BadInput, match=r"can carry programs"):
        read(tmp_path / "model.ckpt")
    with pytest.raises(BadInput, match="none of the picture models"):
        read(model_path)
    cut = written(tmp_path, "sd15")
    cut.write_bytes(cut.read_bytes()[:-1])
    with pytest.raises(ModelBroken, match="cut short"):
        read(cut)


@pytest.mark.parametrize("name", ["canny", "flux_control", "flux_control_diffusers", "z_control"])
def test_a_controlnet_that_the_library_can_not_use_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInput, match=rf"{name}.* those of Stable Diffusion 1 and 2 only") as told:
        read(written(tmp_path, name))
    assert "Stable Diffusion 1・2" in told.value.ja


def parts(folder: Path, *names: str) -> list[Part]:
    return [read(written(folder, name)) for name in names]


def test_a_checkpoint_is_joined_by_what_suits_it(tmp_path: Path) -> None:
    drawing, *others = parts(
        tmp_path, "sd15", "scribble2", "scribble", "taesdxl", "taesd", "ae", "style", "clip_l"
    )
    assert {role: path.stem for role, path in join(drawing, others).items()} == {
        "model": "sd15",
        "control_net": "scribble",
        "taesd": "taesd",
    }
    assert [part.path.stem for part in others if part.role == "lora" and suits(part, drawing)] == ["style"]


def test_what_only_draws_is_made_whole(tmp_path: Path) -> None:
    drawing, *others = parts(tmp_path, "z", "taesd", "qwen", "ae", "clip_l")
    found = {role: path.stem for role, path in join(drawing, others).items()}
    assert found["diffusion_model"] == "z"
    assert (found["llm"], found["vae"]) == ("qwen", "ae")
    assert "taesd" not in found


@pytest.mark.parametrize(("id", "family"), [("taesd", "sd1"), ("taesdxl", "sdxl")])
def test_a_tiny_autoencoder_of_the_catalogue_is_told_by_its_folder(
    tmp_path: Path, id: str, family: str
) -> None:
    # Both are called alike at their source, and the store keeps a model's files in a folder of its id.
    folder = tmp_path / id
    folder.mkdir()
    kept = written(tmp_path, "taesd").rename(folder / load().get(id).files[0].name)
    assert (read(kept).role, read(kept).family) == ("taesd", family)
