"""A reminder, or a waking, some time before something: "remind me an hour before the dentist on friday at 3".

Whoever reads only its time rings when it is too late. The day before means at nine o'clock, as a day without
a time does everywhere. Knows time phrases; who reads a plain alarm is given to it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.asking.asking_back import cannot
from kippu.understand.when import When, english, japanese
from kippu.understand.when.finding import FIND

_LENGTH = {"en": english.duration, "ja": japanese.duration}

_PLEASE = r"(?:please |can you |could you |would you |and |so |but |then )*"
_ASK = (
    r"(?P<ask>(?:remind|alert|notify|tell(?! me (?:the|about))|warn|ping|nudge) me"
    r"(?: about (?:it|that|this))?|let me know"
    r"|(?P<wake>wake me(?: up)?|get me up|(?:set|put on) (?:an|my) alarm)|(?:set|give me|send me) a reminder)"
)
_LEAD = (
    r"(?:about |around |for )?(?P<lead>the (?:day|night|evening|morning)"
    r"|(?:\d+(?:\.\d+)?|an?|1/2 an?|half an?|a couple of|a few|a quarter of an)"
    r"[ -](?:minute|min|hour|hr|day|week)s?(?: and (?:a half|1/2|\d+ (?:minutes|mins)))?)"
)
_BEFORE = r"(?:before(?:hand)?|earlier|ahead(?: of time)?|in advance|prior)"
_EN = tuple(
    regex(pattern, re.IGNORECASE)
    for pattern in (
        rf"^{_PLEASE}{_ASK} (?:(?P<often>every [a-z]+|on [a-z]+days) )?(?:to (?P<what>.+?) )?"
        rf"{_LEAD} (?:before|prior to|ahead of) (?P<event>.+?)(?: to (?P<what_too>.+))?$",
        rf"^{_LEAD} (?:before|prior to|ahead of) (?P<event>.+?),? {_PLEASE}{_ASK}(?: to (?P<what>.+))?$",
        rf"^(?P<event>.+?)[,;.]? {_PLEASE}{_ASK} {_LEAD} {_BEFORE}(?: (?:it|that|then))?"
        r"(?: to (?P<what>.+))?$",
        rf"^{_PLEASE}{_ASK} (?:of|about|for) (?P<event>.+?),? {_LEAD} {_BEFORE}$",
    )
)
_ASK_JA = (
    r"(?:に|で)?(?:は|も)?(?:(?P<wake>起こして|起きたい|(?:アラーム|目覚まし)(?:時計)?を?(?:かけ|セットし|設定し|鳴らし)て)"
    r"|(?:通知|リマインド|お知らせ|連絡)(?:を)?(?:して|お願い)?|リマインダー(?:を)?(?:かけ|セットし|設定し|入れ|作っ)て"
    r"|教えて|知らせて|思い出させて|声(?:を)?かけて)"
    r"(?:ください|下さい|くれる|くれ|ほしい|欲しい|ね|よ|お願い(?:します)?)*$"
)
_LEAD_JA = r"(?P<lead>前日|前の日|前の晩|前夜|\d+(?:\.\d+)?(?:分|時間半|時間|日|週間)(?=前))前?"
_IS_JA = r"(?:(?:な(?=ので)|ある|あります|入って(?:い)?る|なん|だ|です|出る|始まる)(?:んだ|んです)?)"
_JA = tuple(
    regex(pattern)
    for pattern in (
        rf"^(?P<event>.+?)の(?:だいたい|約)?{_LEAD_JA}{_ASK_JA}",
        rf"^(?P<event>.+?)の(?:だいたい|約)?{_LEAD_JA}に?、?(?P<what>.{{2,}}?)(?:のを?|ことを?|よう(?:に)?|と|って|を?(?=リマインド))"
        r"(?:リマインドして|思い出させて|教えて|知らせて|通知して|言って|声を?かけて)(?:ください|くれる|くれ|ね|よ)*$",
        rf"^(?P<event>.+?)(?:が|は)?{_IS_JA}?(?:から|ので|んで|けど|、)+(?:その)?{_LEAD_JA}{_ASK_JA}",
    )
)
_FORMS: dict[Language, tuple[re.Pattern[str], ...]] = {"en": _EN, "ja": _JA}
_AROUND: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"^(?:(?:i|we)(?:'ve| have)?(?: got)?(?: to be at)?|there(?:'s| is)|have)\b (?:an? |the |my )?"
        r"|^(?:my|the|an?) "
        r"|[ ,]+(?:is|are|it's|starts|begins|at|on|in|by)?$",
        re.IGNORECASE,
    ),
    "ja": regex(r"^(?:に|、|の|は|から)+|(?:が|は|の|に|、|から)+$"),
}
"""What stands around an event's name."""
_REMINDER = {"en": "reminder", "ja": "リマインダー"}
_OTHER_DAY = {"night": time(21), "evening": time(19), "morning": time(9), "晩": time(21), "夜": time(21)}
_NINE = time(9)
_NOON = 12
_HOUR_ALONE = regex(r"\d{1,2}(?::\d\d)?(?: ?[ap]\.?m\.?)?", re.IGNORECASE)
_ORDERS: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"^(?:please |can you |could you )?(?:cancel|delete|remove|add|put|move|turn|switch|set|open|close"
        r"|lock|unlock|play|stop|start|how|what|when|why|where|who)\b",
        re.IGNORECASE,
    ),
    "ja": regex(r"[てで](?:から)?、|[^はが]て$"),
}
"""What is no event: another order beside the reminder, or a question."""
SURE = 0.97
"""Confidence: every word of it is explained."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """The parts of such a sentence, in its own words."""

    event: str
    lead: str
    what: str
    wakes: bool


def beforehand(
    text: str, language: Language, now: datetime, read: Callable[[str], Call | None]
) -> Meaning | None:
    """The reminder or the alarm; a question where nobody knows when the event is; None for all else.

    ``text`` as ``text.sentence`` gives it; ``read`` gives the call of a plain alarm.
    """
    asked = _asked(text, language)
    if asked is None:
        return None
    said = asked.event if asked.wakes else f"{asked.event} {_REMINDER[language]}"  # which settles the half
    phrases = [one for one in FIND[language](said, now) if one.at and not one.duration]
    length = _LENGTH[language](asked.lead)
    if len(phrases) != 1 or (length and not length.days and not _has_hour(phrases[0])):
        return Meaning("cues", SURE, question=cannot("event", language))
    phrase = phrases[0]
    event, repeat = phrase.at, phrase.repeat
    if asked.wakes:  # an alarm's hour is one of the morning where that is open
        said = asked.event[phrase.start : phrase.end].strip(" ,、")
        call = next(filter(None, map(read, _plain(said, language))), None)
        event = datetime.fromisoformat(call.arguments["at"]) if call and "at" in call.arguments else event
    if event is None:
        return None
    event = event.replace(tzinfo=None, microsecond=0)
    at = _earlier(event, asked.lead, length.length if length else None, phrase)
    if repeat and at.date() != event.date() and repeat != "daily":
        return None
    given = {"at": at.isoformat(), **({"repeat": repeat} if repeat else {})}
    if asked.wakes:
        return Meaning("cues", SURE, (Call("alarms.set", given),))
    text = asked.what or _called(asked.event, phrase, event, at, language)
    return Meaning("cues", SURE, (Call("reminders.add", {"text": text, **given}),))


_BARE_JA = regex(r"(?:じゃあ|では|それと|あと|その)*、?(?=前日|前の|\d)")


def before_it(
    text: str,
    language: Language,
    now: datetime,
    earlier: Sequence[Call],
    before: Sequence[Sequence[Call]] = (),
) -> Meaning | None:
    """The same said right after the event was put down, "remind me an hour before"; also where only its end
    or its place was said since, and behind a note that tells a day: "Tom's birthday is on March 3"."""
    calls = [call for calls in (earlier, *before) for call in reversed(calls)]
    last = next((call for call in calls if not _is_aside(call)), None)
    if last is None:
        return None
    if last.tool in _NOTES:
        return _before_noted(text, language, now, str(last.arguments.get(_NOTES[last.tool], "")))
    title, on = last.arguments.get("text"), _begins(last, calls)
    if not title or on is None:
        return None
    if language == "ja":
        led = _BARE_JA.match(text)
        event = f"{on.month}月{on.day}日{on.hour}時{on.minute}分の{title}の"
        whole = f"{event}{text[led.end() :]}" if led else ""
    else:
        whole = f"{title} on {on:%B} {on.day} at {on:%H:%M}, {text}"
    found = beforehand(whole, language, now, lambda said: None) if whole else None
    return found if found and found.calls else None


def _begins(last: Call, calls: Sequence[Call]) -> datetime | None:
    """When the event begins that was put down, or was moved since it was: its day and its hour may be of two
    calls, and the half of the day that of the hour before. None where that isn't known."""
    at = str(last.arguments.get("at", ""))
    if last.tool == "calendar.add":
        return datetime.fromisoformat(at) if "T" in at else None
    title = last.arguments.get("text")
    put = next(
        (one for one in calls if one.tool == "calendar.add" and one.arguments.get("text") == title), None
    )
    was = _begins(put, calls) if put and last.tool == "calendar.move" and at else None
    if was is None or "repeat" in last.arguments:
        return None
    day, _, hour = at.rpartition("T") if ":" in at else (at, "", "")
    clock = time.fromisoformat(hour) if hour else was.time()
    if last.arguments.get("either_half"):
        clock = clock.replace(hour=clock.hour % _NOON + (_NOON if was.hour >= _NOON else 0))
    return datetime.combine(datetime.fromisoformat(day).date() if day else was.date(), clock)


