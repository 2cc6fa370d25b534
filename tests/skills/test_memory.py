from datetime import datetime

import pytest

from kippu.record import Database, History
from kippu.skills import memory
from kippu.tool import Context
from kippu.turn import Turn
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
