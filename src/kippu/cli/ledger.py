"""``kippu ledger``: every byte that left this device."""

from dataclasses import asdict
from typing import Annotated, Any

import typer

from kippu.cli.person import say


def command(as_json: Annotated[bool, typer.Option("--json", help="One JSON array.")] = False) -> None:
    """Show what left this device: when, to whom, how much and why.

    \b
    Examples:
      kippu ledger
      kippu ledger --json
    """
    from kippu.cli import showing
    from kippu.cli.ask import print_json
    from kippu.record import Database, Ledger
    from kippu.settings import load

    path = load().data / "kippu.db"
    entries: tuple[Any, ...] = ()
    if path.exists():
        database = Database(path)
        try:
            entries = tuple(row for row in Ledger(database).list() if row.to)
        finally:
            database.close()
    if as_json:
        print_json([asdict(entry) for entry in entries])
    elif not entries:
        typer.echo(say("Nothing has left this device.", "このデバイスから外に出たものはありません。"))
    else:
        titles = (say("when", "日時"), say("to", "宛先"), say("bytes", "バイト"), say("why", "理由"))
        showing.rows(titles, ((entry.at, entry.to, entry.bytes, entry.what) for entry in entries))
