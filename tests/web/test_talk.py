"""Saying things in the chat, each seen to do what it says."""

import re
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from playwright.sync_api import TimeoutError as PlaywrightTimeout
from playwright.sync_api import expect

from .conftest import Open


def test_turns_on_the_kitchen_light(open_app: Open) -> None:
    app = open_app()
    app.act("home.turn_off", name="Kitchen Light")
    answer = app.ask("turn on the kitchen light")
    assert "kitchen light" in answer.lower()
    assert app.thing("light.kitchen")["state"] == "on"
    # The panel beside the chat shows it too.
    switch = app.page.locator('[data-thing="light.kitchen"] [role="switch"]')
    expect(switch).to_have_attribute("aria-checked", "true")
    expect(app.last.locator("summary")).to_contain_text(
        re.compile(r"On this device: home command · [\d.]+\xa0m?s")
    )


def test_turns_it_off_in_japanese(open_app: Open) -> None:
    app = open_app(locale="ja-JP")
    app.act("home.turn_on", name="Kitchen Light")
    answer = app.ask("キッチンの電気を消して")
    assert re.search(r"[ぁ-ん]", answer)
    assert app.thing("light.kitchen")["state"] == "off"


def test_does_two_things_in_one_sentence(open_app: Open) -> None:
    app = open_app()
    app.act("home.turn_off", name="Bedroom Light")
    app.act("home.open", name="Bedroom Blinds")
    app.ask("set the bedroom to 30 percent and close the blinds")
    assert app.thing("light.bedroom")["state"] == "on"
    assert round(app.thing("light.bedroom")["attributes"]["brightness"] * 100 / 255) == 30
    expect(app.page.locator('[data-thing="cover.bedroom_blinds"]')).to_contain_text("closed", timeout=15_000)
    app.last.locator("summary").click()
    expect(app.last.locator(".call")).to_have_count(2)


def test_reminds_in_one_minute(open_app: Open) -> None:
    app = open_app()
    app.ask("remind me in one minute to stretch")
    mine = next(each for each in app.told("reminders") if each["text"] == "stretch")
    assert 40 < (datetime.fromisoformat(mine["at"]) - datetime.now(UTC)).total_seconds() <= 61
    # Only now it asks whether it may notify.
    expect(app.page.get_by_role("button", name="Allow notifications")).to_be_visible()
    app.go("today")
    row = app.page.locator(".row", has_text="stretch")
    expect(row.get_by_role("timer")).to_have_text(re.compile(r"^0:[0-5]\d$|^1:00$"))
    row.get_by_role("button", name="Remove “stretch”").click()
    expect(row).to_have_count(0)


def test_a_call_is_a_link_that_the_person_taps(open_app: Open) -> None:
    app = open_app()
    assert app.ask("call 555 0134") == "Tap to call 555 0134."
    expect(app.last.get_by_role("link", name="Call 555 0134")).to_have_attribute("href", "tel:5550134")


def test_a_layer_answers_and_shows_where_from(open_app: Open) -> None:
    app = open_app()
    answer = app.ask("How do I pair my phone?")
    assert "scan the code" in answer
    expect(app.last.locator(".text strong").first).to_have_text("A phone")
    app.last.locator("summary").click()
    expect(app.last.locator(".facts")).to_contain_text("consumer-electronics-support")
    expect(app.last.locator(".source")).to_contain_text("knowledge/server.md")


def test_calculates(open_app: Open) -> None:
    app = open_app()
    assert "12.6" in app.ask("what is 15% of 84")
    expect(app.last.locator("summary")).not_to_contain_text("unchecked")


def test_talks_as_it_comes(open_app: Open) -> None:
    app = open_app()
    app.say("tell me about life by the sea")
    expect(app.last.locator(".growing")).to_be_visible(timeout=60_000)
    expect(app.last).to_have_attribute("aria-busy", "false", timeout=120_000)
    assert len(app.last.locator(".text").inner_text()) > 40
    expect(app.last.locator("summary")).to_contain_text("unchecked")
    app.last.locator("summary").click()
    details = app.last.locator(".facts")
    expect(details).to_contain_text("SmolLM2")
    expect(details).to_contain_text("Tokens")
    expect(details).to_contain_text(re.compile(r"Understood as\s*plain talk · \d+%"))
    # A screen reader heard sentences, not tokens.
    spoken = app.page.locator("#said p").all_inner_texts()
    assert spoken
    assert all(len(line) > 2 for line in spoken)


def test_tells_of_the_moon_with_its_source(open_app: Open) -> None:
    app = open_app()
    assert "natural satellite of the Earth" in app.ask("tell me about the moon")
    expect(app.last.locator("summary")).not_to_contain_text("unchecked")
    app.last.locator("summary").click()
    expect(app.last.locator(".facts")).to_contain_text("WordNet-3.1")


@pytest.mark.parametrize("width", [360, 1440])
def test_a_long_chat_scrolls_in_its_own_place(open_app: Open, width: int) -> None:
    app = open_app(width=width)
    for _ in range(6):
        app.ask("what can you do")
    assert app.page.locator(".scroll").evaluate("it => it.scrollHeight > it.clientHeight")
    assert app.page.evaluate("document.documentElement.scrollHeight <= innerHeight")


