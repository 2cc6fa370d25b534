"""What a text is about by what it means."""

import shutil
from pathlib import Path

import pytest

from engines.test_wordpiece import FOLDER
from kippu.errors import ModelError
from kippu.guard.meant import Meant
from kippu.guard.topics import Topics, topics


@pytest.fixture(scope="module")
def about() -> Topics:
    return Topics(lambda: FOLDER, tuple)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("my knee keeps giving way since the weekend", "health"),
        ("the biopsy result wasn't good", "health"),
        ("階段で息が切れて胸が苦しい", "health"),
        ("I'm eleven thousand in the red and they keep calling", "money"),
        ("今月の電気代が払えない", "money"),
        ("they are letting half of us go at the plant", "work"),
        ("来月で契約を切られる", "work"),
        ("弟と何年も口をきいていない", "family"),
        ("I stopped believing and can't tell my vicar", "faith"),
        ("which of the two candidates is better for renters like me", "politics"),
        ("I think I might like men too", "intimacy"),
        ("the cops want to question my nephew", "law"),
    ],
)
def test_a_topic_is_told_without_its_words(about: Topics, text: str, topic: str) -> None:
    assert topic in about.of(text)


@pytest.mark.parametrize(
    "text",
    [
        "turn on the kitchen light",
        "how does a heat pump work",
        "write a Python function that sorts a list of tuples",
        "the president of the chess club opens with the queen's gambit",
        "キッチンの電気を消して",
        "十分のタイマーをかけて",
        "",
    ],
)
def test_other_talk_has_none(about: Topics, text: str) -> None:
    assert about.of(text) == ()


def test_a_long_text_is_read_to_its_end(about: Topics) -> None:
    before = "The kettle is blue and the table is round. " * 40
    assert about.of(before) == ()
    assert "health" in about.of(before + "The biopsy of my lung came back and I am so scared.")
    assert "health" in about.of("青い机と丸い椅子がある。" * 40 + "父が脳梗塞で入院した。")


def test_without_the_encoder_words_tell() -> None:
    def none() -> Path:
        raise ModelError("It is switched off.")

    for text in ("my doctor said it is the flu", "my knee keeps giving way", "頭痛がひどい"):
        assert Topics(none, tuple).of(text) == topics(text)


def test_only_what_stays_is_told() -> None:
    stay = Topics(lambda: FOLDER, lambda: ("law", "health"))
    assert stay.staying("my husband was diagnosed with cancer") == ("health",)
    assert Topics(lambda: FOLDER, tuple).staying("my husband was diagnosed with cancer") == ()


def test_other_words_than_those_learned_are_refused(tmp_path: Path) -> None:
    shutil.copytree(FOLDER / "ja", tmp_path / "ja")
    with (tmp_path / "ja" / "words.txt").open("a", encoding="utf-8") as words:
        words.write("ほげ\t7\n")
    with pytest.raises(ModelError, match="not the list of words"):
        Meant(lambda: tmp_path).scores("頭痛がひどい", japanese=True)
