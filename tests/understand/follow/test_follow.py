"""Short sentences after a command, and what they mean there."""

import pytest

from kippu.turn import Call, Deed
from understand.home import TAKEN_BACK, call, understand

UNLOCKED, ALARMS = call("home.unlock", name="Front Door"), call("alarms.list")
KITCHEN = call("home.turn_on", name="Kitchen Light")
FAN = call("home.turn_on", name="Bathroom Fan")
JAZZ = call("home.play", query="jazz", area="Living Room")
LOUDER = call("home.change_volume", domain="media_player", step=10)
BRIGHTER = call("home.change_brightness", name="Kitchen Light", step=20)
DIMMER = call("home.change_brightness", name="Kitchen Light", step=-20)
SHUT = call("home.close", name="Bedroom Blinds")
OPENED = call("home.open", name="Bedroom Blinds")
BATHROOM_TOO = call("home.change_brightness", domain="light", area="Bathroom", step=20)
SHOWN = call("lists.show", list="shopping")
CLEARED = call("lists.clear", list="shopping")
PLANNED = call(
    "timers.repeat", command="turn on the coffee machine", at="2026-11-25T07:00:00", repeat="daily"
)
DIM = call("home.set_light", name="Kitchen Light", brightness=30)
PASTA = call("timers.start", name="pasta", minutes=9)
CHRISTMAS = call("clock.date", holiday="christmas")
TIMER = call("timers.start", minutes=5)
ALARM = call("alarms.set", at="2026-11-25T07:00:00")
REMINDER = call("reminders.add", text="call Ann", at="2026-11-25T09:00:00")
EVENT = call("calendar.add", text="dentist", at="2026-11-27T09:00:00")
NOTE = call("notes.add", text="buy a bike")
EGGS = call("lists.add", item="eggs", list="shopping")
LOCKED = call("home.state", name="Front Door", state="locked", ask="is")
WARM = call("home.temperature", area="Bedroom")
CAT = call("pictures.draw", what="a cat")
ANOTHER = call("pictures.again")

FAHRENHEIT = call("math.convert", value="72", from_unit="fahrenheit", to_unit="celsius")
LEFT = call("timers.status", name="pasta")

VACUUMED = call("home.clean", area="Kitchen")
COLD = call("home.turn_off", name="all", area="Kitchen")
UPSTAIRS = call("home.turn_off", name="all", floor="Upstairs")
HEATED = call("home.set_temperature", name="Thermostat", temperature=20)

