"""``kippu layer``: what teaches a model a job. Which there are, adding, trying and sharing them."""

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kippu.cli import layer_training, person
from kippu.cli.person import language, say

if TYPE_CHECKING:
    from kippu.layers import Layer, Report, Shelf

app = typer.Typer(
    no_args_is_help=True,
    help="""Layers: what teaches a model a job. Which there are, adding, trying and sharing them.

    \b
    Examples:
      kippu layer list
      kippu layer add my-layer.zip
      kippu ask --layer consumer-electronics-support "How do I pair my phone?"
    """,
)

_JSON: Any = typer.Option("--json", help="JSON.")
_YES: Any = typer.Option("--yes", "-y", help="Don't ask.")
_NAME: Any = typer.Argument(metavar="NAME", help="The layer's name, as `kippu layer list` shows it.")
_LAYER: Any = typer.Argument(metavar="LAYER", help="A layer's name, or the path of its folder or .zip file.")
_FAR_BELOW = 5
"""Points by which a layer may miss the score that it claims, for machines differ."""
_FAILED = 1


@app.command("list")
def list_layers(as_json: Annotated[bool, _JSON] = False) -> None:
    """Show the layers of this device, and those that are broken.

    \b
    Examples:
      kippu layer list
      kippu layer list --json
    """
    from kippu.cli import layer_words, showing
    from kippu.cli.ask import print_json
    from kippu.settings import load

    shelf, chosen = _shelf(), load().layer
    if as_json:
        print_json([layer_words.facts(layer, chosen) for layer in shelf.all()])
    else:
        showing.rows(
            (
                say("name", "名前"),
                say("version", "版"),
                say("level", "段階"),
                say("languages", "言語"),
                say("score", "点数"),
                say("licence", "ライセンス"),
                say("from", "入手元"),
            ),
            (layer_words.line(layer, chosen) for layer in shelf.all()),
        )
    for error in shelf.broken().values():
        sys.stderr.write(
            showing.fold(f"{say('left out', '使えません')}: {error.say(language())}", sys.stderr) + "\n"
        )


@app.command("add")
def add(
    path: Annotated[
        Path, typer.Argument(metavar="PATH", help="A layer's .zip file or folder, or an Agent Skill's.")
    ],
    yes: Annotated[bool, _YES] = False,
) -> None:
    """Add a layer, after checking it, showing what it may do, and putting it through its own evaluation.

    A folder with a SKILL.md alone (an Agent Skill) becomes a scenario layer. A layer that misses the score
    that it claims by more than 5 points is only added when you say so yourself.

    \b
    Examples:
      kippu layer add my-layer.zip
      kippu layer add my-layer/ --yes
    """
    from kippu.cli import layer_words, showing

    shelf = _shelf()
    with shelf.opened(path) as layer:
        shelf.check_place(layer)
        sys.stderr.write(layer_words.describe(layer) + "\n")
        low = False
        _read(shelf, layer)
        if layer.questions:
            report = _examine(shelf, layer)
            claimed = layer.manifest.evaluation.score if layer.manifest.evaluation else 0
            low = report.score < claimed - _FAR_BELOW
            sys.stderr.write(layer_words.verdict(report, claimed) + "\n")
        question = say(f"Add {layer.manifest.title}?", f"{layer.manifest.title} を追加しますか？")
        if not ((yes and not low) or person.agreed(question)):
            sys.stderr.write(
                say(
                    "It was not added: it is not as good as it claims.\n",
                    "追加しませんでした：表示の点数に届きません。\n",
                )
                if yes
                else say(
                    "Nothing was added (--yes adds without asking).\n",
                    "追加しませんでした（--yes で確認を省きます）。\n",
                )
            )
            raise typer.Exit(_FAILED)
        shelf.keep(layer)
    typer.echo(
        showing.clean(
            say(
                f"{layer.name} {layer.manifest.version} is added.",
                f"{layer.name} {layer.manifest.version} を追加しました。",
            )
        )
    )


@app.command("remove")
def remove(name: Annotated[str, _NAME], yes: Annotated[bool, _YES] = False) -> None:
    """Take a layer off this device.

    \b
    Examples:
      kippu layer remove my-layer --yes
    """
    from kippu.settings import load

    shelf = _shelf()
    shelf.check_removal(name)
    if not yes and not person.agreed(say(f"Remove {name}?", f"{name} を削除しますか？")):
        sys.stderr.write(
            say(
                "Nothing was removed (--yes removes without asking).\n",
                "削除しませんでした（--yes で確認を省きます）。\n",
            )
        )
        raise typer.Exit(_FAILED)
    shelf.remove(name)
    if load().layer == name:
        _choose("auto")
    typer.echo(say(f"{name} is removed.", f"{name} を削除しました。"))


@app.command("use")
def use(
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="A layer's name; `auto` follows each request, `none` uses none."),
    ],
) -> None:
    """Choose the layer that answers from now on what is no command.

    \b
    Examples:
      kippu layer use consumer-electronics-support
      kippu layer use auto
    """
    if name not in {"auto", "none"}:
        _shelf().stack(name)
    _choose(name)
    typer.echo(
        {
            "auto": say(
                "Each request chooses its layer from now on.", "これから、レイヤーは話の内容で選ばれます。"
            ),
            "none": say("No layer is used from now on.", "これから、レイヤーは使われません。"),
        }.get(name, say(f"{name} answers from now on.", f"これから {name} が答えます。"))
    )


