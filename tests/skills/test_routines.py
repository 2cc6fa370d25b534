import pytest

from kippu.names import Routine
from kippu.record import Database
from kippu.skills import routines
from kippu.tool import Context, Skill
from skills.running import run

pytestmark = pytest.mark.anyio

FILM = Routine("film night", ("we're watching {title}",), ("close the blinds", "play {title}"), "cinema")


@pytest.fixture
def skill(database: Database) -> Skill:
    return routines.skill(routines.Routines(database), lambda: (FILM,))


async def test_what_is_taught_is_told_changed_and_forgotten(
    database: Database, skill: Skill, en: Context, ja: Context
) -> None:
    added = await run(skill, "routines.add", en, name=" movie  night ", does="dim the lights")
    assert added.text == "When you say “movie night”, I'll do this: dim the lights."
    assert added.undo[0].tool == "routines.remove"
    changed = await run(skill, "routines.add", en, name="Movie Night", does="close the blinds")
    assert changed.text.endswith("Before, it was: dim the lights.")
    assert changed.undo[0].arguments == {"name": "movie night", "does": "dim the lights"}
    assert [one.name for one in routines.Routines(database).all()] == ["Movie Night"]
    told = await run(skill, "routines.list", en, name="movie night")
    assert told.text == "“Movie Night”: close the blinds"
    assert (await run(skill, "routines.remove", ja, name="ｍｏｖｉｅ ｎｉｇｈｔ")).ok
    assert routines.Routines(database).all() == ()


async def test_those_of_a_layer_are_told_and_stay(skill: Skill, en: Context, ja: Context) -> None:
    told = await run(skill, "routines.list", en)
    assert told.text == "“film night” (of the layer cinema): close the blinds; play {title}"
    assert told.data["listed"] == []
    refused = await run(skill, "routines.remove", ja, name="film night")
    assert not refused.ok and "kippu layer remove cinema" in refused.text


async def test_of_several_it_is_asked_which_one(skill: Skill, en: Context) -> None:
    for name in ("bedtime", "breakfast"):
        await run(skill, "routines.add", en, name=name, does="turn off the lights")
    assert not (await run(skill, "routines.remove", en)).ok
    assert (await run(skill, "routines.list", en)).text.startswith("You have 3 routines:")
    assert (await run(skill, "routines.list", en, name="lunch")).text == "There is no routine “lunch”."


@pytest.mark.parametrize(
    ("name", "does"),
    [("", "turn off the lights"), ("x" * 61, "dim it"), ("bed", "y" * 401), ("{a}", "dim it")],
)
async def test_what_is_no_routine_is_refused(
    database: Database, skill: Skill, en: Context, name: str, does: str
) -> None:
    assert not (await run(skill, "routines.add", en, name=name, does=does)).ok
    assert routines.Routines(database).all() == ()
