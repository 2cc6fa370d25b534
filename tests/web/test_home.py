"""The home: what it shows is what is, and a tap does what it says."""

from playwright.sync_api import Locator, expect

from .app import App
from .conftest import Open


def tile(app: App, id: str) -> Locator:
    return app.page.locator(f'.page [data-thing="{id}"]')


def test_a_tap_switches_and_the_home_is_read_back(open_app: Open) -> None:
    app = open_app(at="#/home")
    app.act("home.turn_off", name="Coffee Machine")
    switch = tile(app, "switch.coffee_machine").get_by_role("switch")
    expect(switch).to_have_attribute("aria-checked", "false")
    switch.click()
    expect(switch).to_have_attribute("aria-checked", "true")
    assert app.thing("switch.coffee_machine")["state"] == "on"


def test_changes_from_elsewhere_are_seen_at_once(open_app: Open) -> None:
    app = open_app(at="#/home")
    app.act("home.turn_on", name="Bathroom Light")
    switch = tile(app, "light.bathroom").get_by_role("switch")
    expect(switch).to_have_attribute("aria-checked", "true")
    app.act("home.turn_off", name="Bathroom Light")
    expect(switch).to_have_attribute("aria-checked", "false")


def test_a_slider_sets_brightness_by_keyboard(open_app: Open) -> None:
    app = open_app(at="#/home")
    app.act("home.set_light", name="Desk Lamp", brightness=50)
    slider = tile(app, "light.desk_lamp").get_by_role("slider")
    expect(slider).to_have_value("50")
    slider.focus()
    for _ in range(5):
        slider.press("ArrowRight")
    expect(tile(app, "light.desk_lamp")).to_contain_text("on · 55%")
    assert round(app.thing("light.desk_lamp")["attributes"]["brightness"] * 100 / 255) == 55


def test_a_colour_is_set(open_app: Open) -> None:
    app = open_app(at="#/home")
    light = tile(app, "light.living_room")
    light.get_by_text("Colour").click()
    light.get_by_role("button", name="Blue").click()
    expect(light.get_by_role("switch")).to_have_attribute("aria-busy", "false")
    assert app.thing("light.living_room")["attributes"]["rgb_color"] == [0, 0, 255]


def test_unlocks_only_after_a_yes(open_app: Open) -> None:
    app = open_app(at="#/home")
    app.act("home.lock", name="Front Door")
    switch = tile(app, "lock.front_door").get_by_role("switch")
    expect(switch).to_have_attribute("aria-checked", "true")
    switch.click()
    asking = app.page.get_by_role("dialog")
    expect(asking).to_contain_text("Unlock Front Door?")
    asking.get_by_role("button", name="Cancel").click()
    assert app.thing("lock.front_door")["state"] == "locked"
    expect(switch).to_be_focused()
    switch.click()
    asking.get_by_role("button", name="Unlock").click()
    expect(switch).to_have_attribute("aria-checked", "false")
    app.act("home.lock", name="Front Door")


def test_the_demo_home_says_that_it_is_one(open_app: Open) -> None:
    app = open_app(at="#/home")
    app.page.get_by_text("This is the demo home").click()
    expect(app.page.get_by_text("KIPPU_HOME=")).to_be_visible()


def test_lists_and_notes_on_today(open_app: Open) -> None:
    app = open_app(at="#/today")
    box = app.page.get_by_role("textbox", name="Add to Shopping")
    box.fill("oat milk")
    box.press("Enter")
    item = app.page.locator(".item", has_text="oat milk")
    item.get_by_role("checkbox").check()
    expect(item.locator(".done")).to_have_text("oat milk")
    item.get_by_role("button", name="Remove “oat milk”").click()
    expect(item).to_have_count(0)
    box = app.page.get_by_role("textbox", name="Add a note")
    box.fill("the spare key is at the neighbour's")
    box.press("Enter")
    note = app.page.locator(".row", has_text="spare key")
    expect(note).to_have_count(1)
    note.get_by_role("button").click()
    expect(note).to_have_count(0)
