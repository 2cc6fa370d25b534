"""Tokens, and what the network is told of them."""

from hypothesis import given
from hypothesis import strategies as st

from kippu.guard.personal.tagger.tokens import ROWS, cut, rows


def words(text: str) -> list[str]:
    return [token.key[0] for token in cut(text)]


def test_words_numbers_and_marks_apart() -> None:
    assert words("Ada's 12b, St.\nx") == ["Ada", "'", "s", "12", "b", ",", "St", ".", "\n", "x"]


def test_kanji_and_hiragana_one_by_one_katakana_together() -> None:
    assert words("山田はタナカーA") == ["山", "田", "は", "タナカー", "A"]


def test_a_kanji_knows_its_neighbours() -> None:
    assert cut("山田は")[1].key == ("田", "山", "は", True)


def test_like_endings_share_rows() -> None:
    assert set(rows(("Hauptstrasse", "", "", False))[0]) & set(rows(("Bergstrasse", "", "", False))[0])


@given(st.text())
def test_any_text(text: str) -> None:
    tokens = cut(text)
    assert all(text[token.start : token.end] == token.key[0] for token in tokens)
    assert "".join(token.key[0] for token in tokens) == "".join(
        part for part in text if part == "\n" or not part.isspace()
    )
    assert all(0 < row < ROWS for token in tokens for part in rows(token.key) for row in part)
