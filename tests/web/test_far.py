"""What comes before a model's first word takes its time: the page says how far it is."""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, expect

from kippu.models.catalogue import File, load
from kippu.models.installed import Installed

from .app import App
from .conftest import Open, Server, start

LINES = [
    f"On day {day} the ferry took {day * 7 % 90} people and {day * 3 % 11} dogs across." for day in range(60)
]
HUGE = 3 << 30
"""Bytes of a file that is nearly all holes: it takes no room, and seconds to be read through."""


@pytest.fixture(scope="module")
def damaged(tmp_path_factory: pytest.TempPathFactory, model_path: Path) -> Iterator[Server]:
    """A Kippu that talks with a huge model of the person's own, which is not as it was when it came."""
    data = tmp_path_factory.mktemp("far") / "data"
    file = data.parent / "huge.gguf"
    file.write_bytes(model_path.read_bytes()[: 1 << 20])
    with file.open("r+b") as opened:
        opened.truncate(HUGE)
    part = File(file.name, HUGE, "0" * 64)
    model = replace(load().get("smollm2-135m-instruct"), id="huge", name="Huge", files=(part,), sources=())
    note = asdict(Installed(model, (part,), str(file), "", own=file)) | {"own": str(file)}
    (data / "models" / ".installed").mkdir(parents=True)
    (data / "models" / ".installed" / "huge.json").write_text(json.dumps(note), encoding="utf-8")
    (data / "settings.toml").write_text('model = "huge"\n', encoding="utf-8")
    running = start(data, model_path)
    yield running
    running.stop()
    file.unlink()


def bar(app: App, name: str) -> Locator:
    return app.page.get_by_role("progressbar", name=name)


def share(of: Locator) -> float:
    return float(of.get_attribute("value") or 0)


@pytest.mark.parametrize("locale", ["en-GB", "ja-JP"])
def test_a_long_text_is_seen_to_be_read(open_app: Open, locale: str) -> None:
    app = open_app(width=360, locale=locale)
    reading = "Reading the text" if locale == "en-GB" else "文章を読んでいます"
    app.say("What is this about?\n" + "\n".join(reversed(LINES) if locale == "ja-JP" else LINES))
    line = app.last.locator(".far")
    expect(line).to_contain_text(re.compile(rf"{reading}\s*\d+\s?%"), timeout=60_000)
    expect(line).to_be_in_viewport(ratio=1)
    before = share(bar(app, reading))
    assert 0 < before < 1
    expect(bar(app, reading)).not_to_have_attribute("value", str(before))
    expect(line).to_have_css("opacity", "1")  # it has come in
    found = Axe().run(app.page)
    assert found.violations_count == 0, found.generate_report()
    expect(app.page.locator("#said p", has_text=reading).first).to_have_text(reading)
    app.page.keyboard.press("Escape")
    expect(app.last).to_have_attribute("aria-busy", "false")
    expect(line).to_have_count(0)


def test_the_checking_of_a_huge_file_is_seen_where_one_waits_for_it(damaged: Server, open_app: Open) -> None:
    app = open_app(address=damaged.address)
    shelf = open_app(address=damaged.address, at="#/models")
    app.say("tell me about life by the sea")
    expect(app.last.locator(".far")).to_contain_text("Checking the model's file", timeout=60_000)
    card = shelf.page.locator(".model", has_text="In use")
    expect(card.get_by_role("progressbar", name="Checking the model's file")).to_be_visible()
    expect(app.last.get_by_role("alert")).to_contain_text(
        "The model Huge is a file of yours", timeout=120_000
    )
    expect(app.page.locator(".far")).to_have_count(0)
    expect(shelf.page.locator(".far")).to_have_count(0)


def test_both_speeds_are_on_the_page(open_app: Open) -> None:
    app = open_app(at="#/models")
    card = app.page.locator(".model").first
    shown = dict(
        card.locator(".facts").evaluate(
            "list => [...list.querySelectorAll('dt')]"
            ".map(each => [each.innerText, each.nextElementSibling.innerText])"
        )
    )
    told = next(model for model in app.told("models")["models"] if model["current"])
    assert "tokens/s" in shown["Writes"]
    (reads,) = re.findall(r"about ([\d.,]+) tokens/s", shown["Reads"])
    assert float(reads.replace(",", "")) == pytest.approx(told["reads"], rel=0.5)
