"""``kippu ledger``: what left this device, what was done and decided; and whether the record of it is whole.

Reads the record itself, also beside a Kippu that serves.
"""

import json
import os
import sys
import textwrap
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from kippu.cli import person
from kippu.cli.person import say
from kippu.errors import BadInput, NotFound, RecordError
from kippu.failures_ja import system_ja

if TYPE_CHECKING:
    from kippu.record.ledger import Ledger, Row

Kind = Literal["placement", "egress", "action", "fetch"]
"""The ledger's own kinds, written down again: to import them takes longer than to show the help."""

app = typer.Typer(invoke_without_command=True)

_JSON: Any = typer.Option("--json", help="JSON.")
_DAY = typer.Option(metavar="TIME", help="Such as 2026-11-24 or 2026-11-24T08:00.")
_WITH = 60
"""Letters of what an action was done with that a line shows."""
_UNASKED: tuple[Kind, ...] = ("egress", "action", "fetch")
"""What is shown unless asked for otherwise: all that touched the world. Placements are many."""


@app.callback()
def ledger(
    context: typer.Context,
    kind: Annotated[Kind | None, typer.Option("--kind", help="Only rows of this kind.")] = None,
    words: Annotated[str, typer.Option("--words", help="Only rows that have these words in them.")] = "",
    since: Annotated[str | None, _DAY] = None,
    today: Annotated[bool, typer.Option("--today", help="Only today's rows.")] = False,
    as_json: Annotated[bool, _JSON] = False,
) -> None:
    """Show what left this device and what was done, the newest last.

    A row is written before anything leaves or is done, and never changed. Its kind: egress (text that left
    for a provider), fetch (a file that was asked for), action (a tool that changed something), and, when
    asked for with --kind, placement (where each request was answered, and why).

    \b
    Examples:
      kippu ledger
      kippu ledger --today --kind egress
      kippu ledger --words "kitchen" --since 2026-11-24
      kippu ledger verify
    """
    from kippu.cli.ask import print_json

    if context.invoked_subcommand is not None:
        return
    if since and today:
        raise BadInput(
            "Give either --since or --today, not both.",
            "--since と --today は、どちらか一方だけを指定してください。",
        )
    from_then = _midnight() if today else _time(since) if since else None
    with _ledger() as kept:
        rows = kept.list(kinds=(kind,) if kind else _UNASKED, words=words, since=from_then)
        left = kept.count()
    if as_json:
        print_json([asdict(row) for row in rows])
        return
    if rows:
        _table(rows)
    narrowed = kind or words or from_then
    if not rows and narrowed:
        typer.echo(say("No such row.", "該当する記録はありません。"))
    elif not left and not narrowed:
        sys.stderr.flush()
        typer.echo(say("Nothing has left this device.", "このデバイスから外に出たものはありません。"))


@app.command("verify")
def verify(as_json: Annotated[bool, _JSON] = False) -> None:
    """Check that every row is as it was written and none is missing.

    Exit code 0 when the ledger is whole, 7 with the row's number where its chain of hashes breaks.

    \b
    Examples:
      kippu ledger verify
    """
    from kippu.cli.ask import print_json
    from kippu.reasons import translated

    with _ledger() as kept:
        broken, count = kept.verify(), len(kept.list())
    if as_json:
        where = {"id": broken.id, "why": broken.why} if broken else {"id": None, "why": ""}
        print_json({"whole": broken is None, "rows": count, **where})
    if broken is not None:
        raise RecordError(
            f"The ledger is not whole from row {broken.id} on. {broken.why}",
            f"台帳は {broken.id} 行目から壊れています。{translated(broken.why, 'ja')}",
        )
    if not as_json:
        typer.echo(
            say(
                f"The ledger is whole: {count} rows, each as it was written.",
                f"台帳に欠けや書き換えはありません（{count} 行）。",
            )
        )