SEQUELS = [
    (VACUUMED, "set the temperature to 21", call("home.set_temperature", domain="climate", temperature=21)),
    (VACUUMED, "set the volume to 30", call("home.set_volume", domain="media_player", volume=30)),
    (COLD, "make it warmer", call("home.change_temperature", step=1)),
    (UPSTAIRS, "set the temperature to 19", call("home.set_temperature", domain="climate", temperature=19)),
    (VACUUMED, "brighter", call("home.change_brightness", area="Kitchen", step=20)),
    (VACUUMED, "もう少し暖かくして", call("home.change_temperature", step=1)),
    (
        call("home.turn_off", name="Living Room Light"),
        "make it warmer",
        call("home.change_temperature", step=1),
    ),
    (
        call("home.turn_on", name="Living Room Light"),
        "make it warmer",
        call("home.set_light", name="Living Room Light", temperature=2700),
    ),
    (DIMMER, "now red", call("home.set_light", name="Kitchen Light", color="red")),
    (DIMMER, "and warm white please", call("home.set_light", name="Kitchen Light", temperature=2700)),
    (DIMMER, "今度は赤で", call("home.set_light", name="Kitchen Light", color="red")),
    (KITCHEN, "turn it up", BRIGHTER),
    (KITCHEN, "turn it down a bit", call("home.change_brightness", name="Kitchen Light", step=-10)),
    (FAN, "turn it up", call("home.change_speed", name="Bathroom Fan", step=20)),
    (HEATED, "turn it down", call("home.change_temperature", name="Thermostat", step=-1)),
    (TIMER, "パスタあと何分？", call("timers.status", name="パスタ")),
    (TIMER, "パスタのタイマー、残りどのくらい", call("timers.status", name="パスタ")),
    (TIMER, "how long on eggs", call("timers.status", name="eggs")),
    (LEFT, "what about the eggs", call("timers.status", name="eggs")),
    (LEFT, "卵は？", call("timers.status", name="卵")),
    (PASTA, "and one for the rice for 15", call("timers.start", name="rice", minutes=15)),
    (PASTA, "and 20 minutes for the rice", call("timers.start", name="rice", minutes=20)),
    (PASTA, "ご飯は15分で", call("timers.start", name="ご飯", minutes=15)),
    (PASTA, "卵のは止めて", call("timers.cancel", name="卵")),
    (EGGS, "actually not the eggs", call("lists.remove", item="eggs", list="shopping")),
    (EGGS, "forget about the eggs", call("lists.remove", item="eggs", list="shopping")),
    (DIM, "no, 50", call("home.set_light", name="Kitchen Light", brightness=50)),
    (DIM, "いや、50%", call("home.set_light", name="Kitchen Light", brightness=50)),
    (HEATED, "sorry, 21", call("home.set_temperature", name="Thermostat", temperature=21)),
    (KITCHEN, "turn it off at 11", call("timers.start", hours=1, command="turn off the Kitchen Light")),
    (KITCHEN, "11時に消して", call("timers.start", hours=1, command="キッチンの電気を消す")),
    (
        ALARM,
        "and remind me to take my pills then",
        call("reminders.add", text="take my pills", at="2026-11-25T07:00:00"),
    ),
    (LOUDER, "no, that's too loud", call("home.change_volume", domain="media_player", step=-10)),
    (FAHRENHEIT, "and 100", call("math.convert", **{**FAHRENHEIT.arguments, "value": "100"})),
    (FAHRENHEIT, "and 100 fahrenheit", call("math.convert", **{**FAHRENHEIT.arguments, "value": "100"})),
    (FAHRENHEIT, "100なら？", call("math.convert", **{**FAHRENHEIT.arguments, "value": "100"})),
    (KITCHEN, "how warm is it there", call("home.temperature", area="Kitchen")),
    (KITCHEN, "そこは何度？", call("home.temperature", area="Kitchen")),
    (TIMER, "never mind", call("timers.cancel", start_minutes=5)),
    (REMINDER, "never mind", call("reminders.remove", text="call Ann")),
    (CAT, "again", ANOTHER),
    (CAT, "another one", ANOTHER),
    (CAT, "one more, please", ANOTHER),
    (ANOTHER, "もう一枚", ANOTHER),
    (CAT, "別のも見せて", ANOTHER),
    (CAT, "もう一度", ANOTHER),
    (CAT, "make it larger", call("pictures.larger")),
    (CAT, "can you make the picture a bit bigger", call("pictures.larger")),
    (CAT, "もっと大きくして", call("pictures.larger")),
    (CAT, "別の絵にして", ANOTHER),
    (CAT, "かわいい！次は犬がいい", call("pictures.again", instead="犬")),
    (CAT, "ろうそく足して", call("pictures.again", added="ろうそく")),
    (CAT, "turn it into a dog", call("pictures.again", instead="a dog")),
    (CAT, "in the style of twemoji", call("pictures.again", style="twemoji")),
    (CAT, "違うのがいい", ANOTHER),
    (CAT, "make it blue", call("pictures.again", color="blue")),
    (CAT, "now in light blue please", call("pictures.again", color="light blue")),
    (CAT, "draw it in red", call("pictures.again", color="red")),
    (CAT, "make the cat grey", call("pictures.again", color="grey")),
    (ANOTHER, "a green one", call("pictures.again", color="green")),
    (ANOTHER, "again, but with a hat", call("pictures.again", added="a hat")),
    (CAT, "add a hat", call("pictures.again", added="a hat")),
    (CAT, "put a crown on its head", call("pictures.again", added="a crown")),
    (CAT, "give it sunglasses", call("pictures.again", added="sunglasses")),
    (CAT, "the same without the hat", call("pictures.again", without="hat")),
    (CAT, "remove the scarf please", call("pictures.again", without="scarf")),
    (CAT, "same thing but a dog", call("pictures.again", instead="a dog")),
    (CAT, "make it a green frog", call("pictures.again", instead="a green frog")),
    (CAT, "a fox instead", call("pictures.again", instead="a fox")),
    (CAT, "青くして", call("pictures.again", color="blue")),
    (CAT, "もっと赤くして", call("pictures.again", color="red")),
    (CAT, "緑のを描いて", call("pictures.again", color="green")),
    (ANOTHER, "ピンクにして", call("pictures.again", color="pink")),
    (CAT, "帽子をかぶせて", call("pictures.again", added="帽子")),
    (CAT, "猫に風船を持たせて", call("pictures.again", added="風船")),
    (CAT, "サングラスもかけて", call("pictures.again", added="サングラス")),
    (CAT, "王冠をかぶったのも描いて", call("pictures.again", added="王冠")),
    (CAT, "帽子を取って", call("pictures.again", without="帽子")),
    (CAT, "帽子なしで描いて", call("pictures.again", without="帽子")),
    (CAT, "赤い犬にして", call("pictures.again", instead="赤い犬")),
    (CAT, "今度は犬で描いて", call("pictures.again", instead="犬")),
    (KITCHEN, "off", call("home.turn_off", name="Kitchen Light")),
    (KITCHEN, "and now off again", call("home.turn_off", name="Kitchen Light")),
    (KITCHEN, "やっぱり消して", call("home.turn_off", name="Kitchen Light")),
    (KITCHEN, "undo that", call("home.turn_off", name="Kitchen Light")),
    (JAZZ, "turn it off", call("home.media", area="Living Room", domain="media_player", command="pause")),
    (JAZZ, "消して", call("home.media", area="Living Room", domain="media_player", command="pause")),
    (BRIGHTER, "やっぱり消して", call("home.turn_off", name="Kitchen Light")),
    (BRIGHTER, "もう消して", call("home.turn_off", name="Kitchen Light")),
    (BRIGHTER, "turn that off", call("home.turn_off", name="Kitchen Light")),
    (BRIGHTER, "やっぱりやめて", call("home.change_brightness", name="Kitchen Light", step=-20)),
    (BRIGHTER, "元に戻して", call("home.change_brightness", name="Kitchen Light", step=-20)),
    (KITCHEN, "元に戻して", call("home.turn_off", name="Kitchen Light")),
    (KITCHEN, "same in the bedroom", call("home.turn_on", domain="light", area="Bedroom")),
    (KITCHEN, "寝室も同じにして", call("home.turn_on", domain="light", area="Bedroom")),
    (KITCHEN, "寝室も", call("home.turn_on", domain="light", area="Bedroom")),
    (BRIGHTER, "and the bathroom one too", BATHROOM_TOO),
    (BRIGHTER, "お風呂場も", BATHROOM_TOO),
    (SHOWN, "is it empty now", call("lists.show", list="shopping")),
    (CLEARED, "is it empty", call("lists.show", list="shopping")),
    (CLEARED, "もう空っぽ", call("lists.show", list="shopping")),
    (PLANNED, "cancel that", call("timers.cancel", name="turn on the coffee machine")),
    (FAN, "full speed", call("home.set_speed", name="Bathroom Fan", speed=100)),
    (FAN, "faster", call("home.change_speed", name="Bathroom Fan", step=20)),
    (LOUDER, "more", LOUDER),
    (LOUDER, "もっと", LOUDER),
    (LOUDER, "undo", call("home.change_volume", domain="media_player", step=-10)),
    (SHUT, "a bit less", call("home.change_position", name="Bedroom Blinds", step=20)),
    (SHUT, "もっと", call("home.change_position", name="Bedroom Blinds", step=-20)),
    (OPENED, "too much", call("home.change_position", name="Bedroom Blinds", step=-20)),
    (DIM, "a little less", call("home.change_brightness", name="Kitchen Light", step=-20)),
    (DIMMER, "a little less", DIMMER),
    (DIMMER, "that's too much", BRIGHTER),
    (DIM, "brighter", call("home.change_brightness", name="Kitchen Light", step=20)),
    (DIM, "もう少し明るく", call("home.change_brightness", name="Kitchen Light", step=10)),
    (TIMER, "set another one for the rice, 12 minutes", call("timers.start", name="rice", minutes=12)),
    (TIMER, "another 5 minutes", call("timers.add", minutes=5, start_minutes=5)),
    (
        call("reminders.move", text="dentist", at="18:00:00"),
        "actually delete it",
        call("reminders.remove", text="dentist"),
    ),
    (SHOWN, "I bought the eggs, tick them off", call("lists.check", item="eggs", list="shopping")),
    (call("home.lock", name="Front Door"), "lock it anyway", call("home.lock", name="Front Door")),
    (
        call("home.media", name="Speaker", command="pause"),
        "what's on right now",
        call("home.state", state="on", ask="which"),
    ),
    (TIMER, "add 2 minutes to it", call("timers.add", minutes=2, start_minutes=5)),
    (TIMER, "あと2分足して", call("timers.add", minutes=2, start_minutes=5)),
    (TIMER, "cancel it", call("timers.cancel", start_minutes=5)),
    (TIMER, "キャンセルして", call("timers.cancel", start_minutes=5)),
    (TIMER, "pause it", call("timers.pause", start_minutes=5)),
    (EVENT, "cancel that", call("calendar.remove", text="dentist")),
    (EVENT, "やっぱりやめて", call("calendar.remove", text="dentist")),
    (ALARM, "cancel that", call("alarms.cancel", at="2026-11-25T07:00:00")),
    (ALARM, "それ取り消して", call("alarms.cancel", at="2026-11-25T07:00:00")),
    (REMINDER, "delete that", call("reminders.remove", text="call Ann")),
    (NOTE, "delete that note", call("notes.remove", words="buy a bike")),
    (EGGS, "remove the eggs", call("lists.remove", item="eggs", list="shopping")),
    (EGGS, "and bread", call("lists.add", item="bread", list="shopping")),
    (EGGS, "牛乳も", call("lists.add", item="牛乳", list="shopping")),
    (EGGS, "卵を消して", call("lists.remove", item="卵", list="shopping")),
    (EGGS, "show it", call("lists.show", list="shopping")),
    (EGGS, "undo", call("lists.remove", item="eggs", list="shopping")),
    (LOCKED, "開けて", call("home.unlock", name="Front Door")),
    (UNLOCKED, "あ、やっぱ閉めて", call("home.lock", name="Front Door")),
    (UNLOCKED, "やっぱり鍵閉めて", call("home.lock", name="Front Door")),
    (ALARMS, "delete it", call("alarms.cancel")),
    (ALARMS, "そのアラーム消して", call("alarms.cancel")),
    (call("reminders.list"), "cancel that", call("reminders.remove")),
    (PASTA, "cancel the sauce one", call("timers.cancel", name="sauce")),
    (PASTA, "ソースのやつは止めて", call("timers.cancel", name="ソース")),
    (PLANNED, "never mind, cancel that", call("timers.cancel", name="turn on the coffee machine")),
    (KITCHEN, "delete the note", call("notes.remove", words="")),
    (EGGS, "what have I got on there so far", call("lists.show", list="shopping")),
    (CHRISTMAS, "how many days till then", CHRISTMAS),
    (CHRISTMAS, "あと何日？", CHRISTMAS),
    (WARM, "and the kitchen?", call("home.temperature", area="Kitchen")),
    (WARM, "キッチンは？", call("home.temperature", area="Kitchen")),
]


