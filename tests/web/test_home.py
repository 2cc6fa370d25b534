"""The home: what it shows is what is, and a tap does what it says."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Route, expect

from demo.playing import written

from .app import App
from .conftest import Open, start


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


def test_a_slider_that_is_moved_on_while_the_home_answers_stays_where_it_is(open_app: Open) -> None:
    app = open_app(at="#/home")
    app.act("home.set_light", name="Desk Lamp", brightness=50)
    slider = tile(app, "light.desk_lamp").get_by_role("slider")
    expect(slider).to_have_value("50")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    app.page.route("**/api/act", hold, times=1)
    with app.page.expect_request("**/api/act"):
        slider.press("ArrowRight")
    slider.press("ArrowRight")
    with app.page.expect_response("**/api/home"):
        held[0].continue_()
    slider.press("ArrowRight")
    expect(tile(app, "light.desk_lamp")).to_contain_text("on · 53%")


def test_a_colour_is_set(open_app: Open) -> None:
    app = open_app(at="#/home")
    light = tile(app, "light.living_room")
    light.get_by_text("Colour").click()
    light.get_by_role("button", name="Blue").click()
    expect(light.get_by_role("switch")).to_have_attribute("aria-busy", "false")
    assert app.thing("light.living_room")["attributes"]["rgb_color"] == [0, 0, 255]


@pytest.mark.parametrize(("locale", "goal"), [("en-GB", "set to 23.5°"), ("ja-JP", "設定23.5°")])
def test_a_thermostat_says_what_it_is_set_to(open_app: Open, locale: str, goal: str) -> None:
    app = open_app(at="#/home", locale=locale)
    thermostats = [
        each for room in app.told("home")["rooms"] for each in room["things"] if each["domain"] == "climate"
    ]
    name, id = thermostats[0]["name"], thermostats[0]["id"]
    app.act("home.set_temperature", name=name, temperature=23.5)
    now = app.thing(id)["attributes"]["current_temperature"]
    expect(tile(app, id).locator(".state")).to_contain_text(goal)
    expect(tile(app, id).locator(".state")).to_contain_text(re.compile(r"\d°"))
    assert isinstance(now, int | float)


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
    app.page.get_by_text("This is a demo").click()
    expect(app.page.get_by_text("KIPPU_HOME=")).to_be_visible()


@dataclass
class Played:
    """A Kippu, and the home program of its own that it is connected to."""

    address: str
    command: list[str]
    home: "subprocess.Popen[str]"
    broker: str


@pytest.fixture
def played(tmp_path: Path, model_path: Path) -> Iterator[Played]:
    """A Kippu whose home has a lamp that answers what can't be read."""
    lamp = {"id": "light.lamp", "name": "Lamp", "state": "off", "fault": "garbage", "aliases": ["ランプ"]}
    command = [sys.executable, "-m", "kippu.demo", "--home", written(tmp_path, {"entities": [lamp]})]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as home:
        assert home.stdout
        address = json.loads(home.stdout.readline())["address"]
        data = tmp_path / "data"
        data.mkdir()
        (data / "settings.toml").write_text(f'home = "{address}"\n')
        running = start(data, model_path)
        yield Played(running.address, command, home, address)
        running.stop()
        home.terminate()


@pytest.fixture
def broken_lamp(played: Played) -> str:
    """The address of that Kippu."""
    return played.address


def test_what_cannot_be_read_is_said_with_what_was_known(broken_lamp: str, open_app: Open) -> None:
    app = open_app(at="#/home", address=broken_lamp)
    lamp = tile(app, "light.lamp")
    expect(lamp.locator(".state")).to_have_text("off")
    lamp.get_by_role("switch").click()
    expect(lamp).to_contain_text("The lamp answered with something I can't read.")
    known = re.compile(r"^sent something unreadable · last known: off, \d+:\d\d")
    expect(lamp.locator(".state")).to_have_text(known)
    other = open_app(at="#/home", address=broken_lamp, locale="ja-JP")
    known = re.compile(r"^読み取れない内容が届きました・最後の状態：オフ（午[前後]\d+:\d\d）")
    expect(tile(other, "light.lamp").locator(".state")).to_have_text(known)


def test_a_home_that_goes_and_comes_back_is_told_on_the_open_page(played: Played, open_app: Open) -> None:
    app = open_app(at="#/home", address=played.address)
    expect(tile(app, "light.lamp")).to_be_visible()
    played.home.kill()
    lost = app.page.get_by_text("The home can't be reached now.")
    expect(lost).to_be_visible()
    port = played.broker.rpartition(":")[2]
    with subprocess.Popen([*played.command, "--port", port], stdout=subprocess.DEVNULL) as again:
        expect(lost).to_have_count(0)
        again.terminate()


def test_things_and_rooms_are_called_by_their_japanese_names(open_app: Open) -> None:
    app = open_app(locale="ja-JP", at="#/home")
    assert app.thing("light.kitchen")["aliases"][0] == "キッチンの電気"
    name = tile(app, "light.kitchen").locator(".thing-name strong")
    expect(name).to_have_text("電気")
    expect(name).to_have_attribute("title", "Kitchen Light")
    expect(app.page.get_by_role("heading", name="キッチン")).to_have_attribute("title", "Kitchen")
    names = app.page.locator(".room h2, .thing-name strong, .reading span").all_inner_texts()
    assert len(names) > 20
    assert [name for name in names if not re.search(r"[ぁ-んァ-ヶ一-龠]", name)] == []
    app.act("home.turn_off", name="Coffee Machine")
    switch = app.page.get_by_role("switch", name="コーヒーメーカー")
    expect(switch).to_have_attribute("aria-checked", "false")
    switch.click()
    expect(switch).to_have_attribute("aria-checked", "true")
    assert app.thing("switch.coffee_machine")["state"] == "on"


def test_a_name_is_shortened_only_by_the_whole_name_of_its_room(open_app: Open) -> None:
    app = open_app(at="#/home")
    short = """([name, room]) => import('./js/things.js').then(({ shortName }) =>
      shortName({ name, aliases: ['別名'] }, { name: room, aliases: [] }))"""
    assert app.page.evaluate(short, ["Bath lamp", "Bath"]) == "Lamp"
    assert app.page.evaluate(short, ["Bathtub lamp", "Bath"]) == "Bathtub lamp"
    assert app.page.evaluate(short, ["Lamp", "Bath"]) == "Lamp"


def test_two_timers_without_a_name_can_be_told_apart(open_app: Open) -> None:
    app = open_app()
    app.ask("set a timer for 10 minutes")
    app.ask("set a timer for 25 minutes")
    app.go("today")
    for name in ("Timer 10:00", "Timer 25:00"):
        row = app.page.locator(".row").filter(has=app.page.get_by_text(name, exact=True))
        row.get_by_role("button", name=f"Remove “{name}”").click()
        expect(row).to_have_count(0)


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


def test_a_routine_that_was_taught_is_there_and_a_tap_says_it(open_app: Open) -> None:
    app = open_app(width=360)
    app.ask("when i say quiet hour, turn off the desk lamp and the printer")
    app.act("home.turn_on", name="Desk Lamp")
    app.go("home")
    row = app.page.locator(".row", has_text="turn off the desk lamp and the printer")
    row.get_by_role("button", name="quiet hour", exact=True).click()
    app.page.wait_for_function(
        "async () => (await (await fetch('/api/home')).json()).rooms.flatMap(({ things }) => things)"
        ".find(({ name }) => name === 'Desk Lamp').state === 'off'"
    )
    app.go("home")
    row.get_by_role("button", name="Remove “quiet hour”").click()
    expect(row).to_have_count(0)
