"""What tests of the drawing page share: finding its parts, drawing past it."""

import base64
import io
from collections.abc import Callable
from typing import Any

import httpx
from PIL import Image
from playwright.sync_api import Locator

from .app import App

WORDS = "a cat with sunglasses"

Ordered = Callable[[], dict[str, Any]]
"""Has the page draw and stop; gives what it sent."""


def words(app: App) -> Locator:
    """Where the picture is described."""
    return app.page.locator("#draw-words")


def whole(app: App) -> Locator:
    """The pictures of this drawing that are done."""
    return app.page.get_by_role("button", name="Pick picture")


def drawn(app: App, prompt: str = WORDS, variants: int = 1) -> list[dict[str, Any]]:
    """Pictures that were drawn earlier, past the page; newest first."""
    order = {"prompt": prompt, "variants": variants, "steps": 2, "seed": 7}
    api = httpx.Client(base_url=app.origin, trust_env=False, timeout=120)
    job = api.post("/api/pictures", json=order).json()["job"]
    with api.stream("GET", f"/api/pictures/jobs/{job}") as events:
        assert "event: end" in list(events.iter_lines())
    rows: list[dict[str, Any]] = api.get("/api/pictures").json()
    return rows[:variants]


def picture(data_url: str) -> Image.Image:
    """The picture in a data URL."""
    head, data = data_url.split(",")
    assert head == "data:image/png;base64"
    return Image.open(io.BytesIO(base64.b64decode(data)))