@pytest.mark.parametrize(("before", "text", "meant"), SEQUELS)
def test_a_sequel(before: Call, text: str, meant: Call) -> None:
    assert _without_telling(understand(text, earlier=(before,)).calls) == (meant,)


def test_what_is_open_to_several_lets_nobody_in_by_one_door() -> None:
    locked = call("home.state", name="Front Door", state="locked")
    assert not [
        one for one in understand("open them again", earlier=(locked,)).calls if one.tool == "home.unlock"
    ]
    assert understand("unlock it", earlier=(locked,)).calls[0].tool == "home.unlock"


def _without_telling(calls: tuple[Call, ...]) -> tuple[Call, ...]:
    """Without the words that say what is taken back."""
    return calls[1:] if calls[:1] == (TAKEN_BACK,) else calls


@pytest.mark.parametrize(
    "text",
    [
        "what about the weather",
        "how about tomorrow",
        "今日の天気は？",
        "how long for pasta",
        "会議まであと何分",
    ],
)
def test_what_is_asked_after_a_timer_and_of_none(text: str) -> None:
    assert not any(one.tool == "timers.status" for one in understand(text, earlier=(LEFT,)).calls)


@pytest.mark.parametrize("before", [KITCHEN, LOUDER, TIMER, EGGS])
@pytest.mark.parametrize(
    "text", ["tell me a story", "what is the capital of France?", "thank you", "ありがとう"]
)
def test_what_is_no_sequel(before: Call, text: str) -> None:
    said = understand(text, earlier=(before,))
    assert said.by == "talk" or said.calls == (Call("about.thanks"),)


