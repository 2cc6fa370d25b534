"""Under ``device only`` what sends is not even there: neither made nor imported, even with a provider."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kippu.settings import Policy, Provider, keep, load

ASKED = """
import asyncio, contextlib, json, sys
import kippu.cli, kippu.server.app
from kippu.errors import KippuError
from kippu.settings import load
from kippu.start import running

async def ask():
    async with running(load(home="mqtt://127.0.0.1:1")) as kippu:
        for text in ("what is 2 + 2", "Write a long Python program with classes that parses CSV statements"):
            with contextlib.suppress(KippuError):
                async for _ in kippu.assistant.answer(kippu.assistant.turn(text)):
                    pass

asyncio.run(ask())
print(json.dumps(sorted(sys.modules)))
"""
SENDS = {"kippu.run.elsewhere", "kippu.engines.cloud", "openai", "httpx2"}


@pytest.mark.parametrize(("policy", "there"), [("device only", set()), ("when it helps", SENDS)])
def test_what_sends_is_imported_where_something_may_leave(
    data: Path, policy: Policy, there: set[str]
) -> None:
    near = Provider(name="Near", url="http://127.0.0.1:9/v1", model="m")
    keep(load(), policy=policy, providers=[near])
    done = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True)
    assert SENDS & set(json.loads(done.stdout.splitlines()[-1])) == there
