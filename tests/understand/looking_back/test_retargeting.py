"""What a person puts right about the thing that a command was for."""

from dataclasses import replace

import pytest

from kippu.turn import Call
from understand.home import HOME, call, thing, understand

DESK = call("home.turn_on", name="Desk Lamp")
DESK_BACK = call("home.turn_off", name="Desk Lamp", area="Study")
KITCHEN = call("home.turn_on", name="Kitchen Light")
KITCHEN_BACK = call("home.turn_off", name="Kitchen Light", area="Kitchen")
LIVING = call("home.turn_on", name="Living Room Light")
DIM = call("home.set_light", name="Kitchen Light", brightness=30)
BEDROOM_TOO = call("home.turn_on", domain="light", area="Bedroom")
OFF_DESK = (call("home.turn_off", name="light.desk"),)
OFF_KITCHEN = (call("home.turn_off", name="light.kitchen"),)


@pytest.mark.parametrize(
    "text",
    [
        "no, I meant the floor lamp", "I meant the floor lamp", "no, the floor lamp",
        "not that one, the floor lamp",
        "not the desk lamp, the floor lamp", "the floor lamp instead", "wrong lamp, I said the floor lamp",
        "sorry, the floor lamp please", "違う、フロアランプ", "デスクランプじゃなくてフロアランプ",
        "いや、フロアランプのほうだよ", "ごめん、フロアランプにして", "そっちじゃない、フロアランプ",
    ],
)  # fmt: skip
def test_the_wrong_one_is_taken_back_and_the_right_one_is_done(text: str) -> None:
    found = understand(text, earlier=(DESK,), undo=(OFF_DESK,))
    assert found.calls == (DESK_BACK, call("home.turn_on", name="Floor Lamp"))


@pytest.mark.parametrize(
    "text",
    [
        "no, the bedroom one", "not that one, the bedroom", "no, in the bedroom",
        "not here, the bedroom",
        "not the kitchen, the bedroom", "そっちじゃなくて寝室", "違う、寝室のほう",
        "キッチンじゃなくて寝室だよ", "いや、寝室のやつ", "じゃなくて寝室", "やっぱり寝室",
    ],
)  # fmt: skip
def test_the_wrong_room_is_put_right(text: str) -> None:
    found = understand(text, earlier=(KITCHEN,), undo=(OFF_KITCHEN,))
    assert found.calls == (KITCHEN_BACK, BEDROOM_TOO)


@pytest.mark.parametrize("text", ["やっぱり卵も", "やっぱりね", "やっぱり高いよね", "やっぱりカレー食べたい"])
def test_what_one_thinks_of_it_puts_nothing_right(text: str) -> None:
    milk = call("lists.add", item="牛乳", list="shopping")
    assert not [one for one in understand(text, earlier=(milk,)).calls if one.tool == "lists.remove"]
    assert KITCHEN_BACK not in understand("やっぱり寝室も", earlier=(KITCHEN,)).calls


@pytest.mark.parametrize("text", ["no, the bedroom", "違う、寝室"])
def test_what_was_set_is_set_there_and_the_level_from_before_comes_back(text: str) -> None:
    before = call("home.set_light", name="light.kitchen", brightness=75)
    assert understand(text, earlier=(DIM,), undo=((before,),)).calls == (
        call("home.set_light", name="Kitchen Light", area="Kitchen", brightness=75),
        call("home.set_light", domain="light", area="Bedroom", brightness=30),
    )


@pytest.mark.parametrize("text", ["no, the floor lamp", "いや、フロアランプ"])
def test_what_changed_nothing_needs_no_way_back(text: str) -> None:
    found = understand(text, earlier=(DESK,), undo=(OFF_DESK,), changed=((),))
    assert found.calls == (call("home.turn_on", name="Floor Lamp"),)


@pytest.mark.parametrize("text", ["no, I meant the bedroom", "違う、寝室"])
def test_a_question_is_asked_of_the_right_one(text: str) -> None:
    (asked,) = understand(text, earlier=(call("home.temperature", area="Kitchen"),)).calls
    assert asked == call("home.temperature", area="Bedroom")


