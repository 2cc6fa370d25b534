"""Trains a layer: examples in, a folder out that ``kippu layer add`` takes.

What the model is trained to read is what the app has it read: the same words before the conversation, and
llama.cpp's own tokens. torch is loaded when a training begins, and by nothing else.
"""

import asyncio
import hashlib
import importlib
import tempfile
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kippu.cores import Cores
from kippu.engines import Llama
from kippu.errors import BadInput, ModelError, TooLong
from kippu.layers import Report
from kippu.layers.reading import read_layer
from kippu.layers.training import Example, Parts, Recipe, Sample, read_examples, split
from kippu.layers.training.folder import ADAPTER, About, Made, check, tell_score, write
from kippu.models import Store
from kippu.models.fetch import digest
from kippu.run.talk import system_text
from kippu.settings import Settings
from kippu.start.examining import examine
from kippu.start.talkers import base_file

_LONGEST = 512
"""Tokens of an example: longer ones take more memory than a small device has."""

Show = Callable[[str], AbstractContextManager[Callable[[int, int], None]]]
"""Shows how far a stage (``reading``, ``loading``, ``training``, ``evaluating``) is."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants trained."""

    data: Path
    """File of examples."""
    base: str
    """Catalogue id of the model."""
    about: About
    folder: Path
    """Where the layer is put; must not be there yet."""
    command: str
    """How it was asked for, for the model card."""
    recipe: Recipe
    minutes: float
    """How long the training itself may take; then the best so far is the outcome."""


def check_parts() -> None:
    """Raises BadInput where what trains is not installed."""
    for name in ("torch", "transformers", "peft", "gguf"):
        try:
            importlib.import_module(name)
        except ImportError as error:
            raise BadInput(
                f"Training needs {name}, which is not installed: `pip install 'kippu[train]'` gets it "
                "(about 1 GB on disk).",
                f"学習には {name} が必要です。`pip install 'kippu[train]'` で入ります（約 1 GB）。",
            ) from error


def train(wish: Wish, settings: Settings, show: Show) -> Report:
    """Make the layer, and put it through its exam. Called again after a stop, it goes on from there.

    Raises BadInput for wrong examples or a folder that is taken, ModelMissing and ModelError for the base.
    """
    if wish.folder.exists():
        raise BadInput(
            f"{wish.folder} is already there: remove it, or choose another place with --to.",
            f"{wish.folder} はすでにあります。削除するか、--to で別の場所を指定してください。",
        )
    parts = split(read_examples(wish.data), wish.recipe.seed)
    check(wish.about, parts)
    check_parts()
    store = Store(settings.data / "models")
    base = store.whole(wish.base)
    sha256 = digest(base).hexdigest()
    with show("reading") as told:
        prefix, train, aside = asyncio.run(read(base, wish.about, parts, told))
    mark = hashlib.sha256(repr((sha256, prefix, train, aside, asdict(wish.recipe))).encode()).hexdigest()
    checkpoint = settings.data / "training" / f"{wish.about.name}.pt"
    wish.folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{wish.about.name}-", dir=wish.folder.parent) as place:
        folder = Path(place) / wish.folder.name
        folder.mkdir()
        curve = _fit(base, wish, prefix, train, aside, checkpoint, mark, folder / ADAPTER, show)
        made = Made(wish.base, sha256, wish.data.name, wish.command, wish.recipe, parts, curve)
        write(folder, wish.about, made)
        layer = read_layer(folder, lambda model: base_file(store, model))
        with show("evaluating") as told:
            report = asyncio.run(examine((layer,), settings, told))
        tell_score(folder, wish.about, made, report.score)
        folder.rename(wish.folder)
    checkpoint.unlink(missing_ok=True)
    return report


def _fit(
    base: Path,
    wish: Wish,
    prefix: tuple[int, ...],
    train: Sequence[Sample],
    aside: Sequence[Sample],
    checkpoint: Path,
    mark: str,
    adapter: Path,
    show: Show,
) -> Any:
    import torch  # noqa: PLC0415  # takes seconds and is not there for most

    from kippu.layers.training.course import Course  # noqa: PLC0415  # needs torch
    from kippu.layers.training.export import write_adapter  # noqa: PLC0415  # needs gguf
    from kippu.layers.training.network import Network  # noqa: PLC0415  # needs torch

    torch.set_num_threads(Cores().free())
    with show("loading") as told:
        told(0, 1)
        network = Network(base, prefix, wish.recipe)
        told(1, 1)
    with show("training") as told:
        course = Course(network, len(prefix), wish.recipe, checkpoint, mark, told)
        curve = course.run(train, aside, wish.minutes * 60)
    write_adapter(adapter, network.weights(), wish.recipe.alpha, network.config, wish.about.title)
    return curve


async def read(
    base: Path, about: About, parts: Parts, told: Callable[[int, int], None]
) -> tuple[tuple[int, ...], tuple[Sample, ...], tuple[Sample, ...]]:
    """The beginning that all prompts share, and the rest of the examples to train on and to stop by."""
    llama = await asyncio.to_thread(Llama, base, slots=1)
    try:
        if llama.file.embeds:
            raise ModelError(
                f"{llama.file.name} only embeds: choose a model that writes.",
                f"{llama.file.name} は埋め込み専用です。文章を書くモデルを選んでください。",
            )
        system = system_text("en", about.prompt)
        begins = len(await llama.tokens({"prompt": ""}))  # what some models begin every text with
        examples = (*parts.train, *parts.aside)
        made = []
        for one in examples:
            made.append(await _tokens(llama, system, begins, one))
            told(len(made), len(examples))
    finally:
        await llama.close()
    shared = _shared([prompt for prompt, _ in made])
    samples = tuple(Sample(tuple(prompt[len(shared) :]), tuple(answer)) for prompt, answer in made)
    return shared, samples[: len(parts.train)], samples[len(parts.train) :]


async def _tokens(llama: Llama, system: str, begins: int, example: Example) -> tuple[list[int], list[int]]:
    messages = [{"role": "system", "content": system}, {"role": "user", "content": example.prompt}]
    prompt = await llama.tokens({"messages": messages})
    answer = [*(await llama.tokens({"prompt": example.answer}))[begins:], llama.file.end]
    if len(prompt) + len(answer) > _LONGEST:
        raise TooLong(
            f"The example {example.prompt[:40]!r} is {len(prompt) + len(answer)} tokens long; {_LONGEST} are "
            "the most: shorten it or leave it out.",
            f"例 {example.prompt[:40]!r} は {len(prompt) + len(answer)} トークンあります。"
            f"{_LONGEST} トークンまでです。短くするか、除いてください。",
        )
    return prompt, answer


def _shared(prompts: Sequence[list[int]]) -> tuple[int, ...]:
    first, last = min(prompts), max(prompts)
    same = next((at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first) - 1)
    return tuple(first[:same])
