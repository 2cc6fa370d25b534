"""Questions of what was just done, answered with it and not with all there is."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

LAST = call("history.done", last=True)


@pytest.mark.parametrize(
    ("earlier", "text", "expected"),
    [
        ((call("alarms.cancel", at="2026-11-24T11:30:00"),), "did you cancel it", LAST),
        ((call("alarms.cancel", at="2026-11-24T11:30:00"),), "キャンセルした？", LAST),
        ((call("timers.cancel", id="3"),), "have you cancelled it", LAST),
        ((call("reminders.add", text="call mum", at="2026-11-24T17:00:00"),), "did you set it", LAST),
        ((call("lists.add", item="eggs", list="shopping"),), "did you add them", LAST),
        (
            (call("home.lock", name="Front Door"), call("timers.cancel", id="1")),
            "did you lock it",
            call("home.state", name="Front Door", state="locked", ask="is"),
        ),
        (
            (call("home.clean", area="Living Room"),),
            "is it done",
            call("home.state", domain="vacuum", ask="one"),
        ),
        ((call("home.dock", domain="vacuum"),), "send it back", call("home.dock", domain="vacuum")),
        (
            (call("history.done", day="2026-11-24"),),
            "and yesterday",
            call("history.done", day="2026-11-23"),
        ),
        ((call("history.done", day="2026-11-24"),), "昨日は？", call("history.done", day="2026-11-23")),
        (
            (call("reminders.add", text="check the oven", at="2026-11-24T10:30:00"),),
            "what did i ask you to remind me",
            call("reminders.list", words="check the oven"),
        ),
    ],
)
def test_what_was_done_answers_it(earlier: tuple[Call, ...], text: str, expected: Call) -> None:
    assert understand(text, earlier=earlier).calls == (expected,)


@pytest.mark.parametrize(
    "text", ["did you know that cats purr", "did you cancel christmas", "and yesterday was fun"]
)
def test_talk_is_no_such_question(text: str) -> None:
    earlier = (call("history.done", day="2026-11-24"),)
    assert all(not one.tool.startswith("history.") for one in understand(text, earlier=earlier).calls)


def test_of_several_told_it_is_the_one_of_this_talk() -> None:
    listed = tuple(call("timers.cancel", id=one) for one in ("1", "2", "3"))
    plan = (
        call("timers.repeat", at="2026-11-25T07:00:00", repeat="daily", command="open the blinds", id="2"),
    )
    asked = {"earlier": (call("timers.status"),), "listed": listed}
    assert understand("cancel it", **asked, before=(plan,)).calls == (listed[1],)
    assert understand("cancel it", **asked).calls == (call("about.which"),)


def test_the_half_that_it_has_already_is_told() -> None:
    alarm = call("alarms.set", at="2026-11-25T06:00:00")
    assert understand("make it 6 am", earlier=(alarm,)).calls == (alarm,)


def test_thanks_and_a_bare_ok() -> None:
    assert understand("ok thanks").calls == (call("about.thanks"),)
    assert understand("ok").calls == (call("about.ok"),)
    assert understand("了解").calls == (call("about.ok"),)


@pytest.mark.parametrize("text", ["how many things are on it", "how many items", "how many are left"])
def test_how_many_are_on_the_list(text: str) -> None:
    shown = (call("lists.add", item="eggs", list="shopping"),)
    assert understand(text, earlier=shown).calls == (call("lists.show", list="shopping", count=True),)
