"""With the encoder that ships."""

from pathlib import Path

import pytest

import kippu
from kippu.engines.encoder import Encoder
from kippu.turn import Call, Language, Meaning
from kippu.understand import Understanding
from kippu.understand.free import Free

from ..home import FOLDERS, HOME, turn

FOLDER = Path(kippu.__file__).parent / "layers" / "shipped" / "phone-and-home" / "encoder"
ENCODERS: dict[Language, Encoder] = {"en": Encoder(FOLDER), "ja": Encoder(FOLDER / "ja")}
TELL = ("math.calculate", "home.weather", "timers.status", "alarms.list", "calendar.show", "clock.time")
FREE = Free(ENCODERS, lambda tool: tool not in TELL)
UNDERSTANDING = Understanding(FOLDERS, free=FREE)


async def read(text: str, **more: object) -> Meaning:
    return await UNDERSTANDING.understand(turn(text, **more), HOME)


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("could you get the coffee going", Call("home.turn_on", {"name": "Coffee Machine"})),
        (
            "the lamp on the desk is blinding me",
            Call("home.change_brightness", {"name": "Desk Lamp", "step": -20}),
        ),
        (
            "i have a dentist appointment next tuesday at 3",
            Call("calendar.add", {"text": "dentist appointment", "at": "2026-12-01T15:00:00"}),
        ),
        ("scrap my seven o'clock alarm", Call("alarms.cancel", {"at": "2026-11-25T07:00:00"})),
        (
            "25分後にパスタ茹でるの教えて",
            Call("reminders.add", {"text": "パスタ茹でる", "at": "2026-11-24T10:25:00"}),
        ),
        ("milk should go on the grocery list", Call("lists.add", {"item": "milk", "list": "shopping"})),
    ],
)  # fmt: skip
async def test_free_speech_becomes_the_call_that_is_meant(text: str, call: Call) -> None:
    meaning = await read(text)
    assert meaning.calls == (call,)
    assert meaning.by in ("layer", "cues", "template")


@pytest.mark.anyio
async def test_what_is_in_no_calendar_is_not_taken_off_it() -> None:
    meaning = await read("cancel the gym membership")
    assert not meaning.calls and not meaning.proposed


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text",
    [
        "i need a nap", "how do plants make sugar out of light", "what is the capital of australia",
        "tell me about the history of the alarm clock", "my lawyer wants the papers by friday",
        "why do cats purr", "is my flight to boston on time",
    ],
)  # fmt: skip
async def test_talk_stays_talk(text: str) -> None:
    meaning = await read(text)
    assert not [call for call in meaning.calls if not call.tool.startswith("about.")]


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("put the kettle on", "kettle"),
        ("turn on the toaster", "toaster"),
        ("電子レンジつけて", "電子レンジ"),
        ("食洗機を動かして", "食洗機"),
    ],
)
async def test_what_was_named_and_is_not_there_is_not_asked_for(text: str, what: str) -> None:
    assert (await read(text)).calls == (Call("about.no_such_thing", {"what": what}),)


@pytest.mark.anyio
@pytest.mark.parametrize(("text", "value"), [("3-4kmは何マイル", "3-4"), ("3-4 km in miles", "3-4")])
async def test_of_several_numbers_none_is_taken_for_all(text: str, value: str) -> None:
    (call,) = (await read(text)).calls
    assert (call.tool, call.arguments["value"]) == ("math.convert", value)


@pytest.mark.anyio
async def test_a_template_that_takes_any_words_is_overruled() -> None:
    assert not (await read("i need to keep two toddlers busy tell me what to do")).calls
    assert not (await read("i need a nap")).calls
    without = await Understanding(FOLDERS).understand(turn("i need a nap"), HOME)
    assert without.calls[0].tool == "lists.add"


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("every day at 6 turn on the kitchen light", "timers.repeat"),
        ("search the web for vegan ramen recipes", "search.web"),
        ("mark the plumber as done", "lists.check"),
        ("repeat that", "history.again"),
    ],
)
async def test_plain_words_are_not_overruled(text: str, tool: str) -> None:
    assert [call.tool for call in (await read(text)).calls] == [tool]


