"""What a question finds, what it does not, and that nothing is made up when there is nothing."""

from pathlib import Path

import pytest

from kippu.layers.finding import find
from kippu.layers.index import Index, rows_of
from kippu.layers.knowing import Knowing
from kippu.layers.passages import passages
from kippu.layers.reading import read_layer
from kippu.layers.words import telling, words

from .making import SKILL, garden

SHOP = """# The shop
## Opening
It opens at nine and closes at six.
## Tomatoes
Water tomatoes in the morning. Tomatoes love sun.
## 営業時間
店は9時に開きます。トマトは朝に水をやります。
"""


@pytest.fixture
def index() -> Index:
    return Index.made(None, rows_of("shop.md", passages(SHOP, "shop")))


def test_words_of_both_languages() -> None:
    assert words("Don’t touch ＫＩＰＰＵ-2!") == ["don't", "touch", "kippu", "2"]
    assert words("トマトに水をやる時間") == ["とまと", "水", "時間"]
    assert telling("How do I water the tomatoes?") == ["water", "tomatoes"]


@pytest.mark.parametrize(
    ("question", "has"),
    [
        ("When does the shop open?", "opens at nine"),
        ("How do I water a tomato?", "in the morning"),
        ("トマトの水やりは？", "朝に水"),
    ],
)
def test_finds_the_passage(index: Index, question: str, has: str) -> None:
    best, *_ = find(question, "garden", index)
    assert has in best.text
    assert (best.layer, best.place) == ("garden", "shop.md")
    assert best.title.startswith("The shop")


@pytest.mark.parametrize(
    "question",
    [
        "Do you sell aquarium fish?",
        "How do I grow tomatoes on the moon in winter?",
        "水槽はありますか",
        "?!",
        "",
    ],
)
def test_finds_nothing_where_nothing_is(index: Index, question: str) -> None:
    assert find(question, "garden", index) == []


def test_what_is_asked_with_signs_of_the_index_is_only_words(index: Index) -> None:
    assert find('tomatoes" OR "a', "garden", index)
    assert find("NEAR(water tomatoes) AND *", "garden", index) is not None


def test_an_index_is_made_once_and_again_when_it_is_damaged(tmp_path: Path) -> None:
    layer = read_layer(garden(tmp_path / "garden"), lambda model: None)
    knowing = Knowing(tmp_path / "cache")
    assert "at nine" in knowing.find("When does the shop open?", [layer])[0].text
    knowing.close()
    (file,) = (tmp_path / "cache").iterdir()
    made = file.stat().st_mtime_ns
    again = Knowing(tmp_path / "cache")
    assert again.find("When does the shop open?", [layer])
    assert file.stat().st_mtime_ns == made
    again.close()
    file.write_bytes(b"no database at all" * 100)
    mended = Knowing(tmp_path / "cache")
    assert mended.find("When does the shop open?", [layer])
    mended.close()


def test_what_stands_in_a_skill_is_found(tmp_path: Path) -> None:
    folder = garden(tmp_path / "garden", knowledge='["knowledge"]\nskills = ["seed-label"]')
    (folder / "seed-label").mkdir()
    (folder / "seed-label" / "SKILL.md").write_text(SKILL)
    layer = read_layer(folder, lambda model: None)
    knowing = Knowing(tmp_path / "cache")
    (best, *_) = knowing.find("What do I write on seed labels?", [layer])
    assert best.text.startswith("Write the plant first")
    assert best.place == "seed-label/SKILL.md"
    knowing.close()