@pytest.mark.parametrize("text", ["no, the other one", "not that one, the other one", "the other one instead",
                                  "違う、もう一つのほう", "そっちじゃなくて別の"])  # fmt: skip
def test_the_other_one_is_the_only_one_of_its_kind_in_the_room(text: str) -> None:
    off = (call("home.turn_off", name="light.living"),)
    assert understand(text, earlier=(LIVING,), undo=(off,)).calls == (
        call("home.turn_off", name="Living Room Light", area="Living Room"),
        call("home.turn_on", name="Floor Lamp", area="Living Room"),
    )


@pytest.mark.parametrize("text", ["no, the other one", "違う、もう一つのほう"])
def test_the_other_one_is_the_other_of_what_was_asked_about(text: str) -> None:
    choices = (call("home.turn_on", name="light.desk"), call("home.turn_on", name="light.lamp"))
    found = understand(text, earlier=(DESK,), undo=(OFF_DESK,), choices=choices)
    assert found.calls == (DESK_BACK, call("home.turn_on", name="Floor Lamp", area="Living Room"))


@pytest.mark.parametrize(
    ("text", "asks"), [("no, the other one", "Which one"), ("違う、もう一つのほう", "どれですか")]
)
def test_where_there_are_several_others_it_is_asked_which(text: str, asks: str) -> None:
    back, asked = understand(text, earlier=(KITCHEN,), undo=(OFF_KITCHEN,)).calls
    assert back == KITCHEN_BACK
    assert asked.tool == "help.which" and asks in asked.arguments["question"]
    assert {one["arguments"]["name"] for one in asked.arguments["calls"]} == {
        "Living Room Light", "Floor Lamp", "Bedroom Light", "Bathroom Light", "Desk Lamp",
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "やっぱり大丈夫",
        "やっぱり不要",
        "やっぱり保留で",
        "やっぱり来週にして",
        "やっぱり土曜",
        "やっぱり面倒",
        "じゃなくて",
        "じゃなくて何が入ってるか教えて",
        "じゃなくて天気",
        "じゃなくて電気消して",
    ],
)
def test_what_is_no_item_takes_no_place_of_one(text: str) -> None:
    milk = call("lists.add", item="牛乳", list="shopping")
    assert not [one for one in understand(text, earlier=(milk,)).calls if one.tool.startswith("lists.")]


@pytest.mark.parametrize("text", ["やっぱり豆乳", "やっぱり豆乳にして", "じゃなくて豆乳", "違う、豆乳"])
def test_another_item_may_be_thought_of_later(text: str) -> None:
    milk = call("lists.add", item="牛乳", list="shopping")
    assert understand(text, earlier=(milk,)).calls[-1] == call("lists.add", item="豆乳", list="shopping")


@pytest.mark.parametrize("text", ["no, I meant oat milk", "いや、牛乳じゃなくてオーツミルク"])
def test_another_item_takes_the_place_of_the_wrong_one(text: str) -> None:
    milk = "milk" if text.isascii() else "牛乳"
    item = "oat milk" if text.isascii() else "オーツミルク"
    assert understand(text, earlier=(call("lists.add", item=milk, list="shopping"),)).calls == (
        call("lists.remove", item=milk, list="shopping"),
        call("lists.add", item=item, list="shopping"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "no", "no thanks", "no, turn it off", "no wait, lock the front door", "and the bedroom",
        "the bedroom too",
        "actually, what is the capital of France?", "いや", "ごめんね", "寝室も", "違うよ", "いや、消して",
    ],
)  # fmt: skip
def test_what_names_no_other_thing_puts_nothing_right(text: str) -> None:
    found = understand(text, earlier=(KITCHEN,), undo=(OFF_KITCHEN,)).calls
    assert len(found) <= 1 and not any(one.tool == "help.which" for one in found)


