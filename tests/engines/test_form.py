"""Which answers have the form that was asked for."""

import json
from typing import Any

import pytest

from kippu.engines.form import formed

_PERSON = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "minLength": 1, "maxLength": 8, "pattern": "^[A-Z]"},
        "age": {"type": "integer", "minimum": 0, "exclusiveMaximum": 150},
        "kind": {"enum": ["a", 1, None]},
        "tags": {"type": "array", "items": {"type": "string"}, "maxItems": 2, "uniqueItems": True},
        "next": {"anyOf": [{"$ref": "#"}, {"type": "null"}]},
        "home": {"$ref": "#/$defs/place"},
        "half": {"multipleOf": 0.5},
        "pair": {"prefixItems": [{"type": "number"}, {"type": "boolean"}], "items": False},
        "one": {"oneOf": [{"minimum": 1}, {"maximum": 1}]},
        "none": {"not": {"type": "string"}},
    },
    "patternProperties": {"^x-": {"type": "string"}},
    "additionalProperties": False,
    "required": ["name"],
    "$defs": {"place": {"type": ["string", "null"]}},
}


@pytest.mark.parametrize(
    "more",
    [
        {"age": 3}, {"age": 3.0}, {"kind": 1}, {"kind": None}, {"tags": ["x", "y"]}, {"next": {"name": "B"}},
        {"next": None}, {"home": "x"}, {"half": 2.5}, {"pair": [1, True]}, {"pair": [1]}, {"one": 2},
        {"none": 1}, {"x-a": "b"},
    ],
)  # fmt: skip
def test_it_fits(more: dict[str, Any]) -> None:
    text = json.dumps({"name": "Ann", **more})
    assert formed(text, json.dumps(_PERSON)) == text


@pytest.mark.parametrize(
    "other",
    [
        {"name": ""}, {"name": "Annabella"}, {"name": "ann"}, {"name": 1}, {"name": None},
        *({"name": "Ann", **more} for more in (
            {"age": -1}, {"age": 150}, {"age": 1.5}, {"age": True}, {"kind": True}, {"kind": "b"},
            {"tags": ["x", "y", "z"]}, {"tags": ["x", "x"]}, {"tags": [1]}, {"next": {"name": 1}},
            {"next": "B"}, {"home": 1}, {"half": 0.3}, {"pair": [1, 2]}, {"pair": [1, True, 3]}, {"one": 1},
            {"none": "x"}, {"x-a": 1}, {"more": 1},
        )),
        {}, [], "Ann", 3,
    ],
)  # fmt: skip
def test_it_does_not_fit(other: Any) -> None:
    assert formed(json.dumps(other), json.dumps(_PERSON)) is None


@pytest.mark.parametrize("prose", ["", "Sure! Here it is.", '{"name": "Ann"', '{"name": NaN}', "[" * 100_000])
def test_what_is_no_json(prose: str) -> None:
    assert formed(prose, "{}") is None


def test_a_fence_is_taken_off() -> None:
    assert formed('```json\n{"a": 1}\n```\n', "{}") == '{"a": 1}'
    assert formed('Here:\n```json\n{"a": 1}\n```', "{}") is None


@pytest.mark.parametrize(
    "schema", ['{"required": 5}', '{"enum": 3}', '{"properties": [1]}', '{"multipleOf": "x"}']
)
@pytest.mark.parametrize("text", ['{"a": 1}', "1e999"])
def test_nothing_fits_what_is_no_schema_and_nothing_is_raised(schema: str, text: str) -> None:
    assert formed(text, schema) in {None, text}


def test_what_can_not_be_told_is_not_fulfilled() -> None:
    assert formed('"x"', '{"format": "date"}') == '"x"', "a format says what is meant, and holds nobody to it"
    assert formed('"x"', '{"$ref": "other.json"}') is None
    assert formed('"x"', '{"$ref": "http://127.0.0.1:9/other.json"}') is None, "and nothing is fetched"
    assert formed("{}", "no JSON") == "{}" and formed("3", "no JSON") is None
