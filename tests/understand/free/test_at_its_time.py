"""What free speech wants done in the home at another time, or for a while."""

import pytest

from kippu.turn import Call

from .test_free import read

MUTE = Call("home.mute", {"name": "Speaker"})


def at(command: str, **length: int) -> Call:
    return Call("timers.start", {**length, "command": command})


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("make coffee at eight am", (at("turn on the coffee machine", hours=22),)),
        ("set coffee to brew at noon", (at("turn on the coffee machine", hours=2),)),
        ("mute for two hours", (MUTE, at("unmute the Speaker", hours=2))),
        ("please be quiet for the next hour", (MUTE, at("unmute the Speaker", hours=1))),
        ("go silent until three pm", (MUTE, at("unmute the Speaker", hours=5))),
        ("7時にコーヒー淹れて", (at("コーヒーメーカーをつけて", hours=9),)),
        ("9時にコーヒー入れといてくれる", (at("コーヒーメーカーをつけて", hours=11),)),
    ],
)
async def test_it_is_planned(text: str, calls: tuple[Call, ...]) -> None:
    assert (await read(text)).calls == calls


@pytest.mark.anyio
@pytest.mark.parametrize("text", ["11時まで音消して", "11時までミュートして", "1時間ミュートして"])
async def test_what_lasts_until_then_begins_now(text: str) -> None:
    """And not at its end."""
    mute, end = (await read(text)).calls
    assert mute == Call("home.mute", {"domain": "media_player"})
    assert end == at("プレーヤーのミュートを解除する", hours=1)


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text",
    [
        "mute yourself until i say otherwise",
        "set mute until told otherwise",
        "be silent until further notice",
    ],
)
async def test_an_end_by_another_order_is_no_condition(text: str) -> None:
    assert (await read(text)).calls == (MUTE,)


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text",
    [
        "have coffee ready by seven", "stay silent until i'm back home",
        "mute yourself when i am in a meeting",
        "be quiet until the movie ends", "the baby was silent for two hours", "i muted it for two hours",
        "it was quiet for an hour", "coffee with tom at eight", "it'll be dark at 7",
        "コーヒーは7時だった", "i want a coffee with anna tomorrow",
    ],
)  # fmt: skip
async def test_what_is_told_or_has_no_plain_time_is_not_done(text: str) -> None:
    assert not (await read(text)).calls