def _is_aside(call: Call) -> bool:
    """Whether it only told a day, or said no more than until when or where the event is."""
    return call.tool == "clock.date" or bool(call.arguments.get("end") or call.arguments.get("place"))


_NOTES = {"notes.add": "text", "notes.find": "words"}


def _before_noted(text: str, language: Language, now: datetime, note: str) -> Meaning | None:
    """The reminder before the day that the note tells; None where it tells none."""
    if not note or not any(phrase.day for phrase in FIND[language](note, now)):
        return None
    led = _BARE_JA.match(text) if language == "ja" else None
    whole = f"{note}の{text[led.end() :]}" if led else f"{note}, {text}"
    found = beforehand(whole, language, now, lambda said: None)
    return found if found and found.calls else None


def reminded_of(text: str, language: Language) -> str:
    """What a reminder before an event is of; empty for a waking, and for all else."""
    asked = _asked(text, language)
    if asked is None or asked.wakes:
        return ""
    around = _AROUND[language]
    return asked.what or around.sub("", around.sub("", asked.event))


def _asked(text: str, language: Language) -> _Asked | None:
    match = next(filter(None, (form.match(text) for form in _FORMS[language])), None)
    if match is None:
        return None
    groups = match.groupdict()
    event = groups["event"].strip(" ,、")
    if _ORDERS[language].search(event):
        return None
    if _HOUR_ALONE.fullmatch(event):
        event = f"at {event}"
    event = f"{event} {groups['often']}" if groups.get("often") else event
    what = groups.get("what") or groups.get("what_too") or ""
    return _Asked(event, groups["lead"], what, bool(groups.get("wake")))