@pytest.mark.anyio
@pytest.mark.parametrize("text", ["is the robot done yet", "are you going to vacuum", "did the coffee start"])
async def test_a_question_does_nothing(text: str) -> None:
    assert all(call.tool in {"home.state", "about.unclear", *TELL} for call in (await read(text)).calls)


@pytest.mark.anyio
async def test_parts_are_cut_where_they_stand_also_behind_letters_that_grow_in_small() -> None:
    """ "İ" and "ß" are two letters each when case is folded."""
    meaning = await read("İİİ ßßß MILK SHOULD GO ON THE GROCERY LIST")
    assert all("MILK" in str(call.arguments["item"]) for call in (*meaning.calls, *meaning.proposed))
    assert meaning.calls or meaning.proposed


@pytest.mark.anyio
async def test_a_command_for_later_is_not_done_now() -> None:
    meaning = await read("in 1 second turn on the desk lamp")
    assert meaning.calls == (Call("timers.start", {"seconds": 1, "command": "turn on the desk lamp"}),)


@pytest.mark.anyio
async def test_where_it_may_mean_the_whole_home_it_asks() -> None:
    meaning = await read("phew this is too bright")
    assert not meaning.calls
    assert meaning.question == "Shall I do this: “make the lights dimmer”?"
    assert meaning.proposed == (
        Call("home.change_brightness", {"domain": "light", "name": "all", "step": -20}),
    )
    here = await read("phew this is too bright", here="Study")
    assert here.calls == (Call("home.change_brightness", {"area": "Study", "domain": "light", "step": -20}),)


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "call"),
    [
        (
            "ネギ切らしちゃったから買うもんに書いといて",
            Call("lists.add", {"item": "ネギ", "list": "shopping"}),
        ),
        ("25分集中するから時間はかって", Call("timers.start", {"minutes": 25})),
        ("180ccって大さじ何杯", Call("math.convert", {"value": 180, "from_unit": "cc", "to_unit": "大さじ"})),
        ("割り勘したいんやけど、12800円を5人で", Call("math.share", {"amount": "12800円", "people": 5})),
        ("タイマーあと何分のこってんの", Call("timers.status")),
    ],
)  # fmt: skip
async def test_free_speech_in_japanese(text: str, call: Call) -> None:
    meaning = await read(text)
    assert meaning.calls == (call,)
    assert meaning.by == "layer"


