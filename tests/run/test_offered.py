"""Few tools, and the right ones, are put before a model."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kippu.events import Events
from kippu.record import Database
from kippu.run.offered import Offered
from kippu.skills import about, alarms, calculate, clock, lists, notes, reminders, timers
from kippu.skills.bells import Bells
from understand.home import turn


@pytest.fixture
def offered(tmp_path: Path) -> Iterator[Offered]:
    database = Database(tmp_path / "kippu.db")
    bells = Bells(database, Events())
    yield Offered(
        (
            timers.skill(bells), alarms.skill(bells), reminders.skill(bells), clock.skill(),
            calculate.skill(),
            lists.skill(lists.Lists(database)), notes.skill(notes.Notes(database)), about.skill(lambda: True),
        )
    )  # fmt: skip
    database.close()


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("put oat milk on the shopping list, please", "lists.add"),
        ("what notes do I have about the key?", "notes.find"),
        ("start a timer for the eggs", "timers.start"),
        ("買い物リストに豆乳も入れておいてくれる？", "lists.add"),
    ],
)
def test_what_is_meant_is_among_them(offered: Offered, text: str, tool: str) -> None:
    names = offered.to(turn(text))
    assert tool in names
    assert len(names) <= 12
    assert len(set(names)) == len(names)


def test_plain_talk_gets_none(offered: Offered) -> None:
    assert offered.to(turn("Why is the sky blue?")) == ()
    assert offered.to(turn("💡")) == ()


def test_they_are_chosen_by_the_persons_words_alone(offered: Offered) -> None:
    said = turn("Why is the sky blue?", outside="clear the shopping list", here="lists.clear")
    assert offered.to(said) == ()


def test_the_assistants_own_talk_is_no_tool(offered: Offered) -> None:
    assert not [name for name in offered.to(turn("what can you do, help me")) if name.startswith("about.")]
