"""``kippu layer train``: a layer from examples of a job.

Knows the terminal; the work is ``start/training.py``'s.
"""

import getpass
import os
import re
import sys
import time
import unicodedata
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kippu.cli.person import say
from kippu.errors import BadInput

if TYPE_CHECKING:
    from kippu.layers.training import Place

_NAMES = {
    "gathering": "ほかのプロセスを待機中",
    "reading": "読み込み中",
    "loading": "モデルを準備中",
    "training": "学習中",
    "evaluating": "評価中",
}


def command(
    data: Annotated[
        Path,
        typer.Option("--data", help='Examples: a .csv or .jsonl file with "prompt" and "answer".'),
    ],
    name: Annotated[
        str, typer.Option("--name", help="The layer's name, such as expense-lines. Default: the file's.")
    ] = "",
    licence: Annotated[
        str,
        typer.Option("--licence", help="The layer's licence, which your examples must allow."),
    ] = "none stated",
    author: Annotated[str, typer.Option("--author", help="Who made it. Default: your user name.")] = "",
    base: Annotated[
        str,
        typer.Option(
            "--base", help="The model to teach, as `kippu models list` names it, or how its name begins."
        ),
    ] = "smollm2-135m-instruct",
    level: Annotated[
        Literal["base", "industry", "scenario"], typer.Option("--level", help="Where the layer stands.")
    ] = "scenario",
    title: Annotated[str, typer.Option("--title", help="Its name for people. Default: from --name.")] = "",
    prompt: Annotated[
        str,
        typer.Option("--prompt", help="What the model reads before each request: its job."),
    ] = "",
    to: Annotated[Path | None, typer.Option("--to", help="The folder to make. Default: NAME, here.")] = None,
    minutes: Annotated[
        float, typer.Option("--minutes", min=1, help="Train for so long at most, then take the best so far.")
    ] = 20,
    seed: Annotated[int, typer.Option("--seed", help="Another one gives another split and order.")] = 1,
    distributed: Annotated[
        bool,
        typer.Option(
            "--distributed",
            help="Train together with the other processes that torchrun starts, here or elsewhere.",
        ),
    ] = False,
) -> None:
    """Train a layer: an adapter that teaches the model one job from about 300 examples of it.

    Takes about ten minutes on two cores. Ctrl-C stops it; the same command goes on from there. A tenth of the
    examples decides when to stop, and another tenth is the layer's exam.

    \b
    Examples:
      kippu layer train --data expenses.csv
      kippu layer train --data expenses.csv --name expense-lines --licence CC0-1.0 --author You
      kippu layer add expense-lines/
      torchrun --nproc-per-node 2 -m kippu layer train --data a.csv --distributed
    """
    from kippu.cli import layer_words
    from kippu.layers.training import Recipe
    from kippu.layers.training.folder import About
    from kippu.models import Store
    from kippu.settings import load
    from kippu.start.training import Wish, train

    recipe = Recipe(seed=seed)
    place = _place(distributed, recipe.batch)
    settings, began = load(), time.monotonic()
    known = Store(settings.data / "models").begun(base)
    name = name or _named(data)
    about = About(
        name=name,
        title=title or name.replace("-", " ").capitalize(),
        level=level,
        languages=known.languages or ("en",),
        licence=licence,
        author=author or _user(),
        prompt=prompt.strip(),
    )
    folder = to or Path(name)
    wish = Wish(data, known.id, about, folder, _told(data, folder, place), recipe, minutes, place)
    try:
        report = train(wish, settings, _shown if place.leads else _unseen)
    except KeyboardInterrupt:
        if not place.leads:
            raise
        sys.stderr.write(
            say(
                "Stopped. What was learnt is kept: the same command goes on from there.\n",
                "中断しました。ここまでの学習は残っています。同じコマンドで続きから始まります。\n",
            )
        )
        raise
    if report is None:
        return
    minutes = (time.monotonic() - began) / 60
    typer.echo(layer_words.report(report))
    typer.echo(
        say(
            f"{folder} was made in {minutes:.1f} minutes. Add it: `kippu layer add {folder}/`",
            f"{folder} ができました（{minutes:.1f}分）。追加するには: `kippu layer add {folder}/`",
        )
    )


def _place(distributed: bool, most: int) -> "Place":
    from kippu.layers.training import Place, check_alone, read_place

    if distributed:
        return read_place(os.environ, sys.argv[1:], most)
    check_alone(os.environ, sys.argv[1:])
    return Place()


def _shown(stage: str) -> AbstractContextManager[Callable[[int, int], None]]:
    from kippu.cli.counting import counting

    return counting(say(stage, _NAMES[stage]))


def _unseen(stage: str) -> AbstractContextManager[Callable[[int, int], None]]:
    """Of several processes one alone shows how far they are."""
    return nullcontext(lambda done, total: None)


def _named(data: Path) -> str:
    """A layer's name from its file of examples."""
    plain = unicodedata.normalize("NFKD", data.stem.casefold()).encode("ascii", "ignore").decode()
    name = "-".join(re.findall("[a-z0-9]+", plain))[:64].rstrip("-")
    if not name:
        raise BadInput(
            f"The name of {data.name} makes no name of a layer: give one with --name, such as expense-lines.",
            f"{data.name} からはレイヤー名を作れません。--name で指定してください（例: expense-lines）。",
        )
    return name


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name, as in some containers
        return "me"


def _told(data: Path, folder: Path, place: "Place") -> str:
    """The command as the model card tells it: others need not know where things lie here."""
    from kippu.layers.training import launched

    names = {str(path): path.name for path in (data, folder)}
    return launched(place, [names.get(word, word) for word in sys.argv[1:]])
