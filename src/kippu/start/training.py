"""Trains a layer: examples in, a folder out that ``kippu layer add`` takes.

What the model is trained to read is what the app has it read: the same words before the conversation, and
llama.cpp's own tokens. torch is loaded when a training begins, and by nothing else. Where several processes
train together, each reads the same examples, and the one that leads makes the folder.
"""

import asyncio
import hashlib
import importlib
import tempfile
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kippu.cores import Cores, shared
from kippu.engines import Llama
from kippu.errors import BadInput, ModelError, TooLong
from kippu.layers import Report
from kippu.layers.reading import read_layer
from kippu.layers.training import Example, Parts, Place, Recipe, Sample, Step, read_examples, split
from kippu.layers.training.folder import ADAPTER, About, Made, check, tell_score, write
from kippu.models import Store
from kippu.models.fetch import digest
from kippu.run.talk import system_text
from kippu.settings import Settings
from kippu.start.examining import examine
from kippu.start.talkers import base_file
from kippu.start.training_elsewhere import check_leaving, noted

if TYPE_CHECKING:
    from kippu.layers.training.network import Network
    from kippu.layers.training.team import Team

_LONGEST = 512
"""Tokens of an example: longer ones take more memory than a small device has."""

Show = Callable[[str], AbstractContextManager[Callable[[int, int], None]]]
"""Shows how far a stage (``gathering``, ``reading``, ``loading``, ``training``, ``evaluating``) is."""


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
    place: Place
    """Which of the processes that train it together this is."""


@dataclass(frozen=True, slots=True)
class _Lesson:
    """What is trained on, in tokens."""

    base: Path
    sha256: str
    """Of the base's file."""
    prefix: tuple[int, ...]
    train: tuple[Sample, ...]
    aside: tuple[Sample, ...]


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


def train(wish: Wish, settings: Settings, show: Show) -> Report | None:
    """Make the layer, and put it through its exam. Called again after a stop, it goes on from there.

    Gives nothing to a process that only computes for the one that leads. Raises BadInput for wrong examples
    or a folder that is taken, ModelMissing and ModelError for the base, TeamLost where others are gone, and
    NotAllowed where others may not be told of the examples.
    """
    if wish.place.leads and wish.folder.exists():
        raise BadInput(
            f"{wish.folder} is already there: remove it, or choose another place with --to.",
            f"{wish.folder} はすでにあります。削除するか、--to で別の場所を指定してください。",
        )
    examples = read_examples(wish.data)
    check_leaving(wish.place, examples, settings)
    parts = split(examples, wish.recipe.seed)
    check(wish.about, parts)
    check_parts()
    from kippu.layers.training.team import joined  # noqa: PLC0415  # needs torch

    with noted(wish.about.name, wish.place, settings) as given, joined(wish.place, show, given) as team:
        if wish.place.leads:
            return _made(wish, parts, settings, team, show)
        lesson = _lesson(wish, parts, settings, team, show)
        _learnt(wish, lesson, settings, team, show)
        return None


def _made(wish: Wish, parts: Parts, settings: Settings, team: "Team", show: Show) -> Report:
    """The folder, whole or not at all."""
    from kippu.layers.training.export import write_adapter  # noqa: PLC0415  # needs gguf

    lesson = _lesson(wish, parts, settings, team, show)
    store = Store(settings.data / "models")
    wish.folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{wish.about.name}-", dir=wish.folder.parent) as place:
        folder = Path(place) / wish.folder.name
        folder.mkdir()
        network, curve = _learnt(wish, lesson, settings, team, show)
        write_adapter(
            folder / ADAPTER, network.weights(), wish.recipe.alpha, network.config, wish.about.title
        )
        made = Made(wish.base, lesson.sha256, wish.data.name, wish.command, wish.recipe, parts, curve)
        write(folder, wish.about, made)
        layer = read_layer(folder, lambda model: base_file(store, model))
        with show("evaluating") as told:
            report = asyncio.run(examine((layer,), settings, told))
        tell_score(folder, wish.about, made, report.score)
        folder.rename(wish.folder)
    _checkpoint(wish, settings).unlink(missing_ok=True)
    return report


def _lesson(wish: Wish, parts: Parts, settings: Settings, team: "Team", show: Show) -> _Lesson:
    base = Store(settings.data / "models").whole(wish.base)
    sha256 = digest(base).hexdigest()
    with show("reading") as told:
        prefix, train, aside = asyncio.run(read(base, wish.about, parts, told))
    lesson = _Lesson(base, sha256, prefix, train, aside)
    team.agree(
        {
            "--base": sha256,
            "--data, --prompt": _sha256(prefix, train, aside),
            "--seed": _sha256(asdict(wish.recipe)),
        }
    )
    return lesson


def _learnt(
    wish: Wish, lesson: _Lesson, settings: Settings, team: "Team", show: Show
) -> tuple["Network", tuple[Step, ...]]:
    import torch  # noqa: PLC0415  # takes seconds and is not there for most

    from kippu.layers.training.course import Course  # noqa: PLC0415  # needs torch
    from kippu.layers.training.network import Network  # noqa: PLC0415  # needs torch

    here = wish.place.here
    torch.set_num_threads(Cores().free() if here == 1 else shared(here))
    with show("loading") as told:
        told(0, 1)
        network = Network(lesson.base, lesson.prefix, wish.recipe)
        told(1, 1)
    mark = _sha256(lesson.sha256, lesson.prefix, lesson.train, lesson.aside, asdict(wish.recipe))
    with show("training") as told:
        course = Course(
            network, len(lesson.prefix), wish.recipe, _checkpoint(wish, settings), mark, told, team
        )
        return network, course.run(lesson.train, lesson.aside, wish.minutes * 60)


def _checkpoint(wish: Wish, settings: Settings) -> Path:
    return settings.data / "training" / f"{wish.about.name}.pt"


def _sha256(*values: object) -> str:
    return hashlib.sha256(repr(values).encode()).hexdigest()


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
