"""Files of the person's own, by what they say of themselves: what talks, what draws, what joins that."""

import asyncio
import re
from pathlib import Path

import pytest

from kippu.errors import BadInput, ModelBroken
from kippu.models import Store
from models.test_picture_parts import written


def store(folder: Path) -> Store:
    return Store(folder / "models")


def test_a_picture_model_is_taken_up_where_it_is(tmp_path: Path) -> None:
    path = written(tmp_path, "sd15")
    here = store(tmp_path)
    model = asyncio.run(here.add(path))
    assert (model.id, model.kind, model.family, model.quantisation) == ("sd15", "picture", "sd1", "F16")
    assert model in here.installed()
    assert here.path("sd15") == path.resolve()
    here.remove("sd15")
    assert path.exists() and model not in here.installed()


def test_what_joins_one_is_a_part(tmp_path: Path) -> None:
    here = store(tmp_path)
    kinds = {
        name: asyncio.run(here.add(written(tmp_path, name))).kind for name in ("scribble", "style", "unet")
    }
    assert kinds == {"scribble": "picture-part", "style": "picture-part", "unet": "picture"}


def test_what_talks_still_talks(tmp_path: Path, model_path: Path) -> None:
    copy = tmp_path / "mine.gguf"
    copy.write_bytes(model_path.read_bytes() + b"\0")
    model = asyncio.run(store(tmp_path).add(copy))
    assert (model.kind, model.context, model.quantisation) == ("chat", 8192, "Q4_1")


def test_other_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "model.ckpt").write_bytes(b"pickled")
    with pytest.raises(BadInput, match="can carry programs"):
        asyncio.run(store(tmp_path).add(tmp_path / "model.ckpt"))


@pytest.mark.parametrize(
    ("holds", "said"),
    [
        (
            "<!doctype html>\n<title>Sign in</title>",
            "holds the text “<!doctype html> <title>Sign in</title>”",
        ),
        ("Entry not found", "holds the text “Entry not found”"),
        ("version https://git-lfs.github.com/spec/v1\noid sha256:0", "git lfs pull"),
    ],
)
def test_what_was_saved_in_a_models_place_is_told(tmp_path: Path, holds: str, said: str) -> None:
    mine = tmp_path / "mine.gguf"
    mine.write_text(holds)
    with pytest.raises(ModelBroken, match=re.escape(said)) as told:
        asyncio.run(store(tmp_path).add(mine))
    assert f"`kippu models get {mine}`" in str(told.value) and f"`kippu models get {mine}`" in told.value.ja


def test_a_download_without_a_name_is_taken_by_what_it_is(tmp_path: Path, model_path: Path) -> None:
    copy = tmp_path / "download"
    copy.write_bytes(model_path.read_bytes() + b"\0")
    assert asyncio.run(store(tmp_path).add(copy)).kind == "chat"


@pytest.mark.parametrize("harm", ["cut", "gone"])
def test_of_a_damaged_file_of_ones_own_the_advice_is_about_that_file(
    tmp_path: Path, model_path: Path, harm: str
) -> None:
    mine, here = tmp_path / "mine.gguf", store(tmp_path)
    mine.write_bytes(model_path.read_bytes() + b"\0")
    model = asyncio.run(here.add(mine))
    mine.write_bytes(b"GGUF") if harm == "cut" else mine.unlink()
    for ask in (here.path, here.plan):
        with pytest.raises(ModelBroken, match="a file of yours") as told:
            ask(model.id)
        for words in (str(told.value), told.value.ja):
            assert f"kippu models get {mine}" in words and f"kippu models remove {model.id}" in words
            assert f"kippu models get {model.id}" not in words
