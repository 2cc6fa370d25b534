"""The layers over HTTP: shown, chosen, and answering with their sources; no model is needed to quote."""

import httpx
import pytest

from kippu.settings import load

from .conftest import events

pytestmark = pytest.mark.anyio
SUPPORT = "consumer-electronics-support"


async def asked(near: httpx.AsyncClient, text: str, **more: str) -> dict[str, object]:
    told = await near.post("/api/ask", json={"text": text, **more})
    kind, answer = events(told.text)[-1]
    assert kind == "answer", answer
    return answer


async def test_shows_what_there_is(near: httpx.AsyncClient) -> None:
    told = (await near.get("/api/layers")).json()
    assert told["chosen"] == "auto"
    layer = next(layer for layer in told["layers"] if layer["name"] == SUPPORT)
    assert (layer["level"], layer["shipped"]) == ("industry", True)
    assert layer["score"] > 50


async def test_answers_with_its_source_without_a_model(near: httpx.AsyncClient) -> None:
    answer = await asked(near, "How do I pair my phone?")
    assert "scan the code" in str(answer["text"])
    assert answer["placement"] == {**answer["placement"], "rung": "none", "layers": [SUPPORT]}  # type: ignore[dict-item]
    assert [source["place"] for source in answer["sources"]] == ["knowledge/server.md"]  # type: ignore[attr-defined]


async def test_a_request_names_its_layer(near: httpx.AsyncClient) -> None:
    answer = await asked(near, "Who won the cup?", layer=SUPPORT)
    assert str(answer["text"]).startswith("I don't know")
    told = await near.post("/api/ask", json={"text": "Who won the cup?", "layer": "nobody"})
    kind, error = events(told.text)[-1]
    assert (kind, error["code"]) == ("error", "not_found")


async def test_the_layer_that_is_chosen_stays_chosen(near: httpx.AsyncClient) -> None:
    assert (await near.post(f"/api/layers/{SUPPORT}/use")).json() == {"ok": True}
    assert load().layer == SUPPORT
    assert str((await asked(near, "Who won the cup?"))["text"]).startswith("I don't know")
    assert (await near.post("/api/layers/nobody/use")).status_code == 404
    assert (await near.post("/api/layers/auto/use")).status_code == 200


async def test_what_came_from_documents_is_not_the_persons_own_word(
    near: httpx.AsyncClient, alone: object
) -> None:
    answer = await asked(near, "How do I pair my phone?")
    history = alone.history.messages(answer["conversation"])  # type: ignore[attr-defined]
    assert history[-1].tainted
