"""Drawing from words: pictures are seen to come, picked, kept, found again and made again."""

import io
import time
from pathlib import Path
from typing import Any

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Route, expect

from .app import App
from .conftest import Open
from .drawing import WORDS, Ordered, drawn, photo, picture, slowly, stop, stroke, upload, whole, words
from .test_looks import SMALL


def test_four_pictures_come_into_view_and_one_is_saved(open_app: Open, tmp_path: Path) -> None:
    app = open_app(at="#/draw")
    expect(app.page.get_by_role("button", name="Draw")).to_be_disabled()
    slowly(app)
    words(app).fill(WORDS)
    app.page.get_by_role("button", name="Draw").click()
    preview = app.page.locator(".coming img").first
    expect(preview).to_be_visible(timeout=60_000)
    assert picture(preview.get_attribute("src") or "").size[0] >= 32
    expect(whole(app)).to_have_count(4, timeout=120_000)
    expect(app.page.get_by_text("Pick one to save it")).to_be_visible()
    whole(app).nth(1).click()
    expect(whole(app).nth(1)).to_have_attribute("aria-pressed", "true")
    row = app.told("pictures")[2]  # newest first
    for button, name, kind, side in (
        ("Save", f"kippu-a-cat-with-sunglasses-{row['seed']}.png", "PNG", row["width"]),
        ("Save sticker", f"kippu-a-cat-with-sunglasses-{row['seed']}.webp", "WEBP", 512),
    ):
        with app.page.expect_download() as download:
            app.page.get_by_role("link", name=button, exact=True).click()
        assert download.value.suggested_filename == name
        download.value.save_as(tmp_path / name)
        file = Image.open(tmp_path / name)
        assert (file.format, file.size) == (kind, (side, side))
        assert file.convert("RGBA").getextrema()[3][0] == 0  # its ground is clear


def test_the_same_words_and_seed_give_the_same_picture(open_app: Open) -> None:
    app = open_app(at="#/draw")
    (first,) = drawn(app, "a happy sun")
    app.page.goto(f"{app.origin}/#/draw/{first['id']}")
    shown = app.page.get_by_role("dialog", name="a happy sun")
    expect(shown.get_by_text("7", exact=True)).to_be_visible()
    shown.get_by_role("button", name="Draw again").click()
    expect(app.page.get_by_role("dialog")).to_have_count(0)
    expect(whole(app)).to_have_count(1, timeout=60_000)
    again = app.told("pictures")[0]
    assert again["id"] != first["id"]
    pixels = [
        Image.open(io.BytesIO(app.page.request.get(f"{app.origin}{row['image']}").body())).tobytes()
        for row in (first, again)
    ]
    assert pixels[0] == pixels[1]
    # It is picked, and all is set so that a changed word is the only change.
    expect(whole(app)).to_have_attribute("aria-pressed", "true")
    expect(words(app)).to_have_value("a happy sun")
    expect(app.page.get_by_label("Seed, a number")).to_have_value("7")
    expect(app.page.get_by_role("radio", name="Keep this one")).to_be_checked()


def test_what_nobody_drew_is_told_beside_what_stands_in_for_it(open_app: Open) -> None:
    app = open_app(at="#/draw")
    words(app).fill("a raccoon with a hat")
    words(app).press("Enter")
    expect(app.page.get_by_text("There is no drawing of “raccoon”")).to_be_visible(timeout=120_000)
    slowly(app)
    words(app).fill(WORDS)
    words(app).press("Enter")
    expect(app.page.get_by_text("There is no drawing of")).to_have_count(0)
    stop(app)


def test_a_seed_that_is_kept_is_sent_and_others_change(ordered: tuple[App, Ordered]) -> None:
    app, last = ordered
    seeds = {last()["seed"], last()["seed"]}
    assert len(seeds) == 2
    app.page.get_by_label("Seed, a number").fill("123")
    assert [last()["seed"], last()["seed"]] == [123, 123]
    app.page.get_by_role("radio", name="Surprise me").check()
    assert last()["seed"] != 123


