import asyncio
import contextlib
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kippu.errors import BadInput, HomeOffline, NotFound
from kippu.events import Event, Events
from kippu.record import Database
from kippu.skills.bells import Bell, Bells, message
from kippu.tool import Context
from skills.conftest import TOKYO

pytestmark = pytest.mark.anyio


async def heard(events: Events, bells: Bells, seconds: float) -> list[Event]:
    """All news of that time, while the bells run."""
    news = []
    runner = asyncio.create_task(bells.run())
    with events.listen() as listener, contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            async for event in listener:
                news.append(event)
    runner.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await runner
    return news


def make_due(database: Database, ago: float = 0.0) -> None:
    """As if the time had come ``ago`` seconds ago."""
    with database.write() as connection:
        connection.execute("UPDATE bells SET due = ? WHERE state = 'pending'", (time.time() - ago,))


async def test_it_rings_once_and_stays_until_dismissed(bells: Bells, events: Events, en: Context) -> None:
    bells.start(en, 0.05, "tea")
    news = await heard(events, bells, 0.4)
    assert [event.kind for event in news] == ["ring"]
    assert news[0].data["message"] == "The tea timer is up." and news[0].data["late"] == 0
    [ringing] = bells.all()
    assert ringing.state == "ringing" and ringing.id == news[0].data["id"]
    assert await heard(events, bells, 0.1) == []
    bells.remove(ringing.id)
    assert bells.all() == ()
    with pytest.raises(NotFound, match=ringing.id):
        bells.remove(ringing.id)


async def test_one_that_is_added_while_it_sleeps_rings_in_time(
    bells: Bells, events: Events, en: Context
) -> None:
    bells.start(en, 3600)

    async def later() -> None:
        await asyncio.sleep(0.05)
        bells.start(en, 0.05, "egg")

    news, _ = await asyncio.gather(heard(events, bells, 0.5), later())
    assert [event.data["text"] for event in news] == ["egg"]


async def test_overdue_at_the_start_rings_at_once_and_says_how_late(
    database: Database, bells: Bells, events: Events, en: Context, ja: Context
) -> None:
    tomorrow = en.now.replace(tzinfo=None) + timedelta(days=1)
    bells.keep(en, "reminder", "call mom", tomorrow)
    bells.keep(ja, "reminder", "電話", tomorrow)
    make_due(database, ago=7200)
    restarted = Bells(database, events)
    news = await heard(events, restarted, 0.2)
    assert [event.data["message"] for event in news] == [
        "Reminder: call mom. It was due 2 hours ago, while I was off.",
        "リマインダー：電話。2時間前の予定でしたが、Kippuが動いていませんでした。",
    ]
    assert await heard(events, Bells(database, events), 0.1) == []


async def test_a_repeating_one_comes_again_and_many_missed_are_one_ring(
    database: Database, bells: Bells, en: Context
) -> None:
    seven = (en.now.replace(tzinfo=None) + timedelta(days=1)).replace(
        hour=7, minute=0, second=0, microsecond=0
    )
    bells.keep(en, "alarm", "", seven, "daily")
    make_due(database, ago=5 * 86400)
    assert len(bells.check()) == 1
    ringing, pending = bells.all()
    assert (ringing.state, ringing.repeat) == ("ringing", None)
    assert (pending.state, pending.repeat) == ("pending", "daily")
    assert pending.due > datetime.now(UTC) and pending.due.astimezone(TOKYO).hour == 7
    make_due(database)
    bells.check()
    assert [bell.state for bell in bells.all()] == ["ringing", "pending"]
    bells.snooze(bells.all()[0].id, 9)
    assert [bell.state for bell in bells.all()] == ["pending", "pending"]
    assert [bell.repeat for bell in bells.all()].count("daily") == 1


async def test_pause_resume_lengthen(bells: Bells, en: Context) -> None:
    timer = bells.start(en, 60)
    assert bells.pause(timer.id).state == "paused"
    held = bells.get(timer.id).remaining(datetime.now(UTC))
    await asyncio.sleep(0.05)
    assert bells.get(timer.id).remaining(datetime.now(UTC)) == held
    assert bells.lengthen(timer.id, 30).left == pytest.approx(held + 30)
    resumed = bells.resume(timer.id)
    assert resumed.state == "pending" and resumed.remaining(datetime.now(UTC)) == pytest.approx(
        held + 30, abs=1
    )
    bells.lengthen(timer.id, -3600)
    assert [bell.id for bell in bells.check()] == [timer.id]
    assert bells.lengthen(timer.id, 60).state == "pending"