@pytest.mark.parametrize("text", ["no, I meant the floor lamp", "違う、フロアランプ"])
def test_nothing_is_put_right_where_nothing_was_done(text: str) -> None:
    assert not any(one.tool.startswith("home.") for one in understand(text).calls)


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (call("home.turn_off", name="Bedroom Light"), "やっぱり玄関の鍵"),
        (call("home.turn_off", name="Bedroom Light"), "いや、玄関の鍵"),
        (call("home.turn_off", name="Bedroom Light"), "no, the front door"),
        (call("home.turn_on", name="Bedroom Light"), "いや、ブラインド"),
        (call("home.lock", name="Front Door"), "やっぱり寝室だよ"),
        (call("home.lock", name="Front Door"), "no, the living room"),
        (call("home.lock", domain="lock"), "いや、リビング"),
        (call("home.turn_off", name="all"), "やっぱり寝室"),
        (call("home.turn_on", name="Bedroom Light"), "やっぱりリビングにいる"),
    ],
)
def test_nothing_is_done_to_what_is_not_there_or_can_not_be_so(before: Call, text: str) -> None:
    assert not [one for one in understand(text, earlier=(before,)).calls if one.tool.startswith("home.")]


@pytest.mark.parametrize("text", ["no, the back door", "いや、裏口の鍵"])
def test_a_wrong_lock_stays_locked(text: str) -> None:
    back = thing("lock.back", "Back Door", "Kitchen", "裏口の鍵")
    home = replace(HOME, things=(*HOME.things, back))
    locked = call("home.lock", name="Front Door")
    assert understand(text, home, earlier=(locked,)).calls == (call("home.lock", name="Back Door"),)


@pytest.mark.parametrize("text", ["no, all of them", "no, everything", "I meant everything", "いや、全部"])
def test_all_of_what_is_asked(text: str) -> None:
    lit = call("home.turn_off", name="Kitchen Light")
    assert understand(text, earlier=(lit,)).calls == (call("about.which"),)


@pytest.mark.parametrize(
    "text",
    ["not that one", "no, not this one", "that's the wrong one", "wrong light", "that's not the one i meant",
     "you got the wrong lamp", "それじゃない", "そっちじゃなくて"],
)  # fmt: skip
def test_the_wrong_one_is_taken_back_and_which_is_asked(text: str) -> None:
    back, which = understand(text, earlier=(call("home.turn_on", name="Bedroom Light"),)).calls
    assert back == call("home.turn_off", name="Bedroom Light")
    assert which.tool == "help.which" and "Bedroom Light" not in which.arguments["choices"]


def test_the_room_that_was_said_in_japanese() -> None:
    calls = understand("台所って言ったんだけど", earlier=(call("home.turn_on", name="Bedroom Light"),)).calls
    assert calls == (
        call("home.turn_off", name="Bedroom Light"),
        call("home.turn_on", area="Kitchen", domain="light"),
    )


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (call("home.unlock", name="Front Door"), "not that one"),
        (call("home.unlock", name="Front Door"), "それじゃない"),
        (call("home.turn_on", name="Coffee Machine"), "not that one"),
        (call("home.set_light", name="Floor Lamp", color="red"), "not that one"),
        (call("home.turn_on", name="Floor Lamp"), "wrong room"),
        (call("home.turn_on", name="Floor Lamp"), "それじゃない？"),
        (call("home.turn_on", name="Bedroom Light"), "キッチンって言った？"),
        (call("home.turn_on", name="Bedroom Light"), "寝室って言ったじゃん"),
        (call("lists.add", item="牛乳", list="shopping"), "ありがとうって言ったじゃん"),
    ],
)
def test_nothing_is_done_to_another_where_that_is_not_plain(before: Call, text: str) -> None:
    acts = [
        one.tool
        for one in understand(text, earlier=(before,)).calls
        if one.tool.startswith(("home.", "lists."))
    ]
    assert acts == []


@pytest.mark.parametrize(
    "text", ["no, the shopping list", "shopping list i mean", "no i meant the shopping list"]
)
def test_another_list_was_meant(text: str) -> None:
    put = call("lists.add", list="packing", item="sunblock")
    back, anew = understand(text, earlier=(put,)).calls
    assert back == call("lists.remove", list="packing", item="sunblock")
    assert anew == call("lists.add", list="shopping", item="sunblock")


def test_another_item_is_still_another_item() -> None:
    put = call("lists.add", list="packing", item="sunblock")
    assert understand("no, sunscreen", earlier=(put,)).calls[-1].arguments["item"] == "sunscreen"
    assert not any(
        "item" in one.arguments for one in understand("no, the packing list", earlier=(put,)).calls
    )
