"""A reminder some time before something, where another order stands before it: "turn on the light and remind
me ten minutes before the meeting at 4"; or that order puts the event down: "put the dentist in my calendar on
friday at 3 and remind me an hour before". Knows the readers by two functions.
"""

import re
from collections.abc import Callable
from datetime import datetime

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.later.beforehand import SURE, beforehand, reminded_of
from kippu.understand.when.finding import FIND

_CUT: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"^(?P<lead>.+?),?(?: and| then|,) (?:then |also )?"
        r"(?P<rest>(?:remind|wake|alert|notify|tell|let) me .+)$",
        re.IGNORECASE,
    ),
    "ja": regex(r"^(?P<lead>.+?[^い][てで])(?:から)?、?(?P<rest>.{4,})$"),
}


def ahead(
    text: str,
    language: Language,
    now: datetime,
    alarm: Callable[[str], Call | None],
    order: Callable[[str], Meaning | None],
) -> Meaning | None:
    """What ``beforehand`` makes of it, with the order before it; None for every other sentence.

    ``text`` as ``text.sentence`` gives it; ``alarm`` gives the call of a plain alarm, ``order`` the meaning
    of any sentence.
    """
    return _behind(text, language, now, alarm, order) or beforehand(text, language, now, alarm)


def _behind(
    text: str,
    language: Language,
    now: datetime,
    alarm: Callable[[str], Call | None],
    order: Callable[[str], Meaning | None],
) -> Meaning | None:
    """The reminder behind an order; None where nothing stands before it that is one."""
    cut = _CUT[language].match(text)
    if cut is None or not _BEFORE[language].search(cut["rest"]):
        return None
    lead = order(cut["lead"])
    if lead is None or lead.question or not lead.calls or lead.talk:
        return None
    title = str(lead.calls[0].arguments.get("text", ""))
    event = _of(lead.calls[0], cut, language, now)
    told = beforehand(cut["rest"], language, now, alarm) or beforehand(event, language, now, alarm)
    if told is None:
        return None
    of = reminded_of(cut["rest"], language) or (title if reminded_of(event, language) else "")
    # Where nobody knows when the event is, the reminder alone asks for its time.
    calls = told.calls or ((Call("reminders.add", {"text": of}),) if of else ())
    return Meaning("cues", SURE, (*lead.calls, *calls)) if calls else None


_BEFORE: dict[Language, re.Pattern[str]] = {
    "en": regex(r"\b(?:before|earlier|ahead|prior|advance)", re.IGNORECASE),
    "ja": regex(r"前"),
}


def _of(call: Call, cut: re.Match[str], language: Language, now: datetime) -> str:
    """The event that was just put down or moved, said with the reminder; empty where none was."""
    phrases = [one for one in FIND[language](cut["lead"], now) if one.at]
    title = call.arguments.get("text")
    if call.tool not in {"calendar.add", "calendar.move"} or not title or len(phrases) != 1:
        return ""
    when = cut["lead"][phrases[0].start : phrases[0].end].strip()
    return f"{when}{title}があるから{cut['rest']}" if language == "ja" else f"{title} {when}, {cut['rest']}"
