"""Files of the person's own, by what they say of themselves: what talks, what draws, what joins that."""

import asyncio
from pathlib import Path

import pytest

from kippu.errors import BadInput
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
