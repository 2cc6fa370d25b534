"""The form of layer.toml: what it takes, and how it names what is wrong."""

import pytest

from kippu.errors import LayerBroken
from kippu.layers.manifest import parse

from .making import MANIFEST


def test_a_whole_one() -> None:
    said = parse(MANIFEST, "layer.toml")
    assert (said.name, said.level, said.languages, said.answers) == ("garden", "industry", ("en",), "quote")
    assert said.evaluation is not None and said.evaluation.file == "eval.jsonl"
    assert said.when.words == ("tomato", "compost")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"garden"', '"My Garden"', "name"),
        ('"1.0.0"', '"one"', "version"),
        ('"industry"', '"trade"', "level"),
        ('["en"]', "[]", "languages"),
        ('["knowledge"]', '["../secrets"]', "own folder"),
        ('["knowledge"]', '["/etc"]', "own folder"),
        ('["knowledge"]', '["C:/secrets"]', "own folder"),
        ('knowledge = ["knowledge"]', "", "brings nothing"),
        ("score = 100", "score = 101", "evaluation.score"),
        ('author = "A test"', 'author = "A test"\nsends = true', "sends: is no field"),
        ('author = "A test"', 'author = "A test"\nadapter = "a.gguf"', "base"),
        ('author = "A test"', 'author = "A test"\nbelow = "garden"', "stand on itself"),
        ('name = "garden"', "name = ", "no TOML"),
    ],
)
def test_what_is_wrong_is_named(old: str, new: str, says: str) -> None:
    assert old in MANIFEST
    with pytest.raises(LayerBroken, match=says):
        parse(MANIFEST.replace(old, new, 1), "layer.toml")