def test_style_is_sent_and_remembered(ordered: tuple[App, Ordered]) -> None:
    app, last = ordered
    style = app.told("pictures/painters")[0]["styles"][-1]
    app.page.locator(f'input[name="style"][value="{style}"]').check()
    order = last()
    assert (order["style"], order["variants"]) == (style, 4)
    app.page.reload()
    expect(app.page.locator(f'input[name="style"][value="{style}"]')).to_be_checked()


@pytest.mark.parametrize("way", ["button", "Escape"])
def test_stops_at_once_and_keeps_what_is_whole(open_app: Open, way: str) -> None:
    app = open_app(at="#/draw")
    before = len(app.told("pictures"))
    slowly(app)
    words(app).fill(WORDS)
    words(app).press("Enter")
    expect(whole(app)).to_have_count(1, timeout=60_000)
    if way == "button":
        app.page.get_by_role("button", name="Stop").click()
    else:
        app.page.keyboard.press("Escape")
    expect(app.page.get_by_text("Stopped. What was whole is kept.")).to_be_visible()
    expect(app.page.get_by_role("progressbar")).to_have_count(0)
    expect(app.page.get_by_role("button", name="Stop")).to_have_count(0)
    # Nothing goes on behind it: another picture is drawn now, and it is the next in the gallery.
    (other,) = drawn(app, "a tree")
    rows = app.told("pictures")
    assert rows[0]["id"] == other["id"]
    assert len(rows) - before in {2, 3, 4}  # others may have become whole while the click was under way
    expect(whole(app).first).to_be_enabled()


def test_a_screen_reader_hears_how_far_it_is(open_app: Open) -> None:
    app = open_app(at="#/draw")
    slowly(app)  # it is silent for the first seconds
    begun = time.monotonic()
    words(app).fill(WORDS)
    words(app).press("Enter")
    said = app.page.locator("#said")
    expect(said).to_contain_text("Done: 4 pictures", timeout=120_000)
    heard = said.locator("p").all_inner_texts()
    assert heard[0] == "Drawing"
    assert any("of 4, step" in line for line in heard)
    assert len(heard) < 4 + (time.monotonic() - begun) / 2  # in words, not at every step
    expect(app.page.get_by_role("button", name="Pick picture 1, seed")).to_be_visible()


def test_the_gallery_is_searched_opened_and_closed(open_app: Open) -> None:
    app = open_app(at="#/draw")
    drawn(app, "a purple balloon")
    drawn(app, "a slice of pizza")
    app.page.reload()
    found = app.page.locator(".gallery a")
    app.page.get_by_label("Search pictures").fill("balloon")
    expect(found).to_have_count(1)
    found.click()
    shown = app.page.get_by_role("dialog", name="a purple balloon")
    expect(shown.get_by_text("Drawn by")).to_be_visible()
    app.page.keyboard.press("Escape")
    expect(shown).to_have_count(0)
    expect(found).to_be_focused()
    app.page.get_by_label("Search pictures").fill("no such words")
    expect(app.page.get_by_text("No picture has these words.")).to_be_visible()


def test_a_deletion_can_be_undone_until_the_page_is_left(open_app: Open) -> None:
    app = open_app(at="#/draw")
    (row,) = drawn(app, "a lonely boat")
    app.page.reload()
    link = app.page.get_by_role("link", name="a lonely boat, seed 7")
    for undone in (True, False):
        app.page.goto(f"{app.origin}/#/draw/{row['id']}")
        app.page.get_by_role("button", name="Delete “a lonely boat”, seed 7").click()
        expect(link).to_have_count(0)
        undo = app.page.get_by_role("button", name="Undo")
        expect(undo).to_be_focused()
        if undone:
            app.page.keyboard.press("Enter")
            expect(link).to_be_visible()
            assert row["id"] in {each["id"] for each in app.told("pictures")}
    app.page.reload()
    app.ready()
    expect(app.page.locator("main [aria-busy=true]")).to_have_count(0)
    expect(link).to_have_count(0)
    # Either page asked for it: the one that was left, or if that was too late, the one that came.
    answered = app.page.request.get(f"{app.origin}/api/pictures/{row['id']}")
    until = time.monotonic() + 60
    while answered.ok and time.monotonic() < until:
        app.page.wait_for_timeout(50)
        answered = app.page.request.get(f"{app.origin}/api/pictures/{row['id']}")
    assert answered.status == 404
    app.complaints.clear()  # both may have asked


