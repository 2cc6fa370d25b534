"""Questions of the assistant: what may be replied is there to be tapped."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .conftest import Open

LIGHTS = (
    "Kitchen Light",
    "Living Room Light",
    "Living Room Lamp",
    "Bedroom Light",
    "Bathroom Light",
    "Desk Lamp",
)


@pytest.mark.parametrize(
    ("locale", "said", "reply"),
    [("en-GB", "turn off the light", "Bedroom Light"), ("ja-JP", "電気を消して", "寝室の電気")],
)
def test_one_of_several_is_chosen_at_a_tap(open_app: Open, locale: str, said: str, reply: str) -> None:
    app = open_app(locale=locale, width=360)
    for light in LIGHTS:
        app.act("home.turn_off", name=light)
    app.act("home.turn_on", name="Bedroom Light")
    app.act("home.turn_on", name="Kitchen Light")
    app.ask(said)
    choices = app.last.get_by_role("group")
    expect(choices.get_by_role("button")).to_have_count(2)
    found = Axe().run(app.page)
    assert found.violations_count == 0, found.generate_report()
    choices.get_by_role("button", name=reply).press("Enter")
    expect(app.answers).to_have_count(2)
    expect(app.last).to_have_attribute("aria-busy", "false")
    assert app.thing("light.bedroom")["state"] == "off"
    assert app.thing("light.kitchen")["state"] == "on"
    expect(app.box).to_be_focused()
    expect(app.page.locator(".choices")).to_have_count(0)


@pytest.mark.parametrize(
    ("locale", "said", "reply", "done"),
    [
        (
            "en-GB",
            ["set a 5 minute timer for eggs", "set a 10 minute timer for pasta", "cancel the timer"],
            "eggs timer",
            "Cancelled the eggs timer.",
        ),
        (
            "ja-JP",
            [
                "卵のタイマーを5分でセットして",
                "パスタのタイマーを10分でセットして",
                "タイマーをキャンセルして",
            ],
            "卵のタイマー",
            "卵のタイマーをキャンセルしました。",
        ),
    ],
)
def test_a_timer_is_chosen_at_a_tap(
    open_app: Open, locale: str, said: list[str], reply: str, done: str
) -> None:
    app = open_app(locale=locale, width=360)
    for text in said:
        app.ask(text)
    choices = app.last.get_by_role("group")
    expect(choices.get_by_role("button")).to_have_count(2)
    choices.get_by_role("button", name=reply).click()
    expect(app.answers).to_have_count(4)
    expect(app.last.locator(".text")).to_have_text(done)
    expect(app.last).to_have_attribute("aria-busy", "false")
    app.ask("cancel all timers")


def test_a_yes_or_a_no_is_said_at_a_tap(open_app: Open) -> None:
    app = open_app()
    app.act("home.turn_on", name="Bedroom Light")
    app.ask("turn off the frobnicated bedroom light")
    yes = app.last.get_by_role("button", name="Yes", exact=True)
    expect(app.last.get_by_role("button", name="No", exact=True)).to_be_visible()
    yes.click()
    expect(app.answers).to_have_count(2)
    expect(app.last).to_have_attribute("aria-busy", "false")
    assert app.thing("light.bedroom")["state"] == "off"
