"""Computing an expression, within limits of size: no input takes long or much memory.

Knows numbers and mathematics; nothing of words.
"""

import ast
import math
import operator
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, localcontext
from typing import Any

from simpleeval import (  # type: ignore[import-untyped]  # it comes without types
    InvalidExpression,
    SimpleEval,
)

from kippu.errors import BadInput

_LONGEST = 500
"""Characters of an expression."""
_BITS = 1000
"""Of a whole number: more than 300 digits are no answer for a person."""
_FACTORIAL = 170
_DIGITS = 12
"""Significant digits of a result: what double precision holds for sure after some operations."""
_DECIMALS = 2
_READABLE = 10**30
"""From here on a whole number is told with an exponent."""
_PLAIN = 1e15
"""From here on a fraction is told with an exponent."""
_TINY = 1e-6

Number = int | float


class TooBig(BadInput):
    """The result is too big to be told."""


def compute(expression: str) -> Number:
    """The value; raises BadInput when it is no arithmetic, ZeroDivisionError, or TooBig."""
    if len(expression) > _LONGEST:
        raise BadInput(f"The calculation has {len(expression)} characters; {_LONGEST} are the limit.")
    evaluator = SimpleEval(operators=_OPERATORS, functions=_FUNCTIONS, names={"pi": math.pi, "e": math.e})
    try:
        value = evaluator.eval(expression)
    except (
        InvalidExpression,
        InvalidOperation,
        SyntaxError,
        ValueError,
        TypeError,
        RecursionError,
        MemoryError,
    ) as error:
        raise BadInput(f"“{expression}” is no calculation: {error}.") from error
    except OverflowError as error:
        raise TooBig("The result is too big to be told.") from error
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadInput(f"“{expression}” is no calculation.")
    if isinstance(value, float) and not math.isfinite(value):
        raise TooBig("The result is too big to be told.")
    return value


def told(value: Number) -> str:
    """A number for people: 12.6 and not 12.600000000000001; 1,234,567; 6.02e+23."""
    if isinstance(value, int):
        return f"{value:,}" if abs(value) < _READABLE else f"{float(value):.{_DIGITS}g}"
    if value and not _TINY <= abs(value) < _PLAIN:
        return f"{value:.{_DIGITS}g}"
    rounded = float(f"{value:.{_DIGITS}g}")
    if rounded == int(rounded):
        return f"{int(rounded):,}"
    decimals = max(0, _DIGITS - 1 - math.floor(math.log10(abs(rounded))))
    return f"{rounded:,.{decimals}f}".rstrip("0").rstrip(".")


def rounded(value: Number) -> str:
    """The same with as many decimals as a person wants to hear: two, of a number below 1 three digits."""
    if isinstance(value, int) or abs(value) >= 1:
        return told(value if isinstance(value, int) else round(value, _DECIMALS))
    return told(float(f"{value:.{_DECIMALS + 1}g}"))


def _power(base: Number, exponent: Number) -> Any:
    if isinstance(base, int) and isinstance(exponent, int) and exponent > 0:
        if base.bit_length() * exponent > _BITS and base not in (0, 1, -1):
            raise TooBig("The result is too big to be told.")
        return base**exponent
    return float(base) ** float(exponent)


def _times(one: Number, other: Number) -> Number:
    if isinstance(one, int) and isinstance(other, int) and one.bit_length() + other.bit_length() > _BITS:
        raise TooBig("The result is too big to be told.")
    return one * other


def _factorial(value: Number) -> int:
    if value != int(value) or value < 0:
        raise BadInput("A factorial is of a whole number from 0 on.")
    if value > _FACTORIAL:
        raise TooBig("The result is too big to be told.")
    return math.factorial(int(value))


_MOST_DECIMALS = 30
"""Further off nothing is rounded."""
_EXACTLY = 400
"""More than the largest float has."""


def _round(value: Number, decimals: int = 0) -> Number:
    """As people round: a half goes up, away from zero."""
    if abs(int(decimals)) > _MOST_DECIMALS or (isinstance(value, int) and decimals >= 0):
        return value
    unit = Decimal(1).scaleb(-int(decimals))
    with localcontext(prec=_EXACTLY):
        near = Decimal(str(value)).quantize(unit, ROUND_HALF_UP)
    return int(near) if decimals <= 0 else float(near)


def _number(operation: Callable[..., Any]) -> Callable[..., Any]:
    """The operation, on numbers only: text and lists must not be repeated or formatted."""

    def checked(*values: Any) -> Any:
        if not all(isinstance(value, int | float) for value in values):
            raise TypeError("only numbers")
        return operation(*values)

    return checked


_OPERATORS = {
    kind: _number(operation)
    for kind, operation in (
        (ast.Add, operator.add),
        (ast.Sub, operator.sub),
        (ast.Mult, _times),
        (ast.Div, operator.truediv),
        (ast.FloorDiv, operator.floordiv),
        (ast.Mod, operator.mod),
        (ast.Pow, _power),
        (ast.USub, operator.neg),
        (ast.UAdd, operator.pos),
    )
}
_FUNCTIONS = {
    name: _number(function)
    for name, function in (
        ("sqrt", math.sqrt),
        ("cbrt", math.cbrt),
        ("sin", math.sin),
        ("cos", math.cos),
        ("tan", math.tan),
        ("log", math.log10),
        ("ln", math.log),
        ("exp", math.exp),
        ("abs", abs),
        ("round", _round),
        ("floor", math.floor),
        ("ceil", math.ceil),
        ("min", min),
        ("max", max),
        ("factorial", _factorial),
    )
}
