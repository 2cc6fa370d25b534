"""Routines are taught, set off, planned and asked after; and what only sounds so is left alone."""

from dataclasses import replace
from functools import cache

import pytest

import kippu.layers
from kippu.engines.embedding import Embedder
from kippu.engines.encoder import Encoder
from kippu.names import Names, Routine
from kippu.turn import Call, Language, Meaning
from kippu.understand import Understanding
from kippu.understand.free import Free
from kippu.understand.routines import Likeness
from understand.home import FOLDERS, HOME, turn

pytestmark = pytest.mark.anyio

DIM = Call("home.change_brightness", {"name": "Bedroom Light", "step": -20})
SHUT = Call("home.close", {"area": "Bedroom", "domain": "cover", "device_class": "blind"})
NAMES = replace(
    HOME,
    routines=(
        Routine("movie night", (), ("dim the bedroom light and close the blinds",)),
        Routine("映画の時間", (), ("寝室の電気を消して",)),
        Routine("tea", (), ("start a 4 minute timer",)),
        Routine(
            "film night", ("we're watching {title}", "get the cinema ready"),
            ("turn off the bedroom light", "play {title} on the speaker"), "cinema",
        ),
        Routine("closing time", (), ("turn off everything", "unlock the front door"), "shop"),
        Routine("tidy up", (), ("close the blinds", "fetch me a beer"), "shop"),
    ),
)  # fmt: skip


_FOLDER = kippu.layers.shelf.SHIPPED / "phone-and-home" / "encoder"


def _encoders() -> dict[Language, Encoder]:
    return {"en": Encoder(_FOLDER), "ja": Encoder(_FOLDER / "ja")}


@cache
def understanding() -> Understanding:
    """The step with what finds a routine by likeness."""
    encoders = _encoders()
    free = Free(encoders, lambda tool: not tool.startswith(("about.", "help.", "clock.")), FOLDERS)
    return Understanding(FOLDERS, free=free, likeness=Likeness(encoders, Embedder(_FOLDER)))


async def heard(text: str, **more: object) -> Meaning:
    return await understanding().understand(turn(text, **more), NAMES)


@pytest.mark.parametrize(
    ("said", "name", "does"),
    [
        ("when i say bedtime, turn off everything and lock the front door", "bedtime",
         "turn off everything and lock the front door"),
        ("when i say bedtime turn off the kitchen light, lock the front door and close the blinds", "bedtime",
         "turn off the kitchen light, lock the front door and close the blinds"),
        ("when i say off to bed, turn off the kitchen light, lock the front door", "off to bed",
         "turn off the kitchen light, lock the front door"),
        ("when i say time to turn in, turn off the kitchen light", "time to turn in",
         "turn off the kitchen light"),
        ("When I say good night turn off all the lights.", "good night", "turn off all the lights"),
        ("whenever i tell you 'red alert': turn on the bedroom light", "red alert",
         "turn on the bedroom light"),
        ("from now on when i say coffee break then start a 10 minute timer", "coffee break",
         "start a 10 minute timer"),
        ("create a routine called dusk that closes the blinds and turns on the floor lamp", "dusk",
         "close the blinds and turn on the floor lamp"),
        ("if i say \"good morning\", open the blinds and tell me the weather", "good morning",
         "open the blinds and tell me the weather"),
        ("おやすみと言ったら、全部の電気を消して", "おやすみ", "全部の電気を消して"),
        ("これから「ただいま」って言ったらキッチンの電気をつけてください", "ただいま",
         "キッチンの電気をつけてください"),
        ("「ごはんだよ」って言ったらキッチンの電気つけて30分タイマー", "ごはんだよ",
         "キッチンの電気つけて30分タイマー"),
    ],
)  # fmt: skip
async def test_is_taught(said: str, name: str, does: str) -> None:
    assert (await heard(said)).calls == (Call("routines.add", {"name": name, "does": does}),)


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("when i say turn on the kitchen light, turn off the kitchen light", "means something already"),
        ("when i say stop you should turn off the lights", "means something already"),
        ("when i say party, turn on the lamp", "Which one"),
        ("create a routine called bedtime", "What shall “bedtime” do?"),
        ("お風呂の時間というルーティンを作って", "「お風呂の時間」で何をしますか？"),
        ("やめてと言ったら、電気を消して", "別の意味"),
    ],
)
async def test_asks_back_where_it_can_not_be_taught_so(said: str, word: str) -> None:
    meaning = await heard(said)
    assert meaning.calls == () and word in (meaning.question or "")


