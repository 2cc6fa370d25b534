from collections.abc import Callable
from datetime import datetime

import pytest

from kippu.errors import BadInput
from kippu.names import Thing
from kippu.record import Database, History
from kippu.skills import memory
from kippu.tool import Context, Skill
from kippu.turn import Answer, Call, Meaning, Origin, Outcome, Placement, Turn
from skills.conftest import TOKYO
from skills.running import run

pytestmark = pytest.mark.anyio
LAMP = Thing("light.lamp", "Lamp", "light", None, "Study", None, ("ランプ",))
DOOR = Thing("lock.front", "Front Door", "lock", None, "Entrance")


def _skill(
    history: History,
    acts: Callable[[str], bool] = lambda tool: True,
    **standing: str,
) -> Skill:
    """The skill, in a home of a lamp and a door that are now as ``standing`` tells."""
    now = ((LAMP, standing.get("lamp", "off")), (DOOR, standing.get("door", "locked")))
    return memory.skill(history, acts, lambda: now)


async def test_what_was_asked(database: Database) -> None:
    history = History(database)
    for day, text in ((22, "turn on the lamp"), (22, "buy milk"), (23, "牛乳はある？")):
        turn = Turn(text, "en", datetime(2026, 11, day, 9, 0, tzinfo=TOKYO), "c1", text)
        history.begin(turn)
        history.leave(turn.id)
    now = datetime(2026, 11, 23, 12, 0, tzinfo=TOKYO)
    history.begin(Turn("what did I ask", "en", now, "c1", "now"))
    en, ja = Context("en", now), Context("ja", now)
    skill = _skill(history, lambda tool: tool.startswith("home."))

    said = await run(skill, "history.asked", en, day="2026-11-22")
    assert said.text == "You asked 2 things yesterday:\n- 9:00 AM: turn on the lamp\n- 9:00 AM: buy milk"
    said = await run(skill, "history.asked", ja, words="牛乳")
    assert said.text == "「牛乳」について1件聞かれました：\n・今日午前9時「牛乳はある？」"
    assert len((await run(skill, "history.asked", en)).data["asked"]) == 3
    assert (await run(skill, "history.asked", en, day="2026-01-01")).text == "You asked nothing on 1 January."
    assert not (await run(skill, "history.asked", ja, day="いつか")).ok


async def test_what_a_conversation_began_with(database: Database) -> None:
    history = History(database)
    now = datetime(2026, 11, 23, 12, 0, tzinfo=TOKYO)
    context = Context("en", now, conversation="c1")
    history.begin(Turn("what did I ask first", "en", now, "c1", "t0"))
    assert (await run(_skill(history), "history.asked", context, first=True)).text == "This is the first."
    history.leave("t0")
    history.begin(Turn("turn on the lamp", "en", now, "c2", "other"))
    history.leave("other")
    history.begin(Turn("and the first", "en", now, "c1", "t1"))
    said = await run(_skill(history), "history.asked", context, first=True)
    assert said.text == "The first was, today at 12:00 PM: “what did I ask first”"


async def test_a_part_of_a_day_is_that_part_alone(database: Database) -> None:
    history = History(database)
    for day, hour, text in (
        (22, 8, "eight"),
        (22, 17, "five"),
        (22, 20, "late"),
        (23, 1, "night"),
        (23, 9, "nine"),
    ):
        at = datetime(2026, 11, day, hour, 30, tzinfo=TOKYO)
        _answered(history, text, at, "home.turn_on", id="light.lamp", name="Lamp", state="on")
    now = datetime(2026, 11, 23, 22, 0, tzinfo=TOKYO)
    en, ja = Context("en", now), Context("ja", now)
    skill = _skill(history)

    async def asked(**when: str) -> list[str]:
        said = await run(skill, "history.asked", en, **when)
        done = await run(skill, "history.done", en, **when)
        assert len(done.data["done"]) == len(said.data["asked"])
        return [one["text"] for one in said.data["asked"]]

    assert await asked(day="yesterday", part="morning") == ["eight"]
    assert await asked(day="yesterday", part="evening") == ["five", "late"]
    assert await asked(day="yesterday", part="night") == ["late", "night"]
    assert await asked(day="today", part="morning") == ["night", "nine"]
    assert await asked(part="morning") == ["night", "nine"]
    assert await asked(day="today", part="night") == []
    said = await run(skill, "history.done", en, day="yesterday", part="night")
    assert said.text.startswith("This is what I did last night:\n- 8:30 PM: Done so.")
    said = await run(skill, "history.asked", ja, day="today", part="morning")
    assert said.text.startswith("今日の朝は2件聞かれました：")
    assert (await run(skill, "history.done", en, part="afternoon")).text == "I did nothing this afternoon."


