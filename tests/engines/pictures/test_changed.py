"""A prompt with something changed, and how it is then read."""

from pathlib import Path

import pytest

from kippu.engines.pictures.changed import changed
from kippu.engines.pictures.wanted import Thing, Wanted, read
from kippu.errors import BadInput

COMPOSITIONS = Path(__file__).parents[3] / "bench/pictures/compositions.txt"


def known(_: str) -> bool:
    return False


@pytest.mark.parametrize(
    ("prompt", "change", "new"),
    [
        ("a cat", {"colour": "blue"}, "a blue cat"),
        ("A red cat with a hat", {"colour": "orange"}, "an orange cat with a hat"),
        ("an octopus", {"colour": "purple"}, "a purple octopus"),
        ("a light blue bird", {"colour": "green"}, "a green bird"),
        ("two cats on a book", {"colour": "grey"}, "two grey cats on a book"),
        ("a cat", {"added": "a hat"}, "a cat with a hat"),
        ("a cat wearing sunglasses", {"added": "a hat"}, "a cat wearing sunglasses and a hat"),
        ("a cat with a hat and sunglasses", {"without": "the hat"}, "a cat with sunglasses"),
        ("a cat with a hat and sunglasses", {"without": "sunglasses"}, "a cat with a hat"),
        ("a cat with a red hat", {"without": "hat"}, "a cat"),
        ("three pink cats with a hat", {"instead": "a dog"}, "a dog with a hat"),
        ("a cat in twemoji style", {"colour": "blue"}, "a blue cat"),
        ("猫", {"colour": "blue"}, "青い猫"),
        ("サングラスをかけた赤い猫", {"colour": "light blue"}, "サングラスをかけた水色の猫"),
        ("猫", {"colour": "pink"}, "ピンクの猫"),
        ("猫", {"added": "帽子"}, "帽子をかぶった猫"),
        ("帽子をかぶった猫", {"added": "サングラス"}, "サングラスをかけた帽子をかぶった猫"),
        ("猫", {"added": "風船"}, "風船を持った猫"),
        ("帽子をかぶったサングラスをかけた猫", {"without": "サングラス"}, "帽子をかぶった猫"),
        ("帽子をかぶった赤い猫", {"instead": "犬"}, "帽子をかぶった犬"),
    ],
)
def test_the_rest_stays_as_it_was_said(prompt: str, change: dict[str, str], new: str) -> None:
    assert changed(prompt, **change) == new


@pytest.mark.parametrize("prompt", COMPOSITIONS.read_text(encoding="utf-8").splitlines())
def test_it_is_read_with_the_change_and_nothing_else(prompt: str) -> None:
    before = read(prompt, known)
    blue = Thing(before.first.words, "blue", before.first.count)
    assert read(changed(prompt, colour="blue"), known) == Wanted(blue, before.others)
    crown = ("wears", Thing("crown"))
    assert read(changed(prompt, added="a crown"), known) == Wanted(before.first, (*before.others, crown))
    assert read(changed(prompt, instead="a whale"), known) == Wanted(Thing("whale"), before.others)


@pytest.mark.parametrize("worn", ["帽子", "サングラス", "マフラー"])
def test_what_is_added_in_japanese_is_worn(worn: str) -> None:
    assert read(changed("青い猫", added=worn), known) == Wanted(
        Thing("猫", "blue"), (("wears", Thing(worn)),)
    )


@pytest.mark.parametrize(
    ("prompt", "change", "said"),
    [
        ("a cat", {"colour": "plaid"}, "no colour “plaid”.*red, orange"),
        ("a cat", {"without": "a hat"}, "no “hat” in “a cat”"),
        ("猫", {"without": "帽子"}, "no “帽子”"),
        ("猫", {"added": "a hat"}, "another language"),
    ],
)
def test_what_can_not_be_is_told(prompt: str, change: dict[str, str], said: str) -> None:
    with pytest.raises(BadInput, match=said):
        changed(prompt, **change)
