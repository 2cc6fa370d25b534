"""Questions of what was just set, which name nothing."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

MEETING = call("calendar.add", text="会議", at="2026-11-25T10:00:00", end="12:00:00")
RUBBISH = call("reminders.add", text="ゴミ出し", at="2026-11-25T08:00:00")
ALARM = call("alarms.set", at="2026-11-25T07:00:00")
LOCK = call("timers.start", hours=13, command="lock the front door")
TIMER = call("timers.start", minutes=5)
SHOWN = call("calendar.show", words="会議")
HOME = call("home.turn_on", name="Kitchen Light")

TOLD = call("calendar.show", words="会議")
UNTIL = call("calendar.show", words="会議", ask="end")


@pytest.mark.parametrize(
    ("earlier", "text", "told"),
    [
        (MEETING, "何時まで？", UNTIL),
        (MEETING, "いつ終わるの？", UNTIL),
        (SHOWN, "何時まで？", UNTIL),
        (MEETING, "何時からだっけ？", TOLD),
        (MEETING, "いつだっけ", TOLD),
        (MEETING, "誰と会うんだっけ？", TOLD),
        (MEETING, "どこで？", TOLD),
        (MEETING, "until when?", UNTIL),
        (MEETING, "how long is it?", UNTIL),
        (MEETING, "when is that again?", TOLD),
        (MEETING, "who is it with?", TOLD),
        (RUBBISH, "何時に言ってくれる？", call("reminders.list", words="ゴミ出し")),
        (RUBBISH, "次いつ？", call("reminders.list", words="ゴミ出し")),
        (RUBBISH, "何分後だっけ？", call("reminders.list", words="ゴミ出し")),
        (RUBBISH, "when is that", call("reminders.list", words="ゴミ出し")),
        (RUBBISH, "when will you remind me?", call("reminders.list", words="ゴミ出し")),
        (ALARM, "いつ鳴る？", call("alarms.list")),
        (ALARM, "when does it ring?", call("alarms.list")),
        (LOCK, "何時に？", call("timers.status", name="lock the front door")),
        (TIMER, "when does it go off?", call("timers.status", start_minutes=5)),
    ],
)
def test_it_is_told_of_what_was_set(earlier: Call, text: str, told: Call) -> None:
    assert understand(text, earlier=(earlier,)).calls == (told,)


@pytest.mark.parametrize(
    "text",
    [
        "何時？",
        "今何時？",
        "what time is it?",
        "いつ雨やむ？",
        "when is christmas?",
        "どこ？",
        "いつもありがとう",
    ],
)
def test_other_questions_are_their_own(text: str) -> None:
    for earlier in (MEETING, RUBBISH, ALARM):
        calls = understand(text, earlier=(earlier,)).calls
        assert not any(one.tool in {"reminders.list", "alarms.list", "calendar.show"} for one in calls)


def test_nothing_is_told_where_nothing_was_set() -> None:
    for text in ("いつ？", "何時まで？", "until when?"):
        assert understand(text, earlier=(HOME,)).calls in ((), (call("about.unfinished"),))
        assert not understand(text).calls