@pytest.mark.parametrize(
    "text",
    [
        "make the kitchen light blue", "add a timer for 5 minutes", "add milk to the shopping list",
        "add a reminder to call ann at 5pm", "make it a bit warmer", "remove the alarm", "turn on the light",
        "make the lamp red", "tell me a joke instead", "キッチンの電気を青くして", "電気をつけて",
        "25度にして", "静かにして", "音楽をかけて", "牛乳を追加して", "元に戻して", "英語にして",
    ],
)  # fmt: skip
def test_what_is_no_sequel_to_a_picture(text: str) -> None:
    assert "pictures.again" not in [one.tool for one in understand(text, earlier=(CAT,)).calls]


@pytest.mark.parametrize("text", ["draw a door", "draw a house", "sketch me a window", "draw a heart"])
def test_what_is_drawn_is_no_thing_of_the_home(text: str) -> None:
    said = understand(text)
    assert said.calls == (call("pictures.draw", what=f"a {text.rpartition(' a ')[2]}"),)
    assert understand("draw the blinds").calls[0].tool == "home.close"


@pytest.mark.parametrize("text", ["what is 15% of 84", "what's 20% of 50?", "84の15%は", "50の20%はいくら"])
def test_a_sum_is_no_sequel_to_a_light(text: str) -> None:
    assert [one.tool for one in understand(text, earlier=(KITCHEN,)).calls] == ["math.calculate"]
    assert understand("30%", earlier=(KITCHEN,)).calls[0].tool == "home.set_light"


def test_a_light_is_no_item_of_a_list() -> None:
    said = understand("turn off the kitchen light", earlier=(EGGS,))
    assert said.calls == (call("home.turn_off", name="Kitchen Light"),)
    assert understand("寝室の電気を消して", earlier=(EGGS,)).calls[0].tool == "home.turn_off"


def test_what_can_not_be_taken_back_is_not() -> None:
    assert understand("undo that", earlier=(DIM,)).calls == (Call("about.no_way_back"),)


@pytest.mark.parametrize(
    ("text", "tools", "talk"),
    [
        ("turn on the kitchen light and tell me a story", ["home.turn_on"], "tell me a story"),
        (
            "turn on the desk lamp, what is the capital of France?",
            ["home.turn_on"],
            "what is the capital of France",
        ),
        ("put laundry on my to-do list and show it", ["lists.add", "lists.show"], ""),
        ("what's 3 plus 4 and turn off the floor lamp", ["math.calculate", "home.turn_off"], ""),
        ("turn off the desk lamp and thank you", ["home.turn_off"], ""),
        ("キッチンの電気をつけて、面白い話をして", ["home.turn_on"], "面白い話をして"),
        ("tell me a joke and a story", [], ""),
    ],
)
def test_a_command_beside_talk(text: str, tools: list[str], talk: str) -> None:
    said = understand(text)
    assert [one.tool for one in said.calls] == tools
    assert said.talk == talk


