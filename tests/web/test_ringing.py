"""What rings: one bar that leaves the page in sight, heard and stopped; and what is said about it."""

from collections.abc import Iterator

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, expect

from .app import App
from .conftest import Open, Server


@pytest.fixture(autouse=True)
def silence(server: Server) -> Iterator[None]:
    """Nothing goes on ringing in the next test."""
    yield
    for each in httpx.get(f"{server.address}/api/reminders", trust_env=False).json():
        address = f"{server.address}/api/reminders/{each['id']}"
        httpx.delete(address, headers={"Origin": server.address}, trust_env=False)


# Notes down what is notified, by the page or through its worker, and lets it happen.
_SPY = """
window.notified = [];
const show = ServiceWorkerRegistration.prototype.showNotification;
ServiceWorkerRegistration.prototype.showNotification = function (title, options) {
  window.notified.push(title);
  return show.call(this, title, options);
};
const Real = window.Notification;
window.Notification = class extends Real {
  constructor(title, options) {
    super(title, options);
    window.notified.push(title);
  }
};
"""


def bar(app: App) -> Locator:
    return app.page.get_by_role("region", name="Ringing now")


def two_ring(app: App) -> None:
    app.ask("set an egg timer for 1 second")
    app.ask("set a tea timer for 2 seconds")
    expect(bar(app).get_by_role("button", name="2 ringing")).to_be_visible(timeout=20_000)


def top_and_bottom(part: Locator) -> tuple[float, float]:
    box = part.bounding_box()
    assert box
    return box["y"], box["y"] + box["height"]


def assert_newest_in_sight(app: App) -> None:
    top, bottom = top_and_bottom(app.last)
    assert top_and_bottom(bar(app))[1] <= top
    assert bottom <= top_and_bottom(app.page.locator(".composer"))[0]


def test_one_rings_and_can_be_dismissed(open_app: Open) -> None:
    app = open_app()
    app.ask("set an egg timer for 2 seconds")
    expect(bar(app)).to_contain_text("The egg timer is up.", timeout=20_000)
    # Said at once, also while an answer is read.
    expect(app.page.get_by_role("alert")).to_have_text("Ringing: The egg timer is up.")
    bar(app).get_by_role("button", name="Dismiss").click()
    expect(bar(app)).to_have_count(0)
    assert not [each for each in app.told("reminders") if each["state"] == "ringing"]


def test_one_can_be_put_off(open_app: Open) -> None:
    app = open_app()
    app.ask("set a timer for 1 second")
    bar(app).get_by_role("button", name="Snooze 10 minutes").click(timeout=20_000)
    expect(bar(app)).to_have_count(0)
    later = [each for each in app.told("reminders") if each["kind"] == "timer"]
    assert [each["state"] for each in later] == ["pending"]


def test_several_fold_into_one_bar_and_the_newest_answer_stays_in_sight(open_app: Open) -> None:
    app = open_app(width=360)
    for sum_ in ("12 times 3", "7 times 8", "15% of 84"):
        app.ask(f"what is {sum_}")
    two_ring(app)
    expect(bar(app).get_by_text("egg")).to_be_hidden()
    page = app.page.viewport_size
    assert page
    top, bottom = top_and_bottom(bar(app))
    assert bottom - top < page["height"] / 10
    assert_newest_in_sight(app)
    bar(app).get_by_role("button", name="2 ringing").click()
    expect(bar(app).get_by_text("The egg timer is up.")).to_be_visible()
    top, bottom = top_and_bottom(bar(app))
    assert bottom - top <= page["height"] / 4
    app.page.wait_for_timeout(100)  # two frames: the talk is scrolled in the next one
    assert_newest_in_sight(app)


def test_each_of_several_and_all_of_them_can_be_dismissed(open_app: Open) -> None:
    app = open_app()
    two_ring(app)
    bar(app).get_by_role("button", name="2 ringing").click()
    bar(app).get_by_role("button", name="Dismiss: The egg timer is up.").press("Enter")
    expect(bar(app).get_by_text("The egg timer is up.")).to_have_count(0)
    expect(bar(app)).to_contain_text("The tea timer is up.")
    # Who dismissed by keyboard goes on from there.
    expect(bar(app).get_by_role("button").first).to_be_focused()
    app.ask("set a rice timer for 1 second")
    expect(bar(app).get_by_role("button", name="2 ringing")).to_be_visible(timeout=20_000)
    bar(app).get_by_role("button", name="Dismiss all").press("Enter")
    expect(bar(app)).to_have_count(0)
    expect(app.page.locator("main")).to_be_focused()


