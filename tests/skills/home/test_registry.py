import json
from typing import Any

import pytest

from kippu.skills.home.entity import Entity
from kippu.skills.home.registry import Registry

TOPIC = "homeassistant/{}/x/config"


def told(domain: str, config: dict[str, Any], *messages: tuple[str, str]) -> Entity:
    """A thing that announced itself and said this."""
    registry = Registry(lambda entity: None)
    topics = registry.announce(TOPIC.format(domain), json.dumps({"name": "X", **config}).encode())
    for topic, payload in messages:
        assert topic in topics
        registry.receive(topic, payload.encode())
    (entity,) = registry.entities()
    return entity


@pytest.mark.parametrize(
    ("domain", "config", "payload", "state", "attributes"),
    [
        ("switch", {}, "ON", "on", {}),
        ("switch", {"payload_on": "1", "payload_off": "0"}, "1", "on", {}),
        ("switch", {"state_on": "an", "value_template": "{{ value_json.p }}"}, '{"p": "an"}', "on", {}),
        ("binary_sensor", {"payload_on": "open", "payload_off": "shut"}, "shut", "off", {}),
        ("binary_sensor", {"value_template": "{{ value_json.c }}", "pl_on": False, "pl_off": True},
         '{"c": true}', "off", {}),
        ("sensor", {"value_template": "{{ value_json.t | round(1) }}"}, '{"t": 21.44}', "21.4", {}),
        ("sensor", {}, "None", "unknown", {}),
        ("lock", {"state_locked": "1", "state_unlocked": "2"}, "2", "unlocked", {}),
        ("cover", {}, "closing", "closing", {}),
        ("cover", {"state_open": "UP"}, "UP", "open", {}),
        ("valve", {"reports_position": True}, "25", "open", {"current_position": 25}),
        ("valve", {"reports_position": True}, '{"position": 0, "state": "closed"}', "closed",
         {"current_position": 0}),
        ("light", {"schema": "json"}, '{"state":"ON","brightness":128}', "on", {"brightness": 128}),
        ("light", {"schema": "json", "brightness_scale": 100}, '{"state":"ON","brightness":50}', "on",
         {"brightness": 128}),
        ("light", {"schema": "json"}, '{"state":"ON","color_mode":"color_temp","color_temp":250}', "on",
         {"color_temp_kelvin": 4000}),
        ("light", {"schema": "json"}, '{"state":"ON","color":{"x":0.3,"y":0.4}}', "on",
         {"xy_color": [0.3, 0.4]}),
        ("vacuum", {}, '{"state":"cleaning","battery_level":80}', "cleaning", {"battery_level": 80}),
        ("device_tracker", {}, "Work", "Work", {}),
        ("media_player", {}, '{"state":"playing","volume_level":0.4}', "playing", {"volume_level": 0.4}),
        ("weather", {}, '{"state":"rainy","temperature":8}', "rainy", {"temperature": 8}),
        ("update", {}, '{"installed_version":"1","latest_version":"2"}', "on", {"latest_version": "2"}),
        ("select", {"options": ["a", "b"]}, "b", "b", {"options": ["a", "b"]}),
        ("number", {"min": 0, "max": 9}, "4.0", "4", {"max": 9}),
    ],
)  # fmt: skip
def test_states_are_read(
    domain: str, config: dict[str, Any], payload: str, state: str, attributes: dict[str, Any]
) -> None:
    entity = told(domain, {"state_topic": "s", **config}, ("s", payload))
    assert entity.state == state
    assert {key: entity.attributes.get(key) for key in attributes} == attributes


def test_values_of_their_own_topics() -> None:
    cover = told("cover", {"position_topic": "p", "pos_open": 0, "pos_clsd": 100}, ("p", "100"))
    assert (cover.state, cover.attributes["current_position"]) == ("closed", 0)
    fan = told("fan", {"stat_t": "s", "pct_stat_t": "p", "spd_rng_max": 4}, ("p", "2"), ("s", "ON"))
    assert (fan.state, fan.attributes["percentage"]) == ("on", 50)
    light = told(
        "light", {"stat_t": "s", "clr_temp_stat_t": "c", "hs_stat_t": "h"}, ("h", "30,70"), ("c", "200")
    )
    assert light.attributes["color_temp_kelvin"] == 5000 and "hs_color" not in light.attributes
    climate = told(
        "climate", {"mode_stat_t": "m", "curr_temp_t": "t", "temp_unit": "F"}, ("m", "heat"), ("t", "68.5")
    )
    assert (climate.state, climate.attributes["current_temperature"]) == ("heat", 68.5)
    extra = told("switch", {"stat_t": "s", "json_attr_t": "a"}, ("a", '{"power": 5}'))
    assert extra.attributes["power"] == 5


