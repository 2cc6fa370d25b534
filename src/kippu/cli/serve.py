"""``kippu serve``: the app in a browser and the API, until Ctrl-C."""

from typing import Annotated

import typer


def command(
    host: Annotated[
        str | None, typer.Option("--host", help="Address to listen on. Default: this machine alone.")
    ] = None,
    port: Annotated[int | None, typer.Option("--port", min=0, max=65535, help="Default: 8642.")] = None,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the app in a browser.")] = False,
) -> None:
    """Serve the app and the API.

    On this machine alone, unless --host says otherwise; other devices then need the token, which the app
    shows as a QR code. The first time, the default model is fetched while the app is already there.

    \b
    Examples:
      kippu serve
      kippu serve --open
      kippu serve --host 0.0.0.0 --port 8000
    """
