from pathlib import Path

import pytest

import kippu
from kippu.engines.unigrams import NUMBER, UNKNOWN, Unigrams

FOLDER = Path(kippu.__file__).parent / "layers" / "shipped" / "phone-and-home" / "encoder" / "ja"
WORDS = Unigrams((FOLDER / "words.txt").read_text(encoding="utf-8").splitlines())


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in WORDS.cut(text, 48).places]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("なんか部屋が薄暗いんだけど", ["なんか", "部屋", "が", "薄暗い", "ん", "だ", "けど"]),
        ("パスタ茹でるから8分計って", ["パスタ", "茹でる", "から", "8", "分", "計っ", "て"]),
        ("明日 6:30 に起こして", ["明日", "6:30", "に", "起こし", "て"]),
        ("え、暗くない?", ["え", "暗く", "ない"]),
        ("BGM流して", ["BGM", "流し", "て"]),
    ],
)
def test_a_sentence_is_cut_into_its_words(text: str, words: list[str]) -> None:
    assert cut(text) == words


def test_spellings_of_a_word_have_one_number() -> None:
    assert WORDS.cut("眩し", 48).ids == WORDS.cut("まぶし", 48).ids


def test_a_number_and_what_nobody_knows_have_numbers_of_their_own() -> None:
    assert WORDS.cut("12.5", 48).ids == (NUMBER,)
    assert WORDS.cut("𠮷", 48).ids == (UNKNOWN,)
    assert WORDS.cut("", 48).ids == (UNKNOWN,)


def test_a_long_sentence_is_read_as_far_as_it_fits() -> None:
    assert len(WORDS.cut("電気を消して" * 500, 48).ids) == 48


def test_the_likelier_way_is_taken() -> None:
    words = Unigrams(["が\t2", "ab\t3", "はこ\t4", "はこが\t5", "ここ\t6"])
    assert words.cut("はこが", 9).ids == (5,)
    rare = Unigrams(["はこ\t4", "が\t2", *(f"x{place}\t9" for place in range(5000)), "はこが\t5"])
    assert rare.cut("はこが", 9).ids == (4, 2)
