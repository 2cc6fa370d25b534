"""One day on which what repeats does not ring; it rings the day after, and the list says so."""

from datetime import timedelta

import pytest

from kippu.skills import alarms, reminders
from kippu.skills.bells import Bells
from kippu.tool import Context
from skills.running import run

pytestmark = pytest.mark.anyio


def day(context: Context, ahead: int) -> str:
    return (context.now + timedelta(days=ahead)).date().isoformat()


async def test_an_alarm_is_left_out_for_a_day(bells: Bells, en: Context, ja: Context) -> None:
    skill = alarms.skill(bells)
    await run(skill, "alarms.set", en, at=f"{day(en, 1)}T07:00:00", repeat="daily")
    said = await run(skill, "alarms.cancel", en, at=day(en, 1))
    assert said.ok and said.text.startswith("No alarm tomorrow: it rings again on ")
    (alarm,) = bells.all("alarm")
    assert alarm.due.astimezone(en.now.tzinfo).date().isoformat() == day(en, 2)
    assert "(every day, not tomorrow)" in (await run(skill, "alarms.list", en)).text
    assert "（毎日、明日を除く）" in (await run(skill, "alarms.list", ja)).text
    again = await run(skill, "alarms.cancel", ja, at=day(ja, 1))
    assert again.ok and again.text.startswith("明日はアラームを鳴らしません。次は")
    assert bells.all("alarm") == (alarm,)
    assert "every day, not tomorrow" not in (await run(skill, "alarms.list", _later(en))).text


def _later(context: Context) -> Context:
    return Context("en", context.now + timedelta(days=1, hours=12))


async def test_after_the_day_it_rings_every_day_again(bells: Bells, en: Context) -> None:
    skill = alarms.skill(bells)
    soon = (en.now + timedelta(hours=1)).replace(tzinfo=None, second=0, microsecond=0)
    await run(skill, "alarms.set", en, at=soon.isoformat(), repeat="daily")
    (alarm,) = bells.all("alarm")
    skipped = bells.skip(alarm.id)
    assert skipped.due - alarm.due == timedelta(days=1)
    assert bells.skip(skipped.id).due - alarm.due == timedelta(days=2)


async def test_only_the_next_time_can_be_left_out(bells: Bells, en: Context) -> None:
    skill = alarms.skill(bells)
    await run(skill, "alarms.set", en, at=f"{day(en, 1)}T07:00:00", repeat="daily")
    said = await run(skill, "alarms.cancel", en, at=day(en, 3))
    assert not said.ok and said.text.startswith("I can leave out only the next time: tomorrow at 7:00 AM")


async def test_what_rings_once_is_cancelled(bells: Bells, en: Context) -> None:
    skill = alarms.skill(bells)
    await run(skill, "alarms.set", en, at=f"{day(en, 1)}T07:00:00")
    assert (await run(skill, "alarms.cancel", en, at=day(en, 1))).text.startswith("Cancelled the alarm")
    assert bells.all("alarm") == ()


async def test_a_reminder_is_left_out_for_a_day(bells: Bells, en: Context, ja: Context) -> None:
    skill = reminders.skill(bells)
    await run(skill, "reminders.add", en, text="stretch", at=f"{day(en, 1)}T08:00:00", repeat="daily")
    said = await run(skill, "reminders.remove", en, day=day(en, 1))
    assert said.text.startswith("No reminder tomorrow: stretch comes again on ")
    assert "(every day at 8:00 AM, not tomorrow)" in (await run(skill, "reminders.list", en)).text
    assert "（毎日午前8時、明日を除く）" in (await run(skill, "reminders.list", ja)).text
    assert not (await run(skill, "reminders.remove", en, day=day(en, 4))).ok
    assert len(bells.all("reminder")) == 1
    assert (await run(skill, "reminders.remove", en)).text == "Deleted the reminder: stretch."


