"""What is planned and moved to a day or an hour in figures, which to a light would be a level."""

import pytest

from understand.home import call, understand

MARCH, APRIL = "2027-03-04", "2027-04-03"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("move the light inspection to 3/4", "light inspection"),
        ("change the kitchen delivery to 3/4", "kitchen delivery"),
        ("push the window cleaning back to 3/4", "window cleaning"),
    ],
)
def test_of_two_days_it_is_asked_which(text: str, title: str) -> None:
    meaning = understand(text)
    assert meaning.question == "Which one: 4 March or 3 April?"
    days = tuple(call("calendar.move", text=title, at=day) for day in (MARCH, APRIL))
    assert meaning.proposed == days
    asked = {"asked": days, "offered": meaning.choices}
    assert understand("3 April", **asked).calls == days[1:]
    assert understand("march", **asked).calls == days[:1]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "move the light inspection to 25/12",
            call("calendar.move", text="light inspection", at="2026-12-25"),
        ),
        ("move the lamp reminder to 12/25", call("reminders.move", text="lamp", at="2026-12-25")),
        (
            "move the light inspection to 5",
            call("calendar.move", text="light inspection", at="17:00:00", either_half=True),
        ),
        (
            "change the time of the dentist to 4",
            call("calendar.move", text="dentist", at="16:00:00", either_half=True),
        ),
        (
            "move the friday dinner to 7",
            call("calendar.move", text="dinner", at="19:00:00", was="2026-11-27"),
        ),
        (
            "move the roast on sunday to 7",
            call("calendar.move", text="roast", at="19:00:00", either_half=True, was="2026-11-29"),
        ),
        (
            "move the 6:15 reminder to 7",
            call("reminders.move", text="6:15", at="19:00:00", either_half=True),
        ),
        ("照明の点検を3/4に移して", call("calendar.move", text="照明の点検", at=MARCH)),
        ("エアコンの掃除を3/4に変更して", call("calendar.move", text="エアコンの掃除", at=MARCH)),
    ],
)
def test_an_appointment_is_moved(text: str, wanted: object) -> None:
    assert understand(text).calls == (wanted,)


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("move the light in the bedroom to 3/4", "home.set_light"),
        ("move the blinds to 3/4", "home.set_position"),
        ("change the kitchen light to 50", "home.set_light"),
        ("move the volume to 5", "home.set_volume"),
        ("キッチンの電気を3/4にして", "home.set_light"),
    ],
)
def test_a_thing_of_the_home_has_its_level(text: str, tool: str) -> None:
    assert [call.tool for call in understand(text).calls] == [tool]


@pytest.mark.parametrize(
    "text",
    [
        "change the password to 3/4",
        "change the time signature to 3/4",
        "change the couch to 25/12",
        "move the slider to 3/4",
        "move the couch to 3",
        "move the white king to 3",
        "shift the gear to 3",
        "push the limit to 10",
    ],
)
def test_what_is_not_planned_is_moved_to_no_time(text: str) -> None:
    meaning = understand(text)
    assert not [one for one in (*meaning.calls, *meaning.proposed) if one.tool.startswith("calendar.")]


@pytest.mark.parametrize(
    ("text", "title", "at"),
    [
        ("change my vet appointment to 25/12", "vet appointment", "2026-12-25"),
        ("move the couch pick-up to 3", "couch pick-up", "15:00:00"),
        ("move the plumber to 3", "plumber", "15:00:00"),
        ("postpone the mortgage signing to 5", "mortgage signing", "17:00:00"),
        ("change the time of the launch to 3", "launch", "15:00:00"),
        ("push the grand opening to 25/12", "grand opening", "2026-12-25"),
    ],
)
def test_what_is_planned_is(text: str, title: str, at: str) -> None:
    (moved,) = understand(text).calls
    assert (moved.arguments["text"], moved.arguments["at"]) == (title, at)
