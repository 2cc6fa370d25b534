"""Against what the reference (transformers' BertTokenizerFast, with its offsets) gave for the same
vocabulary."""

from pathlib import Path

import pytest

import kippu
from kippu.engines.wordpiece import WordPieces

FOLDER = Path(kippu.__file__).parent / "layers" / "shipped" / "phone-and-home" / "encoder"


@pytest.fixture(scope="module")
def words() -> WordPieces:
    lines = (FOLDER / "vocabulary.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    return WordPieces({piece: number for number, piece in enumerate(lines)})


@pytest.mark.parametrize(
    ("text", "ids", "places"),
    [
        (
            "Turn on the Wohnzimmer lights!",
            [101, 2735, 2006, 1996, 24185, 7295, 5831, 15810, 4597, 999, 102],
            [(0, 0), (0, 4), (5, 7), (8, 11), (12, 14), (14, 16), (16, 18), (18, 22), (23, 29),
             (29, 30), (0, 0)],
        ),
        (
            "Café crème à 30 °C — naïve! 😀",
            [101, 7668, 13675, 21382, 1037, 2382, 6362, 1517, 15743, 999, 100, 102],
            [(0, 0), (0, 4), (5, 7), (7, 10), (11, 12), (13, 15), (16, 18), (19, 20), (21, 26), (26, 27),
             (28, 29), (0, 0)],
        ),
        (
            "don't  \t stop\u200b now",
            [101, 2123, 1005, 1056, 2644, 2085, 102],
            [(0, 0), (0, 3), (3, 4), (4, 5), (9, 13), (15, 18), (0, 0)],
        ),
        (
            "キッチンの電気",
            [101, 1701, 30237, 30236, 30263, 30197, 100, 100, 102],
            [(0, 0), (0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 7), (0, 0)],
        ),
        ("x" * 150 + " a", [101, 100, 1037, 102], [(0, 0), (0, 150), (151, 152), (0, 0)]),
        ("", [101, 102], [(0, 0), (0, 0)]),
    ],
)  # fmt: skip
def test_it_cuts_as_the_reference_does(
    words: WordPieces, text: str, ids: list[int], places: list[tuple[int, int]]
) -> None:
    pieces = words.cut(text, 48)
    assert list(pieces.ids) == ids
    assert list(pieces.places) == places


def test_what_does_not_fit_is_left_out(words: WordPieces) -> None:
    assert list(words.cut("one two three four five six", 5).ids) == [101, 2028, 2048, 2093, 102]
