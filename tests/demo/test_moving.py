import pytest

from kippu.demo import moving
from kippu.demo.kinds import KINDS
from kippu.demo.plan import BUILT_IN, Entity, read
from kippu.demo.thing import Thing


def thing(id_: str, state: str, attributes: dict[str, object], **plays: float) -> Thing:
    return Thing(Entity(id_, id_, state, attributes, plays=plays))


def test_blinds_take_their_time_and_can_be_stopped() -> None:
    blinds = thing("cover.blinds", "open", {"current_position": 100}, seconds=1)
    KINDS["cover"].change(blinds, "state", "close")
    assert blinds.state == "closing"
    assert moving.step(blinds, 0.4, 0)
    assert blinds.attributes["current_position"] == pytest.approx(60)
    KINDS["cover"].change(blinds, "state", "stop")
    assert (blinds.state, moving.step(blinds, 0.4, 0)) == ("open", False)
    KINDS["cover"].change(blinds, "state", "close")
    moving.step(blinds, 5, 0)
    assert (blinds.state, blinds.attributes["current_position"]) == ("closed", 0)


def test_a_room_warms_up_to_what_is_set() -> None:
    thermostat = thing("climate.room", "heat", {"temperature": 22, "current_temperature": 20}, seconds=1)
    told = sum(moving.step(thermostat, 1, 0) for _ in range(100))
    assert thermostat.attributes["current_temperature"] == pytest.approx(22, abs=0.1)
    assert 0 < told < 100


def test_a_vacuum_comes_home() -> None:
    vacuum = thing("vacuum.robot", "docked", {}, seconds=4)
    KINDS["vacuum"].change(vacuum, "state", "start")
    states = [vacuum.state]
    for _ in range(8):
        moving.step(vacuum, 1, 0)
        states.append(vacuum.state)
    assert [*dict.fromkeys(states)] == ["cleaning", "returning", "docked"]


def test_a_sensor_stays_near_its_first_value() -> None:
    sensor = thing("sensor.warmth", "20", {}, drift=0.5)
    values = set()
    for second in range(0, 600, 20):
        moving.step(sensor, 20, second)
        values.add(float(sensor.state))
    assert len(values) > 3 and all(19.5 <= value <= 20.5 for value in values)


def test_the_next_track_of_the_built_in_speaker_has_a_title_of_its_own() -> None:
    plan = next(entity for entity in read(BUILT_IN) if entity.id == "media_player.speaker")
    speaker = Thing(plan)
    titles = []
    for command in ("next", "next", "previous", "previous"):
        KINDS["media_player"].change(speaker, "state", {"command": command})
        titles.append((speaker.attributes["media_track"], speaker.attributes["media_title"]))
    assert titles == [(4, "Passepied"), (1, "Prélude"), (4, "Passepied"), (3, "Clair de lune")]
