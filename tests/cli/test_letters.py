"""Japanese can be typed whatever the locale; the terminal's line editing is in the loop."""

import stat
from pathlib import Path

import pytest

from .conftest import environment
from .terminal import terminal

PROMPT = "› $"


@pytest.mark.parametrize("locale", ["ja_JP.UTF-8", "C", "xx_XX.UTF-8"])
def test_japanese_can_be_typed(data: Path, locale: str) -> None:
    with terminal(environment=environment(data, LC_ALL=locale, KIPPU_LANGUAGE="ja")) as screen:
        at = screen.until(r"\[y/N\]")
        screen.type("n\n")
        at = screen.until(PROMPT, at)
        screen.type("キッチンの電気をつけて\n")
        at = screen.until("キッチンの電気をつけました。.*" + PROMPT, at)
        screen.type("\x04")
        assert screen.ends() == 0


def test_lines_that_are_pasted_are_one_sentence(data: Path) -> None:
    letter = (
        "summarise this:\nThe water is off on Tuesday from nine to three, as the pipe is replaced.\n"
        "turn on the kitchen light\nPlease store enough of it, and tell Ms. Keller if you can't.\n"
        "The roof is mended in the same week, by the same people as in the year before, and it may be loud.\n"
    )
    with terminal(environment=environment(data)) as screen:
        at = screen.until(r"\[y/N\]")
        screen.type("n\n")
        at = screen.until(PROMPT, at)
        screen.type(f"\x1b[200~{letter}\x1b[201~")
        screen.type("\n")
        at = screen.until("The water is off on Tuesday.*Sentences of the text.*" + PROMPT, at)
        assert "light is on" not in screen.screen
        screen.type("\x04")
        assert screen.ends() == 0


def test_earlier_lines_come_back_in_the_next_chat(data: Path) -> None:
    with terminal(environment=environment(data)) as screen:
        at = screen.until(r"\[y/N\]")
        screen.type("n\n")
        at = screen.until(PROMPT, at)
        screen.type("what is 15% of 84\n")
        screen.until("12.6.*" + PROMPT, at)
        screen.type("\x04")
        assert screen.ends() == 0
    assert stat.S_IMODE((data / "typed").stat().st_mode) == 0o600
    with terminal("--continue", environment=environment(data)) as screen:
        at = screen.until(r"\[y/N\]")
        screen.type("n\n")
        at = screen.until("› what is 15% of 84.*12.6.*" + PROMPT, at)
        screen.type("\x1b[A")
        screen.until("what is 15% of 84$", at)
        screen.type("\n")
        screen.until("12.6.*" + PROMPT, at)
