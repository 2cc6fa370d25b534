"""How diffusers draws with FLUX and Z-Image for bench/diffusion.py.

Both programs are given the same parts of words, as numbers: diffusers' lists of them can't be had without a
hub. Steps are spaced as stable-diffusion.cpp spaces them.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from diffusers import (
    AutoencoderKL,
    AutoencoderTiny,
    FlowMatchEulerDiscreteScheduler,
    FluxImg2ImgPipeline,
    FluxInpaintPipeline,
    FluxPipeline,
    FluxTransformer2DModel,
    ZImageImg2ImgPipeline,
    ZImageInpaintPipeline,
    ZImagePipeline,
    ZImageTransformer2DModel,
)
from PIL import Image
from transformers import CLIPTextModel, CLIPTokenizer, Qwen3Model, T5EncoderModel

from diffusion_cases import BEGUN, MASKED, SEED, WORDS, painted
from diffusion_peer_parts import add_lora, as_bytes, encoded
from kippu.engines.pictures.order import Pixels

_GUIDANCE = 3.5
"""How much the words count for FLUX.1 dev, in stable-diffusion.cpp."""
_FLUX_SHIFT, _Z_SHIFT = 1.15, 3.0
"""How much of the way is gone while there is much noise, likewise."""
_T5_WORDS = (3, 9, 1131, 1712, 30, 3, 9, 953, 1)
"""``WORDS`` in T5's parts of words."""
_T5_LENGTH = 256
"""Parts that T5 is given, filled up with 0."""
_QWEN_WORDS = (151644, 872, 198, 64, 2518, 8251, 389, 264, 1965, 151645, 198, 151644, 77091, 198)
"""``WORDS`` in Qwen's, as the person's turn of a talk."""

Draw = Callable[[], Pixels]


class _ZInpaint(ZImageInpaintPipeline):
    """The same, begun from what it is given: its own draws code and noise from one generator in a row."""

    begun: tuple[torch.Tensor, torch.Tensor, torch.Tensor]
    """Noisy picture, noise, coded picture."""

    def prepare_latents(self, *_: Any, **__: Any) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        return self.begun


def flux(folder: Path) -> FluxPipeline:
    """From diffusers' own folder: its reader of single files knows the real width of FLUX by heart."""
    config = folder / "diffusers"
    usual: dict[str, Any] = {"torch_dtype": torch.float32, "local_files_only": True}
    return FluxPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(),
        vae=AutoencoderKL.from_pretrained(config / "vae", **usual),
        transformer=FluxTransformer2DModel.from_pretrained(config / "transformer", **usual),
        text_encoder=CLIPTextModel.from_pretrained(config / "text_encoder", dtype=torch.float32),
        text_encoder_2=T5EncoderModel.from_pretrained(config / "text_encoder_2", dtype=torch.float32),
        tokenizer=CLIPTokenizer.from_pretrained(config / "tokenizer"), tokenizer_2=None,
    )  # fmt: skip


def z_image(folder: Path) -> ZImagePipeline:
    """From diffusers' own folder, which has the layers alone that are not zero."""
    config = folder / "diffusers"
    usual: dict[str, Any] = {"torch_dtype": torch.float32, "local_files_only": True}
    return ZImagePipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(),
        vae=AutoencoderKL.from_pretrained(config / "vae", **usual),
        transformer=ZImageTransformer2DModel.from_pretrained(config / "transformer", **usual),
        text_encoder=Qwen3Model.from_pretrained(config / "text_encoder", dtype=torch.float32), tokenizer=None,
    )  # fmt: skip


