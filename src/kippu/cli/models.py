"""``kippu models``: which models there are, which of them fit this device, getting and removing them."""

import asyncio
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kippu.cli import person
from kippu.cli.person import say
from kippu.errors import BadInput

if TYPE_CHECKING:
    from kippu.models.catalogue import Model
    from kippu.models.fit import Fit
    from kippu.models.store import Store

app = typer.Typer(
    no_args_is_help=True,
    help="""Models: which there are, which fit this device, getting and removing them.

    \b
    Examples:
      kippu models list
      kippu models fit
      kippu models get smollm2-135m-instruct
    """,
)

_JSON: Any = typer.Option("--json", help="JSON.")
_ID: Any = typer.Argument(metavar="MODEL", help="The model's id, as `kippu models list` shows it.")


_FILES = (".gguf", ".safetensors", ".ckpt", ".pt", ".pth", ".bin")
"""How the names of model files end; those that aren't opened are told why."""

_KINDS = {
    "chat": "会話", "embedding": "埋め込み", "hearing": "聞き取り", "voice": "音声", "picture": "画像",
    "picture-part": "画像の部品",
}  # fmt: skip


@app.command("list")
def list_models(as_json: Annotated[bool, _JSON] = False) -> None:
    """Show all models of the catalogue, and your own.

    \b
    Examples:
      kippu models list
      kippu models list --json
    """
    from kippu.cli import showing
    from kippu.cli.ask import print_json

    store = _store()
    here = {model.id for model in store.installed()}
    if as_json:
        print_json([_facts(model, model.id in here) for model in store.models()])
        return
    titles = (
        "id",
        say("rung", "段"),
        say("kind", "種類"),
        say("parameters", "パラメータ"),
        say("size", "大きさ"),
        say("licence", "ライセンス"),
        say("languages", "言語"),
        say("here", "取得済み"),
    )
    showing.rows(
        titles,
        (
            (
                model.id,
                model.rung,
                kind_of(model),
                _count(model.parameters),
                showing.size(model.bytes) if model.bytes else "",
                model.licence,
                _languages(model),
                say("yes", "はい") if model.id in here else "",
            )
            for model in store.models()
        ),
    )


@app.command("get")
def get(
    model: Annotated[
        str, typer.Argument(metavar="MODEL", help="Its id, or the path of a model file of yours.")
    ],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask.")] = False,
    as_json: Annotated[bool, _JSON] = False,
) -> None:
    """Fetch a model, after showing maker, licence, source, size and hash.

    Cut off, it goes on from there the next time. What arrives is checked against its hash; no code
    that comes with it is installed or run.

    A file of your own (GGUF, safetensors) stays where it is. What it is, is told by its contents: a model
    that talks, one that draws, or a part that joins those that draw (ControlNet, LoRA, VAE, TAESD).

    \b
    Examples:
      kippu models get smollm2-135m-instruct
      kippu models get smollm2-135m-instruct --yes
      kippu models get ~/Downloads/dreamshaper_8.safetensors
    """
    from kippu.cli import fetching, showing
    from kippu.settings import load

    store = _store()
    store.make()
    if _is_a_path(model):
        added = asyncio.run(store.add(Path(model)))
        _tell(
            _facts(added, True) | {"path": str(store.path(added.id))},
            _added(added, _role(store, added)),
            as_json,
        )
        return
    known = store.model(model)
    if not store.is_whole(model):
        sys.stderr.write(fetching.describe(store.plan(model)) + "\n")
        if known.kind == "chat":
            sys.stderr.write(f"  {_fit(store, known).why[person.language()]}\n")
        if not yes and not fetching.agreed():
            sys.stderr.write(
                say(
                    "Nothing was fetched (--yes fetches without asking).\n",
                    "取得しませんでした（--yes で確認を省きます）。\n",
                )
            )
            raise typer.Exit(1)
        asyncio.run(fetching.fetch(store, model))
    facts = _facts(known, True) | {"path": str(store.path(model))}
    _tell(facts, f"{known.name}: {store.path(model)} ({showing.size(known.bytes)})", as_json)
    if known.kind == "chat" and known.purpose != "calls" and model != load().model:
        use = f"kippu models use {model}"
        sys.stderr.write(say(f"To talk with it: {use}\n", f"会話に使うには: {use}\n"))


