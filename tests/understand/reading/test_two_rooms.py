"""Which of two rooms is warmer is a question with a verdict, and makes nothing warmer."""

import pytest

from understand.home import call, understand


@pytest.mark.parametrize(
    ("text", "one", "other", "compare"),
    [
        ("is the bedroom warmer than the kitchen", "Bedroom", "Kitchen", "above"),
        ("is the bedroom colder than the living room?", "Bedroom", "Living Room", "below"),
        ("is it warmer in the bedroom than in the kitchen", "Bedroom", "Kitchen", "above"),
        ("is it warmer in the bedroom or the kitchen", "Bedroom", "Kitchen", "warmest"),
        ("which is warmer, the bedroom or the kitchen", "Bedroom", "Kitchen", "warmest"),
        ("which room is cooler: kitchen or study", "Kitchen", "Study", "coldest"),
        ("which of the bedroom and the kitchen is hotter", "Bedroom", "Kitchen", "warmest"),
        ("寝室とリビングどっちが暑い", "Bedroom", "Living Room", "warmest"),
        ("キッチンと寝室どっちが暖かい？", "Kitchen", "Bedroom", "warmest"),
        ("寝室とリビングではどっちが寒い？", "Bedroom", "Living Room", "coldest"),
        ("寝室はキッチンより暑い？", "Bedroom", "Kitchen", "above"),
        ("寝室のほうがリビングより涼しいですか", "Bedroom", "Living Room", "below"),
    ],
)
def test_two_rooms(text: str, one: str, other: str, compare: str) -> None:
    wanted = call("home.temperature", area=one, beside=other, compare=compare)
    assert understand(text).calls == (wanted,)


@pytest.mark.parametrize(
    "text",
    ["is mars warmer than the kitchen", "which is warmer, wool or cotton", "寝室をリビングより暖かくして",
     "パリとロンドンどっちが暑い", "is it warmer than 22 degrees in the bedroom", "犬と猫どっちが好き"],
)  # fmt: skip
def test_no_two_rooms(text: str) -> None:
    assert not any("beside" in one.arguments for one in understand(text).calls)
