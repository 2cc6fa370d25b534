"""Drawing from a sketch or a photo: lines by mouse and finger, files, what is sent of them."""

import base64
import io

import pytest
from PIL import Image
from playwright.sync_api import expect

from .app import App
from .conftest import Open
from .drawing import Ordered, drawn, photo, picture, stop, stroke, upload, whole, words


def ink(sketch: Image.Image) -> int:
    """How many pixels are dark."""
    return sum(sketch.convert("L").histogram()[:128])


def test_a_sketch_is_drawn_taken_back_and_sent(ordered: tuple[App, Ordered]) -> None:
    app, last = ordered
    assert "sketch" not in last()
    stroke(app, (0.2, 0.2), (0.8, 0.2))
    stroke(app, (0.2, 0.8), (0.8, 0.8))
    expect(app.page.get_by_role("img", name="Your sketch: 2 lines")).to_be_visible()
    app.page.get_by_role("slider", name="Follow the sketch").press("End")
    order = last()
    assert order["control"] == 2
    two = ink(picture(order["sketch"]))
    assert 2 * 0.5 * 512 * 8 < two < 2 * 0.7 * 512 * 14
    app.page.get_by_role("button", name="Take back the last line").click()
    assert ink(picture(last()["sketch"])) == pytest.approx(two / 2, rel=0.05)
    app.page.get_by_role("radio", name="Eraser").check()
    stroke(app, (0.5, 0.1), (0.5, 0.3))
    assert ink(picture(last()["sketch"])) < two / 2 - 100
    app.page.get_by_role("button", name="Take back the last line").focus()
    app.page.keyboard.press("Control+z")  # the eraser's
    assert ink(picture(last()["sketch"])) == pytest.approx(two / 2, rel=0.05)
    app.page.get_by_role("button", name="Clear the sketch").click()
    expect(app.page.get_by_role("img", name="Your sketch: empty")).to_be_visible()
    assert "sketch" not in last()
    app.page.get_by_role("button", name="Take back the last line").click()
    expect(app.page.get_by_role("img", name="Your sketch: one line")).to_be_visible()


def test_a_thicker_brush_leaves_more(ordered: tuple[App, Ordered]) -> None:
    app, last = ordered
    stroke(app, (0.2, 0.2), (0.8, 0.2))
    thin = ink(picture(last()["sketch"]))
    app.page.get_by_role("button", name="Clear the sketch").click()
    app.page.get_by_role("slider", name="Line").press("End")
    stroke(app, (0.2, 0.2), (0.8, 0.2))
    assert ink(picture(last()["sketch"])) > 2 * thin


def test_who_does_not_draw_loads_a_sketch(ordered: tuple[App, Ordered]) -> None:
    app, last = ordered
    lines = Image.new("L", (300, 300), "white")
    lines.paste(0, (100, 100, 200, 200))
    file = io.BytesIO()
    lines.save(file, "PNG")
    app.page.get_by_label("Load a sketch").set_input_files(upload("lines.png", file.getvalue()))
    expect(app.page.get_by_role("img", name="Your sketch: one line")).to_be_visible()
    assert ink(picture(last()["sketch"])) == pytest.approx((512 / 3) ** 2, rel=0.03)


