"""The folder of a trained layer: manifest, prompt, exam, loss curve and model card beside the adapter.

Knows what a layer is made of; not how the adapter came about.
"""

import csv
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import tomli_w

from kippu.layers import manifest as form
from kippu.layers.manifest import Level
from kippu.layers.training.data import Example, Parts
from kippu.layers.training.recipe import Recipe, Step

ADAPTER, EXAM, PROMPT, CURVE, CARD = "adapter.gguf", "eval.jsonl", "prompt.txt", "loss.csv", "README.md"
_SENTENCES = 20
"""Of the examples, by which requests that are the layer's are known."""


@dataclass(frozen=True, slots=True)
class About:
    """What a person says of a layer to be."""

    name: str
    title: str
    level: Level
    languages: tuple[str, ...]
    licence: str
    author: str
    prompt: str
    """What the model reads before each conversation; may be empty."""


@dataclass(frozen=True, slots=True)
class Made:
    """What the model card tells of a training."""

    model: str
    sha256: str
    data: str
    """Name of the file of examples."""
    command: str
    recipe: Recipe
    parts: Parts
    curve: tuple[Step, ...]


def check(about: About, parts: Parts) -> None:
    """Raises LayerBroken where a layer can't be called so, before time is spent on it."""
    made = Made("none", "0" * 64, "none", "", Recipe(), parts, ())
    form.parse(tomli_w.dumps(_manifest(about, made, 0)), form.FILE)


def write(folder: Path, about: About, made: Made) -> None:
    """Write all but the adapter; the score is not known yet and stands as 0."""
    if about.prompt:
        (folder / PROMPT).write_text(about.prompt + "\n", encoding="utf-8")
    lines = (json.dumps(_question(one), ensure_ascii=False) for one in made.parts.exam)
    (folder / EXAM).write_text("\n".join(lines) + "\n", encoding="utf-8")
    _write_curve(folder / CURVE, made.curve)
    tell_score(folder, about, made, 0)


def tell_score(folder: Path, about: About, made: Made, score: int) -> None:
    """Write the per cent of the exam that it gets right into manifest and model card."""
    text = tomli_w.dumps(_manifest(about, made, score))
    (folder / form.FILE).write_text(text, encoding="utf-8")
    (folder / CARD).write_text(_card(about, made, score), encoding="utf-8")


def _question(example: Example) -> dict[str, Any]:
    return {"ask": example.prompt, "has": [example.answer]}


def _write_curve(file: Path, curve: Sequence[Step]) -> None:
    with file.open("w", encoding="utf-8", newline="") as to:
        writer = csv.DictWriter(to, tuple(asdict(curve[0])), lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: round(value, 4) for name, value in asdict(one).items()} for one in curve)


def _manifest(about: About, made: Made, score: int) -> dict[str, Any]:
    return {
        "name": about.name,
        "title": about.title,
        "version": "1.0.0",
        "level": about.level,
        "languages": list(about.languages),
        "licence": about.licence,
        "author": about.author,
        "about": f"Trained on {len(made.parts.train)} examples ({made.data}).",
        "adapter": ADAPTER,
        **({"prompt": PROMPT} if about.prompt else {}),
        "when": {"sentences": [one.prompt[:500] for one in made.parts.train[:_SENTENCES]]},
        "base": {"model": made.model, "sha256": made.sha256},
        "evaluation": {"file": EXAM, "score": score, "kept_aside": True},
    }


def _card(about: About, made: Made, score: int) -> str:
    best = min(made.curve, key=lambda one: one.aside)
    recipe = ", ".join(f"{name} {value:g}" for name, value in asdict(made.recipe).items())
    parts = made.parts
    return f"""# {about.title}

A LoRA adapter for {made.model} (SHA-256 of its file: {made.sha256}).

| | |
|---|---|
| licence | {about.licence} |
| author | {about.author} |
| data | {made.data}: {len(parts.train)} examples learnt from, {len(parts.aside)} to stop by, \
{len(parts.exam)} for the exam |
| recipe | {recipe} |
| time | {sum(one.seconds for one in made.curve) / 60:.1f} minutes of training, {len(made.curve)} passes |
| loss | {best.loss:.3f} on what was learnt from, {best.aside:.3f} on what was kept aside (pass \
{best.epoch}, the one that was kept; all are in {CURVE}) |
| exam | {score}% of {len(parts.exam)} answers right, word by word, on examples that nothing was chosen by |

```sh
{made.command}
```

The exam is a random part of the same data: on what other people say, expect less.
"""
