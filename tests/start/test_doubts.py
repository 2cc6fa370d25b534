"""Where a turn may run that nobody here is sure of: what stays, stays then as well. The real steps."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from kippu.settings import Provider, keep, load
from kippu.start import Kippu, running
from kippu.start.doubts import Doubts
from kippu.turn import Egress, Placement
from understand.home import turn

pytestmark = pytest.mark.anyio

POCKET = Placement("pocket", "smollm2-135m-instruct", "why")
ILL = "is my blood pressure dangerous with diabetes"
PLAIN = "capital of peru"


@pytest.fixture
async def kippu(data: Path) -> AsyncIterator[Kippu]:
    async with running(load(home="mqtt://127.0.0.1:1")) as kippu:
        near = Provider(name="nas", url="http://127.0.0.1:9/v1", model="large", cents_in=20, cents_out=80)
        keep(kippu.settings, policy="ask me", providers=[near])
        yield kippu


async def elsewhere(kippu: Kippu, whole: str, talk: str = "") -> tuple[Placement, Egress] | None:
    assistant = kippu.assistant
    doubts = Doubts(assistant._inspecting, assistant._placing, assistant._covering)
    said = turn(whole)
    return await doubts.elsewhere(said, replace(said, text=talk or whole), POCKET, 0.3)


async def test_a_topic_that_is_kept_at_home_stays(kippu: Kippu) -> None:
    assert await elsewhere(kippu, ILL) is not None
    keep(kippu.settings, never=["health"])
    assert await elsewhere(kippu, ILL) is None
    there = await elsewhere(kippu, PLAIN)
    assert there is not None and there[0].provider == "nas" and there[0].asks


async def test_the_whole_turn_is_looked_at_and_its_talk_would_leave(kippu: Kippu) -> None:
    whole = f"put insulin for my diabetes on the shopping list and tell me the {PLAIN}"
    there = await elsewhere(kippu, whole, PLAIN)
    assert there is not None and there[1].messages[-1].text == PLAIN
    keep(kippu.settings, never=["health"])
    assert await elsewhere(kippu, whole, PLAIN) is None
    keep(kippu.settings, never=[])
    kippu.marks.add("insulin")
    assert await elsewhere(kippu, whole, PLAIN) is None
    assert await elsewhere(kippu, PLAIN) is not None


async def test_where_nothing_may_leave_nobody_is_waited_for(kippu: Kippu) -> None:
    assistant, said = kippu.assistant, turn(PLAIN)
    doubts = Doubts(assistant._inspecting, assistant._placing, assistant._covering)
    asked = doubts.asked_of(said, said, POCKET)
    assert asked is not None and await asked(0.3) is not None
    assert doubts.asked_of(said, said, replace(POCKET, rung="palm")) is None
    keep(kippu.settings, policy="device only")
    assert doubts.asked_of(said, said, POCKET) is None
    keep(kippu.settings, policy="ask me", providers=[])
    assert doubts.asked_of(said, said, POCKET) is None
