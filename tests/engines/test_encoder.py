import shutil
from pathlib import Path

import pytest

from kippu.engines.encoder import Encoder
from kippu.errors import ModelError

from .test_wordpiece import FOLDER


def test_chances_and_labels_of_a_sentence() -> None:
    heard = Encoder(FOLDER).hear("would you be so kind and have me up by half past six tomorrow")
    assert next(iter(heard.classes)) == "alarms.set"
    assert sum(heard.classes.values()) == pytest.approx(1, abs=1e-4)
    assert list(heard.classes.values()) == sorted(heard.classes.values(), reverse=True)
    assert all(label.endswith("-when") for *_, label in heard.labelled)
    assert heard.labelled


def test_an_empty_sentence_and_an_endless_one() -> None:
    encoder = Encoder(FOLDER)
    assert encoder.hear("").classes
    assert encoder.hear("word " * 10_000).classes == encoder.hear("word " * 46).classes


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("encoder.onnx", b"this is a letter", "encoder.onnx is no encoder that can be run"),
        ("vocabulary.txt", b"\xff\xfe", "vocabulary.txt can't be read"),
        ("classes.json", None, "classes.json can't be read"),
        ("classes.json", b"{", "classes.json is damaged"),
    ],
)
def test_a_broken_file_is_told(tmp_path: Path, name: str, content: bytes | None, told: str) -> None:
    folder = tmp_path / "encoder"
    shutil.copytree(FOLDER, folder)
    (folder / name).unlink()
    if content is not None:
        (folder / name).write_bytes(content)
    with pytest.raises(ModelError, match=told):
        Encoder(folder).hear("hello")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("電気\t12\n照", "words.txt is damaged"),
        ("電気 12", "words.txt is damaged"),
        ("", "words.txt is damaged"),
        ("電気\t99999999", "don't belong together"),
        (None, "can't be read"),
    ],
)
def test_a_broken_list_of_words_is_told(tmp_path: Path, content: str | None, told: str) -> None:
    folder = tmp_path / "ja"
    shutil.copytree(FOLDER / "ja", folder)
    (folder / "words.txt").unlink()
    if content is not None:
        (folder / "words.txt").write_text(content, encoding="utf-8")
    with pytest.raises(ModelError, match=told):
        Encoder(folder).hear("電気")