@pytest.mark.parametrize("way", ["button", "Escape"])
def test_stops_and_keeps_what_was_said(open_app: Open, way: str) -> None:
    app = open_app()
    for tries in range(4):
        app.say("write a long story about a fox and a river")
        expect(app.answers).to_have_count(tries + 1)
        # On a busy machine a story can be told to its end before the hand is at the button.
        expect(app.last.locator(".growing, summary").first).to_be_visible(timeout=60_000)
        if way == "Escape":
            app.page.keyboard.press("Escape")
        else:
            with suppress(PlaywrightTimeout):
                app.page.get_by_role("button", name="Stop", exact=True).click(timeout=5_000)
        expect(app.last).to_have_attribute("aria-busy", "false", timeout=60_000)
        if "Stopped" in app.last.locator("summary").inner_text():
            break
    expect(app.last.locator("summary")).to_contain_text("Stopped")
    expect(app.page.locator("#said p").last).to_have_text("Stopped")
    assert app.last.locator(".text").inner_text()
    expect(app.page.get_by_role("button", name="Send")).to_be_visible()


def test_enter_that_ends_a_japanese_conversion_does_not_send(open_app: Open) -> None:
    app = open_app(locale="ja-JP")
    app.box.focus()
    keyboard = app.page.context.new_cdp_session(app.page)
    keyboard.send("Input.imeSetComposition", {"text": "でんき", "selectionStart": 3, "selectionEnd": 3})
    enter = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229}
    keyboard.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **enter})
    keyboard.send("Input.insertText", {"text": "電気"})
    expect(app.box).to_have_value("電気")
    expect(app.answers).to_have_count(0)
    app.page.keyboard.press("Enter")
    expect(app.answers).to_have_count(1)


def test_shift_and_enter_begin_a_new_line(open_app: Open) -> None:
    app = open_app()
    app.box.fill("one")
    app.box.press("Shift+Enter")
    app.page.keyboard.type("two")
    expect(app.box).to_have_value("one\ntwo")
    expect(app.answers).to_have_count(0)


def test_a_suggestion_is_asked_when_it_is_pressed(open_app: Open) -> None:
    app = open_app()
    app.page.locator("main").get_by_role("button", name="what is 15% of 84").click()
    expect(app.last).to_contain_text("12.6")


def test_copies_an_answer(open_app: Open) -> None:
    app = open_app(permissions=["clipboard-read", "clipboard-write"])
    answer = app.ask("what is 15% of 84")
    app.last.get_by_role("button", name="Copy").click()
    expect(app.last.get_by_role("button", name="Copied")).to_be_visible()
    assert app.page.evaluate("navigator.clipboard.readText()") == answer


def test_what_a_model_writes_can_do_no_harm(open_app: Open) -> None:
    page = open_app().page
    text = (
        "**bold** <img src=x onerror=alert(1)> [x](javascript:alert(1)) ![p](https://example.org/a.png) "
        "[y](https://example.org)\n\n| a | b |\n|---|---|\n| 1 | 2 |"
    )
    made = page.evaluate("async text => (await import('./js/markdown.js')).markdown(text)", text)
    assert "<strong>bold</strong>" in made
    assert "<table>" in made
    assert "<img" not in made
    assert 'href="javascript' not in made
    assert 'rel="noopener noreferrer"' in made


def test_what_a_tool_says_is_shown_as_it_is(open_app: Open) -> None:
    page = open_app().page
    made = page.evaluate(
        "async text => (await import('./js/markdown.js')).lines(text)", "2*3*4 <b>\n\n- a_b_c\n- **d**\nend"
    )
    assert "2*3*4 &lt;b&gt;" in made
    assert "<li>a_b_c</li>" in made
    assert "<li>**d**</li>" in made
    assert made.strip().endswith("<p>end</p>")


def test_enter_during_an_answer_keeps_the_text_and_says_why(open_app: Open) -> None:
    app = open_app()
    app.say("write a long story about a fox and a river")
    expect(app.last.locator(".growing")).to_be_visible(timeout=60_000)
    app.say("what is 15% of 84")
    expect(app.page.locator(".early")).to_contain_text("Still answering")
    expect(app.page.locator("#said p", has_text="Still answering")).to_have_count(1)
    expect(app.box).to_have_value("what is 15% of 84")
    app.page.get_by_role("button", name="Stop", exact=True).click()
    expect(app.page.locator(".early")).to_have_count(0)
    app.box.press("Enter")
    expect(app.last).to_contain_text("12.6")


def test_the_why_unfolds_into_view(open_app: Open) -> None:
    app = open_app()
    for sentence in ("what is 15% of 84", "what time is it", "flip a coin", "turn on the kitchen light"):
        app.ask(sentence)
    app.last.locator("summary").click()
    expect(app.last.locator(".facts")).to_be_in_viewport(ratio=1)
    box, composer = app.last.locator(".facts").bounding_box(), app.page.locator(".composer").bounding_box()
    assert box and composer and box["y"] + box["height"] <= composer["y"] + 1
