"""Whether an answer has the form that was asked for, told by its JSON schema.

For models elsewhere, which may write what they like; those of this device are held to it word by word.
Takes a keyword that it doesn't know for fulfilled.
"""

import json
import math
import re
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

_FENCED = re.compile(r"\s*```(?:json)?[ \t]*\n(.*)\n\s*```\s*", re.DOTALL)
_LONGEST_MATCHED = 1000
"""Letters of a text that a pattern is tried on: the pattern is the person's, the text is not."""


def formed(answer: str, schema: str) -> str | None:
    """The JSON of an answer, without a fence around it; None when it is none, or doesn't fit the schema."""
    text = (fenced[1] if (fenced := _FENCED.fullmatch(answer)) else answer).strip()
    try:
        value = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        return None
    try:
        wanted = json.loads(schema)
    except ValueError:
        wanted = {"type": "object"}
    try:
        return text if _fits(value, wanted, wanted) else None
    except (RecursionError, TypeError, AttributeError, ArithmeticError):  # it is no schema, or fits none
        return None


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _fits(value: Any, schema: Any, root: Any) -> bool:
    if not isinstance(schema, Mapping):
        return schema is not False

    def also(part: Any) -> bool:
        return _fits(value, part, root)

    if isinstance(where := schema.get("$ref"), str) and not also(_referred(where, root)):
        return False
    kinds = schema.get("type", [])
    if kinds and not any(_is(value, kind) for kind in (kinds if isinstance(kinds, list) else [kinds])):
        return False
    if "const" in schema and not _same(value, schema["const"]):
        return False
    if "enum" in schema and not any(_same(value, one) for one in schema["enum"]):
        return False
    joined = (
        all(map(also, schema.get("allOf", ()))),
        any(map(also, schema.get("anyOf", (True,)))),
        sum(map(also, schema.get("oneOf", (True,)))) == 1,
        "not" not in schema or not also(schema["not"]),
    )
    inside = _INSIDE.get(type(value))
    return all(joined) and (inside is None or inside(value, schema, root))


def _referred(where: str, root: Any) -> Any:
    """The part of the schema at a place such as ``#/$defs/person``; anything fits what isn't there."""
    part = root
    for step in where.removeprefix("#").split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        part = part.get(name, True) if isinstance(part, Mapping) else True
    return part if where.startswith("#") else True


def _is(value: Any, kind: str) -> bool:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    tests: dict[str, Callable[[], bool]] = {
        "object": lambda: isinstance(value, dict),
        "array": lambda: isinstance(value, list),
        "string": lambda: isinstance(value, str),
        "boolean": lambda: isinstance(value, bool),
        "null": lambda: value is None,
        "number": lambda: number,
        "integer": lambda: number and float(value).is_integer(),
    }
    return kind not in tests or tests[kind]()


def _same(one: Any, other: Any) -> bool:
    """Equality of JSON, in which true is not 1."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def _object(value: dict[str, Any], schema: Mapping[str, Any], root: Any) -> bool:
    named, patterns = schema.get("properties", {}), schema.get("patternProperties", {})
    for key, one in value.items():
        parts = [part for pattern, part in patterns.items() if _matches(pattern, key)]
        parts += [named[key]] if key in named else []
        if not all(_fits(one, part, root) for part in parts or [schema.get("additionalProperties", True)]):
            return False
    return all(key in value for key in schema.get("required", ())) and _sized(value, schema, "Properties")


def _array(value: list[Any], schema: Mapping[str, Any], root: Any) -> bool:
    first = schema.get("prefixItems", [])
    parts = [*first, *[schema.get("items", True)] * max(0, len(value) - len(first))]
    written = {json.dumps(one, sort_keys=True) for one in value}
    return (
        all(_fits(one, part, root) for one, part in zip(value, parts, strict=False))
        and _sized(value, schema, "Items")
        and (not schema.get("uniqueItems") or len(written) == len(value))
    )


def _text(value: str, schema: Mapping[str, Any], root: Any) -> bool:
    return _sized(value, schema, "Length") and _matches(schema.get("pattern", ""), value)


def _number(value: float, schema: Mapping[str, Any], root: Any) -> bool:
    step = schema.get("multipleOf")
    return (
        schema.get("minimum", -math.inf) <= value <= schema.get("maximum", math.inf)
        and schema.get("exclusiveMinimum", -math.inf) < value < schema.get("exclusiveMaximum", math.inf)
        and (not step or math.isclose(value / step, round(value / step), abs_tol=1e-9))
    )


_INSIDE: dict[type, Callable[[Any, Mapping[str, Any], Any], bool]] = {
    dict: _object, list: _array, str: _text, int: _number, float: _number,
}  # fmt: skip
"""What else a schema may say of values of each type."""


def _sized(value: Any, schema: Mapping[str, Any], what: str) -> bool:
    return bool(schema.get(f"min{what}", 0) <= len(value) <= schema.get(f"max{what}", math.inf))


def _matches(pattern: str, text: str) -> bool:
    try:
        return bool(re.search(pattern, text[:_LONGEST_MATCHED]))
    except re.error:  # JavaScript's own
        return True
