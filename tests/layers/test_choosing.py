"""Which layers a request gets: those that were named, else those whose words or sentences it has."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kippu.errors import NotFound
from kippu.layers import Layers, Shelf
from kippu.settings import Settings
from understand.home import turn

from .making import garden

Add = Callable[..., None]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "layers", lambda model: None, shipped=tmp_path / "shipped")


@pytest.fixture
def add(shelf: Shelf, tmp_path: Path) -> Add:
    def put(name: str = "garden", **changes: str) -> None:
        with shelf.opened(garden(tmp_path / name, name=f'"{name}"', **changes)) as layer:
            shelf.keep(layer)

    return put


@pytest.fixture
def layers(shelf: Shelf, data: Path) -> Iterator[Layers]:
    with closing(Layers(shelf, Settings())) as opened:
        yield opened


def chosen(layers: Layers, text: str, **more: str) -> tuple[str, ...]:
    found = layers.choose(replace(turn(text), **more))  # type: ignore[arg-type]  # texts alone
    return found.names if found else ()


def test_by_the_request(layers: Layers, add: Add) -> None:
    add()
    assert chosen(layers, "How do I water my tomatoes?") == ("garden",)
    assert chosen(layers, "When do you open, please?") == ("garden",), "it is like a sentence of its own"
    assert chosen(layers, "What is the capital of France?") == ()
    assert chosen(layers, "Write a poem about a tomato that dreams of Paris") == (), (
        "its word, and it finds nothing"
    )
    assert chosen(layers, "トマトに水をやるのはいつ？", language="ja") == (), "it speaks no Japanese"


def test_by_name(layers: Layers, add: Add) -> None:
    add()
    found = layers.choose(replace(turn("What is the capital of France?"), layer="garden"))
    assert found is not None and found.quotes and found.named and found.title == "The garden shop"
    assert chosen(layers, "How do I water my tomatoes?", layer="none") == ()
    with pytest.raises(NotFound, match="no layer 'shop'"):
        chosen(layers, "hello", layer="shop")


def test_by_the_setting(shelf: Shelf, add: Add, data: Path) -> None:
    add()
    with closing(Layers(shelf, Settings(layer="none"))) as none:
        assert chosen(none, "How do I water my tomatoes?") == ()
        assert chosen(none, "How do I water my tomatoes?", layer="garden") == ("garden",)
    with closing(Layers(shelf, Settings(layer="garden"))) as always:
        assert chosen(always, "What is the capital of France?") == ("garden",)


def test_a_scenario_layer_brings_what_it_stands_on(layers: Layers, add: Add) -> None:
    add()
    add("rival", sentences='["When do you open today or tomorrow?"]')
    add(
        "seeds",
        level='"scenario"\nbelow = "garden"',
        words='["seed"]',
        sentences='["Which seeds do you sell?"]',
    )
    assert chosen(layers, "Which seeds do you sell?") == ("garden", "seeds")
    assert chosen(layers, "Which seeds do you sell?", layer="seeds") == ("garden", "seeds")


def test_one_of_each_level(layers: Layers, add: Add) -> None:
    add(sentences='["When do you open the shop?"]')
    add("rival", sentences='["When do you open the door?"]')
    add("seeds", level='"scenario"', sentences='["When do you open the seed shop?"]')
    assert chosen(layers, "When do you open the seed shop?") == ("garden", "seeds")


def test_what_it_brings(layers: Layers, add: Add) -> None:
    add()
    lesson = layers.lesson(("garden",), "When does the shop open?")
    assert lesson.looks and lesson.quotes and "at nine" in lesson.found[0].text
    (source,) = lesson.sources
    assert (source.layer, source.title, source.place) == ("garden", "Opening", "knowledge/opening.md")
    assert layers.lesson(("garden",), "Do you sell aquarium fish?").found == ()
