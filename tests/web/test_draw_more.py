"""Beside words the drawing page has: how many, how closely, larger, stickers of what has a ground."""

import io

import httpx
import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import expect

from kippu.engines.pictures import files

from .app import App
from .conftest import Open
from .drawing import Ordered, drawn, whole
from .test_looks import SMALL


def test_how_many_is_sent_and_remembered(ordered: tuple[App, Ordered]) -> None:
    app, last = ordered
    expect(app.page.get_by_text("Four pictures will appear here")).to_be_visible()
    app.page.get_by_role("radiogroup", name="How many").get_by_role("radio", name="2").check()
    expect(app.page.get_by_text("Two pictures will appear here")).to_be_visible()
    assert last()["variants"] == 2
    app.page.reload()
    expect(app.page.locator('input[name="count"][value="2"]')).to_be_checked()


def test_how_closely_is_set_by_keyboard_sent_and_taken_back(ordered: tuple[App, Ordered]) -> None:
    app, last = ordered
    closely = app.page.get_by_role("slider", name="Keep to the words")
    assert "guidance" not in last(), "the painter knows best"
    closely.focus()
    for _ in range(3):
        app.page.keyboard.press("ArrowRight")
    expect(closely).to_have_value("2.3")
    assert last()["guidance"] == 2.3
    app.page.keyboard.press("Tab")
    closely.focus()
    app.page.keyboard.press("End")
    expect(closely).to_have_attribute("aria-valuetext", "100% (0% freely, 100% strictly)")
    assert last()["guidance"] == 4
    app.page.get_by_role("radio", name="Composed from artwork").check()
    expect(closely).to_have_count(0)
    assert "guidance" not in last()


def test_how_closely_is_kept_with_the_picture_and_set_again(open_app: Open) -> None:
    app = open_app(at="#/draw")
    order = {"prompt": "a red star", "steps": 2, "seed": 8, "guidance": 3.5}
    api = httpx.Client(base_url=app.origin, trust_env=False, timeout=120)
    job = api.post("/api/pictures", json=order).json()["job"]
    api.get(f"/api/pictures/jobs/{job}")
    row = app.told("pictures")[0]
    app.page.goto(f"{app.origin}/#/draw/{row['id']}")
    shown = app.page.get_by_role("dialog", name="a red star")
    expect(shown.get_by_text("3.5", exact=True)).to_be_visible()
    shown.get_by_role("button", name="Draw again").click()
    expect(whole(app)).to_have_count(1, timeout=60_000)
    expect(app.page.get_by_role("slider", name="Keep to the words")).to_have_value("3.5")
    assert app.told("pictures")[0]["guidance"] == 3.5


def test_a_picture_is_made_larger_by_keyboard(open_app: Open) -> None:
    app = open_app(at="#/draw")
    (small,) = drawn(app, "a blue bird")
    app.page.goto(f"{app.origin}/#/draw/{small['id']}")
    button = app.page.get_by_role("dialog").get_by_role("button", name="Larger")
    button.focus()
    app.page.keyboard.press("Enter")
    expect(app.page.get_by_role("dialog")).to_have_count(0)
    expect(whole(app)).to_have_count(1, timeout=60_000)
    large = app.told("pictures")[0]
    assert (large["parent"], large["width"], large["seed"]) == (
        small["id"],
        4 * small["width"],
        small["seed"],
    )
    # It is picked; what is large already can't be made larger.
    expect(app.page.get_by_role("link", name="Save sticker")).to_be_visible()
    expect(app.page.get_by_role("button", name="Larger")).to_have_count(0)
    with app.page.expect_download() as download:
        app.page.get_by_role("link", name="Save", exact=True).click()
    file = Image.open(download.value.path())
    assert file.size == (1024, 1024) and "times larger from" in file.text["Larger"]
    app.page.goto(f"{app.origin}/#/draw/{large['id']}")
    facts = app.page.get_by_role("dialog")
    expect(facts.get_by_text("1024 × 1024 pixels, made 4 times larger")).to_be_visible()
    expect(facts.get_by_text("the same picture, smaller")).to_be_visible()


def painted_over(app: App, uneven: bool) -> str:
    """The id of a photo in a part of which something was drawn."""
    start = np.full((128, 128, 4), 255, np.uint8)
    if uneven:
        start[..., 0] = np.linspace(0, 255, 128).astype(np.uint8)
    mask = np.zeros((128, 128), bool)
    mask[40:90, 40:90] = True
    order = {
        "prompt": "a crown", "mode": "composed", "start": files.data_url(files.png(start)), "seed": 4,
        "mask": files.data_url(files.clear_where(mask)), "strength": 1,
    }  # fmt: skip
    api = httpx.Client(base_url=app.origin, trust_env=False, timeout=120)
    api.get(f"/api/pictures/jobs/{api.post('/api/pictures', json=order).json()['job']}")
    return str(app.told("pictures")[0]["id"])


def test_a_ground_is_cut_out_of_a_sticker_or_kept_when_that_is_wanted(open_app: Open) -> None:
    app = open_app(at="#/draw")
    app.page.goto(f"{app.origin}/#/draw/{painted_over(app, uneven=False)}")
    with app.page.expect_download() as download:
        app.page.get_by_role("dialog").get_by_role("link", name="Save sticker").click()
    assert download.value.suggested_filename == "kippu-a-crown-4.webp"
    file = Image.open(download.value.path())
    assert file.size == (512, 512) and file.convert("RGBA").getpixel((5, 5))[3] == 0
    app.page.keyboard.press("Escape")
    app.page.goto(f"{app.origin}/#/draw/{painted_over(app, uneven=True)}")
    shown = app.page.get_by_role("dialog")
    shown.get_by_role("link", name="Save sticker").click()
    expect(shown.get_by_role("alert")).to_contain_text("not of one colour, so it can't be cut out")
    with app.page.expect_download() as download:
        shown.get_by_role("button", name="Save with its ground").press("Enter")
    assert Image.open(io.BytesIO(download.value.path().read_bytes())).size == (512, 512)
    expect(shown.get_by_role("alert")).to_have_count(0)
    app.complaints.clear()  # the browser's own words about a refusal


@pytest.mark.parametrize(("width", "locale", "scheme"), [(360, "ja-JP", "dark"), (1440, "en-GB", "light")])
def test_axe_finds_nothing_and_nothing_is_cut(open_app: Open, width: int, locale: str, scheme: str) -> None:
    app = open_app(width=width, scheme=scheme, locale=locale, at="#/draw")
    (row,) = drawn(app, "a blue bird")
    expect(app.page.locator(".guided input")).to_be_visible()
    for at in ("", f"/{row['id']}"):
        app.page.goto(f"{app.origin}/#/draw{at}")
        expect(app.page.get_by_role("dialog")).to_have_count(1 if at else 0)
        found = Axe().run(app.page)
        assert found.violations_count == 0, found.generate_report()
        assert app.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert width > 360 or app.page.evaluate(SMALL) == []
