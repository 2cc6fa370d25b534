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
    ],
)
def test_names(text: str, said: str) -> None:
    assert not words(text, said)


def test_a_word_by_itself_is_one_in_a_heading_alone() -> None:
    assert not words("## 背景", "背景")
    assert words("## 背景", "背景", alone=True)
