"""The drawings that come with Kippu, found by words."""

import tomllib
from pathlib import Path

import numpy as np
import pytest

from kippu.engines.pictures.artwork import STYLES, Artwork
from kippu.engines.pictures.weights import FOLDER
from kippu.errors import ModelBroken


@pytest.fixture(scope="module")
def artwork() -> Artwork:
    return Artwork(FOLDER)


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("cat", "cat"),
        ("dogs", "dog"),
        ("car", "automobile"),
        ("apple", "red apple"),
        ("king", "person with crown"),
        ("orange", "tangerine"),
        ("車", "automobile"),
        ("椅子", "seat"),
        ("大きい鞄", "handbag"),
        ("🐱", "cat face"),
        ("🎩", "top hat"),
        ("crying face", "crying face"),
        ("猫", "cat"),
        ("いぬ", "dog"),
        ("サングラス", "sunglasses"),
        ("ギター", "guitar"),
    ],
)
def test_words_find_what_they_name(artwork: Artwork, words: str, label: str) -> None:
    found = artwork.find(words, 1)[0]

    assert found.concept.label == label
    assert found.score >= 1


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("かわいい猫", "cat"),
        ("眠そうな犬", "dog"),
        ("走る馬", "horse"),
        ("小さい家", "house"),
        ("踊るロボット", "robot"),
        ("水玉模様のワンピース", "dress"),
        ("甘いケーキ", "shortcake"),
        ("黒猫", "black cat"),
    ],
)
def test_a_japanese_phrase_is_of_what_it_ends_in(artwork: Artwork, words: str, label: str) -> None:
    found = artwork.find(words, 1)[0]

    assert found.concept.label == label
    assert found.score >= 1


def test_what_ends_like_a_word_is_not_of_it(artwork: Artwork) -> None:
    assert "cat" not in artwork.find("山猫", 1)[0].concept.label.split()
    assert artwork.find("おおさかな", 1)[0].score < 1


def test_words_without_a_drawing_find_what_is_like_it(artwork: Artwork) -> None:
    assert "trumpet" in [one.concept.label for one in artwork.find("trombone", 3)]
    assert "fish" in artwork.find("blowfish", 1)[0].concept.label
    assert artwork.find("trombone", 1)[0].score < 1


def test_other_names_are_of_drawings_that_there_are(artwork: Artwork) -> None:
    names = tomllib.loads((FOLDER / "names.toml").read_text(encoding="utf-8"))
    captions = {concept.label for concept in artwork.concepts}
    assert names["called"].keys() <= captions
    for caption, said in names["called"].items():
        for name in said.split(", "):
            assert artwork.find(name, 1)[0].concept.label == caption, name
    for name in names["instead"]:
        assert artwork.find(name, 1)[0].score > 0, name


def test_a_table_is_no_bat(artwork: Artwork) -> None:
    assert artwork.find("table", 1)[0].score < 1


def test_what_means_the_same_has_near_vectors(artwork: Artwork) -> None:
    dog, puppy, hammer = (artwork.vector(word) for word in ("dog", "puppy", "hammer"))

    assert dog @ puppy > dog @ hammer + 0.2
    assert not artwork.vector("qqqq").any()
    assert np.allclose(artwork.vector("犬"), dog)


def test_no_drawing_is_of_the_exam_of_another_skin_or_of_a_country(artwork: Artwork) -> None:
    codes = {concept.code for concept in artwork.concepts}

    assert not codes & {"1f43b", "1f353", "1f33b", "2b50", "1f99d", "1f468-200d-1f469-200d-1f467"}
    assert not [code for code in codes if "1f3fb" in code or "1f3ff" in code]
    assert not [concept for concept in artwork.concepts if concept.subgroup == "country-flag"]
    assert all(set(concept.drawn) <= set(STYLES) for concept in artwork.concepts)


def test_a_folder_without_drawings_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelBroken, match="Install Kippu again"):
        Artwork(tmp_path).find("cat")
