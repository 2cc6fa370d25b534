"""How it looks and reads: both themes, both languages, small and large, by keyboard, by screen reader."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .conftest import Open

PAGES = ("chat", "home", "today", "draw", "models", "ledger", "settings")
SMALL = """[...document.querySelectorAll('button, a, input, select, summary, textarea')]
  .filter((each) => each.checkVisibility() && !each.closest('.unseen') && !each.matches('.unseen'))
  .map((each) => [each.outerHTML.slice(0, 120), (each.closest('label') ?? each).getBoundingClientRect()])
  .filter(([, box]) => Math.round(box.width) < 44 || Math.round(box.height) < 44)
  .map(([html, box]) => `${html} ${box.width} ${box.height}`)"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "locale"), [(360, "ja-JP"), (1440, "en-GB")])
def test_axe_finds_nothing_and_nothing_is_cut(open_app: Open, width: int, locale: str, scheme: str) -> None:
    app = open_app(width=width, scheme=scheme, locale=locale)
    app.ask("キッチンの電気をつけて" if locale == "ja-JP" else "turn on the kitchen light")
    app.last.locator("summary").click()
    for page in PAGES:
        app.go(page)
        expect(app.page.locator("main [aria-busy=true]")).to_have_count(0)
        found = Axe().run(app.page)
        assert found.violations_count == 0, f"{page}: {found.generate_report()}"
        assert app.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page
        assert width > 360 or app.page.evaluate(SMALL) == [], page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_dialogs_and_drawer(open_app: Open, scheme: str) -> None:
    app = open_app(scheme=scheme)
    app.page.get_by_role("button", name="Show keys").click()
    expect(app.page.get_by_role("dialog", name="Keys")).to_be_visible()
    assert Axe().run(app.page).violations_count == 0
    phone = open_app(width=360, scheme=scheme)
    phone.page.get_by_role("button", name="Open pages and conversations").click()
    found = Axe().run(phone.page)
    assert found.violations_count == 0, found.generate_report()


def test_the_theme_follows_the_system_until_one_is_chosen(open_app: Open) -> None:
    app = open_app(scheme="dark", at="#/settings")
    paper = "getComputedStyle(document.body).backgroundColor"
    dark = app.page.evaluate(paper)
    app.page.get_by_role("radio", name="Light").check()
    light = app.page.evaluate(paper)
    assert light != dark
    app.page.reload()
    app.ready()
    assert app.page.evaluate(paper) == light
    app.page.get_by_role("radiogroup", name="Appearance").get_by_role("radio", name="Automatic").check()
    assert app.page.evaluate(paper) == dark


def test_speaks_japanese_where_the_browser_does(open_app: Open) -> None:
    app = open_app(locale="ja-JP")
    assert app.page.evaluate("document.documentElement.lang") == "ja"
    expect(app.page.get_by_role("link", name="設定")).to_be_visible()
    expect(app.page.get_by_text("何をしましょうか？")).to_be_visible()
    for page in PAGES:
        app.go(page)
        shown = app.page.locator(".frame nav").first.inner_text() + app.page.locator("h1").inner_text()
        assert re.search(r"[ぁ-んァ-ン一-龠]", shown)
        assert not re.search(r"Chat|Home|Today|Draw|Models|Privacy|Settings", shown)


def test_the_language_can_be_chosen(open_app: Open) -> None:
    app = open_app(at="#/settings")
    app.page.get_by_role("radio", name="日本語").check()
    expect(app.page.get_by_role("heading", name="設定")).to_be_visible()
    app.page.reload()
    expect(app.page.get_by_role("heading", name="設定")).to_be_visible()
    assert app.page.evaluate("document.documentElement.lang") == "ja"


def test_by_keyboard_alone(open_app: Open) -> None:
    app = open_app(at="#/today")
    press = app.page.keyboard.press
    app.page.evaluate("document.activeElement.blur()")
    press("Tab")
    expect(app.page.get_by_text("Skip to the content")).to_be_focused()
    press("Enter")
    expect(app.page.locator("main")).to_be_focused()
    press("Alt+2")
    expect(app.page.get_by_role("heading", name="Home", level=1)).to_be_visible()
    press("?")
    expect(app.page.get_by_role("dialog", name="Keys")).to_be_visible()
    press("Escape")
    expect(app.page.get_by_role("dialog")).to_have_count(0)
    press("/")
    expect(app.box).to_be_focused()
    app.page.keyboard.type("what is 15% of 84")
    press("Enter")
    expect(app.last).to_contain_text("12.6")
    expect(app.box).to_be_focused()
    press("Alt+K")
    expect(app.page.get_by_label("Search conversations")).to_be_focused()
    press("Alt+N")
    expect(app.answers).to_have_count(0)
    expect(app.box).to_be_focused()


def test_focus_comes_back_after_a_dialog(open_app: Open) -> None:
    app = open_app()
    opener = app.page.get_by_role("button", name="Show keys")
    opener.focus()
    app.page.keyboard.press("Enter")
    app.page.get_by_role("dialog").get_by_role("button", name="Close").press("Enter")
    expect(opener).to_be_focused()


def test_stands_still_for_those_who_want_it(open_app: Open) -> None:
    app = open_app(reduced_motion="reduce")
    moving = app.page.evaluate(
        "document.getAnimations().filter((each) => each.effect.getTiming().duration > 1).length"
    )
    assert moving == 0
