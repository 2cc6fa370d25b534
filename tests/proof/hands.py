"""Kippu used by hand: the app in a real Chromium, and the program at a terminal."""

from pathlib import Path

from playwright.sync_api import sync_playwright

from cli.terminal import terminal
from web.app import App
from web.conftest import CHROMIUM, QUIET

from .features import MODEL
from .kippus import command, environment

PAGES = ("home", "today", "models", "ledger", "settings", "chat")


def page(address: str) -> None:
    """The app: a talk in English and in Japanese, and every page of it."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        for locale, said in (("en-GB", "Tell me a joke."), ("ja-JP", "キッチンの電気をつけて")):
            context = chromium.new_context(locale=locale)
            context.set_default_timeout(60_000)
            app = App(context.new_page(), address, [])
            app.page.goto(address)
            app.ready()
            assert app.ask(said)
            for name in PAGES:
                app.go(name)
            context.close()
        chromium.close()


def commands(data: Path) -> None:
    """Everything at the terminal that asks for no model to be fetched."""
    for text in ("turn on the desk lamp", "書斎のランプを消して", "Tell me about life by the sea."):
        assert command(data, "ask", text)
    command(data, "ask", "What does this say?", stdin=b"See https://192.0.2.1/ for more.\n")
    command(data, "doctor", KIPPU_PORT="0")
    for words in (("list",), ("fit",), ("info", MODEL), ("use", MODEL)):
        command(data, "models", *words)
    for words in ((), ("verify",), ("totals",), ("export", str(data / "ledger.jsonl"))):
        command(data, "ledger", *words)
    (data / "ledger.jsonl").unlink()
    command(data, "privacy")
    command(data, "privacy", "mark", "Project Tanuki")


def chat(data: Path) -> None:
    """A conversation at a terminal, with nothing that serves."""
    with terminal(environment=environment(data)) as screen:
        screen.until("› $")
        screen.type("what is 6 times 7\n")
        # Pressed before the prompt is back, Ctrl-D is lost as readline takes the terminal over.
        screen.until("› $", screen.until("42"))
        screen.type("\x04")
        assert screen.ends() == 0
