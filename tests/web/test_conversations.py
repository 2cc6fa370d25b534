"""Earlier conversations: found, opened, deleted."""

import re

from playwright.sync_api import expect

from .conftest import Open


def test_search_finds_what_was_said_in_any_turn(open_app: Open) -> None:
    app = open_app()
    app.ask("add marmalade to the shopping list")
    app.ask("what is 20% of 50")
    app.page.get_by_role("button", name="New chat").click()
    expect(app.answers).to_have_count(0)
    app.ask("what time is it")
    found = app.page.get_by_role("region", name="Conversations").get_by_role("link")
    expect(found.filter(has_text="marmalade")).to_have_count(1)  # others of this server may stand there too
    expect(found.filter(has_text="what time is it").first).to_be_visible()
    app.page.get_by_label("Search conversations").fill("20% of 50")
    expect(found).to_have_text([re.compile("marmalade")])
    found.click()
    expect(app.answers).to_have_count(2)
    app.page.get_by_label("Search conversations").fill("nobody ever said this")
    expect(app.page.get_by_text("No conversation has these words.")).to_be_visible()


def test_a_search_shows_why_and_goes_by_keys(open_app: Open) -> None:
    app = open_app()
    app.ask("what is 30% of 70")
    app.ask("add persimmons to the shopping list")
    app.page.get_by_role("button", name="New chat").click()
    expect(app.answers).to_have_count(0)
    box = app.page.get_by_label("Search conversations")
    box.fill("persimmons")
    found = app.page.get_by_role("region", name="Conversations").get_by_role("link")
    expect(found).to_have_text([re.compile(r"30% of 70.*add persimmons to the shopping list", re.DOTALL)])
    box.press("ArrowDown")
    expect(found).to_be_focused()
    found.press("ArrowUp")
    expect(box).to_be_focused()
    box.press("Enter")
    expect(app.answers).to_have_count(2)


def test_an_address_opens_its_conversation_again(open_app: Open) -> None:
    app = open_app()
    app.ask("what is 3 plus 4")
    app.page.wait_for_url("**/#/chat/*")
    app.page.reload()
    expect(app.answers).to_have_count(1)
    expect(app.last).to_contain_text("7")
    app.ask("what is 5 plus 4")
    assert len(app.told("conversations")[0]["title"]) > 0
    expect(app.answers).to_have_count(2)


def test_deletes_only_after_a_yes(open_app: Open) -> None:
    app = open_app()
    app.ask("what is 6 times 7")
    line = app.page.locator(".found li", has_text="6 times 7")
    line.hover()
    delete = line.get_by_role("button")
    delete.click()
    app.page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    expect(line).to_have_count(1)
    expect(delete).to_be_focused()
    delete.click()
    app.page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(line).to_have_count(0)
    expect(app.answers).to_have_count(0)


def test_on_a_phone_they_are_in_a_drawer(open_app: Open) -> None:
    app = open_app(width=360)
    app.ask("what is 8 times 8")
    app.page.get_by_role("button", name="New chat").click()
    opener = app.page.get_by_role("button", name="Open pages and conversations")
    opener.click()
    drawer = app.page.get_by_role("dialog", name="Pages and conversations")
    drawer.get_by_role("link", name="8 times 8").click()
    expect(drawer).to_have_count(0)
    expect(app.last).to_contain_text("64")