def test_what_the_server_refuses_is_said(open_app: Open) -> None:
    app = open_app(at="#/draw")

    def change(route: Any) -> None:
        route.continue_(post_data={**route.request.post_data_json, "style": "in oil"})

    app.page.route("**/api/pictures", change)
    words(app).fill(WORDS)
    words(app).press("Enter")
    expect(app.page.get_by_role("alert")).to_contain_text("in oil")
    expect(app.page.get_by_role("button", name="Draw")).to_be_enabled()
    app.complaints.clear()  # the browser's own words about a refusal


def test_a_drawing_goes_on_while_another_page_is_looked_at(open_app: Open) -> None:
    app = open_app(at="#/draw")
    slowly(app)
    words(app).fill(WORDS)
    words(app).press("Enter")
    expect(app.page.locator(".coming img").first).to_be_visible(timeout=60_000)
    app.go("today")
    app.go("draw")
    expect(words(app)).to_have_value(WORDS)
    expect(whole(app)).to_have_count(4, timeout=120_000)


def test_a_page_that_is_loaded_anew_joins_what_is_drawn(open_app: Open) -> None:
    app = open_app(at="#/draw")
    slowly(app)
    words(app).fill(WORDS)
    words(app).press("Enter")
    expect(whole(app)).to_have_count(1, timeout=60_000)
    app.page.reload()
    expect(app.page.locator(".results").get_by_text(WORDS)).to_be_visible()
    preview = app.page.locator(".coming img").first
    expect(preview).to_be_visible(timeout=60_000)
    assert picture(preview.get_attribute("src") or "").size[0] >= 32
    app.page.get_by_role("button", name="Stop").click()
    expect(app.page.get_by_text("Stopped. What was whole is kept.")).to_be_visible()
    before = len(app.told("pictures"))
    (other,) = drawn(app, "a tree")  # nothing goes on behind it
    assert app.told("pictures")[0]["id"] == other["id"] and len(app.told("pictures")) - before in {1, 2}
    app.page.reload()
    expect(app.page.get_by_text("Four pictures will appear here.")).to_be_visible()


@pytest.mark.parametrize("came", [True, False])
def test_a_page_that_is_loaded_anew_before_the_answer_joins(open_app: Open, came: bool) -> None:
    """Whether the order came to the server, or never did."""
    app = open_app(at="#/draw")
    before = len(app.told("pictures"))
    held: list[Route] = []

    def hold(route: Route) -> None:
        if came:
            route.fetch()
        held.append(route)

    app.page.route("**/api/pictures", hold, times=1)
    words(app).fill(WORDS)
    with app.page.expect_request(lambda request: request.url.endswith("/api/pictures")):
        words(app).press("Enter")
    while not held:  # the request is told of before the server has it
        app.page.wait_for_timeout(50)
    app.page.reload()
    expect(app.page.locator(".results").get_by_text(WORDS)).to_be_visible()
    expect(whole(app)).to_have_count(4, timeout=120_000)
    assert len(held) == 1 and len(app.told("pictures")) - before == 4
    if not came:
        app.complaints.clear()  # the browser's own words about a job that the server didn't know


