"""A Japanese sentence whose parts stand elsewhere than in a template means the same."""

import pytest

from understand.home import call, understand


@pytest.mark.parametrize(
    ("text", "at", "about"),
    [
        ("佐藤さんに明日電話するの忘れないようにして", "2026-11-25T09:00:00", "佐藤さんに電話する"),
        ("母に10時に電話するの忘れないようにして", "2026-11-24T22:00:00", "母に電話する"),
        ("ゴミを明日出すのを思い出させて", "2026-11-25T09:00:00", "ゴミを出す"),
        ("レポート金曜までに出すの忘れないように言って", "2026-11-27T09:00:00", "レポート出す"),
        ("金曜までにレポート出すの忘れないように言って", "2026-11-27T09:00:00", "レポート出す"),
        ("水曜までに本を返すってリマインドして", "2026-11-25T09:00:00", "本を返す"),
    ],
)
def test_a_time_in_the_middle_of_a_reminder(text: str, at: str, about: str) -> None:
    assert understand(text).calls == (call("reminders.add", at=at, text=about),)


@pytest.mark.parametrize(
    "text", ["田中さんに明日行くって言って", "妻に明日帰るって伝えて", "明日の会議は10時からって言っておいて"]
)
def test_what_somebody_shall_be_told_is_no_reminder(text: str) -> None:
    assert all("に" not in str(one.arguments.get("text", "")) for one in understand(text).calls)


@pytest.mark.parametrize(
    ("text", "item", "name"),
    [
        ("玉ねぎ買い物リスト入れといて", "玉ねぎ", "shopping"),
        ("買い物リスト入れといて", "", "shopping"),
        ("やることリスト追加して", "", "to do"),
    ],
)
def test_a_list_without_its_particle(text: str, item: str, name: str) -> None:
    assert understand(text).calls == (call("lists.add", list=name, item=item),)


@pytest.mark.parametrize("text", ["プレイリスト入れといて", "新しいリスト追加して", "旅行リスト作って"])
def test_another_list_is_left_alone(text: str) -> None:
    assert "lists.add" not in [one.tool for one in understand(text).calls]


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("消費税10%で1280円っていくら", "1280円+10%"),
        ("1280円に消費税8%足すといくら？", "1280円+8%"),
        ("1280円の税込みは？", "1280円+10%"),
        ("1100円の税抜きはいくら？", "1100円/1.1"),
        ("1ドル150円だとして80ドルいくら", "80*150円"),
        ("1ユーロが160円のとき、50ユーロは何円？", "50*160円"),
        ("1ドル150円なら3万円は何ドル？", "30000/150"),
    ],
)
def test_sums_in_words(text: str, expression: str) -> None:
    assert understand(text).calls == (call("math.calculate", expression=expression),)


@pytest.mark.parametrize("text", ["消費税10%って高いよね", "1ドル150円って高い？", "1ドルいくら？"])
def test_no_sum(text: str) -> None:
    assert "math.calculate" not in [one.tool for one in understand(text).calls]


def test_days_from_today_until_a_holiday() -> None:
    (found,) = understand("今日からクリスマスまであと何日？").calls
    assert found == call("clock.date", holiday="christmas")


@pytest.mark.parametrize("text", ["12/10 14:00 健診 入れといて", "12/10 14:00 健診 登録"])
def test_an_event_in_columns(text: str) -> None:
    assert understand(text).calls == (call("calendar.add", at="2026-12-10T14:00:00", text="健診"),)


def test_an_event_that_was_called_off() -> None:
    assert understand("会議キャンセルになったから消して").calls == (call("calendar.remove", text="会議"),)
    assert "calendar.remove" not in [one.tool for one in understand("会議キャンセルになった").calls]


@pytest.mark.parametrize(
    "text", ["リストの2番目なに？", "買い物リストの2番目は何だっけ", "リストの2番目教えて"]
)
def test_a_place_on_the_list(text: str) -> None:
    assert understand(text).calls == (call("lists.show", list="shopping", item="2番目"),)


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("メモお願い、来週本を返す", (call("notes.add", text="来週本を返す"),)),
        ("メモ検索、車検", (call("notes.find", words="車検"),)),
        ("メモ検索 車検", (call("notes.find", words="車検"),)),
        ("さっきのリマインダー明日に変えて", (call("reminders.move", at="2026-11-25"),)),
        (
            "来週月曜から水曜まで出張って入れて",
            (call("calendar.add", at="2026-11-30", until="2026-12-02", text="出張"),),
        ),
        ("明日のアラームを消して", (call("alarms.cancel", at="2026-11-25"),)),
        ("明日の7時のアラームを消して", (call("alarms.cancel", at="2026-11-25T07:00:00"),)),
        ("何かできることある？", (call("help.what"),)),
        ("タイマーとかも使える？", (call("help.what"),)),
        ("キャンセル", (call("about.nothing_to_cancel"),)),
        ("cancel that please", (call("about.nothing_to_cancel"),)),
        ("090-1234-5678は誰の番号？", (call("contacts.find", name="090-1234-5678"),)),
        ("whose number is 555 1234", (call("contacts.find", name="555 1234"),)),
    ],
)
def test_said_shortly(text: str, calls: tuple[object, ...]) -> None:
    assert understand(text).calls == calls


@pytest.mark.parametrize(
    "text", ["メモは便利だよね", "メモを消していい？", "メモは消していい？", "できることがある"]
)
def test_a_word_about_notes_is_none(text: str) -> None:
    assert not {"notes.add", "notes.remove", "help.what"} & {one.tool for one in understand(text).calls}


