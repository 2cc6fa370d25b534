"""What of an English sentence goes into the gaps of a plain one. Knows no encoder."""

import re
from datetime import datetime

from kippu.regex import regex
from kippu.understand.free.any_colour import any_colour
from kippu.understand.free.asked_en import asks_weekday, fact
from kippu.understand.free.chance_en import choices, dice
from kippu.understand.free.clauses_en import looked_up, noted, nudged, planned, told
from kippu.understand.free.clocks_en import days_off, holiday, there, zone_said
from kippu.understand.free.day_asked import day_asked
from kippu.understand.free.elsewhere import is_around_here
from kippu.understand.free.money_en import exchange
from kippu.understand.free.named_en import bare_hour, moved, reminder_named, timer_named, woken_by
from kippu.understand.free.numbers_en import numbers_said
from kippu.understand.free.parts import Parts
from kippu.understand.free.sums_en import spoken_sum
from kippu.understand.free.titles_en import fancied, heard, put_on, titled
from kippu.understand.free.unclear_en import is_home
from kippu.understand.free.units_en import conversion
from kippu.understand.text import sentence
from kippu.understand.when.english import find
from kippu.understand.when.hours import hours
from kippu.understand.when.phrase import When

_IN = regex(r"^(?:in|after) (?=\d|half|an? )", re.IGNORECASE)
"""What makes a length of time a moment: "a timer that goes off after 25 minutes"."""
_VACUUMS = regex(r"\b(?:vac\b|vacuum|hoover|roomba|robo|clean|sweep|dust)")
_MAKES = regex(r"\b(?:make|brew|start|run|have .* ready|get .* (?:going|ready))\b")
_PAST = regex(r"^past (?=half|quarter|\d)", re.IGNORECASE)
"""Until when nobody wants to sleep: "don't let me sleep past half 7"."""
_ISH = regex(r"(?<=[a-z]{3})ish$", re.IGNORECASE)
_STATE = regex(r"\b(?:on|off|open|closed|locked|unlocked|shut|secured?|bolted|running)\b")
_STATES = {"shut": "closed", "secure": "locked", "secured": "locked", "bolted": "locked", "running": "on"}
_CLAUSE = regex(r"[,:;]\s+|\s-\s")
_TO_NOTE = regex(r"\b(?:note|jot|write|save|record|remember|log|put)\b", re.IGNORECASE)
"""How the clause that asks to keep the others says so: "left side 3.40, write that down"."""
_MEDIA_KIND = regex(
    r"^ (playlist|album|station|podcast|radio|channel|audio ?book|soundtrack|episode|songs?|list)\b",
    re.IGNORECASE,
)
_WORD = regex(r"\w+")
_DAYS = regex(r"\b(today|tomorrow|yesterday)s\b", re.IGNORECASE)
_TIME_AND_DATE = regex(
    r"\b(?:time and (?:the |today's )?(?:date|day)|(?:date|day) and (?:the )?time)"
    r"(?! (?:of|for|in|on|do|does|did|is my|shall|should|that) (?!today|now|right now|it is))"
)
_OFF = regex(r" (?:is |'s |has been )?(?:off|cancel\w*|not happening|called off)\b", re.IGNORECASE)
_ITS_DAY = regex(
    r"^(?:to(?:day|morrow|night)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)'s (?=\w)", re.IGNORECASE
)
_WHOSE = regex(
    r"(?<![\w'])(?!(?:to(?:day|morrow|night)|yesterday|\w+day|week|month|year|that|it|what|let|there|here|who"
    r"|where|when|how|he|she)'s)[a-z]+'s $",
    re.IGNORECASE,
)
_KIND_BEHIND = regex(
    r" (?!is\b|on\b|at\b|to\b|and\b|in\b|the\b|my\b|of\b|for\b|this\b)[a-z]{3,}", re.IGNORECASE
)
_DONE_WITH = regex(
    r"(?<![\w'])(?!me\b|us\b|in\b|it\b|up\b|meet\b|event\b|one\b|something\b|am\b|be\b|go\b|out\b)"
    r"[a-z]{3,} with (?:my |our |the )?$",
    re.IGNORECASE,
)
_WHOM = regex(
    r"\b(?:ring|phone|call|dial|telephone|get hold of|give) (?:up )?"
    r"(?P<whom>(?:my|the|our) (?!number|list)[a-z]+(?: [a-z]+)?)"
    r"(?= (?:a (?:call|ring|bell|buzz|shout)|on|up|for|now|please|back|today|tomorrow)\b|$)"
    r"|\bcall (?:to|with) (?P<with>(?:(?:my|the|our) )?[a-z]+(?: [a-z]+)?)$|\bdial (?P<dialled>[a-z]+)$"
)
_OWN_EVENT = regex(
    r"\b(?:my|our) (?P<what>(?:[\w'-]+ ){0,2}?(?:anniversary|appointment|birthday|check-?up|exam|flight"
    r"|haircut|interview|meeting|trip|vacation|holiday|wedding|class|lesson|party))\b",
    re.IGNORECASE,
)
_LISTS = {
    "do": "to do",
    "grocery": "shopping",
    "groceries": "shopping",
    "todo": "to do",
    "to-do": "to do",
    "task": "to do",
}
_OWN_LIST = regex(r"\b(?:shopping|grocery|groceries|to[- ]?do|task)s?\b", re.IGNORECASE)
_RISES = regex(r"\b(?:wake|woken|waking|get (?:me )?up|be up|i'm up|early|shift)\b")
"""Speaks of getting up: its small hours are the morning's."""
_NOT_BUT = regex(r"\bnot (?:at )?$")
"""A time that another one stands for: "not at five but at six"."""


