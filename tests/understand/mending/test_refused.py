"""What shall not be done beside what shall be."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

LIGHTS_OFF = call("home.turn_off", domain="light")


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("エアコンは消さないで電気だけ消して", LIGHTS_OFF),
        ("エアコンは消さずに電気だけ消して", LIGHTS_OFF),
        ("電気つけなくていいからエアコンつけて", call("home.turn_on", name="Thermostat")),
        ("鍵は閉めて、電気は消さないでね", call("home.lock", domain="lock")),
        ("リビングは消さないで寝室の電気を消して", call("home.turn_off", name="Bedroom Light")),
        ("1階は消さないで2階の電気を消して", call("home.turn_off", domain="light", floor="Upstairs")),
    ],
)
def test_the_other_is_done(text: str, done: Call) -> None:
    assert understand(text).calls == (done,)


@pytest.mark.parametrize("text", ["鍵を開けないで待って", "電気消さないで", "電気は消さなくていいよ"])
def test_alone_it_is_left(text: str) -> None:
    assert understand(text).calls == (call("about.left"),)


@pytest.mark.parametrize(
    "text",
    [
        "鍵を全部開けて、玄関の鍵は開けないで",
        "玄関の鍵は開けないで鍵を開けて",
        "ドアは開けないで鍵を開けて",
        "裏口の鍵は開けないで玄関の鍵を開けて",  # there may be one lock for both
        "全部の電気を消して寝室は消さないで",
        "リビングの電気は消さないで1階の電気を消して",
        "寝室の電気は消さないで寝室を全部消して",
        "スピーカーとエアコンを消してエアコンは消さないで",
    ],
)
def test_what_would_be_done_to_it_too_is_left(text: str) -> None:
    assert understand(text).calls == (call("about.left"),)


@pytest.mark.parametrize(
    "text",
    [
        "鍵をかけ忘れないで、電気も消して",
        "電気を消し忘れないで玄関の鍵を開けて",
        "電気を消して、鍵を閉めるのを忘れないで",
    ],
)
def test_what_shall_not_be_forgotten_is_no_refusal(text: str) -> None:
    assert not any(done.tool.startswith("home.") for done in understand(text).calls)
