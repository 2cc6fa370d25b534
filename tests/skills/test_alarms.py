import asyncio
from datetime import datetime, timedelta

import pytest

from kippu.errors import BadInput
from kippu.skills import alarms
from kippu.skills.bells import Bells
from kippu.tool import Context
from skills.running import run

pytestmark = pytest.mark.anyio


def tomorrow(context: Context, hour: int) -> str:
    day = context.now.replace(tzinfo=None) + timedelta(days=1)
    return day.replace(hour=hour, minute=0, second=0, microsecond=0).isoformat()


async def test_set_list_cancel(bells: Bells, en: Context, ja: Context) -> None:
    skill = alarms.skill(bells)
    assert (await run(skill, "alarms.list", en)).text == "No alarm is set."
    assert (
        await run(skill, "alarms.set", en, at=tomorrow(en, 7))
    ).text == "Alarm set for tomorrow at 7:00 AM."
    said = await run(skill, "alarms.set", ja, at=tomorrow(ja, 21), name="薬", repeat="daily")
    assert said.text == "毎日のアラームをセットしました。次は明日午後9時です。"
    listed = await run(skill, "alarms.list", en)
    assert "2 alarms" in listed.text and "(every day, 薬)" in listed.text
    assert not (await run(skill, "alarms.cancel", en)).ok
    assert (
        await run(skill, "alarms.cancel", ja, at=tomorrow(ja, 7))
    ).text == "明日午前7時のアラームを取り消しました。"
    assert (await run(skill, "alarms.cancel", en, name="薬")).ok
    assert bells.all() == ()


async def test_both_are_cancelled_where_there_are_no_more(bells: Bells, en: Context) -> None:
    skill = alarms.skill(bells)
    for hour in (6, 7, 8):
        await run(skill, "alarms.set", en, at=tomorrow(en, hour))
    asked = await run(skill, "alarms.cancel", en, count=2)
    assert not asked.ok and asked.text.startswith("Which one:")
    assert (await run(skill, "alarms.cancel", en, count=2, **asked.data["each"][0])).ok
    assert (await run(skill, "alarms.cancel", en, count=2)).text.startswith("Cancelled 2 alarms")


async def test_one_is_meant_by_its_place_in_the_row(bells: Bells, en: Context) -> None:
    skill = alarms.skill(bells)
    for hour in (8, 7):
        await run(skill, "alarms.set", en, at=tomorrow(en, hour))
    assert "8:00" in (await run(skill, "alarms.cancel", en, name="second")).text
    assert not (await run(skill, "alarms.cancel", en, name="third")).ok


async def test_the_same_time_of_another_day_is_meant_too(bells: Bells, en: Context) -> None:
    skill = alarms.skill(bells)
    await run(skill, "alarms.set", en, at=tomorrow(en, 7))
    today_at_seven = datetime.fromisoformat(tomorrow(en, 7)) - timedelta(days=1)
    assert (await run(skill, "alarms.cancel", en, at=today_at_seven.isoformat())).ok


async def test_stop_and_snooze_what_rings(bells: Bells, en: Context) -> None:
    skill = alarms.skill(bells)
    assert not (await run(skill, "alarms.snooze", en)).ok
    await run(skill, "alarms.set", en, at=tomorrow(en, 7))
    alarm = bells.keep(en, "alarm", "", en.now.replace(tzinfo=None) + timedelta(seconds=0.05))
    await asyncio.sleep(0.1)
    assert [bell.id for bell in bells.check()] == [alarm.id]
    assert (await run(skill, "alarms.snooze", en)).text == "I'll ring again in 9 minutes."
    assert bells.get(alarm.id).state == "pending"
    bells.lengthen(alarm.id, -3600)
    bells.check()
    assert (await run(skill, "alarms.cancel", en)).text.startswith("Stopped the alarm ")
    assert len(bells.all()) == 1


@pytest.mark.parametrize("at", ["soon", "2001-01-01T07:00", "", None])
async def test_times_that_can_not_be(bells: Bells, ja: Context, at: str | None) -> None:
    arguments = {} if at is None else {"at": at}
    said = await run(alarms.skill(bells), "alarms.set", ja, **arguments)
    assert not said.ok and said.text and bells.all() == ()


async def test_a_repeat_that_is_none(bells: Bells, en: Context) -> None:
    with pytest.raises(BadInput, match="fortnightly"):
        await run(alarms.skill(bells), "alarms.set", en, at=tomorrow(en, 7), repeat="fortnightly")


async def test_all_of_them(bells: Bells, en: Context, ja: Context) -> None:
    skill = alarms.skill(bells)
    assert (await run(skill, "alarms.cancel_all", en)).text == "No alarm is set."
    tomorrow = en.now.replace(tzinfo=None, hour=7, minute=0) + timedelta(days=1)
    await run(skill, "alarms.set", en, at=tomorrow.isoformat())
    await run(skill, "alarms.set", en, at=tomorrow.replace(hour=9).isoformat(), repeat="daily", name="gym")
    said = await run(skill, "alarms.cancel_all", ja)
    assert said.text.startswith("アラームを2件取り消しました：") and "gym" in said.text
    assert bells.all() == ()


