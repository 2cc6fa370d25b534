"""How the home is, as a whole or by its extremes."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

ON = call("home.state", state="on", ask="which")
VACUUM = call("home.state", domain="vacuum", ask="one")
WARMEST, COLDEST = call("home.temperature", compare="warmest"), call("home.temperature", compare="coldest")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("how is everything at home?", ON),
        ("what's going on in the house", ON),
        ("家の状態を教えて", ON),
        ("今家どうなってる？", ON),
        ("what's the vacuum doing", VACUUM),
        ("掃除機どこ？", VACUUM),
        ("掃除終わった？", call("home.state", domain="vacuum", state="docked", ask="is")),
        ("which room is the warmest", WARMEST),
        ("where is it coldest right now", COLDEST),
        ("一番寒い部屋どこ？", COLDEST),
        ("どこが一番暖かい？", WARMEST),
    ],
)
def test_it_is_asked_of_the_home(text: str, asked: Call) -> None:
    assert understand(text).calls == (asked,)


@pytest.mark.parametrize(
    "text", ["what is the coldest place on earth", "世界で一番寒い場所は？", "how is everything"]
)
def test_the_world_is_larger(text: str) -> None:
    assert all(not one.tool.startswith("home.") for one in understand(text).calls)