@pytest.mark.anyio
async def test_a_japanese_wish_that_is_not_sure_is_asked_about_in_japanese() -> None:
    meaning = await read("なんか部屋が薄暗いんだけど")
    assert [call.tool for call in meaning.proposed] == ["home.change_brightness"]
    assert meaning.question is not None
    assert meaning.question.endswith("ということでいいですか？")


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text",
    [
        "昨日エアコン壊れちゃって大変だったんだ", "LED電球って何年もつの", "弟が電気つけっぱなしで寝てた",
        "彼の音楽は心に響くよね", "気持ちが冷えちゃったな", "今日は本当に疲れたなあ",
    ],
)  # fmt: skip
async def test_japanese_talk_stays_talk(text: str) -> None:
    meaning = await read(text)
    assert not [call for call in (*meaning.calls, *meaning.proposed) if not call.tool.startswith("about.")]


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text",
    [
        "アラーム消さないでくれる",
        "今日の予定は消さなくて大丈夫",
        "タイマー止めんといてや",
        "買い物リストの牛乳は消さんとってな",
        "タイマーもう止めてしもた",
        "田中さんにもう電話したわ",
        "さっきお願いしたアラームもう消した?",
        "さっき頼んだアラームって消しといてくれた?",
        "アラーム止めたん誰や",
        "明日の予定は全部消したほうがいいかもね",
        "暗なったら寝室の電気つけといてくれへん",
        "さっき頼んだリマインダーもういらないから消しといてくれる",
    ],
)
async def test_what_is_denied_told_or_asked_in_japanese_is_not_done(text: str) -> None:
    tools = [call.tool for call in (await read(text)).calls]
    assert not [
        tool for tool in tools if not tool.startswith(("about.", "history.", "alarms.list", "timers.status"))
    ]


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "call"),
    [
        (
            "手がふさがってるんだ キッチンの電気つけてくれない?",
            Call("home.turn_on", {"name": "Kitchen Light"}),
        ),
        ("設定がどうなっとるか見したって", Call("settings.show")),
        ("朝早いけえもう寝るで、電気頼むわ消しといて", Call("home.turn_off", {"domain": "light"})),
        ("すごろくするからさいころコロコロして", Call("chance.dice")),
        ("すみません、もう一回ゆっくり言ってください", Call("history.again")),
    ],
)  # fmt: skip
async def test_what_had_no_plain_words_in_japanese(text: str, call: Call) -> None:
    assert (await read(text)).calls == (call,)


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("太郎の番号、消してください、古いです", Call("contacts.remove", {"name": "太郎"})),
        ("明日の予定は片っ端から消しちゃって", Call("calendar.remove_all", {"day": "2026-11-25"})),
        ("every last alarm i've got can go", Call("alarms.cancel_all")),
    ],
)
async def test_what_deletes_much_is_asked_about_first(text: str, call: Call) -> None:
    meaning = await read(text)
    assert (meaning.calls, meaning.proposed) == ((), (call,))


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text",
    [
        "don't you dare touch the thermostat", "i've already put the heating on",
        "thanks for dimming the lights", "leave the light on, love", "it's warm enough in here",
        "the kids want the heater on",
        "not the lamp, the fan", "stick the heating on next time it's cold", "this soup is far too cold",
        "we need a new vacuum", "you remind me of my dad", "i was going to turn the lights off",
    ],
)  # fmt: skip
async def test_what_only_speaks_of_a_deed_does_nothing_in_english(text: str) -> None:
    meaning = await read(text, here="Bedroom")
    assert not [call for call in meaning.calls if not call.tool.startswith("about.")]


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "call"),
    [
        (
            "brr it's baltic in here, put some heat on would you",
            Call("home.change_temperature", {"domain": "climate", "step": 1}),
        ),
        ("chuck bananas on the shopping list", Call("lists.add", {"item": "bananas", "list": "shopping"})),
        (
            "the carpet's full of crumbs so get the hoover going",
            Call("home.start", {"name": "Robot Vacuum", "domain": "vacuum"}),
        ),
    ],
)  # fmt: skip
async def test_colloquial_english_becomes_the_call_that_is_meant(text: str, call: Call) -> None:
    assert (await read(text)).calls == (call,)


@pytest.mark.anyio
@pytest.mark.parametrize("text", ["耳が痛い話だね", "足を引っ張るなって言われた", "心の扉を開けて"])
async def test_a_japanese_figure_of_speech_stays_talk(text: str) -> None:
    meaning = await read(text)
    assert meaning.by == "talk"
    assert meaning.question is None


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text",
    [
        "裏口の鍵開けてくれたら助かる",
        "玄関の鍵開けて、荷物で手がふさがってるから",
        "隣のばあさま来たみてえだ、鍵さ開けてけろ",
    ],
)
async def test_a_japanese_wish_to_unlock_is_at_most_asked_about(text: str) -> None:
    assert not (await read(text)).calls


@pytest.mark.anyio
async def test_what_is_missing_in_japanese_is_asked_for() -> None:
    meaning = await read("もう店じまいや、看板の電気落としといて")
    assert meaning.question == "何を消しますか？「寝室の電気を消して」のように言ってください。"
    assert not meaning.proposed


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text",
    [
        "カーテンは閉めなくていいよ",
        "クラウド使わないでって会社に言われてるんだよね",
        "クラウドに送らないのって安全なの",
        "父の番号は消さないで",
        "予約した操作取り消さないで",
        "リスト元に戻さなくていい",
        "寝る前に寝室のブラインド閉めて",
        "雨が降ってきたら窓閉めて",
        "「カーテン閉めて」って妻に言われた",
        "換気扇つけてもらえたら助かるって妻が言ってた",
        "買い物リスト全部消したら怒られた",
        "エアコンをエコモードにすると電気代は安くなるの",
        "テレビの後ろのライトつけて",
        "隣の部屋の電気消して",
        "友達の家の電気消して",
    ],
)
async def test_plain_words_do_nothing_that_was_not_asked_for(text: str) -> None:
    tools = [call.tool for call in (await read(text)).calls]
    assert not [tool for tool in tools if not tool.startswith("about.")]


