"""Pictures as the flow sees them: a token for each patch of 8 x 8 pixels, its numbers the principal
components of such patches in the training drawings (a linear code, exact to fit and to undo).
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

SIDE, PATCH, KEPT = 64, 8, 96
TOKENS = (SIDE // PATCH) ** 2


@dataclass
class Code:
    """The linear code: ``mean`` (256,), ``basis`` (96, 256), ``scale``: what makes the numbers' spread 1."""

    mean: Tensor
    basis: Tensor
    scale: float

    @classmethod
    def fitted(cls, pictures: np.ndarray, seed: int) -> "Code":
        """On pictures (n x 64 x 64 x 4, colour times alpha, 0 to 1)."""
        patches = cut(torch.from_numpy(pictures.astype(np.float32))).reshape(-1, PATCH * PATCH * 4)
        chosen = torch.randperm(len(patches), generator=torch.Generator().manual_seed(seed))[:100_000]
        patches = patches[chosen]
        mean = patches.mean(0)
        around = patches - mean
        _, vectors = torch.linalg.eigh(around.T @ around / len(around))
        basis = vectors.flip(1).T[:KEPT].contiguous()
        return cls(mean, basis, float((around @ basis.T).std()))

    def encode(self, pictures: Tensor) -> Tensor:
        """n x 64 x 64 x 4 to n x 64 tokens x 96 numbers, of spread 1 over all."""
        return (cut(pictures) - self.mean) @ self.basis.T / self.scale

    def decode(self, tokens: Tensor) -> Tensor:
        return joined(tokens * self.scale @ self.basis + self.mean)

    def save(self, path: Path) -> None:
        np.savez(path, mean=self.mean.numpy(), basis=self.basis.numpy(), scale=np.float32(self.scale))

    @classmethod
    def load(cls, path: Path) -> "Code":
        kept = np.load(path)
        return cls(torch.from_numpy(kept["mean"]), torch.from_numpy(kept["basis"]), float(kept["scale"]))


def cut(pictures: Tensor) -> Tensor:
    """n x H x W x 4 to n x tokens x 256, row by row."""
    count, high, wide, _ = pictures.shape
    rows = pictures.reshape(count, high // PATCH, PATCH, wide // PATCH, PATCH, 4)
    return rows.permute(0, 1, 3, 2, 4, 5).reshape(count, -1, PATCH * PATCH * 4)


def joined(patches: Tensor) -> Tensor:
    """The way back of ``cut``, for pictures of 64 x 64."""
    across = SIDE // PATCH
    rows = patches.reshape(-1, across, across, PATCH, PATCH, 4)
    return rows.permute(0, 1, 3, 2, 4, 5).reshape(-1, SIDE, SIDE, 4)
