"""What is not wanted is not done, and never its opposite."""

import pytest

from understand.home import call, understand


@pytest.mark.parametrize(
    "text",
    ["never mind the lights", "never mind the heating", "forget about the heating",
     "don't bother with the lights", "暖房はいいや", "電気はいいです"],
)  # fmt: skip
def test_nothing_is_done(text: str) -> None:
    assert understand(text).calls == (call("help.never_mind"),)


@pytest.mark.parametrize(
    "text", ["no more music please", "no more music", "音楽もういい", "音楽はもういらない"]
)
def test_the_music_ends(text: str) -> None:
    (one,) = understand(text).calls
    assert one.tool == "home.media"
    assert one.arguments["command"] in {"pause", "stop"}


@pytest.mark.parametrize("text", ["暖房はもういい", "電気はもういらない", "no more heating"])
def test_all_else_is_asked_about(text: str) -> None:
    said = understand(text)
    assert not said.calls
    assert {one.tool for one in said.proposed} <= {"home.turn_off", "home.set_mode"}
    assert all(one.arguments.get("mode", "off") == "off" for one in said.proposed)


@pytest.mark.parametrize(
    "text", ["never mind the gap", "no more milk", "no more tears", "電球いらない", "電気はいいですか"]
)
def test_other_words_end_nothing(text: str) -> None:
    assert not any(one.tool in {"home.media", "help.never_mind"} for one in understand(text).calls)
