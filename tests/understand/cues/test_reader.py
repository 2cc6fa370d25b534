"""Commands and questions by their cues: which call, and how much of the sentence was explained."""

import pytest

from kippu.names import Names
from kippu.turn import Call
from kippu.understand.cues import Reading, distinct, target_of
from kippu.understand.text import sentence
from understand.home import HOME, call, cues, understand


def read(text: str, here: str | None = None, earlier: tuple[Call, ...] = ()) -> Reading | None:
    language = "en" if text.isascii() else "ja"
    return cues(language).read(sentence(text, language), HOME, here, earlier)  # type: ignore[arg-type]  # one of both


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("lower the desk lamp", call("home.change_brightness", name="Desk Lamp", step=-20)),
        ("kitchen light on please", call("home.turn_on", name="Kitchen Light")),
        ("the desk lamp, off", call("home.turn_off", name="Desk Lamp")),
        ("make the floor lamp red", call("home.set_light", name="Floor Lamp", color="red")),
        ("the bedroom blinds halfway", call("home.set_position", name="Bedroom Blinds", position=50)),
        ("it's too cold", call("home.change_temperature", domain="climate", step=1)),
        ("louder", call("home.change_volume", domain="media_player", step=10)),
        ("next song", call("home.media", domain="media_player", command="next")),
        ("set the living room light to warm white",
         call("home.set_light", name="Living Room Light", temperature=2700)),
        ("open the front door", call("home.unlock", name="Front Door")),
        ("寒い", call("home.change_temperature", domain="climate", step=1)),
    ],
)  # fmt: skip
def test_a_command(text: str, made: Call) -> None:
    reading = read(text)
    assert reading is not None
    assert list(reading.calls) == [made]
    assert reading.confidence > 0.9


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("where is the vacuum", call("home.state", name="Robot Vacuum", ask="where")),
        ("is the front door locked", call("home.state", name="Front Door", state="locked", ask="is")),
    ],
)
def test_a_question(text: str, made: Call) -> None:
    reading = read(text)
    assert reading is not None
    assert list(reading.calls) == [made]


@pytest.mark.parametrize(
    "text",
    ["don't turn on the kitchen light", "why is the kitchen light on", "hello", "", "電気を消さないで"],
)
def test_no_command(text: str) -> None:
    assert read(text) is None


def test_each_word_that_nothing_explains_costs_sureness() -> None:
    sure = [read(f"turn on the kitchen light {words}".strip()) for words in ("", "zig", "zig zag")]
    shares = [reading.confidence for reading in sure if reading is not None]
    assert len(shares) == 3
    assert shares == sorted(shares, reverse=True)
    assert len(set(shares)) == 3


def test_a_room_that_was_named_before_and_one_that_is_here() -> None:
    it = read("turn it off", earlier=(call("home.turn_on", name="Desk Lamp"),))
    assert it is not None
    assert list(it.calls) == [call("home.turn_off", name="Desk Lamp")]
    here = read("dim the light to 20%", here="Study")
    assert here is not None
    assert here.calls[0].arguments["area"] == "Study"


def test_another_home_is_another_index() -> None:
    reader = cues("en")
    assert reader.index(HOME) is reader.index(HOME)
    assert reader.read("kitchen light on", Names()) != reader.read("kitchen light on", HOME)


def test_the_target_of_a_call_and_calls_without_repetition() -> None:
    made = call("home.set_light", name="Lamp", area="Study", brightness=30)
    assert target_of(made) == {"name": "Lamp", "area": "Study"}
    assert distinct([made, made, call("home.lock")]) == [made, call("home.lock")]


@pytest.mark.parametrize(
    ("text", "state"),
    [("is the heating on", "on"), ("did you turn on the heating", "on"), ("is the heating off", "off")],
)
def test_whether_the_heating_runs_is_not_how_warm_it_is(text: str, state: str) -> None:
    assert understand(text).calls == (call("home.state", name="Thermostat", state=state, ask="is"),)


def test_how_humid_after_how_warm_is_asked_of_the_home() -> None:
    meaning = understand("how warm is the bedroom right now and how humid")
    humid = {"area": "Bedroom", "domain": "sensor", "device_class": "humidity", "ask": "one"}
    assert meaning.calls == (call("home.temperature", area="Bedroom"), call("home.state", **humid))
    assert not meaning.talk


def test_of_a_few_that_the_words_fit_each_is_told() -> None:
    told = understand("is the lamp on").calls
    assert [one.arguments["name"] for one in told] == ["Floor Lamp", "Desk Lamp"]
    assert {one.tool for one in told} == {"home.state"}


@pytest.mark.parametrize("text", ["窓つけて", "ブラインド消して", "カーテンオフ"])
def test_what_opens_is_not_switched_unasked(text: str) -> None:
    meaning = understand(text)
    assert not meaning.calls and meaning.question


@pytest.mark.parametrize(
    ("text", "kind"), [("電気ストーブ消して", "climate"), ("ファンヒーターつけて", "climate")]
)
def test_a_heater_is_no_light_and_no_fan(text: str, kind: str) -> None:
    assert [one.arguments["domain"] for one in understand(text).calls] == [kind]


def test_a_bath_is_no_lamp() -> None:
    assert [one.tool for one in understand("お風呂入れて").calls] == ["about.unclear"]


@pytest.mark.parametrize(
    ("text", "mode"), [("蒸し暑いから除湿にして", "dry"), ("寒いので暖房をつけて", "heat")]
)
def test_what_is_to_be_done_about_the_heat_is_said(text: str, mode: str) -> None:
    assert [one.arguments.get("mode") for one in understand(text).calls] == [mode]


def test_a_letter_in_a_word_of_another_sense_is_no_verb() -> None:
    assert understand("勉強するからデスクランプつけて").calls == (call("home.turn_on", name="Desk Lamp"),)


@pytest.mark.parametrize(
    "text", ["was the lamp on", "is lamp on at 7", "is the lamp open", "is the lamp locked"]
)
def test_no_other_time_and_no_state_that_it_cannot_be_in_is_told_of_each(text: str) -> None:
    assert not any(told.tool == "home.state" for told in understand(text).calls)


@pytest.mark.parametrize("text", ["turn off eco mode", "turn eco off", "エコモードをオフにして"])
def test_a_preset_that_ends_leaves_the_heating_on(text: str) -> None:
    assert understand(text).calls == (call("home.set_preset", domain="climate", preset="none"),)


def test_the_heating_itself_goes_off() -> None:
    assert understand("turn off the heating").calls == (call("home.turn_off", name="Thermostat"),)
