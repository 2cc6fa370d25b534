"""The whole line with a cloud: a second Kippu plays the provider, over a network that may fail."""

import json
import shutil
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from faulty import Fault, Faulty, faulty
from kippu.engines import cloud as engine
from kippu.settings import Provider, keep, load
from kippu.start import Kippu, running
from kippu.turn import Answer, Asking, Consent, Turn
from server.conftest import MODEL, Running, start

pytestmark = pytest.mark.anyio

WRITE = (
    "Write a long, detailed Python program with classes and unit tests that parses CSV bank statements, "
    "and explain the algorithmic complexity of each function."
)
"""What a cloud is asked for, if it may be."""
SECRET = f"{WRITE} Sign it with my name, Ayumi Sanderson, and my phone, +1 202 555 0143."


@pytest.fixture(scope="module")
def cloud(tmp_path_factory: pytest.TempPathFactory, model_path: Path) -> Iterator[Running]:
    """A second Kippu, which plays the cloud."""
    data = tmp_path_factory.mktemp("cloud")
    (data / "models").mkdir()
    shutil.copy(model_path, data / "models" / model_path.name)
    running = start(data)
    yield running
    running.stop()


@pytest.fixture
async def network(cloud: Running) -> AsyncIterator[Faulty]:
    async with faulty(cloud.address) as network:
        yield network


@pytest.fixture
async def kippu(network: Faulty, data: Path, model_path: Path) -> AsyncIterator[Kippu]:
    """A Kippu that may ask it when it helps."""
    (data / "models").mkdir()
    (data / "models" / model_path.name).symlink_to(model_path)
    async with running(load(home="mqtt://127.0.0.1:1")) as kippu:
        near = Provider(name="Near", url=network.address + "/v1", model=MODEL, cents_out=100)
        keep(kippu.settings, policy="when it helps", providers=[near])
        yield kippu


async def say(
    kippu: Kippu, text: str | Turn, consent: Consent | None = None, most: int = 12
) -> tuple[Answer, list[Asking]]:
    """Say it, and what to say when asked; without that nobody can be asked. Stops after ``most`` pieces."""
    turn = kippu.assistant.turn(text) if isinstance(text, str) else text
    asked, answer = [], None
    async for piece in kippu.assistant.answer(turn, can_ask=consent is not None):
        if isinstance(piece, Asking):
            asked.append(piece)
            assert consent and kippu.assistant.consent(turn.id, consent)
        elif isinstance(piece, str) and (most := most - 1) == 0:
            kippu.assistant.stop(turn.id)
        elif isinstance(piece, Answer):
            answer = piece
    assert answer is not None
    return answer, asked


async def test_a_request_that_gains_by_it_is_asked_elsewhere_covered_and_restored(
    kippu: Kippu, network: Faulty
) -> None:
    answer, asked = await say(kippu, SECRET, most=10_000)
    assert answer.placement.provider == "Near" and not asked, answer
    assert "asked the cloud" in answer.placement.reason
    assert answer.text and answer.cents is not None and answer.tokens > 0
    sent = b"".join(network.heard).decode()
    assert "Sanderson" not in sent and "0143" not in sent and "CSV bank statements" in sent
    assert {"person", "phone"} <= set(answer.egress.kinds)
    rows = kippu.ledger.list(turn=answer.turn)
    assert [row.kind for row in rows][:2] == ["placement", "egress"]
    assert kippu.ledger.verify() is None


async def test_an_answer_after_a_schema_is_covered_and_restored_too(kippu: Kippu, network: Faulty) -> None:
    name = {"type": "string", "enum": ["Ayumi Sanderson"]}
    schema = {"type": "object", "properties": {"author": name}, "required": ["author"],
              "additionalProperties": False}  # fmt: skip
    turn = replace(kippu.assistant.turn(SECRET), schema=json.dumps(schema))
    answer, _ = await say(kippu, turn, most=10_000)
    assert answer.placement.provider == "Near" and json.loads(answer.text) == {"author": "Ayumi Sanderson"}
    sent = json.loads(kippu.ledger.list(turn=answer.turn, kinds=["egress"])[0].text or "")
    left = sent["response_format"]["json_schema"]["schema"]
    assert json.dumps(left, ensure_ascii=False) in sent["messages"][0]["content"]
    assert "Sanderson" not in json.dumps(sent)


