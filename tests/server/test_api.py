"""Kippu's own routes, over a running Kippu with the demo home."""

import json
import re
import threading
from datetime import datetime
from typing import Any

import httpx
import pytest

from .conftest import MODEL, Running


def ask(http: httpx.Client, **body: Any) -> list[tuple[str, dict[str, Any]]]:
    """All events of an answer."""
    events = []
    with http.stream("POST", "/api/ask", json=body) as response:
        assert response.status_code == 200, response.read()
        assert response.headers["cache-control"] == "no-store"
        kind = ""
        for line in response.iter_lines():
            if line.startswith("event: "):
                kind = line.removeprefix("event: ")
            elif line.startswith("data: "):
                events.append((kind, json.loads(line.removeprefix("data: "))))
    return events


def test_status(http: httpx.Client) -> None:
    status = http.get("/api/status").json()
    assert status["policy"] == "device only"
    assert status["model"]["id"] == MODEL
    assert status["model"]["state"] in {"ready", "idle", "loading"}
    assert status["home"]["demo"] is True


def test_an_answer_and_its_place_in_the_history(http: httpx.Client) -> None:
    events = ask(http, text="what is 2 plus 3")
    kinds = [kind for kind, _ in events]
    assert kinds[0] == "start"
    assert kinds[-1] == "answer"
    answer = events[-1][1]
    assert "5" in answer["text"]
    assert "".join(data["text"] for kind, data in events if kind == "token").strip() == answer["text"]
    found = http.get(f"/api/conversations/{answer['conversation']}").json()
    assert found["turns"][0]["id"] == events[0][1]["turn"]
    assert found["turns"][0]["answer"]["text"] == answer["text"]
    lines = http.get("/api/conversations", params={"search": "plus"}).json()
    assert answer["conversation"] in [line["id"] for line in lines]
    assert http.delete(f"/api/conversations/{answer['conversation']}").json() == {"ok": True}
    assert http.get(f"/api/conversations/{answer['conversation']}").status_code == 404
    assert http.delete(f"/api/conversations/{answer['conversation']}").status_code == 404


@pytest.mark.parametrize(
    ("shown_in", "says"), [("ja", "3+4は7です。"), ("en-US", "3+4 is 7."), ("", "3+4 is 7.")]
)
def test_what_has_no_letters_is_answered_as_the_app_is_shown(
    http: httpx.Client, shown_in: str, says: str
) -> None:
    with http.stream(
        "POST", "/api/ask", json={"text": "3+4"}, headers={"Accept-Language": shown_in}
    ) as response:
        assert says in response.read().decode()


def test_a_dry_run_does_nothing(http: httpx.Client) -> None:
    before = http.get("/api/conversations").json()
    events = ask(http, text="turn on the bedroom lamp", dry_run=True)
    assert events[-1][1]["meaning"]["calls"][0]["tool"] == "home.turn_on"
    assert events[-1][1]["outcomes"] == []
    assert http.get("/api/conversations").json() == before


