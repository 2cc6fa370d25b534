"""What the flow learns from: each picture with its words and two drawings to go by."""

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
    """Drawings and scenes on hand at once, in pixels (290 MB); a row is moved before it is put in patches."""

    def __init__(self, work: Path, seed: int) -> None:
        self.code = Code.load(work / "code.npz")
        artwork = Artwork(FOLDER)
        drawn = read(work / "drawings.jsonl.gz")
        pictures = torch.from_numpy(np.load(work / "small.npy").astype(np.float32))
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
        same = self.concept[shown] == self.concept[rows][:, None]
        meant = np.where(
            chosen.random((count, 1)) < 0.75, self.meant[self.concept[rows]], self.tagged[self.concept[rows]]
        )
        words = np.zeros((count, 2, 64), np.float32)
        words[:, 0] = meant
        zeros = torch.zeros(count, dtype=torch.int64)
        return self._dropped({
            **self._moved(self.pixels[rows], self.pixels[torch.from_numpy(shown)]),
            "style": torch.from_numpy(self.style[rows]), "relation": zeros, "colour": zeros.clone(),
            "words": torch.from_numpy(words), "kinds": torch.from_numpy(same + 1),
        })  # fmt: skip

    def _shown(self, row: int) -> int:
        """To go by: the same thing in another style, something near, or at times the picture itself."""
        concept, style = self.concept[row], self.style[row]
        what = self.chosen.random()
        if what < 0.15:
            return row
        if what < 0.55:
            others = [place for place in self.where[concept] if place not in (-1, row)]
            if others:
                return int(self.chosen.choice(others))
        near = self.near[concept][min(NEAR - 1, int(self.chosen.exponential(2.5)))]
        places = self.where[near]
        wanted = places[style] if self.chosen.random() < 0.7 else self.chosen.choice(places)
        return int(wanted if wanted != -1 else places.max())

    def _scenes(self, count: int) -> dict[str, Tensor]:
        rows = self.chosen.integers(0, len(self.scene_pixels), count)
        style = self.chosen.integers(0, 3, count)
        turn = self.chosen.integers(1, 3, (count, 2))
        turn[self.chosen.random((count, 2)) < 0.2] = 0
        kinds = self.scene_kinds[rows]
        return self._dropped({
            **self._moved(
                self.scene_pixels[rows, style],
                torch.stack([self.scene_pixels[rows, (style + turn[:, one]) % 3] for one in range(2)], 1),
            ),
            "style": torch.from_numpy(style), "relation": kinds[:, 0], "colour": kinds[:, 1],
            "words": self.scene_words[rows], "kinds": torch.full((count, 2), 2),
        })  # fmt: skip

    def _moved(self, pixels: Tensor, shown: Tensor) -> dict[str, Tensor]:
        """A row's pictures, all moved by up to a patch, so that no edge is always at a patch's edge."""
        every = torch.cat([pixels[:, None], shown], 1).float()
        moves = self.chosen.integers(-4, 5, (len(every), 2))
        for row, move in enumerate(moves):
            every[row] = every[row].roll(tuple(move), (1, 2))
        tokens = self.code.encode(every.flatten(0, 1)).unflatten(0, every.shape[:2])
        return {"clean": tokens[:, 0], "pixels": every[:, 0], "shown": tokens[:, 1:]}

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
