"""The first minutes: the small model talks, a better one is offered, fetched meanwhile, and then talks."""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from fast import measured_as_fast
from kippu.models.catalogue import load
from models.index_server import Site, publish, serve

from .app import App
from .conftest import Open, Server, start

SMALL, BETTER = "smollm2-135m-instruct", "better"
SLOW = 0.02
"""Seconds between two pieces of 16 kB: the whole file would take two minutes."""


@dataclass
class First:
    """A Kippu with the small model alone, and the index that has the better one."""

    server: Server
    site: Site
    data: Path


@pytest.fixture(scope="module")
def index(model_path: Path) -> Iterator[tuple[Site, str]]:
    """A package index on loopback with a model that really talks, and the catalogue that knows it."""
    small = load().get(SMALL)
    site = Site()
    made = publish(site, model_path.read_bytes(), parts=2, id=BETTER)
    better = replace(
        small,
        id=BETTER,
        name="Better Talker",
        maker="Nobody",
        parameters=small.parameters + 1_000_000,
        files=made.files,
        sources=made.sources,
    )
    server = serve(site)
    yield site, json.dumps([asdict(small), asdict(better)])
    server.shutdown()
    server.server_close()


@pytest.fixture
def first(index: tuple[Site, str], tmp_path: Path, model_path: Path) -> Iterator[First]:
    """To be named before ``open_app``: it ends after the pages, which complain without it."""
    site, catalogue = index
    site.asked.clear()
    site.pause = 0
    (tmp_path / "catalogue.json").write_text(catalogue, encoding="utf-8")
    program = (str(Path(__file__).with_name("catalogued.py")), str(tmp_path / "catalogue.json"))
    data = tmp_path / "data"
    measured_as_fast(data)
    running = start(
        data, model_path, program=program, PIP_CONFIG_FILE=os.devnull, PIP_INDEX_URL=f"{site.url}/simple/",
        PIP_EXTRA_INDEX_URL="", NO_PROXY="127.0.0.1",
    )  # fmt: skip
    yield First(running, site, data)
    site.pause = 0
    running.stop()


def offer(app: App) -> Locator:
    return app.page.get_by_role("region", name="A better model for this device")


def brought(app: App) -> Locator:
    return app.page.get_by_role("region", name="The model that came")


def bar(app: App) -> Locator:
    return app.page.get_by_role("progressbar", name="Getting Better Talker")


def far(app: App) -> float:
    return float(bar(app).get_attribute("value") or 0)


def say_yes(app: App) -> None:
    offer(app).get_by_role("button", name="Details").click()
    asking = app.page.get_by_role("dialog")
    expect(asking).to_contain_text("It answers as soon as it is here.")
    asking.get_by_role("button", name=re.compile("^Get ")).click()


def moves(app: App) -> None:
    """See the bar move on."""
    before = far(app)
    for _ in range(100):
        if far(app) > before:
            return
        app.page.wait_for_timeout(100)
    pytest.fail(f"it stays at {before}")


def test_a_better_model_is_offered_fetched_beside_the_talk_and_talks_then(
    first: First, open_app: Open
) -> None:
    app = open_app(address=first.server.address)
    assert app.ask("tell me about life by the sea")
    expect(app.last.locator("summary")).to_contain_text("SmolLM2 135M Instruct")
    app.page.get_by_role("button", name="New chat").click()
    first.site.pause = SLOW

    offer(app).get_by_role("button", name="Details").click()
    asking = app.page.get_by_role("dialog")
    expect(asking.get_by_text("package index: better-part1")).to_be_visible()
    expect(asking.locator("dt", has_text="Size")).to_be_visible()
    expect(asking).to_contain_text(re.compile(r"Writes\s*about [\d.,]+ tokens/s predicted"))
    expect(asking).to_contain_text(re.compile(r"Reads\s*about [\d.,]+ tokens/s"))
    assert first.site.asked == []  # not even a look before the yes
    asking.get_by_role("button", name=re.compile("^Get ")).click()

    expect(bar(app)).to_be_visible()
    moves(app)
    assert app.ask("tell me about life in the city")
    expect(app.last.locator("summary")).to_contain_text("SmolLM2 135M Instruct")
    assert "12.6" in app.ask("what is 15% of 84")
    expect(bar(app)).to_be_visible()  # above the talk too
    app.page.get_by_role("button", name="New chat").click()
    moves(app)

    first.site.pause = 0
    expect(brought(app)).to_contain_text("Better Talker is here, and answers", timeout=120_000)
    expect(offer(app)).to_have_count(0)
    expect(app.page.locator(".ticket-stub")).to_contain_text("Better Talker")
    assert app.ask("tell me about life by the sea")
    expect(app.last.locator("summary")).to_contain_text("Better Talker")
    app.go("models")
    expect(app.page.locator(".model", has_text="In use")).to_contain_text("Better Talker")
    rows = app.told("ledger?kind=fetch")
    assert [row["to"] for row in rows] == ["package index: better-part1"]


