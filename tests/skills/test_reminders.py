from datetime import timedelta

import pytest

from kippu.skills import alarms, reminders
from kippu.skills.bells import Bells
from kippu.tool import Context
from skills.running import run

pytestmark = pytest.mark.anyio


async def test_add_list_remove(bells: Bells, en: Context, ja: Context) -> None:
    skill = reminders.skill(bells)
    assert (await run(skill, "reminders.list", ja)).text == "リマインダーはありません。"
    nine = (en.now.replace(tzinfo=None) + timedelta(days=1)).replace(
        hour=9, minute=0, second=0, microsecond=0
    )
    said = await run(skill, "reminders.add", en, text="call the dentist", at=nine.isoformat())
    assert said.text == "I'll remind you tomorrow at 9:00 AM: call the dentist."
    said = await run(skill, "reminders.add", ja, text="ゴミ出し", at=nine.isoformat(), repeat="mon,thu")
    assert said.text == "毎週月・木曜日午前9時に「ゴミ出し」をお知らせします。"

    day = nine.date().isoformat()
    assert "call the dentist (tomorrow at 9:00 AM)" in (await run(skill, "reminders.list", en, day=day)).text
    assert "2件" in (await run(skill, "reminders.list", ja)).text
    none = await run(skill, "reminders.list", en, day="2040-01-01")
    assert none.text == "You have no reminders on 1 January 2040."

    assert not (await run(skill, "reminders.remove", en)).ok
    assert (
        await run(skill, "reminders.remove", en, text="Dentists")
    ).text == "Deleted the reminder: call the dentist."
    assert (
        await run(skill, "reminders.remove", ja, text="ゴミ")
    ).text == "「ゴミ出し」のリマインダーを削除しました。"
    assert not (await run(skill, "reminders.remove", ja)).ok


async def test_one_is_moved(bells: Bells, en: Context, ja: Context) -> None:
    skill = reminders.skill(bells)
    nine = (en.now.replace(tzinfo=None) + timedelta(days=1)).replace(
        hour=9, minute=0, second=0, microsecond=0
    )
    assert not (await run(skill, "reminders.move", en, text="bank", at="16:00:00")).ok
    await run(skill, "reminders.add", en, text="call the bank", at=nine.isoformat())
    await run(skill, "reminders.add", en, text="water the plants", at=nine.isoformat())
    said = await run(skill, "reminders.move", en, text="bank", at="16:00:00")
    assert said.text == "Moved: I'll remind you tomorrow at 4:00 PM: call the bank."
    said = await run(skill, "reminders.move", ja, text="bank", minutes=30)
    assert said.text == "変更しました。明日午後4時30分に「call the bank」をお知らせします。"
    said = await run(
        skill, "reminders.move", en, text="bank", at=(nine + timedelta(days=2)).date().isoformat()
    )
    assert said.text.endswith("4:30 PM: call the bank.")
    said = await run(skill, "reminders.move", en, text="4:30 pm", at="17:00:00")
    assert said.text.endswith("5:00 PM: call the bank.")
    said = await run(skill, "reminders.move", ja, text="午後5時", at="16:30:00")
    assert said.text.endswith("4時30分に「call the bank」をお知らせします。")
    assert not (await run(skill, "reminders.move", ja, text="7時", at="16:30:00")).ok
    said = await run(skill, "reminders.move", en, text="plants", at="22:00:00", either_half=True)
    assert said.text.endswith("10:00 AM: water the plants.")
    said = await run(skill, "reminders.move", en, text="plants", at="21:00:00")
    assert said.text.endswith("9:00 PM: water the plants.")
    assert not (await run(skill, "reminders.move", en, text="bank")).ok
    assert not (await run(skill, "reminders.move", en, text="bank", at="2001-01-01T09:00:00")).ok
    assert not (await run(skill, "reminders.move", en, at="10:00:00")).ok
    assert [(one.text, one.kind) for one in bells.all("reminder")] == [
        ("water the plants", "reminder"),
        ("call the bank", "reminder"),
    ]


async def test_what_comes_each_week_goes_to_another_day_of_it(bells: Bells, en: Context) -> None:
    skill = reminders.skill(bells)
    monday = en.now.replace(tzinfo=None, hour=8, minute=0, second=0, microsecond=0)
    monday += timedelta(days=(0 - monday.weekday()) % 7 or 7)
    tuesday = (monday + timedelta(days=1)).date().isoformat()
    await run(skill, "reminders.add", en, text="bins", at=monday.isoformat(), repeat="mon")
    assert (await run(skill, "reminders.move", en, text="bins", at=tuesday)).ok
    assert [bell.repeat for bell in bells.all("reminder")] == ["tue"]
    await run(skill, "reminders.add", en, text="stand up", at=monday.isoformat(), repeat="weekdays")
    saturday = (monday + timedelta(days=5)).date().isoformat()
    said = await run(skill, "reminders.move", en, text="stand up", at=saturday)
    assert said.text.startswith("It comes every weekday") and not said.ok


async def test_it_asks_for_what_is_missing(bells: Bells, en: Context, ja: Context) -> None:
    skill = reminders.skill(bells)
    assert (await run(skill, "reminders.add", en, text="call mom")).text == "When shall I remind you?"
    assert (await run(skill, "reminders.add", ja, text=" ")).text == "何をお知らせしますか？"
    assert (
        await run(skill, "reminders.add", en, text="x", at="2001-01-01T07:00")
    ).text == "That time is past."
    assert bells.all() == ()


async def test_all_of_them(bells: Bells, en: Context, ja: Context) -> None:
    skill = reminders.skill(bells)
    assert (await run(skill, "reminders.remove_all", ja)).text == "リマインダーはありません。"
    tomorrow = (en.now.replace(tzinfo=None) + timedelta(days=1)).isoformat()
    await run(skill, "reminders.add", en, text="stretch", at=tomorrow)
    await run(skill, "reminders.add", en, text="call mom", at=tomorrow, repeat="daily")
    said = await run(skill, "reminders.remove_all", en)
    assert said.text.startswith("Deleted 2 reminders: ") and "call mom (every day" in said.text
    assert bells.all() == ()


async def test_what_rings_is_told_as_ringing(bells: Bells, en: Context, ja: Context) -> None:
    soon = (en.now + timedelta(seconds=1)).replace(tzinfo=None)
    for kind in ("reminder", "alarm"):
        bells.keep(en, kind, "stretch", soon)
    with bells._database.write() as connection:
        connection.execute("UPDATE bells SET due = due - 5")
    bells.check()
    assert "ringing now" in (await run(reminders.skill(bells), "reminders.list", en)).text
    assert "鳴っています" in (await run(reminders.skill(bells), "reminders.list", ja)).text
    assert "ringing now" in (await run(alarms.skill(bells), "alarms.list", en)).text


async def test_the_one_that_is_asked_about(bells: Bells, en: Context) -> None:
    skill = reminders.skill(bells)
    for text in ("call Ann", "water the plants"):
        await run(skill, "reminders.add", en, text=text, at=f"{en.now.year + 1}-03-01T09:00:00")
    told = await run(skill, "reminders.list", en, words="plants")
    assert "water the plants" in told.text and "Ann" not in told.text
    assert "2 reminders" in (await run(skill, "reminders.list", en, words="taxes")).text
