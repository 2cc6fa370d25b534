"""The ledger's page: what left, what was done, where it ran; searched, checked, taken along, forgotten."""

import json
import re
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from kippu.record import Database, Ledger

from .app import App
from .conftest import Open, Server, start
from .test_looks import SMALL

_ROWS = 260
_PAINTED = """canvas => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const times = new Map();
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] < 255) continue;
    const colour = `rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`;
    times.set(colour, (times.get(colour) ?? 0) + 1);
  }
  return [...times];
}"""
_BODY = {
    "model": "big",
    "messages": [
        {"role": "system", "content": "You are helpful."},
        {"role": "user", "content": "Write to Anna Bianchi about the roses."},
    ],
}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a ledger in it."""
    data = tmp_path_factory.mktemp("ledger") / "data"
    data.mkdir()
    with closing(Database(data / "kippu.db")) as database:
        ledger = Ledger(database)
        for number in range(_ROWS):
            ledger.add("action", "lists.add, asked for by you", turn=f"a{number}", text='{"item": "milk"}')
        ledger.add("action", "home.turn_on: not done, or not confirmed")
        ledger.add("placement", "on this device: list", turn="a1")
        ledger.add("fetch", "small-model was wanted", to="models.example", text="Asked for small-model")
        for receiver in ("Near", "Near", "Far"):
            ledger.add(
                "egress",
                "asked the cloud: long question",
                turn="t1",
                to=receiver,
                text=json.dumps(_BODY),
                kinds=["person"],
            )
    return data


@pytest.fixture
def own(written: Path, tmp_path: Path, model_path: Path) -> Iterator[Server]:
    """A Kippu with a copy of it."""
    shutil.copytree(written, tmp_path / "data")
    running = start(tmp_path / "data", model_path)
    yield running
    running.stop()


def test_what_left_is_read_searched_and_filtered(own: Server, open_app: Open) -> None:
    app = open_app(address=own.address, at="#/ledger")
    page = app.page
    expect(page.get_by_role("heading", name="Today, words left this device 3 times.")).to_be_visible()
    expect(page.locator(".verdict")).to_contain_text("2 to Near and 1 to Far")
    expect(
        page.get_by_role("img", name=re.compile("something left on 1 of the last 30 days"))
    ).to_be_visible()
    expect(page.locator(".legend")).to_contain_text("Far")
    rows = page.locator(".entry")
    expect(rows).to_have_count(50)
    expect(rows.first).to_contain_text("Sent to Far")
    page.get_by_role("button", name="Show older ones").click()
    expect(rows).to_have_count(250)
    page.get_by_role("button", name="Show older ones").click()
    expect(rows).to_have_count(_ROWS + 5)
    expect(page.get_by_role("button", name="Show older ones")).to_have_count(0)
    expect(rows.nth(4)).to_contain_text("home.turn_on: not done")
    expect(rows.nth(5)).to_contain_text("milk · lists.add · asked for by you")
    page.get_by_role("checkbox", name="Done").uncheck()
    expect(rows).to_have_count(4)
    page.get_by_role("checkbox", name="Left this device").uncheck()
    expect(page.get_by_text("Choose above what to show.")).to_be_visible()
    page.get_by_role("checkbox", name="Where it ran").check()
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("On this device: list", ignore_case=True)
    page.get_by_role("checkbox", name="Left this device").check()
    page.get_by_label("Search the ledger").fill("roses")
    expect(rows).to_have_count(3)
    page.get_by_label("Search the ledger").fill("nobody wrote this")
    expect(page.get_by_text("No row has these words.")).to_be_visible()


def colours(app: App) -> set[str]:
    """What the chart is painted with, without what is see-through or at an edge of a bar."""
    painted: list[list[Any]] = app.page.locator(".bars canvas").evaluate(_PAINTED)
    return {colour for colour, times in painted if times > 60}


def test_the_chart_is_drawn_in_the_receivers_colours_of_the_look(own: Server, open_app: Open) -> None:
    app = open_app(address=own.address, at="#/ledger")
    chart = app.page.locator(".chart")
    canvas = chart.locator("canvas")
    expect(canvas).to_be_visible()
    legend = chart.locator(".legend i")
    seen: list[set[str]] = []
    for scheme in ("light", "dark"):
        app.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of the two words
        until = time.monotonic() + 30
        keys: set[str] = set()
        while time.monotonic() < until and not (keys and keys <= colours(app)):  # uPlot paints when it can
            app.page.wait_for_timeout(50)
            keys = set(legend.evaluate_all("all => all.map(each => getComputedStyle(each).backgroundColor)"))
        assert len(keys) == 3  # Near, Far, and where a model came from
        assert keys <= colours(app)
        seen.append(keys)
    assert seen[0].isdisjoint(seen[1])
    # Today is the last bar: it says who got how much, and the same stands in the table.
    box = canvas.bounding_box()
    assert box
    app.page.mouse.move(box["x"] + box["width"] - 30, box["y"] + box["height"] / 2)
    expect(chart.locator(".u-over")).to_have_attribute("title", re.compile("Near: .+ B"))
    app.page.get_by_text("As a table").click()
    expect(app.page.get_by_role("table").get_by_role("row")).to_have_count(4)


def test_the_drawing_library_comes_only_with_the_chart(own: Server, open_app: Open) -> None:
    app = open_app(address=own.address, service_workers="block")
    came: list[str] = []
    app.page.on("request", lambda request: came.append(request.url))
    app.page.reload()
    app.ready()
    app.go("settings")
    assert not [url for url in came if "uplot" in url]
    app.go("ledger")
    expect(app.page.locator(".bars canvas")).to_be_visible()
    assert {url.rpartition("/")[2] for url in came if "uplot" in url} == {"uplot.js", "uplot.css"}


def test_a_row_opens_to_exactly_what_was_sent(own: Server, open_app: Open) -> None:
    app = open_app(address=own.address, at="#/ledger")
    row = app.page.locator(".entry").first
    row.locator("summary").first.click()
    expect(row).to_contain_text("Write to Anna Bianchi about the roses.")
    expect(row.locator(".facts")).to_contain_text("names")
    row.get_by_text("The same, byte for byte").click()
    expect(row.locator("pre")).to_have_text(json.dumps(_BODY))
    (kept,) = app.told("ledger?kind=egress&newest=1")
    expect(row.locator(".facts")).to_contain_text(kept["digest"])


def test_reasons_are_in_the_pages_language(own: Server, open_app: Open, tmp_path: Path) -> None:
    with closing(Database(tmp_path / "data" / "kippu.db")) as database:
        kept = Ledger(database)
        kept.add("placement", "この端末で: お金の話題は外に出さない設定", turn="t2")
        kept.add("placement", "on this device: a reason of long ago", turn="t2")
    app = open_app(address=own.address, at="#/ledger", locale="ja-JP")
    rows = app.page.locator(".entry")
    expect(rows.filter(has_text="Nearに送信").first).to_contain_text("クラウドに依頼: 長い質問")
    expect(rows.filter(has_text="models.exampleに")).to_contain_text("small-modelの取得")
    expect(rows.filter(has_text="lists.add").first).to_contain_text("あなたの求めで")
    app.page.goto(f"{own.address}/#/ledger/t2")
    expect(rows).to_have_count(2)
    expect(rows.last).to_contain_text("お金の話題は外に出さない設定")
    expect(rows.first).to_contain_text("この端末で: a reason of long ago")
    english = open_app(address=own.address, at="#/ledger/t2")
    expect(english.page.locator(".entry").last).to_contain_text("on this device: you keep money at home")


def test_why_an_answer_ran_there_is_in_the_pages_language(own: Server, open_app: Open) -> None:
    app = open_app(address=own.address, locale="ja-JP")
    app.box.fill("what is 15% of 84")
    app.page.keyboard.press("Enter")
    expect(app.last).to_contain_text("12.6")
    expect(app.last.locator(".stub summary")).to_contain_text("この端末で: 計算")


def test_one_answers_rows_stand_alone(own: Server, open_app: Open) -> None:
    app = open_app(address=own.address, at="#/ledger/t1")
    expect(app.page.get_by_role("heading", name="What belongs to one answer")).to_be_visible()
    expect(app.page.locator(".entry")).to_have_count(3)
    app.page.get_by_role("link", name="Show the whole ledger").click()
    expect(app.page.locator(".entry")).to_have_count(50)


def test_it_is_checked_and_taken_along_and_forgotten(own: Server, open_app: Open) -> None:
    app = open_app(address=own.address, at="#/ledger")
    page = app.page
    page.get_by_role("button", name="Check the ledger").click()
    expect(page.get_by_text(f"Whole: all {_ROWS + 6} rows are as they were written.")).to_be_visible()
    with page.expect_download() as coming:
        page.get_by_role("link", name="Save a copy").click()
    lines = Path(coming.value.path()).read_text().splitlines()
    assert len(lines) == _ROWS + 6 and json.loads(lines[-1])["to"] == "Far"
    page.get_by_role("button", name="Forget texts").click()
    asking = page.get_by_role("dialog")
    expect(asking).to_contain_text("What stays")
    asking.get_by_role("button", name="Cancel").click()
    assert app.told("ledger?newest=1")[0]["text"]
    page.get_by_role("button", name="Forget texts").click()
    asking.get_by_role("radio", name="All of them").check()
    asking.get_by_role("button", name="Forget").click()
    expect(page.locator(".notices").get_by_text(f"{_ROWS + 4} texts are forgotten.")).to_be_visible()
    page.locator(".entry summary").first.click()
    expect(page.locator(".entry").first).to_contain_text("The text was not kept, or is forgotten.")
    page.get_by_role("button", name="Check the ledger").click()
    expect(page.get_by_text("Whole: all")).to_be_visible()


def test_it_says_where_it_is_broken(open_app: Open, written: Path, tmp_path: Path, model_path: Path) -> None:
    shutil.copytree(written, tmp_path / "data")
    with closing(sqlite3.connect(tmp_path / "data" / "kippu.db")) as database:
        database.execute("DROP TRIGGER ledger_stays")
        database.execute("UPDATE ledger_rows SET receiver = 'Nobody' WHERE id = 263")
        database.commit()
    broken = start(tmp_path / "data", model_path)
    app = open_app(address=broken.address, at="#/ledger")
    app.page.get_by_role("button", name="Check the ledger").click()
    expect(app.page.get_by_text("Broken at row 263.")).to_be_visible()
    app.page.close()
    broken.stop()


@pytest.mark.parametrize(
    ("width", "locale", "scheme"), [(360, "ja-JP", "dark"), (360, "en-GB", "light"), (1440, "en-GB", "dark")]
)
def test_axe_finds_nothing_and_nothing_is_cut(
    own: Server, open_app: Open, width: int, locale: str, scheme: str
) -> None:
    app = open_app(address=own.address, at="#/ledger", width=width, locale=locale, scheme=scheme)
    expect(app.page.locator(".bars canvas")).to_be_visible()
    app.page.locator(".entry summary").first.click()
    app.page.locator("[aria-label] summary, .toobig summary").first.click()
    app.page.locator(".card .actions button").first.click()
    expect(app.page.locator(".checked")).to_be_visible()
    found = Axe().run(app.page)
    assert found.violations_count == 0, found.generate_report()
    assert app.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert width > 360 or app.page.evaluate(SMALL) == []
    app.page.locator(".card .actions .danger").click()
    found = Axe().run(app.page)
    assert found.violations_count == 0, found.generate_report()
