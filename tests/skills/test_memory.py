from datetime import datetime

import pytest

from kippu.record import Database, History
from kippu.skills import memory
from kippu.tool import Context
from kippu.turn import Answer, Call, Meaning, Origin, Outcome, Placement, Turn
from skills.conftest import TOKYO
from skills.running import run

pytestmark = pytest.mark.anyio


async def test_what_was_asked(database: Database) -> None:
    history = History(database)
    for day, text in ((22, "turn on the lamp"), (22, "buy milk"), (23, "牛乳はある？")):
        turn = Turn(text, "en", datetime(2026, 11, day, 9, 0, tzinfo=TOKYO), "c1", text)
        history.begin(turn)
        history.leave(turn.id)
    now = datetime(2026, 11, 23, 12, 0, tzinfo=TOKYO)
    history.begin(Turn("what did I ask", "en", now, "c1", "now"))
    en, ja = Context("en", now), Context("ja", now)
    skill = memory.skill(history, lambda tool: tool.startswith("home."))

    said = await run(skill, "history.asked", en, day="2026-11-22")
    assert said.text == "You asked 2 things yesterday:\n- 9:00 AM: turn on the lamp\n- 9:00 AM: buy milk"
    said = await run(skill, "history.asked", ja, words="牛乳")
    assert said.text == "「牛乳」について1件聞かれました：\n・今日午前9時「牛乳はある？」"
    assert len((await run(skill, "history.asked", en)).data["asked"]) == 3
    assert (await run(skill, "history.asked", en, day="2026-01-01")).text == "You asked nothing on 1 January."
    assert not (await run(skill, "history.asked", ja, day="いつか")).ok


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
    skill = memory.skill(history, lambda tool: tool.startswith("home.turn"))
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
    skill = memory.skill(history, lambda tool: True)
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
    skill = memory.skill(history, lambda tool: False)
    assert (await run(skill, "history.again", Context("en", now, "c1"))).text == "Done so."
    other = await run(skill, "history.again", Context("en", now, "c2"))
    assert (other.ok, other.text) == (False, "I have said nothing yet.")


async def test_a_part_of_the_day_has_what_was_asked_in_it(database: Database) -> None:
    history = History(database)
    for hour, text in ((8, "early"), (15, "later"), (20, "late")):
        turn = Turn(text, "en", datetime(2026, 11, 23, hour, 0, tzinfo=TOKYO), "c1", text)
        history.begin(turn)
        history.leave(turn.id)
    skill = memory.skill(history, lambda tool: False)
    en, ja = (Context(tongue, datetime(2026, 11, 23, 22, 0, tzinfo=TOKYO)) for tongue in ("en", "ja"))
    said = await run(skill, "history.asked", en, day="today", part="morning")
    assert said.text == "You asked 1 thing today in the morning:\n- 8:00 AM: early"
    said = await run(skill, "history.asked", ja, day="today", part="evening")
    assert said.text == "今日の夕方以降は1件聞かれました：\n・午後8時「late」"


async def test_what_was_due_was_not_asked_then(database: Database) -> None:
    history = History(database)
    skill = memory.skill(history, lambda tool: tool.startswith("home.turn"))
    at = datetime(2026, 11, 23, 10, 2, tzinfo=TOKYO)
    _answered(history, "turn on the lamp", at, "home.turn_on", "plan", name="Lamp", state="on")
    en = Context("en", at)
    assert (await run(skill, "history.asked", en)).text == "You asked nothing."
    assert (await run(skill, "history.asked", en, last=1)).text == "You asked nothing before."
    assert "Done so." in (await run(skill, "history.done", en)).text
    why = await run(skill, "history.why", en, name="Lamp")
    assert why.text == "It was due at 10:02 AM: “turn on the lamp”"
