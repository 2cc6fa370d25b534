"""A dictionary in DICT's form: found by its words, and what is damaged is told."""

import runpy
from pathlib import Path

import pytest

from kippu.errors import LayerBroken
from kippu.layers import Shelf
from kippu.layers.dictionary import Dictionary, number_read
from kippu.layers.entry import answer
from kippu.layers.knowing import Knowing
from kippu.layers.meant import asked
from kippu.layers.reading import read_layer

from .making import ENCODER, garden

ROOT = Path(__file__).parent.parent.parent
MADE = runpy.run_path(str(ROOT / "scripts" / "dictionary" / "wordnet.py"))
SHIPPED = Shelf(Path("nowhere"), lambda model: None).layer("dictionary")
ENTRIES = {
    "a": "n 1: [a] the first letter",
    "comet": "n 1: [comet] a body with a tail\nv 1: [comet] to go as one",
    "old comet": "A comet that came before.",
    "zoo": "n 1: [zoo] where animals are kept",
}


@pytest.fixture
def index(tmp_path: Path) -> Path:
    MADE["write"](ENTRIES, tmp_path)
    return tmp_path / "WordNet-3.1.index"


def test_every_word_has_its_entry(index: Path) -> None:
    dictionary = Dictionary(index)
    assert {word: dictionary.entry(word) for word in ENTRIES} == ENTRIES
    for word in ("come", "omet", "comets", "", "\t", "comet\t", "C", "zoo\n", "月"):
        assert dictionary.entry(word) is None, word


@pytest.mark.parametrize("number", [0, 1, 63, 64, 4095, 4096, 14_663_347])
def test_numbers_as_dictd_writes_them(number: int) -> None:
    assert number_read(MADE["number_written"](number)) == number
    assert MADE["number_written"](64) == "BA", "the most telling digit first (dictfmt)"


def test_a_line_that_leads_nowhere(index: Path) -> None:
    index.write_text("comet\tA\tZZZ\nzoo\tA\nfour\tA\tB\tC\nodd\tA\t*")
    dictionary = Dictionary(index)
    for word in ("comet", "zoo", "four", "odd"):
        with pytest.raises(LayerBroken, match=word):
            dictionary.entry(word)


def test_one_whose_texts_are_not_there(index: Path) -> None:
    index.with_suffix(".dict").unlink()
    with pytest.raises(LayerBroken, match=r"WordNet-3\.1\.dict beside it"):
        Dictionary(index)


def test_an_empty_index(index: Path) -> None:
    index.write_bytes(b"")
    with pytest.raises(LayerBroken, match="a line for each word"):
        Dictionary(index)


def test_a_layer_of_ones_own_has_one(index: Path, tmp_path: Path) -> None:
    folder = garden(tmp_path / "garden", knowledge='["knowledge", "mine.index"]')
    (folder / "mine.index").write_bytes(index.read_bytes())
    with pytest.raises(LayerBroken, match=r"mine\.dict"):
        read_layer(folder, lambda model: None)
    (folder / "mine.dict").write_bytes(index.with_suffix(".dict").read_bytes())
    layer = read_layer(folder, lambda model: None)
    knowing = Knowing(tmp_path / "cache", ENCODER)
    found = knowing.find("What is a comet?", [layer])
    assert (found[0].text, found[0].title, found[0].place) == ("Comet: a body with a tail.", "comet", "mine")
    assert knowing.find("What is an old comet?", [layer])[0].text == ENTRIES["old comet"]
    assert knowing.find("When does the shop open?", [layer])[0].place == "knowledge/opening.md"
    knowing.close()


def test_the_one_that_comes_along_is_whole() -> None:
    (index,) = SHIPPED.dictionaries()
    dictionary = Dictionary(index)
    lines = index.read_text(encoding="utf-8").splitlines()
    assert len(lines) > 140_000
    assert lines == sorted(lines, key=lambda line: line.split("\t")[0].replace(" ", "_"))
    for line in lines[::997]:
        assert dictionary.entry(line.split("\t")[0])


def test_a_byname_is_not_what_is_asked_for() -> None:
    entry = "n 1: [giant, hulk, heavyweight] a very large person\nv 1: [whale] hunt for whales"
    whales = asked("tell me a bit about whales")
    assert whales is not None and answer(whales, "whale", entry) is None
    dolphins = asked("tell me about dolphins")
    entry = "n 1: [dolphinfish, dolphin] large game fish"
    assert dolphins is not None and answer(dolphins, "dolphin", entry) == "Dolphin: large game fish."
