"""A request that says all of itself means behind a deed what it means without the reader of sequels."""

import asyncio
from functools import cache
from pathlib import Path

import pytest
import yaml

from kippu.turn import Call, Meaning
from kippu.understand import Understanding
from kippu.understand.free import Free
from understand.home import FOLDERS, HOME, call, turn
from understand.sequels.heard import READS, acts, understanding

SAID = yaml.safe_load((Path(__file__).parents[2] / "skills" / "said.yaml").read_text(encoding="utf-8"))
SENTENCES = [
    str(text) for tools in SAID.values() for rows in tools.values() if isinstance(rows, dict) for text in rows
]
BEFORE = [
    call("home.turn_on", name="Kitchen Light"),
    call("home.set_temperature", name="Thermostat", temperature=21),
    call("alarms.set", at="2026-11-25T07:00:00"), call("timers.start", minutes=5),
    call("reminders.add", at="2026-11-24T16:15:00", text="call mum"),
    call("lists.add", item="milk", list="shopping"), call("home.play", query="jazz"),
    call("calendar.add", text="lunch", at="2026-11-27T12:00:00"),
    call("home.state", name="Kitchen Light", state="on", ask="is"),
]  # fmt: skip
EVERY = 4
"""Rows one of which is tried, so that the test stays short; each behind another deed."""


@cache
def without() -> Understanding:
    return Understanding(FOLDERS, None, Free(READS, acts, FOLDERS))


def means(readers: Understanding, text: str, before: Call) -> Meaning:
    return asyncio.run(readers.understand(turn(text, earlier=(before,)), HOME))


@pytest.mark.parametrize("place", range(0, len(SENTENCES), EVERY), ids=lambda place: SENTENCES[place])
def test_it_means_the_same(place: int) -> None:
    text, before = SENTENCES[place], BEFORE[place // EVERY % len(BEFORE)]
    here, there = means(understanding(), text, before), means(without(), text, before)
    assert (here.calls, here.question, here.proposed) == (there.calls, there.question, there.proposed)


def test_there_are_sentences() -> None:
    assert len(SENTENCES) > 800
