"""JSON schemas as they may leave."""

import json

from kippu.guard.schema import covered


def hidden(text: str) -> str:
    return text.replace("Ann", "Eve")


def test_own_words_are_covered_and_keywords_are_not() -> None:
    schema = {
        "type": "object",
        "title": "Ann's form",
        "properties": {"Ann": {"type": "string", "enum": ["Ann", "Bob"]}, "n": {"const": 1}},
        "required": ["Ann"],
        "$defs": {"Annex": {"type": "string", "description": "what Ann said"}},
        "items": [{"$ref": "#/$defs/Annex"}],
    }
    left = json.loads(covered(json.dumps(schema), hidden))
    assert left["title"] == "Eve's form"
    assert left["properties"] == {"Eve": {"type": "string", "enum": ["Eve", "Bob"]}, "n": {"const": 1}}
    assert left["required"] == ["Eve"]
    assert left["$defs"]["Annex"]["description"] == "what Eve said"
    assert left["items"] == [{"$ref": "#/$defs/Annex"}]


def test_what_is_no_json_is_covered_as_a_text() -> None:
    assert covered("{Ann", hidden) == "{Eve"
