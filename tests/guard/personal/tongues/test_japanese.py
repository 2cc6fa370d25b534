"""Ordinary words of Japanese that look like names, and names that look like words."""

import pytest

from kippu.guard.personal.tongues import japanese


def words(text: str, said: str, alone: bool = False) -> bool:
    start = text.index(said)
    return japanese.is_words(text, start, start + len(said), alone)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("議題はコスト削減です", "コスト削"),
        ("普通預金です", "普通預金"),
        ("責任者は誰ですか", "責"),
        ("はじめに", "じめ"),
        ("中学生にもわかるように", "るよう"),
    ],
)
def test_words(text: str, said: str) -> None:
    assert words(text, said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("五十嵐真帆です", "五十嵐真帆"),
        ("ベストチームさんに連絡", "ベストチーム"),
        ("パク・ミンジェの発表", "パク・ミンジェ"),
        ("ジャスミンは来週休みです", "ジャスミン"),
        ("林に電話して", "林"),
        ("まことに電話して", "まこと"),
    ],
)
def test_names(text: str, said: str) -> None:
    assert not words(text, said)


def test_a_word_by_itself_is_one_in_a_heading_alone() -> None:
    assert not words("## 背景", "背景")
    assert words("## 背景", "背景", alone=True)


@pytest.mark.parametrize(
    ("text", "seen", "name"),
    [
        ("ラフィーと美空", "美", "美空"),
        ("林宛の手紙", "林", "林"),
        ("森さんと林", "森", "森"),
        ("母と心愛に", "愛", "心愛"),
    ],
)
def test_a_name_of_two_letters_is_covered_whole(text: str, seen: str, name: str) -> None:
    start, end = japanese.whole(text, text.index(seen), text.index(seen) + 1)
    assert text[start:end] == name
