"""What is said of what was just kept, in words of one's own."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

RICE = call("reminders.add", at="2026-11-24T18:00:00", text="米研ぐ")
EGGS = call("lists.add", list="shopping", item="卵")
THREE = call("lists.add", list="shopping", item="玉ねぎ、にんじん、じゃがいも")
CLEAN = call("lists.add", list="to do", item="部屋の掃除")
DENTIST = call("calendar.add", at="2026-11-25T10:00:00", text="歯医者")
NOTE = call("notes.add", text="帰りに牛乳買う")
TOMORROW = call("calendar.show", day="2026-11-25")


def after(last: Call, text: str, *before: Call) -> tuple[Call, ...]:
    return understand(text, earlier=(last,), before=tuple((one,) for one in before)).calls


@pytest.mark.parametrize(
    ("last", "text", "gone"),
    [
        (RICE, "米研ぐの消して", call("reminders.remove", text="米研ぐ")),
        (RICE, "米研ぐのはもういらない", call("reminders.remove", text="米研ぐ")),
        (DENTIST, "歯医者の方は中止", call("calendar.remove", text="歯医者")),
        (DENTIST, "歯医者はやっぱりいいや", call("calendar.remove", text="歯医者")),
        (THREE, "じゃがいもはあったからいいや", call("lists.remove", list="shopping", item="じゃがいも")),
        (THREE, "にんじんはやめて", call("lists.remove", list="shopping", item="にんじん")),
    ],
)
def test_called_off_by_its_own_words(last: Call, text: str, gone: Call) -> None:
    assert after(last, text) == (gone,)


@pytest.mark.parametrize(
    "text", ["電気消して", "歯医者いらないよね？", "歯医者って怖い", "ライト消して", "音楽やめて"]
)
def test_nothing_else_is_called_off(text: str) -> None:
    lamp = call("reminders.add", at="2026-11-25T09:00:00", text="ライト電池買う")
    for last in (DENTIST, lamp):
        tools = {one.tool for one in after(last, text)}
        assert not {"calendar.remove", "reminders.remove"} & tools


@pytest.mark.parametrize(
    "text", ["買い物リスト入れといて", "リストに入れといて", "それ買い物リストに追加して"]
)
def test_what_was_spoken_of_goes_on_the_list(text: str) -> None:
    assert after(EGGS, text) == (call("lists.add", list="shopping", item="卵"),)


def test_what_was_noted_goes_on_the_list_and_the_note_away() -> None:
    assert after(NOTE, "それ買い物リストに入れて") == (call("lists.add", list="shopping", item="牛乳"),)
    gone = (call("notes.remove", words="帰りに牛乳買う"),)
    assert after(EGGS, "メモは消していいよ", NOTE) == gone
    assert after(NOTE, "メモ消して") == gone


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("あとカレールー", "カレールー"),
        ("それと、にんにく", "にんにく"),
        ("あと洗剤と味噌", "洗剤と味噌"),
        ("あとみかん", "みかん"),
    ],
)
def test_one_more_item(text: str, item: str) -> None:
    assert after(EGGS, text) == (call("lists.add", list="shopping", item=item),)


@pytest.mark.parametrize(
    "text",
    ["あと10分", "あとどのくらい？", "あとお願い", "あと面白い話", "それと音楽", "あとは大丈夫", "あとで行く",
     "あと何があったっけ", "あとありがとう", "それと明日晴れる？"],
)  # fmt: skip
def test_no_item(text: str) -> None:
    assert "lists.add" not in [one.tool for one in after(EGGS, text)]


def test_what_is_still_there_is_taken_off_alone() -> None:
    butter = call("lists.add", item="バター", list="shopping")
    rest = call("lists.add", item="牛乳、卵、食パン", list="shopping")
    meant = understand("卵はまだあったわ、消して", earlier=(butter,), before=((rest,),)).calls
    assert meant == (call("lists.remove", item="卵", list="shopping"),)


@pytest.mark.parametrize("text", ["もう入ってたっけ？", "それはもう入ってる？"])
def test_whether_it_is_on_the_list(text: str) -> None:
    assert after(EGGS, text) == (call("lists.show", list="shopping", item="卵"),)


@pytest.mark.parametrize("text", ["掃除終わった", "掃除はもう済んだよ", "掃除やった、消しといて"])
def test_ticked_off(text: str) -> None:
    assert after(CLEAN, text) == (call("lists.check", list="to do", item="掃除"),)


@pytest.mark.parametrize("text", ["掃除終わった？", "仕事終わった", "掃除機終わった"])
def test_nothing_is_ticked_off(text: str) -> None:
    assert call("lists.check", list="to do", item="掃除") not in after(CLEAN, text)


def test_the_item_that_was_asked_after() -> None:
    second = call("lists.show", list="shopping", item="2番目")
    assert after(second, "それ消して") == (call("lists.remove", list="shopping", item="2番目"),)
    assert "lists.remove" not in [one.tool for one in after(EGGS, "リスト消して")]


@pytest.mark.parametrize(
    ("last", "text", "calls"),
    [
        (call("clock.date", day="2026-12-04"), "その日の19時に飲み会入れて",
         (call("calendar.add", at="2026-12-04T19:00:00", text="飲み会"),)),
        (DENTIST, "その日暇？", (call("calendar.show", day="2026-11-25"),)),
        (DENTIST, "その日何曜日？", (call("clock.date", day="2026-11-25"),)),
        (DENTIST, "何曜日だっけ？", (call("clock.date", day="2026-11-25"),)),
        (call("notes.add", text="花子の誕生日5月3日"), "何曜日？", (call("clock.date", day="2027-05-03"),)),
        (TOMORROW, "一番最初のは何時？", (call("calendar.show", day="2026-11-25", first=True),)),
        (TOMORROW, "明日何残ってる？", (TOMORROW,)),
        (call("calendar.show", words="歯医者"), "来週の同じ時間にずらして",
         (call("calendar.move", text="歯医者", hours=168),)),
    ],
)  # fmt: skip
def test_of_a_day(last: Call, text: str, calls: tuple[Call, ...]) -> None:
    assert after(last, text) == calls


def test_behind_a_question_of_a_day() -> None:
    asked = (call("calendar.add", at="2026-12-12", text="誕生日パーティー"),)
    assert understand("その日何曜日？", asked=asked).calls == (call("clock.date", day="2026-12-12"),)


def test_the_afternoon_of_the_day_before_it() -> None:
    gone = call("calendar.remove", text="会議")
    assert after(gone, "午後は？", TOMORROW) == (call("calendar.show", day="2026-11-25", part="afternoon"),)


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("その30分後に炊飯器スイッチってのも", {"at": "2026-11-24T18:30:00", "text": "炊飯器スイッチ"}),
        ("その10分前にも教えて", {"at": "2026-11-24T17:50:00", "text": "米研ぐ"}),
    ],
)
def test_so_long_after_it(text: str, given: dict[str, str]) -> None:
    assert after(RICE, text) == (call("reminders.add", **given),)


def test_so_long_after_an_alarm() -> None:
    alarm = call("alarms.set", at="2026-11-25T07:00:00")
    assert after(alarm, "その30分後にもアラーム") == (call("alarms.set", at="2026-11-25T07:30:00"),)


def test_when_it_rings_now() -> None:
    assert after(RICE, "何時になった？") == (call("reminders.list", words="米研ぐ"),)
    assert after(RICE, "今何時になった？") == (call("clock.time"),)


def test_the_week_of_what_was_put_down() -> None:
    event = call("calendar.add", at="2026-12-14T15:30:00", text="歯医者")
    week = (call("calendar.show", day="2026-12-14", until="2026-12-20"),)
    for text in ("その週ほかに何かある？", "その週の予定は？", "で、その週は？"):
        assert after(event, text) == week
    assert after(event, "その週末は？") != week


def test_what_was_taken_off_is_put_back() -> None:
    gone = call("lists.remove", list="shopping", item="卵")
    leek = call("lists.remove", list="shopping", item="ねぎ")
    back = (call("lists.add", list="shopping", item="卵"),)
    assert after(gone, "卵は戻しといて") == back
    assert after(leek, "やっぱり卵は元に戻して", gone) == back
    assert after(leek, "牛乳は戻しといて") != (call("lists.add", list="shopping", item="牛乳"),)


def test_another_item_was_meant_to_go() -> None:
    gone = call("lists.remove", list="shopping", item="卵")
    meant = call("lists.remove", list="shopping", item="ねぎ")
    assert after(gone, "間違えた、ねぎだった") == (meant,)
    back = call("lists.add", list="shopping", item="卵")
    known = understand("間違えた、ねぎだった", earlier=(gone,), undo=((back,),)).calls
    assert known == (back, meant)


def test_another_item_was_meant_where_the_first_was_not_there() -> None:
    missing = call("lists.remove", list="shopping", item="卵")
    meant = call("lists.remove", list="shopping", item="ねぎ")
    said = understand("間違えた、ねぎだった", earlier=(missing,), asked=(missing,))
    assert said.calls == (meant,)
    other = understand("うん、いいよ", earlier=(missing,), asked=(missing,)).calls
    assert not any(one.tool == "lists.remove" and one.arguments.get("item") != "卵" for one in other)


@pytest.mark.parametrize("text", ["やっぱり今週も行く", "やっぱりいる", "ごめん、やっぱり行けることになった"])
def test_it_comes_on_that_day_after_all(text: str) -> None:
    skipped = call("calendar.remove", text="ヨガ", day="2026-11-27")
    back = ((call("calendar.put_back", images=["1"]),),)
    calls = understand(text, earlier=(skipped,), undo=back).calls
    assert [one.tool for one in calls] == ["history.take_back", "calendar.put_back"]
    whole = call("calendar.remove", text="ヨガ")
    assert not any(one.tool == "history.take_back" for one in after(whole, text))


def test_how_many_of_the_one_that_is_counted_so() -> None:
    party = call("lists.add", list="shopping", item="チーズとオリーブとワイン2本")
    assert after(party, "間違えた、3本") == after(party, "3本にしよ")
    assert after(party, "3本にしよ") == (call("lists.add", item="ワイン2本", amount="3本", list="shopping"),)


@pytest.mark.parametrize(
    ("text", "when", "verb"),
    [
        ("30分たったら自動で消えるようにもできますか", {"minutes": 30}, "消す"),
        ("1時間後に消えるようにして", {"hours": 1}, "消す"),
    ],
)
def test_off_by_itself(text: str, when: dict[str, int], verb: str) -> None:
    light = call("home.turn_on", name="Kitchen Light")
    assert after(light, text) == (call("timers.start", **when, command=f"キッチンの電気を{verb}"),)


@pytest.mark.parametrize("text", ["あ、まだ早かった、取り消して", "ごめん、間違えた、元に戻して"])
def test_an_excuse_before_what_takes_it_back(text: str) -> None:
    calls = after(call("home.turn_on", name="Kitchen Light"), text)
    assert [one.tool for one in calls] == ["history.take_back", "home.turn_off"]


@pytest.mark.parametrize(
    "text", ["平日の全部止めて", "というか平日のアラームは全部消して、20日まで休みだから"]
)
def test_the_alarms_of_some_days(text: str) -> None:
    alarm = call("alarms.set", at="2026-11-25T06:30:00", repeat="weekdays")
    off = (call("alarms.cancel", repeat="weekdays"),)
    assert after(alarm, text) == off
    missing = call("alarms.cancel", at="2026-11-25T06:30:00")
    assert understand(text, earlier=(missing,), asked=(missing,)).calls == off


def test_a_series_is_named_by_its_days_and_by_no_hour() -> None:
    assert understand("毎週金曜のヨガの予定を削除して").calls == (call("calendar.remove", text="ヨガ"),)
    friday = (call("calendar.remove", day="2026-11-27", text="ヨガ"),)
    assert understand("金曜のヨガの予定を削除して").calls == friday
    assert understand("平日のアラームを消して").calls == (call("alarms.cancel", repeat="weekdays"),)
    seven = (call("alarms.cancel", at="2026-11-25T07:00:00"),)
    assert understand("平日7時のアラームを消して").calls == seven


def test_what_stays_as_it_is() -> None:
    lights = call("home.turn_off", name="all", domain="light")
    assert after(lights, "換気扇はそのままで") == (call("about.left"),)
    assert after(lights, "寝室はそのままで") == (call("home.turn_on", name="Bedroom Light"),)


@pytest.mark.parametrize(
    ("text", "sum_"),
    [
        ("家賃78000光熱費11000食費35000で合計", "78000+11000+35000"),
        ("電気代は3000円、ガス代は4000円、合わせていくら", "3000+4000"),
        ("3と5の合計は", "3+5"),
    ],
)
def test_a_row_of_sums_is_added_up(text: str, sum_: str) -> None:
    assert understand(text).calls == (call("math.calculate", expression=sum_),)


@pytest.mark.parametrize("text", ["7時に3人で合計いくら", "りんご3個とみかん5個", "合計いくら"])
def test_no_row_of_sums(text: str) -> None:
    assert not any("+" in str(one.arguments.get("expression", "")) for one in understand(text).calls)


def test_what_is_left_of_it() -> None:
    total = call("math.calculate", expression="78000+11000")
    for text in ("手取り21万だと残りは", "21万円から引くと残りは？"):
        assert after(total, text) == (call("math.calculate", expression="210000-(78000+11000)"),)
    assert after(total, "21万円ってドルでいくら") != (
        call("math.calculate", expression="210000-(78000+11000)"),
    )
