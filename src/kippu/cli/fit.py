"""``kippu models fit``: what this device can carry, how fast it would be, and the best of it."""

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kippu.cli.person import language, say

if TYPE_CHECKING:
    from kippu.models.fit import Fit


def command(as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False) -> None:
    """Show which models fit this device, and how fast each that talks would be.

    Fits: yes leaves half of the memory to other programs; tight runs, and leaves them little. The speed is
    predicted from that of this device's memory and computing (measured once, under a second): of writing, and
    of reading what is asked. A model that ran here shows its real speed and what memory it took, and how far
    each prediction was off.

    \b
    Examples:
      kippu models fit
      kippu models fit --json
    """
    from kippu.cli import showing
    from kippu.cli.ask import print_json
    from kippu.cli.fetching import purpose
    from kippu.models import device as devices
    from kippu.models.fit import best, fit
    from kippu.models.runs import Runs
    from kippu.models.sources import reachable
    from kippu.models.store import Store
    from kippu.settings import load

    data = load().data
    store, device, runs = Store(data / "models"), devices.measure(data), Runs(data).all()
    models = store.models()
    shown = [model for model in models if model.kind in {"chat", "picture"} and model.files]
    fits = [fit(model, device, runs=runs, known=models) for model in shown]
    chosen = best(models, device, {language()}, runs, reachable(store.folder))
    if as_json:
        print_json(
            {
                "device": devices.as_json(device),
                "best": chosen.model.id if chosen else None,
                "models": [_facts(found, store.has(found.model.id)) for found in fits],
            }
        )
        return
    memory = showing.size(device.memory)
    typer.echo(f"{device.processor}, {device.cores} {say('cores', 'コア')}, {memory}")
    titles = (
        "id",
        say("rung", "段"),
        say("kind", "種類"),
        say("memory", "メモリー"),
        say("off by", "誤差"),
        say("tokens/s", "トークン/秒"),
        say("reads", "読む速さ"),
        say("fits", "適合"),
        say("off by", "誤差"),
    )
    showing.rows(titles, (_row(found) for found in fits))
    if chosen:
        id, made_for = chosen.model.id, purpose(chosen.model)
        best_here = say(
            f"Best that can be had here: {id} (made for {made_for}). ",
            f"ここで入手できる最適: {id}（用途: {made_for}）。",
        )
        typer.echo(showing.fold(best_here + chosen.why[language()], sys.stdout))


def _row(found: "Fit") -> tuple[str, ...]:
    from kippu.cli import showing
    from kippu.cli.models import kind_of

    measured = say(" measured", " 実測") if found.measured else ""
    slow = say(" slow", " 低速") if found.slow else ""
    speed = f"{found.tokens_per_second:.0f}{measured}{slow}" if found.model.kind == "chat" else ""
    room = {"yes": say("yes", "はい"), "tight": say("tight", "ぎりぎり"), "no": say("no", "いいえ")}[
        found.room
    ]
    off, memory_off = (f"{each:+.0%}" if each is not None else "" for each in (found.off, found.memory_off))
    took = f"{showing.size(found.took)}{say(' measured', ' 実測')}" if found.took else ""
    memory = took or showing.size(found.memory)
    reads = "" if found.prompt_tokens_per_second is None else f"{found.prompt_tokens_per_second:.0f}"
    model = found.model
    return model.id, model.rung, kind_of(model), memory, memory_off, speed, reads, room, off


def _facts(found: "Fit", here: bool) -> dict[str, Any]:
    """A fit for a program."""
    facts = {name: value for name, value in asdict(found).items() if name not in {"model", "why"}}
    return {
        "id": found.model.id,
        "rung": found.model.rung,
        "kind": found.model.kind,
        "installed": here,
        "fits": found.fits,
        "memory_off": found.memory_off,
        **facts,
    }
