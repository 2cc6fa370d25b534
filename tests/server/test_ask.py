"""Asking over HTTP: which events come, in which order, also when there is nothing to talk with."""

import httpx
import pytest

from .conftest import events

pytestmark = pytest.mark.anyio


async def test_start_then_text_then_the_answer(near: httpx.AsyncClient) -> None:
    response = await near.post("/api/ask", json={"text": "what is 2 plus 3", "conversation": "sums"})
    assert response.headers["content-type"].startswith("text/event-stream")
    (first, start), *tokens, (last, answer) = events(response.text)
    assert (first, last) == ("start", "answer")
    assert start["conversation"] == answer["conversation"] == "sums"
    assert {kind for kind, _ in tokens} == {"token"}
    assert "".join(data["text"] for _, data in tokens).strip() == answer["text"]


async def test_a_language_that_is_given_is_kept_to(near: httpx.AsyncClient) -> None:
    response = await near.post("/api/ask", json={"text": "2 + 3", "language": "ja"})
    assert events(response.text)[-1][1]["language"] == "ja"


async def test_without_a_model_the_error_says_what_to_do(near: httpx.AsyncClient) -> None:
    response = await near.post("/api/ask", json={"text": "write a poem about a river"})
    kind, data = events(response.text)[-1]
    assert kind == "error"
    assert data["code"] == "model_missing"
    assert "kippu models get" in data["message"]


@pytest.mark.parametrize(
    ("method", "path", "says"),
    [
        ("POST", "/api/turns/none/stop", "もう終わっています"),
        ("POST", "/api/models/pictures/use", "ありません"),
        ("DELETE", "/api/privacy/marked?words=nobody", "登録されていません"),
        ("GET", "/api/pictures/jobs/none", "描き終わった"),
        ("GET", "/api/conversations/none", "という会話はありません"),
    ],
)
async def test_what_is_not_there_is_told_in_the_language_of_the_app(
    near: httpx.AsyncClient, method: str, path: str, says: str
) -> None:
    response = await near.request(method, path, headers={"Accept-Language": "ja"})
    assert says in response.json()["error"]["message"]


@pytest.mark.parametrize(("text", "says"), [(" ", "文がない"), ("電" * 100_001, "100,000文字まで")])
async def test_what_can_not_be_asked_is_told_in_the_language_of_the_app(
    near: httpx.AsyncClient, text: str, says: str
) -> None:
    japanese = {"Accept-Language": "ja-JP,ja;q=0.9,en;q=0.8"}
    response = await near.post("/api/ask", json={"text": text}, headers=japanese)
    assert says in response.json()["error"]["message"]
    english = (await near.post("/api/ask", json={"text": text})).json()["error"]["message"]
    assert english.isascii()


async def test_a_turn_that_has_ended_can_not_be_stopped(near: httpx.AsyncClient) -> None:
    response = await near.post("/api/ask", json={"text": "what is 2 plus 3"})
    turn = events(response.text)[0][1]["turn"]
    stopped = await near.post(f"/api/turns/{turn}/stop")
    assert stopped.status_code == 404
    assert "ended" in stopped.json()["error"]["message"]
