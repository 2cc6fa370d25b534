"""Write docs/cli.md from the program's own help: ``make docs``. A test holds the two together."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import typer
from typer.testing import CliRunner

from kippu.cli.app import app

PAGE = Path(__file__).parent.parent / "docs" / "cli.md"

HEAD = """# The command line

Made from the program's own help by `make docs`; the examples are run by the tests.

| exit code | means |
|---|---|
| 0 | answered, or done |
| 1 | understood, but something was not done as asked; or something unexpected |
| 2 | what was asked can't be used, or does not exist |
| 3 | a permission or a token is missing |
| 4 | another Kippu holds the data folder |
| 5 | a model can't be had or run |
| 6 | the home can't be reached |
| 7 | the database can't be read or written |
| 130 | Ctrl-C |

What a script reads goes to stdout, words beside it to stderr. On a terminal tables are aligned; in a
pipe their columns are separated by tabs. `KIPPU_DATA` moves the data folder; docs/install.md has the other
settings.

Help, usage errors and all words around an answer are in Japanese where the setting `language` or
`KIPPU_LANGUAGE` is `ja`, or where neither is set and the terminal's locale is Japanese
(`KIPPU_LANGUAGE=ja kippu --help`). Commands, options and all JSON are the same in both languages.
"""


def page() -> str:
    """The whole text of docs/cli.md."""
    os.environ["COLUMNS"] = "100"
    return HEAD + "".join(f"\n## `{name}`\n\n```text\n{text}\n```\n" for name, text in helps())


def helps() -> Iterator[tuple[str, str]]:
    """Every command's name with its help."""
    runner = CliRunner()
    for words in paths(typer.main.get_command(app), ()):
        shown = runner.invoke(app, [*words, "--help"], prog_name="kippu").stdout
        yield " ".join(("kippu", *words)), "\n".join(line.rstrip() for line in shown.strip().splitlines())


def paths(command: object, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words that lead to each command."""
    yield words
    for name, deeper in getattr(command, "commands", {}).items():
        yield from paths(deeper, (*words, name))


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"wrote {PAGE}\n")
