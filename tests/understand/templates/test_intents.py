"""Home Assistant's intents as our calls: each is a tool that there is, with arguments that it takes."""

from typing import Any

import pytest

from kippu.tool import Tool
from kippu.understand.templates.intents import INTENTS, call_for, domain_of
from understand.home import HOME, call

SLOTS: dict[str, dict[str, Any]] = {
    "HassLightSet": {"area": "Kitchen", "brightness": 30},
    "HassSetPosition": {"name": "Bedroom Blinds", "position": 40},
    "HassClimateSetTemperature": {"temperature": 21},
    "HassClimateSetFanMode": {"fan_mode": "low"},
    "HassFanSetSpeed": {"name": "Bathroom Fan", "percentage": 50},
    "HassMediaSearchAndPlay": {"search_query": "jazz", "media_class": "artist"},
    "HassSetVolume": {"volume_level": 40},
    "HassSetVolumeRelative": {"volume_step": "down"},
    "HassVacuumCleanArea": {"area": "Kitchen"},
    "HassShoppingListAddItem": {"item": "milk"},
    "HassShoppingListCompleteItem": {"item": "milk"},
    "HassListAddItem": {"item": "milk", "name": "to do"},
    "HassListCompleteItem": {"item": "milk", "name": "to do"},
    "HassListRemoveItem": {"item": "milk", "name": "to do"},
    "HassStartTimer": {"minutes": 5, "name": "tea", "conversation_command": "turn on the light "},
    "HassIncreaseTimer": {"minutes": 5, "start_minutes": 10},
    "HassDecreaseTimer": {"minutes": 5, "area": "Kitchen"},
    "HassTurnOn": {"name": "Kitchen Light"},
    "HassTurnOff": {"domain": "light", "area": "Kitchen"},
    "HassGetState": {"domain": "light", "state": "on"},
}


@pytest.mark.parametrize("intent", INTENTS)
def test_each_intent_is_a_call_that_its_tool_takes(intent: str, tools: dict[str, Tool]) -> None:
    made = call_for(intent, SLOTS.get(intent, {}), HOME)
    assert made is not None
    tools[made.tool].check(made.arguments)


@pytest.mark.parametrize(
    ("name", "on", "off"),
    [
        ("Kitchen Light", "home.turn_on", "home.turn_off"),
        ("Bedroom Blinds", "home.open", "home.close"),
        ("Front Door", "home.lock", "home.unlock"),
        ("nothing of ours", "home.turn_on", "home.turn_off"),
    ],
)
def test_on_and_off_are_other_words_for_some_kinds(name: str, on: str, off: str) -> None:
    assert call_for("HassTurnOn", {"name": name}, HOME) == call(on, name=name)
    assert call_for("HassTurnOff", {"name": name}, HOME) == call(off, name=name)


def test_a_kind_alone_is_all_of_the_kind_and_one_in_a_room_is_that_rooms() -> None:
    assert call_for("HassTurnOff", {"domain": "light"}, HOME) == call(
        "home.turn_off", name="all", domain="light"
    )
    assert call_for("HassTurnOff", {"domain": "light", "area": "Study"}, HOME) == call(
        "home.turn_off", domain="light", area="Study"
    )


def test_a_question_in_its_way() -> None:
    asked = call_for("HassGetState", {"name": "Front Door", "state": "locked"}, HOME, "one_yesno")
    assert asked == call("home.state", name="Front Door", state="locked", ask="is")


def test_a_domain_by_the_name_of_a_thing() -> None:
    assert domain_of({"name": "KITCHEN LIGHT"}, HOME) == "light"
    assert domain_of({"name": "heating"}, HOME) == "climate"
    assert domain_of({"domain": "fan", "name": "Kitchen Light"}, HOME) == "fan"
    assert domain_of({"name": "nothing"}, HOME) is None
    assert domain_of({}, HOME) is None


def test_an_intent_that_is_left_to_talk() -> None:
    assert call_for("HassRespond", {}, HOME) is None
    assert call_for("HassBroadcast", {"message": "dinner"}, HOME) is None
