"""What is wrong with how a command was called, in Japanese. Knows the parser's errors; no command."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import typer
from typer._click import exceptions as wrong  # typer has no public names for them
from typer.core import TyperArgument, TyperOption

from kippu.regex import regex
from kippu.values import why

_MOST_SHOWN = 80
_SENTENCES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (regex(pattern, re.DOTALL), said)
    for pattern, said in (
        (r"Missing command\.", "コマンドがありません。"),
        (r"No such command '(.*?)'\.? Did you mean (.*)\?",
         "「{0}」というコマンドはありません。もしかして: {1}"),
        (r"No such command '(.*)'\.", "「{0}」というコマンドはありません。"),
        (r"Got unexpected extra argument\(s\) \((.*)\)", "余分な引数があります: {0}"),
        (r"Option '(.*)' requires an argument\.", "{0} には値が必要です。"),
        (r"Option '(.*)' requires (\d+) arguments\.", "{0} には値が{1}個必要です。"),
        (r"Option '(.*)' does not take a value\.", "{0} に値は付けられません。"),
    )
)  # fmt: skip
_Parameter = TyperOption | TyperArgument
_WANTED: dict[str, Callable[[_Parameter], str]] = {
    "int": lambda parameter: f"{_range(parameter)}整数",
    "float": lambda parameter: f"{_range(parameter)}数",
    "bool": lambda _: "yes か no ",
}


def told(error: typer.TyperException) -> str:
    """All that a person is told: how it is called, where help is, what is wrong."""
    if isinstance(error, wrong.NoArgsIsHelpError):
        return error.message
    return "\n".join((*_how(getattr(error, "ctx", None)), f"エラー: {_what(error)}"))


def _how(context: Any) -> Iterator[str]:
    if context is not None:
        yield context.get_usage()
        yield f"ヘルプ: {context.command_path} {context.help_option_names[0]}\n"


def _what(error: typer.TyperException) -> str:
    if isinstance(error, wrong.NoSuchOption):
        near = "、".join(sorted(error.possibilities or ()))
        return f"{error.option_name} というオプションはありません。" + (f"もしかして: {near}" if near else "")
    if isinstance(error, wrong.MissingParameter) and error.param:
        choices = _choices(error.param)
        return f"{_name(error.param)}がありません。" + (f"{choices}を指定してください。" if choices else "")
    if isinstance(error, wrong.BadParameter) and error.param:
        return _bad_value(error.param, error)
    for pattern, said in _SENTENCES:
        if found := pattern.fullmatch(error.message):
            return said.format(*(part.replace("'", "") for part in found.groups()))
    return error.format_message()


def _bad_value(parameter: Any, error: wrong.BadParameter) -> str:
    """Which value can't be, and what can."""
    cause: Any = error.__cause__  # pydantic's, where it judged the value
    found = cause.errors()[0] if hasattr(cause, "errors") else {}
    value = f"「{str(found['input'])[:_MOST_SHOWN]}」" if "input" in found else "この値"
    kind = getattr(parameter.type_descriptor.annotation, "__name__", "")
    wanted = _choices(parameter) or (_WANTED[kind](parameter) if kind in _WANTED else "")
    other = why(found)[1] + "。" if found else error.message
    do = f"{wanted}を指定してください。" if wanted else other
    return f"{_name(parameter)}に{value}は使えません。{do}"


def _name(parameter: Any) -> str:
    if isinstance(parameter, TyperOption):
        return f"オプション {' / '.join(parameter.opts)} "
    return f"引数「{parameter.display_name_raw}」"


def _choices(parameter: Any) -> str:
    choices = parameter.type_descriptor.choices or ()
    return f"{'、'.join(map(str, choices))} のどれか" if choices else ""


def _range(parameter: _Parameter) -> str:
    least, most = parameter.min, parameter.max
    return (
        (f"{least:g} 以上" if least is not None else "")
        + (f" {most:g} 以下" if most is not None else "")
        + ("の" if (least, most) != (None, None) else "")
    )