@app.command("totals")
def totals(as_json: Annotated[bool, _JSON] = False) -> None:
    """Show how much left, by day and by receiver.

    \b
    Examples:
      kippu ledger totals
    """
    from kippu.cli import showing
    from kippu.cli.ask import print_json

    with _ledger() as kept:
        sums = kept.totals()
    if as_json:
        print_json([asdict(total) for total in sums])
    elif not sums:
        typer.echo(say("Nothing has left this device.", "このデバイスから外に出たものはありません。"))
    else:
        titles = (say("day", "日"), say("to", "宛先"), say("times", "回数"), say("bytes", "バイト"))
        showing.rows(titles, ((total.day, total.to, total.times, total.bytes) for total in sums))


@app.command("show")
def show(
    row: Annotated[int, typer.Argument(metavar="ROW", help="Its number, as `kippu ledger` shows it.")],
    as_json: Annotated[bool, _JSON] = False,
) -> None:
    """Show one row whole, with exactly the text that left or the call that was made.

    The text alone goes to stdout, what is known about it to stderr.

    \b
    Examples:
      kippu ledger show 3
      kippu ledger show 3 | sha256sum
    """
    from kippu.cli import showing
    from kippu.cli.ask import print_json

    with _ledger() as kept:
        found = next((one for one in kept.list() if one.id == row), None)
    if found is None:
        raise NotFound(
            f"There is no row {row} in the ledger. `kippu ledger` shows the numbers.",
            f"台帳に {row} 行目はありません。番号は kippu ledger で分かります。",
        )
    if as_json:
        print_json(asdict(found))
        return
    sys.stderr.write(_facts(found) + "\n")
    sys.stderr.flush()
    if found.text is not None:
        sys.stdout.write(showing.clean(found.text) + "\n" if sys.stdout.isatty() else found.text)


@app.command("export")
def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that is not there yet; - is stdout.")],
) -> None:
    """Write all rows with their hashes, as JSON, a line each: to keep, or to check elsewhere.

    Each hash is SHA-256 over the JSON array of the hash before and the row's id, at, kind, turn, to,
    bytes, kinds, what and digest, without spaces and in ASCII; before the first row stand 64 zeros.

    \b
    Examples:
      kippu ledger export ledger.jsonl
      kippu ledger export - | wc -l
    """
    with _ledger() as kept, _new(file) as out:
        count = 0
        for line in kept.export():
            out.write(line + "\n")
            count += 1
    if str(file) != "-":
        typer.echo(say(f"{count} rows are in {file}.", f"{count} 行を {file} に書き出しました。"))


@app.command("forget")
def forget(
    before: Annotated[str | None, _DAY] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask.")] = False,
    as_json: Annotated[bool, _JSON] = False,
) -> None:
    """Forget the texts of all rows, or of those before a day.

    The rows stay, with receiver, size and digest, and the chain of hashes holds.

    \b
    Examples:
      kippu ledger forget --before 2026-11-01
      kippu ledger forget --yes
    """
    from kippu.cli.ask import print_json

    until = _time(before) if before else None
    if not yes and not person.agreed(
        say(
            "Forget what was said in " + (f"rows before {before}?" if before else "all rows?"),
            (f"{before} より前の" if before else "すべての") + "行の本文を消しますか？",
        )
    ):
        sys.stderr.write(
            say(
                "Nothing was forgotten (--yes forgets without asking).\n",
                "何も消していません（--yes で確認を省きます）。\n",
            )
        )
        raise typer.Exit(1)
    with _ledger() as kept:
        count = kept.forget(before=until)
    if as_json:
        print_json({"texts": count})
    else:
        typer.echo(
            say(
                f"{count} texts are forgotten; their rows stay.",
                f"{count} 件の本文を消しました。行は残ります。",
            )
        )


