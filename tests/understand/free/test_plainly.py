import re
from dataclasses import replace
from typing import Any

import pytest

from kippu.turn import Language
from kippu.understand import Understanding
from kippu.understand.free.mood import denies
from kippu.understand.free.parts import parts_of
from kippu.understand.free.plainly import _table, missing, plainly, undenied

from ..home import FOLDERS, HOME, NOW, thing, turn

WORDS = {
    "cleaned": "living room", "started": "on",
    "target": "the desk lamp", "lights": "the lights in the study", "room": "living room", "color": "red",
    "number": "30", "when": "tomorrow at 9 am", "length": "ten minutes", "title": "dentist appointment",
    "hours": "between 2 and 4 pm on friday",
    "item": "milk", "own": "dentist appointment", "whom": "the vet",
    "text": "water the plants", "list": "shopping", "media": "some jazz", "person": "Anna",
    "place": "London",
    "digits": "555 0134", "sum": "divide 9 by 2", "state": "on", "step": "20",
    "rest": "the gate code is 4711", "share": "386 between 4 people",
    "conversion": "150 ml to ounces", "low": "1", "high": "10", "day_asked": "friday",
    "titled": "war and peace",
    "there": "when it's 9 am in london what time is it in new york", "days_off": "what day is it in 3 weeks",
    "holiday": "what date is easter this year", "time_and_date": "what time and date is it today",
    "exchange": "86 dollars to euros", "dice": "3 6 sided dice", "choices": "tea or coffee",
    "told": "i am late", "planned": "the school run", "looked_up": "when the library opens",
    "timer": "rice", "reminder": "tablet", "noted": "she drank 120 ml",
    "fancied": "whale song", "weekday": "today", "hour": "6 o'clock",
    "fact": "what is Anna's address", "half": "50", "woken": "at half 7 tomorrow",
    "rising": "at half 7 tomorrow", "to_do": "ring gran",
    "so": "bins go out", "moved": "study group",
}  # fmt: skip
WORDS_JA = {
    "target": "寝室の電気", "device": "扇風機", "lights": "寝室の電気", "room": "リビング", "color": "赤",
    "number": "30", "when": "明日の9時", "length": "10分", "title": "歯医者", "item": "牛乳",
    "hours": "明日18時以降",
    "text": "植木に水をやる", "list": "買い物", "media": "ジャズ", "person": "田中さん", "place": "ロンドン",
    "digits": "03-5555-0134", "sum": "12×8", "state": "ついて", "rest": "ゴミ出し",
    "conversion": "100マイルは何キロ", "share": "12800円を5人で割ると", "exchange": "80ドルは何円",
    "step": "20", "to": "明日の9時", "by": "10分", "after": "45分", "minutes": "5", "among": "コーヒーか紅茶",
    "newcomer": "田中さん", "called": "田中さん", "message": "遅れる", "phone": "03-5555-0134", "low": "1",
    "high": "10", "count": "2",
    "day_asked": "金曜日", "there": "東京が9時のとき、ロンドンは何時",
    "tongue": "英語", "mode": "冷房", "drawn": "猫", "deed": "掃除機を動かして", "sought": "京都の紅葉",
    "button": "チャイム", "chooser": "テレビの入力", "option": "HDMI2", "valued": "コーヒーの濃さ",
}  # fmt: skip
UNDERSTANDING = Understanding(FOLDERS)
FULL_HOME = replace(
    HOME,
    things=(
        *HOME.things,
        thing("select.input", "テレビの入力", "Living Room"),
        thing("number.strength", "コーヒーの濃さ", "Kitchen"),
        thing("button.chime", "チャイム", "Entrance"),
    ),
)
GAPS: dict[Language, dict[str, str]] = {"en": WORDS, "ja": WORDS_JA}
CHOICES = {"{up_or_down}": ("up", "down"), "{choice}": ("choose",)}


def _words(entry: dict[str, Any], said: str) -> list[str]:
    """What may stand in the gap that the tool fills with words of its own; one of no meaning without such."""
    if "{kind}" in said:
        return [*entry["or"].values()]
    ways = next((ways for gap, ways in CHOICES.items() if gap in said), ())
    return [word for way in ways for word in entry.get(way, ())] if ways else [""]


TARGETS = {
    "home.mute": "the speaker", "home.unmute": "the speaker", "home.lock": "the front door",
    "home.open": "the blinds", "home.close": "the blinds", "home.set_position": "the blinds",
    "home.change_position": "the blinds", "home.set_speed": "the fan", "home.start": "the vacuum",
    "home.stop": "the vacuum", "home.pause": "the vacuum", "home.clean": "the vacuum",
    "timers.repeat": "the kitchen light", "home.set_fan_mode": "the thermostat",
}  # fmt: skip
SENTENCES = [
    (language, tool, re.sub(r"\{(\w+)\}", lambda gap, words=words, word=word: words.get(gap[1], word), said))
    for language, words in GAPS.items()
    for tool, entry in _table(language).items()
    for said in entry.get("say", ())
    for word in _words(entry, said)
]


