"""What a question finds, what it does not, and that nothing is made up when there is nothing."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from kippu.errors import RecordError
from kippu.layers.finding import find, find_meant
from kippu.layers.index import Index, rows_of
from kippu.layers.knowing import Knowing, unheard
from kippu.layers.meaning import Likeness
from kippu.layers.passages import passages
from kippu.layers.reading import Layer, read_layer
from kippu.layers.words import telling, words

from .making import ENCODER, SKILL, garden

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


MORE = """# Delivery
Bags of soil are brought to your door for five euros.
# Payment
We take coins, notes and bank cards.
# Animals
Dogs may come in on a leash. Cats may not.
# Work
We are looking for a gardener, three days a week. Write to the boss.
"""


@pytest.fixture
def layer(tmp_path: Path) -> Layer:
    folder = garden(tmp_path / "garden")
    (folder / "knowledge" / "more.md").write_text(MORE)
    return read_layer(folder, lambda model: None)


@pytest.fixture
def knowing(tmp_path: Path) -> Iterator[Knowing]:
    with closing(Knowing(tmp_path / "cache", ENCODER)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "place", "has"),
    [
        ("Can I use a credit card?", "knowledge/more.md", "bank cards"),
        ("Are pets allowed?", "knowledge/more.md", "on a leash"),
        ("When should I give my plants a drink?", "knowledge/plants.md", "in the morning"),
    ],
)
def test_a_question_in_other_words_finds_its_passage(
    layer: Layer, knowing: Knowing, question: str, place: str, has: str
) -> None:
    assert knowing.find_by_words(question, [layer]) == []
    (best, *_) = knowing.find(question, [layer])
    assert has in best.text
    assert (best.layer, best.place) == ("garden", place)


@pytest.mark.parametrize(
    "question",
    [
        "Do you sell aquarium fish?",
        "Who is the owner of the place?",
        "What is the capital of France?",
        "",
        "?!",
    ],
)
def test_what_no_passage_means_is_not_found(layer: Layer, knowing: Knowing, question: str) -> None:
    assert knowing.find(question, [layer]) == []


def test_the_words_without_the_meaning_are_not_enough(index: Index) -> None:
    question = "How do I water a tomato?"
    (found, *_) = find(question, "garden", index)
    about_it, elsewhere = np.array([0.1, 0.6, 0.1]), np.array([0.2, 0.2, 0.2])
    assert find_meant(question, "garden", index, Likeness(about_it, about_it))[0] == found
    assert find_meant(question, "garden", index, Likeness(elsewhere, elsewhere)) == []


def test_other_languages_are_found_by_their_words(tmp_path: Path, knowing: Knowing) -> None:
    folder = garden(tmp_path / "garden", languages='["ja", "en"]')
    (folder / "knowledge" / "hours.md").write_text("# 営業時間\n店は9時に開きます。\n")
    layer = read_layer(folder, lambda model: None)
    assert "9時" in knowing.find("営業時間は？", [layer])[0].text
    assert knowing.find("定休日はありますか", [layer]) == []
    german = read_layer(garden(tmp_path / "german", languages='["de"]'), lambda model: None)
    assert knowing.find("When should I give my plants a drink?", [german]) == []


def test_what_is_kept_of_a_layer_is_made_once_and_again_when_it_is_damaged(
    tmp_path: Path, layer: Layer
) -> None:
    told: list[tuple[int, int]] = []

    def asked() -> None:
        with closing(Knowing(tmp_path / "cache", ENCODER)) as knowing:
            question = "Are pets allowed?"
            assert "on a leash" in knowing.find(question, [layer], lambda *news: told.append(news))[0].text

    asked()
    assert told == [(done, 6) for done in range(7)]
    kept = {file.suffix: file for file in (tmp_path / "cache").iterdir()}
    assert kept.keys() == {".db", ".npz"}
    made = {file: file.stat().st_mtime_ns for file in kept.values()}
    asked()
    assert made == {file: file.stat().st_mtime_ns for file in kept.values()}
    assert len(told) == 7
    for damaged in kept.values():
        damaged.write_bytes(b"nothing that can be read" * 100)
        asked()
    assert len(told) == 14, "the index alone is made from the documents again"


def test_a_layer_is_forgotten_with_all_that_is_kept_of_it(
    tmp_path: Path, layer: Layer, knowing: Knowing
) -> None:
    knowing.read(layer, unheard)
    knowing.forget(layer)
    assert list((tmp_path / "cache").iterdir()) == []
    assert knowing.find("Are pets allowed?", [layer])


def test_reading_stops_when_kippu_ends_and_leaves_nothing_half(tmp_path: Path, layer: Layer) -> None:
    knowing = Knowing(tmp_path / "cache", ENCODER)
    with pytest.raises(RecordError, match="was stopped"):
        knowing.read(layer, lambda done, of: knowing.close() if done == 1 else None)
    assert [file.suffix for file in (tmp_path / "cache").iterdir()] == [".db"]


def test_what_stands_in_a_skill_is_found(tmp_path: Path) -> None:
    folder = garden(tmp_path / "garden", knowledge='["knowledge"]\nskills = ["seed-label"]')
    (folder / "seed-label").mkdir()
    (folder / "seed-label" / "SKILL.md").write_text(SKILL)
    layer = read_layer(folder, lambda model: None)
    knowing = Knowing(tmp_path / "cache", ENCODER)
    (best, *_) = knowing.find("What do I write on seed labels?", [layer])
    assert best.text.startswith("Write the plant first")
    assert best.place == "seed-label/SKILL.md"
    knowing.close()


def test_at_once_no_layer_is_read_and_one_that_was_is_understood(layer: Layer, knowing: Knowing) -> None:
    assert knowing.find_at_once("Are pets allowed?", [layer]) == []
    knowing.read(layer, lambda done, of: None)
    (best, *_) = knowing.find_at_once("Are pets allowed?", [layer])
    assert "on a leash" in best.text
    assert knowing.find_at_once("Do you sell aquarium fish?", [layer]) == []