def test_the_one_before_talks_again_at_a_tap(first: First, open_app: Open) -> None:
    app = open_app(address=first.server.address, width=360)
    app.box.fill("half a sent")
    app.box.focus()
    say_yes(app)
    app.box.focus()
    expect(brought(app)).to_be_visible(timeout=120_000)
    expect(app.box).to_be_focused()  # who types meanwhile types on
    later = open_app(address=first.server.address)
    brought(later).get_by_role("button", name="Close").click()
    later.page.reload()
    later.ready()
    expect(later.page.locator(".ticket-stub")).to_contain_text("Better Talker")
    expect(brought(later)).to_have_count(0)
    brought(app).get_by_role("button", name="Back to SmolLM2 135M Instruct").click()
    expect(app.page.locator(".ticket-stub")).to_contain_text("SmolLM2 135M Instruct")
    expect(brought(app)).to_have_count(0)
    assert app.told("status")["model"]["id"] == SMALL


def test_stopped_in_the_middle_it_goes_on_from_there(first: First, open_app: Open) -> None:
    app = open_app(address=first.server.address)
    first.site.pause = SLOW
    say_yes(app)
    expect(bar(app)).to_be_visible()
    moves(app)
    offer(app).get_by_role("button", name="Cancel").click()
    expect(bar(app)).to_have_count(0)
    (part,) = (first.data / "models" / ".fetching" / BETTER).glob("*.part")
    kept = part.stat().st_size
    assert kept > 0
    assert app.told("status")["model"]["id"] == SMALL

    app.page.reload()
    app.ready()
    first.site.pause = 0
    say_yes(app)
    expect(brought(app)).to_contain_text("Better Talker is here, and answers", timeout=120_000)
    assert first.site.fetched("better_part1-1.0-py3-none-any.whl") == ["", f"bytes={kept}-"]
    assert app.told("status")["model"]["id"] == BETTER


def test_a_page_that_comes_later_sees_it_on_its_way(first: First, open_app: Open) -> None:
    app = open_app(address=first.server.address)
    first.site.pause = SLOW
    say_yes(app)
    expect(bar(app)).to_be_visible()
    later = open_app(address=first.server.address, width=360)
    expect(bar(later)).to_be_visible()
    moves(later)


def test_after_a_no_nothing_is_asked_of_anybody(first: First, open_app: Open) -> None:
    app = open_app(address=first.server.address)
    offer(app).get_by_role("button", name="Details").click()
    app.page.get_by_role("dialog").get_by_role("button", name="No, thanks").click()
    expect(offer(app)).to_have_count(0)
    app.page.reload()
    app.ready()
    assert app.ask("tell me about life by the sea")
    app.page.get_by_role("button", name="New chat").click()
    expect(app.page.locator(".ticket-stub")).to_contain_text("SmolLM2")
    expect(offer(app)).to_have_count(0)
    assert first.site.asked == []
    assert app.told("ledger?kind=fetch") == []
    app.go("models")
    expect(app.page.get_by_role("button", name="Get Better Talker")).to_be_visible()
