"""A command for later that nobody could do then, "in ten minutes have a taxi here": a reminder is offered.

Knows calls; whether the command is understood is found out elsewhere.
"""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning

_SURE = 0.9
_UNITS = ("hours", "minutes", "seconds")
_PAST = regex(
    r"^(?:yesterday|last (?:night|week|month|year|summer|winter)|the other day|this morning)\b"
    r"|\b(?:ago|used to|went|came|had|was|were)\b|昨日|きのう|先週|先月|去年|昔",
    re.IGNORECASE,
)


def for_later(meaning: Meaning | None) -> str:
    """The command that a timer is to obey, where that is all that is meant; else empty."""
    if meaning is None or len(meaning.calls) != 1 or meaning.talk:
        return ""
    (call,) = meaning.calls
    return str(call.arguments.get("command") or "") if call.tool in ("timers.start", "timers.repeat") else ""


def obeying(meaning: Meaning, command: str) -> Meaning:
    """The same timer with another command."""
    (call,) = meaning.calls
    return replace(meaning, calls=(Call(call.tool, {**call.arguments, "command": command}),))


def reminder_instead(call: Call, language: Language, now: datetime) -> Meaning:
    """Asks whether to remind of such a call's command at its time; what has been is talk."""
    given = dict(call.arguments)
    if _PAST.search(given["command"]):
        return Meaning("talk", _SURE)
    left = timedelta(**{unit: given[unit] for unit in _UNITS if given.get(unit)})
    at = given.get("at") or (now + left).replace(tzinfo=None, microsecond=0).isoformat()
    command = given["command"]
    reminder = {"text": command, "at": at, **({"repeat": given["repeat"]} if given.get("repeat") else {})}
    question = (
        f"「{command}」は、私にはできません。その時間にお知らせしましょうか？"
        if language == "ja"
        else f"I can't do that for you: “{command}”. Shall I remind you of it then?"
    )
    return Meaning("template", _SURE, question=question, proposed=(Call("reminders.add", reminder),))
