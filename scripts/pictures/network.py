"""The flow: a small transformer over 64 patches that says what a noisy picture was, given words, a style and
two drawings to go by; and the branch that makes it follow a sketch.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

WIDE, DEEP, HEADS = 128, 8, 4
NUMBERS, WORDS = 96, 64
STYLES, RELATIONS, COLOURS, KINDS = 3, 7, 15, 3
CONTROLLED = 4
"""Blocks that have a copy in the branch for a sketch."""


def modulated(seen: Tensor, shift: Tensor, scale: Tensor) -> Tensor:
    return functional.layer_norm(seen, (WIDE,)) * (1 + scale) + shift


class Block(nn.Module):
    """Attention and a two-layer network, each shifted, scaled and gated by what is wanted (adaLN, Peebles and
    Xie, arXiv:2212.09748; one table for all blocks: Chen et al., arXiv:2310.00426)."""

    def __init__(self) -> None:
        super().__init__()
        self.parts, self.out = nn.Linear(WIDE, 3 * WIDE), nn.Linear(WIDE, WIDE)
        self.inner, self.outer = nn.Linear(WIDE, 4 * WIDE), nn.Linear(4 * WIDE, WIDE)
        self.table = nn.Parameter(torch.randn(6, WIDE) * 0.02)

    def forward(self, seen: Tensor, wanted: Tensor) -> Tensor:
        count, tokens, _ = seen.shape
        shift, scale, gate, shift2, scale2, gate2 = (wanted + self.table).unsqueeze(2).unbind(1)
        parts = self.parts(modulated(seen, shift, scale)).reshape(count, tokens, 3, HEADS, WIDE // HEADS)
        query, key, value = parts.permute(2, 0, 3, 1, 4).unbind(0)
        mixed = functional.scaled_dot_product_attention(query, key, value)
        seen = seen + gate * self.out(mixed.transpose(1, 2).reshape(count, tokens, WIDE))
        inner = functional.gelu(self.inner(modulated(seen, shift2, scale2)), approximate="tanh")
        return seen + gate2 * self.outer(inner)


class Flow(nn.Module):
    """Rectified flow (Liu et al., arXiv:2209.03003) that predicts the picture itself, not the direction (Li
    and He, arXiv:2511.13720: what is low-dimensional is easier to predict)."""

    def __init__(self, deep: int = DEEP) -> None:
        super().__init__()
        self.enter = nn.Linear(3 * NUMBERS, WIDE)
        self.places = nn.Parameter(torch.randn(64, WIDE) * 0.1)
        self.time = nn.Sequential(nn.Linear(64, WIDE), nn.SiLU(), nn.Linear(WIDE, WIDE))
        self.style, self.relation = nn.Embedding(STYLES, WIDE), nn.Embedding(RELATIONS + 1, WIDE)
        self.colour = nn.Embedding(COLOURS, WIDE)
        self.words = nn.Linear(2 * WORDS, WIDE)
        self.kinds = nn.Embedding(KINDS * KINDS, WIDE)
        self.wanted = nn.Linear(WIDE, 6 * WIDE)
        self.blocks = nn.ModuleList(Block() for _ in range(deep))
        self.leave = nn.Linear(WIDE, NUMBERS)
        self.register_buffer("spread", torch.ones(KINDS, NUMBERS))
        nn.init.zeros_(self.wanted.weight)
        nn.init.zeros_(self.leave.weight)
        nn.init.zeros_(self.leave.bias)

    def grown(self, kept: dict[str, Tensor]) -> None:
        """Takes the weights of a shallower flow: behind each of its blocks comes a copy that adds nothing
        yet, so that it starts where the other stopped (Chen et al., arXiv:1511.05641)."""
        shallow = 1 + max(int(name.split(".")[1]) for name in kept if name.startswith("blocks."))
        rest = {name: value for name, value in kept.items() if not name.startswith("blocks.")}
        self.load_state_dict(rest, strict=False)
        for number, block in enumerate(self.blocks):
            root = f"blocks.{number * shallow // len(self.blocks)}."
            block.load_state_dict({
                name.removeprefix(root): value for name, value in kept.items() if name.startswith(root)
            })  # fmt: skip
            if number * shallow % len(self.blocks):
                for layer in (block.out, block.outer):
                    nn.init.zeros_(layer.weight)
                    nn.init.zeros_(layer.bias)

    def condition(
        self, time: Tensor, style: Tensor, relation: Tensor, colour: Tensor, words: Tensor, kinds: Tensor
    ) -> Tensor:
        waves = torch.exp(torch.arange(32, device=time.device) * (-6.0 / 31)) * 100
        angles = time[:, None] * waves
        given = self.time(torch.cat([angles.sin(), angles.cos()], 1))
        given = given + self.style(style) + self.relation(relation) + self.colour(colour)
        given = given + self.words(words.flatten(1)) + self.kinds(kinds[:, 0] * KINDS + kinds[:, 1])
        return self.wanted(functional.silu(given)).reshape(-1, 6, WIDE)

    def start(self, noisy: Tensor, shown: Tensor) -> Tensor:
        side = shown.permute(0, 2, 1, 3).flatten(2)
        return self.enter(torch.cat([noisy, side], 2)) + self.places

    def finish(self, seen: Tensor, noisy: Tensor, shown: Tensor, kinds: Tensor, time: Tensor) -> Tensor:
        """Adds what the blocks found to the best linear guess from the noisy picture and the first drawing,
        each number having its own spread (variance) around it, by the drawing's kind."""
        level = time[:, None, None]
        spread = self.spread[kinds[:, 0]][:, None]
        weight = (1 - level) * spread / ((1 - level) ** 2 * spread + level**2 + 1e-4)
        guess = shown[:, 0] + weight * (noisy - (1 - level) * shown[:, 0])
        return guess + self.left(seen)

    def left(self, seen: Tensor) -> Tensor:
        return self.leave(functional.layer_norm(seen, (WIDE,)))

    def forward(
        self,
        noisy: Tensor,
        shown: Tensor,
        kinds: Tensor,
        time: Tensor,
        style: Tensor,
        relation: Tensor,
        colour: Tensor,
        words: Tensor,
        added: Tensor | None = None,
    ) -> Tensor:
        """The clean picture (n x 64 x 96 numbers) behind ``noisy`` at noise ``time`` (n; 0 clean, 1 noise).
        ``shown``: n x 2 drawings x 64 x 96; ``kinds``: n x 2, 0 where there is none, 1 for something near, 2
        for the same thing in another style; ``words``: n x 2 x 64;
        ``added``: n x 4 x 64 x WIDE, from the branch for a sketch."""  # fmt: skip
        wanted = self.condition(time, style, relation, colour, words, kinds)
        seen = self.start(noisy, shown)
        for number, block in enumerate(self.blocks):
            seen = block(seen, wanted)
            if added is not None and number < CONTROLLED:
                seen = seen + added[:, number]
        return self.finish(seen, noisy, shown, kinds, time)


