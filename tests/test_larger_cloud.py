"""A cloud as able as a larger model is: tools, a stream, a schema and surrogates, with nothing scripted.

``KIPPU_TEST_CLOUD_MODEL`` names the file of the model that a second Kippu serves, such as the 0.5B or 1.5B of
the catalogue; without it this is skipped, for no larger model comes along.
"""

import json
import os
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from kippu.engines import cloud as engine
from kippu.run.offered import Offered
from kippu.run.pieces import Ask, Outcome, Piece
from kippu.settings import Provider, keep, load
from kippu.start import Kippu, running
from kippu.turn import Call, Egress, Meaning, Message, Placement
from server.conftest import Running, start
from test_cloud import say

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.skipif(
        "KIPPU_TEST_CLOUD_MODEL" not in os.environ,
        reason="KIPPU_TEST_CLOUD_MODEL names no larger model that could play the cloud",
    ),
]


@pytest.fixture(scope="module")
def cloud(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A second Kippu, with that model alone."""
    data, model = tmp_path_factory.mktemp("cloud"), Path(os.environ["KIPPU_TEST_CLOUD_MODEL"]).resolve()
    (data / "models").mkdir()
    (data / "models" / model.name).symlink_to(model)
    running = start(data)
    yield running
    running.stop()


@pytest.fixture
async def kippu(
    cloud: Running, data: Path, model_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Kippu]:
    """A Kippu that may ask it. However slow this machine is: what it says is what is looked at here."""
    for name in ("_FIRST_SECONDS", "_BETWEEN_SECONDS", "_WHOLE_SECONDS"):
        monkeypatch.setattr(engine, name, 600.0)
    (data / "models").mkdir()
    (data / "models" / model_path.name).symlink_to(model_path)
    async with running(load(home="mqtt://127.0.0.1:1")) as kippu:
        near = Provider(name="Near", url=cloud.address + "/v1", model=_served(cloud))
        keep(kippu.settings, policy="when it helps", providers=[near])
        yield kippu


def _served(cloud: Running) -> str:
    """The one model there."""
    there = httpx.get(f"{cloud.address}/v1/models", trust_env=False).json()["data"]
    (model,) = [str(one["id"]) for one in there if one["owned_by"] != "kippu"]
    return model


def sent(kippu: Kippu) -> str:
    """All that left."""
    return "\n".join(row.text or "" for row in kippu.ledger.list(kinds=["egress"]))


async def test_an_answer_streams_and_is_right(kippu: Kippu) -> None:
    turn = kippu.assistant.turn("Explain which city is the capital of France, in one short sentence.")
    pieces = [piece async for piece in kippu.assistant.answer(turn) if isinstance(piece, str)]
    assert len(pieces) > 3 and "Paris" in "".join(pieces), pieces
    assert sent(kippu)


async def test_surrogates_are_restored(kippu: Kippu) -> None:
    answer, _ = await say(
        kippu,
        "Translate into French: My name is Ayumi Sanderson. My e-mail is ayumi.sanderson@sandersons.org.",
        most=400,
    )
    assert answer.placement.provider == "Near", answer.placement
    assert "Ayumi Sanderson" in answer.text, answer.text
    # A model may begin an address with a capital, where a line begins with it.
    assert "ayumi.sanderson@sandersons.org" in answer.text.casefold(), answer.text
    assert "anderson" not in sent(kippu)


async def test_an_answer_fits_a_schema(kippu: Kippu) -> None:
    schema = {
        "type": "object",
        "properties": {"capital": {"enum": ["Tokyo", "Paris"]}, "author": {"const": "Ayumi Sanderson"}},
        "required": ["capital", "author"],
        "additionalProperties": False,
    }
    text = "Explain which of Tokyo and Paris is the capital of Japan, for Ayumi Sanderson."
    answer, _ = await say(kippu, replace(kippu.assistant.turn(text), schema=json.dumps(schema)), most=400)
    assert answer.placement.provider == "Near", answer.placement
    assert json.loads(answer.text) == {"capital": "Tokyo", "author": "Ayumi Sanderson"}
    assert "anderson" not in sent(kippu)


async def test_a_tool_is_used(kippu: Kippu) -> None:
    turn = kippu.assistant.turn("Put bread on the shopping list.")
    offers = tuple(offer for offer in Offered(kippu.skills).offers(turn) if offer.tool.startswith("lists."))
    kippu.history.begin(turn)
    placement = Placement("cloud", "m", "why", provider="Near", instead="smollm2-135m-instruct")
    egress = Egress("Near", (Message("user", turn.text),), tools=offers)
    pieces: list[Piece] = []
    async for piece in kippu.run.run(turn, Meaning("talk", 0.7), placement, egress):
        pieces.append(piece)
        if isinstance(piece, Ask):
            piece.yes.set_result(piece.call == Call("lists.add", {"item": "bread"}))
    assert any(isinstance(piece, Outcome) and piece.ok for piece in pieces), pieces
    assert [item.text for item in kippu.lists.items("shopping")] == ["bread"]
