"""An order that was sent before it was whole is asked about, and not done."""

import pytest

from understand.home import understand


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("dim the", "the"),
        ("set the thermostat to", "to"),
        ("add milk to the", "the"),
        ("turn off the lamp and", "and"),
    ],
)
def test_it_is_asked_about(text: str, last: str) -> None:
    meaning = understand(text)
    assert not meaning.calls and f"“{last}”" in (meaning.question or "")


@pytest.mark.parametrize(
    "text", ["turn it on", "what is this for", "who do I listen to", "turn off the light"]
)
def test_a_whole_sentence_is_not(text: str) -> None:
    assert "ends with" not in (understand(text).question or "")


@pytest.mark.parametrize(
    "text", ["電気を", "キッチンの…", "寝室のあの", "キッチンの電気を…", "ブラインドに..."]
)
def test_japanese_breaks_off_behind_a_particle(text: str) -> None:
    meaning = understand(text)
    assert not meaning.calls and "の先がありませんでした" in (meaning.question or "")


@pytest.mark.parametrize("text", ["寒いの…", "電気を消して…", "眠いのに…"])
def test_a_sigh_is_whole(text: str) -> None:
    assert "の先が" not in (understand(text).question or "")
