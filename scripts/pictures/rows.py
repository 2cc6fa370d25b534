"""What the flow learns from: each picture with its words and two drawings to go by, none of which it is."""

from pathlib import Path

import numpy as np
import torch
from artwork import read
from patches import Code
from torch import Tensor

from kippu.engines.pictures.artwork import STYLES, Artwork
from kippu.engines.pictures.weights import FOLDER

SEED = 20261127
NEAR = 12


def edges(pictures: Tensor) -> Tensor:
    """Where a picture's lines are (n x 64 x 64 x 4, colour times alpha): 0 to 1, by the largest slope over
    the channels (Sobel)."""
    kernel = torch.tensor([[1.0, 0, -1], [2, 0, -2], [1, 0, -1]])[None, None] / 4
    flat = pictures.permute(0, 3, 1, 2).reshape(-1, 1, 64, 64)
    padded = torch.nn.functional.pad(flat, (1, 1, 1, 1))
    across, down = (torch.nn.functional.conv2d(padded, one) for one in (kernel, kernel.transpose(2, 3)))
    slope = torch.hypot(across, down).reshape(-1, 4, 64, 64).amax(1)
    return ((slope - 0.25) * 4).clamp(0, 1)


def lines(pictures: Tensor) -> Tensor:
    """The same in patches: n x 64 x 64."""
    seen = edges(pictures).reshape(-1, 8, 8, 8, 8)
    return seen.permute(0, 1, 3, 2, 4).reshape(-1, 64, 64)


class Rows:
    """Drawings and scenes in the flow's code, on hand at once (4,648 x 64 x 96 numbers are 114 MB)."""

    def __init__(self, work: Path, seed: int) -> None:
        self.code = Code.load(work / "code.npz")
        artwork = Artwork(FOLDER)
        drawn = read(work / "drawings.jsonl.gz")
        pictures = torch.from_numpy(np.load(work / "small.npy").astype(np.float32))
        self.tokens = self.code.encode(pictures)
        self.pixels = pictures.to(torch.float16)
        codes = sorted({row.code for row in drawn})
        place = {code: number for number, code in enumerate(codes)}
        self.concept = np.array([place[row.code] for row in drawn])
        self.style = np.array([STYLES.index(row.style) for row in drawn])
        by_code = {row.code: row for row in drawn}
        self.meant = np.stack([artwork.vector(by_code[code].label) for code in codes])
        self.tagged = np.stack([artwork.vector(" ".join(by_code[code].tags[:6])) for code in codes])
        parts = np.array([by_code[code].subgroup for code in codes])
        close = (
            self.meant @ self.meant.T + 0.4 * self.tagged @ self.tagged.T + 0.25 * (parts[:, None] == parts)
        )
        np.fill_diagonal(close, -9)
        self.near = np.argsort(-close, 1)[:, :NEAR]
        self.where = np.full((len(codes), len(STYLES)), -1)
        self.where[self.concept, self.style] = np.arange(len(drawn))
        scenes = np.load(work / "scenes.npz")
        seen = torch.from_numpy(scenes["pictures"]).float() / 255
        seen[..., :3] *= seen[..., 3:]
        self.scene_pixels = seen.to(torch.float16)
        self.scenes = self.code.encode(seen.reshape(-1, 64, 64, 4)).reshape(-1, 3, 64, self.tokens.shape[2])
        self.scene_words = torch.from_numpy(
            np.stack([[artwork.vector(word) for word in pair] for pair in scenes["words"]]).astype(np.float32)
        )
        self.scene_kinds = torch.from_numpy(scenes["kinds"])
        self.chosen = np.random.default_rng(seed)

    def batch(self, count: int) -> dict[str, Tensor]:
        """``count`` rows; keys as the flow's arguments, ``clean`` for what it is to give, ``pixels`` for that
        in pixels."""
        scenes = int(count * 0.4)
        return {
            name: torch.cat([a, b])
            for (name, a), b in zip(
                self._plain(count - scenes).items(), self._scenes(scenes).values(), strict=True
            )
        }

    def _plain(self, count: int) -> dict[str, Tensor]:
        chosen = self.chosen
        rows = chosen.integers(0, len(self.concept), count)
        shown = np.stack([[self._shown(row), self._shown(row)] for row in rows])
        tokens = self.tokens[torch.from_numpy(shown)]
        same = self.concept[shown] == self.concept[rows][:, None]
        meant = np.where(
            chosen.random((count, 1)) < 0.75, self.meant[self.concept[rows]], self.tagged[self.concept[rows]]
        )
        words = np.zeros((count, 2, 64), np.float32)
        words[:, 0] = meant
        zeros = torch.zeros(count, dtype=torch.int64)
        return self._dropped({
            "clean": self.tokens[rows], "pixels": self.pixels[rows], "shown": tokens,
            "style": torch.from_numpy(self.style[rows]), "relation": zeros, "colour": zeros.clone(),
            "words": torch.from_numpy(words), "kinds": torch.from_numpy(same + 1),
        })  # fmt: skip

    def _shown(self, row: int) -> int:
        """To go by: the same thing in another style, or something near."""
        concept, style = self.concept[row], self.style[row]
        if self.chosen.random() < 0.5:
            others = [place for place in self.where[concept] if place not in (-1, row)]
            if others:
                return int(self.chosen.choice(others))
        near = self.near[concept][min(NEAR - 1, int(self.chosen.exponential(2.5)))]
        places = self.where[near]
        wanted = places[style] if self.chosen.random() < 0.7 else self.chosen.choice(places)
        return int(wanted if wanted != -1 else places.max())

    def _scenes(self, count: int) -> dict[str, Tensor]:
        rows = self.chosen.integers(0, len(self.scenes), count)
        style = self.chosen.integers(0, 3, count)
        turn = self.chosen.integers(1, 3, (count, 2))
        kinds = self.scene_kinds[rows]
        return self._dropped({
            "clean": self.scenes[rows, style], "pixels": self.scene_pixels[rows, style],
            "shown": torch.stack([self.scenes[rows, (style + turn[:, one]) % 3] for one in range(2)], 1),
            "style": torch.from_numpy(style), "relation": kinds[:, 0], "colour": kinds[:, 1],
            "words": self.scene_words[rows], "kinds": torch.full((count, 2), 2),
        })  # fmt: skip

    def _dropped(self, batch: dict[str, Tensor]) -> dict[str, Tensor]:
        """Some without drawings, some without words: for guidance, and to lean on neither alone."""
        count = len(batch["clean"])
        there = torch.from_numpy(self.chosen.random((count, 2)) > (0.1, 0.3))
        none = torch.from_numpy(self.chosen.random(count) < 0.1)
        there[none] = False
        mute = torch.from_numpy(self.chosen.random(count) < 0.12) | none
        batch["words"] = batch["words"] * (~mute)[:, None, None]
        batch["relation"] = torch.where(mute, 7, batch["relation"])
        batch["colour"] = torch.where(mute, 0, batch["colour"])
        batch["shown"] = batch["shown"] * there[..., None, None]
        batch["kinds"] = batch["kinds"] * there
        return batch
