import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import typer

from kippu.cli.app import app

from .conftest import Run, environment


def test_version(kippu: Run) -> None:
    done = kippu("--version")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"kippu 0.")


def test_every_help_has_examples(kippu: Run) -> None:
    group = typer.main.get_command(app)
    names = list(getattr(group, "commands", {}))
    assert {"ask", "models", "serve", "doctor", "ledger", "demo-home"} <= set(names)
    for name in names:
        assert b"Examples:" in kippu(name, "--help").stdout, name


def test_help_imports_nothing_heavy(data: Path) -> None:
    """Start-up stays fast as long as the parts below are not imported."""
    script = (
        "import sys\nfrom kippu.cli.app import app\n"
        "heavy = {'pydantic', 'httpx', 'rich', 'fastapi', 'xllamacpp', 'hassil', 'sqlite3', 'psutil'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment(data), capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_unknown_command_and_option(kippu: Run) -> None:
    for words in (("fly",), ("ask", "--fly", "x"), ("models", "get")):
        done = kippu(*words)
        assert done.returncode == 2, words
        assert b"Traceback" not in done.stderr
        assert done.stdout == b""


def test_wrong_setting_is_named(kippu: Run, data: Path) -> None:
    (data / "settings.toml").write_text("port = 99999999\n")
    done = kippu("ledger")
    assert done.returncode == 2
    assert b"'port'" in done.stderr
    assert b"settings.toml" in done.stderr
    assert b"Traceback" not in done.stderr


def test_settings_that_are_no_toml(kippu: Run, data: Path) -> None:
    (data / "settings.toml").write_text("port = = 1\n")
    done = kippu("ledger")
    assert done.returncode == 2
    assert b"settings.toml" in done.stderr


def test_data_folder_that_can_not_be(kippu: Run, tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("")
    done = kippu("ask", "hello", KIPPU_DATA=str(blocked / "data"))
    assert done.returncode in range(1, 8)
    assert done.stderr.count(b"\n") == 1
    assert str(blocked).encode() in done.stderr


def test_unexpected_error_is_one_line_and_the_log_has_the_rest(data: Path) -> None:
    script = (
        "from kippu.cli import app, ledger\n"
        "def broken():\n    raise ZeroDivisionError('for the test')\n"
        "app.app.command('broken')(broken)\napp.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "broken"], env=environment(data), capture_output=True, check=False
    )
    log = data / "kippu.log"
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert str(log).encode() in done.stderr
    assert "Traceback" in log.read_text() and "ZeroDivisionError" in log.read_text()
    assert "for the test" not in log.read_text()


def test_closed_pipe_is_quiet(data: Path) -> None:
    piped = f"{sys.executable} -m kippu models list | head -1 >/dev/null"
    done = subprocess.run(["sh", "-c", piped], env=environment(data), capture_output=True, check=False)
    assert done.stderr == b""


@pytest.mark.skipif(os.name != "posix", reason="locales of other systems have other names")
def test_japanese_locale(kippu: Run) -> None:
    assert "ありません" in kippu("ledger", LANG="ja_JP.UTF-8").stdout.decode()
    assert "Nothing has left" in kippu("ledger").stdout.decode()


def test_a_ctrl_c_while_it_is_still_being_imported_is_quiet(data: Path, tmp_path: Path) -> None:
    (tmp_path / "typer.py").write_text("import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n")
    paths = os.pathsep.join((str(tmp_path), os.environ.get("PYTHONPATH", "")))
    done = subprocess.run(
        [sys.executable, "-m", "kippu", "ask", "what is 2+2"],
        env=environment(data, PYTHONPATH=paths), capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (130, b"")


def test_the_program_is_what_the_module_is() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["scripts"] == {"kippu": "kippu.__main__:main"}


@pytest.mark.parametrize(
    ("words", "en", "ja"),
    [
        (("serve", "--port", "70000"), "'70000' can't be used: it must be 65535 or less", "65535 以下の整数"),
        (("ask", "hi", "--language", "fr"), "'fr' can't be used: it must be en or ja", "en、ja のどれか"),
        (("privacy", "budget", "much"), "'much' can't be used: it must be a number", "0 以上の数"),
    ],
)
def test_a_value_that_can_not_be_is_told_in_our_own_words(
    kippu: Run, words: tuple[str, ...], en: str, ja: str
) -> None:
    done = kippu(*words)
    told = done.stderr.decode()
    assert done.returncode == 2
    assert en in told and "Usage: " in told
    assert "Value error" not in told and "Input should" not in told
    assert ja in kippu(*words, LANG="ja_JP.UTF-8").stderr.decode()
