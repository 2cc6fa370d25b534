from datetime import timedelta

import pytest

from kippu.skills import timers
from kippu.skills.bells import Bells
from kippu.skills.bells.bell import label
from kippu.tool import Context
from skills.running import run

pytestmark = pytest.mark.anyio


async def test_start(bells: Bells, en: Context, ja: Context) -> None:
    skill = timers.skill(bells)
    said = await run(skill, "timers.start", en, minutes=5)
    assert said.text == "Timer set for 5 minutes." and said.data["timer"]["length"] == 300
    said = await run(skill, "timers.start", ja, hours=1, minutes=30, name="ピザ")
    assert said.text == "ピザのタイマーを1時間30分でセットしました。"
    said = await run(skill, "timers.start", en, seconds=30, command="open the garage door")
    assert said.text == "In 30 seconds: open the garage door."
    for wrong in ({}, {"minutes": 0}, {"hours": 99999}):
        assert not (await run(skill, "timers.start", en, **wrong)).ok
    assert len(bells.all()) == 3


async def test_the_shorter_and_the_longer_one(bells: Bells, en: Context, ja: Context) -> None:
    skill = timers.skill(bells)
    for minutes in (5, 20, 10):
        await run(skill, "timers.start", en, minutes=minutes)
    told = await run(skill, "timers.status", en, name="longer one")
    assert told.text == "20 minutes left on the 20 minute timer."
    assert "5分" in (await run(skill, "timers.status", ja, name="短い方")).text
    assert (
        await run(skill, "timers.cancel", ja, name="一番長い")
    ).text == "20分のタイマーをキャンセルしました。"
    assert (await run(skill, "timers.cancel", en, name="shorter")).text == "Cancelled the 5 minute timer."
    assert not (await run(skill, "timers.cancel", en, name="long-life")).ok
    await run(skill, "timers.start", en, minutes=3, name="long")
    assert "long timer" in (await run(skill, "timers.status", en, name="long")).text


async def test_which_one(bells: Bells, en: Context, ja: Context) -> None:
    skill = timers.skill(bells)
    kitchen = Context("en", en.now, here="Kitchen")
    await run(skill, "timers.start", en, minutes=5)
    await run(skill, "timers.start", en, minutes=10, name="pizza")
    await run(skill, "timers.start", kitchen, minutes=20)

    asked = await run(skill, "timers.cancel", en)
    assert not asked.ok
    assert asked.text == "Which one: the 5 minute timer, the pizza timer or the 20 minute timer?"
    assert asked.data["choices"] == ["5 minute timer", "pizza timer", "20 minute timer"]
    told = [await run(skill, "timers.status", en, **each) for each in asked.data["each"]]
    assert [each.text for each in told] == [
        "5 minutes left on the 5 minute timer.",
        "10 minutes left on the pizza timer.",
        "20 minutes left on the 20 minute timer.",
    ]
    assert (await run(skill, "timers.status", ja, name="Pizza")).text == "pizzaのタイマーは残り10分です。"
    assert (
        await run(skill, "timers.pause", en, area="kitchen")
    ).text == "Paused the 20 minute timer with 20 minutes left."
    assert (await run(skill, "timers.cancel", en, start_minutes=5)).text == "Cancelled the 5 minute timer."
    assert not (await run(skill, "timers.cancel", en, name="egg")).ok
    assert (await run(skill, "timers.resume", en)).text == "Resumed the 20 minute timer: 20 minutes left."
    assert (
        await run(skill, "timers.add", en, minutes=2, name="pizza")
    ).text == "12 minutes left on the pizza timer."
    assert (
        await run(skill, "timers.subtract", ja, minutes=2, name="pizza")
    ).text == "pizzaのタイマーは残り10分になりました。"
    status = await run(skill, "timers.status", en)
    assert status.text == "10 minutes left on the pizza timer. 20 minutes left on the 20 minute timer."
    assert (await run(skill, "timers.cancel_all", en)).text == "Cancelled 2 timers."
    assert (await run(skill, "timers.status", ja)).text == "動いているタイマーはありません。"


async def test_both_are_cancelled_where_there_are_no_more(bells: Bells, en: Context) -> None:
    skill = timers.skill(bells)
    for minutes in (5, 10, 20):
        await run(skill, "timers.start", en, minutes=minutes)
    asked = await run(skill, "timers.cancel", en, count=2)
    assert not asked.ok and asked.text.startswith("Which one:")
    assert (await run(skill, "timers.cancel", en, count=2, **asked.data["each"][0])).ok
    assert (await run(skill, "timers.cancel", en, count=2)).text == "Cancelled 2 timers."


