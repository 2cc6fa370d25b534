"""The card that asks before text leaves: a second Kippu plays the cloud, over real HTTP."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from .app import App
from .conftest import Open, Server, start
from .test_looks import SMALL

_MODEL = "smollm2-135m-instruct"
_ASKED = "Prove to Maria Rossi that there are infinitely many primes."


@pytest.fixture(scope="module")
def cloud(tmp_path_factory: pytest.TempPathFactory, model_path: Path) -> Iterator[Server]:
    """Who is asked."""
    running = start(tmp_path_factory.mktemp("cloud") / "data", model_path)
    yield running
    running.stop()


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory, model_path: Path, cloud: Server) -> Iterator[Server]:
    """A Kippu that asks before it asks there."""
    running = start(tmp_path_factory.mktemp("asking") / "data", model_path)
    near = {"name": "Near", "url": f"{cloud.address}/v1", "model": _MODEL, "cents_in": 10, "cents_out": 30}
    body = {"policy": "ask me", "providers": [near]}
    there = f"{running.address}/api/privacy"
    assert httpx.put(there, json=body, trust_env=False, timeout=60).status_code == 200
    yield running
    running.stop()


def asked(open_app: Open, own: Server, text: str = _ASKED, **more: Any) -> tuple[App, Locator]:
    """The app with the card open."""
    app = open_app(address=own.address, **more)
    app.say(text)
    card = app.page.locator(".consent")
    expect(card).to_be_visible(timeout=60_000)
    return app, card


def stop(app: App) -> None:
    """End an answer that has begun: a small model may go on for long."""
    expect(app.last.locator(".text")).to_be_visible(timeout=60_000)
    stopping = app.page.get_by_role("button", name="Stop", exact=True)
    if stopping.is_visible():
        with suppress(PlaywrightTimeout):  # it may have ended by itself meanwhile
            stopping.click(timeout=5_000)
    expect(app.last).to_have_attribute("aria-busy", "false", timeout=60_000)


def left(app: App) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = app.told("ledger?kind=egress")
    return rows


def test_a_yes_sends_what_was_shown_and_says_where_it_is_kept(own: Server, open_app: Open) -> None:
    app, card = asked(open_app, own)
    before = len(left(app))
    expect(card.get_by_role("heading", name="May this go to Near?")).to_be_visible()
    expect(card.locator(".facts")).to_contain_text(f"Near · {_MODEL}")
    expect(card.locator(".facts")).to_contain_text("names")
    expect(card.locator(".swaps")).to_contain_text("Maria Rossi")
    expect(card.locator(".leavings")).not_to_contain_text("Maria Rossi")
    expect(card.locator(".leavings mark").first).to_be_visible()
    expect(card.get_by_role("button", name="Answer here instead")).to_be_focused()
    expect(app.page.locator("#said")).to_contain_text("Something would leave this device for Near.")
    shown = card.locator(".leaving p").all_inner_texts()
    assert left(app)[before:] == []
    card.get_by_role("button", name="Send this").click()
    expect(card).to_have_count(0)
    expect(app.box).to_be_focused()
    stop(app)
    expect(app.last.locator(".stub summary")).to_contain_text(re.compile("Asked the cloud.*Near"))
    (row,) = left(app)[before:]
    assert [message["content"] for message in json.loads(row["text"])["messages"]] == shown
    app.last.locator("summary").click()
    expect(app.last.locator(".facts")).to_contain_text("names")
    app.last.get_by_role("link", name="What left this device").click()
    expect(app.page.locator(".entry.egress")).to_have_count(1)
    expect(app.page.locator(".entry.egress")).to_contain_text("Sent to Near")


def test_the_second_request_is_shown_to_the_letter(own: Server, open_app: Open) -> None:
    _, card = asked(open_app, own, "Prove that a shopping list of n items can be put in n! orders.")
    second = card.locator(".second")
    expect(second).to_contain_text("Which of these tools does the request ask for?")
    expect(second).to_contain_text("- lists__add: ")
    said = card.locator(".leaving.user p").last.inner_text()
    assert second.inner_text().endswith(f"Request: {said}")
    expect(card).to_contain_text("This call was not made.")
    card.get_by_role("button", name="Edit the last message").click()
    card.get_by_label("Your message as it is sent").fill("Write a haiku.")
    expect(second).to_contain_text("Request: Write a haiku.")


@pytest.mark.parametrize("way", ["button", "Escape"])
def test_a_no_is_answered_here(own: Server, open_app: Open, way: str) -> None:
    app, card = asked(open_app, own)
    before = left(app)
    if way == "button":
        card.get_by_role("button", name="Answer here instead").press("Enter")
    else:
        app.page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    stop(app)
    expect(app.last.locator(".stub summary")).to_contain_text("On this device")
    expect(app.page.get_by_role("link", name="What left this device")).to_have_count(0)
    assert left(app) == before


def test_the_last_message_goes_as_it_was_edited(own: Server, open_app: Open) -> None:
    app, card = asked(open_app, own)
    before = len(left(app))
    card.get_by_role("button", name="Edit the last message").click()
    field = card.get_by_label("Your message as it is sent")
    expect(field).to_be_focused()
    field.fill("")
    expect(card.get_by_role("button", name="Send this")).to_be_disabled()
    field.fill("Prove that there are many primes.")
    field.press("Escape")  # ends the writing alone
    expect(card.locator(".leaving").last).to_contain_text("Prove that there are many primes.")
    card.get_by_role("button", name="Send this").click()
    stop(app)
    (row,) = left(app)[before:]
    assert json.loads(row["text"])["messages"][-1]["content"] == "Prove that there are many primes."


def test_a_page_that_is_left_sends_nothing(own: Server, open_app: Open) -> None:
    app, card = asked(open_app, own)
    before = left(app)
    app.page.reload()
    expect(app.answers).to_have_count(1)
    expect(card).to_have_count(0)
    expect(app.last.get_by_role("button", name="Try again")).to_be_visible()
    expect(app.page.get_by_role("link", name="What left this device")).to_have_count(0)
    assert left(app) == before


def test_a_chat_that_stays_is_not_asked_about(own: Server, open_app: Open) -> None:
    app = open_app(address=own.address)
    app.page.get_by_role("button", name="Nothing of this chat leaves without your yes").click()
    app.page.get_by_role("dialog").get_by_role("switch").click()
    app.page.keyboard.press("Escape")
    app.say(_ASKED)
    stop(app)
    expect(app.page.locator(".consent")).to_have_count(0)


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (360, "light"), (1440, "light")])
def test_axe_finds_nothing_and_nothing_is_cut(own: Server, open_app: Open, width: int, scheme: str) -> None:
    app, card = asked(open_app, own, width=width, scheme=scheme)
    card.get_by_role("button", name="Edit the last message").click()
    found = Axe().run(app.page)
    assert found.violations_count == 0, found.generate_report()
    assert app.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert width > 360 or app.page.evaluate(SMALL) == []
    card.get_by_role("button", name="Answer here instead").click()
    stop(app)


def test_what_stands_in_for_what_is_told_word_by_word(open_app: Open) -> None:
    page = open_app().page
    compare = (
        "async ([own, covered]) => (await import('./js/replaced.js')).pieces(own, covered)"
        ".filter(({ changed }) => changed).map(({ text, instead }) => [instead, text])"
    )
    for own, covered, expected in (
        ("Ask Maria Rossi at noon", "Ask Anna Bianchi at noon", [["Maria Rossi", "Anna Bianchi"]]),
        ("佐藤花子さんに手紙を書いて", "鈴木良子さんに手紙を書いて", [["佐藤花子", "鈴木良子"]]),
        ("Hello there", "Hello there", []),
    ):
        assert page.evaluate(compare, [own, covered]) == expected
