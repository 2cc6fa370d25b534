"""Painting over what of a picture may change: by mouse, finger and keys, what is sent, what comes of it."""

import io

import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Locator, expect

from .app import App
from .conftest import Open
from .drawing import Ordered, drawn, photo, picture, stroke, upload, whole, words
from .test_looks import SMALL

MASK = "#mask"


def part(app: App, photo_of: tuple[int, int] = (1600, 1200)) -> Locator:
    """Chooses a photo and that a part of it may change; gives the sheet to paint on."""
    app.page.locator('.drop input[type="file"]').set_input_files(upload("sea.jpg", photo(photo_of)))
    app.page.locator('input[name="region"][value="part"]').check()
    return app.page.locator(MASK)


def changes(mask: str) -> float:
    """The share of a mask that is fully transparent."""
    return float((np.asarray(picture(mask).convert("RGBA"))[..., 3] == 0).mean())


def pixels(app: App, address: str) -> np.ndarray:
    """A picture of the server's."""
    file = app.page.request.get(f"{app.origin}{address}").body()
    return np.asarray(Image.open(io.BytesIO(file)).convert("RGBA")).astype(int)


def test_what_is_painted_over_is_sent_and_taken_back(ordered: tuple[App, Ordered]) -> None:
    app, last = ordered
    sheet = part(app)
    expect(sheet).to_have_accessible_name("The picture; nothing is painted over yet")
    stroke(app, (0.25, 0.5), (0.75, 0.5), on=MASK)
    order = last()
    assert order["strength"] == 1
    assert picture(order["mask"]).size == picture(order["start"]).size == (512, 512)
    line = changes(order["mask"])
    assert line == pytest.approx((0.5 + np.pi / 4 / 8) / 8, rel=0.05)  # an eighth wide, round at its ends
    expect(sheet).to_have_accessible_name(f"The picture; {round(line * 100)}% of it may change")
    app.page.get_by_role("radio", name="Eraser for the brush").check()
    stroke(app, (0.25, 0.5), (0.5, 0.5), on=MASK)
    assert changes(last()["mask"]) < 0.7 * line
    app.page.get_by_role("button", name="Take back the last dab").click()
    assert changes(last()["mask"]) == pytest.approx(line)
    app.page.get_by_role("slider", name="Brush width").press("End")
    app.page.get_by_role("radio", name="Brush", exact=True).check()
    stroke(app, (0.25, 0.5), (0.75, 0.5), on=MASK)
    assert changes(last()["mask"]) > 2 * line
    app.page.get_by_role("button", name="Clear what is painted over").click()
    expect(sheet).to_have_accessible_name("The picture; nothing is painted over yet")
    app.page.locator('input[name="region"][value="all"]').check()
    order = last()
    assert "mask" not in order and order["strength"] == 0.6


def test_a_part_that_is_not_painted_is_asked_for(open_app: Open) -> None:
    app = open_app(at="#/draw")
    sheet = part(app)
    words(app).fill("a crown")
    words(app).press("Enter")
    expect(
        app.page.locator(".notices").get_by_text("Nothing is painted over yet. Paint over what may change")
    ).to_be_visible()
    expect(sheet).to_be_focused()
    expect(app.page.get_by_role("progressbar")).to_have_count(0)


def test_a_keyboard_paints_too(ordered: tuple[App, Ordered]) -> None:
    app, last = ordered
    sheet = part(app)
    sheet.focus()
    app.page.keyboard.press("ArrowLeft")
    expect(app.page.locator("#said")).to_contain_text("44% from the left, 50% from the top")
    app.page.keyboard.press("Space")
    expect(app.page.locator("#said")).to_contain_text("The picture; 1% of it may change")
    dab = changes(last()["mask"])
    assert dab == pytest.approx(np.pi / 4 / 64, rel=0.05)
    sheet.focus()
    for _ in range(4):
        app.page.keyboard.press("Shift+ArrowDown")
    order = last()
    assert changes(order["mask"]) == pytest.approx(dab + 0.25 / 8, rel=0.05)
    sheet.focus()
    app.page.keyboard.press("Control+z")
    assert changes(last()["mask"]) < changes(order["mask"])


