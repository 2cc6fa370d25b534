import json
import logging

import pytest

from kippu.skills.home.discovery import is_config, read


def test_short_keys_become_long() -> None:
    payload = {
        "~": "zigbee/lamp",
        "name": None,
        "stat_t": "~/state",
        "cmd_t": "~/set",
        "bri_scl": 100,
        "avty": [{"t": "~/here", "pl_avail": "yes"}],
        "dev": {"ids": "0x1", "name": "Bedroom Lamp", "sa": "Bedroom", "mf": "IKEA"},
        "kippu": {"aliases": ["寝室のランプ"], "room_aliases": ["寝室"], "floor": "Upstairs"},
    }
    (lamp,) = read("homeassistant/light/0x1/lamp/config", json.dumps(payload).encode())
    assert (lamp.domain, lamp.name, lamp.room, lamp.floor) == ("light", "Bedroom Lamp", "Bedroom", "Upstairs")
    assert lamp.config["state_topic"] == "zigbee/lamp/state"
    assert lamp.config["brightness_scale"] == 100
    assert lamp.config["availability"] == [
        {"topic": "zigbee/lamp/here", "payload_available": "yes", "~": "zigbee/lamp"}
    ]
    assert lamp.config["device"]["manufacturer"] == "IKEA"
    assert (lamp.aliases, lamp.room_aliases) == (("寝室のランプ",), ("寝室",))


@pytest.mark.parametrize(
    ("device", "name", "called"),
    [
        ("Sensor", "Temperature", "Sensor Temperature"),
        ("Kitchen", "Kitchen Light", "Kitchen Light"),
        ("Plug", None, "Plug"),
        (None, "Fan", "Fan"),
        (None, None, "the thing"),
        (None, "Red\x1b[31m\n\u202e Lamp", "Red [31m Lamp"),
        (None, "L" * 100_000, "L" * 100),
    ],
)
def test_names_are_put_together_as_in_home_assistant(
    device: str | None, name: str | None, called: str
) -> None:
    payload = {"name": name, "device": {"name": device} if device else {}, "state_topic": "x"}
    (found,) = read("homeassistant/sensor/the_thing/config", json.dumps(payload).encode())
    assert found.name == called


def test_a_device_announces_its_components() -> None:
    payload = {
        "dev": {"ids": "1", "name": "Plug"},
        "o": {"name": "test"},
        "~": "plug",
        "avty_t": "~/here",
        "cmps": {
            "relay": {"p": "switch", "name": None, "stat_t": "~/relay", "cmd_t": "~/relay/set"},
            "power": {"p": "sensor", "name": "Power", "stat_t": "~/power", "dev_cla": "power"},
            "old": {"p": "sensor"},
        },
    }
    relay, power = read("homeassistant/device/plug1/config", json.dumps(payload).encode())
    assert (relay.domain, relay.name, relay.config["command_topic"]) == ("switch", "Plug", "plug/relay/set")
    assert (power.name, power.config["availability_topic"]) == ("Plug Power", "plug/here")
    assert relay.key != power.key


@pytest.mark.parametrize(
    "payload", [b"", b"{", b"[1]", b"\xff\xfe", b'{"device": 5, "~": 1, "availability": 3}']
)
def test_garbage_is_nothing(payload: bytes, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert read("homeassistant/light/x/config", payload) == []
    assert bool(caplog.records) == bool(payload)


def test_which_topics_are_discovery() -> None:
    assert is_config("homeassistant/light/a/config") and is_config("homeassistant/light/n/a/config")
    assert not is_config("homeassistant/status") and not is_config("homeassistant/light/n/a/x/config")
