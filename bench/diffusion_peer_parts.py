"""What the peers of bench/diffusion.py share: the picture to start from, a LoRA, and bytes."""

from pathlib import Path
from typing import Any

import numpy as np
import torch

from diffusion_cases import LORA, SEED, given
from kippu.engines.pictures.order import Pixels


def add_lora(pipeline: Any, folder: Path) -> None:
    """Add the folder's LoRA to a pipeline of diffusers."""
    pipeline.load_lora_weights(str(folder / "random-lora.safetensors"), adapter_name="random")
    pipeline.set_adapters(["random"], [LORA])


def encoded(vae: Any, side: int) -> torch.Tensor:
    """The picture to start from, coded. Kippu's library begins the noise of the code and that of the steps
    from the seed both."""
    picture = given(side, bright=128)[..., :3].astype(np.float32) / 127.5 - 1
    first = torch.from_numpy(picture).permute(2, 0, 1)[None]
    coded: torch.Tensor = vae.encode(first).latent_dist.sample(torch.Generator().manual_seed(SEED))
    return coded


def as_bytes(drawn: np.ndarray) -> Pixels:
    """A picture of 0 to 1 in bytes."""
    picture: Pixels = np.rint(drawn * 255).astype(np.uint8)
    return picture