@pytest.mark.parametrize("text", ["", "  \n", "\u200b"])
def test_nothing_said(http: httpx.Client, text: str) -> None:
    response = http.post("/api/ask", json={"text": text})
    assert response.status_code == 400
    assert "empty" in response.json()["error"]["message"]


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("ja", "文がない"),
        ("ja-JP,ja;q=0.9,en;q=0.8", "文がない"),
        ("en-GB,ja;q=0.5", "empty"),
        ("", "empty"),
    ],
)
def test_what_went_wrong_is_told_in_the_language_that_is_asked_for(
    http: httpx.Client, asked: str, says: str
) -> None:
    response = http.post("/api/ask", json={"text": ""}, headers={"Accept-Language": asked})
    assert says in response.json()["error"]["message"]


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/api/turns/none/stop", {}),
        ("POST", "/api/turns/none/consent", {"allow": True}),
        ("GET", "/api/conversations/none", None),
        ("DELETE", "/api/conversations/none", None),
        ("POST", "/api/act", {"tool": "nothing.at_all", "arguments": {}}),
        ("POST", "/api/reminders/none/dismiss", {}),
        ("POST", "/api/pictures/jobs/none/stop", {}),
        ("GET", "/api/pictures/none", None),
        ("POST", "/api/models/none/get", {}),
        ("POST", "/api/models/pictures/use", {}),
        ("POST", "/api/layers/nowhere/use", {}),
        ("PUT", "/api/privacy/providers/none/key", {"key": "k"}),
        ("DELETE", "/api/privacy/marked?words=none", None),
        ("GET", "/api/ledger?since=yesterday", None),
        ("POST", "/api/ask", {"text": "a" * 100_001}),
        ("POST", "/api/ask", {"text": "a" * 4_200_000}),
        ("POST", "/v1/completions", {"model": MODEL, "prompt": "word " * 9000}),
    ],
)
def test_no_refusal_is_english_to_who_speaks_japanese(
    http: httpx.Client, method: str, path: str, body: dict[str, Any] | None
) -> None:
    response = http.request(method, path, json=body, headers={"Accept-Language": "ja"})
    assert response.is_error
    assert re.search("[ぁ-ん]", response.json()["error"]["message"]), response.text


def test_a_stop_keeps_what_was_said(http: httpx.Client, kippu: Running) -> None:
    body = {"text": "write a very long story about a river and its towns"}
    said, answer, turn = "", None, ""
    with http.stream("POST", "/api/ask", json=body) as response:
        kind = ""
        for line in response.iter_lines():
            if line.startswith("event: "):
                kind = line.removeprefix("event: ")
            if not line.startswith("data: "):
                continue
            data = json.loads(line.removeprefix("data: "))
            if kind == "start":
                turn = data["turn"]
            elif kind == "token":
                said += data["text"]
                if len(said) > 10 and turn:
                    with kippu.client() as other:
                        assert other.post(f"/api/turns/{turn}/stop").json() == {"ok": True}
                    stopped, turn = turn, ""
            elif kind == "answer":
                answer = data
    assert answer is not None
    assert answer["stopped"] is True
    assert answer["text"] == said.strip()
    kept = http.get(f"/api/conversations/{answer['conversation']}").json()["turns"][0]
    assert kept["said"] == answer["text"]
    assert http.post(f"/api/turns/{stopped}/stop").status_code == 404


def test_the_home_and_a_tap(http: httpx.Client) -> None:
    home = http.get("/api/home").json()
    assert home["connected"] is True
    assert home["demo"] is True
    things = [thing for room in home["rooms"] for thing in room["things"]]
    light = next(thing for thing in things if thing["domain"] == "light")
    for tool, state in (("home.turn_on", "on"), ("home.turn_off", "off")):
        done = http.post(
            "/api/act", json={"tool": tool, "arguments": {"name": light["name"], "domain": "light"}}
        )
        assert done.json()["ok"] is True, done.text
        now = [t for room in http.get("/api/home").json()["rooms"] for t in room["things"]]
        assert next(t for t in now if t["id"] == light["id"])["state"] == state
    tapped = f"taps of {datetime.now():%Y-%m-%d}"
    found = http.get("/api/conversations?search=turn off").json()
    assert tapped not in [line["id"] for line in found]
    assert tapped not in {line["id"] for line in http.get("/api/conversations").json()}
    assert http.get(f"/api/conversations/{tapped}").json()["turns"][-1]["answer"]["outcomes"][0]["ok"]


def test_a_tap_on_nothing(http: httpx.Client) -> None:
    assert http.post("/api/act", json={"tool": "home.explode"}).status_code == 404
    wrong = http.post("/api/act", json={"tool": "home.set_position", "arguments": {"position": "far"}})
    assert wrong.status_code == 400
    assert "position" in wrong.json()["error"]["message"]


