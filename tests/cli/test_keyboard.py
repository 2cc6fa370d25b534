"""Ctrl-C at a question, in a real terminal."""

import re
from pathlib import Path

from .conftest import environment
from .terminal import terminal

QUESTIONS = """
import asyncio, sys, threading
from kippu.cli import keyboard

def busy():
    while True:
        sum(range(1000))

async def ask():
    for count in range(100):
        try:
            print("answer", keyboard.line(f"{count}? "))
        except KeyboardInterrupt:
            print("stopped", count, flush=True)

threading.Thread(target=busy, daemon=True).start()
asyncio.run(ask())
"""


def test_ctrl_c_reaches_a_question_at_once_beside_other_threads_and_in_an_event_loop(data: Path) -> None:
    with terminal(environment=environment(data), script=QUESTIONS) as screen:
        at = 0
        for count in range(100):
            at = screen.until(rf"\b{count}\? $", at)
            screen.type("\x03")
            at = screen.until(rf"stopped {count}\b", at)
        assert screen.ends() == 0


def test_a_question_gets_its_line_also_after_another_signal(data: Path) -> None:
    resized = QUESTIONS.replace(
        "async def", "signal.signal(signal.SIGWINCH, lambda *_: print('wide'))\nasync def"
    )
    with terminal(environment=environment(data), script="import signal" + resized) as screen:
        at = screen.until(r"\b0\? $")
        screen.resize(120)
        at = screen.until("wide", at)
        screen.type(" Yes \n")
        screen.until(re.escape("answer  Yes \r\n"), at)
