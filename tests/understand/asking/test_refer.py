"""Replies: yes, no, a choice, and the same again elsewhere."""

import pytest

from kippu.turn import Call
from kippu.understand.asking.refer import Reply, reply
from kippu.understand.text import sentence
from understand.home import HOME, call, cues

LIVING = call("home.turn_on", name="Living Room Light", area="Living Room")
BEDROOM = call("home.turn_on", name="Bedroom Light", area="Bedroom")
KITCHEN = call("home.turn_on", name="Kitchen Light")


def heard(text: str, asked: tuple[Call, ...] = (), earlier: tuple[Call, ...] = ()) -> Reply | None:
    language = "en" if text.isascii() else "ja"
    reader = cues(language)
    return reply(
        reader.apart(sentence(text, reader._language), HOME),
        reader.index(HOME),
        asked,
        earlier,
    )


@pytest.mark.parametrize(
    "text",
    ["yes", "Yes please!", "yeah, do it", "ok", "sure, go ahead", "はい", "うん、お願い", "お願いします"],
)
def test_yes(text: str) -> None:
    assert heard(text, asked=(LIVING,)) == Reply((LIVING,))
    assert heard(text) is None


@pytest.mark.parametrize(
    "text", ["no", "Nope.", "no thanks", "don't", "forget it", "いいえ", "いや", "だめ", "違う"]
)
def test_no(text: str) -> None:
    assert heard(text, asked=(LIVING,)) == Reply(())
    assert heard(text) is None


@pytest.mark.parametrize(
    "text", ["the bedroom", "bedroom please", "Bedroom Light", "寝室", "寝室の", "寝室でお願い"]
)
def test_a_choice(text: str) -> None:
    assert heard(text, asked=(LIVING, BEDROOM)) == Reply((BEDROOM,))


@pytest.mark.parametrize("text", ["all", "all of them", "全部"])
def test_all_of_them(text: str) -> None:
    assert heard(text, asked=(LIVING, BEDROOM)) == Reply((LIVING, BEDROOM))


@pytest.mark.parametrize("text", ["the kitchen", "キッチン"])
def test_another_than_was_asked_about(text: str) -> None:
    assert heard(text, asked=(LIVING, BEDROOM)) == Reply(
        (call("home.turn_on", domain="light", area="Kitchen"),)
    )


@pytest.mark.parametrize("text", ["and the bedroom", "the bedroom too", "what about the bedroom", "寝室も"])
def test_the_same_again_elsewhere(text: str) -> None:
    assert heard(text, earlier=(KITCHEN,)) == Reply((call("home.turn_on", domain="light", area="Bedroom"),))
    assert heard(text) is None


def test_what_was_set_is_set_elsewhere_too() -> None:
    dimmed = call("home.set_light", name="Kitchen Light", brightness=30)
    assert heard("the study too", earlier=(dimmed,)) == Reply(
        (call("home.set_light", domain="light", area="Study", brightness=30),)
    )


@pytest.mark.parametrize(
    "text",
    [
        "why?", "i don't know", "tell me about the moon", "thanks", "what time is it", "is it on", "hello",
        "なぜ", "ありがとう", "月について教えて", "今何時",
    ],
)  # fmt: skip
def test_no_reply(text: str) -> None:
    assert heard(text, asked=(LIVING, BEDROOM)) is None
    assert heard(text, earlier=(KITCHEN,)) is None


def test_only_what_is_done_at_home_is_done_elsewhere() -> None:
    assert heard("and the bedroom", earlier=(call("timers.start", minutes=5),)) is None


def test_another_rooms_warmth_needs_no_sensor_of_its_own() -> None:
    before = (call("home.state", name="Bedroom Temperature", ask="one"),)
    told = heard("and the living room", earlier=before)
    assert told and told.calls == (call("home.temperature", area="Living Room"),)