@app.command("use")
def use(model: Annotated[str, _ID], as_json: Annotated[bool, _JSON] = False) -> None:
    """Talk with this model from now on.

    \b
    Examples:
      kippu models use smollm2-135m-instruct
    """
    from kippu.server.lock import holder
    from kippu.settings import keep, load

    settings = load()
    known = _store().model(model)
    if known.kind != "chat":
        raise BadInput(f"{model} is not a model to talk with.", f"{model} は会話用のモデルではありません。")
    _store().path(model)
    if address := holder(settings.data):
        asyncio.run(_use_there(address, settings.data, model))
    else:
        keep(settings, model=model)
    words = say(f"{known.name} talks from now on.", f"これから {known.name} が話します。")
    _tell({"model": model, "name": known.name}, words, as_json)


async def _use_there(address: str, data: Path, model: str) -> None:
    from kippu.cli.served import served

    async with served(address, data) as kippu:
        await kippu.use_model(model)


@app.command("remove")
def remove(
    model: Annotated[str, _ID],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask.")] = False,
    as_json: Annotated[bool, _JSON] = False,
) -> None:
    """Take a model off this device. A file of your own stays where it is.

    \b
    Examples:
      kippu models remove qwen3-4b --yes
    """
    store = _store()
    known = store.removable(model)
    if not yes and not person.agreed(say(f"Remove {known.name}?", f"{known.name} を削除しますか？")):
        sys.stderr.write(
            say(
                "Nothing was removed (--yes removes without asking).\n",
                "削除しませんでした（--yes で確認を省きます）。\n",
            )
        )
        raise typer.Exit(1)
    store.remove(model)
    words = say(f"{known.name} is removed.", f"{known.name} を削除しました。")
    _tell({"removed": model, "name": known.name}, words, as_json)


@app.command("info")
def info(model: Annotated[str, _ID], as_json: Annotated[bool, _JSON] = False) -> None:
    """Show all that is known of a model, and whether it is here and whole.

    \b
    Examples:
      kippu models info smollm2-135m-instruct
      kippu models info smollm2-135m-instruct --json
    """
    from kippu.cli import fetching, showing
    from kippu.cli.ask import print_json
    from kippu.errors import ModelMissing
    from kippu.models.store import State

    store = _store()
    known = store.model(model)
    here = store.has(model)
    try:
        state = asyncio.run(store.verify(model))
    except ModelMissing:
        state = State("not on this device", "このデバイスにはありません")
    if as_json:
        there = {"path": str(store.path(model)) if here else None, "state": state.en}
        found = _fit(store, known)
        print_json(_facts(known, here) | there | {"memory": found.memory, "room": found.room})
        return
    facts: list[tuple[str, Any]] = [
        (say("name", "名前"), f"{known.name} ({known.quantisation})"),
        (say("maker", "開発元"), known.maker),
        (say("licence", "ライセンス"), known.licence),
        (say("kind, rung", "種類、段"), f"{kind_of(known)}, {known.rung}"),
        *([(say("made for", "用途"), fetching.purpose(known))] if known.kind == "chat" else []),
        (say("parameters", "パラメータ"), _count(known.parameters)),
        *([(say("family", "系統"), known.family)] if known.family else []),
        *(
            [(say("context", "文脈長"), f"{known.context} {say('tokens', 'トークン')}")]
            if known.context
            else []
        ),
        (say("languages", "言語"), ", ".join(known.languages)),
        *_pace(store, known),
        *_room(store, known),
        *((say("source", "取得元"), fetching.source_of(source)) for source in known.sources),
        *((file.name, f"{showing.size(file.bytes)} {file.sha256}") for file in known.files),
        (say("state", "状態"), f"{say(*state)} {store.path(model) if here else ''}".strip()),
    ]
    showing.rows(("", ""), facts)


def _tell(facts: Any, words: str, as_json: bool) -> None:
    """What came of it, for a program or for a person."""
    from kippu.cli.ask import print_json

    print_json(facts) if as_json else typer.echo(words)


