import pytest

from kippu.record import Database
from kippu.skills import notes
from kippu.tool import Context
from skills.running import run

pytestmark = pytest.mark.anyio


async def test_add_find_remove(database: Database, en: Context, ja: Context) -> None:
    skill = notes.skill(notes.Notes(database))
    assert (await run(skill, "notes.find", en)).text == "You have no notes."
    assert (await run(skill, "notes.add", en, text=" the spare key is under the pot ")).ok
    assert (
        await run(skill, "notes.add", ja, text="合鍵は植木鉢の下")
    ).text == "「合鍵は植木鉢の下」とメモしました。"
    assert (
        await run(skill, "notes.find", en, words="key")
    ).text == "Your note: the spare key is under the pot"
    assert (
        await run(skill, "notes.find", ja)
    ).text == "メモは2件です：\n・合鍵は植木鉢の下\n・the spare key is under the pot"
    assert not (await run(skill, "notes.remove", ja, words="月")).ok
    assert (
        await run(skill, "notes.remove", ja, words="合鍵")
    ).text == "「合鍵は植木鉢の下」のメモを削除しました。"
    assert not (await run(skill, "notes.add", en, text=" ")).ok
    assert [note.text for note in notes.Notes(database).all()] == ["the spare key is under the pot"]


async def test_the_last_note_is_read_and_deleted_and_no_other_by_that_alone(
    database: Database, en: Context
) -> None:
    skill = notes.skill(notes.Notes(database))
    assert not (await run(skill, "notes.remove", en, words="", last=1)).ok
    for text in ("one", "two", "three"):
        await run(skill, "notes.add", en, text=text)
    assert (await run(skill, "notes.find", en, last=1)).text == "Your note: three"
    assert not (await run(skill, "notes.remove", en, words="")).ok, "which one is meant isn't said"
    assert (await run(skill, "notes.remove", en, words="", last=1)).data["text"] == "three"
    assert [note.text for note in notes.Notes(database).all()] == ["two", "one"]


async def test_a_hyphen_is_forgiven(database: Database, ja: Context, en: Context) -> None:
    skill = notes.skill(notes.Notes(database))
    await run(skill, "notes.add", ja, text="WiFiのパスワードはsakura123")
    await run(skill, "notes.add", en, text="the e-mail password is plum")
    found = (await run(skill, "notes.find", ja, words="wi-fiのパスワード")).text
    assert found == "メモ：WiFiのパスワードはsakura123"
    assert (await run(skill, "notes.find", en, words="email password")).text.endswith("plum")


async def test_what_was_read_out_can_be_deleted(database: Database, en: Context) -> None:
    skill = notes.skill(notes.Notes(database))
    for text in ("one", "two"):
        await run(skill, "notes.add", en, text=text)
    (away,) = (await run(skill, "notes.find", en, last=1)).data["listed"]
    assert (await run(skill, away["tool"], en, **away["arguments"])).text == "Deleted the note: two"


async def test_more_is_written_behind_a_note(database: Database, en: Context, ja: Context) -> None:
    kept = notes.Notes(database)
    skill = notes.skill(kept)
    await run(skill, "notes.add", en, text="the boiler was serviced.")
    said = await run(skill, "notes.add", en, text="it cost 120 pounds", to="")
    assert said.text == "The note now says: the boiler was serviced, it cost 120 pounds"
    await run(skill, "notes.add", en, text="the key is under the pot")
    asked = await run(skill, "notes.add", en, text="no, inside", to="")
    assert not asked.ok and "the boiler" in asked.text and "under the pot" in asked.text
    said = await run(skill, "notes.add", ja, text="鍵は金色", to="the key")
    assert said.text == "メモを「the key is under the pot、鍵は金色」にしました。"
    assert len(kept.all()) == 2
    assert not (await run(skill, "notes.add", en, text="more", to="elephants")).ok
