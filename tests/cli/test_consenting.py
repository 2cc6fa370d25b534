"""A yes before text leaves: what the person is shown in a real terminal, and what their reply means."""

import json
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kippu.record import Database, Ledger
from kippu.settings import Provider, keep, load
from server.conftest import MODEL, Running, start

from .conftest import Run, environment
from .terminal import terminal

PROMPT = "› $"
QUESTION = r"Send it\? \[y\]es / \[n\]o.*: $"
LONG = "Write a Python function that adds two numbers"
ASKED = """
import sys
from kippu.cli import consenting
from kippu.turn import Asking, Call, Egress, Message, Offer, Placement
messages = (Message("system", "Be brief.\\x1b[2J"), Message("user", "Who is Ann Lee?\\nTell me."))
tools = (Offer("lists.add", "lists__add", "Put on a list.", {"type": "object"}),)
asking = Asking(
    "t1", Placement("cloud", "large", "why", "Near", True, 0.234),
    Egress("Near", messages, ("person",), tools),
    Call("home.unlock", {"name": "front door"}) if "call" in sys.argv else None,
)
print(ascii(consenting.ask(asking)))
"""


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("y\n", "Consent(allow=True, text=None)"),
        ("はい\n", "Consent(allow=True, text=None)"),
        ("n\n", "Consent(allow=False, text=None)"),
        ("\n", "Consent(allow=False, text=None)"),
        ("\x04", "Consent(allow=False, text=None)"),
        ("what?\ny\n", "Consent(allow=True, text=None)"),
        ("t\ny\n", "Consent(allow=True, text=None)"),
    ],
)
def test_what_a_reply_means(data: Path, keys: str, said: str) -> None:
    with terminal(environment=environment(data), script=ASKED) as screen:
        shown = screen.until(QUESTION)
        assert "Near (large) would get exactly this, about 0.23 cents:" in screen.screen[:shown]
        assert "setup: Be brief.\r\n" in screen.screen
        assert re.search(r"you: Who is Ann Lee\?\s+Tell me\.", screen.screen)
        assert "Made up in its place: names." in screen.screen
        assert "\x1b[2J" not in screen.screen
        screen.type(keys)
        screen.until(re.escape(said), shown)
        assert "and 1 tool it may ask for: lists__add" in screen.screen
        in_full = r'lists__add: Put on a list\.\s+{"type": "object"}'
        assert bool(re.search(in_full, screen.screen)) == keys.startswith("t")
        plan = r"Which of these tools .*none\.\s+Tools:\s+- lists__add: Put on a list\.\s+Request: Who is Ann"
        assert re.search(plan, screen.screen[:shown], re.DOTALL), screen.screen
        assert "This call was not made." in screen.screen[:shown]
        assert screen.ends() == 0


def test_what_was_typed_before_the_question_is_no_reply(data: Path) -> None:
    late = ASKED.replace("print(ascii", "print('now', flush=True); import time; time.sleep(1); print(ascii")
    with terminal(environment=environment(data), script=late) as screen:
        at = screen.until("now")
        screen.type("y\n")
        at = screen.until(QUESTION, at)
        screen.type("n\n")
        screen.until("allow=False", at)


def test_in_japanese(data: Path) -> None:
    with terminal(environment=environment(data, LANG="ja_JP.UTF-8"), script=ASKED) as screen:
        at = screen.until(r"送信しますか？.*: $")
        assert "次の内容だけを送ります、約 0.23 セント" in screen.screen
        assert "架空のものに置き換え済み: 人名" in screen.screen
        screen.type("いいえ\n")
        screen.until("allow=False", at)


def test_the_last_message_is_edited_in_a_line(data: Path) -> None:
    plain = {"EDITOR": "", "VISUAL": ""}
    with terminal(environment=environment(data, **plain), script=ASKED) as screen:
        at = screen.until(QUESTION)
        screen.type("e\n")
        at = screen.until(r"new text: .*Tell me\.$", at)
        screen.type(" Please.\n")
        at = screen.until(
            r"nothing in it is replaced any more.*Request: Who is Ann Lee\?\s+Tell me\. Please\..*"
            + QUESTION,
            at,
        )
        screen.type("y\n")
        screen.until(re.escape(r"allow=True, text='Who is Ann Lee?\nTell me. Please.')"), at)


def test_the_last_message_is_edited_in_an_editor(data: Path, tmp_path: Path) -> None:
    editor = tmp_path / "my editor"
    editor.write_text('#!/bin/sh\necho "Who is somebody?" > "$1"\n')
    editor.chmod(0o700)
    for command, said in ((f"'{editor}'", "text='Who is somebody?')"), ("/nowhere", "text=None)")):
        with terminal(environment=environment(data, EDITOR=command, VISUAL=""), script=ASKED) as screen:
            at = screen.until(QUESTION)
            screen.type("e\n")
            at = screen.until(QUESTION, at)
            assert ("/nowhere failed" in screen.screen) == (command == "/nowhere")
            screen.type("y\n")
            screen.until(re.escape(said), at)