def test_the_keyboard_comes_to_what_rings_first(open_app: Open) -> None:
    app = open_app()
    two_ring(app)
    press = app.page.keyboard.press
    app.page.locator("main").focus()
    press("Tab")
    expect(bar(app).get_by_role("button", name="2 ringing")).to_be_focused()
    press("Enter")
    press("Tab")
    expect(bar(app).get_by_role("button", name="Dismiss all")).to_be_focused()
    press("Tab")
    expect(bar(app).get_by_role("button", name="Snooze 10 minutes: The egg timer is up.")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_nothing_while_two_ring(open_app: Open, width: int, scheme: str) -> None:
    app = open_app(width=width, scheme=scheme)
    two_ring(app)
    bar(app).get_by_role("button", name="2 ringing").click()
    found = Axe().run(app.page)
    assert found.violations_count == 0, found.generate_report()
    assert app.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_whoever_turns_notifications_on_reads_that_they_need_an_open_page(open_app: Open) -> None:
    app = open_app(width=360)
    app.ask("set a timer for 2 minutes")
    asked = app.page.get_by_role("region", name="Notifications")
    expect(asked).to_contain_text("Only while a Kippu tab is open")
    # It stands above the talk, not between the newest answer and the box.
    assert top_and_bottom(asked)[1] <= top_and_bottom(app.last)[0]
    asked.get_by_role("button", name="Not now").click()
    expect(asked).to_have_count(0)
    for permissions in ([], ["notifications"]):
        settings = open_app(at="#/settings", permissions=permissions)
        expect(settings.page.get_by_text("only while it is open in a tab or window")).to_be_visible()


def tabs(app: App, number: int) -> list[App]:
    """That many tabs of this browser, each of which notes down what it notifies."""
    app.page.context.add_init_script(_SPY)
    app.page.reload()
    app.ready()
    others = []
    for _ in range(number - 1):
        page = app.page.context.new_page()
        page.goto(app.origin)
        others.append(App(page, app.origin, app.complaints))
        others[-1].ready()
    return [app, *others]


def notified(*apps: App) -> list[str]:
    return [text for app in apps for text in app.page.evaluate("notified")]


def test_a_reminder_that_rings_notifies_with_its_text(open_app: Open) -> None:
    (app,) = tabs(open_app(permissions=["notifications"]), 1)
    app.ask("remind me to water the roses in 2 seconds")
    expect(bar(app)).to_contain_text("water the roses", timeout=20_000)
    app.page.wait_for_timeout(1_000)  # what would come twice has come by then
    (text,) = notified(app)
    assert "water the roses" in text


def test_of_two_tabs_one_notifies_and_the_other_goes_on_when_it_is_closed(open_app: Open) -> None:
    first, second = tabs(open_app(permissions=["notifications"]), 2)
    second.ask("remind me to water the roses in 2 seconds")
    for app in (first, second):
        expect(bar(app)).to_contain_text("water the roses", timeout=20_000)
    first.page.wait_for_timeout(1_000)  # what would come twice has come by then
    assert len(notified(first, second)) == 1
    bar(second).get_by_role("button", name="Dismiss").click()
    first.page.close()
    second.ask("remind me to feed the cat in 2 seconds")
    expect(bar(second)).to_contain_text("feed the cat", timeout=20_000)
    second.page.wait_for_timeout(1_000)
    assert len([text for text in notified(second) if "feed the cat" in text]) == 1


def notifications(app: App) -> list[str]:
    """What stands among the notifications of the system."""
    shown = "navigator.serviceWorker.ready.then((one) => one.getNotifications())"
    titles: list[str] = app.page.evaluate(f"{shown}.then((all) => all.map(({{ title }}) => title))")
    return titles


def waits_for_notifications(app: App, number: int) -> None:
    for _ in range(200):
        if len(notifications(app)) == number:
            return
        app.page.wait_for_timeout(100)
    assert len(notifications(app)) == number


def test_a_reload_does_not_notify_again(open_app: Open) -> None:
    (app,) = tabs(open_app(permissions=["notifications"]), 1)
    app.ask("remind me to water the roses in 2 seconds")
    expect(bar(app)).to_contain_text("water the roses", timeout=20_000)
    waits_for_notifications(app, 1)
    app.page.reload()
    expect(bar(app)).to_contain_text("water the roses", timeout=20_000)
    app.page.wait_for_timeout(1_000)  # what would come twice has come by then
    assert notified(app) == []
    assert len(notifications(app)) == 1


def test_what_is_dismissed_leaves_the_notifications_and_what_is_snoozed_comes_again(open_app: Open) -> None:
    (app,) = tabs(open_app(permissions=["notifications"]), 1)
    app.ask("remind me to water the roses in 2 seconds")
    waits_for_notifications(app, 1)
    (ringing,) = (each for each in app.told("reminders") if each["state"] == "ringing")
    snooze = f"{app.origin}/api/reminders/{ringing['id']}/snooze"
    headers = {"Origin": app.origin}
    assert httpx.post(snooze, json={"minutes": 0.05}, headers=headers, trust_env=False).is_success
    waits_for_notifications(app, 0)
    waits_for_notifications(app, 1)
    assert len(notified(app)) == 2
    bar(app).get_by_role("button", name="Dismiss").click()
    waits_for_notifications(app, 0)


def test_the_very_first_visit_notifies_of_what_rings_already(open_app: Open) -> None:
    open_app().ask("remind me to water the roses in 1 second")
    app = open_app(permissions=["notifications"])
    expect(bar(app)).to_contain_text("water the roses", timeout=20_000)
    waits_for_notifications(app, 1)


def test_without_a_yes_nothing_notifies(open_app: Open) -> None:
    (app,) = tabs(open_app(), 1)
    app.ask("remind me to water the roses in 2 seconds")
    expect(bar(app)).to_contain_text("water the roses", timeout=20_000)
    app.page.wait_for_timeout(1_000)
    assert notified(app) == []
