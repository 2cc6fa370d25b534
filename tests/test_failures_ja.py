"""What the system and the readers of files say, in Japanese."""

import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from kippu.errors import SettingsError
from kippu.failures_ja import system_ja, unreadable_ja
from kippu.settings import load


def test_what_has_no_words_stays() -> None:
    assert system_ja(OSError(9999, "odd")) == "odd"
    assert system_ja(OSError("bare")) == "bare"


def test_files(tmp_path: Path) -> None:
    with pytest.raises(OSError) as caught:
        (tmp_path / "none").read_text()
    assert system_ja(caught.value) == "そのファイルやフォルダーはありません"
    with pytest.raises(OSError) as caught:
        tmp_path.read_text()
    assert system_ja(caught.value) == "ファイルではなくフォルダーです"


@pytest.mark.parametrize(("name", "value"), [("port", "many"), ("language", "fr"), ("idle_minutes", "0")])
def test_a_wrong_setting_is_told_in_japanese_alone(
    data: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"KIPPU_{name.upper()}", value)
    with pytest.raises(SettingsError) as caught:
        load()
    told = caught.value.say("ja")
    assert value in told
    assert not re.search(r"[Ii]nput|should|than", told)


@pytest.mark.parametrize(
    ("read", "text", "says"),
    [
        (tomllib.loads, "port = 1\nhost localhost", "2行目の6文字目を確かめてください"),
        (tomllib.loads, '"', "途中で終わっているか、書き方が正しくありません"),
        (json.loads, '{"a": 1,\n "b" 2}', "2行目の6文字目を確かめてください"),
        (yaml.safe_load, "a: 1\nb: [", "2行目の5文字目を確かめてください"),
        (lambda text: text.encode("cp932").decode(), "aあ", "UTF-8 ではありません: 2バイト目"),
    ],
)
def test_what_can_not_be_read(read: Callable[[str], Any], text: str, says: str) -> None:
    with pytest.raises(Exception) as caught:  # each reader has its own
        read(text)
    assert unreadable_ja(caught.value) == says


def test_a_settings_file_that_is_no_toml_is_told_in_japanese_alone(data: Path) -> None:
    (data / "settings.toml").write_text("port 8000", encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load()
    assert "1行目の6文字目" in caught.value.say("ja")
    assert not re.search(r"Expected|Invalid|line", caught.value.say("ja"))
