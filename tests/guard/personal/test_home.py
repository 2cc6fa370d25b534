"""What points at somebody in the names of their home."""

import pytest

from kippu.guard.personal import Finder, Known
from kippu.guard.personal.home import called


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Brambling den thermostat", Known("place", "Brambling den")),
        ("Zellwood", Known("place", "Zellwood")),
        ("Mirela's lamp", Known("person", "Mirela")),
        ("Sofia's room", Known("person", "Sofia")),
        ("美咲の部屋", Known("person", "美咲")),
        ("ゆうとくんの部屋", Known("person", "ゆうと")),
    ],
)
def test_told(name: str, known: Known) -> None:
    assert called((name,)) == (known,)


@pytest.mark.parametrize(
    "name",
    [
        "Kitchen", "Ceiling Light", "Living Room Lamp", "Kids' room", "Mum's lamp", "Sonos Speaker",
        "Hue Go", "TV", "Fridge", "Upstairs", "Nest Hub",
        "寝室", "子供部屋", "リビング", "おばあちゃんの部屋",
        "玄関のライト", "二階の廊下", "居間の照明", "洗面所の換気扇",
    ],
)  # fmt: skip
def test_anybodys(name: str) -> None:
    assert called((name,)) == ()


def test_the_finder_knows_them() -> None:
    finder = Finder(lambda: called(("Brambling Den Thermostat", "Kitchen")))
    text = "Why is the brambling den colder than the kitchen, where bramblings feed?"
    assert [piece.text for piece in finder.find(text)] == ["brambling den"]
