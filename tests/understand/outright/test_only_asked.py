"""Questions that order nothing, though they name a level, a mode or a room behind what was done."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

MODE = call("home.state", name="Thermostat", property="mode", ask="one")
LAMP = call("home.turn_on", name="Living Room Light")


@pytest.mark.parametrize(
    "text",
    [
        "エアコンいま暖房？冷房？",
        "冷房つけっぱなし？",
        "暖房に変えてくれた？",
        "今冷房？",
        "エアコンは暖房なの？",
        "いま暖房と冷房どっち？",
        "暖房になってる？",
        "エアコン冷房のままだっけ",
        "冷房にした？",
    ],
)
def test_which_mode_it_is_in(text: str) -> None:
    assert understand(text).calls == (MODE,)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("リビングの電気は青？", call("home.state", name="Living Room Light", ask="one")),
        ("寝室の電気50%？", call("home.state", name="Bedroom Light", ask="one")),
        ("エアコン22度？", call("home.state", name="Thermostat", ask="one")),
        ("エアコンの設定22度だっけ？", call("home.state", name="Thermostat", ask="one")),
        ("ブラインド全開？", call("home.state", name="Bedroom Blinds", ask="one")),
    ],
)
def test_how_it_is_where_only_a_level_is_named(text: str, told: Call) -> None:
    assert understand(text).calls == (told,)


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("暖房にしてくれる？", call("home.set_mode", mode="heat", domain="climate")),
        ("除湿にできる？", call("home.set_mode", mode="dry", domain="climate")),
        ("寝室の電気30%にして？", call("home.set_light", name="Bedroom Light", brightness=30)),
        ("寝室の電気50%でお願いできる？", call("home.set_light", name="Bedroom Light", brightness=50)),
        ("エアコンをドライに", call("home.set_mode", name="Thermostat", mode="dry")),
    ],
)
def test_what_is_asked_for_is_done(text: str, done: Call) -> None:
    assert understand(text).calls == (done,)


def test_what_a_colour_is_sets_none() -> None:
    before = (call("home.set_light", name="Living Room Light", temperature=2700),)
    assert all(one.tool == "home.state" for one in understand("電球色って何色？", earlier=before).calls)


@pytest.mark.parametrize(
    ("before", "text", "told"),
    [
        (LAMP, "寝室は？", call("home.state", domain="light", area="Bedroom", ask="one")),
        (call("home.lock", name="Front Door"), "寝室は？",
         call("home.state", domain="lock", area="Bedroom", ask="one")),
        (call("home.set_temperature", temperature=22, domain="climate"), "寝室は？",
         call("home.temperature", area="Bedroom")),
        (call("home.state", name="Bedroom Light", state="on", ask="is"), "キッチンは？",
         call("home.state", domain="light", area="Kitchen", state="on", ask="is")),
        (LAMP, "寝室も", call("home.turn_on", domain="light", area="Bedroom")),
    ],
)  # fmt: skip
def test_how_it_is_in_another_room(before: Call, text: str, told: Call) -> None:
    assert understand(text, earlier=(before,)).calls == (told,)


@pytest.mark.parametrize(
    ("text", "mode", "tool"),
    [
        ("冷房なら暖房に変えて", "cool", "home.set_mode"),
        ("エアコンが冷房になってたら除湿にして", "cool", "home.set_mode"),
        ("暖房の場合は20度にして", "heat", "home.set_temperature"),
    ],
)
def test_a_mode_as_a_condition(text: str, mode: str, tool: str) -> None:
    meaning = understand(text)
    assert [one.tool for one in meaning.calls] == [tool]
    assert meaning.condition and meaning.condition.call.arguments["state"] == mode


def test_what_would_be_liked_is_no_condition() -> None:
    assert not understand("暖房なら好き").calls
