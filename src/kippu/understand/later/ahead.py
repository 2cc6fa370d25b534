"""A reminder some time before something, where another order stands before it: "turn on the light and remind
me ten minutes before the meeting at 4"; or that order puts the event down: "put the dentist in my calendar on
friday at 3 and remind me an hour before". Knows the readers by two functions.
"""

import re
from collections.abc import Callable
from datetime import datetime

from kippu.turn import Call, Language, Meaning
from kippu.understand.later.beforehand import SURE, beforehand
from kippu.understand.later.schedule import FIND

_CUT: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"^(?P<lead>.+?),?(?: and| then|,) (?:then |also )?"
        r"(?P<rest>(?:remind|wake|alert|notify|tell|let) me .+)$",
        re.IGNORECASE,
    ),
    "ja": re.compile(r"^(?P<lead>.+?[てで])(?:から)?、(?P<rest>.+)$"),
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
    if alone := beforehand(text, language, now, alarm):
        return alone
    cut = _CUT[language].match(text)
    if cut is None or not _BEFORE[language].search(cut["rest"]):
        return None
    lead = order(cut["lead"])
    if lead is None or lead.question or not lead.calls or lead.talk:
        return None
    told = beforehand(cut["rest"], language, now, alarm) or beforehand(
        _of(lead.calls[0], cut, language, now), language, now, alarm
    )
    if told is None or not told.calls:
        return None
    return Meaning("cues", SURE, (*lead.calls, *told.calls))


_BEFORE: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:before|earlier|ahead|prior|advance)", re.IGNORECASE),
    "ja": re.compile(r"前"),
}


def _of(call: Call, cut: re.Match[str], language: Language, now: datetime) -> str:
    """The event that was just put down, said with the reminder; empty where none was."""
    phrases = [one for one in FIND[language](cut["lead"], now) if one.at]
    title = call.arguments.get("text")
    if call.tool != "calendar.add" or not title or len(phrases) != 1:
        return ""
    when = cut["lead"][phrases[0].start : phrases[0].end].strip()
    return f"{when}{title}があるから{cut['rest']}" if language == "ja" else f"{title} {when}, {cut['rest']}"
