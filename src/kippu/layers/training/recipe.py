"""How an adapter is trained, and the numbers that go in and come out. Data alone: needs no torch."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """The numbers of a training; docs/layers-train.md tells what they reached."""

    rank: int = 16
    alpha: float = 32.0
    """Strength: what an adapter adds is multiplied by ``alpha / rank``."""
    upper: float = 0.5
    """Share of the network's layers that get an adapter, counted from the top; what goes into the lowest of
    them never changes, so it is computed once."""
    rate: float = 1e-3
    """Learning rate (AdamW) after ten steps of warming up; falls to a tenth along a cosine."""
    batch: int = 8
    """Examples in a step."""
    epochs: int = 10
    """Passes over the examples, at most."""
    patience: int = 2
    """Passes without a gain on what is kept aside, after which it stops."""
    gain: float = 0.002
    """By how much the loss there must fall to be a gain, in nats: less changes no answer."""
    seed: int = 1
    """Of the split, of the order of examples and of the adapter's first values."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One example in tokens."""

    prompt: tuple[int, ...]
    """What comes after the beginning that all examples share."""
    answer: tuple[int, ...]
    """With the token that ends it."""

    def __len__(self) -> int:
        return len(self.prompt) + len(self.answer)


@dataclass(frozen=True, slots=True)
class Step:
    """One point of the loss curve: a pass over the examples."""

    epoch: int
    loss: float
    """Mean cross-entropy of an answer's token over the pass, in nats."""
    aside: float
    """The same on what is kept aside, after the pass."""
    tokens_a_second: float
    """Tokens of the examples as they would be read one by one, for each second of the pass."""
    seconds: float
    """That the pass took, without the look at what is kept aside."""
