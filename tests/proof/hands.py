"""Kippu used by hand: the app in a real Chromium, and the program at a terminal."""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from cli.terminal import terminal
from layers.making import garden
from web.app import App
from web.conftest import CHROMIUM, QUIET

from .features import MODEL
from .kippus import command, environment

PAGES = ("home", "today", "draw", "models", "ledger", "settings", "chat")
SENTENCES = (
    ("ask", "turn on the desk lamp"), ("ask", "書斎のランプを消して"),
    ("ask", "Tell me about life by the sea."),
    ("draw", "a cat", "-o", "{to}/cat.png"), ("doctor",),
    ("models", "list"), ("models", "fit"), ("models", "info", MODEL), ("models", "get", MODEL),
    ("models", "use", MODEL),
    ("layer", "list"), ("layer", "info", "{to}/garden"), ("layer", "verify"),
    ("layer", "eval", "{to}/garden"),
    ("layer", "export", "{to}/garden", "{to}/garden.zip"), ("layer", "add", "{to}/garden.zip", "--yes"),
    ("layer", "use", "garden"), ("ask", "When does the shop open?"), ("layer", "use", "auto"),
    ("layer", "remove", "garden", "--yes"),
    ("contacts", "import", "{to}/cards.vcf"), ("contacts", "list"), ("contacts", "remove", "Anna Berg"),
    ("privacy",), ("privacy", "mark", "Project Tanuki"), ("privacy", "unmark", "Project Tanuki"),
    ("privacy", "policy", "device only"), ("privacy", "never", "health"), ("privacy", "never", "--clear"),
    ("privacy", "budget", "100"), ("privacy", "keep-sent", "no"), ("privacy", "keep-sent", "yes"),
    ("privacy", "provider", "add", "Other", "--url", "http://192.0.2.1/v1", "--model", "m",
     "--key-variable", "FAR_KEY"),
    ("privacy", "provider", "first", "Other"), ("privacy", "provider", "remove", "Other"),
    ("privacy", "forget-typed"),
    ("ledger",), ("ledger", "verify"), ("ledger", "totals"), ("ledger", "show", "1"),
    ("ledger", "export", "{to}/ledger.jsonl"), ("ledger", "forget", "--yes"),
)  # fmt: skip
"""What is typed at a terminal; ``{to}`` is a folder with a layer, contacts and examples in it."""
REFUSED = (
    (("models", "remove", "smollm2-360m-instruct", "--yes"), "is not on this device"),
    (("privacy", "provider", "key", "Far"), "typed at a terminal"),
    (("layer", "train", "--data", "{to}/tea.csv", "--distributed"), "device only"),
)
"""What can't be done, and why. A training on several machines would send: it may not."""
ELSEWHERE = {
    "serve": "test_nothing_leaves.py starts it",
    "demo-home": "each Kippu here starts it: it has no home of its own connected",
}
"""Commands that are used in another way."""
_TOGETHER = {"RANK": "0", "WORLD_SIZE": "2", "MASTER_ADDR": "192.0.2.1", "MASTER_PORT": "29500"}
_CARDS = "BEGIN:VCARD\nVERSION:3.0\nFN:Anna Berg\nTEL:+1 202 555 0143\nEND:VCARD\n"


def page(address: str) -> None:
    """The app: a talk in English and in Japanese, and every page of it."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        for locale, said in (("en-GB", "Tell me a story."), ("ja-JP", "キッチンの電気をつけて")):
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
    with TemporaryDirectory() as folder:
        to = Path(folder)
        garden(to / "garden")
        (to / "cards.vcf").write_text(_CARDS)
        (to / "tea.csv").write_text("prompt,answer\n" + "".join(f"tea {n},pot {n}\n" for n in range(60)))
        for words in SENTENCES:
            assert command(data, *_placed(words, to), KIPPU_PORT="0", FAR_KEY="sk-not-a-key"), words
        for words, why in REFUSED:
            said = command(data, *_placed(words, to), refused=True, **_TOGETHER)
            assert why in " ".join(said.split()), (words, said)
    command(data, "ask", "What does this say?", stdin=b"See https://192.0.2.1/ for more.\n")


def _placed(words: tuple[str, ...], to: Path) -> list[str]:
    return [word.replace("{to}", str(to)) for word in words]


def chat(data: Path) -> None:
    """A conversation at a terminal, with nothing that serves."""
    with terminal(environment=environment(data)) as screen:
        screen.until("› $")
        screen.type("what is 6 times 7\n")
        # Pressed before the prompt is back, Ctrl-D is lost as readline takes the terminal over.
        screen.until("› $", screen.until("42"))
        screen.type("\x04")
        assert screen.ends() == 0
