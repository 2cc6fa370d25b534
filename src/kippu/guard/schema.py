"""A JSON schema as it may leave: the person's own words in it covered, its keywords as they are.

Covered as one text, it would no longer be a schema: "enum" beside a name looks like a name itself.
"""

import json
from collections.abc import Callable
from typing import Any

_NAMED = frozenset({"properties", "patternProperties", "dependentRequired"})
"""Their keys are words of whoever wrote the schema."""
_KEYWORDS = frozenset({"type", "format", "$ref", "$schema", "$id", "$anchor", "contentEncoding"})
"""Their strings are JSON schema's own."""


def covered(schema: str, cover: Callable[[str], str]) -> str:
    """The schema with each string of its own through ``cover``; as one text where it is no JSON."""
    try:
        whole = json.loads(schema)
    except ValueError:
        return cover(schema)
    return json.dumps(_covered(whole, cover, ""), ensure_ascii=False)


def _covered(value: Any, cover: Callable[[str], str], keyword: str) -> Any:
    if isinstance(value, dict):
        named = keyword in _NAMED
        return {
            (cover(key) if named else key): _covered(one, cover, "" if named else key)
            for key, one in value.items()
        }
    if isinstance(value, list):
        return [_covered(one, cover, keyword) for one in value]
    return cover(value) if isinstance(value, str) and keyword not in _KEYWORDS else value
