"""What is asked without a verb changes nothing."""

import pytest

from understand.home import call, understand


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("front door locked?", {"name": "Front Door", "state": "locked"}),
        ("bedroom light on?", {"name": "Bedroom Light", "state": "on"}),
        ("lights off?", {"domain": "light", "state": "off"}),
        ("front door open again?", {"name": "Front Door", "state": "unlocked"}),
        ("bedroom blinds open yet?", {"name": "Bedroom Blinds", "state": "open"}),
        ("lights on right now?", {"domain": "light", "state": "on"}),
        ("the heating still on?", {"name": "Thermostat", "state": "on"}),
    ],
)
def test_it_is_told_how_it_stands(text: str, asked: dict[str, str]) -> None:
    (told,) = understand(text).calls
    assert told.tool == "home.state" and asked.items() <= told.arguments.items()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("everything off?", 1),
        ("lights still on upstairs?", 1),
        ("lights on in the kitchen?", 1),
        ("front door locked and all lights off?", 2),
        ("kitchen light, bedroom light and bathroom fan off?", 3),
    ],
)
def test_so_is_a_place_and_a_row(text: str, count: int) -> None:
    assert [told.tool for told in understand(text).calls] == ["home.state"] * count


@pytest.mark.parametrize(
    "text", ["everything off?", "is everything off", "everything on?", "everything open?"]
)
def test_everything_is_the_home_whatever_was_spoken_of_before(text: str) -> None:
    (told,) = understand(text, earlier=(call("home.turn_off", name="Bedroom Light"),)).calls
    assert told.tool == "home.state" and told.arguments["ask"] == "all" and "name" not in told.arguments


def test_a_thing_of_another_room_is_asked_after_there() -> None:
    told = understand("kitchen light, lamp and fan off?").calls
    assert [one.arguments.get("name") for one in told] == ["Kitchen Light", "Floor Lamp", "Desk Lamp", None]


def test_without_the_mark_it_is_an_order() -> None:
    assert understand("bedroom light on").calls == (call("home.turn_on", name="Bedroom Light"),)
    assert understand("could you turn the bedroom light on?").calls[0].tool == "home.turn_on"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("電気オフ？", {"domain": "light", "state": "off"}),
        ("換気扇オン？", {"name": "Bathroom Fan", "state": "on"}),
        ("音楽オン？", {"domain": "media_player", "state": "on"}),
        ("玄関の鍵ロック？", {"name": "Front Door", "state": "locked"}),
        ("ブラインドオープンかな", {"name": "Bedroom Blinds", "state": "open"}),
        ("鍵閉まってるか見て", {"domain": "lock", "state": "locked"}),
        ("電気消したか確認してくれる？", {"domain": "light", "state": "off"}),
        ("エアコン切り忘れたかも", {"name": "Thermostat", "state": "on"}),
        ("エアコン切り忘れてへん？", {"name": "Thermostat", "state": "on"}),
        ("鍵かけた覚えがない", {"domain": "lock", "state": "locked"}),
        ("電気消した記憶がないんだけど", {"domain": "light", "state": "off"}),
        ("ブラインド閉め忘れたかもしれない", {"name": "Bedroom Blinds", "state": "open"}),
    ],
)
def test_japanese_says_the_half_or_has_somebody_look(text: str, asked: dict[str, str]) -> None:
    (told,) = understand(text).calls
    assert told.tool == "home.state" and asked.items() <= told.arguments.items()


@pytest.mark.parametrize("text", ["電気オフ", "電気オフにして？", "電気を消して？", "電気オフお願い？"])
def test_an_order_with_a_mark_stays_one(text: str) -> None:
    assert understand(text).calls == (call("home.turn_off", domain="light"),)