async def test_another_reminder_of_the_day_stays(bells: Bells, en: Context) -> None:
    skill = reminders.skill(bells)
    await run(
        skill, "reminders.add", en, text="water the plants", at=f"{day(en, 3)}T09:00:00", repeat="daily"
    )
    await run(skill, "reminders.add", en, text="water the garden", at=f"{day(en, 1)}T10:00:00")
    said = await run(skill, "reminders.remove", en, text="water the plants", day=day(en, 1))
    assert not said.ok and said.text.startswith("No reminder comes next tomorrow")
    assert len(bells.all("reminder")) == 2


async def test_said_twice_a_day_is_left_out_once(bells: Bells, en: Context) -> None:
    skill = reminders.skill(bells)
    await run(skill, "reminders.add", en, text="stretch", at=f"{day(en, 1)}T08:00:00", repeat="daily")
    first = await run(skill, "reminders.remove", en, text="stretch", day=day(en, 1))
    again = await run(skill, "reminders.remove", en, text="stretch", day=day(en, 1))
    assert again.ok and again.text == first.text and not again.undo
    (reminder,) = bells.all("reminder")
    assert reminder.due.astimezone(en.now.tzinfo).date().isoformat() == day(en, 2)


async def test_a_day_left_out_of_a_reminder_comes_back(bells: Bells, en: Context) -> None:
    skill = reminders.skill(bells)
    await run(skill, "reminders.add", en, text="stretch", at=f"{day(en, 1)}T08:00:00", repeat="daily")
    (before,) = bells.all("reminder")
    said = await run(skill, "reminders.remove", en, day=day(en, 1))
    (back,) = said.undo
    assert (await run(skill, back.tool, en, **back.arguments)).ok
    assert bells.all("reminder") == (before,)


async def test_a_reminder_deleted_by_its_day_comes_back(bells: Bells, en: Context) -> None:
    skill = reminders.skill(bells)
    await run(skill, "reminders.add", en, text="call mum", at=f"{day(en, 1)}T08:00:00")
    (before,) = bells.all("reminder")
    (back,) = (await run(skill, "reminders.remove", en, day=day(en, 1))).undo
    assert not bells.all("reminder")
    assert (await run(skill, back.tool, en, **back.arguments)).ok
    (after,) = bells.all("reminder")
    assert (after.text, after.due) == (before.text, before.due)


async def test_only_the_alarm_that_is_meant_is_left_out(bells: Bells, en: Context) -> None:
    skill = alarms.skill(bells)
    await run(skill, "alarms.set", en, at=f"{day(en, 1)}T07:00:00", repeat="daily")
    await run(skill, "alarms.set", en, at=f"{day(en, 1)}T09:00:00", repeat="daily")
    await run(skill, "alarms.set", en, at=f"{day(en, 1)}T07:30:00")
    seven, half, nine = bells.all("alarm")
    said = await run(skill, "alarms.cancel", en, at=f"{day(en, 1)}T07:00:00", day=day(en, 1))
    assert said.ok and said.text.startswith("No 7:00 AM alarm tomorrow: it rings again on ")
    assert {half, nine} < set(bells.all("alarm")) and len(bells.all("alarm")) == 3
    again = await run(skill, "alarms.cancel", en, at=f"{day(en, 1)}T07:00:00", day=day(en, 1))
    assert again.ok and again.text == said.text
    (back,) = said.undo
    assert (await run(skill, back.tool, en, **back.arguments)).ok
    assert set(bells.all("alarm")) == {seven, half, nine}


async def test_which_of_several_alarms_is_left_out_is_asked(bells: Bells, en: Context) -> None:
    skill = alarms.skill(bells)
    await run(skill, "alarms.set", en, at=f"{day(en, 1)}T07:00:00", repeat="daily")
    await run(skill, "alarms.set", en, at=f"{day(en, 1)}T09:00:00", repeat="daily")
    seven, nine = bells.all("alarm")
    asked = await run(skill, "alarms.cancel", en, day=day(en, 1))
    assert not asked.ok and asked.text.startswith("Which one")
    assert set(bells.all("alarm")) == {seven, nine}
    assert (await run(skill, "alarms.cancel", en, day=day(en, 1), id=nine.id)).ok
    assert seven in bells.all("alarm") and nine not in bells.all("alarm")