def _answered(
    history: History,
    text: str,
    at: datetime,
    tool: str,
    origin: Origin = "talk",
    ok: bool = True,
    **changed: str,
) -> None:
    """A turn that called a tool, with what it changed."""
    turn = Turn(text, "en", at, "c1", text, origin=origin)
    call = Call(tool)
    outcome = Outcome(call, ok, "Done so.", {"changed": [changed]} if changed else {})
    history.begin(turn)
    history.finish(
        Answer(
            turn.id,
            "c1",
            "Done so.",
            "en",
            Meaning("cues", 0.9, (call,)),
            Placement("none", None, ""),
            outcomes=(outcome,),
        )
    )


async def test_what_was_done_and_who_wanted_it(database: Database) -> None:
    history = History(database)
    skill = _skill(history, lambda tool: tool.startswith("home.turn"))
    at = datetime(2026, 11, 23, 10, 2, tzinfo=TOKYO)
    _answered(history, "turn on the lamp", at, "home.turn_on", id="light.lamp", name="Lamp", state="on")
    _answered(history, "is the lamp on", at, "home.state")
    _answered(history, "turn on the fan", at, "home.turn_on", ok=False)
    en, ja = Context("en", at), Context("ja", at)

    assert (await run(skill, "history.done", en)).text == "This is what I did today:\n- 10:02 AM: Done so."
    assert (await run(skill, "history.done", ja, day="2026-11-22")).text == "昨日はまだ何もしていません。"
    said = await run(skill, "history.why", en, name="Lamp", state="on")
    assert said.text == "You asked for it at 10:02 AM: “turn on the lamp”"
    said = await run(skill, "history.why", ja, domain="light")
    assert said.text == "午前10時2分に「turn on the lamp」と頼まれました。"
    assert "don't know" in (await run(skill, "history.why", en, name="Lamp", state="off")).text
    assert "分かりません" in (await run(skill, "history.why", ja, name="Fan")).text


async def test_what_was_asked_lately(database: Database) -> None:
    history = History(database)
    skill = _skill(history, lambda tool: True)
    for minute, text in ((0, "turn on the lamp"), (20, "buy milk"), (21, "what time is it")):
        _answered(history, text, datetime(2026, 11, 23, 10, minute, tzinfo=TOKYO), "home.turn_on")
    en = Context("en", datetime(2026, 11, 23, 10, 22, tzinfo=TOKYO))
    said = await run(skill, "history.asked", en, minutes=1)
    assert [one["text"] for one in said.data["asked"]] == ["buy milk", "what time is it"]
    said = await run(skill, "history.asked", en, last=1)
    assert said.text == "The last was, today at 10:21 AM: “what time is it”"
    said = await run(
        skill, "history.asked", Context("ja", datetime(2026, 11, 23, 12, 0, tzinfo=TOKYO)), minutes=1
    )
    assert "what time is it" in said.text and "buy milk" not in said.text


async def test_what_was_said_last_is_said_again_in_its_own_conversation(database: Database) -> None:
    history = History(database)
    now = datetime(2026, 11, 23, 12, 0, tzinfo=TOKYO)
    _answered(history, "turn on the lamp", now, "home.turn_on")
    skill = _skill(history, lambda tool: False)
    assert (await run(skill, "history.again", Context("en", now, "c1"))).text == "Done so."
    other = await run(skill, "history.again", Context("en", now, "c2"))
    assert (other.ok, other.text) == (False, "I have said nothing yet.")


async def test_what_was_said_about_something(database: Database) -> None:
    history = History(database)
    now = datetime(2026, 11, 23, 12, 0, tzinfo=TOKYO)
    _answered(history, "turn on the lamp", now, "home.turn_on")
    _answered(history, "what did you say about the lamp", now, "history.again")
    skill, en = _skill(history, lambda tool: False), Context("en", now, "c1")
    said = await run(skill, "history.again", en, words="lamp")
    assert said.text == "I said, today at 12:00 PM: “Done so.”"
    said = await run(skill, "history.again", en, words="weather")
    assert (said.ok, said.text) == (False, "I said nothing about “weather” in this conversation.")
    _answered(history, "is the media player on", now, "home.state")
    for words in ("me", "a", "the", "play"):  # no part of another word, and no word that is everywhere
        assert not (await run(skill, "history.again", en, words=words)).ok
    assert (await run(skill, "history.again", en, words="lamps")).ok


