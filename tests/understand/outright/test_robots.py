"""What no vacuum can be told."""

import pytest

from understand.home import call, understand


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("vacuum everywhere except the bedroom", "leave a room out"),
        ("clean all rooms but the bedroom", "leave a room out"),
        ("寝室以外を掃除して", "この部屋以外"),
        ("set the vacuum to high", "how strongly"),
        ("turn the vacuum up", "how strongly"),
        ("put the vacuum on turbo", "how strongly"),
        ("掃除機を強くして", "強さは変えられません"),
    ],
)
def test_it_is_said(text: str, said: str) -> None:
    meaning = understand(text)
    assert not meaning.calls and said in (meaning.question or "")


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("vacuum upstairs", "home.start"),
        ("turn on the vacuum", "home.start"),
        ("vacuum the bedroom", "home.clean"),
        ("掃除機をつけて", "home.start"),
    ],
)
def test_it_cleans_what_it_can(text: str, tool: str) -> None:
    assert [one.tool for one in understand(text).calls] == [tool]


def test_lights_are_left_out_as_before() -> None:
    assert (
        call("home.turn_off", area="Bedroom", domain="light")
        not in understand("turn off the lights except in the bedroom").calls
    )