def draw_flux(pipeline: Any, folder: Path, side: int, steps: int, case: str) -> Draw:
    """One case, ready to be drawn."""
    times = np.linspace(1000, 1, steps) / 1000
    shift = np.exp(_FLUX_SHIFT)
    asked = _asked(side, steps, shift / (shift + (1 / times - 1)), _GUIDANCE)
    if case == "lora":
        add_lora(pipeline, folder)

    def draw() -> Pixels:
        with torch.inference_mode():
            parts = [*_T5_WORDS, *[0] * (_T5_LENGTH - len(_T5_WORDS))]
            asked["prompt_embeds"] = pipeline.text_encoder_2(torch.tensor([parts])).last_hidden_state
            asked["pooled_prompt_embeds"] = pipeline._get_clip_prompt_embeds(WORDS)
            drawn = _run(_with_tiny(pipeline, folder, case), _flux_begun(case), asked, side, case)
        if case == "lora":
            pipeline.unload_lora_weights()
        return as_bytes(drawn)

    return draw


def draw_z(pipeline: Any, folder: Path, side: int, steps: int, case: str) -> Draw:
    """One case, ready to be drawn."""
    times = np.linspace(1000, 1, steps) / 1000
    asked = _asked(side, steps, _Z_SHIFT * times / (1 + (_Z_SHIFT - 1) * times), 0.0)

    def draw() -> Pixels:
        with torch.inference_mode():
            read = pipeline.text_encoder(torch.tensor([_QWEN_WORDS]), output_hidden_states=True)
            asked["prompt_embeds"] = [read.hidden_states[-2][0]]
            if case in BEGUN:
                _ZInpaint.begun = _noised(pipeline.vae, side, asked["sigmas"], BEGUN[case])
                asked["latents"] = _ZInpaint.begun[0]
            begun = _ZInpaint if case in MASKED else ZImageImg2ImgPipeline
            return as_bytes(_run(_with_tiny(pipeline, folder, case), begun, asked, side, case))

    return draw


def _with_tiny(pipeline: Any, folder: Path, case: str) -> Any:
    if case != "tiny":
        return pipeline
    tiny = AutoencoderTiny.from_pretrained(folder / "tiny-diffusers", torch_dtype=torch.float32)
    return type(pipeline)(**pipeline.components | {"vae": tiny})


def _flux_begun(case: str) -> type[Any]:
    return FluxInpaintPipeline if case in MASKED else FluxImg2ImgPipeline


def _asked(side: int, steps: int, sigmas: np.ndarray, guidance: float) -> dict[str, Any]:
    return {
        "height": side, "width": side, "num_inference_steps": steps, "sigmas": sigmas.tolist(),
        "guidance_scale": guidance, "generator": torch.Generator().manual_seed(SEED), "output_type": "np",
    }  # fmt: skip


def _coded(vae: AutoencoderKL, side: int) -> torch.Tensor:
    return (encoded(vae, side) - vae.config.shift_factor) * vae.config.scaling_factor


def _noised(
    vae: AutoencoderKL, side: int, sigmas: list[float], strength: float
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """The picture to start from with as much noise as is left to take away, for of Z-Image diffusers takes no
    coded picture; the noise, and the picture coded."""
    coded = _coded(vae, side)
    noise = torch.randn(coded.shape, generator=torch.Generator().manual_seed(SEED))
    sigma = sigmas[len(sigmas) - int(len(sigmas) * strength)]
    return sigma * noise + (1 - sigma) * coded, noise, coded


def _run(pipeline: Any, begun: type[Any], asked: dict[str, Any], side: int, case: str) -> np.ndarray:
    run = pipeline
    if case in BEGUN:
        run = begun(**pipeline.components)
        image = torch.zeros(1, 3, side, side) if "latents" in asked else _coded(pipeline.vae, side)
        asked = asked | {"image": image, "strength": BEGUN[case]}
        if case in MASKED:
            hole = Image.fromarray(painted(side, case).astype(np.uint8) * 255)
            none = torch.zeros(1, 16, side // 8, side // 8)  # FLUX.1 Fill alone would look at it
            asked |= {"mask_image": hole, "masked_image_latents": None if begun is _ZInpaint else none}
    run.set_progress_bar_config(disable=True)
    drawn: np.ndarray = run(**asked).images[0]
    return drawn


LOADED = {"flux": flux, "z": z_image}
PREPARED = {"flux": draw_flux, "z": draw_z}
