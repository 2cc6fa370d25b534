"""What follows on an alarm with what was planned for it: "actually 8" moves both, "cancel the alarm" is for
that alone."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from kippu.regex import regex
from kippu.turn import Call, Meaning
from kippu.understand.follow import CANCEL, Morning, cancel
from kippu.understand.later.schedule import parts
from kippu.understand.mending.by_a_length import put_off
from kippu.understand.mending.correcting import corrected
from kippu.understand.reading.said import Said

_ALARM = regex(r"\balarm\b|アラーム|目覚まし")
_OTHER = regex(
    r"\b(?:timer|reminder|note|item|list|event|appointment|meeting)\b|タイマー|リマインダー|メモ|リスト"
)
_HOUR = r"(?:at )?(?P<hour>\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?)"
_BARE = regex(
    rf"^(?:(?:no|nope|oh|wait|actually|sorry|i mean|i meant|rather|make that)[, ]+)+{_HOUR}(?:,? please)?$"
    rf"|^{_HOUR.replace('hour', 'instead')},? (?:instead|rather)(?:,? please)?$"
)
"""Another hour, said without a verb."""


def with_its_plans(said: Said) -> Meaning | None:
    """Takes back or moves the alarm and all that was planned for it."""
    turn = said.turn
    morning = None if turn.asked else Morning.of(turn.earlier, turn.at)
    folded = said.text.casefold()
    alarm = _ALARM.search(folded) is not None
    if morning is None or _OTHER.search(folded) or not (alarm or morning.whole):
        return None
    if CANCEL[said.language].match(folded):
        alone = cancel(morning.alarm) if alarm else None
        return Meaning("cues", 0.97, (alone,) if alone else morning.cancelled())
    bare = _BARE.match(folded)
    text = f"make it {bare['hour'] or bare['instead']}" if bare else said.text
    anew = _anew(text, said, (morning.alarm,))
    at = next((str(call.arguments["at"]) for call in anew if call.tool == "alarms.set"), None)
    if at is None:  # of the plans alone nobody spoke
        return Meaning("cues", 0.9, (Call("about.which"),)) if _anew(text, said, morning.plans) else None
    planned = map(partial(_at, datetime.fromisoformat(at), turn.at.replace(tzinfo=None)), morning.plans)
    return Meaning("cues", 0.97, (*anew, *(call for both in planned for call in both)))


def _anew(text: str, said: Said, earlier: Sequence[Call]) -> tuple[Call, ...]:
    given = text, said.language, said.turn.at, earlier
    return put_off(*given) or corrected(*given)


def _at(at: datetime, now: datetime, plan: Call) -> tuple[Call, ...]:
    """Takes a plan back and makes it for another moment."""
    back = cancel(plan)
    if back is None:
        return ()
    if plan.tool == "timers.repeat":
        return back, Call(plan.tool, {**plan.arguments, "at": at.isoformat()})
    left = parts((at - now).total_seconds())
    return back, Call(plan.tool, {**left, "command": plan.arguments["command"]})
