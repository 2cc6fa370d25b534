"""What is said beside waking somebody, and how it is put for then."""

import pytest

from ..home import understand


@pytest.mark.parametrize(
    ("text", "planned", "now"),
    [
        ("7時に起こして。それから音楽をかけて", ["音楽をかけて"], []),
        (
            "7時に起こして、コーヒーメーカーをつけて、電気もつけて",
            ["コーヒーメーカーをつけて", "キッチンの電気をつける"],
            [],
        ),
        ("7時に起こして、電気をつけて50%まで上げて", ["電気をつけて", "電気の明るさを50%にする"], []),
        ("7時に起こして、電気をつけて、鍵を閉めて", ["電気をつけて"], ["home.lock"]),
        ("7時に起こして、ブラインドを開けて、全部消して", ["ブラインドを開けて"], ["home.turn_off"]),
        ("7時に起こして、おやすみ用の曲かけて", [], ["home.play"]),
        ("7時に起こして、とりあえず電気つけて", [], ["home.turn_on"]),
        ("wake me at 7, turn on the light and unlock the front door", ["turn on the light"], ["help.which"]),
        (
            "at 7 wake me, turn on the light and turn off the fan",
            ["turn on the light", "turn off the fan"],
            [],
        ),
    ],
)
def test_what_makes_a_morning_is_planned_and_the_rest_is_done(
    text: str, planned: list[str], now: list[str]
) -> None:
    woken, *beside = understand(text).calls
    assert woken.tool == "alarms.set"
    assert [one.arguments["command"] for one in beside if one.tool == "timers.start"] == planned
    assert [one.tool for one in beside if one.tool != "timers.start"] == now
