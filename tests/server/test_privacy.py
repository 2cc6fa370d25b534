"""What may leave, as it is chosen over HTTP, and the ledger as it is read there."""

import json

import httpx
import pytest

from kippu.start import Kippu

pytestmark = pytest.mark.anyio


async def test_nothing_may_leave_until_the_person_says_so(near: httpx.AsyncClient) -> None:
    chosen = (await near.get("/api/privacy")).json()
    assert chosen["policy"] == "device only"
    assert (chosen["never"], chosen["providers"], chosen["marked"]) == ([], [], [])
    assert "health" in chosen["topics"] and chosen["spent_cents"] == 0


async def test_what_is_chosen_is_kept(near: httpx.AsyncClient) -> None:
    cloud = {"name": "Near", "url": "http://127.0.0.1:9/v1", "model": "big", "key_variable": "NO_SUCH_KEY"}
    changed = (
        await near.put(
            "/api/privacy",
            json={"policy": "ask me", "never": ["health"], "providers": [cloud], "budget_cents": 20},
        )
    ).json()
    assert changed == (await near.get("/api/privacy")).json()
    assert (changed["policy"], changed["never"], changed["budget_cents"]) == ("ask me", ["health"], 20)
    assert (await near.get("/api/status")).json()["policy"] == "ask me"
    assert changed["providers"][0]["name"] == "Near" and not changed["providers"][0]["has_key"]
    assert (await near.put("/api/privacy", json={"policy": "device only"})).json()["never"] == ["health"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"policy": "always"},
        {"never": ["weather"]},
        {"budget_cents": -1},
        {"providers": [{"name": "x", "url": "nowhere", "model": "m"}]},
        {"providers": [{"name": "x", "url": "https://a.example", "model": "m", "key": "sk-secret"}]},
        {"providers": [{"name": "x", "url": "https://u:sk-secret@a.example/v1", "model": "m"}]},
        {"providers": [{"name": "x", "url": "https://a.example/v1?api_key=sk-secret", "model": "m"}]},
        {"providers": [{"name": "x", "url": "https://a.example/v1#sk-secret", "model": "m"}]},
        {"providers": [{"name": "x", "url": "https://a.example", "model": "m", "key_variable": "sk-secret"}]},
        {"providers": [{"name": "x", "url": "https://a.example", "model": "m"}] * 2},
        {"colour": "blue"},
    ],
)
async def test_a_wrong_choice_is_told_and_changes_nothing(near: httpx.AsyncClient, wrong: object) -> None:
    before = (await near.get("/api/privacy")).json()
    refused = await near.put("/api/privacy", json=wrong)
    assert refused.status_code == 400 and refused.json()["error"]["message"]
    assert "sk-secret" not in refused.text
    assert (await near.get("/api/privacy")).json() == before


async def test_words_are_marked_and_unmarked(near: httpx.AsyncClient) -> None:
    assert (await near.post("/api/privacy/marked", json={"words": " Aunt  May "})).json()["marked"] == [
        "Aunt May"
    ]
    assert (await near.post("/api/privacy/marked", json={"words": " "})).status_code == 400
    assert (await near.delete("/api/privacy/marked", params={"words": "aunt may"})).json()["marked"] == []
    assert (await near.delete("/api/privacy/marked", params={"words": "aunt may"})).status_code == 404


async def test_the_ledger_is_read_searched_and_checked(near: httpx.AsyncClient, alone: Kippu) -> None:
    alone.ledger.add("egress", "you allowed it", to="Near Cloud", text="a poem", turn="t1", kinds=["person"])
    alone.ledger.add("action", "lists.add", text='{"item": "milk"}')
    (row,) = (await near.get("/api/ledger", params={"kind": "egress", "words": "poem"})).json()
    assert (row["to"], row["bytes"], row["kinds"], row["text"]) == ("Near Cloud", 6, ["person"], "a poem")
    assert (await near.get("/api/ledger", params={"since": "2999-01-01T00:00:00+00:00"})).json() == []
    assert (await near.get("/api/ledger", params={"since": "yesterday"})).status_code == 400
    assert [one["turn"] for one in (await near.get("/api/ledger", params={"turn": "t1"})).json()] == ["t1"]
    (newest,) = (await near.get("/api/ledger", params={"newest": 1})).json()
    assert newest["what"] == "lists.add"
    (total,) = [one for one in (await near.get("/api/ledger/totals")).json() if one["to"] == "Near Cloud"]
    assert (total["times"], total["bytes"]) == (1, 6)
    assert (await near.get("/api/ledger/verify")).json()["whole"]
    exported = await near.get("/api/ledger/export")
    assert "attachment" in exported.headers["content-disposition"]
    assert row["hash"] in {json.loads(line)["hash"] for line in exported.text.splitlines()}
    assert (await near.post("/api/ledger/forget", json={})).json()["texts"] >= 2
    assert (await near.get("/api/ledger", params={"kind": "egress"})).json()[-1]["text"] is None
    assert (await near.get("/api/ledger/verify")).json()["whole"]


async def test_a_key_has_its_place_or_is_told(near: httpx.AsyncClient) -> None:
    cloud = {"name": "Near", "url": "http://127.0.0.1:9/v1", "model": "big"}
    await near.put("/api/privacy", json={"providers": [cloud]})
    assert (await near.put("/api/privacy/providers/nobody/key", json={"key": "k"})).status_code == 404
    kept = await near.put("/api/privacy/providers/Near/key", json={"key": "sk-1"})
    if kept.status_code != 200:  # a system without a keyring
        assert "environment variable" in kept.json()["error"]["message"]
        assert "sk-1" not in kept.text


async def test_a_conversation_can_stay(near: httpx.AsyncClient) -> None:
    await near.post("/api/ask", json={"text": "what is 2 plus 3", "conversation": "c"})
    assert not (await near.get("/api/conversations/c")).json()["stays"]
    assert (await near.put("/api/conversations/c/stays", json={"stays": True})).json() == {"stays": True}
    assert (await near.get("/api/conversations/c")).json()["stays"]
    assert (await near.put("/api/conversations/c/stays", json={"stays": False})).json() == {"stays": False}