@pytest.mark.parametrize("payload", ["garbage", "{]", '{"state": 5}', "[1]", ""])
def test_after_garbage_nothing_is_held_to_be_so_until_a_good_state(payload: str) -> None:
    config = {"schema": "json", "stat_t": "s", "brightness": True}
    good = '{"state":"ON","brightness":51}'
    entity = told("light", config, ("s", good), ("s", payload))
    assert (entity.state, entity.attributes, entity.readable, entity.unreadable) == ("unknown", {}, False, 1)
    last = entity.last_known()
    assert last and (last[0].state, last[0].attributes) == ("on", {"brightness": 51})
    assert entity.shown()["last_known"]["state"] == "on"
    entity = told("light", config, ("s", good), ("s", payload), ("s", '{"state":"OFF"}'))
    assert (entity.state, entity.readable, entity.last_known()) == ("off", True, None)


def test_garbage_of_any_length_takes_a_line_of_the_log(caplog: pytest.LogCaptureFixture) -> None:
    told("switch", {"stat_t": "s"}, ("s", "[" * 1_000_000))
    told("switch", {"stat_t": "s"}, ("s", "x" * 1_000_000))
    assert len(caplog.messages) == 2
    assert max(map(len, caplog.messages)) < 500


def test_garbage_before_any_state_has_nothing_known() -> None:
    entity = told("switch", {"stat_t": "s"}, ("s", "\x00\x01"))
    assert (entity.state, entity.readable, entity.last_known()) == ("unknown", False, None)


@pytest.mark.parametrize(
    ("domain", "config", "good", "payload"),
    [
        ("switch", {"val_tpl": "{{ value_json.s }}"}, '{"s":"ON"}', "{broken"),
        ("switch", {"val_tpl": "{{ value_json.s }}"}, '{"s":"ON"}', "[5]"),
        ("switch", {"val_tpl": "{{ value_json.s | default('OFF') }}"}, '{"s":"ON"}', "{broken"),
        ("sensor", {"unit_of_meas": "W"}, "5", "five"),
        ("sensor", {"options": ["a", "b"]}, "a", "c"),
        ("sensor", {}, "warm", "wa\x00rm"),
        ("media_player", {}, '{"state":"on"}', '{"state":"on","volume_level":"loud"}'),
        ("vacuum", {}, '{"state":"docked"}', '{"state":["docked"]}'),
        ("cover", {"device_class": "blind"}, "open", "half"),
        ("lock", {}, "LOCKED", "{}"),
        ("weather", {}, '{"state":"rainy"}', "5"),
        ("light", {"schema": "json"}, '{"state":"ON"}', '{"state":"ON","brightness":99999999999}'),
        ("light", {"schema": "json"}, '{"state":"ON"}', '{"state":"ON","brightness":-5000}'),
    ],
)  # fmt: skip
def test_wrong_types_and_binary_are_garbage(
    domain: str, config: dict[str, Any], good: str, payload: str
) -> None:
    entity = told(domain, {"stat_t": "s", **config}, ("s", good), ("s", payload))
    assert (entity.state, entity.readable) == ("unknown", False)
    last = entity.last_known()
    assert last and last[0].state != "unknown"


@pytest.mark.parametrize("template", ["{{ value_json.s }}", "{{ value_json.s | is_defined }}"])
def test_a_message_of_something_else_is_no_garbage(template: str) -> None:
    entity = told("switch", {"stat_t": "s", "val_tpl": template}, ("s", '{"s":"ON"}'), ("s", '{"link":80}'))
    assert (entity.state, entity.readable) == ("on", True)


def test_garbage_on_one_topic_takes_only_what_that_topic_told() -> None:
    config = {"mode_stat_t": "m", "curr_temp_t": "t"}
    entity = told("climate", config, ("m", "heat"), ("t", "20"), ("t", "warm"))
    assert (entity.state, entity.readable) == ("heat", False)
    assert "current_temperature" not in entity.attributes
    entity = told("climate", config, ("m", "heat"), ("t", "warm"), ("t", "21"), ("m", "sideways"))
    assert (entity.state, entity.attributes["current_temperature"]) == ("unknown", 21)