async def test_setting_the_clock_moves_timers_but_not_alarms(
    database: Database, bells: Bells, en: Context
) -> None:
    timer = bells.start(en, 300)
    alarm = bells.keep(en, "alarm", "", en.now.replace(tzinfo=None) + timedelta(hours=2))
    with database.write() as connection:  # as if the clock had stood an hour back when they were set
        connection.execute("UPDATE bell_clock SET anchor = anchor - 3600")
        connection.execute("UPDATE bells SET due = due - 3600 WHERE kind = 'timer'")
    assert bells.check() == ()
    assert bells.get(timer.id).remaining(datetime.now(UTC)) == pytest.approx(300, abs=2)
    assert bells.get(alarm.id).due == alarm.due


async def test_a_command_is_done_and_only_in_time(
    database: Database, bells: Bells, events: Events, en: Context
) -> None:
    done: list[str | None] = []

    async def obey(bell: Bell) -> None:
        done.append(bell.command)

    bells.obey = obey
    bells.start(en, 0.05, command="open the garage door")
    assert await heard(events, bells, 0.3) == [Event("rung", {"id": "1"})]
    assert done == ["open the garage door"] and bells.all() == ()

    bells.start(en, 60, command="open the garage door")
    make_due(database, ago=3600)
    [news] = await heard(events, bells, 0.2)
    assert done == ["open the garage door"]
    assert "I can't say that it was done" in news.data["message"]


async def test_a_move_is_one_step_and_stills_what_rings(
    bells: Bells, events: Events, database: Database, en: Context
) -> None:
    later = (en.now + timedelta(hours=2)).replace(tzinfo=None, microsecond=0)
    kept = bells.keep(en, "reminder", "call the bank", later)
    make_due(database)
    assert [bell.state for bell in bells.check()] == ["ringing"]
    with events.listen() as listener:
        moved = bells.move(en, kept.id, later + timedelta(hours=1))
        assert (await anext(aiter(listener))).kind == "rung"
    assert (moved.id, moved.state, moved.rang) == (kept.id, "pending", None)
    assert moved.due - kept.due == timedelta(hours=1) and bells.all() == (moved,)
    with pytest.raises(BadInput, match="past"):
        bells.move(en, kept.id, later - timedelta(days=1))
    assert bells.all() == (moved,)
    with pytest.raises(NotFound):
        bells.move(en, "none", later)


async def test_what_is_past_is_refused(bells: Bells, en: Context) -> None:
    with pytest.raises(BadInput, match="is past"):
        bells.keep(en, "alarm", "", en.now.replace(tzinfo=None) - timedelta(minutes=1))


def test_messages(en: Context, ja: Context) -> None:
    due = datetime(2026, 11, 23, 22, 0, tzinfo=UTC)
    alarm = Bell("1", "alarm", "gym", "ringing", due, "en", "Asia/Tokyo")
    assert message(alarm) == "It's 7:00 AM: gym."
    assert message(Bell("1", "alarm", "", "ringing", due, "ja", "Asia/Tokyo")) == "午前7時です。"
    timer = Bell("1", "timer", "", "ringing", due, "ja", "Asia/Tokyo", length=90)
    assert message(timer) == "1分30秒のタイマーが終わりました。"


KILLED = """
import asyncio, os, sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo
from kippu.events import Events
from kippu.record import Database
from kippu.skills.bells import Bells
from kippu.tool import Context

async def main():
    events = Events()
    bells = Bells(Database(Path(sys.argv[1])), events)
    context = Context("en", datetime.now(ZoneInfo("Asia/Tokyo")))
    for number in range(int(sys.argv[2])):
        print("set", bells.start(context, 0.004 * number, str(number)).id, flush=True)
    with events.listen() as listener:
        runner = asyncio.create_task(bells.run())
        runner.add_done_callback(lambda ended: os._exit(1))
        async for event in listener:
            print("rang", event.data["id"], flush=True)

asyncio.run(main())
"""