async def test_of_several_alike_each_is_offered(bells: Bells, en: Context, ja: Context) -> None:
    skill = timers.skill(bells)
    for minutes in (4, 20, 20):
        await run(skill, "timers.start", en, minutes=minutes)
    asked = await run(skill, "timers.cancel", ja)
    assert asked.data["choices"] == ["4分のタイマー", *["20分のタイマー（残り20分）"] * 2]
    for each in asked.data["each"]:
        assert (await run(skill, "timers.cancel", ja, **each)).ok
    assert bells.all() == ()


async def test_one_is_meant_by_the_order_in_which_they_were_started(
    bells: Bells, en: Context, ja: Context
) -> None:
    skill = timers.skill(bells)
    for minutes in (30, 5, 10):
        await run(skill, "timers.start", en, minutes=minutes)
    assert "5 minutes" in (await run(skill, "timers.status", en, name="second")).text
    assert (await run(skill, "timers.cancel", en, name="second")).text == "Cancelled the 5 minute timer."
    assert "10分" in (await run(skill, "timers.cancel", ja, name="2番目")).text
    none = await run(skill, "timers.cancel", en, name="second")
    assert (none.ok, none.text) == (False, "There is no such timer. There is the 30 minute timer.")


async def test_of_timers_alike_the_last_is_meant(bells: Bells, en: Context) -> None:
    skill = timers.skill(bells)
    await run(skill, "timers.start", en, minutes=10)
    first = bells.all()[0]
    await run(skill, "timers.start", en, minutes=10)
    assert (await run(skill, "timers.cancel", en, start_minutes=10)).text == "Cancelled the 10 minute timer."
    assert bells.all() == (first,)


async def test_of_more_than_both_it_is_asked_which(bells: Bells, en: Context) -> None:
    skill = timers.skill(bells)
    await run(skill, "timers.start", en, minutes=5)
    await run(skill, "timers.start", en, minutes=10)
    bells.start(en, -1, "tea")
    bells.check()
    asked = await run(skill, "timers.cancel", en, count=2)
    assert asked.text.startswith("Which one:") and len(bells.all()) == 3
    assert (await run(skill, "timers.cancel", en, **asked.data["each"][0])).ok
    assert (await run(skill, "timers.cancel", en, count=2)).text.startswith("Cancelled 2 timers")
    assert not bells.all()


async def test_stop_means_the_one_that_rings(bells: Bells, en: Context) -> None:
    skill = timers.skill(bells)
    await run(skill, "timers.start", en, minutes=5)
    ringing = bells.start(en, -1, "tea")
    bells.check()
    assert (await run(skill, "timers.status", en, name="tea")).text == "The tea timer is up and ringing."
    assert (await run(skill, "timers.cancel", en)).text == "Stopped the tea timer."
    assert ringing.id not in [bell.id for bell in bells.all()] and len(bells.all()) == 1


async def test_pausing_what_is_paused(bells: Bells, en: Context) -> None:
    skill = timers.skill(bells)
    assert not (await run(skill, "timers.pause", en)).ok
    await run(skill, "timers.start", en, minutes=5)
    assert not (await run(skill, "timers.resume", en)).ok
    await run(skill, "timers.pause", en)
    again = await run(skill, "timers.pause", en)
    assert not again.ok and "paused" in again.text


async def test_no_length_at_all_is_refused_kindly(bells: Bells, en: Context, ja: Context) -> None:
    skill = timers.skill(bells)
    said = await run(skill, "timers.start", en, minutes=0)
    assert not said.ok and said.text == "A timer takes at least one second. How long shall it be?"
    assert "1秒から" in (await run(skill, "timers.start", ja, seconds=-5)).text
    assert (await run(skill, "timers.start", en)).text == "How long shall the timer be?"
    assert bells.all() == ()


