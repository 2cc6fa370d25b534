"""Whether a call is the one that was asked for, as the Berkeley leaderboard (BFCL v4) judges its Python sets.

Right is one call alone: the function by its name, every argument that its schema needs, none that it hasn't,
and of each argument a value of the right type that is among the possible ones. An empty text among these says
that the argument may be left out. Of texts the letters' case, spaces and some punctuation don't count, in a
list's items and an object's fields neither; in lists within lists they do. A whole number is right where a
number is asked for, but as an item of a list only where the possible lists have whole numbers there too.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

_TYPES = {
    "string": str, "integer": int, "float": float, "boolean": bool, "array": list, "tuple": list,
    "dict": dict, "any": str,
}  # fmt: skip
_UNSAID = re.compile(r"[ ,./\-_*^]")
LEFT_OUT = ""


def plain(name: str) -> str:
    """A function's name as OpenAI's form allows it: no dots."""
    return name.replace(".", "_")


def mistake(
    calls: Sequence[Mapping[str, Any]], functions: Sequence[Mapping[str, Any]], wanted: Sequence[Any]
) -> str:
    """What is wrong with the calls, in a word; empty where nothing is.

    ``calls``: each with ``name`` and ``arguments``; ``wanted``: the possible answers, none where no function
    is to be called.
    """
    if not wanted:
        return "called" if calls else ""
    if len(calls) != 1:
        return "several" if calls else "none"
    ((name, possible),) = wanted[0].items()
    function = next(one for one in functions if one["name"] == name)
    given = calls[0]["arguments"]
    if plain(calls[0]["name"]) != plain(name):
        return "function"
    if not isinstance(given, Mapping):
        return "type"
    schema = function["parameters"]
    if any(key not in given for key in schema["required"]):
        return "missing"
    for key, value in given.items():
        if key not in schema["properties"] or key not in possible:
            return "unexpected"
        if wrong := _wrong(value, schema["properties"][key], possible[key]):
            return wrong
    left_out = possible.keys() - given.keys()
    return "missing" if any(LEFT_OUT not in possible[key] for key in left_out) else ""


def _wrong(value: Any, schema: Mapping[str, Any], possible: Sequence[Any]) -> str:
    wanted, listed = _TYPES[schema["type"]], _listed(possible)
    if wanted is float and type(value) is int:
        value = float(value)
    if type(value) is not wanted and type(value) is not listed:
        return "type"
    items = _TYPES[schema["items"]["type"]] if schema["type"] in ("array", "tuple") else None
    if wanted is list and type(value) is list and not _fit(value, items, possible):
        return "type"
    if listed is not None and listed is not wanted:  # a name that stands for a value, compared as it is
        return "" if value in possible else "value"
    return "" if _is_among(value, items, possible) else "value"


def _is_among(value: Any, items: type | None, possible: Sequence[Any]) -> bool:
    if isinstance(value, dict):
        return any(_same_fields(value, one) for one in possible if one != LEFT_OUT)
    if isinstance(value, list) and items is dict:
        return any(len(value) == len(one) and all(map(_same_fields, value, one)) for one in possible)
    if isinstance(value, list):
        said = [_said(one) for one in value]
        return any(said == [_said(item) for item in one] for one in possible)
    return _said(value) in [_said(one) for one in possible]


def _same_fields(value: Mapping[str, Any], possible: Mapping[str, Any]) -> bool:
    """Objects list what is possible for each of their fields."""
    if any(LEFT_OUT not in listed for key, listed in possible.items() if key not in value):
        return False
    return all(
        key in possible and _said(one) in [_said(listed) for listed in possible[key]]
        for key, one in value.items()
    )


def _fit(value: Sequence[Any], items: type | None, possible: Sequence[Any]) -> bool:
    """Whether the items are of the type that the schema wants, or that one of the possible lists has."""
    return any(
        all(type(item) in (items, _listed(one)) for item in value) if isinstance(one, list) else True
        for one in possible
    )


def _listed(possible: Sequence[Any]) -> type | None:
    """The type of the possible values."""
    return next((type(one) for one in possible if one != LEFT_OUT), None)


def _said(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return _UNSAID.sub("", value).lower().replace("'", '"')
