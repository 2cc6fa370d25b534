"""Kippu's own routes over what is kept, with nothing but the record behind them."""

from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest

from kippu.start import Kippu
from kippu.understand import language_of

pytestmark = pytest.mark.anyio


async def act(client: httpx.AsyncClient, tool: str, language: str = "en", **arguments: Any) -> httpx.Response:
    body = {"tool": tool, "arguments": arguments}
    return await client.post("/api/act", json=body, headers={"accept-language": language})


async def test_a_tap_runs_one_tool_and_says_what_is_true(near: httpx.AsyncClient) -> None:
    done = (await act(near, "lists.add", item="oat milk", list="shopping")).json()
    assert done["ok"] is True
    assert done["call"] == {"tool": "lists.add", "arguments": {"item": "oat milk", "list": "shopping"}}
    lists = (await near.get("/api/lists")).json()
    assert {"text": "oat milk", "done": False} in next(each for each in lists if each["name"] == "shopping")[
        "items"
    ]


@pytest.mark.parametrize(("language", "japanese"), [("en", False), ("ja-JP", True)])
async def test_a_tap_on_a_home_that_is_not_there_is_an_outcome(
    near: httpx.AsyncClient, language: str, japanese: bool
) -> None:
    answered = await act(near, "home.turn_on", language, name="all")
    assert answered.status_code == 200
    assert answered.json()["ok"] is False
    assert (language_of(answered.json()["text"]) == "ja") is japanese


async def test_what_can_not_be_run_at_all_is_an_error(near: httpx.AsyncClient) -> None:
    unknown = await act(near, "home.explode")
    assert (unknown.status_code, unknown.json()["error"]["code"]) == (404, "not_found")
    wrong = await act(near, "home.set_position", position="far")
    assert (wrong.status_code, wrong.json()["error"]["code"]) == (400, "bad_input")
    assert "position" in wrong.json()["error"]["message"]


async def test_a_home_that_is_not_there_has_no_rooms(near: httpx.AsyncClient) -> None:
    assert (await near.get("/api/home")).json() == {"connected": False, "demo": False, "rooms": []}


async def test_a_timer_waits_is_snoozed_and_cancelled(near: httpx.AsyncClient) -> None:
    await act(near, "timers.start", minutes=5, name="eggs")
    (timer,) = (await near.get("/api/reminders")).json()
    assert (timer["kind"], timer["state"]) == ("timer", "pending")
    assert (await near.delete(f"/api/reminders/{timer['id']}")).json() == {"ok": True}
    assert (await near.get("/api/reminders")).json() == []
    for method, rest in (("POST", "/dismiss"), ("POST", "/snooze"), ("DELETE", "")):
        again = await near.request(method, f"/api/reminders/{timer['id']}{rest}")
        assert again.status_code == 404


async def test_notes_newest_first_and_an_empty_ledger(near: httpx.AsyncClient) -> None:
    for text in ("the key is under the mat", "the boiler was serviced"):
        await act(near, "notes.add", text=text)
    notes = (await near.get("/api/notes")).json()
    assert [note["text"] for note in notes] == ["the boiler was serviced", "the key is under the mat"]
    assert (await near.get("/api/ledger", params={"kind": ["egress", "fetch"]})).json() == []


async def test_conversations_are_found_by_their_words_and_forgotten(
    near: httpx.AsyncClient, alone: Kippu
) -> None:
    for text, conversation in (("what is 2 + 3", "sums"), ("what time is it", "clock")):
        async for _ in alone.assistant.answer(alone.assistant.turn(text, conversation)):
            pass
    found = (await near.get("/api/conversations", params={"search": "time"})).json()
    assert [line["id"] for line in found] == ["clock"]
    (turn,) = (await near.get("/api/conversations/sums")).json()["turns"]
    assert turn["text"] == "what is 2 + 3"
    assert "5" in turn["said"]
    assert (await near.delete("/api/conversations/sums")).json() == {"ok": True}
    assert (await near.get("/api/conversations/sums")).status_code == 404


async def test_a_deleted_conversation_is_in_the_ledger_without_its_words(
    near: httpx.AsyncClient, alone: Kippu
) -> None:
    for text, conversation in (("put ink on my list", "gone"), ("put milk on my list", "stays")):
        async for _ in alone.assistant.answer(alone.assistant.turn(text, conversation)):
            pass
    (turn,) = (await near.get("/api/conversations/gone")).json()["turns"]
    before = (await near.get("/api/ledger")).json()
    assert "ink" in str([row["text"] for row in before if row["turn"] == turn["id"]])
    await near.delete("/api/conversations/gone")
    after = (await near.get("/api/ledger")).json()
    assert after == [row | ({"text": None} if row["turn"] == turn["id"] else {}) for row in before]
    assert (await near.get("/api/ledger/verify")).json()["whole"]


async def test_the_calendar_has_the_days_ahead(near: httpx.AsyncClient) -> None:
    today = datetime.now().astimezone().date()
    for days, title in ((0, "market"), (2, "dinner"), (9, "concert")):
        done = await act(near, "calendar.add", text=title, at=(today + timedelta(days=days)).isoformat())
        assert done.json()["ok"] is True
    assert [each["title"] for each in (await near.get("/api/calendar")).json()] == ["market", "dinner"]