@pytest.mark.parametrize(("language", "tool", "said"), SENTENCES, ids=[said for _, _, said in SENTENCES])
def test_each_plain_sentence_is_read_by_the_readers_before(language: Language, tool: str, said: str) -> None:
    """Or answered outright, as the weather to come is: that is no reader's."""
    said = said.replace("the desk lamp", TARGETS.get(tool, "the desk lamp"))
    if tool == "home.mute":
        said = said.replace("寝室の電気", "スピーカー")
    if tool in ("home.open", "home.close", "home.set_position", "home.change_position"):
        said = said.replace("電気", "ブラインド")
    if tool == "home.lock":
        said = said.replace("寝室の電気", "玄関")
    meaning = UNDERSTANDING.readers(language).read(turn(said), FULL_HOME)
    if tool == "history.why":  # see test_behind_ja.py
        return
    if tool in ("home.weather", "about.no_forecast"):
        assert meaning is None or meaning.calls[0].tool in ("home.weather", "about.no_such_thing")
        return
    assert meaning is not None
    assert meaning.calls or meaning.proposed
    skill = tool.partition(".")[0]
    assert all(call.tool.startswith(f"{skill}.") for call in (*meaning.calls, *meaning.proposed))


@pytest.mark.parametrize(
    ("tool", "text", "labelled", "said"),
    [
        ("home.turn_on", "真っ暗で見えない", [], ["電気をつけて"]),
        ("home.change_temperature", "リビングが冷えるなあ", [(0, 4, "B-room")],
         ["リビングの温度を上げて", "温度を上げて"]),
        ("home.change_temperature", "暑いのか寒いのか", [], []),
        ("lists.add", "ネギ切らしちゃった", [(0, 2, "B-item")], ["買い物リストにネギを追加して"]),
        ("alarms.set", "明日は6時起きで頼む", [(0, 6, "B-when")], ["明日は6時にアラームをセットして"]),
        ("phone.call", "孫のゆうたくんの声が聞きたい", [(2, 7, "B-person")], ["ゆうたくんに電話して"]),
        ("home.play", "ピアノでも流してくれる", [(0, 3, "B-media")], ["ピアノを再生して", "音楽をかけて"]),
        ("reminders.add", "薬、毎晩8時に飲めって言って", [], ["毎晩8時に薬、飲めとリマインドして"]),
        ("math.convert", "180ccって大さじ何杯", [], ["180ccは何大さじ"]),
        ("math.share", "割り勘したい、12800円を5人で", [], ["12800円を5人で割ると"]),
        ("home.state", "寝室の窓あけっぱなしかも", [(0, 2, "B-room"), (3, 4, "B-device")],
         ["寝室の窓は開いてますか", "寝室の窓は開いてる", "窓は開いてますか"]),
    ],
)  # fmt: skip
def test_what_is_said_plainly_in_japanese(
    tool: str, text: str, labelled: list[tuple[int, int, str]], said: list[str]
) -> None:
    assert list(plainly(tool, parts_of(text, labelled, "ja"), NOW)) == said


@pytest.mark.parametrize(
    ("tool", "text", "labelled", "said"),
    [
        ("home.turn_on", "it's dark in here", [], ["turn on the lights"]),
        ("home.turn_on", "get it going", [], []),
        ("home.change_volume", "i can't hear the tv", [], ["turn the volume up"]),
        ("home.change_volume", "up or down with the volume", [], []),
        ("home.change_brightness", "this is too bright", [], ["make the lights dimmer"]),
        (
            "alarms.set",
            "i have to be up at five forty five",
            [(16, 34, "B-when")],
            ["wake me at 5:45", "set an alarm at 5:45"],
        ),
        ("alarms.set", "wake me", [], []),
        (
            "lists.add",
            "we've run out of milk",
            [(17, 21, "B-item")],
            ["add milk to my shopping list"],
        ),
        (
            "home.set_light",
            "from blue to white with the desk lamp",
            [(5, 9, "B-color"), (13, 18, "B-color"), (28, 37, "B-device")],
            ["set the desk lamp to white"],
        ),
    ],
)
def test_what_is_said_plainly(
    tool: str, text: str, labelled: list[tuple[int, int, str]], said: list[str]
) -> None:
    assert list(plainly(tool, parts_of(text, labelled), NOW)) == said


def test_a_tool_without_plain_words_is_not_said() -> None:
    assert list(plainly("home.siren", parts_of("anything", []), NOW)) == []


