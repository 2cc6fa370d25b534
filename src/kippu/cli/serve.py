"""``kippu serve``: the app in a browser and the API, until Ctrl-C."""

import asyncio
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from kippu.cli.person import say
from kippu.errors import KippuError, NotFound

if TYPE_CHECKING:
    from kippu.settings import Settings


def command(
    host: Annotated[
        str | None, typer.Option("--host", help="Address to listen on. Default: this machine alone.")
    ] = None,
    port: Annotated[int | None, typer.Option("--port", min=0, max=65535, help="Default: 8642.")] = None,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the app in a browser.")] = False,
) -> None:
    """Serve the app and the API until Ctrl-C.

    On this machine alone, unless --host says otherwise; other devices then need the token, which the app
    shows as a QR code. The first time, the default model is fetched while the app is already there.

    \b
    Examples:
      kippu serve
      kippu serve --open
      kippu serve --host 0.0.0.0 --port 8000
    """
    from kippu.settings import load

    given = {"host": host, "port": port}
    settings = load(**{name: value for name, value in given.items() if value is not None})
    asyncio.run(_serve(settings, open_browser))


async def _serve(settings: "Settings", open_browser: bool) -> None:
    from kippu.server.serve import serve

    up = asyncio.Event()

    def tell(en: str, ja: str) -> None:
        sys.stdout.write(say(en, ja) + "\n")
        sys.stdout.flush()
        up.set()

    first = asyncio.create_task(_first_time(settings, up))
    try:
        await serve(settings, open_browser, tell)
    finally:
        first.cancel()
        with suppress(asyncio.CancelledError):
            await first


async def _first_time(settings: "Settings", up: asyncio.Event) -> None:
    """Once it serves: fetch the model that talks if it is not here, then tell of a better one, once."""
    await up.wait()
    from kippu.cli import first
    from kippu.server.lock import holder

    try:
        if not await asyncio.to_thread(first.default_is_here, settings):
            if first.was_removed(settings):
                if first.tell_instead(settings):
                    return
                how = say("No model talks. Get it again with:", "会話用のモデルがありません。取得するには:")
                sys.stderr.write(f"{how} kippu models get {settings.model}\n")
                return
            await _fetch_default(settings)
        await asyncio.to_thread(first.look, settings)
        if better := await asyncio.to_thread(first.tell_better, settings):
            sys.stderr.write(_how(better, holder(settings.data)))
    except NotFound:
        first.tell_instead(settings)
    except KippuError as error:
        if first.talker_is_here(settings):
            sys.stderr.write(f"{say(str(error), error.ja)}\n")
            first.tell_instead(settings)
        else:
            sys.stderr.write(say(f"No model yet: {error}\n", f"モデルはまだありません: {error.ja}\n"))


def _how(model: str, address: str | None) -> str:
    """Where to say yes to a better model: nothing is asked here, where only what serves writes."""
    app = address or say("the app", "アプリ")
    return say(
        f"  To have it, press Details on the chat page of {app},\n"
        f"  or in another terminal: kippu models get {model} && kippu models use {model}\n",
        f"  使うには {app} の会話ページで「詳細」を押すか、\n"
        f"  別のターミナルで: kippu models get {model} && kippu models use {model}\n",
    )


async def _fetch_default(settings: "Settings") -> None:
    """Have the server fetch it, so that the app shows it on its way too."""
    from kippu.cli import fetching
    from kippu.cli.served import served
    from kippu.models.store import Store
    from kippu.server.lock import holder

    address = holder(settings.data)
    if not address:
        return
    plan = Store(settings.data / "models").plan(settings.model)
    what = say("Fetching the model that talks, once:", "会話用のモデルを取得します（最初の一回だけ）:")
    sys.stderr.write(f"{what}\n{fetching.describe(plan)}\n")
    display = fetching.display_for(plan.model.name)
    try:
        async with served(address, settings.data) as kippu:
            async for done, total in kippu.get_model(settings.model):
                display.show(done, total)
    finally:
        display.close()