@app.command("info")
def info(layer: Annotated[str, _LAYER], as_json: Annotated[bool, _JSON] = False) -> None:
    """Show who made a layer, what it brings, and what it may do.

    \b
    Examples:
      kippu layer info consumer-electronics-support
      kippu layer info my-layer.zip --json
    """
    from kippu.cli import layer_words
    from kippu.cli.ask import print_json
    from kippu.settings import load

    shelf = _shelf()
    if not _is_path(layer):
        found = shelf.layer(layer)
        shown = layer_words.facts(found, load().layer) if as_json else layer_words.describe(found)
    else:
        with shelf.opened(Path(layer)) as opened:
            shown = layer_words.facts(opened, "") if as_json else layer_words.describe(opened)
    print_json(shown) if as_json else typer.echo(shown)


@app.command("verify")
def verify(
    layer: Annotated[
        str | None, typer.Argument(metavar="[LAYER]", help="Default: all of this device.")
    ] = None,
    as_json: Annotated[bool, _JSON] = False,
) -> None:
    """Check a layer's form, hashes, base and parts. The exit code is 1 when something is wrong.

    \b
    Examples:
      kippu layer verify
      kippu layer verify my-layer.zip
    """
    from kippu.cli.ask import print_json

    shelf = _shelf()
    broken: dict[str, str] = {}
    if layer and _is_path(layer):
        with shelf.opened(Path(layer)) as opened:
            shelf.check_place(opened)
            whole = [opened.name]
    elif layer:
        whole = [shelf.stack(layer)[-1].name]
    else:
        whole = [found.name for found in shelf.all()]
        broken = {name: error.say(language()) for name, error in shelf.broken().items()}
    if as_json:
        print_json({"whole": whole, "broken": broken})
    else:
        for line in (*(f"{name}: {say('whole', '正常')}" for name in whole), *broken.values()):
            typer.echo(line)
    if broken:
        raise typer.Exit(_FAILED)


@app.command("eval")
def evaluate(layer: Annotated[str, _LAYER], as_json: Annotated[bool, _JSON] = False) -> None:
    """Put a layer through its own evaluation, and show what it got wrong.

    \b
    Examples:
      kippu layer eval consumer-electronics-support
      kippu layer eval my-layer/ --json
    """
    from kippu.cli import layer_words
    from kippu.cli.ask import print_json

    shelf = _shelf()
    if _is_path(layer):
        with shelf.opened(Path(layer)) as opened:
            _read(shelf, opened)
            report, name = _examine(shelf, opened), opened.name
    else:
        found = shelf.layer(layer)
        _read(shelf, found)
        report, name = _examine(shelf, found), found.name
    if as_json:
        print_json({"layer": name, **layer_words.marks(report)})
    else:
        typer.echo(layer_words.report(report))


@app.command("export")
def export(
    layer: Annotated[str, _LAYER],
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="Default: NAME-VERSION.zip, here.")
    ] = None,
    as_json: Annotated[bool, _JSON] = False,
) -> None:
    """Pack a layer into one .zip file with the hashes of all that is in it, to be shared.

    \b
    Examples:
      kippu layer export my-layer/
      kippu layer export consumer-electronics-support support.zip
    """
    from kippu.cli.ask import print_json
    from kippu.layers.packing import pack

    shelf = _shelf()
    if _is_path(layer):
        with shelf.opened(Path(layer)) as opened:
            name, archive = opened.name, file or Path(f"{opened.name}-{opened.manifest.version}.zip")
            pack(opened.folder, archive)
    else:
        found = shelf.layer(layer)
        name, archive = found.name, file or Path(f"{found.name}-{found.manifest.version}.zip")
        pack(found.folder, archive)
    print_json({"layer": name, "file": str(archive)}) if as_json else typer.echo(str(archive))


app.command("train")(layer_training.command)


def _is_path(layer: str) -> bool:
    return "/" in layer or layer.endswith(".zip") or Path(layer, "layer.toml").exists()


def _choose(name: str) -> None:
    from kippu.server.lock import holder
    from kippu.settings import keep, load

    settings = load()
    if address := holder(settings.data):
        asyncio.run(_choose_there(address, settings.data, name))
    else:
        keep(settings, layer=name)


async def _choose_there(address: str, data: Path, name: str) -> None:
    from kippu.cli.served import served

    async with served(address, data) as kippu:
        await kippu.use_layer(name)


def _read(shelf: "Shelf", layer: "Layer") -> None:
    from kippu.cli.counting import counting
    from kippu.settings import load
    from kippu.start.examining import read

    with counting(say("reading", "読み込み中")) as told:
        read(shelf.under(layer), load(), told)


def _examine(shelf: "Shelf", layer: "Layer") -> "Report":
    from kippu.cli.counting import counting
    from kippu.settings import load
    from kippu.start.examining import examine

    with counting(say("evaluating", "評価中")) as told:
        return asyncio.run(examine(shelf.under(layer), load(), told))


def _shelf() -> "Shelf":
    from kippu.models import Store
    from kippu.settings import load
    from kippu.start.talkers import shelf

    settings = load()
    return shelf(settings, Store(settings.data / "models"))
