"""The command line in Japanese: every command's help, each kind of usage error, and what decides for it."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from rich.cells import cell_len

from kippu.cli import japanese
from kippu.cli.app import app
from kippu.cli.japanese import helps

from .conftest import Run

_LETTER = re.compile("[ぁ-んァ-ヶ一-龠]")
_SENTENCE = re.compile(r"[A-Za-z'’]{2,}(?:[ ,.]+[A-Za-z'’]+){3,}")
"""Four English words in a row; commands stand in backticks or among the examples."""


def commands(command: Any, words: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    yield words, command
    for name, deeper in getattr(command, "commands", {}).items():
        yield from commands(deeper, (*words, name))


def translated() -> Any:
    command = typer.main.get_command(app)
    japanese.translate(command)
    return command


COMMANDS = dict(commands(translated()))


def shown(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> str:
    assert translated().main([*words, "--help"], prog_name="kippu", standalone_mode=False) == 0
    return capsys.readouterr().out


def each() -> Any:
    return pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words) or "kippu")


@each()
def test_every_help_is_japanese(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(words, capsys)
    prose, examples = re.split("例:\n", text)[0], re.search("例:\n(?:    .*\n)+", text)
    assert examples, "no examples"
    rest = text[examples.end() :]
    told = re.sub("`[^`]*`", "", re.sub(r"^  \w.*? {2,}", "", rest, flags=re.MULTILINE))
    assert not _SENTENCE.search(prose.partition("\n")[2] + told)
    assert _LETTER.search(prose.split("\n\n")[1])
    for name, help_ in re.findall(r"^  (\S.*?) {2,}(\S.*)$", rest, re.MULTILINE):
        assert _LETTER.search(help_), name
    for english in ("Usage", "Options", "Arguments", "COMMAND", "default", "required", "<str>", "range"):
        assert english not in text


@each()
def test_no_line_is_wider_than_the_terminal(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    text = shown(words, capsys)
    for line in text.splitlines():
        if not line.startswith("    kippu"):  # an example stays one line, to be copied
            assert cell_len(line) < 80, line


@each()
def test_texts_are_of_what_there_is(words: tuple[str, ...]) -> None:
    there = {"help", *map(helps.key, COMMANDS[words].params)}
    assert set(helps.table(" ".join(("kippu", *words)))) <= there


def test_there_is_no_table_without_a_command() -> None:
    known = {" ".join(("kippu", *words)) for words in COMMANDS}
    assert set(helps._tables()) - {"shared", "names"} == known


@each()
def test_examples_can_be_parsed(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    examples = re.findall(r"^    .*?\bkippu ?(.*)$", shown(words, capsys), re.MULTILINE)
    assert examples
    for example in examples:
        called, rest = COMMANDS[()], shlex.split(re.sub(r" {2,}.*| \|.*", "", example))
        while rest and rest[0] in getattr(called, "commands", {}):
            called, rest = called.commands[rest[0]], rest[1:]
        called.make_context("kippu", rest)


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        (["fly"], "「fly」というコマンドはありません。"),
        (["serv"], "「serv」というコマンドはありません。もしかして: serve"),
        (["ask", "--fil", "x"], "--fil というオプションはありません。もしかして: --file"),
        (["ask", "-x"], "-x というオプションはありません。"),
        (["ask", "--file"], "--file には値が必要です。"),
        (["ask", "--json=1", "x"], "--json に値は付けられません。"),
        (["ask", "a", "b", "c"], "余分な引数があります: b c"),
        (["models", "get"], "引数「モデル」がありません。"),
        (["privacy", "never", "--clear", "--x"], "--x というオプションはありません。"),
        (["layer", "train"], "オプション --data がありません。"),
        (["ask", "--language", "fr", "x"],
         "オプション --language に「fr」は使えません。en、ja のどれかを指定してください。"),
        (["serve", "--port", "x"],
         "オプション --port に「x」は使えません。0 以上 65535 以下の整数を指定してください。"),
        (["serve", "--port", "70000"],
         "オプション --port に「70000」は使えません。0 以上 65535 以下の整数を指定してください。"),
        (["draw", "x", "--seed", "1.5"], "オプション --seed に「1.5」は使えません。整数を指定してください。"),
        (["draw", "x", "--guidance", "much"],
         "オプション --guidance に「much」は使えません。数を指定してください。"),
        (["privacy", "budget", "--", "-1"],
         "引数「セント」に「-1」は使えません。0 以上の数を指定してください。"),
        (["privacy", "keep-sent", "perhaps"],
         "引数「yes|no」に「perhaps」は使えません。yes か no を指定してください。"),
    ],
)  # fmt: skip
def test_usage_errors(words: list[str], wrong: str) -> None:
    with pytest.raises(typer.TyperException) as raised:
        translated().main(words, prog_name="kippu", standalone_mode=False)
    assert japanese.told(raised.value).splitlines()[-1] == f"エラー: {wrong}"


def test_the_settings_then_the_locale_decide(kippu: Run, data: Path) -> None:
    assert b"Usage: " in kippu("--help").stdout
    assert "使い方: ".encode() in kippu("--help", LANG="ja_JP.UTF-8").stdout
    assert b"Usage: " in kippu("--help", LANG="ja_JP.UTF-8", KIPPU_LANGUAGE="en").stdout
    (data / "settings.toml").write_text('language = "ja"\n')
    assert "使い方: ".encode() in kippu("--help").stdout
    assert b"Usage: " in kippu("--help", KIPPU_LANGUAGE="en").stdout


def test_codes_and_streams_are_as_in_english(kippu: Run, data: Path) -> None:
    done = kippu("models", "get", KIPPU_LANGUAGE="ja")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().splitlines()[1].startswith("ヘルプ: ")
    group = kippu("models", KIPPU_LANGUAGE="ja")
    assert (group.returncode, group.stdout) == (2, b"")
    assert "コマンド:" in group.stderr.decode()
    assert kippu("ledger", KIPPU_LANGUAGE="ja").returncode == 0
    assert kippu("ask", "--json", "fly me to the moon", "--file", "x", KIPPU_LANGUAGE="ja").returncode == 2
    assert kippu("ledger", "--json").stdout == kippu("ledger", "--json", KIPPU_LANGUAGE="ja").stdout


def test_what_is_wrong_with_what_is_there_is_told_in_japanese(kippu: Run, data: Path, tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "no.zip").write_text("no archive")
    (tmp_path / "empty.vcf").write_text("")
    (tmp_path / "cut.gguf").write_bytes(b"GGUF\x03")
    (tmp_path / "no.gguf").write_text("no model")
    (tmp_path / "home.yaml").write_text("entities: [{name: lamp}]")
    for words in (
        ("layer", "add", str(tmp_path / "broken")),
        ("layer", "add", str(tmp_path / "no.zip")),
        ("layer", "add", str(tmp_path / "nowhere/")),
        ("layer", "remove", "expense-notes"),
        ("layer", "train", "--data", str(tmp_path / "nothing.csv")),
        ("contacts", "import", str(tmp_path / "empty.vcf")),
        ("models", "get", str(tmp_path / "nothing.gguf")),
        ("models", "get", str(tmp_path / "cut.gguf")),
        ("models", "get", str(tmp_path / "no.gguf")),
        ("demo-home", "--home", str(tmp_path / "home.yaml")),
        ("privacy", "mark", "x" * 500),
    ):
        told = kippu(*words, KIPPU_LANGUAGE="ja").stderr.decode().replace(str(tmp_path), "")
        assert _LETTER.search(told), (words, told)
        # In brackets stands what the system or a library says.
        assert not _SENTENCE.search(re.sub("`[^`]*`|（[^）]*）", "", told)), (words, told)
    (data / "settings.toml").write_text('language = "ja"\nport = 99999999\n')
    assert "設定「port」" in kippu("ledger").stderr.decode()