def test_a_thumb_is_a_reply_and_else_no_word() -> None:
    assert understand("👍", asked=(KITCHEN,)).calls == (KITCHEN,)
    assert understand("👎", asked=(KITCHEN,)).calls == (Call("help.never_mind"),)
    assert understand("👍😀").calls == (Call("about.wordless"),)
    assert understand("???").calls == (Call("about.wordless"),)


def test_off_before_its_time_ends_the_timer_too() -> None:
    earlier = (FAN, call("timers.start", minutes=15, command="turn off the Bathroom Fan"))
    assert understand("turn it off", earlier=earlier).calls == (
        call("home.turn_off", name="Bathroom Fan"),
        call("timers.cancel", name="turn off the Bathroom Fan"),
    )


@pytest.mark.parametrize("text", ["turn it off", "turn that off", "それを消して"])
def test_music_that_is_turned_off_leaves_its_player_on(text: str) -> None:
    played = call("home.media", command="play", domain="media_player")
    paused = call("home.media", command="pause", domain="media_player")
    assert understand(text, earlier=(played,)).calls == (paused,)


@pytest.mark.parametrize("text", ["turn it off", "やっぱり消して"])
def test_of_several_off_means_what_can_be_switched(text: str) -> None:
    assert understand(text, earlier=(KITCHEN, SHUT)).calls == (call("home.turn_off", name="Kitchen Light"),)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("dim it to a third", 33),
        ("too bright, dim it to a third", 33),
        ("set it to half", 50),
        ("半分の明るさにして", 50),
    ],
)
def test_a_level_in_words_is_that_level(text: str, level: int) -> None:
    meant = call("home.set_light", name="Kitchen Light", brightness=level)
    assert understand(text, earlier=(KITCHEN,)).calls == (meant,)


@pytest.mark.parametrize("text", ["no wait, lock the front door", "wait, lock it again", "no wait lock it"])
def test_a_second_thought_is_no_word_of_the_command(text: str) -> None:
    meant = call("home.lock", name="Front Door")
    assert understand(text, earlier=(call("home.unlock", name="Front Door"),)).calls == (meant,)


def test_on_and_a_level_in_words() -> None:
    meant = call("home.set_light", name="Desk Lamp", brightness=50)
    assert understand("turn the desk lamp back on and set it to half").calls[-1:] == (meant,)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("cancel the second one", call("timers.cancel", start_minutes=10)),
        ("delete the first timer", call("timers.cancel", start_minutes=5)),
        ("2番目のをキャンセルして", call("timers.cancel", start_minutes=10)),
    ],
)
def test_one_of_several(text: str, meant: Call) -> None:
    both = (call("timers.start", minutes=5), call("timers.start", minutes=10))
    assert understand(text, earlier=both).calls == (meant,)


def test_a_third_of_two_is_none() -> None:
    both = (call("timers.start", minutes=5), call("timers.start", minutes=10))
    assert understand("cancel the third one", earlier=both).calls != (
        call("timers.cancel", start_minutes=10),
    )


WAYS_BACK = (
    "undo",
    "undo that",
    "undo it please",
    "undo the last command",
    "undo my last command",
    "undo all of that",
    "put it back",
    "put it back how it was",
    "change it back",
    "set it back to what it was",
    "back to how it was",
    "go back to how it was",
    "actually, undo that",
    "revert that",
    "no, put it back the way it was before",
    "restore it",
    "undo both",
    "undo everything you just did",
    "never mind, undo that",
    "元に戻して",
    "元に戻してください",
    "もとにもどして",
    "さっきのを元に戻して",
    "元通りにして",
    "取り消して",
    "やっぱり元に戻して",
    "前の状態に戻して",
    "元の明るさに戻して",
    "さっきの状態に戻して",
    "全部元に戻して",
    "今のなし",
    "両方元に戻して",
    "前の設定に戻して",
    "元の温度に戻して",
    "戻してくれる？",
)


@pytest.mark.parametrize("text", WAYS_BACK)
def test_what_was_done_is_taken_back_as_its_skill_told(text: str) -> None:
    shut = call("home.set_position", name="cover.blinds", position=40)
    bright = call("home.set_light", name="light.kitchen", brightness=75)
    found = understand(text, earlier=(DIM, SHUT), undo=((bright,), (shut,)))
    assert found.calls == (
        TAKEN_BACK,
        call("home.set_position", name="Bedroom Blinds", area="Bedroom", position=40),
        call("home.set_light", name="Kitchen Light", area="Kitchen", brightness=75),
    )


