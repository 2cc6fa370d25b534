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