def _pace(store: "Store", model: "Model") -> list[tuple[str, str]]:
    """How fast it is on this device, or would be."""
    if model.kind != "chat":
        return []
    found = _fit(store, model)
    how = say("measured", "実測") if found.measured else say("expected", "見込み")
    writes, reads = f"{found.tokens_per_second:.0f}", f"{found.prompt_tokens_per_second or 0:.0f}"
    speed = say(
        f"writes {writes} tokens/s ({how}), reads {reads}",
        f"毎秒{writes}トークンを書き（{how}）、{reads}トークンを読む",
    )
    return [(say("speed here", "このデバイスでの速さ"), speed)]


def _room(store: "Store", model: "Model") -> list[tuple[str, str]]:
    """Whether one that draws fits this device."""
    if model.kind != "picture":
        return []
    from kippu.cli import showing

    found = _fit(store, model)
    fits = {
        "yes": say("yes", "はい"),
        "tight": say(
            "tight: it leaves little to other programs", "ぎりぎり（ほかのプログラムの分があまり残りません）"
        ),
        "no": say("no", "いいえ"),
    }[found.room]
    takes = say(f"takes {showing.size(found.memory)}", f"{showing.size(found.memory)} 使用")
    return [(say("fits here", "このデバイスで動くか"), f"{fits} ({takes})")]


def _fit(store: "Store", model: "Model") -> "Fit":
    """What it would be on this device."""
    from kippu.models import Runs, fit, measure

    data = store.folder.parent
    return fit(model, measure(data), runs=Runs(data).all(), known=store.models())


def _is_a_path(model: str) -> bool:
    """Whether a file of the person's is meant, rather than an id: by its form, or because it is there."""
    named = model.startswith((".", "~")) or "/" in model or os.sep in model
    return named or Path(model).suffix.lower() in _FILES or Path(model).is_file()


def _tiny() -> str:
    return say(
        " It decodes their previews and also the last picture: quicker, and a little less sharp.",
        "途中の絵だけでなく仕上がりもこれで作るので、速くなりますが、少しぼやけます。",
    )


def _added(model: "Model", role: str) -> str:
    """What a file of the person's can be used for from now on."""
    if model.kind == "picture":
        return say(
            f'{model.name} draws: kippu draw "a cat" --mode {model.id}',
            f"{model.name} で描けます: kippu draw 猫 --mode {model.id}",
        )
    if model.kind == "picture-part":
        joins = model.family or say("picture", "画像")
        joined = say(
            f"{model.name} ({model.id}) joins the {joins} models that draw.",
            f"{model.name}（{model.id}）は {joins} 系のモデルと一緒に使われます。",
        )
        return joined + (_tiny() if role == "taesd" else "")
    return say(
        f"{model.name} is taken up. To talk with it: kippu models use {model.id}",
        f"{model.name} を登録しました。会話に使うには: kippu models use {model.id}",
    )


def _role(store: "Store", model: "Model") -> str:
    """What a part of picture models is."""
    from kippu.models import picture_parts

    return picture_parts.read(store.path(model.id)).role if model.kind == "picture-part" else ""


def _store() -> "Store":
    from kippu.models.store import Store
    from kippu.settings import load

    return Store(load().data / "models")


def _facts(model: "Model", here: bool) -> dict[str, Any]:
    """A model for a program."""
    kept = (
        "id",
        "name",
        "maker",
        "kind",
        "family",
        "purpose",
        "rung",
        "parameters",
        "quantisation",
        "context",
        "licence",
        "languages",
    )
    facts = {name: value for name, value in asdict(model).items() if name in kept}
    files = [asdict(file) for file in model.files]
    sources = [source.text for source in model.sources]
    return {**facts, "bytes": model.bytes, "files": files, "sources": sources, "installed": here}


def kind_of(model: "Model") -> str:
    """What it is for, in a word; programs get the English one."""
    return say(model.kind, _KINDS[model.kind])


def _count(parameters: int) -> str:
    billion, million = 1_000_000_000, 1_000_000
    return f"{parameters / billion:.1f}B" if parameters > 0.99 * billion else f"{parameters / million:.0f}M"


def _languages(model: "Model") -> str:
    most = 4
    more = f" +{len(model.languages) - most}" if len(model.languages) > most else ""
    return ",".join(model.languages[:most]) + more
