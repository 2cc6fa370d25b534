"""What is used in the proof is all that there is: the commands that typer names, and the pages of the app."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

import kippu
from kippu.cli.app import app

from . import hands

MAIN = Path(kippu.__file__).parent / "server" / "web" / "js" / "main.js"


def names(command: Any, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """All commands below one."""
    if not hasattr(command, "commands"):
        yield before
        return
    if before and command.invoke_without_command:
        yield before
    for name, below in command.commands.items():
        yield from names(below, (*before, name))


def test_every_command_is_used() -> None:
    there = {" ".join(name) for name in names(typer.main.get_command(app))}
    typed = [" ".join(words) for words in (*hands.SENTENCES, *(words for words, _ in hands.REFUSED))]
    used = {name for name in there if any(f"{one} ".startswith(f"{name} ") for one in typed)}
    assert {"layer train", "privacy provider add", "ledger", "draw"} <= there
    assert there - used - set(hands.ELSEWHERE) == set()
    assert set(hands.ELSEWHERE) <= there, "what is used elsewhere is no command any more"


def test_every_page_is_looked_at() -> None:
    shown = re.search(r"const shown = \{(.*)\};", MAIN.read_text())
    assert shown
    pages = set(re.findall(r"(\w+):", shown[1]))
    assert "draw" in pages and pages == set(hands.PAGES)