def test_news_of_a_tap(http: httpx.Client, kippu: Running) -> None:
    home = http.get("/api/home").json()
    light = next(t for room in home["rooms"] for t in room["things"] if t["domain"] == "light")
    with http.stream("GET", "/api/events") as response:
        lines = response.iter_lines()
        assert next(lines) == ": here"

        def tap() -> None:
            arguments = {"name": light["name"], "domain": "light"}
            with kippu.client() as other:
                other.post("/api/act", json={"tool": "home.toggle", "arguments": arguments})

        tapping = threading.Thread(target=tap)
        tapping.start()
        for line in lines:
            if line.startswith("data: ") and json.loads(line[6:]).get("id") == light["id"]:
                break
        tapping.join()


def test_a_timer_rings_and_is_dismissed(http: httpx.Client) -> None:
    with http.stream("GET", "/api/events") as response:
        lines = response.iter_lines()
        next(lines)
        ask(http, text="set a timer for 1 second")
        kind = ""
        for line in lines:
            if line.startswith("event: "):
                kind = line.removeprefix("event: ")
            elif line.startswith("data: ") and kind == "ring":
                ring = json.loads(line[6:])
                break
    ringing = [r for r in http.get("/api/reminders").json() if r["state"] == "ringing"]
    assert ring["id"] in [r["id"] for r in ringing]
    assert http.post(f"/api/reminders/{ring['id']}/snooze", json={"minutes": 5}).json() == {"ok": True}
    assert http.post(f"/api/reminders/{ring['id']}/dismiss").json() == {"ok": True}
    assert http.delete(f"/api/reminders/{ring['id']}").status_code == 404


def test_lists_notes_and_ledger(http: httpx.Client) -> None:
    ask(http, text="add oat milk to the shopping list")
    shopping = next(each for each in http.get("/api/lists").json() if each["name"] == "shopping")
    assert {"text": "oat milk", "done": False} in shopping["items"]
    http.post("/api/act", json={"tool": "notes.add", "arguments": {"text": "the key is under the mat"}})
    assert http.get("/api/notes").json()[0]["text"] == "the key is under the mat"
    assert http.get("/api/ledger", params={"kind": ["egress", "fetch"]}).json() == []


def test_models_and_the_device(http: httpx.Client) -> None:
    found = http.get("/api/models").json()
    assert found["device"]["cores"] >= 1
    here = next(model for model in found["models"] if model["id"] == MODEL)
    assert here["installed"] is True
    assert here["current"] is True
    assert here["fits"] is True
    assert here["progress"] is None
    assert http.post(f"/api/models/{MODEL}/get").json() == {"ok": True}
    assert http.post(f"/api/models/{MODEL}/cancel").json() == {"ok": True}
    assert http.post(f"/api/models/{MODEL}/use").json() == {"ok": True}
    for method, path in (
        ("POST", "nope/get"),
        ("POST", "nope/cancel"),
        ("POST", "nope/use"),
        ("DELETE", "nope"),
    ):
        assert http.request(method, f"/api/models/{path}").status_code == 404
    absent = next(model for model in found["models"] if not model["installed"] and model["kind"] == "chat")
    assert http.post(f"/api/models/{absent['id']}/use").status_code == 503


def test_pairing_from_this_device_alone(http: httpx.Client) -> None:
    pair = http.get("/api/pair").json()
    assert pair["url"] is None


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"text": 1}',
        b"\x00\x01\x02\xff",
        b'{"text": "\xff\xfe"}',
        '{"text": "日本"}'.encode("shift_jis"),
        b"[" * 100_000,
        b'{"text": "x", "conversation": ' + b"9" * 5000 + b"}",
    ],
)
def test_bodies_that_cannot_be_used(http: httpx.Client, body: bytes) -> None:
    for path in ("/api/ask", "/api/act", "/v1/chat/completions", "/v1/embeddings"):
        response = http.post(path, content=body, headers={"content-type": "application/json"})
        assert response.status_code == 400, (path, response.text)
        assert set(response.json()["error"]) == {"message", "type", "param", "code"}


@pytest.mark.parametrize("text", ["😀😀", "مرحبا بالعالم", "\ud83d", "\x00\x07\x1b[31m", "a" * 50_000])
def test_odd_texts_are_answered(http: httpx.Client, text: str) -> None:
    body = json.dumps({"text": text, "dry_run": True})
    response = http.post("/api/ask", content=body, headers={"content-type": "application/json"})
    assert response.status_code in {200, 400}
    assert "Traceback" not in response.text


