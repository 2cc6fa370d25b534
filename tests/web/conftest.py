"""The web app in a real Chromium, before a real Kippu with its demo home and the real model."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from .app import App
from .drawing import WORDS, Ordered, slowly, stop, words

CHROMIUM = "/usr/bin/chromium"
expect.set_options(timeout=30_000)  # a server that has just begun may be slow beside other tests
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Chromium's own updater looks for its maker after a minute all the same; what pages ask for still shows.
    "--host-resolver-rules="
    "MAP *.googleapis.com ~NOTFOUND, MAP *.google.com ~NOTFOUND, MAP *.gvt1.com ~NOTFOUND",
]


@dataclass
class Server:
    """A running Kippu."""

    process: "subprocess.Popen[str]"
    address: str

    def stop(self) -> None:
        """End it as Ctrl-C does."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(30)


def start(
    data: Path,
    model: Path,
    port: int = 0,
    host: str = "127.0.0.1",
    program: Sequence[str] = ("-m", "kippu"),
    **environment: str,
) -> Server:
    """A Kippu on this folder, with the model in it; the address is what it prints."""
    (data / "models").mkdir(parents=True, exist_ok=True)
    if not (data / "models" / model.name).exists():
        (data / "models" / model.name).symlink_to(model)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KIPPU_")}
    process = subprocess.Popen(
        [sys.executable, *program, "serve", "--port", str(port), "--host", host],
        env={**kept, "KIPPU_DATA": str(data), "LANG": "C.UTF-8", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    said = []
    for line in process.stdout or ():
        said.append(line)
        if found := re.search(r"http://\S+", line):
            return Server(process, found[0])
    pytest.fail("Kippu did not start:\n" + "".join(said))


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory, model_path: Path) -> Iterator[Server]:
    """One Kippu for all tests here."""
    running = start(tmp_path_factory.mktemp("web") / "data", model_path)
    yield running
    running.stop()


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests here."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


Open = Callable[..., App]


@pytest.fixture
def open_app(browser: Browser, server: Server) -> Iterator[Open]:
    """Opens the app: ``open_app(width=360, scheme="dark", locale="ja-JP", at="#/home")``.

    At the end nothing may have gone to another origin, and the page may not have complained.
    """
    contexts, outside, complaints = [], [], []

    def look(page: Page, origin: str) -> None:
        page.on("request", lambda request: request.url.startswith(origin) or outside.append(request.url))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda line: line.type == "error" and complaints.append(line.text))

    def open_one(
        width: int = 1280, scheme: str = "light", locale: str = "en-GB", at: str = "", **more: Any
    ) -> App:
        origin = more.pop("address", server.address)
        phone = width < 600  # narrower than any tablet
        context = browser.new_context(
            viewport={"width": width, "height": 780},
            color_scheme=scheme,
            locale=locale,
            has_touch=phone,
            is_mobile=phone,
            **more,
        )
        context.set_default_timeout(30_000)
        contexts.append(context)
        page = context.new_page()
        look(page, origin)
        page.goto(f"{origin}/{at}")
        app = App(page, origin, complaints)
        app.ready()
        return app

    yield open_one
    for context in contexts:
        context.close()
    assert outside == []
    assert complaints == []


@pytest.fixture
def ordered(open_app: Open) -> Iterator[tuple[App, Ordered]]:
    """The page, and what it last sent to be drawn; that takes so long that it can be stopped."""
    app = open_app(at="#/draw")
    slowly(app)
    sent: list[dict[str, Any]] = []

    def look(request: Any) -> None:
        if request.method == "POST" and request.url.endswith("/api/pictures"):
            sent.append(request.post_data_json)

    app.page.on("request", look)

    def last() -> dict[str, Any]:
        words(app).fill(WORDS)
        with app.page.expect_request(lambda request: request.url.endswith("/api/pictures")):
            words(app).press("Enter")
        stop(app)
        return sent[-1]

    yield app, last
