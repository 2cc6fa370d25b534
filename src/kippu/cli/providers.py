"""``kippu privacy provider``: the clouds that may be asked, in their order, and their keys.

A key goes from the keyboard into the system's keyring, or stays in an environment variable; it is no option
of a command, for the shell would keep it.
"""

import asyncio
import sys
from collections.abc import Mapping
from getpass import getpass
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlsplit

import typer

from kippu.cli.choices import Choices, choices
from kippu.cli.person import say
from kippu.errors import BadInput, KippuError, NotFound

if TYPE_CHECKING:
    from kippu.settings import Provider

app = typer.Typer(
    no_args_is_help=True,
    help="""Clouds that may be asked, in their order.

    \b
    Examples:
      kippu privacy provider add Near --url http://127.0.0.1:8643/v1 --model qwen2.5-1.5b-instruct
      kippu privacy provider first Near
    """,
)

_NAME: Any = typer.Argument(metavar="NAME", help="What you call it, as `kippu privacy` shows it.")
_OURS = {"localhost", "127.0.0.1", "::1"}


def line(provider: Mapping[str, Any]) -> str:
    """A provider for people: name, model, address, where its key is."""
    variable, has_key = provider["key_variable"], provider["has_key"]
    if variable:
        missing = "" if has_key else say(" (not set)", "（未設定）")
        key = say(f"key in {variable}{missing}", f"キー: {variable}{missing}")
    else:
        key = say("key in the keyring", "キー: キーリング") if has_key else say("no key", "キーなし")
    return f"{provider['name']}: {provider['model']}, {provider['url']}, {key}"


@app.command("add")
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What you want to call it.")],
    url: Annotated[str, typer.Option("--url", help="Base address: https://api.example/v1")],
    model: Annotated[str, typer.Option("--model", help="The model's name there.")],
    key_variable: Annotated[
        str, typer.Option("--key-variable", metavar="VARIABLE", help="Environment variable with the key.")
    ] = "",
    context: Annotated[
        int, typer.Option("--context", min=256, help="Tokens that a request and its answer may take.")
    ] = 8192,
    cents_in: Annotated[
        float, typer.Option("--cents-in", min=0, help="US cents for a million tokens of requests.")
    ] = 0,
    cents_out: Annotated[
        float, typer.Option("--cents-out", min=0, help="US cents for a million tokens of answers.")
    ] = 0,
) -> None:
    """Add a provider that speaks OpenAI's API, behind those that are there.

    Without --key-variable its key is asked for, unseen, and kept in the system's keyring. Without prices
    the budget can't hold it back.

    \b
    Examples:
      kippu privacy provider add Near --url http://127.0.0.1:8643/v1 --model qwen2.5-1.5b-instruct
      kippu privacy provider add Cloud --url https://api.example/v1 --model large --key-variable CLOUD_KEY
    """
    provider = _checked(
        name=name.strip(), url=url, model=model, key_variable=key_variable, context=context,
        cents_in=cents_in, cents_out=cents_out,
    )  # fmt: skip
    asyncio.run(_add(provider))


@app.command("key")
def key(name: Annotated[str, _NAME]) -> None:
    """Give a provider's key anew; it is asked for, unseen. An empty one forgets it.

    \b
    Examples:
      kippu privacy provider key Cloud
    """

    async def change() -> None:
        async with choices() as here:
            _place(await _providers(here), name)
            await here.keep_key(name, _ask_key(name))

    if not sys.stdin.isatty():
        raise BadInput(
            "A key is typed at a terminal. In scripts name an environment variable: "
            "kippu privacy provider add … --key-variable NAME",
            "キーは端末で入力してください。スクリプトでは環境変数を使います: "
            "kippu privacy provider add … --key-variable 変数名",
        )
    asyncio.run(change())


@app.command("remove")
def remove(name: Annotated[str, _NAME]) -> None:
    """Take a provider away, and its key out of the keyring.

    \b
    Examples:
      kippu privacy provider remove Cloud
    """

    async def change() -> None:
        async with choices() as here:
            there = await _providers(here)
            gone = there.pop(_place(there, name))
            if not gone.key_variable:
                await _forget_key(here, name)
            await here.choose(providers=_plain(there))

    asyncio.run(change())
    typer.echo(say(f"{name} is removed.", f"{name} を削除しました。"))


