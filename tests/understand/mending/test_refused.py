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
    ],
)
def test_the_other_is_done(text: str, done: Call) -> None:
    assert understand(text).calls == (done,)


@pytest.mark.parametrize("text", ["鍵を開けないで待って", "電気消さないで", "電気は消さなくていいよ"])
def test_alone_it_is_left(text: str) -> None:
    assert understand(text).calls == (call("about.left"),)
