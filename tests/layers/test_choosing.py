"""Which layers a request gets: those that were named, else those whose words or sentences it has."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kippu.errors import LayerMisfit, NotFound
from kippu.layers import BaseFile, Layers, Shelf
from kippu.settings import Settings
from understand.home import turn

from .making import garden, lora, skill

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


@pytest.fixture
def dictionary(tmp_path: Path) -> Path:
    """A shipped layer with a dictionary of one word."""
    folder = garden(tmp_path / "shipped" / "words", name='"words"', level='"base"', knowledge='["my.index"]')
    (folder / "my.index").write_text("tomato\tA\tf\n")
    (folder / "my.dict").write_text("n 1: [tomato] a red fruit      ")
    return folder


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


def test_an_agent_skill_is_chosen_for_what_it_describes(shelf: Shelf, data: Path, tmp_path: Path) -> None:
    whole = Shelf(shelf.folder, lambda model: None)  # with what reads meanings
    with whole.opened(skill(tmp_path / "seed-label")) as layer:
        whole.keep(layer)
    with closing(Layers(whole, Settings())) as opened:
        for text in (
            "Write me a label for this bag of seeds",
            "I need something to stick on my seed bags, please make a label for beans",
            "use the seed-label skill: sunflowers",
            "seed labelのスキルで書いて、ひまわり",
        ):
            assert chosen(opened, text) == ("seed-label",), text
        found = opened.choose(turn("Write me a label for this bag of seeds"))
        assert found is not None and not found.quotes, "the model writes as it says"
        for text in ("How do plants grow from seeds?", "What does paper cost?", "Write a poem about the sea"):
            assert chosen(opened, text) == (), text


def adapted(name: str, model: str = "a-model", more: str = "[]") -> dict[str, str]:
    """What makes a layer one that has an adapter alone."""
    return {"name": f'"{name}"', "knowledge": f'{more}\nadapter = "a.gguf"\nbase = {base_of(model)}'}


def base_of(model: str) -> str:
    return f'{{ model = "{model}", sha256 = "{"ab" * 32}" }}'


def test_base_industry_and_scenario_stack(tmp_path: Path, data: Path) -> None:
    shelf = Shelf(tmp_path / "layers", lambda model: BaseFile("ab" * 32, None), shipped=tmp_path / "shipped")

    def put(name: str, level: str, model: str = "a-model", **changes: str) -> None:
        folder = garden(tmp_path / f"{name} on {model}", level=level, **adapted(name, model), **changes)
        lora(folder / "a.gguf")
        with shelf.opened(folder) as layer:
            shelf.keep(layer)

    put("english", '"base"')
    put("trade", '"industry"\nbelow = "english"', words='["open"]', sentences="[]")
    put("seeds", '"scenario"', words="[]", sentences='["When do you open the seed shop?"]')
    with closing(Layers(shelf, Settings())) as opened:
        names = chosen(opened, "When do you open the seed shop?")
        assert names == ("english", "trade", "seeds")
        assert opened.lesson(names, "When do you open?").adapters == names, "all of them at once"
        put("seeds", '"scenario"', "b-model", words="[]", sentences='["When do you open the seed shop?"]')
        assert chosen(opened, "When do you open the seed shop?") == ("seeds",), "another model's adapter"


def test_adapters_of_two_models_are_refused_as_a_stack(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "layers", lambda model: BaseFile("ab" * 32, None), shipped=tmp_path / "shipped")
    lora(garden(tmp_path / "trade", **adapted("trade")) / "a.gguf")
    with shelf.opened(tmp_path / "trade") as layer:
        shelf.keep(layer)
    upper = garden(tmp_path / "seeds", level='"scenario"\nbelow = "trade"', **adapted("seeds", "b-model"))
    lora(upper / "a.gguf")
    with shelf.opened(upper) as layer, pytest.raises(LayerMisfit, match=r"seeds has .* b-model .*a-model"):
        shelf.keep(layer)


def test_what_stands_on_a_broken_layer_is_left_out_with_it(shelf: Shelf, layers: Layers, add: Add) -> None:
    add()
    add("seeds", level='"scenario"\nbelow = "garden"', sentences='["Which seeds do you sell?"]')
    (shelf.folder / "garden" / "eval.jsonl").write_text("changed")
    assert chosen(layers, "Which seeds do you sell?") == ()
    assert "stands on garden" in str(shelf.broken()["seeds"])


def test_what_it_brings(layers: Layers, add: Add) -> None:
    add()
    lesson = layers.lesson(("garden",), "When does the shop open?")
    assert lesson.looks and lesson.quotes and "at nine" in lesson.found[0].text
    (source,) = lesson.sources
    assert (source.layer, source.title, source.place) == ("garden", "Opening", "knowledge/opening.md")
    assert layers.lesson(("garden",), "Do you sell aquarium fish?").found == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [("what is a tomato", ("words",)), ("grow a tomato", ()), ("what is a pear", ()), ("トマトとは", ())],
)
def test_a_dictionary_is_asked_what_a_word_means(
    layers: Layers, dictionary: Path, text: str, names: tuple[str, ...]
) -> None:
    assert chosen(layers, text, language="ja" if "は" in text else "en") == names
    assert chosen(layers, text, layer="none") == ()
    assert chosen(layers, text, outside="Rules for growing tomatoes.") == (), "the text that came is meant"


def test_a_layer_for_the_subject_goes_before_a_dictionary(layers: Layers, add: Add, dictionary: Path) -> None:
    alone = layers.choose(turn("what is a tomato"))
    assert alone is not None and (alone.names, alone.defines) == (("words",), True)
    add()
    both = layers.choose(turn("what is a tomato"))
    assert both is not None and (both.names, both.defines) == (("garden",), False)
    named = layers.choose(replace(turn("what is a tomato"), layer="words"))
    assert named is not None and (named.named, named.defines) == (True, False)
