"""Putting everything together: what starts, what ends with it, and what is told when it can't."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from kippu.errors import HomeOffline, RecordError
from kippu.settings import load
from kippu.start import running

pytestmark = pytest.mark.anyio

STARTED = """
import asyncio, sys
from kippu.settings import load
from kippu.start import running

async def main():
    async with running(load()) as kippu:
        await kippu.home.settled(30)
        print("there", flush=True)
        await asyncio.Event().wait()

asyncio.run(main())
"""


def demo_homes(data: Path) -> list[psutil.Process]:
    """Processes that play the demo home of this folder."""
    found = []
    for process in psutil.process_iter(["cmdline"]):
        words = process.info["cmdline"] or []
        if "kippu.demo" in words and any(str(data) in word for word in words):
            found.append(process)
    return found


def gone(processes: list[psutil.Process]) -> bool:
    _, alive = psutil.wait_procs(processes, timeout=30)
    return not [one for one in alive if one.status() != psutil.STATUS_ZOMBIE]


async def test_an_empty_folder_gets_a_demo_home_that_ends_with_kippu(data: Path) -> None:
    async with running(load()) as kippu:
        assert kippu.demo
        assert await kippu.home.settled(30)
        assert len(kippu.home.names().rooms) == 6
        assert len(kippu.home.names().things) >= 15
        playing = demo_homes(data)
        assert len(playing) == 1
    assert gone(playing)


async def test_the_folder_is_made_and_is_the_persons_own(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "er"
    async with running(load(data=folder, home="mqtt://127.0.0.1:1")) as kippu:
        assert kippu.settings.data == folder
        assert folder.stat().st_mode & 0o077 == 0


async def test_with_a_home_of_ones_own_no_demo_home_is_played(data: Path) -> None:
    async with running(load(home="mqtt://127.0.0.1:1")) as kippu:
        assert not kippu.demo
        assert demo_homes(data) == []


async def test_a_home_that_can_not_be_reached_is_told_and_the_rest_works(data: Path) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        address = f"mqtt://127.0.0.1:{nobody.getsockname()[1]}"
        async with running(load(home=address)) as kippu:
            with pytest.raises(HomeOffline, match=address.removeprefix("mqtt://")):
                async for _ in kippu.assistant.answer(kippu.assistant.turn("turn off all the lights")):
                    pass
            summed = [p async for p in kippu.assistant.answer(kippu.assistant.turn("what is 2 + 2"))]
            assert "4" in str(summed[0])


async def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    file = tmp_path / "data"
    file.write_text("not a folder")
    with pytest.raises(RecordError, match=r"data folder .*KIPPU_DATA"):
        async with running(load(data=file)):
            pytest.fail("it started")


async def test_a_folder_where_none_can_be() -> None:
    with pytest.raises(RecordError, match="/proc/kippu"):
        async with running(load(data=Path("/proc/kippu"))):
            pytest.fail("it started")


@pytest.mark.parametrize("content", [b"this is no database at all" * 100, os.urandom(4096)])
async def test_a_record_that_is_none(data: Path, content: bytes) -> None:
    (data / "kippu.db").write_bytes(content)
    with pytest.raises(RecordError, match=r"kippu\.db"):
        async with running(load()):
            pytest.fail("it started")
    assert (data / "kippu.db").read_bytes() == content
    assert demo_homes(data) == []


async def test_an_error_inside_ends_everything_all_the_same(data: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        async with running(load()):
            while not (playing := demo_homes(data)):  # noqa: ASYNC110  # another program sets no event
                await asyncio.sleep(0.05)
            raise ZeroDivisionError
    assert gone(playing)


async def test_what_was_done_is_there_after_the_next_start(data: Path) -> None:
    for state, sentence in (("on", "turn on the kitchen light"), ("on", "what time is it")):
        async with running(load()) as kippu:
            async for _ in kippu.assistant.answer(kippu.assistant.turn(sentence, "one")):
                pass
            light = kippu.home.get("light.kitchen")
            assert light is not None
            assert light.state == state
    async with running(load(home="mqtt://127.0.0.1:1")) as kippu:
        assert [said.text for said in kippu.history.turns("one")] == [
            "turn on the kitchen light",
            "what time is it",
        ]


async def test_every_skill_is_there_and_each_tool_once(data: Path) -> None:
    async with running(load(home="mqtt://127.0.0.1:1")) as kippu:
        names = [tool.name for skill in kippu.skills for tool in skill.tools]
        assert len(names) == len(set(names))
        assert {name.partition(".")[0] for name in names} == {
            "home", "clock", "timers", "alarms", "reminders", "lists", "notes", "math", "history", "about",
            "help", "calendar", "chance", "contacts", "phone", "search", "settings", "pictures",
            "routines",
        }  # fmt: skip


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_kippu_that_is_killed_leaves_no_demo_home_behind(data: Path, number: signal.Signals) -> None:
    environment = {**os.environ, "KIPPU_DATA": str(data)}
    with subprocess.Popen(
        [sys.executable, "-c", STARTED], env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "there\n"
        playing = demo_homes(data)
        assert len(playing) == 1
        process.send_signal(number)
        process.wait(30)
    assert gone(playing)


async def test_the_next_start_after_a_kill_has_all_that_was_said(data: Path) -> None:
    script = STARTED.replace(
        '        print("there", flush=True)\n',
        '        async for _ in kippu.assistant.answer(kippu.assistant.turn("turn on the desk lamp", "c")):\n'
        "            pass\n"
        '        print("there", flush=True)\n',
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", script, env={**os.environ, "KIPPU_DATA": str(data)}, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert await process.stdout.readline() == b"there\n"
    process.kill()
    await process.wait()
    async with running(load(home="mqtt://127.0.0.1:1")) as kippu:
        (said,) = kippu.history.turns("c")
        assert said.done
        assert said.text == "turn on the desk lamp"
        assert said.answer is not None
        assert said.answer.outcomes[0].ok
