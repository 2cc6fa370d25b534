"""Names and addresses, by the network with the weights that ship."""

import pytest

from kippu.guard.personal.tagger import Tagger


def found(text: str) -> list[tuple[str, str]]:
    return [(span.kind, text[span.start : span.end]) for span in Tagger().look(text)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Please call Miriam Okonkwo about the invoice.", ("person", "Miriam Okonkwo")),
        ("my sister jolene moved to bratislava", ("person", "jolene")),
        ("I live at 48 Rosenweg, 8001 Zürich", ("address", "48 Rosenweg, 8001 Zürich")),
        ("My friend lives in Portugal", ("place", "Portugal")),
        ("She works at Microsoft", ("organization", "Microsoft")),
        ("The Norwegian government said no", ("group", "Norwegian")),
        ("長谷川結衣様宛の請求書", ("person", "長谷川結衣")),
        ("佐々木部長に遅れると伝えて", ("person", "佐々木")),
    ],
)
def test_found(text: str, want: tuple[str, str]) -> None:
    assert want in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Turn on the Kitchen Light",
        "set a timer for ten minutes",
        "How do I boil an egg?",
        "キッチンの電気をつけて",
        "おいしいカレーの作り方を教えて",
        "",
        "   ",
    ],
)
def test_left_alone(text: str) -> None:
    assert found(text) == []
