"""The app as a person uses it: by what is written on it, not by how it is made."""

from dataclasses import dataclass
from typing import Any

import httpx
from playwright.sync_api import Locator, Page, expect


@dataclass
class App:
    """One open page."""

    page: Page
    origin: str
    complaints: list[str]
    """What the browser's console called an error."""

    def ready(self) -> None:
        """Wait until it is drawn and knows how Kippu is."""
        expect(self.page.locator("main h1")).to_have_count(1)

    @property
    def box(self) -> Locator:
        """Where one types."""
        return self.page.locator("#ask")

    def say(self, text: str) -> None:
        """Type and send, without waiting for the answer."""
        self.box.fill(text)
        self.box.press("Enter")

    def ask(self, text: str) -> str:
        """Type and send; gives the answer when it is whole."""
        before = self.answers.count()
        self.say(text)
        expect(self.answers).to_have_count(before + 1)
        expect(self.last).to_have_attribute("aria-busy", "false", timeout=120_000)
        return self.last.locator(".text").inner_text()

    @property
    def answers(self) -> Locator:
        """All answers on the page."""
        return self.page.locator(".answer")

    @property
    def last(self) -> Locator:
        """The newest answer."""
        return self.answers.last

    def go(self, page: str) -> None:
        """To another page of the app."""
        self.page.evaluate("page => { location.hash = `#/${page}`; }", page)
        expect(self.page.locator(f'.frame[data-page="{page}"]')).to_be_visible()

    def thing(self, id: str) -> dict[str, Any]:
        """What the server says of a thing of the home."""
        rooms = httpx.get(f"{self.origin}/api/home", trust_env=False).json()["rooms"]
        return next(thing for room in rooms for thing in room["things"] if thing["id"] == id)

    def act(self, tool: str, **arguments: Any) -> None:
        """Bring the home into a state, past the page."""
        body = {"tool": tool, "arguments": arguments}
        outcome = httpx.post(f"{self.origin}/api/act", json=body, trust_env=False, timeout=30).json()
        assert outcome["ok"], outcome

    def told(self, what: str) -> Any:
        """What the server answers under /api/."""
        return httpx.get(f"{self.origin}/api/{what}", trust_env=False).json()