async def test_the_last_deed_is_this_conversations(database: Database) -> None:
    history = History(database)
    now = datetime(2026, 11, 23, 12, 0, tzinfo=TOKYO)
    skill = _skill(history, lambda tool: tool.startswith("home."))
    en = Context("en", now, "c1")
    assert (await run(skill, "history.done", en, last=True)).text == "I have done nothing yet."
    _answered(history, "turn on the lamp", now, "home.turn_on")
    _answered(history, "what time is it", now, "clock.time")
    for conversation in ("c1", "none of it"):
        said = await run(skill, "history.done", Context("en", now, conversation), last=True)
        assert said.text == "The last thing I did, today at 12:00 PM: Done so."


async def test_a_part_of_the_day_has_what_was_asked_in_it(database: Database) -> None:
    history = History(database)
    for hour, text in ((8, "early"), (15, "later"), (20, "late")):
        turn = Turn(text, "en", datetime(2026, 11, 23, hour, 0, tzinfo=TOKYO), "c1", text)
        history.begin(turn)
        history.leave(turn.id)
    skill = _skill(history, lambda tool: False)
    en, ja = (Context(tongue, datetime(2026, 11, 23, 22, 0, tzinfo=TOKYO)) for tongue in ("en", "ja"))
    said = await run(skill, "history.asked", en, day="today", part="morning")
    assert said.text == "You asked 1 thing this morning:\n- 8:00 AM: early"
    said = await run(skill, "history.asked", ja, day="today", part="evening")
    assert said.text == "今日の夕方以降は1件聞かれました：\n・午後8時「late」"


async def test_what_was_due_was_not_asked_then(database: Database) -> None:
    history = History(database)
    skill = _skill(history, lambda tool: tool.startswith("home.turn"))
    at = datetime(2026, 11, 23, 10, 2, tzinfo=TOKYO)
    _answered(history, "turn on the lamp", at, "home.turn_on", "plan", name="Lamp", state="on")
    en = Context("en", at)
    assert (await run(skill, "history.asked", en)).text == "You asked nothing."
    assert (await run(skill, "history.asked", en, last=1)).text == "You asked nothing before."
    assert "Done so." in (await run(skill, "history.done", en)).text
    why = await run(skill, "history.why", en, name="Lamp")
    assert why.text == "It was due at 10:02 AM: “turn on the lamp”"


async def test_when_and_for_how_long_and_who_is_told_from_the_record(database: Database) -> None:
    history = History(database)
    begun = datetime(2026, 11, 23, 9, 19, tzinfo=TOKYO)
    _answered(
        history, "unlock it", begun, "home.unlock", id="lock.front", name="Front Door", state="unlocked"
    )
    locked = begun.replace(minute=25)
    _answered(history, "lock it", locked, "home.lock", id="lock.front", name="Front Door", state="locked")
    lit = begun.replace(hour=10, minute=0)
    _answered(history, "turn on the lamp", lit, "home.turn_on", id="light.lamp", name="Lamp", state="on")
    brighter = lit.replace(minute=5)
    _answered(history, "dim it", brighter, "home.set_light", id="light.lamp", name="Lamp", state="on")
    skill = _skill(history, lamp="on")
    now = begun.replace(hour=11, minute=0)
    en, ja = Context("en", now), Context("ja", now)
    told = {
        ("whether", "unlocked", "Front Door"): (
            "Yes, at 9:19 AM: you asked for it: “unlock it”.",
            "はい、午前9時19分に「unlock it」と頼まれました。",
        ),
        ("when", "locked", "Front Door"): (
            "At 9:25 AM: you asked for it: “lock it”.",
            "午前9時25分です。「lock it」と頼まれました。",
        ),
        ("who", "unlocked", "Front Door"): (
            "You did, at 9:19 AM: “unlock it”.",
            "午前9時19分に「unlock it」と頼まれました。",
        ),
        ("how_long", "on", "Lamp"): (
            "For 1 hour, since 10:00 AM: “turn on the lamp”.",
            "午前10時から1時間です（「turn on the lamp」）。",
        ),
        ("how_long", "unlocked", "Front Door"): (
            "It isn't unlocked now. It last was at 9:19 AM: “unlock it”.",
            "今は解錠されていません。最後は午前9時19分です。",
        ),
        ("ago", "on", "Lamp"): (
            "1 hour ago, at 10:00 AM: you asked for it: “turn on the lamp”.",
            "1時間前、午前10時です。「turn on the lamp」と頼まれました。",
        ),
    }
    for (ask, state, name), texts in told.items():
        for context, text in zip((en, ja), texts, strict=True):
            said = await run(skill, "history.happened", context, ask=ask, state=state, name=name)
            assert said.text == text