def test_a_skill_that_tells_no_way_back_leaves_it_to_the_opposite() -> None:
    bright = call("home.set_light", name="Kitchen Light", brightness=75)
    found = understand("undo that", earlier=(DIM, TIMER), undo=((bright,), ()))
    assert found.calls == (TAKEN_BACK, call("timers.cancel", start_minutes=5), bright)
    scene = call("home.set_mode", mode="x")
    assert understand("undo", earlier=(DIM, scene), undo=((bright,), ())).calls == (
        Call("about.no_way_back"),
    )
    following = call("home.media", command="next", name="Speaker")
    assert understand("undo", earlier=(following,), undo=((),)).calls == (
        TAKEN_BACK,
        call("home.media", command="previous", name="Speaker"),
    )


@pytest.mark.parametrize(
    "text", ["undo", "undo that", "undo the last command", "take that back", "元に戻して", "今のを取り消して"]
)
def test_where_nothing_was_done_nothing_is_taken_back(text: str) -> None:
    nothing = (Call("about.nothing_to_undo"),)
    assert understand(text).calls == nothing
    assert understand(text, earlier=(call("clock.time"),), deed=None).calls == nothing


@pytest.mark.parametrize("text", ["undo", "元に戻して"])
def test_what_was_done_before_a_question_is_what_is_taken_back(text: str) -> None:
    done = Deed("before", "what was said", (KITCHEN,), ((),))
    found = understand(text, earlier=(call("clock.time"),), deed=done)
    assert found.calls == (TAKEN_BACK, call("home.turn_off", name="Kitchen Light"))


@pytest.mark.parametrize("text", ["前の曲に戻して", "previous song"])
def test_the_song_before_is_no_undoing(text: str) -> None:
    louder = call("home.set_volume", name="media_player.speaker", volume=30)
    found = understand(text, earlier=(LOUDER,), undo=((louder,),))
    assert [(one.tool, one.arguments["command"]) for one in found.calls] == [("home.media", "previous")]


@pytest.mark.parametrize(("text", "called"), [("and the heating", "name"), ("暖房も", "domain")])
def test_what_was_turned_off_is_no_mode_of_the_next(text: str, called: str) -> None:
    (done,) = understand(text, earlier=(call("home.turn_off", name="Bedroom Light"),)).calls
    assert done.tool == "home.turn_off" and called in done.arguments


def test_more_of_a_timer_is_of_its_unit() -> None:
    timer = call("timers.start", minutes=5)
    assert understand("add 2 more", earlier=(timer,)).calls == (
        call("timers.add", minutes=2, start_minutes=5),
    )


def test_a_room_has_no_time_of_its_own() -> None:
    (told,) = understand("and in the study", earlier=(call("home.temperature", area="Bedroom"),)).calls
    assert told == call("home.temperature", area="Study")


@pytest.mark.parametrize(
    ("text", "listed"),
    [("put it on the list too", "buy milk"), ("リストにも入れて", "牛乳を買う")],
)
def test_what_was_to_be_remembered_is_put_on_a_list_too(text: str, listed: str) -> None:
    reminder = call("reminders.add", text=listed, at="2026-11-24T17:00:00")
    item = "milk" if text.isascii() else "牛乳"
    assert understand(text, earlier=(reminder,)).calls == (call("lists.add", item=item, list="shopping"),)


TOLD = tuple(call("reminders.remove", id=id) for id in ("7", "9"))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("delete the first one", TOLD[0]), ("please cancel the second", TOLD[1]),
        ("remove number two", TOLD[1]), ("drop the last one", TOLD[1]),
        ("delete the third one", call("about.which")), ("delete that", call("about.which")),
        ("最初のを消して", TOLD[0]), ("2つ目を消して", TOLD[1]),
        ("それ消して", call("about.which")),
    ],
)  # fmt: skip
def test_one_of_what_was_told_of(text: str, meant: Call) -> None:
    assert understand(text, earlier=(call("reminders.list"),), listed=TOLD).calls == (meant,)


@pytest.mark.parametrize("text", ["delete that one", "cancel it", "それ消して"])
def test_the_only_one_that_was_told_of(text: str) -> None:
    assert understand(text, earlier=(call("reminders.list"),), listed=TOLD[:1]).calls == TOLD[:1]


