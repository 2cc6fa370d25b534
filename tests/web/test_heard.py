"""What a screen reader is told: a name for all that takes the focus, and whose."""

import re
from collections import Counter
from typing import Any

from playwright.sync_api import expect

from .app import App
from .conftest import Open
from .test_looks import PAGES

_OPERATED = set("button checkbox combobox link radio searchbox slider spinbutton switch textbox".split())


def controls(app: App) -> list[dict[str, Any]]:
    """All that can be operated, as Chromium hands it to a screen reader: {role, name, within}.

    `within` is the name of the nearest group around it, "" where there is none.
    """
    session = app.page.context.new_cdp_session(app.page)
    nodes = {each["nodeId"]: each for each in session.send("Accessibility.getFullAXTree")["nodes"]}

    def told(node: dict[str, Any], what: str) -> str:
        return str(node.get(what, {}).get("value", ""))

    def around(node: dict[str, Any]) -> str:
        while above := nodes.get(node.get("parentId", "")):
            if told(above, "role") == "group" and told(above, "name"):
                return told(above, "name")
            node = above
        return ""

    return [
        {"role": told(each, "role"), "name": told(each, "name"), "within": around(each)}
        for each in nodes.values()
        if not each["ignored"] and told(each, "role") in _OPERATED
    ]


def test_all_that_can_be_operated_has_a_name(open_app: Open) -> None:
    app = open_app()
    for page in PAGES:
        app.go(page)
        expect(app.page.locator("main [aria-busy=true]")).to_have_count(0)
        found = controls(app)
        assert len(found) > 10
        assert [each for each in found if not each["name"].strip()] == [], page


def test_a_slider_says_what_it_sets_and_of_what(open_app: Open) -> None:
    app = open_app(at="#/home")
    expect(app.page.locator("[data-thing]").first).to_be_visible()
    sliders = [each for each in controls(app) if each["role"] == "slider"]
    assert {"role": "slider", "name": "Brightness", "within": "Bedroom Light"} in sliders
    assert [
        name for name, times in Counter((s["name"], s["within"]) for s in sliders).items() if times > 1
    ] == []


def test_things_of_one_name_stand_in_groups_of_their_rooms(open_app: Open) -> None:
    app = open_app()
    expect(app.page.locator("[data-thing]").first).to_be_visible()
    lights = [
        each["within"]
        for each in controls(app)
        if each["role"] == "switch" and each["name"].startswith("Light")
    ]
    assert {"Kitchen", "Living Room", "Bedroom"} <= set(lights)
    assert len(set(lights)) == len(lights)


def test_japanese_on_an_english_page_is_marked(open_app: Open) -> None:
    app = open_app()
    app.ask("キッチンの電気を消して")
    said = app.page.locator("#said p").last
    expect(said).to_have_attribute("lang", "ja")
    for marked in (".slip", ".text"):
        expect(app.page.locator(f".turn {marked}").last).to_have_attribute("lang", "ja")
    app.ask("turn off the kitchen light")
    expect(said).to_have_attribute("lang", "en")
    expect(app.last.locator(".text")).to_have_attribute("lang", "en")


def test_english_on_a_japanese_page_is_marked(open_app: Open) -> None:
    app = open_app(locale="ja-JP")
    app.ask("turn off the kitchen light")
    expect(app.page.locator("#said p").last).to_have_attribute("lang", "en")
    app.ask("キッチンの電気を消して")
    expect(app.page.locator("#said p").last).to_have_attribute("lang", "ja")


def test_a_dialog_says_what_it_asks_with_the_button_that_has_the_focus(open_app: Open) -> None:
    app = open_app(at="#/home")
    app.act("home.lock", name="Front Door")
    app.page.get_by_role("switch", name="Front Door").press("Enter")
    cancel = app.page.get_by_role("dialog").get_by_role("button", name="Cancel")
    expect(cancel).to_be_focused()
    expect(cancel).to_have_accessible_description("Unlock Front Door?")


def test_the_dots_between_facts_are_not_read_out(open_app: Open) -> None:
    app = open_app()
    app.act("home.set_light", name="Desk Lamp", brightness=60)
    lamp = app.page.locator('[data-thing="light.desk_lamp"]')
    expect(lamp).to_contain_text("on · 60%")
    expect(lamp.get_by_role("switch")).to_have_accessible_name("Desk Lamp on 60%")


def test_a_policy_goes_by_its_name_and_is_described_once(open_app: Open) -> None:
    app = open_app(at="#/settings")
    asks = app.page.get_by_role("radio", name="Ask me")
    expect(asks).to_have_accessible_name("Ask me")
    expect(asks).to_have_accessible_description(re.compile("^Each time, you see exactly"))
