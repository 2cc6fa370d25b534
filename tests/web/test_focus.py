"""By keyboard: where the focus is after what had it is gone."""

from playwright.sync_api import expect

from .conftest import Open


def test_after_a_row_is_removed_the_next_one_has_the_focus(open_app: Open) -> None:
    app = open_app(at="#/today")
    for item in ("rice", "salt", "tea"):
        app.act("lists.add", item=item, list="focus")
    app.page.reload()
    remove = app.page.get_by_role("button", name="Remove “salt”")
    remove.press("Enter")
    expect(remove).to_have_count(0)
    expect(app.page.get_by_role("checkbox", name="tea")).to_be_focused()
    last = app.page.get_by_role("button", name="Remove “tea”")
    last.press("Enter")
    expect(app.page.get_by_role("button", name="Remove “rice”")).to_be_focused()


def test_after_a_conversation_is_deleted_the_next_one_has_the_focus(open_app: Open) -> None:
    app = open_app()
    for text in ("what is 2 plus 2", "what is 3 plus 3"):
        app.page.get_by_role("button", name="New chat").first.click()
        app.ask(text)
    app.page.get_by_role("button", name="Delete “what is 3 plus 3”").first.press("Enter")
    app.page.get_by_role("dialog").get_by_role("button", name="Delete").press("Enter")
    expect(app.page.get_by_role("link", name="what is 2 plus 2").first).to_be_focused()
    expect(app.page.locator("#said p").last).to_have_text("The conversation is deleted.")


def test_a_button_of_a_thing_keeps_the_focus_while_it_works(open_app: Open) -> None:
    app = open_app(at="#/home")
    start = app.page.get_by_role("button", name="Robot Vacuum: Start")
    start.press("Enter")
    expect(app.page.locator('.page [data-thing="vacuum.robot"]')).to_contain_text("cleaning", timeout=15_000)
    expect(start).to_be_focused()
    # A switch says its new state itself; a button can't.
    expect(app.page.locator("#said p").last).to_contain_text("vacuum")
