"""Time phrases of a sentence replaced by markers, so that a template needs one word for all of them.

"remind me zwhen to stretch" is matched by ``remind me {when} to {text}``, whatever the time was. A template
may also keep the preposition ("at {when}"), so a sentence comes in up to three versions, the sentence as it
was last.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from kippu.regex import regex
from kippu.turn import Language
from kippu.understand.when.days import days
from kippu.understand.when.finding import FIND
from kippu.understand.when.hours import Hours, hours
from kippu.understand.when.phrase import EARLY, When

_EVENING = 16
"""Hour from which on nobody wants to be woken who says "at 7"."""
_HALF_A_DAY = 12
_PHRASES = 4
"""Time phrases of one command: a sentence of more is several."""
_APART = regex(r"\band\b|,|と|、")
"""Between days that are each for themselves where something is put down for them."""
_OF_A_THING = regex(r"\b(?:for|about|of|from|until|till|since|before|after) (?:the )?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with its time phrases as markers."""

    text: str
    plain: bool
    """True for the sentence as it was."""
    when: dict[str, Any] | None = None
    """Arguments for a ``{when}``: at (ISO, local) and, if said, repeat, end (ISO time) or until (ISO date),
    the last day."""
    morning: str | None = None
    """For an hour of a twelve-hour clock that would be in the evening: the next morning's, for an alarm."""
    either_half: bool = False
    """Whether it names an hour of a twelve-hour clock alone, which may be of either half of the day."""
    duration: dict[str, int] = field(default_factory=dict)
    """Arguments for a ``{duration}``: hours, minutes, seconds."""
    day: str | None = None
    """ISO date for a ``{day}``."""
    span: dict[str, str] = field(default_factory=dict)
    """Arguments for a ``{span}``, the time that is asked about: at (ISO, local) and, if said, end where the
    clock was named, else day and, if said, part (of the day) or until (the last day)."""
    said: str = ""
    """As much of a moment as was said: an ISO date, an ISO time or both."""
    original: dict[str, str] = field(default_factory=dict)
    """The words that each marker stands for."""

    def restore(self, text: str) -> str:
        """Text that a template took, with the person's own words in place of markers."""
        for marker, words in self.original.items():
            text = text.replace(marker, words)
        return text


def marked(text: str, language: Language, now: datetime) -> Iterator[Marked]:
    """The versions to try, the most telling first."""
    phrases = FIND[language](text, now)[:_PHRASES]
    gap = "" if language == "ja" else " "
    seen = {text}
    if asked := hours(text, language, now):
        parts = (asked.left[: asked.place].rstrip(), "zspan", asked.left[asked.place :].lstrip())
        replaced = gap.join(filter(None, parts))
        yield Marked(replaced, False, span=asked.span, original={"zspan": asked.said})
        if asked.both and _is_plain(asked, text, phrases, now):
            at, end = asked.span["at"], asked.span["end"].partition("T")[2]
            replaced = replaced.replace("zspan", "zwhen")
            yield Marked(replaced, False, {"at": at, "end": end}, said=at, original={"zwhen": asked.said})
    if asked_days := days(text, phrases, language):
        whole = not any(phrase.clock for phrase in phrases) and not _APART.search(
            text[asked_days.start : asked_days.end]
        )
        for marker in ("zspan", "zwhen") if whole else ("zspan",):
            for bare in dict.fromkeys((0, asked_days.bare)):
                yield _replaced(text, asked_days, marker, bare, gap, now)
    for left, phrase in _together(text, phrases, language, now):
        for bare in dict.fromkeys((0, phrase.bare)):
            yield _replaced(left, phrase, "zwhen", bare, gap, now)
    for phrase in phrases:
        kind = "zduration" if phrase.duration else "zwhen" if phrase.at else "zspan"
        for marker in (kind, "zday") if phrase.day else (kind,):
            for bare in dict.fromkeys((0, phrase.bare)):
                version = _replaced(text, phrase, marker, bare, gap, now)
                if version.text not in seen:
                    seen.add(version.text)
                    yield version
    yield Marked(text, plain=True)


_HALF_SAID = regex(r"\b(?:[ap]\.?m\b|noon|midday)|\d:\d\d|午前|午後|正午|\b1[3-9]|2[0-3]時", re.IGNORECASE)
_BY_DAY = range(9, 19)
"""Hours of which nobody means the other half of the day who says "from 3 to 4"."""


def _is_plain(asked: Hours, text: str, phrases: Sequence[When], now: datetime) -> bool:
    """Whether the half of the day is plain: "from 7 to 9" is of an evening, and so is 「夜7時から9時」."""
    said = asked.start.hour in _BY_DAY or _HALF_SAID.search(text) is not None
    return said and asked.start > now and not any(phrase.part for phrase in phrases)


