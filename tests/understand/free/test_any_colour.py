from datetime import timedelta

import pytest

from kippu.understand.free.any_colour import COLOURS, any_colour

from ..home import NOW
from .test_free import read


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("change the lights to some other colour", "en"), ("make the lights a different color", "en"),
        ("can you shuffle the light colors in the house", "en"),
        ("please change the color of my lights surprise me", "en"),
        ("give me a new light color", "en"),
        ("ライトの色を別のにして", "ja"), ("リビングの色を適当に変えて", "ja"),
    ],
)  # fmt: skip
async def test_where_any_will_do_one_is_chosen(text: str, language: str) -> None:
    (call,) = (await read(text)).calls
    assert call.tool == "home.set_light"
    assert call.arguments["color"] in (*COLOURS["en"], *COLOURS["ja"])


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text",
    [
        "change the color of the lights", "change the lights to my favorite color",
        "what colour are the lights",
        "change my hair to a different colour", "pick a random colour", "電気の色変えて",
    ],
)  # fmt: skip
async def test_where_one_is_meant_it_is_asked_for(text: str) -> None:
    assert not (await read(text)).calls


def test_the_next_minute_has_another_colour() -> None:
    first = any_colour("some other colour", "en", NOW)
    assert first and first != any_colour("some other colour", "en", NOW + timedelta(minutes=1))
    assert not any_colour("another blue colour", "en", NOW)
