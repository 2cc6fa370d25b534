"""A picture that is asked for in the chat."""

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .conftest import Open
from .test_looks import SMALL


def test_draws_in_the_chat_and_lets_it_be_saved(open_app: Open) -> None:
    app = open_app()
    assert (
        app.ask("draw a cat with sunglasses")
        == "Here is “a cat with sunglasses”, put together from open drawings."
    )
    picture = app.last.get_by_role("img", name="a cat with sunglasses")
    expect(picture).to_be_visible()
    assert picture.evaluate("async image => { await image.decode(); return image.naturalWidth; }") >= 64
    for name, kind in (("Save", "image/png"), ("Save as sticker", "image/webp")):
        link = app.last.get_by_role("link", name=name, exact=True)
        found = httpx.get(f"{app.origin}/{link.get_attribute('href')}", trust_env=False)
        assert found.headers["content-type"] == kind
    app.ask("another one")
    expect(app.page.get_by_role("img", name="a cat with sunglasses")).to_have_count(2)


def test_shows_the_picture_as_it_comes_into_view(open_app: Open) -> None:
    app = open_app()
    for _ in range(3):  # so that the one that is asked for has to wait for its turn
        httpx.post(f"{app.origin}/api/pictures", json={"prompt": "a dog", "variants": 4}, trust_env=False)
    app.say("draw a cat")
    expect(app.last.locator("progress")).to_have_attribute("aria-label", "Drawing…")
    app.page.get_by_role("button", name="Stop", exact=True).click()
    expect(app.last).to_have_attribute("aria-busy", "false")
    expect(app.last.locator("progress")).to_have_count(0)


def test_a_picture_that_was_deleted_is_told_of(open_app: Open) -> None:
    app = open_app(locale="ja-JP")
    app.ask("猫の絵を描いて")
    (picture, *_) = app.told("pictures?search=猫")
    httpx.delete(f"{app.origin}/api/pictures/{picture['id']}", trust_env=False)
    app.page.reload()
    expect(app.page.get_by_text("「猫」は削除されました。")).to_be_visible()
    app.complaints.clear()  # browsers tell of every picture that isn't there


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_nothing_is_cut_or_too_small(open_app: Open, scheme: str) -> None:
    app = open_app(width=360, scheme=scheme, locale="ja-JP")
    app.ask("踊るロボットのスタンプを作って")
    expect(app.last.get_by_role("img", name="踊るロボット")).to_be_visible()
    found = Axe().run(app.page)
    assert found.violations_count == 0, found.generate_report()
    assert app.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert app.page.evaluate(SMALL) == []
