"""Short words about what went well or wrong: they never lie over what is typed in."""

import pytest
from playwright.sync_api import Locator, expect

from .app import App
from .conftest import Open

WORDS = "Gemma could not be fetched. Hugging Face: huggingface.co can't be reached. " * 3
FIELDS = {"chat": "#ask", "draw": "#draw-words", "today": "#add-note"}


def tell(app: App, times: int = 3) -> None:
    """As a fetch that failed does."""
    say = "words => import('/js/store.js').then((store) => store.notice(words, true))"
    for _ in range(times):
        app.page.evaluate(say, WORDS)
    expect(app.page.locator(".notice")).to_have_count(times)


def lies_over(app: App, field: Locator) -> bool:
    """Whether anything else than the field is where its middle and its ends are."""
    return bool(
        field.evaluate(
            """field => {
                const { left, right, top, bottom } = field.getBoundingClientRect();
                const [y, xs] = [(top + bottom) / 2, [left + 9, (left + right) / 2, right - 9]];
                return xs.some((x) => document.elementFromPoint(x, y) !== field);
            }"""
        )
    )


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("page", FIELDS)
def test_one_types_on_beside_notices(open_app: Open, page: str, width: int) -> None:
    app = open_app(width=width, at=f"#/{page}")
    expect(app.page.locator("main [aria-busy=true]")).to_have_count(0)
    field = app.page.locator(FIELDS[page]).first
    field.click()
    tell(app)
    assert not lies_over(app, field)
    app.page.keyboard.type("milk")
    expect(field).to_have_value("milk")
    app.page.locator(".notice").first.get_by_role("button", name="Close").click()
    expect(app.page.locator(".notice")).to_have_count(2)


def test_the_answer_can_still_be_read_beside_notices(open_app: Open) -> None:
    app = open_app(width=360)
    app.ask("what is 15% of 84")
    tell(app)
    expect(app.last.locator(".text")).to_be_in_viewport()