async def test_an_alarm_is_moved(bells: Bells, en: Context, ja: Context) -> None:
    skill = alarms.skill(bells)
    await run(skill, "alarms.set", en, at=tomorrow(en, 7), name="gym")
    await run(skill, "alarms.set", en, at=tomorrow(en, 19), repeat="daily")
    asked = await run(skill, "alarms.move", en, at="08:00:00")
    assert not asked.ok and asked.text.startswith("Which one: ")
    moved = await run(skill, "alarms.move", en, at="08:00:00", hour=7, half_day="am")
    assert moved.text == "Moved the alarm tomorrow at 7:00 AM (gym) to tomorrow at 8:00 AM."
    moved = await run(skill, "alarms.move", ja, at="08:30:00", either_half=True, hour=7)
    assert moved.text.endswith("のアラームを明日午後8時30分に変えました。")
    assert [(bell.text, bell.repeat) for bell in bells.all()] == [("gym", None), ("", "daily")]
    there = await run(skill, "alarms.move", en, at=tomorrow(en, 6), name="gym")
    assert there.ok and "to tomorrow at 6:00 AM" in there.text


async def test_an_alarm_is_moved_by_so_much(bells: Bells, en: Context, ja: Context) -> None:
    skill = alarms.skill(bells)
    await run(skill, "alarms.set", en, at=tomorrow(en, 7), name="gym")
    moved = await run(skill, "alarms.move", en, minutes=30)
    assert moved.text == "Moved the alarm tomorrow at 7:00 AM (gym) to tomorrow at 7:30 AM."
    moved = await run(skill, "alarms.move", ja, hours=1, minutes=15, earlier=True)
    assert moved.text.endswith("のアラームを明日午前6時15分に変えました。")
    asked = await run(skill, "alarms.move", en)
    assert (asked.ok, asked.text) == (False, "To what time?")


@pytest.mark.parametrize(("at", "hour"), [("soon", 7), ("08:00:00", 9), ("2001-01-01T07:00", 7)])
async def test_an_alarm_that_can_not_be_moved_stays(bells: Bells, en: Context, at: str, hour: int) -> None:
    skill = alarms.skill(bells)
    await run(skill, "alarms.set", en, at=tomorrow(en, 7))
    said = await run(skill, "alarms.move", en, at=at, hour=hour)
    assert not said.ok and said.text
    assert "tomorrow at 7:00 AM" in (await run(skill, "alarms.list", en)).text


async def test_stopping_the_noise_stops_a_timer_and_leaves_the_alarm_of_tomorrow(
    bells: Bells, en: Context, ja: Context
) -> None:
    skill = alarms.skill(bells)
    await run(skill, "alarms.set", en, at=tomorrow(en, 7))
    soon = en.now.replace(tzinfo=None) + timedelta(seconds=0.05)
    bells.keep(en, "reminder", "stretch", soon)
    bells.keep(en, "timer", "egg", soon)
    await asyncio.sleep(0.1)
    assert len(bells.check()) == 2
    said = await run(skill, "alarms.cancel", ja)
    assert said.ok and "「stretch」のリマインダー" in said.text and "eggのタイマー" in said.text
    assert [(bell.kind, bell.state) for bell in bells.all()] == [("alarm", "pending")]
    assert (await run(skill, "alarms.cancel", en)).text == "Cancelled the alarm tomorrow at 7:00 AM."


async def test_what_rings_already_is_not_set_twice(bells: Bells, en: Context, ja: Context) -> None:
    skill = alarms.skill(bells)
    await run(skill, "alarms.set", en, at=tomorrow(en, 7))
    again = await run(skill, "alarms.set", en, at=tomorrow(en, 7))
    assert again.ok and again.text == "The alarm for tomorrow at 7:00 AM is already set."
    assert "もうセット" in (await run(skill, "alarms.set", ja, at=tomorrow(ja, 7))).text
    await run(skill, "alarms.set", en, at=tomorrow(en, 7), name="run")
    assert len(bells.all("alarm")) == 2


async def test_the_alarm_of_a_day(bells: Bells, en: Context, ja: Context) -> None:
    skill = alarms.skill(bells)
    day = tomorrow(en, 8).partition("T")[0]
    await run(skill, "alarms.set", en, at=tomorrow(en, 8))
    assert (await run(skill, "alarms.cancel", ja, at=day)).text == "明日午前8時のアラームを取り消しました。"
    await run(skill, "alarms.set", en, at=tomorrow(en, 7), repeat="daily")
    assert (await run(skill, "alarms.cancel", en, at=day)).ok
    assert len(bells.all()) == 1  # of a series that day alone is left out
    assert f"{bells.all()[0].due.astimezone(en.now.tzinfo).date()}" > day


async def test_only_what_rings_on_those_days_is_cancelled_by_them(bells: Bells, en: Context) -> None:
    skill = alarms.skill(bells)
    await run(skill, "alarms.set", en, at=tomorrow(en, 7), repeat="daily")
    assert not (await run(skill, "alarms.cancel", en, repeat="weekdays")).ok
    await run(skill, "alarms.set", en, at=tomorrow(en, 6), repeat="weekdays")
    assert (await run(skill, "alarms.cancel", en, repeat="weekdays")).ok
    assert [one.repeat for one in bells.all("alarm")] == ["daily"]
