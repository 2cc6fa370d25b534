"""Who may come in: over real HTTP requests of every kind of peer."""

import re
import socket
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from kippu.server import gate, problems
from kippu.server.gate import COOKIE, Gate, WrongTokens, is_own_name
from kippu.server.pairing import token

pytestmark = pytest.mark.anyio
MESSAGES = Path(gate.__file__).parent / "web" / "js" / "messages"
Peer = Callable[[str], httpx.AsyncClient]


@pytest.fixture
def peer(data: Path) -> Peer:
    """A client that comes from the given address."""
    app = FastAPI()
    problems.install(app)

    @app.get("/{path:path}")
    @app.post("/{path:path}")
    async def anything(path: str) -> str:
        return path

    gate = Gate(app, data)

    def client(address: str) -> httpx.AsyncClient:
        transport = httpx.ASGITransport(gate, client=(address, 5000))
        return httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8642")

    return client


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8642", "localhost:8642", "LOCALHOST", "[::1]:8642", "192.168.1.7:8642"]
)
async def test_own_names(peer: Peer, host: str) -> None:
    assert (await peer("127.0.0.1").get("/api/status", headers={"host": host})).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8642", "127.0.0.1.evil.example", "", "[::", "@"]
)
async def test_names_that_are_not_ours(peer: Peer, host: str) -> None:
    response = await peer("127.0.0.1").get("/api/status", headers={"host": host})
    assert response.status_code == 403
    assert response.json()["error"]["code"] == "wrong_host"


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1:9999", "https://127.0.0.1:8642"]
)
async def test_a_page_elsewhere_is_refused(peer: Peer, origin: str) -> None:
    response = await peer("127.0.0.1").post("/api/act", headers={"origin": origin})
    assert response.status_code == 403
    assert response.json()["error"]["code"] == "wrong_origin"


async def test_our_own_page_is_let_in(peer: Peer) -> None:
    headers = {"origin": "http://127.0.0.1:8642", "sec-fetch-site": "same-origin"}
    assert (await peer("127.0.0.1").post("/api/act", headers=headers)).status_code == 200


async def test_a_request_across_sites_without_origin_is_refused(peer: Peer) -> None:
    for site in ("cross-site", "same-site"):
        headers = {"sec-fetch-site": site, "sec-fetch-mode": "no-cors"}
        assert (await peer("127.0.0.1").get("/api/home", headers=headers)).status_code == 403


async def test_a_link_elsewhere_may_open_the_page_but_not_the_api(peer: Peer) -> None:
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    assert (await peer("127.0.0.1").get("/", headers=headers)).status_code == 200
    assert (await peer("127.0.0.1").get("/api/home", headers=headers)).status_code == 403


async def test_another_device_needs_the_token(peer: Peer, data: Path) -> None:
    async with peer("192.168.1.20") as phone:
        refused = await phone.get("/v1/models")
        assert refused.status_code == 401
        assert refused.json()["error"]["type"] == "authentication_error"
        in_japanese = await phone.get("/v1/models", headers={"accept-language": "ja"})
        assert "トークンが必要です" in in_japanese.json()["error"]["message"]
        good = {"authorization": f"Bearer {token(data)}"}
        assert (await phone.get("/v1/models", headers=good)).status_code == 200
        assert (await phone.get("/v1/models", headers={"authorization": "Bearer x"})).status_code == 401
        assert (await phone.get("/v1/models", headers={"authorization": "Basic x"})).status_code == 401


async def test_a_browser_of_another_device_sees_what_to_do(peer: Peer) -> None:
    response = await peer("192.168.1.20").get("/", headers={"accept": "text/html"})
    assert response.status_code == 401
    assert "not paired" in response.text
    for language in ("en", "ja"):  # by the names that the page itself has for the way to the code
        names = (MESSAGES / f"{language}.js").read_text("utf-8")
        for key in ("page.settings", "pair.title", "pair.show"):
            (name,) = re.findall(rf'"{key}": "(.+)"', names)
            assert f"<b>{name}</b>" in response.text


async def test_pairing_by_the_address_once(peer: Peer, data: Path) -> None:
    async with peer("192.168.1.20") as phone:
        response = await phone.get("/", params={"token": token(data), "page": "home"})
        assert response.status_code == 303
        assert response.headers["location"] == "/?page=home"
        cookie = response.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=strict" in cookie
        assert phone.cookies[COOKIE] == token(data)
        assert (await phone.get("/")).status_code == 200


async def test_pairing_leads_nowhere_else(peer: Peer, data: Path) -> None:
    response = await peer("192.168.1.20").get(
        "http://127.0.0.1//evil.example/", params={"token": token(data)}
    )
    assert response.headers["location"].startswith("/evil.example")


async def test_a_proxy_on_this_device_does_not_make_others_local(peer: Peer) -> None:
    response = await peer("127.0.0.1").get("/api/home", headers={"x-forwarded-for": "203.0.113.5"})
    assert response.status_code == 401


async def test_wrong_tokens_are_slowed_down(peer: Peer, data: Path) -> None:
    async with peer("192.168.1.66") as guesser:
        for _ in range(10):
            assert (await guesser.get("/", headers={"authorization": "Bearer no"})).status_code == 401
        slowed = await guesser.get("/", headers={"authorization": f"Bearer {token(data)}"})
    assert slowed.status_code == 429
    assert slowed.headers["retry-after"] == "60"
    async with peer("192.168.1.20") as phone:
        good = {"authorization": f"Bearer {token(data)}"}
        assert (await phone.get("/", headers=good)).status_code == 200


def test_the_wait_ends() -> None:
    now = 0.0
    wrong = WrongTokens(lambda: now)
    for _ in range(10):
        wrong.count("peer")
    assert wrong.too_many("peer")
    now = 61.0
    assert not wrong.too_many("peer")


def test_own_name_of_this_device() -> None:
    assert is_own_name(f"{socket.gethostname()}:8642")