@pytest.mark.parametrize(("keys", "said"), [("y\n", "True"), ("\n", "False")])
def test_a_call_that_a_model_wants(data: Path, keys: str, said: str) -> None:
    with terminal("call", environment=environment(data), script=ASKED) as screen:
        at = screen.until(r'home\.unlock\(name="front door"\).*Do it\? \[y/N\] $')
        screen.type(keys)
        screen.until(f"allow={said}", at)


@pytest.fixture(scope="module")
def near(tmp_path_factory: pytest.TempPathFactory, model_path: Path) -> Iterator[Running]:
    """A second Kippu, which plays the cloud."""
    data = tmp_path_factory.mktemp("cloud")
    (data / "models").mkdir()
    shutil.copy(model_path, data / "models" / model_path.name)
    running = start(data, home="mqtt://127.0.0.1:9")
    yield running
    running.stop()


@pytest.fixture(params=["here", "served"])
def asking(request: pytest.FixtureRequest, with_model: Path, near: Running) -> Iterator[Path]:
    """A data folder whose person wants to be asked; nobody serves it, or a Kippu does."""
    provider = Provider(name="Near", url=near.address + "/v1", model=MODEL, cents_in=100, cents_out=200)
    keep(load(), policy="ask me", providers=[provider])
    (with_model / "offered").touch()
    if request.param == "here":
        yield with_model
        return
    running = start(with_model)
    yield with_model
    running.stop()


def egress(data: Path) -> list[str]:
    database = Database(data / "kippu.db")
    try:
        return [row.text or "" for row in Ledger(database).list(kinds=["egress"])]
    finally:
        database.close()


def test_a_dry_run_shows_what_would_leave(asking: Path, kippu: Run) -> None:
    answer = json.loads(kippu("ask", "--dry-run", "--json", LONG).stdout)
    assert answer["placement"]["provider"] == answer["egress"]["to"] == "Near"
    assert answer["egress"]["messages"][-1]["text"] == LONG
    shown = kippu("ask", "--dry-run", LONG).stdout.decode()
    assert "leaves to Near, after your yes" in shown
    assert f"user: {LONG}" in shown
    assert egress(asking) == []


def test_a_yes_sends_and_a_no_does_not(asking: Path) -> None:
    begun = r"\w+ \w+ \w+"
    with terminal(environment=environment(asking)) as screen:
        at = screen.until(PROMPT)
        screen.type(LONG + "\n")
        at = screen.until(QUESTION, at)
        screen.type("\x03")
        at = screen.until(r"\(stopped\).*" + PROMPT, at)
        for reply, where in (("n", f"{MODEL} · on this device: not sent"), ("y", f"Near: {MODEL} · asked")):
            screen.type(LONG + "\n")
            at = screen.until(QUESTION, at)
            assert egress(asking) == []
            screen.type(reply + "\n")
            at = screen.until(begun, at, 120)
            screen.type("\x03")
            at = screen.until(rf"\(stopped\).*talk · {where}.*{PROMPT}", at)
        assert LONG in egress(asking)[0]
        screen.type("\x04")
        assert screen.ends() == 0


def test_ask_asks_too_and_ctrl_c_leaves(asking: Path) -> None:
    with terminal("ask", LONG, environment=environment(asking)) as screen:
        screen.until(QUESTION)
        screen.interrupt()
        assert screen.ends() == 130
    assert egress(asking) == []
    with terminal("ask", LONG, environment=environment(asking, VISUAL="", EDITOR="")) as screen:
        at = screen.until(QUESTION)
        screen.type("e\n")
        at = screen.until("new text: .*numbers$", at)
        screen.type("\x15Say hello.\n")
        at = screen.until(QUESTION, at)
        screen.type("y\n")
        screen.until(r"\w+", at + len(" y\r\n"), 120)
        screen.type("\x03")
        screen.ends()
    (sent,) = egress(asking)
    assert json.loads(sent)["messages"][-1]["content"] == "Say hello."
    assert "Python" not in sent


def test_without_a_terminal_nothing_leaves(asking: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "kippu", "ask", LONG], env=environment(asking),
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout and process.stderr
        assert b"Not sent to Near" in process.stderr.readline()
        assert process.stdout.read(1)
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
    assert egress(asking) == []


def test_nothing_is_asked_in_a_conversation_that_stays(asking: Path) -> None:
    with terminal("--stays", environment=environment(asking)) as screen:
        at = screen.until(r"Ctrl-D.*leaves.*conversation stays here.*" + PROMPT)
        screen.type("Write a Python function\n")
        screen.until(rf"on this device: this\s+conversation\s+stays\s+here.*{PROMPT}", at, 240)
        screen.type("\x04")
        assert screen.ends() == 0
    assert egress(asking) == []
