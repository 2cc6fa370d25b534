"""``kippu contacts``: the people whom the person knows, so that nothing of them leaves as it is."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kippu.cli.person import say
from kippu.errors import NotFound

if TYPE_CHECKING:
    from kippu.record import Contacts

app = typer.Typer(
    no_args_is_help=True,
    help="""The people you know, whose names and numbers are covered.

    \b
    Examples:
      kippu contacts import contacts.vcf
      kippu contacts list
    """,
)


@app.command("list")
def show(as_json: Annotated[bool, typer.Option("--json", help="One JSON array.")] = False) -> None:
    """Show who is known, and what of them.

    \b
    Examples:
      kippu contacts list
      kippu contacts list --json
    """
    from kippu.cli import showing
    from kippu.cli.ask import print_json

    with _contacts() as contacts:
        details = contacts.details()
    if as_json:
        print_json([asdict(detail) for detail in details])
    elif not details:
        typer.echo(say("Nobody is known yet.", "まだ誰も登録されていません。"))
    else:
        titles = (say("name", "名前"), say("kind", "種類"), say("text", "内容"))
        showing.rows(titles, ((detail.name, detail.kind, detail.text) for detail in details))


@app.command("import")
def take(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A vCard file (.vcf).")],
    as_json: Annotated[bool, typer.Option("--json", help="JSON.")] = False,
) -> None:
    """Take contacts in from a vCard file, as phones and mail programs give it. They stay on this device.

    \b
    Examples:
      kippu contacts import contacts.vcf
    """
    from kippu.cli.ask import print_json
    from kippu.record.contacts import from_vcard

    details = from_vcard(file)
    with _contacts() as contacts:
        new = contacts.add(details)
    people = len({detail.name for detail in details})
    if as_json:
        print_json({"people": people, "details": len(details), "new": new})
        return
    typer.echo(
        say(
            f"{people} people in {file.name}, {new} new details.",
            f"{file.name}に{people}人、新しい情報は{new}件。",
        )
    )


@app.command("remove")
def remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="As `kippu contacts list` has it.")],
) -> None:
    """Forget somebody.

    \b
    Examples:
      kippu contacts remove "Ayumi Sato"
    """
    with _contacts() as contacts:
        if not contacts.remove(name):
            raise NotFound(
                f"There is nobody called '{name[:80]}'. `kippu contacts list` shows who there is.",
                f"「{name[:80]}」という人はいません。`kippu contacts list` で確かめてください。",
            )
    typer.echo(say("Forgotten.", "削除しました。"))


@contextmanager
def _contacts() -> Iterator["Contacts"]:
    from kippu.record import Contacts, Database
    from kippu.settings import load

    with closing(Database(load().data / "kippu.db")) as database:
        yield Contacts(database)
