"""What a model reads of a skill: its instructions, the pages that a request needs, and no more than fits."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kippu.layers import Layers, Shelf
from kippu.layers.practice import _LONGEST, cut
from kippu.settings import Settings

from .making import SKILL, skill

POINTS = """
- For herbs, read references/herbs.md.
- Prices stand in [the list](references/prices.md).
- Print it with scripts/print.md.
"""


@pytest.fixture
def layers(data: Path) -> Iterator[Layers]:
    with closing(Layers(Shelf(data / "layers", lambda model: None), Settings())) as opened:
        yield opened


def add(layers: Layers, folder: Path) -> None:
    with layers.shelf.opened(folder) as layer:
        layers.shelf.keep(layer)


def pages(tmp_path: Path, **more: str) -> Path:
    folder = skill(tmp_path / "seed-label", SKILL + POINTS)
    texts = {
        "references/herbs.md": "# Herbs\n\nWrite whether basil and mint want sun or shade.",
        "references/prices.md": "# Prices\n\nA bag costs 2.40 euros, a large one 5.10 euros.",
        "references/secret.md": "# Secret\n\nNobody points at basil here.",
        "scripts/print.md": "Basil is printed in green.",
        **more,
    }
    for place, text in texts.items():
        (folder / place).parent.mkdir(exist_ok=True)
        (folder / place).write_text(text)
    return folder


def test_the_pages_that_a_request_needs(layers: Layers, tmp_path: Path) -> None:
    add(layers, pages(tmp_path))
    plain = layers.lesson(("seed-label",), "Write a seed label for tomatoes")
    assert "the month of sowing" in plain.system and not plain.pages
    assert not plain.looks and not plain.quotes, "it writes, and knows of no 'I don't know'"
    herbs = layers.lesson(("seed-label",), "Write a seed label for basil and mint")
    assert "sun or shade" in herbs.pages and "2.40" not in herbs.pages
    assert [source.place.partition("seed-label/")[2] for source in herbs.skill] == [
        "SKILL.md",
        "references/herbs.md",
    ]
    priced = layers.lesson(("seed-label",), "Write a seed label for a large bag of peas with its price")
    assert "5.10 euros" in priced.pages


def test_no_more_than_there_is_room_for(layers: Layers, tmp_path: Path) -> None:
    filler = "\n\n".join(f"## Part {number}\n\nNothing that matters stands in here." for number in range(200))
    long = f"# Herbs\n\n{filler}\n\n## Mint\n\nMint is sown under glass and wants to be alone.\n\n{filler}"
    folder = pages(tmp_path, **{"references/herbs.md": long})
    (folder / "SKILL.md").write_text(
        f"{SKILL}{POINTS}\n{filler}\n\n## Frost\n\nName the last night of frost.\n"
    )
    add(layers, folder)
    lesson = layers.lesson(("seed-label",), "Write a seed label for mint, which herbs fear the last frost?")
    assert len(lesson.system) <= _LONGEST and len(lesson.pages) <= _LONGEST + 200
    assert "Mint is sown under glass" in lesson.pages, "what is most like the request goes first"


def test_cut_at_the_end_of_a_paragraph() -> None:
    assert cut("short", 10) == "short"
    assert cut("one two\n\nthree four", 14) == "one two"
    assert cut("x" * 20, 14) == "x" * 14
    assert len(cut("春" * 20, 40)) == 10, "a Japanese letter is a token or more"