@app.command("first")
def first(name: Annotated[str, _NAME]) -> None:
    """Ask this provider before the others.

    \b
    Examples:
      kippu privacy provider first Cloud
    """

    async def change() -> "list[Provider]":
        async with choices() as here:
            there = await _providers(here)
            there.insert(0, there.pop(_place(there, name)))
            await here.choose(providers=_plain(there))
            return there

    order = ", ".join(provider.name for provider in asyncio.run(change()))
    typer.echo(say(f"Asked in this order: {order}", f"尋ねる順番: {order}"))


async def _add(provider: "Provider") -> None:
    """Add it with its key, or not at all."""
    async with choices() as here:
        there = await _providers(here)
        if any(one.name == provider.name for one in there):
            raise BadInput(
                f"There is a provider '{provider.name}' already. Choose another name, or remove that one.",
                f"「{provider.name}」はすでにあります。別の名前にするか、先に削除してください。",
            )
        typed = "" if provider.key_variable or not sys.stdin.isatty() else _ask_key(provider.name)
        chosen = await here.choose(providers=_plain([*there, provider]))
        try:
            if typed:
                await here.keep_key(provider.name, typed)
                chosen = await here.privacy()
        except KippuError:
            await here.choose(providers=_plain(there))
            raise
    typer.echo(line(chosen["providers"][-1]))
    for note in _notes(provider, chosen):
        sys.stderr.write(note + "\n")


def _notes(provider: "Provider", chosen: Mapping[str, Any]) -> list[str]:
    """What the person should know of it now."""
    address = urlsplit(provider.url)
    notes = []
    if address.scheme == "http" and address.hostname not in _OURS:
        notes.append(
            say(
                "http:// is not encrypted: whoever is on the way to it can read what is sent.",
                "http:// は暗号化されません。途中の経路で読まれるおそれがあります。",
            )
        )
    if not (provider.cents_in or provider.cents_out) and address.hostname not in _OURS:
        notes.append(
            say(
                "It has no prices, so the budget can't hold it back (--cents-in, --cents-out).",
                "料金の指定がないため、予算による制限が効きません（--cents-in、--cents-out）。",
            )
        )
    if chosen["policy"] == "device only":
        notes.append(
            say(
                'It is not asked yet: the policy is device only. To change it: kippu privacy policy "ask me"',
                '方針が device only のため、まだ尋ねません。変えるには: kippu privacy policy "ask me"',
            )
        )
    return notes


async def _providers(here: Choices) -> "list[Provider]":
    from kippu.settings import Provider

    told = (await here.privacy())["providers"]
    return [
        Provider(**{name: value for name, value in one.items() if name in Provider.model_fields})
        for one in told
    ]


async def _forget_key(here: Choices, name: str) -> None:
    """Where there is no keyring there is no key to forget."""
    try:
        await here.keep_key(name, "")
    except KippuError:
        return


def _plain(there: "list[Provider]") -> list[dict[str, Any]]:
    return [provider.model_dump() for provider in there]


def _place(there: "list[Provider]", name: str) -> int:
    for place, provider in enumerate(there):
        if provider.name == name:
            return place
    names = ", ".join(provider.name for provider in there)
    raise NotFound(
        f"There is no provider '{name}'. " + (f"There are: {names}." if names else "None was added yet."),
        f"「{name}」はありません。" + (f"あるのは: {names}" if names else "まだ何も追加されていません。"),
    )


def _ask_key(name: str) -> str:
    """The key, typed unseen."""
    asked = say(
        f"Key of {name} (not shown; Enter: it needs none): ",
        f"{name} のキー（表示されません。不要なら Enter）: ",
    )
    return getpass(asked).strip()


def _checked(**facts: Any) -> "Provider":
    """A provider; raises BadInput that names what is wrong."""
    from pydantic import ValidationError

    from kippu.settings import Provider
    from kippu.values import is_secret, why

    try:
        return Provider(**facts)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        option = "NAME" if name == "name" else "--" + name.replace("_", "-")
        if is_secret(first):
            en, ja = why(first)
            # None: what caused it has the value in it.
            raise BadInput(f"{option} can't be used: {en}.", f"{option} は使えません（{ja}）。") from None
        hint = {
            "url": ("It looks like https://api.example/v1", "https://api.example/v1 のように書きます"),
            "name": ("It has 1 to 60 characters", "1〜60文字です"),
        }.get(name, ("It can't be empty", "空にはできません"))
        raise BadInput(
            f"{option} can't be '{str(facts[name])[:80]}'. {hint[0]}.",
            f"{option} に「{str(facts[name])[:80]}」は使えません。{hint[1]}。",
        ) from error