def test_cancel_is_of_what_there_is() -> None:
    timer = (call("timers.start", minutes=5),)
    assert understand("キャンセル", earlier=timer).calls[0].tool == "timers.cancel"


TWO = [("2026-11-25T15:00:00", "会議"), ("2026-11-25T16:30:00", "打ち合わせ")]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("明日15時から会議、16時半から打ち合わせ入れて", TWO),
        ("明日15時から会議入れて、16時半から打ち合わせ入れて", TWO),
        (
            "来週の月曜10時に歯医者、14時に面談を入れて",
            [("2026-11-30T10:00:00", "歯医者"), ("2026-11-30T14:00:00", "面談")],
        ),
    ],
)
def test_several_events(text: str, events: list[tuple[str, str]]) -> None:
    assert understand(text).calls == tuple(call("calendar.add", at=at, text=what) for at, what in events)


@pytest.mark.parametrize(
    "text",
    ["15時に電気つけて、16時に消して", "15時に会議、16時に歯医者", "7時に起こして、15時に会議を入れて"],
)
def test_no_events(text: str) -> None:
    assert len([one for one in understand(text).calls if one.tool == "calendar.add"]) < 2


@pytest.mark.parametrize(
    ("text", "at", "about"),
    [
        ("明日の会議10時から入れといて", "2026-11-25T10:00:00", "会議"),
        ("来週月曜の面談15時で入れて", "2026-11-30T15:00:00", "面談"),
        ("明日の予定に10時歯医者入れて", "2026-11-25T10:00:00", "歯医者"),
        ("土曜の夕方6時に映画入れて", "2026-11-28T18:00:00", "映画"),
    ],
)
def test_day_event_and_hour_in_any_order(text: str, at: str, about: str) -> None:
    assert understand(text).calls == (call("calendar.add", at=at, text=about),)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("寝るころ、11時に暖房を18度に下げて", "夜11時に暖房を18度に下げて"),
        ("寝る前に、10時に電気消して", "夜10時に電気消して"),
        ("出かけるころ、8時半に電気を消して", "8時半に電気を消して"),
        ("夕方ごろ、6時に洗濯物入れるのリマインドして", "6時に洗濯物入れるのリマインドして"),
    ],
)
def test_about_when_says_no_more_than_the_hour(text: str, plain: str) -> None:
    assert understand(text).calls == understand(plain).calls
    assert understand(text).calls


@pytest.mark.parametrize("text", ["子供の頃、8時に寝てた", "寝る前に電気を消して", "帰る頃に電気をつけて"])
def test_about_when_alone_is_no_hour(text: str) -> None:
    assert all(
        "11" not in str(one.arguments) and "hours" not in one.arguments for one in understand(text).calls
    )


MEAT = call("reminders.add", at="2026-11-25T07:00:00", text="鶏肉出す")


@pytest.mark.parametrize(
    "text", ["待って明日土曜か、9時で", "あ、明日は休みか、9時にして", "いや、明日祝日だった、9時に変えて"]
)
def test_what_comes_to_mind_of_the_day_is_no_time(text: str) -> None:
    meaning = understand(text, earlier=(MEAT,))
    assert meaning.calls[-1] == call("reminders.add", at="2026-11-25T09:00:00", text="鶏肉出す")


def test_another_day_is_still_one() -> None:
    meaning = understand("いや、明後日の9時にして", earlier=(MEAT,))
    assert meaning.calls[-1] == call("reminders.add", at="2026-11-26T09:00:00", text="鶏肉出す")


@pytest.mark.parametrize(
    ("text", "at", "what"),
    [
        ("14日の15時半に歯医者の予約入れて", "2026-12-14T15:30:00", "歯医者の予約"),
        ("明日の19時に田中さんとの食事の予約を入れといて", "2026-11-25T19:00:00", "田中さんとの食事の予約"),
        ("金曜の14時に美容院予約追加して", "2026-11-27T14:00:00", "美容院予約"),
    ],
)
def test_a_booking_at_its_hour_is_put_down(text: str, at: str, what: str) -> None:
    assert understand(text).calls == (call("calendar.add", at=at, text=what),)


@pytest.mark.parametrize(
    "text", ["歯医者の予約入れて", "明日の15時に美容院を予約して", "レストランの予約取って"]
)
def test_nobody_books_anything(text: str) -> None:
    assert not any(one.tool == "calendar.add" for one in understand(text).calls)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("さて仕事するか、25分測って", "25分測って"),
        ("よし、電気つけて", "電気つけて"),
        ("じゃ10分後に自分で送るってリマインドして", "10分後に自分で送るってリマインドして"),
    ],
)
def test_what_one_says_to_oneself_names_nothing(text: str, plain: str) -> None:
    assert understand(text).calls == understand(plain).calls
    assert understand(text).calls


def test_an_order_before_a_reason_of_the_eyes_is_for_the_blinds() -> None:
    said = understand("寝室のブラインド半分おろして まぶしい")
    assert said.calls == understand("寝室のブラインド半分おろして").calls


@pytest.mark.parametrize("text", ["40分後に加湿器のコンセント切って", "9時に加湿器のコンセント切って"])
def test_nothing_is_planned_for_a_thing_that_is_not_there(text: str) -> None:
    meaning = understand(text)
    assert not any(one.arguments.get("command") for one in (*meaning.calls, *meaning.proposed))


@pytest.mark.parametrize("text", ["10分後に換気扇止めといて", "30分後に出かけるから電気消して"])
def test_what_is_there_is_planned_still(text: str) -> None:
    assert any(one.arguments.get("command") for one in understand(text).calls)
