"""Trains the finisher: from what the flow's numbers say, 64 x 64, to a clean drawing of 256 x 256.

    python scripts/pictures/finish.py --work FOLDER --minutes 15

It learns from the drawings' own curves: what it is given is a drawing in the flow's code with noise added, what
it is to give is the drawing drawn large. One thread; a run that was cut off goes on from its last checkpoint.
"""

import argparse
import time
from pathlib import Path

import numpy as np
import torch
from patches import Code
from torch import Tensor, nn
from torch.nn import functional

SEED = 20261127
BATCH, CROP = 16, 32
NOISE = 0.25
"""Most noise added, in the spread of the code's numbers; how far the flow's own results are off."""


class Block(nn.Module):
    def __init__(self, wide: int) -> None:
        super().__init__()
        self.first, self.second = nn.Conv2d(wide, wide, 3, padding=1), nn.Conv2d(wide, wide, 3, padding=1)

    def forward(self, seen: Tensor) -> Tensor:
        return seen + self.second(functional.leaky_relu(self.first(seen), 0.1))


class Finisher(nn.Module):
    """n x 4 x H x W to n x 4 x 4H x 4W, colour times alpha. Works at half of the given side, where it sees
    farther for the same cost, and adds to the given picture made larger."""

    def __init__(self, wide: int = 64, deep: int = 5) -> None:
        super().__init__()
        self.enter = nn.Conv2d(16, wide, 3, padding=1)
        self.body = nn.Sequential(*(Block(wide) for _ in range(deep)))
        self.up = nn.Conv2d(wide, 128, 3, padding=1)
        self.leave = nn.Conv2d(32, 64, 3, padding=1)
        for part in self.modules():
            if isinstance(part, nn.Conv2d):
                nn.init.kaiming_normal_(part.weight, 0.1)
                nn.init.zeros_(part.bias)
        for block in self.body:
            block.second.weight.data *= 0.3
        self.leave.weight.data *= 0.1

    def forward(self, given: Tensor) -> Tensor:
        inside = self.body(self.enter(functional.pixel_unshuffle(given, 2)))
        inside = functional.pixel_shuffle(functional.leaky_relu(self.up(inside), 0.1), 2)
        larger = functional.interpolate(given, scale_factor=4, mode="bilinear", align_corners=False)
        return larger + functional.pixel_shuffle(self.leave(inside), 4)


def slopes(pictures: Tensor) -> tuple[Tensor, Tensor]:
    return pictures[..., 1:] - pictures[..., :-1], pictures[..., 1:, :] - pictures[..., :-1, :]


def cost(given: Tensor, wanted: Tensor) -> Tensor:
    """Mean distance of values and of slopes: edges are what a drawing is."""
    edges = sum(functional.l1_loss(a, b) for a, b in zip(slopes(given), slopes(wanted), strict=True))
    return functional.l1_loss(given, wanted) + 0.5 * edges


def premultiplied(large: np.ndarray) -> Tensor:
    pictures = torch.from_numpy(np.array(large)).float() / 255
    pictures[..., :3] *= pictures[..., 3:]
    return pictures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--minutes", type=float, required=True)
    asked = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    chosen = np.random.default_rng(SEED)
    large = np.load(asked.work / "drawings.npy", mmap_mode="r")
    if not (asked.work / "code.npz").exists():
        Code.fitted(np.load(asked.work / "small.npy"), SEED).save(asked.work / "code.npz")
    code = Code.load(asked.work / "code.npz")
    network = Finisher().to(memory_format=torch.channels_last)
    rate = 1e-3
    learner = torch.optim.AdamW(network.parameters(), rate, weight_decay=0)
    checkpoint = asked.work / "finisher.pt"
    step, spent = 0, 0.0
    if checkpoint.exists():
        kept = torch.load(checkpoint, weights_only=False)
        network.load_state_dict(kept["network"])
        learner.load_state_dict(kept["learner"])
        step, spent = kept["step"], kept["spent"]
    test = premultiplied(large[np.sort(np.random.default_rng(1).choice(len(large), 24, replace=False))])
    began, seen = time.monotonic() - spent, []
    while (minutes := (time.monotonic() - began) / 60) < asked.minutes:
        for group in learner.param_groups:
            group["lr"] = rate * min(1, (step + 1) / 50) * max(0.02, 1 - minutes / asked.minutes)
        wanted = premultiplied(large[np.sort(chosen.choice(len(large), BATCH, replace=False))])
        small = wanted.reshape(BATCH, 64, 4, 64, 4, 4).mean((2, 4))
        tokens = code.encode(small)
        tokens = tokens + torch.randn_like(tokens) * (torch.rand(BATCH, 1, 1) ** 2 * NOISE)
        given = code.decode(tokens).permute(0, 3, 1, 2)
        top, left = (int(chosen.integers(0, (64 - CROP) // 8 + 1)) * 8 for _ in range(2))
        given = given[:, :, top : top + CROP, left : left + CROP].contiguous(memory_format=torch.channels_last)
        wanted = wanted.permute(0, 3, 1, 2)[:, :, top * 4 : (top + CROP) * 4, left * 4 : (left + CROP) * 4]
        loss = cost(network(given), wanted)
        learner.zero_grad()
        loss.backward()
        learner.step()
        seen.append(float(loss.detach()))
        step += 1
        if step % 50 == 0:
            with torch.no_grad():
                small = test.reshape(-1, 64, 4, 64, 4, 4).mean((2, 4))
                coded = code.decode(code.encode(small)).permute(0, 3, 1, 2)
                result = network(coded).clamp(0, 1)
                plain = functional.interpolate(coded, scale_factor=4, mode="bicubic").clamp(0, 1)
            true = test.permute(0, 3, 1, 2)
            dbs = [float(-10 * torch.log10(((x - true) ** 2).mean((1, 2, 3))).mean()) for x in (result, plain)]
            print(f"{minutes:.1f} min, step {step}: loss {np.mean(seen[-50:]):.4f}, "
                  f"PSNR {dbs[0]:.2f} dB (bicubic {dbs[1]:.2f})", flush=True)  # fmt: skip
            torch.save({"network": network.state_dict(), "learner": learner.state_dict(), "step": step,
                        "spent": time.monotonic() - began}, checkpoint)  # fmt: skip


if __name__ == "__main__":
    main()
