"""The peer of the homes acts on what Home Assistant would act on, and on nothing where it couldn't tell."""

from copy import deepcopy

import pytest

from homes_peer import Peer

HOME = {
    "areas": [{"id": "kitchen", "name": "Kitchen"}, {"id": "study", "name": "Study"}],
    "entities": [
        {"id": "light.kitchen", "name": "Ceiling Light", "area": "kitchen"},
        {"id": "light.study", "name": "Ceiling Light", "area": "study"},
        {"id": "light.desk", "name": "Desk Lamp", "area": "study"},
        {"id": "cover.study", "name": "Blinds", "area": "study"},
        {"id": "media_player.study", "name": "Radio", "area": "study"},
    ],
}
BEFORE = {
    "light.kitchen": {"state": "off", "attributes": {}},
    "light.study": {"state": "off", "attributes": {}},
    "light.desk": {"state": "off", "attributes": {"brightness": 255}},
    "cover.study": {"state": "open", "attributes": {"current_position": 100}},
    "media_player.study": {"state": "paused", "attributes": {"volume_level": 0.4}},
}


@pytest.mark.parametrize(
    ("sentence", "here", "changed"),
    [
        ("turn on the desk lamp", None, {"light.desk": "on"}),
        ("turn on the lights in the study", None, {"light.study": "on", "light.desk": "on"}),
        ("turn on the ceiling light", "Kitchen", {"light.kitchen": "on"}),
        ("turn on the ceiling light", None, {}),
        ("close the blinds", None, {"cover.study": "closed"}),
        ("set the desk lamp brightness to 20%", None, {"light.desk": "on"}),
        ("it is dark in here", "Study", {}),
        ("what time is it", None, {}),
    ],
)
def test_it_changes_what_is_meant_and_nothing_else(
    sentence: str, here: str | None, changed: dict[str, str]
) -> None:
    before = deepcopy(BEFORE)
    after = Peer(HOME).say(sentence, here, before)
    assert {id_: after[id_]["state"] for id_ in after if after[id_] != before[id_]} == changed
    assert before == BEFORE


def test_a_percent_is_the_devices_own_measure() -> None:
    after = Peer(HOME).say("set the desk lamp brightness to 20%", None, BEFORE)
    assert after["light.desk"]["attributes"]["brightness"] == 51
    after = Peer(HOME).say("set the radio volume to 20%", None, BEFORE)
    assert after["media_player.study"]["attributes"]["volume_level"] == 0.2
