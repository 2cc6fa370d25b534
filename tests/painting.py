"""A painter for tests of what is around painters: a gradient whose colours come from the order, in steps."""

import threading

import numpy as np

from kippu.engines.pictures import Guidance, Order, Pixels, Seen, Stopped


class Gradient:
    """Paints at once, or waits before each step until ``go`` is set."""

    styles = ("noto", "fluent-flat", "twemoji")
    size = 32
    starts = True
    opaque = False
    guidance = Guidance(1, 2, 4)

    def __init__(self, steps: int = 3) -> None:
        self.steps = steps
        self.go = threading.Event()
        self.go.set()
        self.only: int | None = None
        """How many it paints until ``go`` is set again; any number if None."""
        self.held = threading.Event()
        """Set once it waits so."""
        self.name = "gradient 1"
        self.weights = "0123456789ab"
        self.orders: list[Order] = []
        self.began = threading.Event()
        """Set once it draws."""
        self.at_work = 0
        self.most_at_work = 0

    def lacks(self, prompt: str) -> tuple[str, ...]:
        return tuple(word for word in ("raccoon",) if word in prompt)

    def made_of(self, order: Order) -> dict[str, str]:
        return {"weights": self.weights}

    def larger(self, order: Order, drawn: Pixels, seen: Seen, stopped: Stopped) -> Pixels | None:
        while not self.go.wait(0.01):
            if stopped():
                return None
        large = drawn.repeat(4, 0).repeat(4, 1)
        seen(1, 1, large)
        return large

    def draw(self, order: Order, seen: Seen, stopped: Stopped) -> Pixels | None:
        if len(self.orders) == self.only:
            self.go.clear()
            self.held.set()
        self.orders.append(order)
        self.at_work += 1
        self.began.set()
        self.most_at_work = max(self.most_at_work, self.at_work)
        try:
            steps = order.steps or self.steps
            for step in range(steps):
                while not self.go.wait(0.01):
                    if stopped():
                        return None
                if stopped():
                    return None
                seen(step + 1, steps, self._painted(order, (step + 1) / steps))
            return self._painted(order, 1)
        finally:
            self.at_work -= 1

    def _painted(self, order: Order, share: float) -> Pixels:
        random = np.random.default_rng([order.seed, self.styles.index(order.style), *order.prompt.encode()])
        pixels = np.zeros((self.size, self.size, 4), np.uint8)
        pixels[..., :3] = (random.integers(1, 255, 3) * share).astype(np.uint8)
        pixels[..., 3] = np.linspace(0, 255, self.size).astype(np.uint8)
        if order.start is not None:
            kept = 1 - order.strength
            pixels = (pixels * order.strength + order.start * kept).astype(np.uint8)
        return pixels
