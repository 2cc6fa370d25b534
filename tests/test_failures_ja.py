"""What system and checks say, in Japanese: every limit that settings have, and what files run into."""

import re
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from pydantic import Field, TypeAdapter, ValidationError

from kippu.errors import SettingsError
from kippu.failures_ja import system_ja, value_ja
from kippu.settings import load


@pytest.mark.parametrize(
    ("kind", "value", "says"),
    [
        (int, "many", "整数にしてください"),
        (float, "x", "数にしてください"),
        (bool, "x", "true か false にしてください"),
        (str, 3, "文字列にしてください"),
        (Literal["auto", "en", "ja"], "fr", "'auto'、'en'、'ja' のどれかにしてください"),
        (Annotated[int, Field(ge=0, le=65535)], 70000, "65535 以下にしてください"),
        (Annotated[float, Field(gt=0)], 0, "0 より大きくしてください"),
        (Annotated[str, Field(min_length=1)], "", "1文字以上にしてください"),
        (Annotated[list[int], Field(max_length=2)], [1, 2, 3], "2個以下にしてください"),
        (dict[str, int], 3, "オブジェクトにしてください"),
    ],
)
def test_values(kind: Any, value: Any, says: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value)
    assert value_ja(dict(caught.value.errors()[0])) == says


def test_what_has_no_words_stays() -> None:
    assert (
        value_ja({"type": "url_parsing", "msg": "Input should be a valid URL"})
        == "Input should be a valid URL"
    )
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
