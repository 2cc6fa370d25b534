"""How Kippu is and its models, on a device without one."""

import asyncio
from pathlib import Path

import httpx
import pytest

from fast import measured_as_fast
from kippu.settings import load
from kippu.start import Kippu

from .conftest import MODEL

pytestmark = pytest.mark.anyio


async def test_a_kippu_with_neither_model_nor_home(near: httpx.AsyncClient) -> None:
    status = (await near.get("/api/status")).json()
    assert status["model"]["id"] == MODEL
    assert status["model"]["state"] == "missing"
    assert status["home"] == {**status["home"], "connected": False, "demo": False, "things": 0}


async def test_every_model_says_whether_it_fits(near: httpx.AsyncClient) -> None:
    found = (await near.get("/api/models")).json()
    assert not any(model["installed"] for model in found["models"])
    small = next(model for model in found["models"] if model["id"] == MODEL)
    assert (small["fits"], small["current"], small["progress"]) == (True, True, None)
    assert small["tokens_per_second"] > 0
    huge = max(found["models"], key=lambda model: model["parameters"])
    assert huge["fits"] is False


async def test_only_what_is_here_and_talks_can_be_used(near: httpx.AsyncClient) -> None:
    missing = await near.post(f"/api/models/{MODEL}/use")
    assert (missing.status_code, missing.json()["error"]["code"]) == (503, "model_missing")
    models = (await near.get("/api/models")).json()["models"]
    other = next(model["id"] for model in models if model["kind"] != "chat")
    wrong = await near.post(f"/api/models/{other}/use")
    assert (wrong.status_code, wrong.json()["error"]["code"]) == (400, "bad_input")


async def test_the_model_that_is_chosen_stays_chosen(
    near: httpx.AsyncClient, alone: Kippu, model_path: Path
) -> None:
    (alone.settings.data / "models").mkdir(exist_ok=True)
    (alone.settings.data / "models" / model_path.name).symlink_to(model_path)
    assert (await near.post(f"/api/models/{MODEL}/use")).json() == {"ok": True}
    assert load().model == MODEL
    assert (await near.get("/api/status")).json()["model"]["state"] == "idle"


async def test_cancelling_and_removing_what_is_not_there(near: httpx.AsyncClient) -> None:
    assert (await near.post(f"/api/models/{MODEL}/cancel")).json() == {"ok": True}
    for method, path in (("POST", "nope/get"), ("POST", "nope/cancel"), ("DELETE", "nope")):
        answer = await near.request(method, f"/api/models/{path}")
        assert (answer.status_code, answer.json()["error"]["code"]) == (404, "not_found")


async def test_the_offer_after_a_fetch_that_reached_nobody_is_of_another_source(
    near: httpx.AsyncClient, alone: Kippu, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    measured_as_fast(alone.settings.data)
    offer = (await near.get("/api/status")).json()["offer"]
    assert offer["source"].startswith("Hugging Face: ") and offer["purpose"] == "talk"
    with alone.events.listen() as news:
        assert (await near.post(f"/api/models/{offer['id']}/get")).json() == {"ok": True}
        async with asyncio.timeout(30):
            async for event in news:
                if event.kind == "model" and "error" in event.data:
                    break
    assert "127.0.0.1:9 can't be reached" in str(event.data["error"])
    assert "127.0.0.1:9 につながりません" in str(event.data["error_ja"])
    other = (await near.get("/api/status")).json()["offer"]
    assert other["id"] != offer["id"] and other["source"].startswith("package index: ")
    assert (offer["instead"], other["instead"]) == (None, offer["name"])
    assert other["unreached"] == offer["source"]
    models = {each["id"]: each for each in (await near.get("/api/models")).json()["models"]}
    assert models[offer["id"]]["unreached"] == offer["source"] and models[other["id"]]["unreached"] is None
