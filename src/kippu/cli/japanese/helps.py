"""Puts the Japanese help texts (``*.toml`` beside this file) into the commands. Knows no command by name.

A table is named as its command is called; its ``help`` goes to the command, everything else to the option or
the argument of that name. What several commands have is told once, in the table ``shared``.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from typer.core import TyperArgument, TyperGroup, TyperOption

from kippu.cli.japanese.columns import Context

_Command = Any
"""A command or a group of the parser, which typer has no public name for."""


def translate(command: _Command, name: str = "kippu") -> None:
    """Have a command and all below it show their help in Japanese; raises KeyError for one without texts."""
    texts = table(name)
    command.context_class = Context
    command.options_metavar = "[オプション]"
    command.help = texts["help"]
    command.short_help = texts["help"].split("。")[0] + "。"
    for parameter in command.params:
        _parameter(parameter, texts)
    if isinstance(command, TyperGroup):
        command.subcommand_metavar = "コマンド [引数]..."
        for below, deeper in command.commands.items():
            translate(deeper, f"{name} {below}")


def key(parameter: TyperOption | TyperArgument) -> str:
    """The name under which its text stands: an option's long one, an argument's."""
    return max(parameter.opts, key=len) if isinstance(parameter, TyperOption) else parameter.name


def table(name: str) -> Mapping[str, str]:
    """The texts of a command; ``shared`` has what stands for several."""
    return _tables()[name]


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    tables: dict[str, Mapping[str, str]] = {}
    for file in sorted(Path(__file__).parent.glob("*.toml")):
        tables |= tomllib.loads(file.read_text(encoding="utf-8"))
    return tables


def _parameter(parameter: TyperOption | TyperArgument, texts: Mapping[str, str]) -> None:
    if parameter.help:
        parameter.help = {**table("shared"), **texts}[key(parameter)]
    names = table("names")
    shown = parameter.metavar or ("" if isinstance(parameter, TyperOption) else parameter.name)
    if shown in names:
        parameter.metavar = names[shown]
