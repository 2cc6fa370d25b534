"""What somebody wants drawn, checked against what there is to draw it. Knows no sentence and no file."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kippu.engines.pictures import Mask, Order, Painter, Pixels, files, holes
from kippu.engines.pictures.artwork import STYLES
from kippu.engines.pictures.looks import LOOKS
from kippu.errors import BadInput

SEEDS = 2**32
"""Seeds are 0 to this, without it."""
MOST_VARIANTS = 4
LONGEST = 1000
"""Characters of a prompt; no painter here reads as many."""
MOST_STEPS = 100
MOST_GUIDANCE = 20.0
MOST_CONTROL = 2.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to draw, as it was asked for."""

    prompt: str
    mode: str = "model"
    """Which painter: one that draws, or one that puts artwork together."""
    style: str | None = None
    """None is the painter's first one, and for further variants the others that are ways to draw."""
    seed: int | None = None
    """Of the first variant, each further one has the next; None takes a new one, that begins a round of
    looks."""
    variants: int = 1
    start: Pixels | None = None
    """A picture to start from."""
    strength: float = 0.6
    """How far from ``start`` to go: 0 keeps it, 1 forgets it."""
    mask: Mask | None = None
    """What of ``start`` is to be painted anew, as high and wide as it; all else stays. None is all."""
    sketch: Pixels | None = None
    """Lines to follow."""
    control: float = 1.0
    """How strictly to follow ``sketch``."""
    steps: int | None = None
    guidance: float | None = None
    parent: str | None = None
    """Id of a picture of the gallery to start from."""
    larger: bool = False
    """Whether each is made four times as wide and high once it is drawn."""
    conversation: str | None = None
    """Id of the conversation in which it is asked for."""

    def checked(self, painter: Painter) -> "Wanted":
        """The same with everything chosen that was left open; raises BadInput that says what is wrong."""
        prompt = " ".join(self.prompt.encode("utf-8", "replace").decode("utf-8").split())
        if not prompt:
            raise BadInput(
                "Say what to draw, such as “a cat with sunglasses”.",
                "何を描くか言ってください。たとえば「サングラスをかけた猫」。",
            )
        if len(prompt) > LONGEST:
            raise BadInput(
                f"What to draw has {len(prompt):,} characters; {LONGEST:,} are the most. Say it in fewer.",
                f"描くものの説明が{len(prompt):,}文字あります。{LONGEST:,}文字までにしてください。",
            )
        brought = self.start is not None or self.sketch is not None or self.parent is not None
        filled = self.mask is not None and self.sketch is None
        if brought and not painter.starts and not filled:
            raise BadInput(
                f"The mode '{self.mode}' can neither start from a picture nor follow a sketch: use 'model'.",
                f"「{self.mode}」では元の絵も下絵も使えません。「model」を使ってください。",
            )
        _within("variants", self.variants, 1, MOST_VARIANTS)
        _within("strength", self.strength, 0, 1)
        _within("control", self.control, 0, MOST_CONTROL)
        if self.steps is not None:
            _within("steps", self.steps, 1, MOST_STEPS)
        if self.guidance is not None:
            _within("guidance", self.guidance, 0, MOST_GUIDANCE)
        if self.seed is not None:
            _within("seed", self.seed, 0, SEEDS - 1)
        # The first of a round of looks is the plainest, which is what somebody expects who asks for one.
        seed = secrets.randbelow(SEEDS // LOOKS) * LOOKS if self.seed is None else self.seed
        style = None if self.style is None else named_style(self.style, painter.styles)
        return replace(self, prompt=prompt, seed=seed, style=style)

    def orders(self, painter: Painter) -> tuple[Order, ...]:
        """What the painter is asked for, variant by variant; of what was ``checked``."""
        first, styles = self.seed or 0, (self.style,) if self.style else _mixed(painter.styles)
        start = None if self.start is None else files.resized(self.start, painter.size)
        sketch = None if self.sketch is None else files.resized(self.sketch, painter.size)
        mask = None if self.mask is None else holes.sized(self.mask, painter.size)
        steps = None if painter.steps is None else self.steps or painter.steps
        guidance = None if painter.guidance is None else self.guidance
        if painter.guidance is not None and guidance is None:
            guidance = painter.guidance.usual
        return tuple(
            Order(
                prompt=self.prompt, seed=(first + variant) % SEEDS, style=styles[variant % len(styles)],
                steps=steps, guidance=guidance, start=start, strength=self.strength, mask=mask,
                sketch=sketch, control=self.control,
            )
            for variant in range(self.variants)
        )  # fmt: skip


def _mixed(styles: tuple[str, ...]) -> tuple[str, ...]:
    """Styles to take in turn: sets of artwork, which anybody tells apart, not the schedulers of a model."""
    return styles if set(styles) <= set(STYLES) else styles[:1]


def named_style(said: str, styles: Sequence[str]) -> str:
    """The style that is meant, also by the beginning of its name; raises BadInput that lists all."""
    folded = said.strip().casefold().replace(" ", "-")
    meant = [style for style in styles if style.casefold() == folded]
    meant = meant or [style for style in styles if folded and style.casefold().startswith(folded)]
    if len(meant) != 1:
        listed = ", ".join(styles)
        raise BadInput(
            f"There is no style “{said}”. The styles are: {listed}.",
            f"「{said}」という画風はありません。使えるのは {listed} です。",
        )
    return meant[0]


def _within(name: str, value: float, least: float, most: float) -> None:
    if not least <= value <= most:
        told = f"{value:g}" if isinstance(value, float) else f"{value:,}"
        raise BadInput(
            f"'{name}' can't be {told}: it goes from {least:g} to {most:,}.",
            f"'{name}' に {told} は使えません。{least:g} から {most:,} までです。",
        )
