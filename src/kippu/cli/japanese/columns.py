"""The layout of a help in Japanese, whose letters are two columns wide and end a line anywhere.

Knows what the parser writes by itself (headings, types, defaults), and no command.
"""

import re
from collections.abc import Iterator, Sequence

import typer
from rich.cells import cell_len

# What lays a help out is the parser's formatter, which typer has no public name for.
from typer._click.formatting import HelpFormatter

from kippu.cli.folding import folded
from kippu.regex import regex

_HEADINGS = {"Arguments": "引数", "Options": "オプション", "Commands": "コマンド"}
_TYPES = {
    "str": "文字列", "list[str]": "文字列...", "int": "整数", "int range": "整数", "float": "数",
    "float range": "数", "path": "パス", "bool": "真偽",
}  # fmt: skip
_TYPE = regex("<(" + "|".join(map(re.escape, _TYPES)) + ")>")
_HELP_OPTION = "Show this message and exit."
_EXTRA = regex(r"\[[^\[\]]*(?:default: |required|<=|>=)[^\[\]]*\]$")
"""What the parser adds at the end of an option's help."""
_JOINS_BY_SPACE = regex(r"[!-~]")


class Columns(HelpFormatter):
    """Writes in columns, not in letters."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The first line."""
        begin = f"使い方: {prog} "
        self.write(folded(begin + args, self.width, " " * cell_len(begin)) + "\n")

    def write_heading(self, heading: str) -> None:
        """The name of a section."""
        super().write_heading(_HEADINGS.get(heading, heading))

    def write_text(self, text: str) -> None:
        """Paragraphs; one that begins with a backspace stays as its lines are."""
        indent = " " * self.current_indent
        told = []
        for paragraph in text.split("\n\n"):
            lines = paragraph.strip("\n").splitlines()
            if lines and lines[0].strip() == "\b":
                told.append("\n".join(indent + line for line in lines[1:]))
            else:
                told.append(folded(indent + _joined(lines), self.width, indent))
        self.write("\n\n".join(told) + "\n")

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Names with what they are, below each other."""
        named = [(_TYPE.sub(_typed, name), _said(text)) for name, text in rows]
        first = min(max(cell_len(name) for name, _ in named), col_max) + col_spacing
        for name, text in named:
            self.write("".join(self._line(name, text, first)))

    def _line(self, name: str, text: str, first: int) -> Iterator[str]:
        column = self.current_indent + first
        yield " " * self.current_indent + name
        if text:
            fits = cell_len(name) <= first - 2
            yield " " * (first - cell_len(name)) if fits else "\n" + " " * column
            yield folded(text, self.width, " " * column, column)
        yield "\n"


class Context(typer.Context):
    """Where a command lays its help out by columns."""

    formatter_class = Columns


def _joined(lines: Sequence[str]) -> str:
    """One line of several; a space stands between them only where both sides are letters like these."""
    text = ""
    for line in map(str.strip, lines):
        spaced = text and _JOINS_BY_SPACE.match(text[-1]) and _JOINS_BY_SPACE.match(line)
        text += f" {line}" if spaced else line
    return text


def _typed(found: re.Match[str]) -> str:
    return f"<{_TYPES[found[1]]}>"


def _said(text: str) -> str:
    if text == _HELP_OPTION:
        return "このヘルプを表示して終わる"
    return _EXTRA.sub(_added, text)


def _added(found: re.Match[str]) -> str:
    return found[0].replace("default: ", "既定: ").replace("required", "必須")