async def test_what_is_to_be_done_later_is_no_timer(bells: Bells, en: Context, ja: Context) -> None:
    skill = timers.skill(bells)
    morning = Context("en", en.now.replace(hour=9))
    await run(skill, "timers.start", morning, minutes=5)
    await run(skill, "timers.start", morning, minutes=8, name="pasta")
    later = bells.start(morning, 3600, command="turn off the light")
    at = label(en, later)
    assert at.startswith("“turn off the light” ") and at.endswith("M")

    assert (await run(skill, "timers.pause", en, name="pasta")).ok
    said = await run(skill, "timers.cancel_all", en)
    assert said.text == f"Cancelled 2 timers. {at} stays." and said.data == {"cancelled": 2}
    assert [bell.id for bell in bells.all()] == [later.id]
    said = await run(skill, "timers.cancel_all", ja)
    assert said.text.startswith("動いているタイマーはありません。「turn off the light」") and said.ok
    assert not (await run(skill, "timers.cancel", en)).ok
    assert (await run(skill, "timers.status", en)).text == (
        "No timer is running. In 1 hour: “turn off the light”."
    )

    assert (await run(skill, "timers.cancel", en, name="the light")).text == f"Cancelled {at}."
    bells.start(en, 60, command="open the gate")
    assert (await run(skill, "timers.cancel_commands", ja)).text.startswith("「open the gate」（")
    assert (await run(skill, "timers.cancel_commands", en)).text == "Nothing is scheduled."


async def test_far_off_is_told_by_the_clock(bells: Bells, en: Context) -> None:
    skill = timers.skill(bells)
    said = await run(skill, "timers.start", en, hours=30, command="open the blinds")
    assert " at " in said.text and said.text.endswith(": open the blinds.")
    assert said.text.startswith(("Tomorrow at ", "On "))


async def test_what_is_done_every_day(bells: Bells, en: Context, ja: Context) -> None:
    skill = timers.skill(bells)
    morning = (en.now + timedelta(days=1)).replace(hour=7, minute=0, second=0, microsecond=0, tzinfo=None)
    given = {"command": "turn on the coffee machine", "at": morning.isoformat(), "repeat": "daily"}
    said = await run(skill, "timers.repeat", en, **given)
    assert said.text.startswith("Planned: “turn on the coffee machine” every day at 7:00 AM. First tomorrow")
    assert "Planned: “turn on the coffee machine” every day" in (await run(skill, "timers.status", en)).text
    assert "毎日午前7時" in (await run(skill, "timers.status", ja)).text
    assert (await run(skill, "timers.cancel", en, name="coffee machine")).ok and bells.all() == ()
    assert not (await run(skill, "timers.repeat", en, **{**given, "at": "noon"})).ok


async def test_the_one_spoken_of_is_known_from_those_alike(bells: Bells, en: Context, ja: Context) -> None:
    skill = timers.skill(bells)
    for _ in range(2):
        said = await run(skill, "timers.start", en, minutes=10)
    own = said.data["meant"]["id"]
    told = await run(skill, "timers.status", en, id=own)
    assert told.text == "10 minutes left on the 10 minute timer."
    assert told.data["meant"] == {"id": own, "start_minutes": 10}
    assert "meant" not in (await run(skill, "timers.status", en)).data
    await run(skill, "timers.start", en, minutes=12, instead=own)
    assert sorted(bell.length or 0 for bell in bells.all()) == [600, 720]
    other = await run(skill, "timers.status", ja, but=bells.all()[-1].id)
    assert other.text == "10分のタイマーは残り10分です。"


async def test_what_is_set_anew_keeps_its_name_and_its_command(bells: Bells, en: Context) -> None:
    skill = timers.skill(bells)
    await run(skill, "timers.start", en, minutes=5, command="turn off the light")
    await run(skill, "timers.start", en, minutes=15, instead=bells.all()[0].id)
    assert [(bell.command, bell.length) for bell in bells.all()] == [("turn off the light", 900)]
    assert not (await run(skill, "timers.name", en, new_name="tea", id=bells.all()[0].id)).ok


async def test_the_first_to_end_and_a_name_given_later(bells: Bells, en: Context, ja: Context) -> None:
    skill = timers.skill(bells)
    assert (await run(skill, "timers.status", en, first=True)).text == "No timer is running."
    for minutes in (10, 5):
        await run(skill, "timers.start", en, minutes=minutes)
    named = await run(skill, "timers.name", en, new_name="tea", start_minutes=5)
    assert named.text == "The 5 minute timer is now the tea timer: 5 minutes left."
    assert (await run(skill, "timers.status", en, first=True)).text == "5 minutes left on the tea timer."
    assert "10分" in (await run(skill, "timers.name", ja, new_name="米", start_minutes=10)).text