def test_garbage_is_not_forgotten_when_it_announces_itself_anew() -> None:
    registry = Registry(lambda entity: None)
    registry.announce(TOPIC.format("switch"), b'{"name": "A", "state_topic": "s"}')
    registry.receive("s", b"ON")
    registry.receive("s", b"\xff\xfe")
    registry.announce(TOPIC.format("switch"), b'{"name": "B", "state_topic": "s"}')
    (entity,) = registry.entities()
    assert (entity.state, entity.readable) == ("unknown", False)


@pytest.mark.parametrize(
    "config",
    [
        {"state_topic": ["s"]},
        {"state_topic": ""},
        {"state_topic": "s/#"},
        {"availability_topic": None},
        {"availability": {}},
        {"availability": ["online"]},
        {"modes": 5},
        {"preset_modes": True},
        {"min_temp": "cold"},
        {"max_temp": [30]},
    ],
)
def test_what_announces_itself_wrongly_is_left_out(
    config: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    registry = Registry(lambda entity: None)
    good = {"name": "Good", "state_topic": "good"}
    registry.announce(TOPIC.format("switch"), json.dumps(good).encode())
    bad = {"name": "Bad", "mode_state_topic": "bad", **config}
    assert registry.announce("homeassistant/climate/bad/config", json.dumps(bad).encode()) == set()
    assert [thing.name for thing in registry.names().things] == ["Good"]
    assert set(registry.topics()) == {"good"}
    assert "can't be read" in caplog.text


def test_one_mode_may_stand_alone() -> None:
    climate = told("climate", {"mode_stat_t": "m", "modes": "heat", "min_temp": "16"}, ("m", "heat"))
    assert (climate.state, climate.attributes["modes"], climate.attributes["min_temp"]) == (
        "heat",
        ["heat"],
        16,
    )


def test_rooms_and_kinds_are_texts_whatever_is_announced() -> None:
    device = {"name": "D", "suggested_area": 5}
    thing = told("switch", {"state_topic": "s", "device_class": ["outlet"], "device": device}).thing
    assert (thing.room, thing.device_class) == ("5", None)


def test_depth_without_end_is_only_garbage() -> None:
    deep = "[" * 100_000
    registry = Registry(lambda entity: None)
    assert registry.announce(TOPIC.format("light"), deep.encode()) == set()
    assert told("light", {"schema": "json", "stat_t": "s"}, ("s", deep)).unreadable == 1
    nested = "{{ " + "(" * 5000 + "value" + ")" * 5000 + " }}"
    assert told("sensor", {"stat_t": "s", "val_tpl": nested}, ("s", "1")).unreadable == 1


def test_a_template_that_is_not_understood_leaves_the_state_unknown(caplog: pytest.LogCaptureFixture) -> None:
    entity = told("sensor", {"stat_t": "s", "val_tpl": "{% if value %}1{% endif %}"}, ("s", "1"))
    assert entity.state == "unknown"
    assert "not understood" in caplog.text


@pytest.mark.parametrize(("mode", "there"), [("all", False), ("any", True), ("latest", True)])
def test_availability_of_several_topics(mode: str, there: bool) -> None:
    rows = [{"topic": "a"}, {"topic": "b", "payload_available": "yes", "payload_not_available": "no"}]
    config = {"stat_t": "s", "avty": rows, "avty_mode": mode}
    assert not told("switch", config).available
    assert told("switch", config, ("a", "offline"), ("b", "yes")).available == there


def test_things_come_change_and_go() -> None:
    registry = Registry(lambda entity: None)
    topic = TOPIC.format("switch")
    registry.announce(topic, b'{"name": "A", "state_topic": "s"}')
    registry.receive("s", b"ON")
    names = registry.names()
    assert registry.announce(topic, b'{"name": "A", "state_topic": "s"}') == set()
    assert registry.names() is names
    registry.announce(topic, b'{"name": "B", "state_topic": "s"}')
    assert [(thing.name, thing.id) for thing in registry.names().things] == [("B", "switch.b")]
    assert [entity.state for entity in registry.entities()] == ["on"]
    registry.announce("homeassistant/switch/other/config", b'{"name": "B", "state_topic": "t"}')
    assert [thing.id for thing in registry.names().things] == ["switch.b", "switch.b_2"]
    registry.announce(topic, b"")
    assert [thing.id for thing in registry.names().things] == ["switch.b_2"]
    assert set(registry.topics()) == {"t"}
    registry.begin()
    registry.end()
    assert len(registry) == 0