def filled(parts: Parts, now: datetime, kind: str) -> dict[str, str]:
    """The words for each gap, empty where the sentence has none; ``kind`` is meant if nothing is named."""
    plain = _DAYS.sub(r"\1's", sentence(parts.text, "en"))
    found = find(plain, now)
    phrases = [
        phrase
        for phrase in found
        if (phrase.at or phrase.day or phrase.repeat) and not _NOT_BUT.search(plain[: phrase.start])
    ]
    person = parts.one("person").removesuffix("'s")
    return (
        _in_the_home(parts, plain, now, kind)
        | numbers_said(parts, plain)
        | _times(parts, plain, now, found, phrases)
        | _kept_here(parts, plain.casefold(), person)
        | _unmarked(parts, plain, phrases, person)
    )


def _in_the_home(parts: Parts, plain: str, now: datetime, kind: str) -> dict[str, str]:
    """The words for what is done with a thing, where and how."""
    folded = plain.casefold()
    device, room = parts.one("device") or kind, parts.one("room")
    lights = f"the {parts.one('device') or 'lights'}"
    return {
        "target": _in_room(f"the {device.removeprefix('the ')}" if device else "", room),
        "lights": _in_room(lights, room),
        "room": room,
        "started": "on" if _MAKES.search(folded) else "",
        "cleaned": room if room and _VACUUMS.search(folded) and not is_home(room) else "",
        "state": _STATES.get(found[0], found[0]) if (found := _STATE.search(folded)) else "",
        "color": _colour(parts, plain, now),
        "media": _media(parts),
        "titled": titled(parts),
        "fancied": fancied(parts.text),
    }


def _times(parts: Parts, plain: str, now: datetime, found: list[When], phrases: list[When]) -> dict[str, str]:
    """The words for when, for how long, and what is asked of a clock or a calendar."""
    folded = plain.casefold()
    lengths = [
        length
        for one in found
        if one.duration or one.at
        for length in [_IN.sub("", plain[one.start : one.end])]
        if one.duration or length != plain[one.start : one.end]
    ]
    days = [(one.start, one.end) for one in phrases if one.day and not one.stretch]
    clocks = [(one.start, one.end) for one in phrases if one.clock]
    asks_both = _TIME_AND_DATE.search(folded)
    when = " ".join(plain[one.start : one.end] for one in _once(phrases))
    hour = "" if clocks else woken_by(folded)
    return {
        "when": _PAST.sub("at ", when) or parts.one("when"),
        "rising": _PAST.sub("at ", when) if _RISES.search(folded) else "",
        "length": lengths[0] if len(lengths) == 1 else "",
        "hours": asked.said if (asked := hours(plain, "en", now)) else "",
        "day_asked": day_asked(plain, "en", days),
        "there": there(plain, clocks, parts.all("place")),
        "days_off": days_off(folded),
        "holiday": holiday(folded),
        "time_and_date": f"what time and date is it{' today' * ('today' in folded)}" if asks_both else "",
        "weekday": "today" if asks_weekday(folded) else "",
        "hour": "" if phrases else bare_hour(folded),
        "woken": f"at {hour} {when}".strip() if hour else "",
    }


