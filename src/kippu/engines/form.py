"""Whether an answer has the form that was asked for, told by its JSON schema.

For models elsewhere, which may write what they like; those of this device are held to it word by word.
"""

import json
import re
from typing import NoReturn

_FENCED = re.compile(r"\s*```(?:json)?[ \t]*\n(.*)\n\s*```\s*", re.DOTALL)


def formed(answer: str, schema: str) -> str | None:
    """The JSON of an answer, without a fence around it; None when it is none, or doesn't fit the schema.

    A schema that is none is fulfilled by any object. Nothing is fetched for one that refers to another.
    """
    from jsonschema import Draft202012Validator  # noqa: PLC0415  # no start waits for it
    from jsonschema.exceptions import SchemaError  # noqa: PLC0415  # as above
    from referencing import Registry  # noqa: PLC0415  # as above
    from referencing.exceptions import Unresolvable  # noqa: PLC0415  # as above

    text = (fenced[1] if (fenced := _FENCED.fullmatch(answer)) else answer).strip()
    try:
        value = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        return None
    try:
        wanted = json.loads(schema)
        Draft202012Validator.check_schema(wanted)
        fits = Draft202012Validator(wanted, registry=Registry()).is_valid(value)
    except (ValueError, SchemaError):
        fits = isinstance(value, dict)
    except (Unresolvable, RecursionError, re.error):
        return None
    return text if fits else None


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)
