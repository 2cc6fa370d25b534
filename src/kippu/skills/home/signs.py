"""What the filters and signs of a template do to values: no text of more than some length comes of it."""

import json
import operator
from collections.abc import Callable, Mapping
from typing import Any

from kippu.errors import BadInput


class UnknownTemplate(BadInput):
    """A template that this small language does not have; the message shows it."""


class NotDefined(Exception):
    """What ``is_defined`` says of a message that speaks of something else: it is to be passed over."""


FAILS = (UnknownTemplate, ValueError, TypeError, ArithmeticError, LookupError, AttributeError, RecursionError)
"""All that reading or running a template may raise."""
_LONGEST = 100_000
"""Letters that one step of an expression may give; what a home says is far shorter."""


def _round(value: Any, digits: Any = 0) -> float:
    return round(float(value), int(digits))


def _int(value: Any, default: Any = 0) -> Any:
    try:
        return int(float(value))
    except (TypeError, ValueError):
        return default


def _float(value: Any, default: Any = 0.0) -> Any:
    try:
        return float(value)
    except (TypeError, ValueError):
        return default


def _replace(value: Any, old: Any, new: Any) -> str:
    text, old, new = str(value), str(old), str(new)
    if len(text) + (len(text) + 1) * max(0, len(new) - len(old)) > _LONGEST:
        raise UnknownTemplate(f"The template's replace gives a text of more than {_LONGEST} letters.")
    return text.replace(old, new)


def _is_defined(value: Any) -> Any:
    if value is None:
        raise NotDefined
    return value


FILTERS: Mapping[str, Callable[..., Any]] = {
    "float": _float,
    "int": _int,
    "round": _round,
    "abs": lambda value: abs(float(value)),
    "lower": lambda value: str(value).lower(),
    "upper": lambda value: str(value).upper(),
    "title": lambda value: str(value).title(),
    "trim": lambda value: str(value).strip(),
    "string": str,
    "bool": lambda value: str(value).lower() in ("true", "yes", "on", "enable", "1"),
    "default": lambda value, other="": other if value is None else value,
    "is_defined": _is_defined,
    "tojson": lambda value: json.dumps(value, ensure_ascii=False),
    "to_json": lambda value: json.dumps(value, ensure_ascii=False),
    "multiply": lambda value, by: float(value) * float(by),
    "add": lambda value, more: float(value) + float(more),
    "replace": _replace,
    "length": len,
    "first": lambda value: value[0],
    "last": lambda value: value[-1],
}


def _numbers(sign: str, function: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    """The same for numbers alone: of a text ``*`` and ``%`` can make one that fills the memory."""

    def joined(left: Any, right: Any) -> Any:
        for value in (left, right):
            if not isinstance(value, int | float):
                raise UnknownTemplate(f"A template's {sign} takes numbers only, not {str(value)[:40]!r}.")
        return function(left, right)

    return joined


def _added(left: Any, right: Any) -> Any:
    if isinstance(left, str) and isinstance(right, str):
        return _concatenated(left, right)
    return _numbers("+", operator.add)(left, right)


def _concatenated(left: Any, right: Any) -> str:
    text = f"{left}{right}"
    if len(text) > _LONGEST:
        raise UnknownTemplate(f"The template gives a text of more than {_LONGEST} letters.")
    return text


SUM: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": _added,
    "-": _numbers("-", operator.sub),
    "~": _concatenated,
}
PRODUCT: Mapping[str, Callable[[Any, Any], Any]] = {
    "*": _numbers("*", operator.mul),
    "/": _numbers("/", operator.truediv),
    "//": _numbers("//", operator.floordiv),
    "%": _numbers("%", operator.mod),
}
