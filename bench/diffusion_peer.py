"""What diffusers draws for bench/diffusion.py: case by case as they come on standard input.

    python bench/diffusion_peer.py FOLDER FAMILY SIDE STEPS

Answers each with one line of JSON: ``picture``, ``seconds`` of the processor, most ``memory`` in bytes.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import torch
from diffusers import (
    AutoencoderTiny,
    ControlNetModel,
    DiffusionPipeline,
    StableDiffusionControlNetPipeline,
    StableDiffusionImg2ImgPipeline,
    StableDiffusionInpaintPipeline,
    StableDiffusionPipeline,
    StableDiffusionXLImg2ImgPipeline,
    StableDiffusionXLInpaintPipeline,
    StableDiffusionXLPipeline,
)
from PIL import Image

import diffusion_peer_flow
import diffusion_peer_rules
from diffusion_cases import BEGUN, MASKED, SEED, WORDS, given, guidance, painted, processor
from diffusion_peer_parts import add_lora, as_bytes, encoded
from kippu.engines.pictures.order import Pixels


def main() -> None:
    """Load, and draw what is asked for until standard input ends."""
    folder, family, side, steps = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    torch.set_num_threads(1)
    pipeline = _loaded(folder, family)
    pipeline.set_progress_bar_config(disable=True)
    if steps == 1:  # SD-Turbo's way: from the strongest noise; otherwise diffusers begins from the weakest
        turbo = {"timestep_spacing": "trailing"}
        pipeline.scheduler = type(pipeline.scheduler).from_config(pipeline.scheduler.config, **turbo)
    prepared = diffusion_peer_flow.PREPARED.get(family, _prepared)
    for line in sys.stdin:
        draw = prepared(pipeline, folder, side, steps, line.strip())
        before = processor(psutil.Process())
        picture = draw()
        seconds = processor(psutil.Process()) - before
        told = {"picture": picture.tolist(), "seconds": seconds, "memory": _peak()}
        print(json.dumps(told), flush=True)


def _loaded(folder: Path, family: str) -> DiffusionPipeline:
    single, config = folder / f"random-{family}.safetensors", folder / "diffusers"
    usual: dict[str, Any] = {"torch_dtype": torch.float32, "local_files_only": True}
    if family in diffusion_peer_flow.LOADED:
        return diffusion_peer_flow.LOADED[family](folder)
    if family == "sdxl":
        return StableDiffusionXLPipeline.from_single_file(
            single, config=str(config), add_watermarker=False, **usual
        )
    return StableDiffusionPipeline.from_single_file(single, config=str(config), safety_checker=None, **usual)


def _peak() -> int:
    """Most bytes that this process had in memory at once; Linux alone tells."""
    status = Path("/proc/self/status").read_text()
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))) * 1024


def _prepared(pipeline: Any, folder: Path, side: int, steps: int, case: str) -> Callable[[], Pixels]:
    asked: dict[str, Any] = {
        "prompt": WORDS, "num_inference_steps": steps, "guidance_scale": guidance(case),
        "generator": torch.Generator().manual_seed(SEED), "output_type": "np",
    }  # fmt: skip
    large = isinstance(pipeline, StableDiffusionXLPipeline)
    parts, unchecked = {**pipeline.components}, {"requires_safety_checker": False}
    if large:
        unchecked = {"add_watermarker": False}
    if case in diffusion_peer_rules.RULES:
        parts["scheduler"] = diffusion_peer_rules.RULES[case](pipeline.scheduler)
        if case == "dpm-between":
            asked["latents"] = diffusion_peer_rules.begun(parts["scheduler"], side, steps)
    if case == "tiny":
        parts["vae"] = AutoencoderTiny.from_pretrained(folder / "tiny-diffusers", torch_dtype=torch.float32)
    if case in BEGUN:
        asked["strength"] = BEGUN[case]
        begun = StableDiffusionXLImg2ImgPipeline if large else StableDiffusionImg2ImgPipeline
        run: Any = begun(**parts, **unchecked)
    if case in MASKED:
        inpaint = StableDiffusionXLInpaintPipeline if large else StableDiffusionInpaintPipeline
        run = inpaint(**parts, **unchecked)
        hole = Image.fromarray(painted(side, case).astype(np.uint8) * 255)
        none = torch.zeros(1, 4, side // 8, side // 8)  # what a U-Net of nine channels would see besides
        asked.update(mask_image=hole, masked_image_latents=none, height=side, width=side)
    elif case in BEGUN:
        pass
    elif case == "control":
        net = ControlNetModel.from_single_file(
            folder / "random-control.safetensors", config=str(folder / "control-diffusers"),
            torch_dtype=torch.float32, local_files_only=True,
        )  # fmt: skip
        asked.update(image=Image.fromarray(255 - given(side, bright=255)[..., :3]), height=side, width=side)
        run = StableDiffusionControlNetPipeline(**parts, controlnet=net, **unchecked)
    else:
        asked.update(height=side, width=side)
        run = type(pipeline)(**parts, **unchecked)
    if case == "lora":
        add_lora(run, folder)
    if case == "guided-pooled":
        asked.update(_without_words(pipeline))
    run.set_progress_bar_config(disable=True)

    def draw() -> Pixels:
        with torch.inference_mode():
            if case in BEGUN:
                asked["image"] = encoded(pipeline.vae, side) * pipeline.vae.config.scaling_factor
            if case == "anew-over":
                noise = torch.randn(asked["image"].shape, generator=torch.Generator().manual_seed(SEED))
                asked["latents"] = noise + asked["image"] / pipeline.scheduler.init_noise_sigma
            drawn = run(**asked).images[0]
        if case == "lora":
            run.unload_lora_weights()
        return as_bytes(drawn)

    return draw


def _without_words(pipeline: Any) -> dict[str, torch.Tensor]:
    """No words to stable-diffusion.cpp: zeros for each part of a word, but the real vector of the whole."""
    pipeline.register_to_config(force_zeros_for_empty_prompt=False)
    with torch.inference_mode():
        _, nothing, _, pooled = pipeline.encode_prompt(WORDS, negative_prompt="")
    pipeline.register_to_config(force_zeros_for_empty_prompt=True)
    return {"negative_prompt_embeds": torch.zeros_like(nothing), "negative_pooled_prompt_embeds": pooled}


if __name__ == "__main__":
    main()