def test_a_finger_draws_on_the_sheet_and_does_not_scroll(open_app: Open) -> None:
    app = open_app(width=360, at="#/draw")
    sheet = app.page.locator("canvas")
    sheet.scroll_into_view_if_needed()
    box = sheet.bounding_box()
    assert box
    scrolled = app.page.locator(".page").evaluate("each => each.scrollTop")
    session = app.page.context.new_cdp_session(app.page)
    for kind, share in (("touchStart", 0.2), ("touchMove", 0.3), ("touchMove", 0.45), ("touchEnd", None)):
        points = [] if share is None else [{"x": box["x"] + 100, "y": box["y"] + share * box["height"]}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    expect(app.page.get_by_role("img", name="Your sketch: one line")).to_be_visible()
    assert app.page.locator(".page").evaluate("each => each.scrollTop") == scrolled
    still = app.page.evaluate(
        "[...document.querySelectorAll('*')].filter((each) => getComputedStyle(each).touchAction === 'none')"
        ".map((each) => each.localName)"
    )
    assert still == ["canvas"]


def test_a_photo_is_made_small_and_says_nothing_of_its_camera(ordered: tuple[App, Ordered]) -> None:
    app, last = ordered
    app.page.get_by_label("Choose a photo").set_input_files(upload("holiday.jpg", photo()))
    expect(app.page.get_by_role("img", name="The picture to start from")).to_be_visible()
    app.page.get_by_role("slider", name="Distance from it").press("Home")
    order = last()
    assert order["strength"] == 0
    start = picture(order["start"])
    assert start.size == (512, 512)
    assert not start.getexif()
    assert b"Camera of Ann" not in base64.b64decode(order["start"].split(",")[1])
    app.page.get_by_role("button", name="Remove the photo").click()
    assert "start" not in last()


def test_composing_goes_by_words_alone(ordered: tuple[App, Ordered]) -> None:
    app, last = ordered
    stroke(app, (0.2, 0.2), (0.8, 0.2))
    app.page.get_by_label("Choose a photo").set_input_files(upload("sea.jpg", photo()))
    expect(app.page.get_by_role("img", name="The picture to start from")).to_be_visible()
    app.page.get_by_role("radio", name="Composed from artwork").check()
    expect(app.page.locator("canvas")).to_have_count(0)
    words(app).fill("a frog with a crown")
    words(app).press("Enter")
    expect(whole(app)).to_have_count(4, timeout=120_000)
    row = app.told("pictures")[0]
    assert (row["mode"], row["has_start"], row["has_sketch"]) == ("composed", False, False)
    app.page.get_by_role("button", name="Let the model draw").click()
    order = last()
    assert order["mode"] == "model"
    assert {"start", "sketch"} <= set(order)


@pytest.mark.parametrize("way", ["drop", "paste"])
def test_a_photo_can_be_dropped_or_pasted(ordered: tuple[App, Ordered], way: str) -> None:
    app, last = ordered
    data = base64.b64encode(photo((320, 320))).decode()
    app.page.evaluate(
        """([way, data]) => {
          const bytes = Uint8Array.from(atob(data), (each) => each.charCodeAt(0));
          const transfer = new DataTransfer();
          transfer.items.add(new File([bytes], "sea.jpg", { type: "image/jpeg" }));
          const event = way === "drop"
            ? new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true })
            : new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true });
          document.querySelector(way === "drop" ? ".drop" : "#draw-words").dispatchEvent(event);
        }""",
        [way, data],
    )
    expect(app.page.get_by_role("img", name="The picture to start from")).to_be_visible()
    assert picture(last()["start"]).size == (320, 320)


def test_what_is_no_picture_is_said(open_app: Open) -> None:
    app = open_app(at="#/draw")
    app.page.get_by_label("Choose a photo").set_input_files(upload("letter.jpg", b"Dear Ann"))
    expect(
        app.page.locator(".notices").get_by_text("“letter.jpg” can't be opened as a picture")
    ).to_be_visible()
    expect(app.page.get_by_role("button", name="Remove the photo")).to_have_count(0)


def test_four_more_like_one_begin_from_it(open_app: Open) -> None:
    app = open_app(at="#/draw")
    (first,) = drawn(app, "a green frog")
    app.page.goto(f"{app.origin}/#/draw/{first['id']}")
    app.page.get_by_role("dialog").get_by_role("button", name="Vary").click()
    expect(whole(app)).to_have_count(4, timeout=120_000)
    four = [row for row in app.told("pictures") if row["parent"] == first["id"]]
    assert len(four) == 4
    whole(app).first.click()
    app.page.get_by_role("button", name="Start from it").click()
    expect(app.page.get_by_role("img", name="The picture to start from")).to_be_visible()
    with app.page.expect_request(lambda request: request.url.endswith("/api/pictures")) as asked:
        words(app).fill("a blue frog")
        words(app).press("Enter")
    assert asked.value.post_data_json["parent"] == four[-1]["id"]
    stop(app)