async def test_what_only_the_schema_holds_is_covered_and_on_the_record(kippu: Kippu) -> None:
    schema = {"type": "object", "properties": {"mail": {"const": "ayumi.sanderson@sandersons.org"}}}
    turn = replace(kippu.assistant.turn(WRITE), schema=json.dumps(schema))
    answer, _ = await say(kippu, turn)
    row = kippu.ledger.list(turn=answer.turn, kinds=["egress"])[0]
    assert "email" in row.kinds and "sandersons" not in (row.text or "")


@pytest.mark.parametrize("policy", ["device only", "ask me"])
async def test_nothing_leaves_without_a_yes(kippu: Kippu, network: Faulty, policy: str) -> None:
    keep(kippu.settings, policy=policy)
    answer, _ = await say(kippu, SECRET)
    assert answer.placement.rung == "pocket" and network.heard == []
    assert not kippu.ledger.list(kinds=["egress"])


async def test_exactly_what_was_shown_leaves_on_a_yes(kippu: Kippu, network: Faulty) -> None:
    keep(kippu.settings, policy="ask me")
    answer, asked = await say(kippu, SECRET, Consent(allow=True))
    assert answer.placement.rung == "cloud"
    shown = asked[0].egress
    assert shown.to == "Near" and "Sanderson" not in shown.messages[-1].text
    row = kippu.ledger.list(turn=answer.turn, kinds=["egress"])[0]

    sent = json.loads(row.text or "{}")["messages"]
    assert [(line["role"], line["content"]) for line in sent] == [
        (message.role, message.text) for message in shown.messages
    ]


async def test_the_person_may_edit_what_leaves(kippu: Kippu, network: Faulty) -> None:
    keep(kippu.settings, policy="ask me")
    await say(kippu, SECRET, Consent(allow=True, text="Write a haiku."))
    sent = b"".join(network.heard).decode()
    assert "Write a haiku." in sent and "CSV" not in sent


async def test_a_no_is_answered_here(kippu: Kippu, network: Faulty) -> None:
    keep(kippu.settings, policy="ask me")
    answer, asked = await say(kippu, SECRET, Consent(allow=False))
    assert asked and answer.placement.rung == "pocket" and answer.text and network.heard == []
    assert answer.egress.to == ""


async def test_marked_words_topics_and_chats_stay(kippu: Kippu, network: Faulty) -> None:
    kippu.marks.add("Falcon")
    keep(kippu.settings, never=["health"])
    for text in (f"{WRITE} Call it Falcon.", f"{WRITE} It is for my diabetes clinic."):
        answer, _ = await say(kippu, text)
        assert answer.placement.rung == "pocket", answer.placement
    kippu.marks.stay("here", True)
    answer, _ = await say(kippu, kippu.assistant.turn(WRITE, "here"))
    assert answer.placement.rung == "pocket" and network.heard == []


async def test_a_cloud_that_breaks_off_is_gone_on_from_here(kippu: Kippu, network: Faulty) -> None:
    network.fault, network.cut_after = "cut", 4000
    answer, _ = await say(kippu, WRITE, most=200)
    assert answer.placement.rung == "pocket" and "the cloud failed" in answer.placement.reason
    assert any("broke off" in note and "goes on" in note for note in answer.notes)
    assert len(answer.text) > 50
    rows = kippu.ledger.list(turn=answer.turn)
    assert [row.kind for row in rows] == ["placement", "egress", "placement"]
    assert "asked the cloud" in rows[0].what and rows[2].what == answer.placement.reason


