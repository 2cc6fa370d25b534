import pytest
from rich.cells import cell_len

from kippu.cli.folding import Folding, folded

ENGLISH = "The quick brown fox jumps over the lazy dog, twice: once today (and once, perhaps, tomorrow)."
JAPANESE = (
    "今日は天気がいいので、「散歩」に行きましょう。ちょっと寒いけれど、コートを着ればだいじょうぶです。"
)


@pytest.mark.parametrize("width", [20, 24, 31, 40, 80, 200])
@pytest.mark.parametrize("text", [ENGLISH, JAPANESE, ENGLISH + JAPANESE])
def test_no_line_is_too_wide_and_no_word_is_cut(text: str, width: int) -> None:
    lines = folded(text, width).split("\n")
    assert all(cell_len(line) < width for line in lines)
    assert " ".join(lines).replace(" ", "") == text.replace(" ", "")
    words = set(ENGLISH.split())
    if text == ENGLISH:
        assert all(word in words for line in lines for word in line.split())


def test_japanese_lines_begin_with_no_full_stop() -> None:
    for width in range(20, 60):
        assert not any(line[0] in "、。」ょっー" for line in folded(JAPANESE, width).split("\n"))


@pytest.mark.parametrize("size", [1, 2, 3, 7])
@pytest.mark.parametrize("text", [ENGLISH, JAPANESE, "a\n\n  indented\n\tmore ", "", "\n", " x"])
def test_pieces_come_out_as_the_whole(text: str, size: int) -> None:
    written: list[str] = []
    folding = Folding(written.append, 30)
    for start in range(0, len(text), size):
        folding.add(text[start : start + size])
    folding.close()
    assert "".join(written) == folded(text, 30)


def test_lines_of_the_text_stay() -> None:
    assert folded("def f():\n    return 1\n\nx", 60) == "def f():\n    return 1\n\nx"
    assert folded("full\u3000width\xa0space", 60) == "full\u3000width\xa0space"


def test_later_lines_are_indented() -> None:
    lines = folded(ENGLISH, 40, indent="    ", column=4).split("\n")
    assert len(lines) > 2
    assert all(line.startswith("    ") and not line.startswith("     ") for line in lines[1:])
    assert cell_len(lines[0]) < 36


def test_what_is_longer_than_a_line_is_left_to_the_terminal() -> None:
    assert folded("see " + "x" * 100 + " end", 40) == "see\n" + "x" * 100 + "\nend"


def test_a_command_stays_in_one_line() -> None:
    text = "It is not here. Get it: `kippu models get smollm2-135m-instruct` (98 MB)."
    assert "\n`kippu models get smollm2-135m-instruct`" in folded(text, 50)
