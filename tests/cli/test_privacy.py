"""``kippu privacy``: choices in plain words, changed here or in the Kippu that serves."""

import json
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from kippu.cli import kinds, privacy
from kippu.guard.personal.found import KINDS
from kippu.server.lock import hold
from kippu.settings import Policy, Topic
from server.conftest import Running, start

from .conftest import Run, environment
from .terminal import terminal

NEAR = ("provider", "add", "Near", "--url", "http://127.0.0.1:9/v1", "--model", "small")


@pytest.fixture(params=["here", "served"])
def where(request: pytest.FixtureRequest, data: Path) -> Iterator[Running | None]:
    """A data folder that nobody serves, and one that a Kippu serves."""
    if request.param == "here":
        yield None
        return
    running = start(data, home="mqtt://127.0.0.1:9")
    yield running
    running.stop()


@pytest.fixture
def chosen(kippu: Run, where: Running | None) -> Callable[[], dict[str, Any]]:
    """What holds now: as the Kippu that serves says, or as the next command reads it."""

    def read() -> dict[str, Any]:
        told: dict[str, Any] = json.loads(kippu("privacy", "--json").stdout)
        if where is not None:
            with where.client() as client:
                assert client.get("/api/privacy").json() == told
        return told

    return read


def test_words_for_all_that_there_is() -> None:
    assert tuple(privacy._POLICIES) == get_args(Policy)
    assert tuple(privacy._TOPICS) == get_args(Topic)
    assert tuple(kinds._NAMES) == KINDS


def test_changes_reach_whoever_holds_them(
    kippu: Run, data: Path, where: Running | None, chosen: Callable[[], dict[str, Any]]
) -> None:
    assert chosen()["policy"] == "device only"
    done = kippu("privacy", "policy", "ask", "me")
    assert done.stdout.startswith(b"ask me") and b"nobody to ask yet" in done.stdout
    assert kippu("privacy", "never", "money", "健康").stdout == b"never leaves: health, money\n"
    assert kippu("privacy", "never", "work").stdout == b"never leaves: health, money, work\n"
    assert kippu("privacy", "never", "--clear", "money").stdout == b"never leaves: health, work\n"
    assert kippu("privacy", "mark", "Project", "Tanuki").returncode == 0
    assert kippu("privacy", "mark", "佐藤").stdout.decode() == "private words: Project Tanuki, 佐藤\n"
    assert kippu("privacy", "unmark", "project tanuki").stdout.decode() == "private words: 佐藤\n"
    assert kippu("privacy", "budget", "12.5").stdout == b"budget: 12.5 cents a month, 0.00 spent\n"
    assert kippu("privacy", "keep-sent", "no").returncode == 0
    now = chosen()
    assert (now["policy"], now["never"], now["marked"]) == ("ask me", ["health", "work"], ["佐藤"])
    assert (now["budget_cents"], now["keep_sent"]) == (12.5, False)
    assert kippu("privacy", "never", "--clear").stdout == b"never leaves: none\n"
    assert tomllib.loads((data / "settings.toml").read_text())["policy"] == "ask me"
    gone = kippu("privacy", "unmark", "nobody")
    assert (gone.returncode, b"'nobody' is not marked" in gone.stderr) == (2, True)


