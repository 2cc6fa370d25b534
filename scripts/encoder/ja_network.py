"""The network of the Japanese reader: a small encoder from scratch over words whose vectors are given.

Shapes: B sentences, T words, 192 wide. Knows nothing of words but their numbers.
"""

from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

WIDE, LAYERS, HEADS, LONGEST = 192, 3, 4, 48
_HIDDEN = 0.15
"""Share of the words that are hidden in training, so that no single one decides."""
_PLAIN = 0.3
"""Share of the sentences in training that are read by the given vectors alone, as one of unseen words is."""


class Block(nn.Module):
    """One layer of an encoder (Vaswani et al., 2017, arXiv:1706.03762). Torch's own can't be exported for
    sentences of any length."""

    def __init__(self) -> None:
        super().__init__()
        self.all = nn.Linear(WIDE, 3 * WIDE)
        self.out = nn.Linear(WIDE, WIDE)
        self.wide, self.narrow = nn.Linear(WIDE, 2 * WIDE), nn.Linear(2 * WIDE, WIDE)
        self.before, self.behind = nn.LayerNorm(WIDE), nn.LayerNorm(WIDE)
        self.drop = nn.Dropout(0.1)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """``hidden`` (B, T, 192), ``mask`` (B, T) gives (B, T, 192)."""
        sentences, words, _ = hidden.shape
        split = self.all(hidden).view(sentences, words, 3, HEADS, WIDE // HEADS).permute(2, 0, 3, 1, 4)
        near = split[0] @ split[1].transpose(-1, -2) * (WIDE // HEADS) ** -0.5
        near = near + (1 - mask[:, None, None, :].to(near.dtype)) * -1e4
        seen = (self.drop(near.softmax(-1)) @ split[2]).transpose(1, 2).reshape(sentences, words, WIDE)
        hidden = self.before(hidden + self.drop(self.out(seen)))
        inner = self.drop(nn.functional.gelu(self.wide(hidden)))
        return self.behind(hidden + self.drop(self.narrow(inner)))


class JapaneseReader(nn.Module):
    """A word is its given vector (chiVe's, which never changes) and what is learned of it on top."""

    def __init__(self, vectors: Path, tools: int, labels: int) -> None:
        super().__init__()
        given = torch.from_numpy(np.load(vectors / "vectors.npy"))
        given = given / given.std()
        rows = len(given) + 2  # nobody knows it; a number
        self.given = nn.Embedding(rows, given.shape[1])
        self.given.weight.data = torch.cat([torch.zeros(2, given.shape[1]), given])
        self.given.weight.requires_grad_(False)
        self.into = nn.Linear(given.shape[1], WIDE)
        self.learned = nn.Embedding(rows, WIDE)
        nn.init.zeros_(self.learned.weight)
        nn.init.normal_(self.learned.weight.data[:2], std=0.5)
        self.place = nn.Embedding(LONGEST, WIDE)
        nn.init.normal_(self.place.weight, std=0.1)
        self.encoder = nn.ModuleList(Block() for _ in range(LAYERS))
        self.tool, self.label = nn.Linear(2 * WIDE, tools), nn.Linear(WIDE, labels)
        self.drop = nn.Dropout(0.2)
        self.table: nn.Parameter | None = None

    def fold(self) -> None:
        """Put all words into one table, for reading alone."""
        self.table = nn.Parameter(self.words().detach(), requires_grad=False)

    def words(self) -> Tensor:
        """All words as the encoder sees them (rows, 192)."""
        return self.into(self.given.weight) + self.learned.weight

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """``ids`` and ``mask`` (B, T) give tool scores (B, tools), label scores (B, T, labels), and the
        sentence itself (B, 384): the mean and the largest of each over its words."""
        if self.training:
            ids = torch.where(torch.rand(ids.shape) < _HIDDEN, torch.zeros_like(ids), ids)
            plain = (torch.rand(len(ids), 1, 1) < _PLAIN) & (ids.unsqueeze(-1) > 1)
            seen = self.into(self.given(ids)) + torch.where(plain, 0.0, self.learned(ids))
        else:
            table = self.words() if self.table is None else self.table
            seen = nn.functional.embedding(ids, table)
        places = torch.arange(ids.shape[1]).clamp(max=LONGEST - 1)
        hidden = seen + self.place(places)
        for block in self.encoder:
            hidden = block(hidden, mask)
        weight = mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weight).sum(1) / weight.sum(1).clamp(min=1)
        most = (hidden - (1 - weight) * 1e4).amax(1)
        whole = torch.cat([mean, most], -1)
        return self.tool(self.drop(whole)), self.label(self.drop(hidden)), whole

    def rates(self) -> list[dict[str, Any]]:
        """How fast its parts learn: all of it is new."""
        return [{"params": [each for each in self.parameters() if each.requires_grad], "lr": 1e-3}]