class Control(nn.Module):
    """A trained copy of the first blocks that sees a sketch, linked by layers that start at zero (ControlNet,
    Zhang et al., arXiv:2302.05543)."""

    def __init__(self, flow: Flow) -> None:
        super().__init__()
        self.copy = Flow(len(flow.blocks))
        self.copy.load_state_dict(flow.state_dict())
        self.copy.blocks = self.copy.blocks[:CONTROLLED]
        self.enter = nn.Linear(64, WIDE)
        self.links = nn.ModuleList(nn.Linear(WIDE, WIDE) for _ in range(CONTROLLED))
        for layer in (self.enter, *self.links):
            nn.init.zeros_(layer.weight)
            nn.init.zeros_(layer.bias)
        nn.init.normal_(self.enter.weight, std=0.02)

    def forward(
        self,
        sketch: Tensor,
        noisy: Tensor,
        shown: Tensor,
        kinds: Tensor,
        time: Tensor,
        style: Tensor,
        relation: Tensor,
        colour: Tensor,
        words: Tensor,
    ) -> Tensor:
        """What to add behind each block; ``sketch``: n x 64 patches x 64 pixels, 1 on a line."""  # fmt: skip
        wanted = self.copy.condition(time, style, relation, colour, words, kinds)
        seen = self.copy.start(noisy, shown) + self.enter(sketch)
        added = []
        for block, link in zip(self.copy.blocks, self.links, strict=True):
            seen = block(seen, wanted)
            added.append(link(seen))
        return torch.stack(added, 1)
