"""The web app's files, as a browser gets them."""

import re
from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI

from kippu.server import problems
from kippu.server.pages import FOLDER, Pages
from kippu.start import Kippu

pytestmark = pytest.mark.anyio


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI(docs_url=None)
    problems.install(app)
    app.router.default = Pages()
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://kippu") as client:
        yield client


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/js/main.js", "text/javascript; charset=utf-8"),
        ("/css/base.css", "text/css; charset=utf-8"),
        ("/icons/kippu.svg", "image/svg+xml"),
        ("/manifest.webmanifest", "application/manifest+json"),
    ],
)
async def test_types(client: httpx.AsyncClient, path: str, kind: str) -> None:
    response = await client.get(path)
    assert response.status_code == 200
    assert response.headers["content-type"] == kind


async def test_asked_again_only_a_change_is_sent(client: httpx.AsyncClient) -> None:
    page = await client.get("/")
    assert page.headers["cache-control"] == "no-cache"
    same = await client.get("/", headers={"if-none-match": page.headers["etag"]})
    assert (same.status_code, same.content) == (304, b"")
    assert same.headers["cache-control"] == "no-cache"


async def test_every_file_that_is_there_can_be_had(client: httpx.AsyncClient) -> None:
    for file in FOLDER.rglob("*"):
        if file.is_file():
            response = await client.get(f"/{file.relative_to(FOLDER).as_posix()}")
            assert response.content == file.read_bytes(), file


@pytest.mark.parametrize("path", ["/%2e%2e/serve.py", "/..%2fserve.py", "/js/..%2f..%2fserve.py", "/none.js"])
async def test_nothing_else_can(client: httpx.AsyncClient, path: str) -> None:
    assert (await client.get(path)).status_code == 404


@pytest.mark.parametrize("language", ["en", "ja"])
async def test_every_skill_that_acts_has_a_name_for_people(alone: Kippu, language: str) -> None:
    words = (FOLDER / "js" / "messages" / f"{language}.js").read_text(encoding="utf-8")
    named = set(re.findall(r'"skill\.(\w+)":', words))
    assert {tool.name.split(".")[0] for skill in alone.skills for tool in skill.tools} <= named


async def test_no_such_place_is_told_in_the_readers_language(client: httpx.AsyncClient) -> None:
    gone = await client.get("/nowhere.js", headers={"accept-language": "ja-JP,en;q=0.5"})
    assert gone.status_code == 404
    assert gone.json()["error"]["message"] == "/nowhere.js には何もありません。/docs で一覧を見られます。"
    gone = await client.get("/nowhere.js", headers={"accept-language": "en"})
    assert gone.json()["error"]["message"] == "There is nothing at /nowhere.js. See /docs for what there is."