def _together(
    text: str, phrases: Sequence[When], language: Language, now: datetime
) -> Iterator[tuple[str, When]]:
    """A day and a time of the clock that stand apart, as one phrase where either stands, and the sentence
    without the other: "remind me tomorrow to call Ann at 5"."""
    days = [phrase for phrase in phrases if phrase.day and not (phrase.clock or phrase.repeat)]
    clocks = [phrase for phrase in phrases if phrase.clock and not (phrase.day or phrase.repeat)]
    if len(days) != 1 or len(clocks) != 1 or not _free(text, days[0], clocks[0], language):
        return
    day, clock = days[0], clocks[0]
    said = (" " if language == "en" else "").join(
        text[phrase.start : phrase.end].strip().removesuffix("に") for phrase in (day, clock)
    )
    one = FIND[language](said, now)
    if len(one) != 1 or one[0].at is None or one[0].at <= now:
        return
    for stays, goes in ((clock, day), (day, clock)):
        before, after = text[: goes.start].rstrip(), text[goes.end :].lstrip()
        left = f"{before} {after}".strip() if language == "en" else before + after
        shift = len(text) - len(left) if goes.start < stays.start else 0
        yield left, replace(one[0], start=stays.start - shift, end=stays.end - shift, bare=stays.bare)


def _free(text: str, day: When, clock: When, language: Language) -> bool:
    """Whether both tell when it is to be done, and neither is of a thing: "tickets for Friday",
    "the 3 pm train", 「明日の会議」."""
    behind = text[day.end :]
    if language == "ja":
        timed = (
            not clock.start
            or text[clock.start : clock.end].endswith("に")
            or text[clock.end :].startswith("に")
        )
        return timed and not behind.startswith("の")
    of_a_thing = behind.startswith(("'s", "’s")) or _OF_A_THING.search(text[: day.start])
    return not of_a_thing and bool(clock.bare or not clock.start)


def _replaced(text: str, phrase: When, marker: str, bare: int, gap: str, now: datetime) -> Marked:
    start = phrase.start + bare
    replaced = f"{text[:start]}{gap}{marker}{gap}{text[phrase.end :]}".replace("  ", " ").strip()
    original = {marker: text[start : phrase.end].strip()}
    if marker == "zduration" and phrase.duration:
        length = phrase.duration
        parts = {
            "hours": length.hours + 24 * length.days,
            "minutes": length.minutes,
            "seconds": length.seconds,
        }
        return Marked(replaced, False, duration={k: v for k, v in parts.items() if v}, original=original)
    if marker == "zday" and phrase.day:
        return Marked(replaced, False, day=phrase.day.isoformat(), original=original)
    if phrase.at is None and marker == "zwhen" and phrase.stretch:
        first, last = (day.isoformat() for day in phrase.stretch)
        return Marked(replaced, False, when={"at": first, "until": last}, said=first, original=original)
    if phrase.at is None:
        return Marked(replaced, False, span=_span(phrase), original=original)
    at = phrase.at.replace(tzinfo=None, microsecond=0).isoformat()
    when = {"at": at, **({"repeat": phrase.repeat} if phrase.repeat else {})}
    return Marked(
        replaced,
        False,
        when=when,
        morning=_morning(phrase, now, text),
        either_half=phrase.twelve and not phrase.day,
        span=_span(phrase),
        said=said_of(phrase),
        original=original,
    )


def _span(phrase: When) -> dict[str, str]:
    if phrase.stretch:
        return {"day": phrase.stretch[0].isoformat(), "until": phrase.stretch[1].isoformat()}
    day = phrase.day or (phrase.at.date() if phrase.at and phrase.part else None)
    if day is None or phrase.clock:
        return {"at": phrase.at.replace(tzinfo=None, microsecond=0).isoformat()} if phrase.at else {}
    return {"day": day.isoformat(), **({"part": phrase.part} if phrase.part else {})}


def said_of(phrase: When) -> str:
    """Date, time or both, as ISO."""
    if phrase.at is None:
        return ""
    at = phrase.at.replace(tzinfo=None, microsecond=0)
    if phrase.day and not (phrase.clock or phrase.part):
        return phrase.day.isoformat()
    if (phrase.clock or phrase.part) and not (phrase.day or phrase.repeat):
        return at.time().isoformat()
    if phrase.repeat and not (phrase.clock or phrase.part):
        return at.date().isoformat()  # the hour is nobody's
    return at.isoformat()


_WAKES = regex(r"\b(?:wake|waking|up|woken|morning)\b", re.IGNORECASE)
_RINGS = regex(r"\balarm\b", re.IGNORECASE)
_SOON = timedelta(hours=1)


def _morning(phrase: When, now: datetime, text: str) -> str | None:
    if not (phrase.twelve and phrase.at and phrase.at.hour >= _EVENING):
        return None
    near = phrase.at.hour <= EARLY + _HALF_A_DAY or phrase.at - now <= _SOON
    if near and _RINGS.search(text) and not _WAKES.search(text):
        return None  # an alarm alone rings when its hour comes next, where few get up then or it is near
    early = phrase.at - timedelta(hours=12)
    early += timedelta(days=1) if early <= now else timedelta()
    return early.replace(tzinfo=None, microsecond=0).isoformat()