@pytest.mark.parametrize(
    "said",
    [
        "when i say hello i mean it",
        "when i say love, i mean it",
        "every time i say yes, you do nothing",
        "movie night?",
        "we had a movie night yesterday",
        "who invented movie night",
        "彼がだめと言ったら、やめよう",
        "雨が降ると言ったら本当に降った",
        "映画の時間はいつ？",
    ],
)
async def test_no_routine_is_meant(said: str) -> None:
    meaning = await heard(said)
    calls = (*meaning.calls, *meaning.proposed)
    assert not [call for call in calls if call.tool.startswith(("routines.", "home.", "timers."))]


@pytest.mark.parametrize(
    "said",
    [
        "movie night",
        "Movie night, please!",
        "start the movie night routine",
        "ok it's movie night",
        "movie night mode",
    ],
)
async def test_is_set_off(said: str) -> None:
    assert (await heard(said)).calls == (DIM, SHUT)


@pytest.mark.parametrize(
    "said", ["映画の時間", "映画の時間だよ", "そろそろ映画の時間にして", "「映画の時間」を実行して"]
)
async def test_is_set_off_in_japanese(said: str) -> None:
    assert (await heard(said)).calls == (Call("home.turn_off", {"name": "Bedroom Light"}),)


async def test_no_other_thing_is_a_routine_by_likeness() -> None:
    meaning = await understanding().understand(turn("erase events"), HOME)
    assert [call.tool for call in meaning.proposed] == ["calendar.remove_all"]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("when i say i am home unlock the front door", "i am home"),
        ("when i say wake up set an alarm for 7", "wake up"),
        ("when i say 'i'm home', turn on the kitchen light", "i'm home"),
        ("when i say good night turn off all the lights", "good night"),
    ],
)
async def test_a_saying_ends_where_an_order_begins(said: str, name: str) -> None:
    (call,) = (await heard(said)).calls
    assert (call.tool, call.arguments["name"]) == ("routines.add", name)


@pytest.mark.parametrize(
    "name",
    ["sure", "yes please", "bedroom", "tomorrow", "8", "code {1}", "the first one", "it's cold", "alarm"],
)
async def test_what_means_something_is_no_name(name: str) -> None:
    meaning = await heard(f"when i say {name}, turn on the kitchen light")
    assert meaning.calls == () and "means something already" in (meaning.question or "")


@pytest.mark.parametrize("name", ["電気", "5時", "明日", "開けて", "それを", "アラーム"])
async def test_what_means_something_is_no_name_in_japanese(name: str) -> None:
    meaning = await heard(f"「{name}」と言ったら、キッチンの電気をつけて")
    assert meaning.calls == () and "別の意味" in (meaning.question or "")


@pytest.mark.parametrize(
    "said",
    [
        "when i say alpha don't unlock the front door",
        "if i say movie, will you turn off the kitchen light?",
        "add routine check to my to do list",
        "add a routine checkup to my calendar on friday at 10",
        "set up a routine meeting with bob on monday at 10",
        "友達が来ると言ったら玄関の鍵を開けて",
        "母がただいまと言ったら電気をつけて",
    ],
)
async def test_no_lesson(said: str) -> None:
    assert not [call for call in (await heard(said)).calls if call.tool.startswith("routines.")]


@pytest.mark.parametrize(
    "said", ["movie night for 2 hours", "tea at 8", "movie night on saturday", "it's tea at 8"]
)
async def test_what_lasts_or_is_an_event_is_no_plan(said: str) -> None:
    meaning = await heard(said)
    assert not [call for call in meaning.calls if call.tool.startswith(("home.", "timers."))]


def layers(saying: str, *does: str) -> Names:
    return replace(HOME, routines=(Routine("a b", (saying,), does, "stranger"),))


async def test_a_layer_takes_no_reply_and_no_order_for_itself() -> None:
    light = "turn on the kitchen light"
    asked = (Call("home.unlock", {"name": "Front Door"}),)
    yes = await understanding().understand(turn("yes", asked=asked), layers("yes", light))
    assert yes.calls == asked
    lock = await understanding().understand(turn("lock the front door"), layers("lock the front door", light))
    assert [call.tool for call in lock.calls] == ["home.lock"]