def test_it_is_missed_without_its_files(tmp_path: Path) -> None:
    missing: dict[Language, Encoder] = {"en": Encoder(tmp_path), "ja": Encoder(tmp_path)}
    assert Free(missing, lambda _: True).hear(turn("it's dark in here")) is None
    assert Free(missing, lambda _: True).hear(turn("部屋が暗いんだけど")) is None


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text", ["it would be so nice to have an espresso", "i could really use some coffee"]
)
async def test_a_wish_is_asked_about(text: str) -> None:
    meaning = await read(text)
    assert not meaning.calls


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("after this play me rebel yell", "home.play"),
        ("what do you get if you divide 3 by 2", "math.calculate"),
    ],
)
async def test_what_has_plain_words_now(text: str, tool: str) -> None:
    assert [call.tool for call in (await read(text)).calls] == [tool]


@pytest.mark.anyio
async def test_what_is_to_be_played_is_not_left_out() -> None:
    meaning = await read("please play the song games by disturbed")
    assert meaning.calls == (Call("home.play", {"query": "games by disturbed"}),)


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("are you able to play beatles songs", Call("home.play", {"query": "beatles songs"})),
        ("remind me to tweet at this company", Call("reminders.add", {"text": "tweet at this company"})),
        (
            "could you confirm the doors are locked",
            Call("home.state", {"domain": "lock", "state": "locked", "ask": "all"}),
        ),
    ],
)
async def test_titles_and_states(text: str, call: Call) -> None:
    assert (await read(text)).calls == (call,)


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text",
    [
        "These are my customers: Simon Cooper, living at 274 Mill Road, Portland, phone (212) 555-0134; "
        "Priya Sharma, born in May, e-mail priya@example.com; Hugo Weber, phone 0770 900 123, pays by card.",
        "担当の伊藤さんの電話は090-1234-5678、私の携帯は080-8765-4321、メールはito@example.jp、住所は大阪市北区"
        "梅田1-2-3です。返金は口座かカードにお願いしますと、先方に前からずっと言われていた件です。",
    ],
)
async def test_a_text_with_names_and_numbers_is_no_request(text: str) -> None:
    meaning = await read(text)
    assert meaning.by == "talk"
    assert not (meaning.calls or meaning.proposed)


@pytest.mark.anyio
@pytest.mark.parametrize(
    "text",
    [
        "電気を消してほしくない", "ブラインドを閉めてほしくない", "音楽を止めてほしくない",
        "アラームを消してほしくない", "玄関の鍵を開けてほしくないんだけど",
        "買い物リストを空にしてほしくない",
    ],
)  # fmt: skip
async def test_what_is_not_wanted_is_not_done(text: str) -> None:
    meaning = await read(text)
    assert {one.tool for one in meaning.calls} <= {"about.unclear"} and not meaning.proposed


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("救急車を呼んで", "about.emergency"), ("今すぐ救急車呼んでください", "about.emergency"),
        ("消防車を呼んで", "about.emergency"), ("タクシーを呼んで", "about.cannot"),
        ("会話を全部消して", "about.unclear"),
    ],
)  # fmt: skip
async def test_what_nobody_here_does_is_said(text: str, answer: str) -> None:
    assert [one.tool for one in (await read(text)).calls] == [answer]


@pytest.mark.anyio
@pytest.mark.parametrize(("text", "tool"), [("電話して", "phone.call"), ("音を消して", "home.mute")])
async def test_what_is_near_it_is_done(text: str, tool: str) -> None:
    assert [one.tool for one in (await read(text)).calls] == [tool]
