"""English time phrases."""

import re
from datetime import datetime, timedelta

from kippu.regex import regex
from kippu.understand.when.english_days import DAY, WEEKDAY, WEEKDAYS, named_day, stretch_of
from kippu.understand.when.of_week import in_their_weeks
from kippu.understand.when.phrase import (
    EARLY,
    LONGEST,
    NEVER,
    STILL_UP,
    Clock,
    Duration,
    When,
    month,
    settle,
    week,
)

_AMOUNT = (
    r"(?:\d+(?:\.\d+)?(?: and a half| 1/2)?|1/2 an?|half an?|half|an?(?: couple(?: of)?| few)?"
    r"|a quarter of an|\d+ and a 1/2)"
)
_UNIT = r"(?:seconds?|secs?|s|minutes?|mins?|min|m|hours?|hrs?|hr|h|days?|weeks?)"
_GAP = r"(?:(?<=\d)[ -]?|[ -])"
"""Only figures may stand right before their unit: "5m" is five minutes, "am" no minute at all."""
_LENGTH = rf"{_AMOUNT}{_GAP}{_UNIT}\b(?: and (?:a half|1/2))?"
_LENGTHS = rf"{_LENGTH}(?:,? (?:and )?{_LENGTH})*"
_PART = r"(?:early )?(?:in the |this )?(morning|afternoon|evening|night)|tonight"
_CLOCK = (
    r"(?P<noon>noon|mid[- ]?day|midnight)"
    r"|(?P<past>half past|(?:(?<=at )|(?<=by )|(?<=for )|(?<=to )|(?<=past ))half(?= \d)|quarter past"
    r"|quarter to|(?<!from )(?<!between )(?:\d{1,2} (?:minutes? )?past"
    r"|(?:\d{1,2} minutes?|[1-5]?5|[1-5]0|2\d) to)) "
    r"(?P<pasth>\d{1,2})(?:\s*(?P<pastap>[ap]\.?m\.?\b))?"
    r"|(?P<h>\d{1,2})(?:[:.](?P<m>\d\d)| ?(?P<m2>[0-5]\d)(?=\s*[ap]\.?m))?\s*"
    r"(?P<ap>[ap]\.?m\.?\b|o'?clock)?"
)
_DAYS_OF_WEEK = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days"
_EVERY = (
    rf"(?:every|each) (?P<every>day|morning|evening|night|weekday|weekend"
    rf"|(?:{WEEKDAY})s?(?:(?:,| and|,? and) (?:{WEEKDAY})s?)*)\b"
    r"|(?P<daily>daily|on weekdays|weekdays|on weekends|(?<=on )weekends)"
    rf"|(?:(?<=on )|on )(?P<days>{_DAYS_OF_WEEK}(?:(?:,| and|,? and) (?:on )?{_DAYS_OF_WEEK})*)\b"
)

_RELATIVE = regex(
    rf"\b(?P<pre>in |after )(?P<len>{_LENGTHS})(?: time)?\b|\b(?P<len2>{_LENGTHS}) from now\b", re.I
)
_STRETCH = regex(
    r"\b(?P<pre>for |during |in |on )?(?:(?:the )?rest of )?"
    r"(?:(?P<this>this|the current|(?<=rest of )the|(?<=for )the) (?P<unit>week|month)"
    r"|next (?P<next>month))\b",
    re.I,
)
_BARE_LENGTH = regex(rf"\b(?P<pre>for )?(?P<len>{_LENGTHS})", re.I)


def _amount(text: str) -> float:
    text = text.lower().strip()
    if text.startswith(("half", "1/2")):
        return 0.5
    if text.startswith("a quarter"):
        return 0.25
    if text in {"a", "an"}:
        return 1
    if "couple" in text:
        return 2
    if "few" in text:
        return 3
    number = float(re.match(r"\d+(?:\.\d+)?", text).group())  # type: ignore[union-attr]  # the pattern begins so
    return number + (0.5 if re.search(r"half|1/2", text) else 0)