def _has_hour(phrase: When) -> bool:
    return phrase.clock or phrase.part is not None or phrase.day is None


def _plain(when: str, language: Language) -> Iterator[str]:
    """A waking at the event's own time."""
    if language == "ja":
        yield f"{when}起こして"
        yield f"{when}に起こして"
        return
    for way in (when, f"at {when}", f"on {when}"):
        yield f"wake me up {way}"


def _earlier(event: datetime, lead: str, length: timedelta | None, phrase: When) -> datetime:
    whole_days = length is None or (length.days and not length.seconds)
    if not whole_days or (length and phrase.clock):
        return event - (length or timedelta())
    day = event.date() - (length or timedelta(days=1))
    hour = next((at for word, at in _OTHER_DAY.items() if word in lead.casefold()), _NINE)
    return datetime.combine(day, hour)


def _called(event: str, phrase: When, at: datetime, rings: datetime, language: Language) -> str:
    """The event with its time as it is when it rings: "tomorrow" may then be today."""
    apart = (event[: phrase.start], event[phrase.end :])
    around = _AROUND[language]
    name = (" " if language == "en" else "").join(
        part for part in (around.sub("", around.sub("", one.strip())) for one in apart) if part
    )
    hour = f"{at:%H:%M}" if _has_hour(phrase) else ""
    if at.date() == rings.date():
        day = ""
    else:
        day = f"{at.month}月{at.day}日" if language == "ja" else f"{at.day} {at:%B}"
    when = "".join((day, hour)) if language == "ja" else ", ".join(filter(None, (day, hour)))
    if not name:
        return when
    return f"{name}（{when}）" if language == "ja" else f"{name} ({when})"
