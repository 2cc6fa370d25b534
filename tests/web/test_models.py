"""The models page: the ladder, and a fetch only on a yes that saw size, licence and maker."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from .app import App
from .conftest import Open


def offered(app: App, purpose: str = "talk", instead: str | None = None) -> Locator:
    """The offer, of a real model; whether this device gets one by itself depends on how busy it is."""
    model = next(
        each
        for each in app.told("models")["models"]
        if each["kind"] == "chat" and each["purpose"] == purpose and not each["installed"]
    )
    offer = {
        "id": model["id"],
        "name": model["name"],
        "bytes": model["bytes"],
        "source": model["sources"][0],
        "tokens_per_second": model["tokens_per_second"],
        "purpose": purpose,
        "instead": instead,
        "unreached": instead and "Hugging Face: someone/else",
    }
    told = {**app.told("status"), "offer": offer}
    app.page.route("**/api/status", lambda route: route.fulfill(json=told))
    app.page.reload()
    app.ready()
    found = app.page.get_by_role("region", name="A better model for this device")
    expect(found).to_be_visible()
    return found


def test_the_model_in_use_stands_on_its_rung(open_app: Open) -> None:
    app = open_app(at="#/models")
    pocket = app.page.locator(".rung", has=app.page.get_by_role("heading", name="Pocket"))
    card = pocket.locator(".model").first
    expect(card.get_by_role("heading")).to_have_text("SmolLM2 135M Instruct")
    expect(card).to_contain_text("In use")
    expect(card).to_contain_text("Apache-2.0")
    expect(app.page.get_by_text("Not connected. Everything stays on this device.")).to_be_visible()


def test_what_a_model_took_stands_beside_what_was_predicted(open_app: Open) -> None:
    app = open_app()
    told = app.told("models")
    model = next(each for each in told["models"] if each["current"])
    model.update(memory=338_000_000, took=356_000_000)
    app.page.route("**/api/models", lambda route: route.fulfill(json=told))
    app.go("models")
    card = app.page.locator(".model").first
    expect(card).to_contain_text(re.compile(r"Memory\s*356 MB measured\s*\(predicted 338 MB\)"))


def test_nothing_is_fetched_without_a_yes(open_app: Open) -> None:
    app = open_app(at="#/models")
    app.page.get_by_role("button", name="Get ").first.click()
    asking = app.page.get_by_role("dialog")
    for fact in ("Size", "Maker", "Licence", "From"):
        expect(asking.get_by_text(fact, exact=True)).to_be_visible()
    asking.get_by_role("button", name="Cancel").click()
    assert [model["id"] for model in app.told("models")["models"] if model["progress"]] == []


def test_the_offer_is_small_on_the_empty_page_and_not_in_a_talk(open_app: Open) -> None:
    app = open_app(width=360)
    offer = offered(app)
    box = offer.bounding_box()
    assert box
    assert box["height"] < 100
    words = offer.locator("span").first
    assert words.evaluate("each => each.scrollWidth <= each.clientWidth")
    app.ask("what is 15% of 84")
    expect(offer).to_have_count(0)


def test_the_offer_opens_its_details_and_never_comes_back_after_a_no(open_app: Open) -> None:
    app = open_app()
    offer = offered(app)
    asking = app.page.get_by_role("dialog")
    offer.get_by_role("button", name="Details").click()
    expect(asking.get_by_text("Licence", exact=True)).to_be_visible()
    app.page.keyboard.press("Escape")  # only closed: neither yes nor no
    expect(asking).to_have_count(0)
    offer.get_by_role("button", name="Details").click()
    asking.get_by_role("button", name="No, thanks").click()
    expect(offer).to_have_count(0)
    app.page.reload()
    app.ready()
    expect(app.page.locator(".ticket-stub")).to_contain_text("SmolLM2")  # what the server tells is here
    expect(offer).to_have_count(0)
    assert [model["id"] for model in app.told("models")["models"] if model["progress"]] == []


def test_the_offer_says_what_it_is_where_from_and_how_fast(open_app: Open) -> None:
    app = open_app()
    offer = offered(app)
    told = app.page.evaluate("fetch('api/status').then((each) => each.json())")["offer"]
    expect(offer).to_contain_text(f"Better model: {told['name']}")
    expect(offer).to_contain_text(
        re.compile(r"\d[\d.,]* (MB|GB) · ~\d[\d.,]* tokens/s · (Hugging Face|package index)")
    )


def test_what_is_too_slow_or_too_big_says_why(open_app: Open) -> None:
    app = open_app()
    told = app.told("models")
    chats = [each for each in told["models"] if each["kind"] == "chat" and each["instruct"]]
    pictures = [each for each in told["models"] if each["kind"] == "picture"]
    for each in told["models"]:
        each.update(fits=False, slow=False, tight=False)
    slow = next(each for each in chats if each["rung"] == "cloud")
    slow.update(fits=True, slow=True, tokens_per_second=3.2, reads=2.0, bytes=7_000_000_000)
    app.page.route("**/api/models", lambda route: route.fulfill(json=told))
    app.go("models")
    cloud = app.page.locator(".rung", has=app.page.get_by_role("heading", name="Cloud"))
    expect(cloud).to_contain_text("these have room on this device itself")
    card = cloud.locator(".model")
    expect(card).to_contain_text("too slow here to talk with: it writes 3.2 and reads 2 tokens/s")
    assert not re.search(r"primary", card.get_by_role("button").get_attribute("class") or "")
    big = app.page.locator(".model", has_text=pictures[0]["name"]).first
    expect(big).to_contain_text(re.compile(r"needs [\d.,]+ GB of memory, too much beside all else"))
    expect(big.get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (lambda each: each["current"], "answers from now on."),
        (
            lambda each: each["kind"] == "chat" and each["instruct"] and not each["installed"],
            "“Use” on the page",
        ),
        (lambda each: each["kind"] == "embedding", "is on this device now."),
    ],
)
def test_what_has_come_says_whether_it_answers(
    open_app: Open, chosen: Callable[[Any], bool], said: str
) -> None:
    app = open_app(at="#/today")
    model = next(each for each in app.told("models")["models"] if chosen(each))
    news = {"id": model["id"], "name": model["name"], "installed": True, "talks": False}
    told = f"event: model\ndata: {json.dumps(news)}\n\n"
    app.page.route(
        "**/api/events", lambda route: route.fulfill(content_type="text/event-stream", body=told), times=1
    )
    app.page.reload()
    expect(app.page.locator(".notice").first).to_contain_text(model["name"])
    expect(app.page.locator(".notice").first).to_contain_text(said)


def test_the_best_for_this_device_is_marked(open_app: Open) -> None:
    app = open_app()
    offered(app)
    told = app.page.evaluate("fetch('api/status').then((each) => each.json())")["offer"]
    models = app.told("models")
    next(each for each in models["models"] if each["id"] == told["id"]).update(fits=True, slow=False)
    app.page.route("**/api/models", lambda route: route.fulfill(json=models))
    app.go("models")
    card = app.page.locator(".model", has_text="Best for this device")
    expect(card.get_by_role("heading")).to_have_text(told["name"])
    expect(card.get_by_role("button", name=re.compile("^Get "))).to_have_class(re.compile("primary"))


def test_the_offers_details_show_size_source_and_the_speed_to_expect(open_app: Open) -> None:
    app = open_app()
    offer = offered(app)
    model = next(
        each for each in app.told("models")["models"] if each["kind"] == "chat" and not each["installed"]
    )
    offer.get_by_role("button", name="Details").click()
    asking = app.page.get_by_role("dialog")
    rows = (
        "list => [...list.querySelectorAll('dt')].map(dt => [dt.innerText, dt.nextElementSibling.innerText])"
    )
    facts = dict(asking.locator(".facts").evaluate(rows))  # at once: a row may come between two looks
    unit = {"GB": 1e9, "MB": 1e6}
    size, name = facts["Size"].split()
    assert float(size.replace(",", "")) * unit[name] == pytest.approx(model["bytes"], rel=0.05)
    (speed,) = re.findall(r"about ([\d.,]+) tokens/s", facts["Writes"])
    assert float(speed.replace(",", "")) == pytest.approx(model["tokens_per_second"], rel=0.1)
    assert facts["From"]
    for source in model["sources"]:
        assert (source if isinstance(source, str) else source["name"]) in facts["From"]


def test_privacy_says_that_nothing_left(open_app: Open) -> None:
    app = open_app(at="#/ledger")
    expect(app.page.get_by_role("heading", name="Nothing you said has left this device.")).to_be_visible()


def test_an_offer_of_a_model_for_code_says_so(open_app: Open) -> None:
    app = open_app()
    offer = offered(app, "code")
    expect(offer).to_contain_text("made for code, talks too")
    offer.get_by_role("button", name="Details").click()
    expect(app.page.get_by_role("dialog")).to_contain_text("code; it talks too")


def test_the_offer_says_what_would_be_better_and_can_not_be_had(open_app: Open) -> None:
    app = open_app(width=360)
    offer = offered(app, "code", instead="Gemma 9")
    expect(offer).to_contain_text("Gemma 9 is better still, but Hugging Face couldn't be reached")
    told = app.told("models")
    other = next(each for each in told["models"] if not each["installed"] and each["fits"])
    other["unreached"] = "Hugging Face: someone/else"
    app.page.route("**/api/models", lambda route: route.fulfill(json=told))
    app.go("models")
    card = app.page.locator(".model", has=app.page.get_by_role("heading", name=other["name"], exact=True))
    expect(card).to_contain_text("Couldn't be reached lately: Hugging Face.")