@pytest.mark.parametrize("after", [3, 40, 110])
def test_a_kill_neither_loses_a_ring_nor_doubles_it(tmp_path: Path, after: int) -> None:
    path, lines = tmp_path / "kippu.db", []
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path), "100"], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    for line in process.stdout:
        if line.endswith("\n"):  # the kill may cut one short
            lines.append(line.split())
        if len(lines) == after:
            process.send_signal(signal.SIGKILL)
    process.wait()
    told = [number for what, number in lines if what == "set"]
    rung_before = [number for what, number in lines if what == "rang"]

    async def start_again() -> list[str]:
        database = Database(path)
        events = Events()
        bells = Bells(database, events)
        ringing = [bell.id for bell in bells.all() if bell.state == "ringing"]
        news = await heard(events, bells, 0.6)
        database.close()
        rung_now = [str(event.data["id"]) for event in news]
        assert len(set(rung_now)) == len(rung_now) and not set(rung_now) & set(ringing)
        assert set(rung_before) <= set(ringing)
        return ringing + rung_now

    assert set(told) <= set(asyncio.run(start_again()))


async def test_a_command_that_fails_rings(
    bells: Bells, events: Events, en: Context, caplog: pytest.LogCaptureFixture
) -> None:
    async def obey(bell: Bell) -> None:
        raise HomeOffline("No home.") if bell.command == "open the gate" else ZeroDivisionError

    bells.obey = obey
    bells.start(en, 0.05, command="open the gate")
    [news] = await heard(events, bells, 0.3)
    assert (news.kind, bells.get("1").state, caplog.text) == ("ring", "ringing", "")
    bells.start(en, 0.05, command="divide")
    [news] = await heard(events, bells, 0.3)
    assert (news.kind, bells.get("2").state) == ("ring", "ringing")
    assert "ZeroDivisionError" in caplog.text


OBEYING = """
import asyncio, sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo
from kippu.events import Events
from kippu.record import Database
from kippu.skills.bells import Bells
from kippu.tool import Context

async def main():
    bells = Bells(Database(Path(sys.argv[1])), Events())
    bells.start(Context("en", datetime.now(ZoneInfo("Asia/Tokyo"))), 0.01, command="open the gate")

    async def obey(bell):
        print("obeying", flush=True)
        await asyncio.sleep(60)

    bells.obey = obey
    await bells.run()

asyncio.run(main())
"""


def test_a_kill_in_the_midst_of_a_command_does_not_do_it_twice(tmp_path: Path) -> None:
    path = tmp_path / "killed.db"
    process = subprocess.Popen([sys.executable, "-c", OBEYING, str(path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None and process.stdout.readline() == "obeying\n"
    process.kill()
    process.wait()
    again: list[Bell] = []

    async def obey(bell: Bell) -> None:
        again.append(bell)

    async def start_again() -> Bell:
        events = Events()
        with contextlib.closing(Database(path)) as database:
            bells = Bells(database, events)
            bells.obey = obey
            await heard(events, bells, 0.2)
            [left] = bells.all()
            return left

    left = asyncio.run(start_again())
    assert again == [] and left.state == "ringing"
    assert "I can't say that it was done" in message(left)


async def test_an_alarm_in_the_hour_that_summer_time_skips(bells: Bells) -> None:
    new_york = ZoneInfo("America/New_York")
    year = datetime.now(new_york).year + 1
    sunday = next(day for day in range(8, 15) if datetime(year, 3, day).weekday() == 6)
    evening = Context("en", datetime(year, 3, sunday, 0, 0, tzinfo=new_york))
    alarm = bells.keep(evening, "alarm", "", datetime(year, 3, sunday, 2, 30))
    assert alarm.due == datetime(year, 3, sunday, 7, 30, tzinfo=UTC)
    assert message(alarm) == "It's 3:30 AM."


async def test_a_command_of_every_day_is_done_once_after_a_restart_and_comes_again(
    database: Database, bells: Bells, en: Context
) -> None:
    seven = (en.now + timedelta(days=1)).replace(hour=7, minute=0, second=0, microsecond=0, tzinfo=None)
    bells.keep(en, "timer", "", seven, "daily", "turn on the coffee machine")
    make_due(database)
    done: list[str | None] = []

    async def obey(bell: Bell) -> None:
        done.append(bell.command)

    for _ in range(2):
        again = Bells(database, Events())
        again.obey = obey
        await heard(Events(), again, 0.1)
    assert done == ["turn on the coffee machine"]
    [left] = bells.all()
    assert (left.state, left.repeat, left.command) == ("pending", "daily", "turn on the coffee machine")
    assert left.due > datetime.now(UTC)
