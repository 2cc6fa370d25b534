"""``kippu demo-home``: play a home for whoever has none, or any home from a file."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from kippu.cli.person import language, say
from kippu.errors import BadInput


def command(
    home: Annotated[
        Path | None, typer.Option("--home", metavar="FILE", help="YAML file of the home. Default: built in.")
    ] = None,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Port of its own broker; 0: any free one.")
    ] = 1883,
    broker: Annotated[
        str | None,
        typer.Option(
            "--broker", metavar="URL", help="Play on this broker instead: mqtt://user:password@host:1883"
        ),
    ] = None,
) -> None:
    """Play a home over MQTT, as real devices would, until Ctrl-C.

    Its first line on stdout is JSON with the broker's address. docs/home.md describes the file.

    \b
    Examples:
      kippu demo-home
      kippu demo-home --home my-house.yaml --port 1884
      KIPPU_HOME=mqtt://127.0.0.1:1884 kippu ask "turn on the kitchen light"
    """
    from kippu.demo.__main__ import main
    from kippu.demo.plan import read

    if home is not None and not home.is_file():
        raise BadInput(
            f"{home} is no file. Give the YAML file of a home; docs/home.md describes it.",
            f"{home} というファイルはありません。家の YAML ファイルを指定してください（docs/home.md 参照）。",
        )
    arguments = ["--port", str(port)]
    if home is not None:
        read(home)  # what is wrong with it is told before it is said to be played
        arguments += ["--home", str(home)]
    if broker is not None:
        arguments += ["--broker", broker]
    sys.stderr.write(
        say(
            "Playing a home; Ctrl-C ends it. Point Kippu at the address below with KIPPU_HOME.\n",
            "家を再生します。Ctrl-C で終わります。下のアドレスを KIPPU_HOME に入れてください。\n",
        )
    )
    raise typer.Exit(main(arguments, language()))