async def test_of_what_was_done_by_hand_the_record_knows_nothing(database: Database) -> None:
    history = History(database)
    begun = datetime(2026, 11, 22, 9, 19, tzinfo=TOKYO)
    _answered(
        history, "unlock it", begun, "home.unlock", id="lock.front", name="Front Door", state="unlocked"
    )
    skill = _skill(history, lamp="on", door="unlocked")
    now = begun.replace(day=23)
    en, ja = Context("en", now), Context("ja", now)
    asked = {"state": "unlocked", "name": "Front Door", "day": "today"}
    said = await run(skill, "history.happened", en, **asked)
    assert said.text == (
        "Not that I know: nobody asked it of me today. What is done by hand I can't know. It is unlocked now."
    )
    assert (
        "手で操作されたことは分かりません。今は解錠されています。"
        in (await run(skill, "history.happened", ja, **asked)).text
    )
    assert (
        "Yesterday at 9:19 AM"
        in (await run(skill, "history.happened", en, state="unlocked", name="Front Door", ask="when")).text
    )
    for context, words in ((en, "don't know since when"), (ja, "いつからかは分かりません")):
        long = await run(skill, "history.happened", context, state="on", name="Lamp", ask="how_long")
        assert words in long.text


async def test_what_was_planned_is_told_as_due(database: Database) -> None:
    history = History(database)
    at = datetime(2026, 11, 23, 10, 2, tzinfo=TOKYO)
    _answered(history, "lamp on", at, "home.turn_on", "plan", id="light.lamp", name="Lamp", state="on")
    skill = _skill(history, lamp="on")
    for context, words in (
        (Context("en", at), "it was due: “lamp on”"),
        (Context("ja", at), "予約「lamp on」によるものでした"),
    ):
        for ask in ("whether", "when"):
            said = await run(skill, "history.happened", context, state="on", name="Lamp", ask=ask)
            assert words in said.text
    who = await run(skill, "history.happened", Context("en", at), state="on", name="Lamp", ask="who")
    assert who.text == "It was due at 10:02 AM: “lamp on”."


async def test_a_tap_on_the_app_is_in_the_record_too(database: Database) -> None:
    history = History(database)
    skill = _skill(history, door="unlocked")
    at = datetime(2026, 11, 23, 10, 2, tzinfo=TOKYO)
    _answered(
        history,
        "unlock the door",
        at,
        "home.unlock",
        "tap",
        id="lock.front",
        name="Front Door",
        state="unlocked",
    )
    en, ja = (Context(language, at) for language in ("en", "ja"))
    told = await run(skill, "history.done", en)
    assert told.text == "This is what I did today:\n- 10:02 AM: Done so. (tapped in the app)"
    assert (await run(skill, "history.asked", en)).text == "You asked nothing."
    assert (await run(skill, "history.asked", en, last=1)).text == "You asked nothing before."
    why = await run(skill, "history.why", ja, name="Front Door", state="unlocked")
    assert why.text == "午前10時2分にアプリで操作されました。"
    asked = {"state": "unlocked", "domain": "lock", "day": "today"}
    assert "tapped in the app" in (await run(skill, "history.happened", en, **asked)).text
    assert "アプリの操作" in (await run(skill, "history.happened", ja, **asked)).text


@pytest.mark.parametrize(
    ("hour", "part", "so"), [(9, "morning", True), (9, "evening", False), (20, "night", True)]
)
async def test_a_part_of_a_day(database: Database, hour: int, part: str, so: bool) -> None:
    history = History(database)
    at = datetime(2026, 11, 22, hour, 19, tzinfo=TOKYO)
    _answered(history, "lamp on", at, "home.turn_on", id="light.lamp", name="Lamp", state="on")
    said = await run(
        _skill(history),
        "history.happened",
        Context("en", at.replace(day=23, hour=23)),
        state="on",
        name="Lamp",
        day="2026-11-22",
        part=part,
    )
    assert said.text.startswith("Yes") is so


async def test_a_time_before_all_time_is_told(database: Database) -> None:
    context = Context("en", datetime(2026, 11, 23, 12, 0, tzinfo=TOKYO))
    with pytest.raises(BadInput, match="more than I can reckon with"):
        await run(_skill(History(database)), "history.asked", context, seconds=10**30)
