"""What is wrong with the value of an option or argument, in English of our own. Knows no command.

The parser lets pydantic judge values, and would show its words as they are. Japanese: `japanese/usage.py`.
"""

import sys
from typing import Any

import typer
from typer._click.exceptions import BadParameter, ClickException  # typer has no public names for them

from kippu.values import why

_MOST_SHOWN = 80


def tell(error: typer.TyperException) -> None:
    """Show how the command is called and what is wrong, on stderr."""
    _reword(error)
    if isinstance(error, ClickException):
        error.show()
    else:
        sys.stderr.write(f"Error: {error}\n")


def _reword(error: typer.TyperException) -> None:
    """Put our words in place of pydantic's, where it judged a value."""
    cause: Any = error.__cause__
    if not isinstance(error, BadParameter) or not hasattr(cause, "errors"):
        return
    found = cause.errors()[0]
    parameter: Any = error.param
    choices = (parameter and parameter.type_descriptor.choices) or ()
    wanted = f"it must be {' or '.join(map(str, choices))}" if choices else why(found)[0]
    error.message = f"'{str(found.get('input', ''))[:_MOST_SHOWN]}' can't be used: {wanted}."
