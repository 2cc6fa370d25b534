"""A real ZIM file, written and read here by libzim."""

from pathlib import Path

import pytest
from libzim.writer import Creator, Hint, Item, StringProvider

from kippu.errors import LayerBroken
from kippu.layers.archive import Archive
from kippu.layers.knowing import Knowing
from kippu.layers.reading import read_layer

from .making import ENCODER, garden

PAGES = {
    "Moon": "<h1>Moon</h1><p>The Moon goes round the Earth in about 27 days.</p>"
    "<h2>Size</h2><p>It is 3,474 km wide.</p>",
    "Mars": "<h1>Mars</h1><p>Mars goes round the Sun in 687 days.</p>",
    **{f"Star {number}": f"<h1>Star {number}</h1><p>Star {number} is far away.</p>" for number in range(40)},
}


class Page(Item):  # type: ignore[misc]  # libzim has no types
    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title, self._text = title, text

    def get_path(self) -> str:
        return self._title

    def get_title(self) -> str:
        return self._title

    def get_mimetype(self) -> str:
        return "text/html"

    def get_contentprovider(self) -> StringProvider:
        return StringProvider(f"<html><body>{self._text}</body></html>")

    def get_hints(self) -> dict[Hint, bool]:
        return {Hint.FRONT_ARTICLE: True}


def zim(path: Path, indexed: bool = True) -> Path:
    with Creator(path).config_indexing(indexed, "eng") as creator:
        for title, text in PAGES.items():
            creator.add_item(Page(title, text))
    return path


def test_facts_come_from_the_articles(tmp_path: Path) -> None:
    archive = Archive(zim(tmp_path / "sky.zim"), "sky")
    best, *_ = archive.find("How many days does the Moon take?")
    assert "27 days" in best.text
    assert (best.place, best.title) == ("sky.zim/Moon", "Moon")
    assert archive.find("How wide is the Moon?")[0].text == "It is 3,474 km wide."
    assert archive.find("Who won the football match?") == []
    assert archive.find("") == []


def test_a_layer_carries_one(tmp_path: Path) -> None:
    folder = garden(tmp_path / "garden", knowledge='["knowledge", "sky.zim"]')
    zim(folder / "sky.zim")
    layer = read_layer(folder, lambda model: None)
    knowing = Knowing(tmp_path / "cache", ENCODER)
    assert "687" in knowing.find("How long does Mars take round the Sun?", [layer])[0].text
    assert "at nine" in knowing.find("When does the shop open?", [layer])[0].text
    knowing.close()


def test_what_is_no_such_file_is_refused(tmp_path: Path) -> None:
    folder = garden(tmp_path / "garden", knowledge='["knowledge", "sky.zim"]')
    (folder / "sky.zim").write_text("no archive")
    with pytest.raises(LayerBroken, match="is no ZIM file"):
        read_layer(folder, lambda model: None)
    (folder / "sky.zim").unlink()
    with pytest.raises(LayerBroken, match=r"sky.zim"):
        read_layer(folder, lambda model: None)
    with pytest.raises(LayerBroken, match="no full-text index"):
        Archive(zim(tmp_path / "bare.zim", indexed=False), "sky")
    cut = tmp_path / "cut.zim"
    cut.write_bytes(zim(tmp_path / "whole.zim").read_bytes()[:200])
    with pytest.raises(LayerBroken, match="can be read"):
        Archive(cut, "sky")
