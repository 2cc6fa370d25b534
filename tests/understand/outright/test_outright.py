"""Sentences that get a fixed answer or a look-up, for a model would invent one; and those that stay talk."""

import pytest

from kippu.turn import Call
from understand.home import call, understand


@pytest.mark.parametrize(
    "text", ["what time is sunset", "when is the next full moon", "how long until sunrise", "日没は何時"]
)
def test_nobody_here_watches_the_sky(text: str) -> None:
    assert understand(text).calls == (Call("about.no_sky"),)


@pytest.mark.parametrize(
    "text",
    [
        "what's the weather tomorrow",
        "will it rain tomorrow?",
        "do I need an umbrella",
        "what is the weather forecast",
        "weather in Paris",
        "明日の天気は?",
        "傘いる？",
    ],
)
def test_there_is_no_forecast(text: str) -> None:
    assert understand(text).calls == (Call("about.no_forecast"),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("what's the wifi password?", "wifi password"),
        ("where did i put my keys", "keys"),
        ("where did I say the router is", "router"),
        ("where did I say I put the passport", "passport"),
        ("パスポートはどこにしまった？", "パスポート"),
        ("what is my locker code", "locker code"),
        ("what's my shoe size?", "shoe size"),
        ("wifiのパスワードは何？", "wifiのパスワード"),
        ("ロッカーの番号は？", "ロッカーの番号"),
    ],
)
def test_what_only_the_person_knows_is_looked_up(text: str, words: str) -> None:
    assert understand(text).calls == (call("notes.find", words=words),)


@pytest.mark.parametrize(
    "text",
    [
        "order a pizza", "book a table for two", "send money to Ann", "ピザを注文して",
        "警察呼んで", "110番して",
        "レストランを予約して",
    ],
)  # fmt: skip
def test_what_nobody_here_can_do_is_said(text: str) -> None:
    assert understand(text).calls == (Call("about.cannot"),)


@pytest.mark.parametrize(
    ("text", "count", "names"),
    [
        ("what devices are there in the study", 2, "Desk Lamp, Study Window"),
        ("what's in the kitchen", 2, "Kitchen Light, Coffee Machine"),
        ("how many blinds do I have?", 1, "Bedroom Blinds"),
        ("書斎には何がある？", 2, "デスクランプ、書斎の窓"),
        ("what rooms do I have", 6, "Kitchen, Living Room, Entrance, Bedroom, Bathroom, Study"),
        ("部屋は何がある？", 6, "キッチン、リビング、玄関、寝室、お風呂、書斎"),
    ],
)
def test_what_there_is_comes_from_the_home(text: str, count: int, names: str) -> None:
    assert understand(text).calls == (call("about.there_are", count=count, names=names),)


@pytest.mark.parametrize("text", ["how many lights do I have?", "電気はいくつある？"])
def test_lights_are_counted(text: str) -> None:
    (told,) = understand(text).calls
    assert told.arguments["count"] == 6


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("is anyone in the entrance?", {"area": "Entrance"}),
        ("who is in the kitchen", {"area": "Kitchen"}),
        ("is anybody home?", {}),
    ],
)
def test_who_is_there_is_told_by_sensors(text: str, told: dict[str, str]) -> None:
    (asked,) = understand(text).calls
    assert asked == call("home.state", **told, device_class="occupancy", state="on", ask="any")


def test_what_was_left_on_is_told() -> None:
    (asked,) = understand("did I leave any lights on?").calls
    assert asked == call("home.state", domain="light", state="on", ask="any")


@pytest.mark.parametrize(
    ("text", "room"),
    [
        ("turn on the garage light", "garage"),
        ("turn off the lights in the attic", "attic"),
        ("is the garage light on?", "garage"),
        ("ガレージの電気をつけて", "ガレージ"),
    ],
)
def test_a_room_that_is_not_there_is_said_to_be_missing(text: str, room: str) -> None:
    assert understand(text).calls == (call("about.no_such_thing", what=room),)


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("make the bedroom cosy", "about.unclear"),
        ("lights", "about.which"),
        ("change it to 7", "about.which"),
        ("turn on flux capacitor", "about.no_such_thing"),
    ],
)
def test_what_is_of_the_home_never_reaches_talk(text: str, tool: str) -> None:
    assert [one.tool for one in understand(text).calls] == [tool]


def test_slips_of_the_pen_are_put_right_but_open_no_door() -> None:
    assert understand("turn on teh kichen lite").calls == (call("home.turn_on", name="Kitchen Light"),)
    assert not any(one.tool == "home.unlock" for one in understand("plz unlok teh front doar").calls)


@pytest.mark.parametrize(
    "text",
    [
        "write a poem about the kitchen",
        "how do I clean a kitchen?",
        "what color should I paint my bedroom?",
        "what is the speed of light?",
        "who is the president of France?",
        "what is the meaning of life?",
        "I love my kitchen",
        "what's in a carbonara?",
        "what is a light year?",
        "call me a dreamer",
        "call the function foo",
        "text generation is what?",
        "雨が降るとなぜ虹が出るの？",
        "お風呂で歌う曲は？",
        "what is my purpose in life?",
        "what are the best things to see in Rome?",
        "how many planets are there?",
        "what things do plants need to live?",
        "what is there to do in Kyoto?",
        "which animals live in the garden?",
        "name a country in Africa",
        "write an email to my boss",
        "what is the largest number?",
        "how does rain form?",
        "キッチンの片付けのコツを教えて",
        "世界で一番高い山は何？",
        "日本には県がいくつある？",
        "雨が好きです",
        "電話の歴史を教えて",
        "庭の詩を書いて",
    ],
)
def test_talk_stays_talk(text: str) -> None:
    said = understand(text)
    assert said.by == "talk", said


@pytest.mark.parametrize(
    ("text", "door"),
    [
        ("lock the back door", "back door"),
        ("unlock the side gate", "side gate"),
        ("is the back door locked", "back door"),
    ],
)
def test_another_door_than_the_one_there_is_stays_as_it_is(text: str, door: str) -> None:
    assert understand(text).calls == (call("about.no_such_thing", what=door),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("where is the spare key", "spare key"), ("who has the spare key?", "spare key"),
        ("where are the scissors", "scissors"), ("合鍵はどこ？", "合鍵"), ("合鍵は誰が持ってる？", "合鍵"),
    ],
)  # fmt: skip
def test_where_something_is_kept_is_looked_up_in_the_notes(text: str, words: str) -> None:
    assert understand(text).calls == (call("notes.find", words=words),)


@pytest.mark.parametrize(
    "text", ["say that in japanese", "repeat it in english please", "それを英語で言って"]
)
def test_what_is_said_once_more_in_another_language_sets_none(text: str) -> None:
    assert understand(text).by == "talk"