@pytest.mark.parametrize(
    ("fault", "limit", "said"),
    [("silent", "_FIRST_SECONDS", "in time"), ("trickle", "_WHOLE_SECONDS", "too slow with the rest")],
)
async def test_a_slow_cloud_is_left_and_gone_on_from_here(
    kippu: Kippu, network: Faulty, monkeypatch: pytest.MonkeyPatch, fault: Fault, limit: str, said: str
) -> None:
    monkeypatch.setattr(engine, limit, 1.0)
    network.fault = fault
    answer, _ = await say(kippu, WRITE, most=60)
    assert answer.placement.rung == "pocket" and len(network.heard) == 1
    assert any(said in note and "goes on" in note for note in answer.notes)
    assert answer.text.startswith("word word") is (fault == "trickle") and len(answer.text) > 100


async def test_in_japanese_too(kippu: Kippu, network: Faulty) -> None:
    network.fault = "refuse key"
    answer, _ = await say(
        kippu, "Pythonで銀行のCSV明細を読むクラスとユニットテストを詳しく書いてください。署名は山田太郎です。"
    )
    assert "山田太郎" not in b"".join(network.heard).decode()
    assert any("キーを受け付けません" in note for note in answer.notes)


PERU = "capital of peru"


async def test_what_no_model_here_is_sure_of_is_asked_elsewhere_at_last(
    kippu: Kippu, network: Faulty, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kippu.run.first.UNSURE", 0.0)
    answer, _ = await say(kippu, PERU)
    assert answer.placement.rung == "pocket" and network.heard == [], "sure enough"
    monkeypatch.setattr("kippu.run.first.UNSURE", 1.0)
    answer, asked = await say(kippu, PERU, most=10_000)
    assert answer.placement.provider == "Near" and not asked and answer.text
    assert "not sure" in answer.placement.reason and answer.egress.to == "Near"
    rows = kippu.ledger.list(turn=answer.turn)
    assert [row.kind for row in rows] == ["placement", "placement", "egress"]


@pytest.mark.parametrize("allow", [True, False])
async def test_and_under_ask_me_only_after_a_yes_to_the_text(
    kippu: Kippu, network: Faulty, monkeypatch: pytest.MonkeyPatch, allow: bool
) -> None:
    monkeypatch.setattr("kippu.run.first.UNSURE", 1.0)
    keep(kippu.settings, policy="ask me")
    answer, (asked,) = await say(kippu, PERU, Consent(allow))
    assert asked.placement.provider == "Near" and asked.egress.messages[-1].text == PERU
    assert (answer.placement.rung == "cloud") is allow and bool(network.heard) is allow
    assert answer.text and bool(kippu.ledger.list(kinds=["egress"])) is allow


async def test_what_was_written_anew_then_goes_in_its_place(
    kippu: Kippu, network: Faulty, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kippu.run.first.UNSURE", 1.0)
    keep(kippu.settings, policy="ask me")
    answer, _ = await say(kippu, PERU, Consent(allow=True, text="capital of chile"))
    sent = b"".join(network.heard).decode()
    assert "chile" in sent and "peru" not in sent
    assert kippu.history.messages(answer.conversation)[0].written == "capital of chile"


@pytest.mark.parametrize("stays", ["device only", "nobody to ask", "marked"])
async def test_what_stays_is_answered_here_however_unsure(
    kippu: Kippu, network: Faulty, monkeypatch: pytest.MonkeyPatch, stays: str
) -> None:
    monkeypatch.setattr("kippu.run.first.UNSURE", 1.0)
    keep(kippu.settings, policy="device only" if stays == "device only" else "ask me")
    if stays == "marked":
        kippu.marks.add("Peru")
    answer, _ = await say(kippu, PERU)
    assert answer.placement.rung == "pocket" and answer.text and network.heard == []
