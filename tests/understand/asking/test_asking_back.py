"""Questions back: they name what there is, and read well in both languages."""

import pytest

from kippu.names import Thing
from kippu.turn import Call
from kippu.understand.asking.asking_back import replies, shall_i, which
from understand.home import HOME, call, thing

BY_ID = {one.id: one for one in HOME.things}


def test_several_rooms_are_told_apart_by_room() -> None:
    twins = (thing("light.a", "Lamp", "Kitchen"), thing("light.b", "Lamp", "Bedroom"))
    assert which(twins, "en") == "Which Lamp: Kitchen or Bedroom?"
    asked = which(twins, "ja")
    assert "Kitchen、Bedroom" in asked
    assert asked.startswith("どこの")


def test_things_of_one_room_are_told_by_name() -> None:
    pair = (BY_ID["light.living"], BY_ID["light.lamp"])
    assert which(pair, "en") == "Which one: Living Room Light or Floor Lamp?"
    assert which(pair, "ja") == "どれですか？ リビングの電気、フロアランプがあります。"


def test_things_and_rooms_are_called_as_people_call_them() -> None:
    assert which((BY_ID["light.kitchen"], BY_ID["light.desk"]), "ja") == (
        "どれですか？ キッチンの電気、デスクランプがあります。"
    )
    asked = shall_i((call("home.turn_on", area="Bedroom", domain="light"),), "ja", names=HOME)
    assert asked == "寝室の電気をつけるということでいいですか？"
    asked = shall_i((call("home.set_light", name="Desk Lamp", color="red"),), "ja", names=HOME)
    assert asked == "デスクランプの色を赤にするということでいいですか？"


@pytest.mark.parametrize(
    ("asked", "en", "ja"),
    [
        (call("lists.remove", item="eggs"), "take eggs off the shopping list", "買い物リストからeggsを消す"),
        (call("timers.start", minutes=5), "start a timer for 5 minutes", "5分のタイマーを始める"),
        (call("timers.cancel"), "cancel the timer", "タイマーをキャンセルする"),
        (
            call("alarms.set", at="2026-11-25T07:30:00"),
            "set an alarm at 7:30 AM",
            "午前7時30分にアラームをかける",
        ),
        (call("notes.add", text="buy a bike"), "note “buy a bike”", "「buy a bike」とメモする"),
        (call("pictures.draw", what="a cat"), "draw “a cat”", "「a cat」を描く"),
    ],
)
def test_other_skills_have_words_of_their_own(asked: Call, en: str, ja: str) -> None:
    assert shall_i((asked,), "en") == f"Shall I {en}?"
    assert shall_i((asked,), "ja") == f"{ja}ということでいいですか？"


def test_what_has_no_words_is_not_asked() -> None:
    assert shall_i((call("clock.time"),), "en") == ""


def test_at_most_four_choices() -> None:
    six = tuple(Thing(f"light.l{n}", f"Light {n}", "light") for n in range(6))
    assert which(six, "en") == "Which one: Light 0, Light 1, Light 2, Light 3 or another?"
    assert which(six, "ja").endswith("Light 3などがあります。")


def test_a_question_does_not_grow_with_the_home() -> None:
    many = tuple(Thing(f"light.l{n}", f"Light {n}", "light") for n in range(100))
    assert len(which(many, "en")) < 120


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (call("home.close", area="Bedroom", domain="cover"), "close the blinds in the Bedroom"),
        (call("home.turn_on", name="Kitchen Light"), "turn on the Kitchen Light"),
        (call("home.turn_off", name="all", domain="light"), "turn off all lights"),
        (call("home.set_light", area="Study", domain="light", brightness=30), "30"),
        (call("home.change_volume", domain="media_player", step=-10), "turn down the player"),
        (call("home.media", name="Speaker", command="pause"), "pause the Speaker"),
        (
            call("home.media", area="Study", domain="media_player", command="pause"),
            "pause the music in the Study",
        ),
    ],
)
def test_shall_i(asked: Call, words: str) -> None:
    assert f"{words}" in shall_i((asked,), "en")
    assert shall_i((asked,), "en").endswith("?")


@pytest.mark.parametrize(
    "call_", [call("home.turn_on", name="Kitchen Light"), call("home.lock", domain="lock")]
)
def test_shall_i_in_japanese(call_: Call) -> None:
    asked = shall_i((call_,), "ja")
    assert asked.endswith("いいですか？")
    assert call_.arguments.get("name", "鍵") in asked


def test_several_calls_are_all_named() -> None:
    asked = shall_i((call("home.turn_on", name="A"), call("home.open", name="B")), "en")
    assert "turn on the A and open the B" in asked


def test_light_is_asked_about_with_its_unit_and_its_brightness() -> None:
    cosy = call("home.set_light", name="Desk Lamp", temperature=2700, brightness=40)
    assert shall_i((cosy,), "en", names=HOME) == "Shall I set the Desk Lamp to warm white (2700 K) at 40%?"
    assert "デスクランプを電球色（2700K）、明るさ40%にする" in shall_i((cosy,), "ja", names=HOME)
    day = call("home.set_light", name="Desk Lamp", temperature=6500)
    assert shall_i((day,), "en", names=HOME) == "Shall I set the Desk Lamp to cool white (6500 K)?"
    red = call("home.set_light", name="Desk Lamp", color="red", brightness=20)
    assert shall_i((red,), "en", names=HOME) == "Shall I set the Desk Lamp to red at 20%?"


def test_the_time_is_asked_about_as_answers_tell_it() -> None:
    early, late = (call("alarms.set", at=f"2026-11-24T{clock}") for clock in ("00:05", "15:00"))
    assert shall_i((early,), "en") == "Shall I set an alarm at 12:05 AM?"
    assert shall_i((late,), "en") == "Shall I set an alarm at 3:00 PM?"
    assert "午後3時にアラーム" in shall_i((late,), "ja")


def test_replies_choose_each_thing() -> None:
    pair = (BY_ID["light.living"], BY_ID["light.lamp"])
    assert replies(pair, "en") == ("Living Room Light", "Floor Lamp")
    twins = (thing("light.a", "Lamp", "Kitchen"), thing("light.b", "Lamp", "Bedroom"))
    assert replies(twins, "en") == ("Kitchen", "Bedroom")
