"""Models come when needed, are shared, change places and leave when idle."""

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from kippu.engines import Loader
from kippu.errors import ModelBroken, ModelError, ModelMissing
from layers.making import lora

pytestmark = pytest.mark.anyio


Change = Callable[[str, str], None]


def loader(
    folder: Path, idle_minutes: float = 10, context: int = 512, changed: Change = lambda model, state: None
) -> Loader:
    def find(model: str) -> Path:
        path = folder / f"{model}.gguf"
        if not path.exists():
            raise ModelMissing(f"{model} is not here.")
        return path

    return Loader(find, idle_minutes=idle_minutes, context=context, threads=1, slots=1, changed=changed)


@pytest.fixture
def folder(model_path: Path, tmp_path: Path) -> Path:
    for name in ("one", "two"):
        (tmp_path / f"{name}.gguf").symlink_to(model_path)
    return tmp_path


async def test_loads_once_shares_and_changes(folder: Path) -> None:
    models = loader(folder)
    assert models.state("one") == "idle"
    first = models.use("one")
    entering = asyncio.create_task(first.__aenter__())
    while models.state("one") == "idle":  # noqa: ASYNC110  # nobody tells of the change
        await asyncio.sleep(0)
    assert models.state("one") == "loading"
    await entering
    assert models.state("one") == "ready"
    await first.__aexit__(None, None, None)

    async with models.use("one") as llama, models.use("one") as same:
        assert llama is same
        second = models.use("two")
        other = asyncio.create_task(second.__aenter__())
        await asyncio.sleep(0.05)
        assert not other.done()
    assert await other is not llama
    assert (models.state("one"), models.state("two")) == ("idle", "ready")
    await second.__aexit__(None, None, None)
    await models.close()
    assert models.state("two") == "idle"


async def test_tells_of_what_comes_and_what_does_not(folder: Path) -> None:
    told: list[tuple[str, str]] = []
    models = loader(folder, changed=lambda model, state: told.append((model, state)))
    async with models.use("one"):
        assert told == [("one", "loading"), ("one", "ready")]
    with pytest.raises(ModelMissing):
        async with models.use("none"):
            pass
    assert told[2:] == [("none", "loading"), ("none", "idle")]
    await models.close()


async def test_leaves_when_idle_and_comes_back(folder: Path) -> None:
    models = loader(folder, idle_minutes=0.005)
    async with models.use("one") as llama:
        await asyncio.sleep(0.5)
        assert models.state("one") == "ready"
        assert await llama.count_tokens({"prompt": "hello"})
    while models.state("one") == "ready":  # noqa: ASYNC110  # nobody tells of the change
        await asyncio.sleep(0.05)
    async with models.use("one") as llama:
        assert await llama.count_tokens({"prompt": "hello"})
    await models.close()


async def test_what_is_taken_off_the_device_does_not_talk_on(folder: Path) -> None:
    models = loader(folder)
    async with models.use("one"):
        (folder / "one.gguf").unlink()
    with pytest.raises(ModelMissing):
        async with models.use("one"):
            pass
    assert models.state("one") == "idle"
    async with models.use("two"):
        pass
    await models.close()


async def test_failing_leaves_room_for_the_next(folder: Path) -> None:
    models = loader(folder)
    (folder / "broken.gguf").write_bytes(b"GGUF")
    with pytest.raises(ModelMissing):
        async with models.use("none"):
            pass
    with pytest.raises(ModelBroken):
        async with models.use("broken"):
            pass
    assert models.state("broken") == "idle"
    async with models.use("one"):
        assert models.state("one") == "ready"
    await models.close()


async def test_what_memory_can_not_hold_is_said(model_path: Path, tmp_path: Path) -> None:
    """The real header, over weights that are only a hole in the file, larger than this machine's memory."""
    path = tmp_path / "huge.gguf"
    shutil.copy(model_path, path)
    with path.open("r+b") as file:
        file.truncate(psutil.virtual_memory().total * 2)
    with pytest.raises(ModelError, match="GB are free"):
        async with loader(tmp_path).use("huge"):
            pass


async def test_an_adapter_that_is_added_comes_with_the_next_use(model_path: Path, tmp_path: Path) -> None:
    adapters: dict[str, Path] = {}
    models = Loader(
        lambda _: model_path, idle_minutes=5, context=512, threads=1, slots=1, adapters=lambda _: adapters
    )
    async with models.use("one") as plain:
        assert plain.adapters == {}
        adapters["still"] = lora(tmp_path / "still.gguf")
        waiting = models.use("one")
        entering = asyncio.create_task(waiting.__aenter__())
        await asyncio.sleep(0.05)
        assert not entering.done(), "who uses the model keeps it as it is"
    taught = await entering
    assert taught is not plain
    assert list(taught.adapters) == ["still"]
    await waiting.__aexit__(None, None, None)
    await models.close()
