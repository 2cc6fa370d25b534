"""Today: what is due, and what is in the calendar."""

import re

import pytest
from playwright.sync_api import expect

from .conftest import Open


def test_what_is_to_be_done_later_says_what_it_is(open_app: Open) -> None:
    app = open_app()
    app.ask("turn on the bathroom light in 50 minutes")
    app.go("today")
    row = app.page.locator(".row", has_text="turn on the bathroom light")
    expect(row).to_contain_text("To be done")
    expect(row).not_to_contain_text("Timer")
    row.get_by_role("button", name="Remove “turn on the bathroom light”").click()
    expect(row).to_have_count(0)


@pytest.mark.parametrize(
    ("locale", "left"), [("en-GB", r"\b2 h (?:30|29) min$"), ("ja-JP", r"2時間(?:30|29)分$")]
)
def test_beyond_an_hour_no_seconds_are_counted(open_app: Open, locale: str, left: str) -> None:
    app = open_app(locale=locale)
    app.act("timers.start", hours=2, minutes=30, name=f"stew {locale}")
    app.page.reload()
    app.go("today")
    row = app.page.locator(".row", has_text=f"stew {locale}")
    expect(row.get_by_role("timer")).to_have_text(re.compile(left))
    row.get_by_role("button").click()
    expect(row).to_have_count(0)


@pytest.mark.parametrize(
    ("locale", "repeat", "often"),
    [
        ("en-GB", "weekdays", "every weekday"),
        ("en-GB", "mon,thu", "every Mon, Thu"),
        ("ja-JP", "weekends", "週末"),
        ("ja-JP", "mon,thu", "毎週月・木"),
    ],
)
def test_what_repeats_says_how_often(open_app: Open, locale: str, repeat: str, often: str) -> None:
    app = open_app(locale=locale)
    text = f"stretch {locale} {repeat}"
    app.act("reminders.add", text=text, at="2099-11-03T15:00", repeat=repeat)
    app.page.reload()
    app.go("today")
    row = app.page.locator(".row", has_text=text)
    expect(row).to_contain_text(often)
    row.get_by_role("button").click()
    expect(row).to_have_count(0)


def test_the_calendar_of_the_days_to_come_is_there(open_app: Open) -> None:
    app = open_app()
    app.ask("schedule a meeting with Paul tomorrow at 3 pm")
    app.go("today")
    card = app.page.locator(".card", has=app.page.get_by_role("heading", name="Calendar"))
    expect(card.locator(".row")).to_contain_text(re.compile(r"meeting with Paul.*tomorrow, 3:00\sPM"))
    app.go("chat")
    app.ask("cancel my meeting tomorrow")
    app.go("today")
    expect(card).to_contain_text("Nothing is planned")


@pytest.mark.parametrize(("locale", "clock"), [("en-GB", r"3:00\sPM"), ("ja-JP", "午後3:00")])
def test_pages_tell_the_time_as_answers_do(open_app: Open, locale: str, clock: str) -> None:
    app = open_app(locale=locale)
    app.act("reminders.add", text=f"call {locale}", at="2099-11-03T15:00")
    app.page.reload()
    app.go("today")
    row = app.page.locator(".row", has_text=f"call {locale}")
    expect(row).to_contain_text(re.compile(clock))
    row.get_by_role("button").click()
    expect(row).to_have_count(0)
