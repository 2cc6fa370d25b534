"""What is said of a list, a note, a routine, somebody's address or a sum right behind it."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

DO = call("lists.add", item="call the plumber, pay rent", list="to do")
DO_JA = call("lists.add", item="水道屋に電話と家賃の支払い", list="to do")
BUY = call("lists.add", item="flour, sugar and a dozen eggs", list="shopping")
NOTE = call("notes.add", text="the boiler was serviced")
RENT = call("lists.check", item="rent", list="to do")


@pytest.mark.parametrize(
    ("text", "last", "then"),
    [
        ("I've paid the rent", DO, RENT),
        ("we already paid the rent", call("lists.show", list="to do"), RENT),
        ("家賃は払った", DO_JA, call("lists.check", item="家賃", list="to do")),
        ("靴下は入れたよ", call("lists.show", list="旅行"), call("lists.check", item="靴下", list="旅行")),
        ("make that two dozen eggs", BUY, call("lists.add", item="eggs", amount="2 dozen", list="shopping")),
        (
            "add that it cost 120 pounds",
            NOTE,
            call("notes.add", text="it cost 120 pounds", to=NOTE.arguments["text"]),
        ),
        ("12万円かかったって書き足して", call("notes.find"), call("notes.add", text="12万円かかった", to="")),
    ],
)
def test_it_is_of_what_was_put_down(text: str, last: Call, then: Call) -> None:
    assert understand(text, earlier=(last,)).calls == (then,)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("I've paid the rent", BUY),
        ("did you pay the rent?", DO),
        ("家賃は払った？", DO_JA),
        ("I've turned off the lights", DO),
        ("I've done it", DO),
    ],
)
def test_nothing_is_ticked_off(text: str, last: Call) -> None:
    assert all(one.tool != "lists.check" for one in understand(text, earlier=(last,)).calls)


@pytest.mark.parametrize("text", ["make it two degrees", "make that two hours"])
def test_no_amount_of_an_item(text: str) -> None:
    assert all(one.tool != "lists.add" for one in understand(text, earlier=(BUY,)).calls)


def test_that_is_an_item_behind_a_list() -> None:
    (added,) = understand("add bread", earlier=(BUY,)).calls
    assert added.tool == "lists.add" and "to" not in added.arguments


@pytest.mark.parametrize(
    ("text", "last", "what"),
    [
        (
            "remind me about that on Friday at noon",
            call("lists.add", item="pay the bill", list="to do"),
            "pay the bill",
        ),
        ("remind me on Friday at noon", call("lists.add", item="pay the bill", list="to do"), "pay the bill"),
        ("金曜の昼にリマインドして", call("lists.add", item="電気代を払う", list="to do"), "電気代を払う"),
    ],
)
def test_a_reminder_of_it(text: str, last: Call, what: str) -> None:
    reminder = call("reminders.add", at="2026-11-27T12:00:00", text=what)
    assert understand(text, earlier=(last,)).calls == (reminder,)


def test_a_reminder_of_its_own_is_one() -> None:
    (reminder,) = understand("remind me to stretch on Friday at noon", earlier=(DO,)).calls
    assert reminder.arguments["text"] == "stretch"


@pytest.mark.parametrize("text", ["forget that routine", "delete the routine", "そのルーティン消して"])
def test_the_routine_that_was_taught(text: str) -> None:
    taught, lamp = call("routines.add", name="dinner", does="x"), call("home.turn_on", name="Floor Lamp")
    for turns in (((taught,),), ((lamp,), (taught,))):
        assert understand(text, earlier=turns[0], before=turns[1:]).calls == (
            call("routines.remove", name="dinner"),
        )
    assert understand(text, earlier=(lamp,)).calls != (call("routines.remove", name="dinner"),)


MAIL, RING = call("phone.mail", to="Anna", subject="party"), call("phone.call", to="Anna")


@pytest.mark.parametrize(
    ("text", "asked", "kept"),
    [
        ("her address is anna@example.com", MAIL, {"email": "anna@example.com"}),
        ("anna@example.com", MAIL, {"email": "anna@example.com"}),
        ("アドレスは anna@example.com だよ", MAIL, {"email": "anna@example.com"}),
        ("her number is 555 0147", RING, {"phone": "555 0147"}),
        ("番号は03-1234-5678", RING, {"phone": "03-1234-5678"}),
    ],
)
def test_what_was_missing_to_reach_somebody(text: str, asked: Call, kept: dict[str, str]) -> None:
    meaning = understand(text, earlier=(asked,), asked=(asked,))
    assert meaning.calls == (call("contacts.add", name="Anna", **kept), asked)


def test_the_other_kind_of_address_sends_nothing() -> None:
    meaning = understand("her number is 555 0147", earlier=(MAIL,), asked=(MAIL,))
    assert MAIL not in meaning.calls


@pytest.mark.parametrize(
    ("text", "last", "then"),
    [
        (
            "split between four",
            call("math.calculate", expression="15 percent tip on 64 dollars"),
            call("math.share", amount="64 dollars", people=4, tip=15.0),
        ),
        (
            "and with 20 percent?",
            call("math.share", amount="64 dollars", people=4, tip=15.0),
            call("math.share", amount="64 dollars", people=4, tip=20.0),
        ),
        (
            "20パーセントなら？",
            call("math.calculate", expression="(6400円の15パーセント) / 4"),
            call("math.calculate", expression="(6400円の20%) / 4"),
        ),
        (
            "split between four",
            call("math.calculate", expression="64 + 8"),
            call("math.calculate", expression="(64 + 8) / 4"),
        ),
    ],
)
def test_a_sum_goes_on(text: str, last: Call, then: Call) -> None:
    assert understand(text, earlier=(last,)).calls == (then,)


def test_a_question_is_no_text_to_keep() -> None:
    asked = call("reminders.add", text="", at="2026-11-27T12:00:00")
    assert not understand("ちゃんと入れた？", earlier=(asked,), asked=(asked,)).calls
    kept = understand("大家さんに会う", earlier=(asked,), asked=(asked,)).calls
    assert kept == (call("reminders.add", text="大家さんに会う", at="2026-11-27T12:00:00"),)


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("今何したの？", "history.done"),
        ("何を取り消したの？", "history.done"),
        ("what did you undo?", "history.done"),
        ("what have you got planned", "timers.status"),
        ("何か予約してある？", "timers.status"),
    ],
)
def test_what_is_asked_of_what_was_done(text: str, tool: str) -> None:
    assert [one.tool for one in understand(text).calls] == [tool]


@pytest.mark.parametrize(
    ("text", "item", "where"),
    [
        ("make me a to-do list: call the plumber, pay rent", "call the plumber, pay rent", "to do"),
        ("電気代を払うってやることリストに入れて", "電気代を払う", "to do"),
        ("大さじ2杯半の砂糖を買い物リストに入れて", "大さじ2杯半の砂糖", "shopping"),
    ],
)
def test_items_as_they_were_said(text: str, item: str, where: str) -> None:
    assert understand(text).calls == (call("lists.add", item=item, list=where),)


NEW, NEW_JA = call("lists.create", list="picnic"), call("lists.create", list="ピクニック")


@pytest.mark.parametrize(
    ("text", "last", "item"),
    [
        ("bread, cheese and grapes", NEW, "bread, cheese and grapes"),
        ("milk", NEW, "milk"),
        ("パンとチーズとぶどう", NEW_JA, "パンとチーズとぶどう"),
    ],
)
def test_a_row_of_things_is_for_the_new_list(text: str, last: Call, item: str) -> None:
    assert understand(text, earlier=(last,)).calls == (
        call("lists.add", item=item, list=last.arguments["list"]),
    )


@pytest.mark.parametrize(
    "text",
    ["thank you", "turn on the lamp and the fan", "what's on it", "yes and no", "ありがとう", "elephant"],
)
def test_no_row_of_things(text: str) -> None:
    assert all(one.tool != "lists.add" for one in understand(text, earlier=(NEW,)).calls)


LUNCH = call("calendar.add", text="lunch", at="2026-11-27T12:30:00")
ASKED = call("calendar.show", words="lunch")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("at the Thai place", "the Thai place"),
        ("it's at the sports hall", "the sports hall"),
        ("体育館で", "体育館"),
    ],
)
@pytest.mark.parametrize("last", [LUNCH, ASKED])
def test_where_an_event_is(text: str, place: str, last: Call) -> None:
    (moved,) = understand(text, earlier=(last,)).calls
    assert moved.tool == "calendar.move" and moved.arguments["place"] == place


@pytest.mark.parametrize(
    "text", ["at noon", "in the evening", "at 3", "in total", "2人で", "午後で", "全部で", "英語で"]
)
def test_no_place_of_an_event(text: str) -> None:
    assert all("place" not in one.arguments for one in understand(text, earlier=(LUNCH,)).calls)


@pytest.mark.parametrize(
    ("text", "name", "note"),
    [
        ("it's on May 12th", "Ben", "Ben's birthday is on May 12th"),
        ("5月12日だよ", "ベン", "ベンの誕生日は5月12日"),
    ],
)
def test_a_birthday_that_was_not_known(text: str, name: str, note: str) -> None:
    asked = call("contacts.find", name=name, what="birth_date")
    assert understand(text, earlier=(asked,), asked=(asked,)).calls == (call("notes.add", text=note),)
    number = call("contacts.find", name=name, what="phone")
    assert understand(text, earlier=(number,), asked=(number,)).calls != (call("notes.add", text=note),)


@pytest.mark.parametrize(
    ("text", "last", "then"),
    [
        ("we have eggs already", call("lists.add", item="eggs", list="shopping"), "eggs"),
        ("卵はもうあった", call("lists.add", item="卵", list="shopping"), "卵"),
    ],
)
def test_what_is_there_already_is_ticked_off(text: str, last: Call, then: str) -> None:
    assert understand(text, earlier=(last,)).calls == (call("lists.check", item=then, list="shopping"),)


def test_more_for_the_list_that_asked() -> None:
    asked = call("lists.add", list="shopping", item="")
    assert understand("あとハムも", earlier=(asked,), asked=(asked,)).calls == (
        call("lists.add", list="shopping", item="ハム"),
    )


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("how long till my next appointment", (call("calendar.show", first=True),)),
        ("次の予定まであとどれくらい？", (call("calendar.show", first=True),)),
        ("まあいいや", (call("help.never_mind"),)),
    ],
)
def test_said_by_itself(text: str, calls: tuple[Call, ...]) -> None:
    assert understand(text).calls == calls


def test_when_it_rings() -> None:
    alarm = call("alarms.set", at="2026-11-25T08:00:00")
    assert understand("それ何時？", earlier=(alarm,)).calls == (call("alarms.list"),)
    assert [one.tool for one in understand("今何時？", earlier=(alarm,)).calls] == ["clock.time"]


@pytest.mark.parametrize("text", ["in the kitchen turn on the light", "at home turn off the fan"])
def test_an_order_in_a_room_is_no_place_of_an_event(text: str) -> None:
    assert all(one.tool != "calendar.move" for one in understand(text, earlier=(LUNCH,)).calls)


def test_that_is_put_on_a_list_and_not_behind_the_note() -> None:
    (added,) = understand("add that to the shopping list", earlier=(NOTE,)).calls
    assert added.tool == "lists.add"


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [("it's 555 0199", "phone", "555 0199"), ("anna@example.com", "email", "anna@example.com")],
)
def test_what_was_not_known_of_somebody(text: str, kind: str, told: str) -> None:
    asked = call("contacts.find", name="Anna", what=kind)
    kept = call("contacts.add", **{"name": "Anna", kind: told})
    assert understand(text, earlier=(asked,), asked=(asked,)).calls == (kept,)


def test_so_many_of_it_for_the_list() -> None:
    assert understand("卵を3個リストに入れて").calls == (call("lists.add", item="卵3個", list="shopping"),)
    assert understand("卵を旅行リストに入れて").calls == (call("lists.add", item="卵", list="旅行"),)


def test_another_one_without_a_length_is_no_minute() -> None:
    timer = call("timers.start", minutes=10)
    assert all(
        one.tool != "timers.start" for one in understand("another one for the eggs", earlier=(timer,)).calls
    )


def test_a_row_behind_a_new_list_in_japanese() -> None:
    made = call("lists.create", list="沖縄旅行")
    row = call("lists.add", item="日焼け止め、水着、充電器", list="沖縄旅行")
    assert understand("日焼け止め、水着、充電器", earlier=(made,)).calls == (row,)
    held = (call("lists.show", item="帽子", list="沖縄旅行"),)
    assert understand("帽子入ってる？", earlier=(row,)).calls == held
    assert understand("電気、消して", earlier=(made,)).calls != (
        call("lists.add", item="電気、消して", list="沖縄旅行"),
    )


def test_whether_it_was_put_there_by_the_ending_alone() -> None:
    put = call("lists.add", item="牛乳", list="shopping")
    for text in ("卵って入ってたっけ", "卵は入れたかな", "卵は入ってた？"):
        assert understand(text, earlier=(put,)).calls == (call("lists.show", item="卵", list="shopping"),)
    assert understand("卵が入ってた", earlier=(put,)).calls != (
        call("lists.show", item="卵", list="shopping"),
    )


def test_a_place_that_is_to_be_written_down() -> None:
    event = call("calendar.add", at="2026-11-25T08:00:00", text="車検")
    for text in ("場所は駅前の工場って書いといて", "場所は駅前の工場で登録しておいて", "場所は駅前の工場ね"):
        (moved,) = understand(text, earlier=(event,)).calls
        assert moved.arguments["place"] == "駅前の工場"
