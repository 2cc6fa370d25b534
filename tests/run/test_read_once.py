"""What every talk begins with is read once, and by no later process again."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from kippu.engines import Loader
from kippu.models import Store
from kippu.run.talk import Talk
from kippu.turn import Placement
from understand.home import turn

pytestmark = pytest.mark.anyio
MODEL = "smollm2-135m-instruct"


def states(folder: Path) -> dict[str, int]:
    """Each file of a read beginning, and which writing of it this is."""
    return {file.name: file.stat().st_ino for file in folder.rglob("*.state")}


async def talked(model_path: Path, folder: Path, text: str) -> Mapping[str, Any]:
    """llama.cpp's timings of a first talk, by a model that was just loaded."""
    loader = Loader(lambda _: model_path, idle_minutes=5, context=1024, cache=folder)
    heard: list[Mapping[str, Any]] = []
    talk = Talk(
        loader.use,
        Store(folder).model,
        lambda model, timings: heard.append(timings),
        lambda said, placed: None,
    )
    async for _ in talk.talk(turn(text), Placement("pocket", MODEL, "")):
        pass
    await loader.close()
    (timings,) = heard
    return timings


async def test_the_beginning_of_a_talk(model_path: Path, tmp_path: Path) -> None:
    await talked(model_path, tmp_path, "Say hello.")
    written = states(tmp_path)
    assert len(written) == 1
    timings = await talked(model_path, tmp_path, "What is a boat?")
    assert states(tmp_path) == written
    assert timings["cache_n"] > timings["prompt_n"]