def duration(text: str) -> Duration | None:
    """The length of time that a phrase such as "1 hour and 30 minutes" or "half an hour" says."""
    seconds = 0.0
    whole: dict[str, int] = {}
    for piece in re.finditer(rf"({_AMOUNT}){_GAP}({_UNIT})\b(?P<half> and (?:a half|1/2))?", text, re.I):
        amount = _amount(piece[1]) + (0.5 if piece["half"] else 0)
        unit = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}[piece[2][0].lower()]
        seconds += amount * unit
        if seconds > LONGEST:
            return None
        name = {1: "seconds", 60: "minutes", 3600: "hours", 86400: "days"}.get(unit)
        if name and amount == int(amount):
            whole[name] = whole.get(name, 0) + int(amount)
        else:
            whole["no"] = 1
    if not seconds:
        return None
    if "no" not in whole:
        return Duration(**whole)
    total = round(seconds)
    return Duration(total % 86400 // 3600, total % 3600 // 60, total % 60, total // 86400)


def _clock(match: re.Match[str]) -> Clock | None:
    if noon := match["noon"]:
        return Clock(0) if noon.lower() == "midnight" else Clock(12, 0, "pm")
    if past := match["past"]:
        minutes = (
            30 if past.startswith("half") else 15 if past.startswith("quarter") else int(past.split()[0])
        )
        hour, half = int(match["pasth"]), _half(match["pastap"])
        if hour > 24 or not 0 < minutes < 60:
            return None  # "70 to 5" is no time of day
        if "to" in past:
            return Clock((hour - 2) % 12 + 1, 60 - minutes, half)
        return Clock(hour, minutes, half)
    hour, minute = int(match["h"]), int(match["m"] or match["m2"] or 0)
    if hour > 24 or minute > 59:
        return None
    return Clock(hour, minute, _half(match["ap"]))


def _half(said: str | None) -> str | None:
    """The half of the day: am or pm; "o'clock" says neither."""
    half = (said or "").lower().replace(".", "")
    return half if half in {"am", "pm"} else None


def _repeat(match: re.Match[str]) -> str:
    text = match.group().lower()
    if "weekday" in text:
        return "weekdays"
    if "weekend" in text:
        return "weekends"
    days = [name[:3] for name in WEEKDAYS if re.search(rf"\b{name[:3]}", text)]
    return ",".join(days) or "daily"


_NO_AMOUNT = r"(?![\w%:°]|\.\d|\s*(?:degrees?|percent|%|°|points?|[cf]\b))"
EVERY = regex(rf"\b(?:{_EVERY})", re.I)
"""The words for a repeat, without a time."""
_PIECES = (
    ("repeat", EVERY),
    ("day", regex(rf"\b(?:{DAY})\b", re.I)),
    ("part", regex(rf"\b(?:{_PART})\b", re.I)),
    (
        "clock",
        regex(
            rf"\b(?P<at>at |by |past |around |until |for |from |(?:when|once|as soon as) it(?:'s| is) )?"
            rf"(?:{_CLOCK}){_NO_AMOUNT}",
            re.I,
        ),
    ),
)
_SURE_CLOCK = regex(
    r"\b(?:at|by|around) |[:]\d\d|[ap]\.?m\b|o'?clock|noon|mid[- ]?day|midnight|past|quarter to"
    r"|minutes? to|half \d",
    re.I,
)
_RINGS = regex(r"\balarms?\b|\bwake\b", re.I)
_MOVED = regex(
    r"\b(?:(?:reschedule|postpone) .+|(?:move|shift|push|bring|delay) .*"
    r"\b(?:reminder|event|appointment|meeting|lesson|class|course|interview|call|session|visit|party"
    r"|lunch|dinner"
    r"|dentist|doctor)(?: back| forward)?) (?:to|until) $",
    re.I,
)
"""What a bare number is an hour behind: of something planned."""
_BARE_PART = regex(r"morning|afternoon|evening|night", re.I)
_CHANGES = regex(
    r"\b(?:lower|raise|lift|increase|decrease|reduce|drop|bump|boost|dim|brighten|warm|cool|heat|move"
    r"|push|shift|delay|postpone|up|down"
    r"|higher|warmer|hotter|cooler|colder|brighter|dimmer|darker|louder|quieter|faster|slower)\b",
    re.I,
)
_DIFFERENCE = regex(r"by \d{1,3}\s*", re.I)
_BETWEEN = regex(r"[ ,]*(?:(?:on|at|in the|in|of|and|from) )?", re.I)


def find(text: str, now: datetime) -> list[When]:
    """All time phrases of a sentence, left to right, without overlap."""
    found: list[When] = []
    for match in _RELATIVE.finditer(text):
        length = duration(match["len"] or match["len2"])
        if length:
            found.append(When(match.start(), match.end(), now + length.length, bare=len(match["pre"] or "")))
    position = 0
    while position < len(text):
        phrase, position = _absolute(text, position, now)
        if phrase and not any(other.start < phrase.end and phrase.start < other.end for other in found):
            found.append(phrase)
    for match in _STRETCH.finditer(text):
        if not any(other.start < match.end() and match.start() < other.end for other in found):
            unit = (match["unit"] or match["next"]).lower()
            days = week(now) if unit == "week" else month(now, 0 if match["this"] else 1)
            found.append(When(match.start(), match.end(), bare=len(match["pre"] or ""), stretch=days))
    for match in _BARE_LENGTH.finditer(text):
        if not any(other.start < match.end() and match.start() < other.end for other in found):
            found.append(
                When(
                    match.start(), match.end(), duration=duration(match["len"]), bare=len(match["pre"] or "")
                )
            )
    return in_their_weeks(text, sorted(found, key=lambda phrase: phrase.start), now)


def _absolute(text: str, position: int, now: datetime) -> tuple[When | None, int]:
    """The next phrase of day, part of day, clock and repeat, in any order, from ``position`` on; and where to
    go on. What no calendar or clock has ("february 30") is no phrase."""
    parts: dict[str, re.Match[str]] = {}
    start = end = -1
    while True:
        best: tuple[str, re.Match[str]] | None = None
        for kind, pattern in _PIECES:
            if kind in parts:
                continue
            match = None
            if start < 0:
                found = pattern.finditer(text, position)
                match = next((one for one in found if _begins(kind, one, parts)), None)
            if start >= 0 and (gap := _BETWEEN.match(text, end)) is not None:
                match = pattern.match(text, end) or pattern.match(text, gap.end())
                if match is None and kind == "clock":
                    match = pattern.match(text, end + 1) if text[end : end + 1] == " " else None
            if match is None or not match.group() or (kind == "clock" and not _usable(match, parts)):
                continue
            if best is None or match.start() < best[1].start():
                best = (kind, match)
        if best is None:
            break
        parts[best[0]] = best[1]
        start = best[1].start() if start < 0 else start
        end = best[1].end()
    if not parts:
        return None, len(text)
    return _settled(parts, start, len(text[:end].rstrip()), now), end


def _begins(kind: str, match: re.Match[str], parts: dict[str, re.Match[str]]) -> bool:
    """A part of the day alone begins no phrase: "movie night on friday at 7" is on Friday."""
    if kind == "clock":
        return _usable(match, parts)
    return kind != "part" or not _BARE_PART.fullmatch(match.group())


def _usable(match: re.Match[str], parts: dict[str, re.Match[str]]) -> bool:
    """A bare number is a time only beside a day or a part of day, behind "at", or where an alarm is set "for"
    or moved "to" it; "lower it by 5" is none."""
    if not parts and _DIFFERENCE.fullmatch(match.group()) and _CHANGES.search(match.string, 0, match.start()):
        return False
    if _clock(match) is None:
        return False
    if parts or _SURE_CLOCK.search(match.group()):
        return True
    before = f"{match.string[: match.start()]}{match['at'] or ''}"
    rings = before.endswith(("for ", "to ", "until ")) and _RINGS.search(match.string)
    return bool(rings or _MOVED.search(before))


_EVENING = regex(
    r"\b(?:dinner|supper|drinks|party|concert|movie|film|theat(?:re|er)|opera|cinema|pub|date night)\b", re.I
)
"""What nobody has in the morning."""


_REMINDED = regex(r"\bremind(?:er)?\b", re.I)
_MORNING = regex(r"\b0\d:|\b(?:get up|wake|run|jog|breakfast)\b", re.I)


_LESSON = regex(
    r"\b(?:lessons?|class(?:es)?|practice|training|rehearsal|appointments?|meetings?|dentist|doctor|physio|swimming"
    r"|football|soccer|tennis|piano|guitar|violin|ballet|dance|karate|judo|choir|scouts|clubs?|pilates)\b",
    re.I,
)
"""What nobody has before six in the morning, week by week."""
_PLANNED = regex(r"\b(?:calendar|diary|agenda|planner|appointment|meeting|dentist|doctor)\b", re.I)


def _by_night(text: str) -> timedelta | None:
    """How near an hour of the night must be to be meant; None where it is as good as another."""
    if _MORNING.search(text):
        return None
    if _REMINDED.search(text):
        return STILL_UP
    return NEVER if _PLANNED.search(text) and not _RINGS.search(text) else None


def _settled(parts: dict[str, re.Match[str]], start: int, end: int, now: datetime) -> When | None:
    day = named_day(parts["day"], now) if "day" in parts else None
    if "day" in parts and day is None:
        return None
    clock = _clock(parts["clock"]) if "clock" in parts else None
    part = parts["part"].group().lower().split()[-1] if "part" in parts else None
    repeat = _repeat(parts["repeat"]) if "repeat" in parts else None
    if repeat and (word := re.search(r"morning|evening|night", parts["repeat"].group(), re.I)):
        part = part or word.group().lower()
    if clock and clock.half is None and part is None and 5 <= clock.hour < 12:
        part = "evening" if _EVENING.search(parts["clock"].string) else None
    if repeat and clock and clock.half is None and part is None and clock.hour < 12:
        said = parts["clock"].string
        awake = _REMINDED.search(said) or (_LESSON.search(said) and not _RINGS.search(said))
        reminded = awake and clock.hour <= EARLY and not _MORNING.search(said)
        part = "afternoon" if reminded else "morning"
    if part == "tonight":
        day, part = day or now.date(), "night"
    first = min(parts.values(), key=lambda match: match.start())
    bare = re.match(r"at |by |around |on |for |from ", first.group(), re.I)
    at = settle(now, day, clock, part, _by_night(parts["clock"].string) if clock else None)
    if repeat and not day:
        at = _first_of(repeat, at, now)
    only_days = parts.keys() == {"repeat"} and parts["repeat"]["days"]
    twelve = bool(clock and clock.half is None and clock.hour <= 12 and not (part or repeat))
    return When(
        start,
        end,
        at,
        day or (at.date() if only_days else None),
        repeat=repeat,
        twelve=twelve,
        bare=len(bare.group()) if bare else 0,
        clock=clock is not None,
        part=part if clock is None else None,
        stretch=stretch_of(parts["day"], now) if parts.keys() == {"day"} else None,
    )


def _first_of(repeat: str, at: datetime, now: datetime) -> datetime:
    """The first day of the repeat at that time of day."""
    days = {"daily": range(7), "weekdays": range(5), "weekends": range(5, 7)}.get(
        repeat, [i for i, name in enumerate(WEEKDAYS) if name[:3] in repeat]
    )
    while at.weekday() not in days or at <= now:
        at += timedelta(days=1)
    return at
