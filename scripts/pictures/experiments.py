"""Other ways to learn the same, each for the same minutes on the same rows with the same seed, judged alike.

    PYTHONPATH=src python scripts/pictures/experiments.py --packages FOLDER --work FOLDER --exam FILE \
        --way masked --minutes 1.5

``--way``: ``plain`` (the flow, four blocks deep), ``large`` (patches of 16 x 16), ``blind`` (no drawings to
go by), ``masked`` (MaskGIT: codes of patches, Chang et al., arXiv:2202.04200), ``distilled`` (a student of
the trained flow that needs 1 to 4 steps; consistency distillation, Song et al., arXiv:2303.01469). Judged by
the judge of scorer.py (scorer.onnx in ``--work``) on 100 prompts: 40 learned, 20 of the exam, 40
compositions.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from network import NUMBERS, WIDE, Flow
from rows import SEED, Rows
from samples import sheet
from torch import Tensor, nn
from torch.nn import functional
from train import Run, go, spreads

from kippu.engines.pictures.artwork import STYLES
from kippu.engines.pictures.order import Order, Pixels
from kippu.engines.pictures.patches import shown, smooth
from kippu.engines.pictures.stickers import Stickers
from kippu.errors import BadInput

sys.path.append(str(Path(__file__).parents[2] / "bench"))

from pictures import Judge, asked_of

DEEP, CODES, STEPS, GUIDANCE = 4, 1024, 12, 2.0
LEVELS = torch.linspace(0, 1, 17)
"""Of noise, between which a student learns to jump."""
PROMPTS = {"trained": 40, "exam": 20, "compositions": 40}


class Large(Flow):
    """The flow over 16 patches of 16 x 16 pixels: four small ones are a token."""

    def __init__(self, deep: int) -> None:
        super().__init__(deep)
        self.enter, self.leave = nn.Linear(12 * NUMBERS, WIDE), nn.Linear(WIDE, 4 * NUMBERS)
        self.places = nn.Parameter(torch.randn(16, WIDE) * 0.1)
        nn.init.zeros_(self.leave.weight)
        nn.init.zeros_(self.leave.bias)

    def start(self, noisy: Tensor, shown: Tensor) -> Tensor:
        every = torch.cat([noisy[:, None], shown], 1).unflatten(2, (4, 2, 4, 2))
        return self.enter(every.permute(0, 2, 4, 1, 3, 5, 6).reshape(len(noisy), 16, -1)) + self.places

    def left(self, seen: Tensor) -> Tensor:
        four = super().left(seen).unflatten(1, (4, 4)).unflatten(3, (2, 2, NUMBERS))
        return four.transpose(2, 3).flatten(1, 4)


class Blind(Rows):
    """Rows without drawings to go by."""

    def batch(self, count: int) -> dict[str, Tensor]:
        batch = super().batch(count)
        return batch | {"shown": torch.zeros_like(batch["shown"]), "kinds": torch.zeros_like(batch["kinds"])}


class Masked(Flow):
    """Says which of 1,024 codes each hidden patch has; ``noisy`` is the codes' numbers, what is hidden a
    vector of its own, ``time`` the share that is hidden."""

    def __init__(self, deep: int, book: Tensor) -> None:
        super().__init__(deep)
        self.register_buffer("book", book)
        self.hidden = nn.Parameter(torch.randn(NUMBERS) * 0.1)
        self.leave = nn.Linear(WIDE, CODES)
        self.lean = nn.Parameter(torch.tensor([0.0, 2.0, 2.0]))

    def finish(self, seen: Tensor, noisy: Tensor, shown: Tensor, kinds: Tensor, time: Tensor) -> Tensor:
        """Leans to the code that the first drawing has there, by its kind."""
        there = functional.one_hot(coded(shown[:, 0], self.book), CODES)
        return self.left(seen) + self.lean[kinds[:, 0]][:, None, None] * there


def coded(tokens: Tensor, book: Tensor) -> Tensor:
    """The nearest code of each patch."""
    return (book.pow(2).sum(1) - 2 * tokens @ book.T).argmin(-1)


def book(rows: Rows) -> Tensor:
    """k-means of patches of moved pictures, 12 rounds."""
    tokens = torch.cat([rows.batch(500)["clean"].flatten(0, 1) for _ in range(4)])
    dice = torch.Generator().manual_seed(SEED)
    kept = tokens[torch.randperm(len(tokens), generator=dice)[:CODES]].clone()
    for _ in range(12):
        near = coded(tokens, kept)
        count = torch.bincount(near, minlength=CODES)[:, None]
        sums = torch.zeros_like(kept).index_add_(0, near, tokens)
        kept = torch.where(count > 0, sums / count.clamp(min=1), kept)
    batch = rows.batch(500)
    away = (rows.code.decode(kept[coded(batch["clean"], kept)]) - batch["pixels"]).pow(2).mean()
    print(f"codes give back {-10 * float(away.log10()):.1f} dB", flush=True)
    return kept


class Hiding(Run):
    """Learns codes that are hidden."""

    def loss(self, network: nn.Module, batch: dict[str, Tensor], dice: torch.Generator) -> Tensor:
        """Bits a hidden patch."""
        codes = coded(batch["clean"], network.book)
        share = torch.cos(torch.rand(len(codes), generator=dice) * torch.pi / 2).clamp(min=0.02)
        hidden = torch.rand(codes.shape, generator=dice) < share[:, None]
        noisy = torch.where(hidden[..., None], network.hidden, network.book[codes])
        given = {name: value for name, value in batch.items() if name not in {"clean", "pixels"}}
        scores = network(noisy=noisy, time=share, **given)
        return functional.cross_entropy(scores[hidden], codes[hidden]) / float(np.log(2))


class Student(Run):
    """Learns to see at each level of noise what it sees itself after one guided step of its teacher."""

    teacher: Flow

    def loss(self, network: nn.Module, batch: dict[str, Tensor], dice: torch.Generator) -> Tensor:
        given = {name: value for name, value in batch.items() if name not in {"clean", "pixels"}}
        place = torch.randint(1, len(LEVELS), (len(batch["clean"]),), generator=dice)
        time, before = LEVELS[place], LEVELS[place - 1]
        noise = torch.randn(batch["clean"].shape, generator=dice)
        noisy = (1 - time[:, None, None]) * batch["clean"] + time[:, None, None] * noise
        with torch.no_grad():
            clean = guided(self.teacher, given | {"noisy": noisy, "time": time})
            next_ = noisy + ((before - time) / time)[:, None, None] * (noisy - clean)
            seen = self.average(noisy=next_, time=before, **given)
            wanted = torch.where((place == 1)[:, None, None], clean, seen)
        return (network(noisy=noisy, time=time, **given) - wanted).pow(2).mean()


def mute(given: dict[str, Tensor]) -> dict[str, Tensor]:
    """The same with no words and no drawings."""
    none = {name: torch.zeros_like(given[name]) for name in ("shown", "kinds", "words", "colour")}
    return given | none | {"relation": torch.full_like(given["relation"], 7)}


def guided(network: nn.Module, given: dict[str, Tensor]) -> Tensor:
    with_, without = network(**given), network(**mute(given))
    return without + GUIDANCE * (with_ - without)


class Session:
    """A network of torch where the painter has one of onnxruntime."""

    def __init__(self, network: Flow, blind: bool) -> None:
        self.network, self.blind = network, blind

    @torch.no_grad()
    def run(self, _: None, given: dict[str, np.ndarray]) -> list[np.ndarray]:
        tensors = {name: torch.from_numpy(value) for name, value in given.items() if name != "added"}
        if self.blind:
            tensors |= {name: torch.zeros_like(tensors[name]) for name in ("shown", "kinds")}
        return [self.network(**tensors).numpy()]


def conditions(stickers: Stickers, order: Order) -> dict[str, Tensor]:
    given, drawings = stickers._given(order, None)
    tensors = {name: torch.from_numpy(value[:1]) for name, value in given.items()}
    code = np.stack([stickers._code.encode(one) for one in drawings])[None]
    return tensors | {"shown": torch.from_numpy(code)}


@torch.no_grad()
def uncovered(network: Masked, given: dict[str, Tensor], dice: torch.Generator) -> Tensor:
    """All hidden at first; at each step those stay that it is surest of."""
    codes, known = torch.zeros(1, 64, dtype=torch.int64), torch.zeros(1, 64, dtype=torch.bool)
    for step in range(STEPS):
        share = float(np.cos((step + 1) / STEPS * np.pi / 2))
        noisy = torch.where(known[..., None], network.book[codes], network.hidden)
        scores = guided(network, given | {"noisy": noisy, "time": 1 - known.float().mean(1)})
        chance = scores.softmax(-1)
        drawn = torch.multinomial(chance[0], 1, generator=dice)[None, :, 0]
        sure = chance.gather(2, drawn[..., None])[..., 0].log()
        sure = sure - (1 - step / STEPS) * torch.rand(sure.shape, generator=dice).log().neg().log()
        codes = torch.where(known, codes, drawn)
        keep = 64 - int(64 * share)
        best = sure.masked_fill(known, 1e9).topk(keep).indices
        known = torch.zeros_like(known).scatter(1, best, value=True)
    return network.book[codes]


@torch.no_grad()
def jumped(
    network: nn.Module, given: dict[str, Tensor], dice: torch.Generator, steps: int, led: bool
) -> Tensor:
    """In so many steps from noise, each with noise of its own; ``led``: with guidance."""
    clean = torch.zeros(1, 64, NUMBERS)
    for level in np.linspace(1, 0, steps, endpoint=False):
        noise = torch.randn(clean.shape, generator=dice)
        now = given | {"noisy": (1 - float(level)) * clean + float(level) * noise}
        now |= {"time": torch.tensor([float(level)])}
        clean = guided(network, now) if led else network(**now)
    return clean


def judged(name: str, draw: Callable[[Order], Pixels], asked: argparse.Namespace, stickers: Stickers) -> None:
    """Prints how often the judge tells a hundred pictures; a sheet of 24 of them goes to ``--work``."""
    parts, every = asked_of(asked.packages, asked.exam)
    judge = Judge(asked.work, stickers._artwork)
    told = np.stack([judge.told(caption) for caption in every])
    shares, cells = [], []
    for part, count in PROMPTS.items():
        drawn = []
        for number, prompt in enumerate(parts[part][:count]):
            try:
                drawn.append(draw(Order(prompt, number, STYLES[number % 3])))
            except BadInput:
                drawn.append(np.zeros((64, 64, 4), np.uint8))
        ranks = judge.ranks(drawn, [every.index(prompt) for prompt in parts[part][:count]], told)
        shares.append((ranks < 5).sum())
        cells += [(prompt, [one]) for prompt, one in zip(parts[part], drawn, strict=False)][:8]
    sheet(cells).save(asked.work / f"{name}.png")
    print(f"{name}: first five {shares} of {list(PROMPTS.values())}", flush=True)


def taught(asked: argparse.Namespace) -> tuple[Run, Flow]:
    """The way's run and what it trains."""
    rows = (Blind if asked.way == "blind" else Rows)(asked.work, SEED)
    checkpoint = asked.work / f"experiment-{asked.way}.pt"
    if asked.way == "masked":
        masked = Masked(DEEP, book(rows))
        return Hiding(masked, None, rows, checkpoint), masked
    flow = (Large if asked.way == "large" else Flow)(DEEP)
    flow.spread.copy_(spreads(rows))
    if asked.way != "distilled":
        return Run(flow, None, rows, checkpoint), flow
    flow.load_state_dict(torch.load(asked.work / "flow.pt", weights_only=False)["average"])
    student = Student.__new__(Student)
    student.teacher = Flow(DEEP).requires_grad_(False)
    student.teacher.load_state_dict(flow.state_dict())
    student.__init__(flow, None, rows, checkpoint)
    return student, flow


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--packages", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--exam", type=Path, required=True)
    parser.add_argument("--way", choices=("plain", "large", "blind", "masked", "distilled"), required=True)
    parser.add_argument("--minutes", type=float, required=True)
    asked = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    run, _ = taught(asked)
    run.network.compile()
    go(run, asked.minutes)
    network = run.average.eval()
    stickers = Stickers.shipped()
    code = stickers._code

    def seen(tokens: Tensor) -> Pixels:
        return shown(smooth(code.decode(tokens[0].numpy())))

    def dice(order: Order) -> torch.Generator:
        return torch.Generator().manual_seed(order.seed)

    if asked.way == "masked":
        judged(
            asked.way,
            lambda o: seen(uncovered(network, conditions(stickers, o), dice(o))),
            asked, stickers,
        )  # fmt: skip
    elif asked.way == "distilled":
        for steps in (1, 2, 4):
            for who, led in ((network, False), (run.teacher, True)):
                name = f"{'teacher' if led else 'student'}-{steps}"
                judged(
                    name,
                    lambda o, who=who, led=led, steps=steps: seen(
                        jumped(who, conditions(stickers, o), dice(o), steps, led)
                    ),
                    asked, stickers,
                )  # fmt: skip
    else:
        stickers.__dict__["_flow"] = Session(network, asked.way == "blind")
        judged(asked.way, lambda o: stickers.draw(o, lambda *_: None, lambda: False), asked, stickers)


if __name__ == "__main__":
    main()
