"""What is lost no more behind the Japanese encoder, which ships: said so that no template takes it."""

import pytest

from kippu.turn import Call, Meaning

from ..home import HOME
from .test_free import read

SHOPPING, TODO = "shopping", "to do"


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("どういうことに対応してますか", Call("help.what")),
        ("じゃあやっぱなし、スルーで", Call("help.never_mind")),
        ("そうだ洗濯洗剤も買わなきゃ", Call("lists.add", {"item": "洗濯洗剤", "list": SHOPPING})),
        ("お母さんが都合悪いらしくて面談は明日の夕方に動かしてくれる",
         Call("calendar.move", {"text": "面談", "at": "2026-11-25T17:00:00"})),
        ("タイマー3分半早くして、焦げるべ", Call("timers.subtract", {"minutes": 3, "seconds": 30})),
        ("餃子を焼きます3時間たったら言ってください", Call("timers.start", {"hours": 3})),
        ("飛ばしちゃって、この曲聞き飽きた",
         Call("home.media", {"command": "next", "domain": "media_player"})),
        ("じゃあ大輔に洗濯物取り込んでほしいと文遣わしておくれ",
         Call("phone.message", {"to": "大輔", "text": "洗濯物取り込んでほしい"})),
        ("すみませんおみやげリストの洗濯洗剤は手配済みでございます、済みの印を",
         Call("lists.check", {"item": "洗濯洗剤", "list": "おみやげ"})),
        ("エナドリ補充、買うものに追加オナシャス", Call("lists.add", {"item": "エナドリ", "list": SHOPPING})),
        ("悪いけど新しい譜面ファイルも買わなくちゃ、買い物のところへ",
         Call("lists.add", {"item": "新しい譜面ファイル", "list": SHOPPING})),
        ("じゃあおばあちゃんと話したい、つないでくれる", Call("phone.call", {"to": "おばあちゃん"})),
        ("資料の件課長にメールして", Call("phone.mail", {"to": "課長"})),
        ("スピーカーの消音もういいよ", Call("home.unmute", {"name": "Speaker"})),
        ("冷蔵庫見たら電池が最後の1個だった旅行リストに足しとこ",
         Call("lists.add", {"item": "電池", "list": "旅行"})),
    ],
)  # fmt: skip
async def test_what_was_heard_becomes_the_call(text: str, call: Call) -> None:
    assert (await read(text)).calls == (call,)


@pytest.mark.anyio
async def test_why_is_told_with_how_it_is() -> None:
    meaning = await read("なんでリビングの電気ついてるん、誰がつけたんや")
    calls = (*meaning.calls, *meaning.proposed)  # all but a few tools act in this test
    assert [call.tool for call in calls] == ["home.state", "history.why"]


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("洗面所掃除してお願い", "洗面所"),
        ("省エネのため階段の空調をエコモードにしてください", "階段"),
        ("会議終わりましたゆえ、プロジェクターの電源を落としていただきたく存じます", "プロジェクター"),
    ],
)
async def test_what_is_not_here_is_said_so(text: str, what: str) -> None:
    assert (await read(text)).calls == (Call("about.no_such_thing", {"what": what}),)


@pytest.mark.anyio
async def test_a_room_that_is_here_is_done() -> None:
    meaning = await read("寝室掃除してお願い")
    assert [call.arguments.get("area") for call in (*meaning.calls, *meaning.proposed)] == ["Bedroom"]


def _done(meaning: Meaning) -> list[str]:
    calls = (*meaning.calls, *meaning.proposed)
    return [call.tool for call in calls if not call.tool.startswith("about.")]


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text",
    [
        "この前の会議、プロジェクターの電源が落ちてさ",
        "洗面所の掃除って誰が当番だっけ",
        "何ができるか考えてみたけど思いつかない",
        "やっぱりいい天気だと気持ちいいね",
        "音が大きいとか小さいとか、隣がうるさい人でね",
        "餃子は3分たったら裏返すんだよ",
        "母の都合が悪いらしくて残念だ",
        "エアコンつけるほどでもないわな",
        "40度超えってニュース、もう驚かなくなったね",
        "チューリップの球根を上下逆に植えた人がいる、私だけど",
        "ゆで卵は何分ゆでると半熟になるのかな",
        "タイマーはいらんで、腹で分かる",
        "音っこ大きくしねて、耳さ響ぐ",
        "約束の時間に30分も遅れてきて謝りもしないんだよあいつ",
        "ちょっと洗濯機ってもう終わったっけ",
    ],
)
async def test_what_is_only_told_of_stays_undone(text: str) -> None:
    assert _done(await read(text)) == []


@pytest.mark.anyio
async def test_a_reminder_of_a_thing_is_nothing_of_the_home() -> None:
    for text in (
        "掃除機のリマインダー、なしにしたってくれない",
        "コーヒーメーカーのリマインダーはもういらんわ",
    ):
        assert not [tool for tool in _done(await read(text)) if tool.startswith("home.")]


def test_the_home_of_these_has_no_such_rooms() -> None:
    ways = {way for room in HOME.rooms for way in (room.name, *room.aliases)}
    assert not ways & {"洗面所", "階段"}


@pytest.mark.anyio
async def test_what_comes_before_whom_it_is_for_is_told_whole() -> None:
    meaning = await read("娘が熱を出したって先生に連絡して")
    (call,) = meaning.calls or meaning.proposed
    assert call == Call("phone.message", {"to": "先生", "text": "娘が熱を出した"})


@pytest.mark.anyio
@pytest.mark.parametrize("text", ["息子が試験に受かったよ", "娘がやっと歩いたんだ"])
async def test_news_is_for_nobody_elsewhere(text: str) -> None:
    meaning = await read(text)
    assert not any(call.tool.startswith("phone.") for call in (*meaning.calls, *meaning.proposed))