def test_a_stop_holds_though_the_page_is_closed_at_once(open_app: Open) -> None:
    app = open_app(at="#/draw")
    before = len(app.told("pictures"))
    words(app).fill(WORDS)
    with app.page.expect_request(lambda request: request.url.endswith("/api/pictures")) as asked:
        words(app).press("Enter")
        app.page.keyboard.press("Escape")
    app.page.close()
    job = f"{app.origin}/api/pictures/jobs/{asked.value.post_data_json['job']}"
    with httpx.Client(trust_env=False, timeout=120) as api:
        until = time.monotonic() + 60
        while api.get(job).status_code == 404 and time.monotonic() < until:  # nothing of it has come yet
            time.sleep(0.05)
        assert '"stopped":true' in api.get(job).text.replace(" ", "")
    assert len(app.told("pictures")) - before in {0, 1}


def test_what_ended_while_no_page_was_open_is_shown(open_app: Open) -> None:
    app = open_app(at="#/draw")
    slowly(app)
    words(app).fill(WORDS)
    with app.page.expect_response(lambda answer: answer.url.endswith("/api/pictures")) as begun:
        words(app).press("Enter")
    job = begun.value.json()["job"]
    expect(app.page.get_by_role("progressbar").first).to_be_visible()
    app.page.goto("about:blank")
    with httpx.stream("GET", f"{app.origin}/api/pictures/jobs/{job}", trust_env=False, timeout=120) as events:
        assert "event: end" in list(events.iter_lines())
    app.page.goto(f"{app.origin}/#/draw")
    expect(whole(app)).to_have_count(4)
    expect(app.page.get_by_role("progressbar")).to_have_count(0)


def test_a_line_that_breaks_is_taken_up_again(open_app: Open) -> None:
    app = open_app(at="#/draw")
    first = "event: progress\ndata: {}\n\n".format('{"variant": 0, "step": 1, "steps": 10, "preview": null}')
    app.page.route(
        "**/api/pictures/jobs/*",
        lambda route: route.fulfill(content_type="text/event-stream", body=first),
        times=1,
    )
    words(app).fill(WORDS)
    words(app).press("Enter")
    expect(app.page.get_by_text("Step 1 of 10")).to_be_visible()
    expect(whole(app)).to_have_count(4, timeout=120_000)


def test_an_example_draws_by_keyboard_alone(open_app: Open) -> None:
    app = open_app(at="#/draw")
    words(app).focus()
    app.page.keyboard.press("Tab")
    expect(app.page.get_by_role("list", name="Try one of these").get_by_role("button").first).to_be_focused()
    app.page.keyboard.press("Enter")
    expect(whole(app)).to_have_count(4, timeout=120_000)
    whole(app).first.focus()
    app.page.keyboard.press("Space")
    app.page.keyboard.press("Tab")
    app.page.keyboard.press("Tab")
    app.page.keyboard.press("Tab")
    app.page.keyboard.press("Tab")
    expect(app.page.get_by_role("link", name="Save", exact=True)).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "locale"), [(360, "ja-JP"), (1440, "en-GB")])
def test_axe_finds_nothing_while_it_draws_and_after(
    open_app: Open, width: int, locale: str, scheme: str
) -> None:
    app = open_app(width=width, scheme=scheme, locale=locale, at="#/draw")
    slowly(app)
    stroke(app, (0.2, 0.2), (0.8, 0.2))
    app.page.locator('.drop input[type="file"]').set_input_files(upload("sea.jpg", photo()))
    words(app).fill("サングラスをかけた猫" if locale == "ja-JP" else WORDS)
    words(app).press("Enter")
    expect(app.page.locator(".coming img").first).to_be_visible(timeout=60_000)
    assert Axe().run(app.page).violations_count == 0
    pictures = app.page.locator("button.tile")
    expect(pictures).to_have_count(4, timeout=120_000)
    pictures.first.click()
    for at in ("", f"/{app.told('pictures')[0]['id']}"):
        app.page.goto(f"{app.origin}/#/draw{at}")
        found = Axe().run(app.page)
        assert found.violations_count == 0, found.generate_report()
        assert app.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert app.page.evaluate("document.documentElement.scrollHeight <= innerHeight")
        assert width > 360 or app.page.evaluate(SMALL) == []
