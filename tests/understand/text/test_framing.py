"""Words around a request, and times that are typed without their colon."""

import pytest

from kippu.understand.text import sentence
from understand.home import call, understand


@pytest.mark.parametrize(
    ("text", "request_"),
    [
        ("good thanks, open the blinds", "open the blinds"),
        ("I'm fine, thank you. Turn on the light", "Turn on the light"),
        ("not bad, what's the time", "what's the time"),
        ("remind me to order a pizza at 7 then", "remind me to order a pizza at 7"),
        ("ok at 6 then", "ok at 6"),
        ("friday at noon, then", "friday at noon"),
        ("oh add it then, thursday 9am", "oh add it, thursday 9am"),
        ("turn off the kitchen light only", "turn off the kitchen light"),
        ("only open the bedroom blinds please", "open the bedroom blinds please"),
        ("bruv it's pitch black in the bedroom, sort it out", "it's dark in the bedroom"),
        ("it's too cold in here, can you do something about it please", "it's too cold in here"),
    ],
)
def test_what_only_stands_around_it_is_left_out(text: str, request_: str) -> None:
    assert sentence(text, "en") == request_


@pytest.mark.parametrize(
    "text",
    [
        "good, thanks for the help", "great, that worked", "good thanks", "good morning, turn on the light",
        "fine thanks", "remind me then to call mum", "what is on until then", "what happened back then",
        "only turn off the light if it's on at 10", "play the good ones only",
        "add it and then call mum", "bro code rules", "the printer is broken, fix it",
        "dark chocolate cake recipe", "play pitch black",
    ],
)  # fmt: skip
def test_words_that_say_something_stay(text: str) -> None:
    assert sentence(text, "en") == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("set alarm 730 tmrw", "set alarm 7:30 tomorrow"),
        ("wake me at 0645", "wake me at 06:45"),
        ("alarm for tomorrow at 630", "alarm for tomorrow at 6:30"),
        ("wake me up at 7 30 please", "wake me up at 7:30 please"),
        ("set an alarm for 1115pm", "set an alarm for 11:15pm"),
        ("remind me at 1530 to call mum", "remind me at 15:30 to call mum"),
        ("turn on the desk lamp at 1830", "turn on the desk lamp at 18:30"),
        ("dinner with Ann on friday at 730", "dinner with Ann on friday at 7:30"),
        ("turn off the heating at 1030 tonight", "turn off the heating at 10:30 tonight"),
    ],
)
def test_a_time_has_its_colon(text: str, written: str) -> None:
    assert sentence(text, "en") == written


@pytest.mark.parametrize(
    "text",
    [
        "set the lamp at 100", "set an alarm for 100 minutes", "remind me to pay 450 tomorrow",
        "what is 1530 divided by 12", "set the lamp at 2200 kelvin", "heat it up to 350",
        "note that the price was 1200 on friday", "turn it up 100", "set the alarm volume to 100",
        "what is up 200",
    ],
)  # fmt: skip
def test_other_figures_have_none(text: str) -> None:
    assert sentence(text, "en") == text


def test_who_is_asked_to_do_it_is_no_part_of_a_plan() -> None:
    (made,) = understand("can you turn on the coffee machine at 7 tomorrow morning").calls
    assert made.arguments["command"] == "turn on the coffee machine"
    assert understand("and what time will it be in 3 hours").calls == (call("clock.time", hours=3),)
