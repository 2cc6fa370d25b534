"""Which painters are offered: those that come with Kippu, and a model as long as it is here."""

import asyncio
import hashlib
from pathlib import Path

import numpy as np
import pytest

from kippu.engines.pictures.order import Guidance, Order
from kippu.errors import BadInput, ModelError, ModelMissing
from kippu.models import Store
from kippu.models.catalogue import load
from kippu.start.painters import Painters, manner
from models.test_picture_parts import written


def test_a_model_is_offered_while_it_is_here(tmp_path: Path) -> None:
    store = Store(tmp_path / "models")
    painters = Painters(store, 5)
    assert list(painters) == ["model", "composed"]
    asyncio.run(store.add(written(tmp_path, "sd15")))
    asyncio.run(store.add(written(tmp_path, "scribble")))
    assert list(painters) == ["model", "composed", "sd15"]
    painter = painters["sd15"]()
    assert (painter.name, painter.size, painter.starts) == ("sd15", 512, True)
    assert painter.styles[0] == "dpm++2m-karras" and "euler-a" in painter.styles
    store.remove("sd15")
    assert list(painters) == ["model", "composed"]
    with pytest.raises(KeyError):
        painters["sd15"]


def test_one_that_went_while_it_was_offered_is_told(tmp_path: Path) -> None:
    store = Store(tmp_path / "models")
    path = written(tmp_path, "sd15")
    asyncio.run(store.add(path))
    painter = Painters(store, 5)["sd15"]()
    path.unlink()
    with pytest.raises(ModelError, match="is gone"):
        painter.draw(Order("a cat", 1, "euler"), lambda *_: None, lambda: False)


def test_what_is_lacking_is_named(tmp_path: Path) -> None:
    store = Store(tmp_path / "models")
    asyncio.run(store.add(written(tmp_path, "z")))
    asyncio.run(store.add(written(tmp_path, "ae")))
    painter = Painters(store, 5)["z"]()
    with pytest.raises(ModelMissing, match=r"needs Qwen3 4B to read the words\..*models get"):
        painter.draw(Order("a cat", 1, "euler"), lambda *_: None, lambda: False)


def test_what_a_model_lacks_is_in_the_catalogue() -> None:
    # FLUX.1 dev and Z-Image come as what draws alone: each part that they are asked for can be had by its id.
    for drawing, ids in {
        "flux-dev": ("flux-vae", "flux-clip-l", "flux-t5"), "z-image-turbo": ("flux-vae", "z-image-reader"),
    }.items():  # fmt: skip
        for id in (drawing, *ids):
            model = load().get(id)
            assert model.kind == ("picture" if id == drawing else "picture-part")
            assert model.bytes > 0 and model.licence and model.sources


@pytest.mark.parametrize("name", ["sdxl", "sd15"])
def test_a_sketch_is_refused_where_it_can_not_be_followed(tmp_path: Path, name: str) -> None:
    store = Store(tmp_path / "models")
    asyncio.run(store.add(written(tmp_path, name)))
    asyncio.run(store.add(written(tmp_path, "scribble2")))
    sketch = np.zeros((64, 64, 4), np.uint8)
    order = Order("a cat", 1, "euler", sketch=sketch)
    told = "with Stable Diffusion 1 and 2 only" if name == "sdxl" else "there is none for it here"
    with pytest.raises(BadInput, match=told):
        Painters(store, 5)[name]().draw(order, lambda *_: None, lambda: False)


def test_what_a_picture_comes_of_is_told_by_the_files_that_are_used(tmp_path: Path) -> None:
    store = Store(tmp_path / "models")
    for name in ("sd15", "scribble", "taesd", "style", "taesdxl"):
        asyncio.run(store.add(written(tmp_path, name)))
    painter = Painters(store, 5)["sd15"]()
    assert set(painter.made_of(Order("a cat", 1, "euler"))) == {"model", "taesd"}
    sketch = np.zeros((64, 64, 4), np.uint8)
    made = painter.made_of(Order("a cat <lora:style:0.5> <lora:none>", 1, "euler", sketch=sketch))
    assert set(made) == {"model", "taesd", "control_net", "lora style"}
    digest = hashlib.sha256((tmp_path / "sd15.safetensors").read_bytes()).hexdigest()
    assert made["model"] == digest[:12]
    assert (painter.opaque, painter.steps, painter.guidance) == (True, 20, Guidance(1.0, 7.0, 14.0))


def test_fast_models_take_few_steps() -> None:
    steps = {model.id: manner(model).steps for model in load() if model.kind == "picture"}
    assert steps["stable-diffusion-1.5"] == 20
    assert steps["sd-turbo"] == steps["sdxl-turbo"] == steps["flux-schnell"] == 4
    assert steps["z-image-turbo"] == 9


def test_fast_models_begin_each_step_at_a_time_that_they_learned() -> None:
    rules = {model.id: manner(model).scheduler for model in load() if model.kind == "picture"}
    assert rules["sd-turbo"] == rules["sdxl-turbo"] == "euler-a-trailing"
    assert rules["flux-schnell"] == rules["z-image-turbo"] == "euler", "flows have a rule of their own"
    assert rules["stable-diffusion-1.5"] == rules["sdxl-base"] == "dpm++2m-karras"
