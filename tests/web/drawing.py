"""What tests of the drawing page share: finding its parts, drawing past it, pictures to give to it."""

import base64
import io
import json
from collections.abc import Callable
from typing import Any

import httpx
from PIL import Image
from playwright.sync_api import FilePayload, Locator, Route

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


def slowly(app: App) -> None:
    """Let the page order thrice as many steps: on a busy machine it may else be over before it is seen."""

    def order(route: Route) -> None:
        if route.request.method == "POST":
            route.continue_(post_data=json.dumps({**route.request.post_data_json, "steps": 40}))
        else:
            route.continue_()

    app.page.route("**/api/pictures", order)


def stop(app: App) -> None:
    """Press Stop, until the server knows too: what it draws on would come among the next test's."""
    with app.page.expect_response(lambda answer: answer.url.endswith("/stop")):
        app.page.get_by_role("button", name="Stop").click()


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


def photo(side: tuple[int, int] = (1600, 1200), **more: Any) -> bytes:
    """A photo as a camera writes it, with the place where it was taken."""
    place = Image.Exif()
    place[0x010F] = "Camera of Ann"
    place.get_ifd(0x8825)[2] = (52.0, 31.0, 12.0)
    file = io.BytesIO()
    Image.linear_gradient("L").resize(side).convert("RGB").save(file, "JPEG", exif=place, **more)
    return file.getvalue()


def upload(name: str, data: bytes) -> FilePayload:
    """A file for the page's file choosers."""
    return {"name": name, "mimeType": "image/jpeg", "buffer": data}


def stroke(app: App, *points: tuple[float, float], on: str = ".board canvas") -> None:
    """Draw with the mouse; points are shares of the sheet's side."""
    app.page.locator(on).scroll_into_view_if_needed()
    box = app.page.locator(on).bounding_box()
    assert box
    (x, y), *rest = [(box["x"] + a * box["width"], box["y"] + b * box["height"]) for a, b in points]
    app.page.mouse.move(x, y)
    app.page.mouse.down()
    for x, y in rest:
        app.page.mouse.move(x, y, steps=4)
    app.page.mouse.up()