def test_a_finger_paints_and_does_not_scroll(open_app: Open) -> None:
    app = open_app(width=360, at="#/draw")
    sheet = part(app)
    sheet.scroll_into_view_if_needed()
    box = sheet.bounding_box()
    assert box
    scrolled = app.page.locator(".page").evaluate("each => each.scrollTop")
    session = app.page.context.new_cdp_session(app.page)
    for kind, share in (("touchStart", 0.2), ("touchMove", 0.3), ("touchMove", 0.45), ("touchEnd", None)):
        points = [] if share is None else [{"x": box["x"] + 100, "y": box["y"] + share * box["height"]}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    expect(sheet).not_to_have_accessible_name("The picture; nothing is painted over yet")
    assert app.page.locator(".page").evaluate("each => each.scrollTop") == scrolled


@pytest.mark.parametrize("mode", ["model", "composed"])
def test_only_what_is_painted_over_changes(open_app: Open, mode: str) -> None:
    app = open_app(at="#/draw")
    app.page.locator(f'input[name="mode"][value="{mode}"]').check()
    part(app, (512, 512))
    stroke(app, (0.3, 0.2), (0.7, 0.2), on=MASK)
    words(app).fill("a crown")
    words(app).press("Enter")
    expect(whole(app)).to_have_count(4, timeout=120_000)
    row = app.told("pictures")[0]
    assert (row["mode"], row["has_start"], row["strength"]) == (mode, True, 1)
    at = f"/api/pictures/{row['id']}"
    hole = pixels(app, f"{at}/mask.png")[..., 3] == 0
    away = np.abs(pixels(app, row["image"]) - pixels(app, f"{at}/start.png")).max(-1)
    assert 0.03 < hole.mean() < 0.1
    assert away[~hole].max() == 0 and away[hole].mean() > 20


def test_an_earlier_picture_is_painted_over_and_set_again(open_app: Open) -> None:
    app = open_app(at="#/draw")
    (first,) = drawn(app, "a green frog")
    app.page.goto(f"{app.origin}/#/draw/{first['id']}")
    app.page.get_by_role("dialog").get_by_role("button", name="Start from it").click()
    app.page.locator('input[name="region"][value="part"]').check()
    stroke(app, (0.3, 0.2), (0.7, 0.2), on=MASK)
    with app.page.expect_request(lambda request: request.url.endswith("/api/pictures")) as asked:
        words(app).fill("a hat")
        words(app).press("Enter")
    order = asked.value.post_data_json
    assert order["parent"] == first["id"] and picture(order["mask"]).size == (first["width"],) * 2
    expect(whole(app)).to_have_count(4, timeout=120_000)
    app.page.reload()
    app.page.goto(f"{app.origin}/#/draw/{app.told('pictures')[0]['id']}")
    app.page.get_by_role("dialog").get_by_role("button", name="Draw again").click()
    expect(app.page.locator('input[name="region"][value="part"]')).to_be_checked()
    share = round(changes(order["mask"]) * 100)
    expect(app.page.locator(MASK)).to_have_accessible_name(f"The picture; {share}% of it may change")
    expect(whole(app)).to_have_count(1, timeout=60_000)
    again, before = app.told("pictures")[:2]
    assert (pixels(app, again["image"]) == pixels(app, before["image"])).all()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "locale"), [(360, "ja-JP"), (1440, "en-GB")])
def test_axe_finds_nothing_and_nothing_is_cut(open_app: Open, width: int, locale: str, scheme: str) -> None:
    app = open_app(width=width, scheme=scheme, locale=locale, at="#/draw")
    part(app)
    stroke(app, (0.3, 0.3), (0.6, 0.4), on=MASK)
    found = Axe().run(app.page)
    assert found.violations_count == 0, found.generate_report()
    assert app.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert width > 360 or app.page.evaluate(SMALL) == []