def _kept_here(parts: Parts, folded: str, person: str) -> dict[str, str]:
    """The words for what is kept or sent: a row, a note, an event, and for whom."""
    items = parts.all("item")
    return {
        "list": _list(parts, folded),
        "item": " and ".join(items) or parts.one("text"),
        "text": parts.one("text") or parts.one("item"),
        "title": _title(parts) or parts.one("text"),
        "own": own["what"] if (own := _OWN_EVENT.search(parts.text)) else "",
        "rest": _rest(parts.text),
        "digits": parts.one("number"),
        "whom": next(filter(None, whom.groups()), "") if (whom := _WHOM.search(folded)) else "",
        "person": person,
        "place": _place(parts) or zone_said(folded),
        "timer": _title(parts) or timer_named(folded),
    }


def _unmarked(parts: Parts, plain: str, phrases: list[When], person: str) -> dict[str, str]:
    """The words for the gaps of parts that nobody marks, found in the sentence itself."""
    folded = plain.casefold()
    spans = [(one.start, one.end) for one in phrases]
    to_do, so = nudged(plain, spans)
    return {
        "to_do": to_do,
        "so": so,
        "moved": moved(folded, parts.one("title")),
        "sum": spoken_sum(folded),
        "conversion": conversion(folded),
        "exchange": exchange(folded),
        "dice": dice(folded),
        "choices": choices(plain),
        "reminder": reminder_named(folded),
        "noted": noted(parts.text),
        "told": told(parts.text, person),
        "planned": planned(plain, spans),
        "looked_up": looked_up(parts.text),
        "fact": fact(folded, person),
    }


def _once(phrases: list[When]) -> list[When]:
    """The times without a day alone that another of them says too: "tomorrow, an alarm at 7 tomorrow"."""
    return [
        one
        for one in phrases
        if one.clock
        or one.repeat
        or not any(more is not one and more.clock and more.day == one.day for more in phrases)
    ]


def _title(parts: Parts) -> str:
    """What an event is called, with the word for its kind that a name leaves behind it, and what is done
    with somebody: "john's [birthday]", "[church] with mom"."""
    said = parts.one("title", "person")
    if parts.all("title") and said not in parts.text:
        said = parts.one("title")
    said = _ITS_DAY.sub("", said)
    if not said or said not in parts.text:
        return said
    before, _, behind = parts.text.partition(said)
    if said.endswith("'s") and _OFF.match(behind):
        return said.removesuffix("'s")
    if parts.all("title") and (whose := _WHOSE.search(before)):
        said = f"{whose[0]}{said}"
    if said.endswith(("'s", "’s")) and (kind := _KIND_BEHIND.match(behind)):
        said = f"{said}{kind[0]}"
    if not parts.all("title") and (done := _DONE_WITH.search(before)):
        said = f"{done[0].strip()} {said}"
    return said


def _colour(parts: Parts, plain: str, now: datetime) -> str:
    """The one that is wanted: "from blue to white" ends white; none of several in a row."""
    if asked := any_colour(plain, "en", now):
        return asked
    said = parts.all("color")
    one = len(said) == 1 or (len(said) == 2 and f"from {said[0]}" in parts.text.replace("from the ", "from "))
    return _ISH.sub("", said[-1]) if said and one else ""


def _place(parts: Parts) -> str:
    """The one place that was named; not where it was said, nor two as if they were one."""
    said = parts.one("place")
    apart = len(parts.all("place")) > 1 and _letters(said) not in _letters(parts.text)
    return "" if apart or is_around_here(said) else said


def _letters(text: str) -> str:
    return " ".join(_WORD.findall(text))


def _rest(text: str) -> str:
    """What is to be kept, without the one clause that says so."""
    clauses = [clause for clause in _CLAUSE.split(text.strip(" .!?")) if clause.strip()]
    kept = [clause for clause in clauses if not _TO_NOTE.search(clause)]
    return ", ".join(kept) if len(kept) == len(clauses) - 1 else ""


def _in_room(thing: str, room: str) -> str:
    if not thing or not room or room in thing:
        return thing
    return f"{thing} in the {room}"


def _list(parts: Parts, folded: str) -> str:
    """The list's name as it is kept here."""
    own = found[0] if (found := _OWN_LIST.search(folded)) else ""
    said = re.sub(r"(?:^|\s+)lists?$", "", parts.one("list"), flags=re.IGNORECASE)
    said = own if own and len(parts.all("list")) > 1 else said or own
    return _LISTS.get(said.casefold(), said)


def _media(parts: Parts) -> str:
    """What is to be heard, with the word for its kind behind it: "my workout playlist"."""
    said = heard(parts)
    kind = _MEDIA_KIND.search(parts.text.partition(said)[2]) if said else None
    return f"{said} {kind[1]}" if kind else said or put_on(parts.text)
