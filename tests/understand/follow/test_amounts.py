"""Another amount of what was put on a list."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

RICE_JA = call("lists.add", item="お米10キロ", list="shopping")
RICE = call("lists.add", item="10 kilos of rice", list="shopping")
LEMONS = call("lists.add", item="2 lemons", list="shopping")


@pytest.mark.parametrize(
    ("before", "text", "anew"),
    [
        (RICE_JA, "5キロに変更", "お米5キロ"), (RICE_JA, "やっぱり5キロにして", "お米5キロ"),
        (RICE, "make it 5 kilos", "5 kilos of rice"), (RICE, "actually, make that 5", "5 kilos of rice"),
        (LEMONS, "change it to 5", "5 lemons"),
    ],
)  # fmt: skip
def test_the_other_amount(before: Call, text: str, anew: str) -> None:
    assert understand(text, earlier=(before,)).calls == (
        Call("lists.remove", before.arguments),
        Call("lists.add", {**before.arguments, "item": anew}),
    )


def test_of_what_was_only_asked_about() -> None:
    anew = Call("lists.add", {**RICE_JA.arguments, "item": "お米5キロ"})
    assert understand("5キロに変更", asked=(RICE_JA,)).calls == (anew,)


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (RICE_JA, "5時に変更"), (RICE_JA, "5本にして"), (RICE, "make it 5 bottles"), (RICE, "make it warm"),
        (call("lists.add", item="milk"), "make it 5"),
        (call("lists.add", item="2 eggs and 3 lemons"), "make it 5"),
        (call("lists.remove", item="お米10キロ"), "5キロに変更"),
    ],
)  # fmt: skip
def test_what_does_not_fit(before: Call, text: str) -> None:
    assert "lists.add" not in [one.tool for one in understand(text, earlier=(before,)).calls]
