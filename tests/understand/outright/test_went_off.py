from kippu.turn import Meaning
from kippu.understand.outright.went_off import went_off
from understand.home import HOME, call


def test_a_sensor_that_went_off_noticed_something() -> None:
    sensor = next(thing.name for thing in HOME.things if thing.domain == "binary_sensor")
    asked = Meaning("layer", 0.9, (call("home.state", name=sensor, state="off", ask="is"),))
    heard = went_off(asked, "did the sensor go off", HOME)
    assert heard.calls == (call("home.state", name=sensor, state="on", ask="is"),)
    assert went_off(asked, "is the sensor off", HOME) is asked


def test_a_lamp_that_went_off_is_off() -> None:
    asked = Meaning("cues", 0.9, (call("home.state", name="Desk Lamp", state="off", ask="is"),))
    assert went_off(asked, "did the desk lamp go off", HOME) is asked
