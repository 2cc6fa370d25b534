"""Questions about the weather, of now and of later."""

import pytest

from kippu.understand.outright.weather import weather


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("what is weather today", "home.weather"),
        ("what will the weather be like today", "home.weather"),
        ("should i wear a jacket today", "home.weather"),
        ("do i need an umbrella", "about.no_forecast"),
        ("is it cold outside", "home.weather"),
        ("what will the weather be like dec 23", "about.no_forecast"),
        ("how warm will it be in 10 minutes", "about.no_forecast"),
        ("will it rain tomorrow", "about.no_forecast"),
        ("what's the weather in paris", "about.no_forecast"),
        ("明日の天気は", "about.no_forecast"),
    ],
)
def test_what_is_asked_for(text: str, tool: str) -> None:
    call = weather(text, "en" if text.isascii() else "ja")
    assert call is not None and call.tool == tool


@pytest.mark.parametrize(
    "text",
    ["write a poem about the weather", "why is the sky blue", "is it warm in the bedroom", "is the soup hot",
     "i got drenched in the rain", "should i buy a coat", "what is a cold front"],
)  # fmt: skip
def test_what_is_no_such_question(text: str) -> None:
    assert weather(text, "en") is None