@contextmanager
def _ledger() -> Iterator["Ledger"]:
    """The ledger of this data folder; an empty one, and no file, where there is none yet."""
    from kippu.record import Database, Ledger
    from kippu.settings import load

    path = load().data / "kippu.db"
    with TemporaryDirectory() as folder:
        database = Database(path if path.exists() else Path(folder) / path.name)
        with closing(database):
            yield Ledger(database)


def _table(rows: "tuple[Row, ...]") -> None:
    from kippu.cli import showing
    from kippu.cli.kinds import named

    titles = (
        say("row", "行"),
        say("when", "日時"),
        say("kind", "種別"),
        say("to", "宛先"),
        say("bytes", "バイト"),
        say("what", "内容"),
        say("replaced", "置き換え"),
    )
    showing.rows(
        titles,
        (
            (
                row.id,
                _when(row),
                _kind(row.kind),
                _to(row),
                row.bytes or "",
                f"{_said(row.what)}{_with(row)}",
                named(row.kinds),
            )
            for row in rows
        ),
    )


def _facts(row: "Row") -> str:
    """A row but for its text, for people."""
    from kippu.cli import showing
    from kippu.cli.kinds import named

    lost = say("not kept, or forgotten", "保存なし、または消去済み")
    facts = [
        (say("row", "行"), str(row.id)),
        (say("when", "日時"), _when(row)),
        (say("kind", "種別"), _kind(row.kind)),
        *([(say("to", "宛先"), f"{_to(row)} ({row.bytes} {say('bytes', 'バイト')})")] if row.to else []),
        (say("what", "内容"), _said(row.what)),
        *([(say("replaced", "置き換え"), named(row.kinds))] if row.kinds else []),
        ("SHA-256", row.digest),
        *([(say("text", "本文"), lost)] if row.text is None and row.bytes else []),
    ]
    return showing.pairs(facts)


def _when(row: "Row") -> str:
    """The person's own time, to the second."""
    return datetime.fromisoformat(row.at).astimezone().strftime("%Y-%m-%d %H:%M:%S")


def _to(row: "Row") -> str:
    """Who got it: where a file was asked for, or a provider by the person's own name of it."""
    return _said(row.to) if row.kind == "fetch" else row.to


def _said(written: str) -> str:
    """A row's words in the person's language; the ledger keeps those that were written."""
    from kippu.reasons import translated

    return translated(written, person.language())


def _with(row: "Row") -> str:
    """What an action was done with, such as a device's name, short enough for a line of a table."""
    from kippu.cli import showing

    try:
        given = json.loads(row.text or "") if row.kind == "action" else {}
    except ValueError:
        given = {}
    values = ", ".join(str(value) for value in given.values()) if isinstance(given, dict) else ""
    return f" ({textwrap.shorten(showing.clean(values), _WITH, placeholder='…')})" if values else ""


def _kind(kind: Kind) -> str:
    return {
        "placement": say("placement", "配置"),
        "egress": say("egress", "送信"),
        "action": say("action", "操作"),
        "fetch": say("fetch", "取得"),
    }[kind]


def _midnight() -> datetime:
    return datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)


def _time(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError) as error:
        raise BadInput(
            f"'{text[:40]}' is no time. Write it as 2026-11-24 or 2026-11-24T08:00.",
            f"「{text[:40]}」は日時ではありません。2026-11-24 や 2026-11-24T08:00 のように書いてください。",
        ) from error


def _new(file: Path) -> Any:
    """A file that only the person can read, for it holds what was said; or stdout."""
    if str(file) == "-":
        return nullcontext(sys.stdout)
    try:
        return os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8")
    except FileExistsError as error:
        raise BadInput(
            f"{file} is there already. Give the name of a new file.",
            f"{file} はすでにあります。新しいファイル名を指定してください。",
        ) from error
    except OSError as error:
        raise BadInput(
            f"{file} can't be written: {error.strerror}.", f"{file} に書けません（{system_ja(error)}）。"
        ) from error
