"""Calls that have a condition are made if it is so, and it is said why not where they aren't."""

import pytest

from kippu.errors import HomeOffline
from kippu.record import Database, Ledger
from kippu.run import Run
from kippu.tool import Context, Said, Tool
from kippu.turn import Call, Condition, Egress, Meaning, Outcome, Placement
from run.test_step import untaught
from understand.home import turn

pytestmark = pytest.mark.anyio
NOWHERE = Placement("none", None, "on this device")


async def window(context: Context, open: bool) -> Said:
    """Tells whether it is open, as who asks is told."""
    answer = context.say("Yes, the window is open.", "はい、窓は開いています。")
    if not open:
        answer = context.say("No, the window is closed.", "いいえ、窓は閉まっています。")
    return Said(answer, data={"so": open})


async def unseen(context: Context) -> Said:
    """Can't tell."""
    raise HomeOffline("The window can't be reached.")


async def off(context: Context) -> Said:
    """Turns it off."""
    return Said(context.say("It is off.", "消しました。"))


TOOLS = {
    f"t.{each.__name__}": Tool(f"t.{each.__name__}", each, acts=each is off) for each in (window, unseen, off)
}
OPEN, CLOSED = Call("t.window", {"open": True}), Call("t.window", {"open": False})


@pytest.fixture
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    ledger = Ledger(Database(tmp_path_factory.mktemp("record") / "kippu.db"))
    return Run(TOOLS, None, untaught, None, ledger)  # type: ignore[arg-type]  # nobody talks here


async def said(run: Run, condition: Condition, text: str = "do it") -> tuple[str, list[str]]:
    meaning = Meaning("cues", 0.9, (Call("t.off"),), condition=condition)
    pieces = [piece async for piece in run.run(turn(text), meaning, NOWHERE, Egress())]
    words = "".join(piece for piece in pieces if isinstance(piece, str))
    return words, [piece.call.tool for piece in pieces if isinstance(piece, Outcome)]


async def test_it_is_so(run: Run) -> None:
    assert await said(run, Condition(OPEN)) == ("The window is open. It is off.", ["t.window", "t.off"])
    assert await said(run, Condition(CLOSED, holds=False)) == (
        "The window is closed. It is off.", ["t.window", "t.off"],
    )  # fmt: skip


async def test_it_is_not_so(run: Run) -> None:
    words, tools = await said(run, Condition(CLOSED))
    assert words == "The window is closed. So I did nothing. I looked just now, and don't keep watching."
    assert tools == ["t.window"]
    assert (await said(run, Condition(CLOSED), "消して"))[0].startswith(
        "窓は閉まっています。それで、何もしていません。"
    )


async def test_it_cannot_be_told(run: Run) -> None:
    for condition in (Condition(Call("t.unseen")), Condition(Call("t.unseen"), holds=False)):
        assert await said(run, condition) == ("The window can't be reached. I did nothing.", ["t.unseen"])