def test_providers_in_their_order(
    kippu: Run, where: Running | None, chosen: Callable[[], dict[str, Any]]
) -> None:
    done = kippu("privacy", *NEAR)
    assert done.stdout == b"Near: small, http://127.0.0.1:9/v1, no key\n"
    assert b"the policy is device only" in done.stderr
    far = (
        "--url",
        "http://example.org/v1",
        "--model",
        "large",
        "--key-variable",
        "FAR_KEY",
        "--context",
        "4096",
    )
    done = kippu("privacy", "provider", "add", "Far", *far)
    assert b"key in FAR_KEY (not set)" in done.stdout
    assert b"not encrypted" in done.stderr and b"no prices" in done.stderr
    again = kippu("privacy", *NEAR)
    assert (again.returncode, b"'Near' already" in again.stderr) == (2, True)
    assert [(one["name"], one["context"]) for one in chosen()["providers"]] == [("Near", 8192), ("Far", 4096)]
    assert kippu("privacy", "provider", "first", "Far").stdout == b"Asked in this order: Far, Near\n"
    assert [one["name"] for one in chosen()["providers"]] == ["Far", "Near"]
    assert kippu("privacy", "provider", "remove", "Far").returncode == 0
    assert [one["name"] for one in chosen()["providers"]] == ["Near"]
    lost = kippu("privacy", "provider", "first", "Far")
    assert (lost.returncode, b"There are: Near." in lost.stderr) == (2, True)


def test_shown_in_plain_words(kippu: Run, data: Path) -> None:
    kippu("privacy", *NEAR)
    shown = kippu("privacy").stdout.decode()
    assert "nothing you say leaves this device" in shown
    assert "1. Near: small" in shown
    assert "一切この端末の外に出ません" in kippu("privacy", LANG="ja_JP.UTF-8").stdout.decode()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("policy", "yes"), "device only, ask me, when it helps"),
        (("never", "weather"), "health, money, work"),
        (("never",), "--clear"),
        (("provider", "add", "X", "--url", "ftp://x", "--model", "m"), "https://api.example/v1"),
        (
            ("provider", "add", "X", "--url", "https://me:sk-1@x/v1", "--model", "m"),
            "belongs into the keyring",
        ),
        (
            ("provider", "add", "X", "--url", "https://x/v1?api_key=sk-1", "--model", "m"),
            "belongs into the keyring",
        ),
        (
            ("provider", "add", "X", "--url", "https://x/v1", "--model", "m", "--key-variable", "sk-1"),
            "--key-variable can't be used: it is the name of an environment variable",
        ),
        (("provider", "add", " ", "--url", "https://x/v1", "--model", "m"), "NAME can't be"),
        (("provider", "remove", "X"), "None was added yet"),
        (("provider", "key", "X"), "at a terminal"),
    ],
)
def test_what_can_not_be(kippu: Run, data: Path, words: tuple[str, ...], says: str) -> None:
    done = kippu("privacy", *words)
    assert (done.returncode, done.stdout) == (2, b"")
    assert says in done.stderr.decode()
    assert b"sk-1" not in done.stderr
    assert not (data / "settings.toml").exists()


def test_nothing_is_believed_that_an_open_chat_does_not_know(kippu: Run, data: Path) -> None:
    with hold(data):
        done = kippu("privacy", "policy", "ask me")
    assert (done.returncode, done.stdout) == (4, b"")
    assert json.loads(kippu("privacy", "--json").stdout)["policy"] == "device only"


def test_the_environment_goes_before(kippu: Run, data: Path) -> None:
    done = kippu("privacy", "policy", "ask me", KIPPU_POLICY="device only")
    assert b"KIPPU_POLICY goes before it" in done.stderr


def test_a_key_is_typed_unseen_and_added_with_its_provider_or_not_at_all(data: Path) -> None:
    nowhere = {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    with terminal("privacy", *NEAR, environment=environment(data, **nowhere)) as screen:
        screen.until("Key of Near .*: ")
        screen.type("sk-hidden\n")
        screen.until("no keyring")
        assert screen.ends() == 3
        assert "sk-hidden" not in screen.screen
    assert tomllib.loads((data / "settings.toml").read_text())["providers"] == []
    with terminal("privacy", *NEAR, environment=environment(data, **nowhere)) as screen:
        screen.until("Key of Near .*: ")
        screen.type("\n")
        screen.until("no key")
        assert screen.ends() == 0


def test_typed_lines_are_forgotten(kippu: Run, data: Path) -> None:
    (data / "typed").write_text("my secret\n")
    for _ in range(2):
        assert kippu("privacy", "forget-typed").returncode == 0
        assert not (data / "typed").exists()