@pytest.mark.parametrize("text", ["now the lamp too", "and the lamp as well", "ランプも"])
def test_which_of_several_is_meant_too_is_asked(text: str) -> None:
    (asked,) = understand(text, earlier=(KITCHEN,)).calls
    assert asked.tool == "help.which"
    assert [(one["tool"], one["arguments"]["name"]) for one in asked.arguments["calls"]] == [
        ("home.turn_on", "Floor Lamp"), ("home.turn_on", "Desk Lamp"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["which is warmer", "and why is that warmer", "どっちが暖かい"])
def test_a_comparison_is_no_order(text: str) -> None:
    assert not any(one.tool.startswith("home.change") for one in understand(text, earlier=(WARM,)).calls)


@pytest.mark.parametrize("text", ["cancel all of them", "delete them all", "turn all of them off"])
def test_all_that_was_told_of_is_nothing_of_the_home(text: str) -> None:
    told = (call("reminders.list"),)
    assert understand(text, earlier=told, listed=TOLD).calls == TOLD
    assert understand(text, earlier=told).calls == told, "there are none, which is said once more"


def test_another_length_of_time_for_a_reminder() -> None:
    *_, anew = understand("change that to 1 hour", earlier=(REMINDER,)).calls
    assert (anew.tool, anew.arguments["at"]) == ("reminders.add", "2026-11-24T11:00:00")


def test_a_day_that_is_skipped_is_no_song() -> None:
    meaning = understand("skip tomorrow", earlier=(ALARM,))
    assert not meaning.calls and not meaning.proposed


def test_there_is_where_the_last_command_was() -> None:
    (opened,) = understand("and open the blinds there", earlier=(call("home.turn_on", area="Study"),)).calls
    assert opened.arguments["area"] == "Study", "and no other room's, though it has none"
    for text in ("hello there", "is there milk on the list"):
        assert not any(one.tool.startswith("home.") for one in understand(text, earlier=(KITCHEN,)).calls)


@pytest.mark.parametrize(
    "text", ["change the timer to 7 minutes", "タイマーを7分に変更して", "make it seven"]
)
def test_a_timer_for_another_length(text: str) -> None:
    *_, anew = understand(text, earlier=(TIMER,)).calls
    assert anew == call("timers.start", minutes=7)


def test_a_bare_number_is_of_minutes_behind_a_reminder_in_some() -> None:
    set_by_length = call("reminders.add", text="stretch", at="2026-11-24T10:10:17")
    *_, anew = understand("make it twenty", earlier=(set_by_length,)).calls
    assert anew.arguments["at"] == "2026-11-24T10:20:00"


@pytest.mark.parametrize("text", ["もういらない", "やっぱりいらない"])
def test_what_is_not_wanted_any_more_is_taken_back(text: str) -> None:
    milk = {"item": "牛乳", "list": "shopping"}
    found = understand(text, earlier=(call("lists.add", **milk),)).calls
    assert found[-1] == call("lists.remove", **milk)
    assert understand(text, earlier=(call("timers.start", minutes=5),)).calls == (
        call("timers.cancel", start_minutes=5),
    )
    assert not [one for one in understand(text).calls if one.tool.startswith("lists.")]


@pytest.mark.parametrize("text", ["turn it off", "それを消して", "もういらない"])
@pytest.mark.parametrize("where", [{}, {"area": "Living Room"}])
def test_what_plays_in_a_room_goes_off_and_not_the_room(text: str, where: dict[str, str]) -> None:
    paused = call("home.media", domain="media_player", command="pause", **where)
    assert understand(text, earlier=(call("home.play", query="jazz", **where),)).calls == (paused,)


@pytest.mark.parametrize("text", ["いらない", "もういらない", "それいらない", "さっきのやついらない"])
@pytest.mark.parametrize(
    "before",
    [
        call("home.lock", name="Front Door"),
        call("home.close", name="Bedroom Blinds"),
        call("home.turn_off", name="all"),
        call("home.unlock", name="Front Door"),
        call("alarms.list"),
        call("notes.find", words="合鍵"),
        call("timers.status"),
        call("lists.remove", item="牛乳", list="shopping"),
        call("home.weather"),
    ],
)
def test_only_what_was_begun_or_brought_is_not_wanted(text: str, before: Call) -> None:
    assert understand(text, earlier=(before,)).calls == (call("help.never_mind"),)
    light = call("home.turn_on", name="Kitchen Light")
    assert understand(text, earlier=(light,)).calls == (call("home.turn_off", name="Kitchen Light"),)


@pytest.mark.parametrize("text", ["そこで止めて", "その辺でストップ"])
def test_there_a_blind_stops(text: str) -> None:
    opened = call("home.open", name="Bedroom Blinds")
    assert understand(text, earlier=(opened,)).calls == (call("home.stop", name="Bedroom Blinds"),)


@pytest.mark.parametrize(
    "text",
    [
        "how long is left on the timer",
        "タイマーあとどれくらい？",
        "今のタイマーはあと何分",
    ],
)
def test_the_timer_is_no_name_of_one(text: str) -> None:
    assert understand(text, earlier=(call("timers.start", minutes=30),)).calls == (
        call("timers.status", start_minutes=30),
    )


def test_a_timer_that_was_told_of_is_set_to_another_length() -> None:
    told = call("timers.status", start_minutes=30)
    assert understand("change it to 25 minutes", earlier=(told,)).calls == (
        call("timers.cancel", start_minutes=30),
        call("timers.start", minutes=25),
    )


def test_what_was_asked_about_is_it() -> None:
    lights = call("home.turn_off", name="all", domain="light")
    asked = call("home.turn_on", area="Kitchen", domain="light")
    (dimmed,) = understand("dim it to a third", earlier=(lights,), asked=(asked,)).calls
    assert dimmed == call("home.set_light", area="Kitchen", domain="light", brightness=33)


@pytest.mark.parametrize(
    ("before", "text", "meant"),
    [
        (call("home.play", query="jazz"), "stop", call("home.media", domain="media_player", command="pause")),
        (call("home.play", query="ジャズ"), "止めて",
         call("home.media", domain="media_player", command="pause")),
        (call("chance.coin"), "again", call("chance.coin")),
        (call("chance.dice"), "once more", call("chance.dice")),
        (call("home.close", name="Bedroom Blinds"), "are they closed?",
         call("home.state", name="Bedroom Blinds", state="closed", ask="is")),
        (call("calendar.add", text="dentist", at="2026-11-27T15:00:00"), "delete it",
         call("calendar.remove", text="dentist")),
    ],
)  # fmt: skip
def test_what_follows_is_of_what_was_done(before: Call, text: str, meant: Call) -> None:
    assert understand(text, earlier=(before,)).calls == (meant,)


def test_a_plan_is_put_to_another_length_in_japanese() -> None:
    plan = call("timers.start", minutes=10, command="キッチンの電気をつけて")
    back, anew = understand("20分後にして", earlier=(plan,)).calls
    assert back.tool == "timers.cancel"
    assert anew == call("timers.start", minutes=20, command="キッチンの電気をつけて")


def test_what_stops_is_the_music_alone() -> None:
    light, jazz = call("home.turn_on", name="Kitchen Light"), call("home.play", query="jazz")
    assert understand("stop", earlier=(light, jazz)).calls == (
        call("home.media", domain="media_player", command="pause"),
    )


PLAN = call("timers.start", minutes=10, command="キッチンの電気消して")


@pytest.mark.parametrize(
    "text",
    [
        "やっぱりやめた", "やっぱやめとく", "やっぱりなしで", "それやめる", "actually don't", "don't do it",
        "actually, no, don't", "i changed my mind", "on second thought, don't",
    ],
)  # fmt: skip
def test_what_waits_is_taken_back_by_a_change_of_mind(text: str) -> None:
    assert understand(text, earlier=(PLAN,)).calls == (call("timers.cancel", name="キッチンの電気消して"),)
    assert understand(text, earlier=(ALARM,)).calls == (call("alarms.cancel", at="2026-11-25T07:00:00"),)
    assert understand(text).calls in ((), (call("help.never_mind"),))


@pytest.mark.parametrize("text", ["やっぱり後でいいや", "後でやる", "maybe later", "not now"])
def test_what_was_begun_ends_where_it_can_wait(text: str) -> None:
    started = call("home.start", name="Robot Vacuum")
    assert understand(text, earlier=(started,)).calls == (TAKEN_BACK, call("home.dock", name="Robot Vacuum"))
    locked = call("home.lock", name="Front Door")
    assert not any(one.tool == "home.unlock" for one in understand(text, earlier=(locked,)).calls)


@pytest.mark.parametrize("text", ["仕事やめた", "later", "後で買い物行く", "don't worry", "don't stop"])
def test_other_words_take_nothing_back(text: str) -> None:
    calls = understand(text, earlier=(PLAN,)).calls
    assert not any(one.tool.endswith(("cancel", "take_back")) for one in calls)


def test_what_was_told_of_is_taken_away_without_a_verb() -> None:
    listed = (call("timers.cancel", id="3"),)
    for text in ("それ取り消し", "それをキャンセル", "cancel that"):
        assert understand(text, earlier=(call("timers.status"),), listed=listed).calls == listed


@pytest.mark.parametrize("text", ["全部消して", "cancel them all"])
def test_all_timers_are_meant_behind_one_and_never_the_home(text: str) -> None:
    assert understand(text, earlier=(TIMER,)).calls == (call("timers.cancel_all"),)
    for earlier in (ALARM, REMINDER):
        found = understand(text, earlier=(earlier,))
        assert not found.calls and found.question, "what somebody waits for is asked about before"
        assert found.proposed[0].tool in {"alarms.cancel_all", "reminders.remove_all"}
    assert understand(text, earlier=(PLAN,)).calls == (call("about.which"),)
    none = call("reminders.list")
    assert understand(text, earlier=(none,)).calls == (none,)
    two = (call("reminders.remove", id="1"), call("reminders.remove", id="2"))
    assert understand(text, earlier=(none,), listed=two).calls == two


@pytest.mark.parametrize(
    ("text", "tool", "name"),
    [
        ("長いほう消して", "timers.cancel", "長い"),
        ("一番短いのを止めて", "timers.cancel", "一番短い"),
        ("最初のやつ止めて", "timers.cancel", "最初"),
        ("短い方あと何分？", "timers.status", "短い方"),
        ("cancel the shorter one", "timers.cancel", "shorter"),
        ("how long is left on the longer one", "timers.status", "longer one"),
    ],
)
def test_which_of_two_timers(text: str, tool: str, name: str) -> None:
    assert understand(text, earlier=(TIMER,)).calls == (call(tool, name=name),)
