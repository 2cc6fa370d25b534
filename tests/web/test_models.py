"""The models page: the ladder, and a fetch only on a yes that saw size, licence and maker."""

from playwright.sync_api import expect

from .conftest import Open


def test_the_model_in_use_stands_on_its_rung(open_app: Open) -> None:
    app = open_app(at="#/models")
    pocket = app.page.locator(".rung", has=app.page.get_by_role("heading", name="Pocket"))
    card = pocket.locator(".model").first
    expect(card.get_by_role("heading")).to_have_text("SmolLM2 135M Instruct")
    expect(card).to_contain_text("In use")
    expect(card).to_contain_text("Apache-2.0")
    expect(app.page.get_by_text("Not connected. Everything stays on this device.")).to_be_visible()


def test_nothing_is_fetched_without_a_yes(open_app: Open) -> None:
    app = open_app(at="#/models")
    app.page.get_by_role("button", name="Get ").first.click()
    asking = app.page.get_by_role("dialog")
    for fact in ("Size", "Maker", "Licence", "From"):
        expect(asking.get_by_text(fact, exact=True)).to_be_visible()
    asking.get_by_role("button", name="Cancel").click()
    assert [model["id"] for model in app.told("models")["models"] if model["progress"]] == []


def test_privacy_says_that_nothing_left(open_app: Open) -> None:
    app = open_app(at="#/ledger")
    expect(app.page.get_by_role("heading", name="Nothing you said has left this device.")).to_be_visible()
