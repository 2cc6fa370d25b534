"""What a tool's JSON schema tells of its parameters: types, values that may be chosen, and the words by which
people speak of each. Knows no sentence.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kippu.layers.words import COMMON
from kippu.regex import regex

_PART = regex(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_WORD = regex(r"[A-Za-z]+")
_LINKS = frozenset("of to from in by for at on with per and or a an".split())
BARE = frozenset(
    "value number amount quantity type name id count num total input parameter param data info information"
    " flag option result string list array include includes is has should use return returned get given"
    " whether specific specified desired default optional like example following used based etc true false"
    " provided unit units format required e g i".split()
)
"""Words of a name or a description that tell nothing of the parameter by themselves."""
_APART = {
    "username": "user name", "filename": "file name", "firstname": "first name", "lastname": "last name",
    "zipcode": "zip code", "timezone": "time zone", "checkin": "checkin date", "checkout": "checkout date",
}  # fmt: skip
_DEFAULT = regex(
    r"\bdefault(?:s|ing)?(?: value| unit)?(?:,? (?:is|to|being)|'s|s to|:| =)*(?: set to| it's| the)?"
    r"\s+(?P<said>'[^']*'|\"[^\"]*\"|[+-]?\d[\d.,]*(?:e-?\d+)?%?|[\w/°-]+(?: [A-Z][\w-]*)*)",
    re.IGNORECASE,
)
_EXAMPLES = regex(
    r"\b(?:e\.?g\.?|i\.?e\.?|such as|for example|examples?:?|like|can be|could be|one of|either|supported"
    r"|options?(?: are| include)?:?|values?(?: are| include)?:?|including|must be)[ ,:]*"
    r"(?P<listed>[^.()]*(?:\.(?=\w)[^.()]*)*)",
    re.IGNORECASE,
)
_LISTED = regex(r"\s*(?:,? or |,? and |[,;/]|,)\s*")
_QUOTED = regex(r"(?<!\w)'([^']+)'(?!\w)|\"([^\"]+)\"")
_LONGEST = 4
"""Words of a value that a description names; more is prose."""


def stem(word: str) -> str:
    """By what words are compared: "measures" and "measurement" are "measur"."""
    folded = word.casefold()
    if len(folded) > 4:
        folded = re.sub(r"(?:ies|ied)$", "y", folded)
        folded = re.sub(r"(?:sses)$", "ss", folded)
        folded = re.sub(r"(?<![su])s$|(?:'s)$", "", folded)
    return folded[:6]


@dataclass(frozen=True)
class Parameter:
    """One of a tool's."""

    name: str
    schema: Mapping[str, Any]
    """Its own, with references resolved and "or nothing" taken away."""
    needed: bool

    @property
    def type(self) -> str:
        """``string`` where the schema names none."""
        return str(self.schema.get("type", "string"))

    @property
    def item(self) -> "Parameter":
        """What stands in an array, as if it were a parameter itself."""
        own = self.schema.get("items") or {}
        return Parameter(self.name, {"description": self.description, **own}, self.needed)

    @property
    def description(self) -> str:
        return str(self.schema.get("description", ""))

    @property
    def choices(self) -> Sequence[Any]:
        """The values that the schema allows; none where any will do."""
        return tuple(self.schema.get("enum", ()))

    @cached_property
    def named(self) -> list[str]:
        """The name's words: "cardType" is card, type."""
        parts = [part.casefold() for part in _PART.findall(self.name)]
        return [word for part in parts for word in _APART.get(part, part).split()]

    @cached_property
    def own(self) -> frozenset[str]:
        """Stems of what the name says of it."""
        return frozenset(stem(word) for word in self.named if word not in BARE | _LINKS and len(word) > 1)

    @cached_property
    def told(self) -> frozenset[str]:
        """Stems of what its description says of it, up to the values that it lists."""
        text = re.split(
            r"\bdefault|\be\.g|\bsuch as|\(|\. ", self.description, maxsplit=1, flags=re.IGNORECASE
        )[0]
        words = {word.casefold() for word in _WORD.findall(text)} - COMMON - BARE
        return frozenset(stem(word) for word in words if len(word) > 2)

    @cached_property
    def examples(self) -> list[str]:
        """Values that the description names."""
        found = [one or other for one, other in _QUOTED.findall(self.description)]
        for match in _EXAMPLES.finditer(re.split(r"\bdefault", self.description, flags=re.IGNORECASE)[0]):
            found += [part.strip(" '\"") for part in _LISTED.split(match["listed"])]
        return [one for one in dict.fromkeys(found) if one and len(one.split()) <= _LONGEST]

    @property
    def default(self) -> Any:
        """What holds where nothing is said, by the schema or its description; None where that isn't told."""
        if "default" in self.schema and self.schema["default"] not in (None, ""):
            return self.schema["default"]
        match = _DEFAULT.search(self.description)
        if match is None or match["said"].casefold().split()[0] in ("not", "none", "null", "all"):
            return None
        return _as(match["said"].strip("'\""), self.type)

    @cached_property
    def heads(self) -> frozenset[str]:
        """Stems of all words of its name."""
        return frozenset(map(stem, self.named))

    @property
    def said(self) -> str:
        """What the person is asked for."""
        return " ".join(self.named) or self.name


def parameters(schema: Mapping[str, Any]) -> list[Parameter]:
    """Those of a tool, in the order of its schema."""
    needed, definitions = schema.get("required", ()), schema.get("$defs", {})
    properties = schema.get("properties", {})
    return [
        Parameter(name, _plain(own if isinstance(own, Mapping) else {}, definitions), name in needed)
        for name, own in (properties.items() if isinstance(properties, Mapping) else ())
    ]  # "true" is a schema too: any value


def _plain(own: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema of one value: references followed, of several ways the first that is something."""
    told = {key: value for key, value in own.items() if key not in ("$ref", "anyOf", "oneOf", "allOf")}
    if reference := own.get("$ref"):
        return {**_plain(definitions.get(str(reference).rpartition("/")[2], {}), {}), **told}
    for way in _ways(own):
        if way.get("type") != "null":
            return {**_plain(way, definitions), **told}
    kind = told.get("type")
    if isinstance(kind, list):
        told["type"] = next((one for one in kind if one != "null"), "string")
    return told


def _ways(own: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for key in ("anyOf", "oneOf", "allOf"):
        yield from own.get(key, ())


def _as(said: str, kind: str) -> Any:
    """A described default as its type; None where it is none of that type."""
    try:
        if kind == "integer":
            return int(said.replace(",", ""))
        if kind == "number":
            return float(said.replace(",", "").rstrip("%")) / (100 if said.endswith("%") else 1)
    except ValueError:
        return None
    if kind == "boolean":
        return {"true": True, "false": False}.get(said.casefold())
    return said if kind == "string" else None