@pytest.mark.parametrize(
    ("text", "status", "says"),
    [
        ("😀😀", 200, "Tell me in words"),
        ("مرحبا، أشعل ضوء المطبخ", 200, "English and Japanese"),
        ("\u202eturn on the kitchen light", 200, "home.turn_on"),
        ("a" * 1_000_000, 400, "1,000,000 characters"),
    ],
)
def test_odd_texts_said_for_good(http: httpx.Client, text: str, status: int, says: str) -> None:
    response = http.post("/api/ask", json={"text": text})
    assert response.status_code == status
    assert says in response.text


def test_a_text_that_no_model_can_read(http: httpx.Client) -> None:
    body = {"model": MODEL, "messages": [{"role": "user", "content": "a" * 1_000_000}]}
    response = http.post("/v1/chat/completions", json=body)
    assert response.status_code == 400
    assert response.json()["error"]["code"] == "too_long"
    body["messages"] = [{"role": "user", "content": "مرحبا 😀"}]
    assert http.post("/v1/chat/completions", json={**body, "max_tokens": 4}).status_code == 200


def test_bytes_that_are_no_text_are_told_of(http: httpx.Client) -> None:
    body = '{"text": "grün"}'.encode("latin-1")
    response = http.post("/api/ask", content=body, headers={"content-type": "application/json"})
    assert response.json()["error"]["message"] == "The body can't be read: it must be JSON in UTF-8."


def test_a_body_that_is_too_large(http: httpx.Client) -> None:
    response = http.post("/api/ask", json={"text": "x" * (5 << 20)})
    assert response.status_code == 413
    assert "4 MB" in response.json()["error"]["message"]

    def pieces() -> Any:
        for _ in range(80):
            yield b" " * 65536

    response = http.post("/api/ask", content=pieces(), headers={"content-type": "application/json"})
    assert response.status_code == 413


def test_routes_that_are_not_there(http: httpx.Client) -> None:
    for path in ("/api/nothing", "/v1/nothing", "/nothing.js"):
        response = http.get(path)
        assert response.status_code == 404
        assert path in response.json()["error"]["message"]
    assert http.post("/api/nothing", json={}).status_code == 404
    assert http.post("/index.html").status_code == 405
    assert http.get("/api/ask").status_code == 405
    assert http.put("/v1/models").status_code == 405


def test_pages_and_their_headers(http: httpx.Client) -> None:
    page = http.get("/")
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    assert "default-src 'self'" in page.headers["content-security-policy"]
    assert "unsafe" not in page.headers["content-security-policy"]
    assert page.headers["x-content-type-options"] == "nosniff"
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["cache-control"] == "no-cache"
    assert "access-control-allow-origin" not in page.headers
    same = http.get("/", headers={"if-none-match": page.headers["etag"]})
    assert same.status_code == 304
    assert http.get("/js/main.js").headers["content-type"].startswith("text/javascript")
    assert http.get("/manifest.webmanifest").headers["content-type"] == "application/manifest+json"
    for path in ("/../serve.py", "/%2e%2e/serve.py", "/..%2fserve.py", "/js/..%2f..%2fserve.py"):
        assert http.get(path).status_code == 404


def test_the_documentation_needs_nothing_from_outside(http: httpx.Client) -> None:
    page = http.get("/docs")
    assert page.status_code == 200
    assert "//" not in page.text.replace("<!doctype html>", "")
    assert "/v1/chat/completions" in page.text
    assert "<script" not in page.text
    assert "422" not in http.get("/openapi.json").text
    assert http.get("/docs.css").headers["content-type"].startswith("text/css")


def test_another_sites_page_is_refused(http: httpx.Client) -> None:
    wrong = http.post("/api/act", json={"tool": "home.turn_on"}, headers={"origin": "http://evil.example"})
    assert wrong.status_code == 403
    wrong = http.get("/api/home", headers={"host": "evil.example"})
    assert wrong.status_code == 403
