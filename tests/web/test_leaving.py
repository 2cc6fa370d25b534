"""What may leave this device: chosen in the settings, and for one chat beside its box."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .app import App
from .conftest import Open, Server, start
from .test_looks import SMALL

_CLOUD = {"name": "Near", "url": "http://127.0.0.1:9/v1", "model": "big", "key_variable": "NO_SUCH_KEY"}
_SECRET = "sk-entered-in-the-page"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory, model_path: Path) -> Iterator[Server]:
    """A Kippu whose settings are changed here, apart from the one that all tests share."""
    running = start(tmp_path_factory.mktemp("leaving") / "data", model_path)
    yield running
    running.stop()


@pytest.fixture
def chosen(own: Server) -> Iterator[Server]:
    """The same, with what a new Kippu has."""
    change(own, policy="device only", never=[], providers=[], budget_cents=500, keep_sent=True)
    yield own


def change(own: Server, **changed: Any) -> None:
    response = httpx.put(f"{own.address}/api/privacy", json=changed, trust_env=False)
    assert response.status_code == 200, response.text


def told(own: Server) -> dict[str, Any]:
    read: dict[str, Any] = httpx.get(f"{own.address}/api/privacy", trust_env=False).json()
    return read


def settings(open_app: Open, own: Server, **more: Any) -> App:
    app = open_app(address=own.address, at="#/settings", **more)
    expect(app.page.get_by_role("heading", name=re.compile("What may leave|出してよいもの"))).to_be_visible()
    return app


def test_nothing_can_be_sent_until_one_chooses_otherwise(open_app: Open, chosen: Server) -> None:
    app = settings(open_app, chosen)
    expect(app.page.get_by_role("radio", name="Device only")).to_be_checked()
    expect(app.page.get_by_text("Nothing can be sent")).to_be_visible()
    expect(app.page.get_by_role("button", name="Add a provider")).to_have_count(0)
    app.page.get_by_role("radio", name="Ask me").check()
    expect(app.page.get_by_text("Nobody can be asked yet")).to_be_visible()
    expect(app.page.get_by_role("button", name="Add a provider")).to_be_visible()
    assert told(chosen)["policy"] == "ask me"
    app.go("chat")
    expect(app.page.locator(".terms")).to_have_text(
        "Nothing you say leaves this device unless you look at it and say yes."
    )
    app.go("settings")
    app.page.get_by_role("radio", name="Device only").check()
    expect(app.page.get_by_text("Nothing can be sent")).to_be_visible()
    assert told(chosen)["policy"] == "device only"


def test_topics_and_words_that_never_leave(open_app: Open, chosen: Server) -> None:
    app = settings(open_app, chosen)
    app.page.get_by_text("Set up for later").click()
    app.page.get_by_role("checkbox", name="Health").check()
    app.page.get_by_role("checkbox", name="Money").check()
    app.page.get_by_role("checkbox", name="Money").uncheck()
    words = app.page.get_by_label("Add private words").first
    words.fill("Aunt May")
    words.press("Enter")
    expect(words).to_have_value("")
    expect(app.page.locator(".row", has_text="Aunt May")).to_be_visible()
    assert (told(chosen)["never"], told(chosen)["marked"]) == (["health"], ["Aunt May"])
    app.page.get_by_role("button", name="No longer private: Aunt May").click()
    expect(app.page.locator(".row", has_text="Aunt May")).to_have_count(0)
    expect(words).to_be_focused()
    assert told(chosen)["marked"] == []


def test_a_provider_is_added_ordered_changed_and_removed(open_app: Open, chosen: Server) -> None:
    change(chosen, policy="ask me", providers=[_CLOUD])
    app = settings(open_app, chosen)
    expect(app.page.locator(".provider")).to_contain_text("NO_SUCH_KEY is not set")
    app.page.get_by_role("button", name="Add a provider").click()
    form = app.page.get_by_role("dialog")
    form.get_by_label("Name", exact=True).fill("Near")
    form.get_by_label("Address").fill("http://cloud.example/v1")
    expect(form.get_by_text("Without https")).to_be_visible()
    form.get_by_label("Address").fill("https://cloud.example/v1")
    form.get_by_label("Model").fill("large")
    form.get_by_role("radio", name="Environment variable").check()
    form.get_by_label("Name of the variable").fill("HOME")
    form.get_by_label("$ per million tokens in").fill("0.15")
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_role("alert")).to_contain_text("Near already")
    form.get_by_label("Name", exact=True).fill("Far")
    form.get_by_role("button", name="Save").click()
    expect(form).to_have_count(0)
    far = told(chosen)["providers"][1]
    assert (far["name"], far["key_variable"], far["cents_in"], far["has_key"]) == ("Far", "HOME", 15, True)
    expect(app.page.locator(".provider").nth(1)).to_contain_text("Its key is in HOME")
    app.page.get_by_role("button", name="Ask Far earlier").click()
    expect(app.page.locator(".provider").first).to_contain_text("Far")
    assert [each["name"] for each in told(chosen)["providers"]] == ["Far", "Near"]
    app.page.get_by_role("button", name="Change Far").click()
    form.get_by_label("Model").fill("larger")
    form.get_by_role("button", name="Save").click()
    expect(app.page.locator(".provider").first).to_contain_text("larger")
    app.page.get_by_role("button", name="Remove Near").click()
    app.page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    expect(app.page.locator(".provider")).to_have_count(1)
    assert [each["model"] for each in told(chosen)["providers"]] == ["larger"]


def test_a_key_goes_to_the_keyring_and_nowhere_else(open_app: Open, chosen: Server) -> None:
    change(chosen, policy="ask me", providers=[{**_CLOUD, "key_variable": ""}])
    app = settings(open_app, chosen)
    sent: list[tuple[str, str]] = []
    app.page.on("request", lambda request: sent.append((request.url, request.post_data or "")))
    app.page.get_by_role("button", name="Change Near").click()
    form = app.page.get_by_role("dialog")
    key = form.get_by_label("Key", exact=True)
    expect(key).to_have_attribute("type", "password")
    key.fill(_SECRET)
    with app.page.expect_response(lambda answer: answer.url.endswith("/key")):
        form.get_by_role("button", name="Save").click()
    expect(app.page.locator("dialog[open] [type=submit]:disabled")).to_have_count(0)
    with_key = [url for url, body in sent if _SECRET in body + url]
    assert with_key == [f"{chosen.address}/api/privacy/providers/Near/key"]
    if not told(chosen)["providers"][0]["has_key"]:  # a system without a keyring
        expect(form.get_by_role("alert")).to_contain_text("has no keyring")
        app.complaints.clear()  # the browser's own words about an answer that says no
    assert _SECRET not in app.page.content()


def test_the_budget_and_whether_texts_are_kept(open_app: Open, chosen: Server) -> None:
    change(chosen, policy="ask me")
    app = settings(open_app, chosen)
    budget = app.page.get_by_label("Budget for a month")
    expect(budget).to_have_value("5")
    budget.fill("2.5")
    budget.press("Enter")
    expect(app.page.get_by_text("Nothing of $2.50 spent this month")).to_be_visible()
    keeping = app.page.get_by_role("switch", name=re.compile("Keep the exact text"))
    expect(keeping).to_be_checked()
    keeping.click()
    expect(keeping).not_to_be_checked()
    assert (told(chosen)["budget_cents"], told(chosen)["keep_sent"]) == (250, False)


def test_a_chat_stays_on_this_device(open_app: Open, chosen: Server) -> None:
    change(chosen, policy="when it helps", providers=[_CLOUD])
    app = open_app(address=chosen.address)
    app.page.get_by_role("button", name="This chat may ask the cloud when it helps").click()
    app.page.get_by_role("dialog").get_by_role("switch").click()  # before its first words
    app.page.get_by_role("dialog").get_by_role("button", name="Close").click()
    shut = app.page.get_by_role("button", name="This chat stays on this device")
    expect(shut).to_be_focused()
    app.ask("what is 15% of 84")
    app.page.wait_for_url("**/#/chat/*")
    id = app.page.url.rsplit("/", 1)[1]
    assert app.told(f"conversations/{id}")["stays"]
    app.page.reload()
    expect(app.answers).to_have_count(1)
    expect(shut).to_be_visible()
    shut.click()
    app.page.get_by_role("dialog").get_by_role("switch").click()
    expect(app.page.get_by_role("dialog").get_by_role("switch")).not_to_be_checked()
    assert not app.told(f"conversations/{id}")["stays"]
    app.page.keyboard.press("Escape")
    app.page.get_by_role("button", name="New chat").click()
    expect(app.page.get_by_role("button", name="This chat may ask the cloud when it helps")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "locale"), [(360, "ja-JP"), (1440, "en-GB")])
def test_axe_finds_nothing_and_nothing_is_cut(
    open_app: Open, chosen: Server, width: int, locale: str, scheme: str
) -> None:
    change(chosen, policy="ask me", never=["health"], providers=[_CLOUD, {**_CLOUD, "name": "Far"}])
    app = settings(open_app, chosen, width=width, locale=locale, scheme=scheme)
    found = Axe().run(app.page)
    assert found.violations_count == 0, found.generate_report()
    assert app.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert width > 360 or app.page.evaluate(SMALL) == []
    app.page.locator(".provider").last.get_by_role("button").nth(2).click()
    found = Axe().run(app.page)
    assert found.violations_count == 0, found.generate_report()
    assert width > 360 or app.page.evaluate(SMALL) == []
    app.page.keyboard.press("Escape")
    app.go("chat")
    app.page.locator(".box button").first.click()
    expect(app.page.get_by_role("dialog")).to_be_visible()
    found = Axe().run(app.page)
    assert found.violations_count == 0, found.generate_report()