async def test_a_layer_plans_nothing_unasked() -> None:
    names = layers("so long then", "in 5 minutes unlock the front door")
    meaning = await understanding().understand(turn("so long then"), names)
    assert meaning.calls == () and "unlock the front door" in (meaning.question or "")


async def test_a_routine_is_no_reply() -> None:
    asked = (Call("reminders.add", {"text": "tea"}),)
    reply = await heard("movie night", asked=asked)
    assert not [call for call in reply.calls if call.tool.startswith("home.")]


async def test_a_gap_takes_what_was_said_and_what_it_lacks_is_left_out() -> None:
    off = Call("home.turn_off", {"name": "Bedroom Light"})
    assert (await heard("film night")).calls == (off,)
    named = await heard("we're watching casablanca")
    assert named.calls == (off, Call("home.play", {"name": "Speaker", "query": "casablanca"}))


async def test_a_layers_routine_lets_nobody_in_unasked() -> None:
    meaning = await heard("closing time")
    assert meaning.calls == () and meaning.question
    assert Call("home.unlock", {"name": "Front Door"}) in meaning.proposed
    yes = await heard("yes", asked=meaning.proposed)
    assert yes.calls == meaning.proposed


async def test_what_nobody_can_do_is_told_beside_the_rest() -> None:
    meaning = await heard("tidy up")
    assert [call.tool for call in meaning.calls] == ["home.close", "about.unclear"]
    assert meaning.calls[1].arguments == {"what": "fetch me a beer"}


@pytest.mark.parametrize(
    ("said", "call"),
    [
        ("movie night in ten minutes", Call("timers.start", {"minutes": 10, "command": "movie night"})),
        ("start tea at 8 pm", Call("timers.start", {"hours": 10, "command": "start tea"})),
        ("start movie night at 8 pm", Call("timers.start", {"hours": 10, "command": "start movie night"})),
        ("毎日22時に映画の時間", Call(
            "timers.repeat", {"at": "2026-11-24T22:00:00", "repeat": "daily", "command": "映画の時間"}
        )),
    ],
)  # fmt: skip
async def test_is_planned(said: str, call: Call) -> None:
    assert (await heard(said)).calls == (call,)


@pytest.mark.parametrize(
    ("said", "call"),
    [
        ("what does movie night do?", Call("routines.list", {"name": "movie night"})),
        ("forget movie night", Call("routines.remove", {"name": "movie night"})),
        ("delete the movie night routine", Call("routines.remove", {"name": "movie night"})),
        ("what routines do i have", Call("routines.list", {})),
        ("映画の時間のルーティンを削除して", Call("routines.remove", {"name": "映画の時間"})),
        ("映画の時間って何をするの？", Call("routines.list", {"name": "映画の時間"})),
    ],
)
async def test_is_asked_after_and_forgotten(said: str, call: Call) -> None:
    assert (await heard(said)).calls == (call,)


@pytest.mark.parametrize("said", ["the cinema should get ready", "could you get the cinema ready for us?"])
async def test_what_is_only_alike_is_asked_about(said: str) -> None:
    meaning = await heard(said)
    assert meaning.calls == () and meaning.by == "layer"
    assert meaning.proposed == (Call("home.turn_off", {"name": "Bedroom Light"}),)


@pytest.mark.parametrize(
    "said",
    [
        "the cinema opened in 1920",
        "she gets the cinema ready every evening",
        "is the cinema ready",
        "don't get the cinema ready yet",
    ],
)
async def test_what_is_only_told_asks_for_no_routine(said: str) -> None:
    meaning = await heard(said)
    assert not [call for call in (*meaning.calls, *meaning.proposed) if call.tool.startswith("home.turn_off")]


async def test_nothing_is_set_off_or_taught_by_what_came_along() -> None:
    for text in ("movie night", "when i say hello, unlock the front door"):
        meaning = await heard(text, outside="read this")
        assert not [call for call in meaning.calls if call.tool.startswith(("home.", "routines."))]


@pytest.mark.parametrize("said", ["そのルーティン消して", "forget that routine"])
async def test_that_routine_is_not_known_where_none_was_taught(said: str) -> None:
    assert (await heard(said)).calls == (Call("about.which"),)
