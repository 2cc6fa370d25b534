"""What takes the noise away in diffusers, for bench/diffusion.py, where it isn't Euler's plain rule."""

from typing import Any

import numpy as np
import torch
from diffusers import DPMSolverMultistepScheduler, EulerAncestralDiscreteScheduler

from diffusion_cases import SEED


class _Between(DPMSolverMultistepScheduler):
    """The same with the times of Karras' sigmas as they are, which diffusers rounds to whole ones."""

    def set_timesteps(self, *given: Any, **named: Any) -> None:
        super().set_timesteps(*given, **named)
        known = np.log(((1 - self.alphas_cumprod) / self.alphas_cumprod).sqrt().numpy())
        times = [self._sigma_to_t(sigma, known) for sigma in self.sigmas[:-1].numpy()]
        self.timesteps = torch.tensor(np.array(times, np.float32))


def begun(scheduler: Any, side: int, steps: int) -> torch.Tensor:
    """The noise that stable-diffusion.cpp begins from: of the first sigma, with no trace of a picture in it.

    diffusers' own begins as if there was one, and so is larger by a part in 430.
    """
    scheduler.set_timesteps(steps)
    first = float(scheduler.sigmas[0])
    noise = torch.randn(1, 4, side // 8, side // 8, generator=torch.Generator().manual_seed(SEED))
    return noise * first / (first**2 + 1) ** 0.5


RULES = {
    "dpm": lambda usual: DPMSolverMultistepScheduler.from_config(usual.config, use_karras_sigmas=True),
    "dpm-between": lambda usual: _Between.from_config(usual.config, use_karras_sigmas=True),
    "ancestral": lambda usual: EulerAncestralDiscreteScheduler.from_config(usual.config),
    "turbo": lambda usual: EulerAncestralDiscreteScheduler.from_config(
        usual.config, timestep_spacing="trailing"
    ),
}
"""By the case, what is made of the pipeline's own."""
