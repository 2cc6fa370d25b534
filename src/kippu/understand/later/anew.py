"""What was just planned, done again and again: "every day". Knows the turn before by its calls and words."""

from datetime import datetime

from kippu.regex import regex
from kippu.turn import Call, Meaning, Turn
from kippu.understand.follow import cancel
from kippu.understand.when.english import EVERY, find

_SURE = 0.9
_OFTEN = regex(
    r"(?:(?:and|no|actually|oh|wait|make (?:it|that)|do (?:it|that)|please|also)[, ]+)*"
    r"(?P<often>.+?)(?:[, ]+(?:please|from now on|then))*[.! ]*"
)
_RINGS = frozenset({"alarms.set", "reminders.add"})


def anew(text: str, turn: Turn) -> Meaning | None:
    """What takes it back, and plans it so; None for every other sentence (as ``text.sentence`` gives it)."""
    if turn.language != "en" or turn.asked or turn.talked or len(turn.earlier) != 1:
        return None
    last, often = turn.earlier[0], _OFTEN.fullmatch(text.casefold())
    if often is None or not EVERY.fullmatch(often["often"]):
        return None
    calls = _again(often["often"], last, turn)
    return Meaning("cues", _SURE, calls) if calls else None


def _again(often: str, last: Call, turn: Turn) -> tuple[Call, ...]:
    """The same at its hour, so often; none where no hour was said."""
    hour, back = _hour(last, turn), cancel(last)
    said = find(f"{often} at {hour}", turn.at) if hour else []
    if back is None or len(said) != 1 or said[0].at is None or not said[0].repeat:
        return ()
    when = {
        "at": said[0].at.replace(tzinfo=None, microsecond=0).isoformat(),
        "repeat": said[0].repeat,
    }
    if last.tool in _RINGS:
        return back, Call(last.tool, {**last.arguments, **when})
    return back, Call("timers.repeat", {**when, "command": last.arguments["command"]})


def _hour(last: Call, turn: Turn) -> str | None:
    """For when it is, on the clock."""
    at = str(last.arguments.get("at", ""))
    if last.tool in _RINGS and "T" in at and "repeat" not in last.arguments:
        return f"{datetime.fromisoformat(at):%H:%M}"
    if last.tool != "timers.start" or not last.arguments.get("command") or turn.deed is None:
        return None
    said = [one for one in find(turn.deed.said, turn.at) if one.at and one.clock]
    return f"{said[0].at:%H:%M}" if len(said) == 1 and turn.deed.calls == turn.earlier else None