@pytest.mark.parametrize(
    ("tool", "text", "labelled", "said"),
    [
        ("home.turn_off", "もう寝るけん電気消しといて", [], ["電気を消して"]),
        ("home.close", "雨が入るべ、カーテン閉めてけろ", [], ["カーテンを閉めて"]),
        ("home.turn_on", "枕元のランプつけて", [], []),
        ("home.turn_on", "テレビの後ろのライトつけて", [(0, 3, "B-device")], []),
        ("home.turn_off", "うちの旦那テレビつけっぱなしで寝るのよ", [], []),
        ("home.change_volume", "音が大きいから10%下げて", [],
         ["音量を10%下げて", "音量を10%にして", "音量を下げて"]),
        ("home.change_volume", "音量30%まで下げて", [], ["音量を30%にして", "音量を下げて"]),
        ("home.set_mode", "朝は暖房、もう昼だし冷房に切り替えて", [], ["エアコンを冷房にして"]),
        ("alarms.move", "さっきの目覚まし、6時じゃなくて7時にして", [], ["アラームを7時に変更して"]),
        ("timers.start", "ご飯が炊けるまで1時間はかってけろ", [], ["1時間のタイマーをかけて"]),
        ("home.change_volume", "音、あと33%いける?もっとでかく", [],
         ["音量を33%上げて", "音量を上げて"]),
        ("alarms.cancel_all", "目覚ましはひとつ残らずなしで", [], ["アラームを全部消して"]),
        ("contacts.add", "姉の番号は080-2222-3333ね、登録よろしく", [(0, 1, "B-person")],
         ["姉の電話番号を080-2222-3333で登録して"]),
        ("contacts.find", "美咲ってどこに住んどるんだっけ", [(0, 2, "B-person")], ["美咲の住所は"]),
        ("phone.message", "家族に無事に着いたって一報入れて", [(0, 2, "B-person")],
         ["家族に無事に着いたと伝えて", "家族にメッセージを送って"]),
        ("phone.call", "病院に電話して相談したい", [], ["病院に電話して"]),
        ("math.calculate", "1200円のが15個だと全部でいくら", [], ["1200円×15は"]),
        ("math.exchange", "40ユーロを円に直して", [], ["40ユーロは何円"]),
        ("chance.number", "15から5までの数を引いて", [], ["5から15までの数字を1つ選んで", "数字を選んで"]),
        ("home.change_brightness", "光が強いから、もう少し弱くして", [], ["電気を暗くして"]),
        ("home.change_brightness", "もっとピカッとさせて", [], ["電気を明るくして"]),
        ("home.change_brightness", "暗いのか明るいのか", [], []),
        ("home.change_volume", "大きいとか小さいとか、うるさい人でね", [], []),
        ("chance.number", "10までの数字を1個", [], ["1から10までの数字を1つ選んで", "数字を選んで"]),
        ("timers.start", "餃子を焼くね、3分たったら言って", [], ["3分のタイマーをかけて"]),
        ("timers.start", "45分したら扇風機を切ってほしい", [], ["45分後に扇風機を消して"]),
        ("timers.start", "45分前に扇風機を切った", [], ["45分のタイマーをかけて"]),
        ("phone.message", "高橋さんに夕飯いらないち打って", [(0, 4, "B-person"), (5, 9, "B-text")],
         ["高橋さんに夕飯いらないと伝えて", "高橋さんにメッセージを送って"]),
        ("lists.add", "45リットルのゴミ袋も買わんと", [(0, 6, "B-item"), (7, 10, "B-item")],
         ["買い物リストに45リットルのゴミ袋を追加して"]),
        ("lists.add", "カレーにするからバターと肉ね",
         [(0, 3, "B-item"), (8, 11, "B-item"), (12, 13, "B-item")],
         ["買い物リストにバターと肉を追加して"]),
        ("lists.show", "やる事の一覧、読んで", [(2, 3, "B-list")], ["やることリストを見せて"]),
        ("lists.restore", "旅行の持ち物、戻して", [(0, 2, "B-list")],
         ["旅行の持ち物リストを元に戻して", "リストを元に戻して"]),
        ("calendar.add", "田中さんとの歯医者は5時", [(0, 4, "B-person"), (6, 9, "B-title")],
         ["5時に田中さんとの歯医者の予定を入れて"]),
        ("calendar.remove", "母の都合で面談はなし", [(0, 1, "B-title"), (5, 7, "B-title")],
         ["面談の予定を消して"]),
        ("settings.set", "返事は日本語にして、英語わからん", [], ["日本語で答えて"]),
        ("settings.set", "クラウドに送らないのは安全なの", [], []),
    ],
)  # fmt: skip
def test_what_nobody_marked_is_found_in_japanese(
    tool: str, text: str, labelled: list[tuple[int, int, str]], said: list[str]
) -> None:
    assert list(plainly(tool, parts_of(text, labelled, "ja"), NOW)) == said


def test_a_denial_that_asks_for_the_tool_is_none() -> None:
    parts = parts_of("明日は起こさなくていいや", [], "ja")
    assert denies(parts.text, "ja")
    assert not denies(undenied("alarms.cancel", parts), "ja")
    assert denies(undenied("alarms.cancel", parts_of("アラームは消さなくていい", [], "ja")), "ja")


@pytest.mark.parametrize("tool", _table("ja"))
def test_what_is_asked_for_in_japanese_is_a_question(tool: str) -> None:
    asked = missing(tool, "ja")
    assert asked is None or ("か？" in asked and asked.endswith("言ってください。"))
