"""Time phrases of a sentence replaced by markers, so that a template needs one word for all of them.

"remind me zwhen to stretch" is matched by ``remind me {when} to {text}``, whatever the time was. A template
may also keep the preposition ("at {when}"), so a sentence comes in up to three versions, the sentence as it
was last.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from kippu.turn import Language
from kippu.understand import when_en, when_ja
from kippu.understand.when import When

_EVENING = 16
"""Hour from which on nobody wants to be woken who says "at 7"."""
_FIND = {"en": when_en.find, "ja": when_ja.find}


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with its time phrases as markers."""

    text: str
    plain: bool
    """True for the sentence as it was."""
    when: dict[str, Any] | None = None
    """Arguments for a ``{when}``: at (ISO, local) and, if said, repeat."""
    morning: str | None = None
    """For an hour of a twelve-hour clock that would be in the evening: the next morning's, for an alarm."""
    duration: dict[str, int] = field(default_factory=dict)
    """Arguments for a ``{duration}``: hours, minutes, seconds."""
    day: str | None = None
    """ISO date for a ``{day}``."""
    span: dict[str, str] = field(default_factory=dict)
    """Arguments for a ``{span}``, the time that is asked about: at (ISO, local) where the clock was named,
    else day and, if said, part (of the day) or until (the last day)."""
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
    phrases = _FIND[language](text, now)
    gap = "" if language == "ja" else " "
    seen = {text}
    for phrase in phrases:
        kind = "zduration" if phrase.duration else "zwhen" if phrase.at else "zspan"
        for marker in (kind, "zday") if phrase.day else (kind,):
            for bare in dict.fromkeys((0, phrase.bare)):
                version = _replaced(text, phrase, marker, bare, gap, now)
                if version.text not in seen:
                    seen.add(version.text)
                    yield version
    yield Marked(text, plain=True)


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
    if phrase.at is None:
        return Marked(replaced, False, span=_span(phrase), original=original)
    at = phrase.at.replace(tzinfo=None, microsecond=0).isoformat()
    when = {"at": at, **({"repeat": phrase.repeat} if phrase.repeat else {})}
    return Marked(
        replaced,
        False,
        when=when,
        morning=_morning(phrase, now),
        span=_span(phrase),
        said=_said(phrase),
        original=original,
    )


def _span(phrase: When) -> dict[str, str]:
    if phrase.stretch:
        return {"day": phrase.stretch[0].isoformat(), "until": phrase.stretch[1].isoformat()}
    day = phrase.day or (phrase.at.date() if phrase.at and phrase.part else None)
    if day is None or phrase.clock:
        return {"at": phrase.at.replace(tzinfo=None, microsecond=0).isoformat()} if phrase.at else {}
    return {"day": day.isoformat(), **({"part": phrase.part} if phrase.part else {})}


def _said(phrase: When) -> str:
    """Date, time or both, as ISO."""
    if phrase.at is None:
        return ""
    at = phrase.at.replace(tzinfo=None, microsecond=0)
    if phrase.day and not (phrase.clock or phrase.part):
        return phrase.day.isoformat()
    if (phrase.clock or phrase.part) and not (phrase.day or phrase.repeat):
        return at.time().isoformat()
    return at.isoformat()


def _morning(phrase: When, now: datetime) -> str | None:
    if not (phrase.twelve and phrase.at and phrase.at.hour >= _EVENING):
        return None
    early = phrase.at - timedelta(hours=12)
    early += timedelta(days=1) if early <= now else timedelta()
    return early.replace(tzinfo=None, microsecond=0).isoformat()