async def test_an_alarm_cancelled_by_its_day_comes_back(bells: Bells, en: Context) -> None:
    skill = alarms.skill(bells)
    await run(skill, "alarms.set", en, at=f"{day(en, 1)}T07:00:00", name="gym")
    (before,) = bells.all("alarm")
    (back,) = (await run(skill, "alarms.cancel", en, at=day(en, 1))).undo
    assert (await run(skill, back.tool, en, **back.arguments)).ok
    (after,) = bells.all("alarm")
    assert (after.text, after.due) == (before.text, before.due)


async def test_what_rings_is_stopped_and_comes_tomorrow(bells: Bells, en: Context) -> None:
    skill = alarms.skill(bells)
    now = en.now.replace(tzinfo=None)
    await run(skill, "alarms.set", en, at=now.isoformat(), repeat="daily")
    (alarm,) = bells.all("alarm")
    with bells._writing() as connection:
        due = (en.now - timedelta(seconds=5)).timestamp()
        connection.execute("UPDATE bells SET due = ? WHERE id = ?", (due, alarm.id))
    (rings,) = bells.check()
    said = await run(skill, "alarms.cancel", en, at=rings.due.astimezone(en.now.tzinfo).date().isoformat())
    assert said.ok and said.text.startswith("Stopped the alarm") and "No alarm" not in said.text
    (later,) = bells.all("alarm")
    assert later.state == "pending" and later.repeat == "daily"


@pytest.mark.parametrize("no_day", ["2026-13-45", "half-past", "some-day", "next week"])
async def test_what_is_no_day_is_told(bells: Bells, en: Context, no_day: str) -> None:
    await run(alarms.skill(bells), "alarms.set", en, at=f"{day(en, 1)}T07:00:00", repeat="daily")
    await run(reminders.skill(bells), "reminders.add", en, text="stretch", at=f"{day(en, 1)}T08:00:00")
    before = bells.all()
    for arguments in ({"at": no_day}, {"day": no_day}):
        assert not (await run(alarms.skill(bells), "alarms.cancel", en, **arguments)).ok
    said = await run(reminders.skill(bells), "reminders.remove", en, day=no_day)
    assert said.text == f"I don't know the day “{no_day}”."
    assert bells.all() == before


async def test_a_near_day_by_its_word(bells: Bells, en: Context) -> None:
    skill = reminders.skill(bells)
    assert not (await run(skill, "reminders.remove", en, day="tomorrow")).ok
    await run(skill, "reminders.add", en, text="stretch", at=f"{day(en, 1)}T08:00:00", repeat="daily")
    assert (await run(skill, "reminders.remove", en, day="tomorrow")).ok
    await run(alarms.skill(bells), "alarms.set", en, at=f"{day(en, 1)}T07:00:00", repeat="daily")
    assert (await run(alarms.skill(bells), "alarms.cancel", en, at="tomorrow")).text.startswith("No alarm")
    assert len(bells.all()) == 2


async def test_the_only_alarm_of_the_day_is_left_out(bells: Bells, en: Context, ja: Context) -> None:
    skill = alarms.skill(bells)
    await run(skill, "alarms.set", en, at=f"{day(en, 1)}T07:00:00", repeat="daily")
    await run(skill, "alarms.set", en, at=f"{day(en, 3)}T09:00:00")
    said = await run(skill, "alarms.cancel", en, day=day(en, 1))
    assert said.ok and said.text.startswith("No alarm tomorrow: it rings again on ")
    assert len(bells.all("alarm")) == 2
    again = await run(skill, "alarms.cancel", ja, day=day(ja, 1))
    assert again.ok and again.text.startswith("明日はアラームを鳴らしません。")


async def test_what_rings_once_that_day_may_be_meant_too(bells: Bells, en: Context) -> None:
    skill = alarms.skill(bells)
    await run(skill, "alarms.set", en, at=f"{day(en, 1)}T07:00:00", repeat="daily")
    await run(skill, "alarms.set", en, at=f"{day(en, 1)}T09:00:00")
    asked = await run(skill, "alarms.cancel", en, day=day(en, 1))
    assert not asked.ok and asked.text.startswith("Which one: tomorrow at 7:00 AM")
    assert len(bells.all("alarm")) == 2
