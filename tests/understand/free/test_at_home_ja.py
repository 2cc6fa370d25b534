"""Japanese as it is spoken at home: an order before its reason, what comes about of itself, buttons and
options, and stories that are no order. With the encoder that ships."""

from dataclasses import replace
from typing import Any

import pytest

from kippu.turn import Call, Meaning
from kippu.understand import Understanding
from kippu.understand.free import Free

from ..home import FOLDERS, HOME, thing, turn
from .test_free import ENCODERS, TELL

FULL_HOME = replace(
    HOME,
    things=(
        *HOME.things,
        thing("select.input", "テレビの入力", "Living Room"),
        thing("number.strength", "コーヒーの濃さ", "Kitchen"),
        thing("button.chime", "チャイム", "Entrance"),
    ),
)


FREE = Free(ENCODERS, lambda tool: tool not in (*TELL, "math.exchange", "lists.show"))
UNDERSTANDING = Understanding(FOLDERS, free=FREE)


async def read(text: str) -> Meaning:
    return await UNDERSTANDING.understand(turn(text), FULL_HOME)


def call(tool: str, **given: Any) -> Call:
    return Call(tool, given)


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("エアコン切っちゃって、寒いから", call("home.turn_off", name="Thermostat")),
        ("エアコン止めて、暑い", call("home.turn_off", name="Thermostat")),
        ("掃除機止めて、電話中", call("home.stop", name="Robot Vacuum")),
        ("ルンバ止めて、電話中だから", call("home.stop", domain="vacuum")),
        ("土曜の夜に飲み会入ったわ、予定入れといて",
         call("calendar.add", at="2026-11-28T21:00:00", text="飲み会")),
        ("テレビの入力をHDMI2にして", call("home.select", name="テレビの入力", option="HDMI2")),
        ("テレビの入力、HDMI2のほうに変えて", call("home.select", name="テレビの入力", option="HDMI2")),
        ("チャイムのボタン押してみてくれる?", call("home.press", name="チャイム")),
        ("まだ生だ、タイマーあと5分足して", call("timers.add", minutes=5)),
        ("パスタ茹でるから8分半で教えて", call("timers.start", minutes=8, seconds=30)),
        (
            "掃除機は毎日11時に動くようにして",
            call("timers.repeat", at="2026-11-24T11:00:00", repeat="daily", command="掃除機を動かして"),
        ),
        (
            "鈴木さんの番号090の1234の5678、登録しといて",
            call("contacts.add", name="鈴木さん", text="090-1234-5678"),
        ),
        ("ピザかカレーか迷うわ、決めてくれ", call("chance.choose", among="ピザかカレー")),
        ("3980円が3割引だといくらになる？", call("math.calculate", expression="3980円の3割引き")),
        ("1250万を12で割ったらいくらだ", call("math.calculate", expression="12500000÷12")),
        ("旅行のウォンが3万残ってるんだけど円にするといくらかな",
         call("math.exchange", value=30000, from_currency="ウォン", to_currency="円")),
        ("今スーパーなんだけど何買うんだっけ", call("lists.show", list="shopping")),
        ("チーズ買ったからリストにチェックつけて", call("lists.check", item="チーズ", list="shopping")),
        ("リストのりんごは済みにしといて", call("lists.check", item="りんご", list="shopping")),
        ("さっき消したやることリスト復活させて", call("lists.restore", list="to do")),
        ("薬のリマインダーもういいから消しといて", call("reminders.remove", text="薬")),
        (
            "昨日の試合どっちが勝ったかネットで見てくれる？",
            call("search.web", words="昨日の試合どっちが勝ったか"),
        ),
        ("市立図書館の開館時間調べて", call("search.web", words="市立図書館の開館時間")),
        ("由美に土曜空いてるかメールで聞いて", call("phone.mail", to="由美", text="土曜空いてるか")),
    ],
)  # fmt: skip
async def test_what_is_said_at_home_is_done(text: str, done: Call) -> None:
    assert (await read(text)).calls == (done,)


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text",
    [
        "あいつとは二度と割り勘したくない",
        "ねこふんじゃったかけて！",
        "さっき電気消しといたよ",
        "お母さんがテレビ消してた",
        "タイマーかけ忘れて焦げちゃった",
        "明日の試験ちょっと緊張する",
        "来週の旅行楽しみ",
        "時間が経つのは早いねえ",
        "やっと仕事終わった",
        "ばあちゃんに電話したら元気やったわ",
        "やっぱええわ",
        "夫に頼むから、足りないもの言ってみて",
    ],
)
async def test_what_is_only_told_does_nothing(text: str) -> None:
    meaning = await read(text)
    calls = [one.tool for one in (*meaning.calls, *meaning.proposed)]
    assert not [one for one in calls if not one.startswith(("about.", "help."))]


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("たまごは戸棚の奥におったわ遠足のリストからどけてくれない", "lists.add"),
        ("車庫のシャッターを閉めていただけますか、出庫は済みました", "lists.check"),
        ("明日から連休だから目覚まし全部なしで", "alarms.cancel"),
        ("目覚ましお昼の12時で頼むで", "alarms.move"),
    ],
)
async def test_the_contrary_or_a_part_is_not_done(text: str, never: str) -> None:
    assert never not in {one.tool for one in (await read(text)).calls}


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text",
    [
        "玄関の鍵開けて、荷物で手がふさがってるの",
        "玄関の鍵は毎朝7時に開くようにして",
        "玄関閉まっとる？",
        "掃除機は充電しとるんか",
    ],
)
async def test_a_question_or_a_door_is_never_done(text: str) -> None:
    meaning = await read(text)
    tools = {one.tool for one in (*meaning.calls, *meaning.proposed)}
    assert not tools & {"home.unlock", "home.open", "home.lock", "home.dock"}
    assert not any("開" in str(one.arguments.get("command", "")) for one in meaning.calls)
