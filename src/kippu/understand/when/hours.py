"""Hours of a day that a question is about: "between two and four on friday", "after 6 pm tomorrow",
「18時以降」. A moment alone is ``when``'s.
"""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from kippu.regex import regex
from kippu.turn import Language
from kippu.understand.when.finding import FIND

_HALF_DAY = timedelta(hours=12)
_EN = (
    r"(?:half past|quarter past|quarter to) \d{1,2}(?: ?[ap]\.?m\b\.?)?|noon|midday|midnight"
    r"|\d{1,2}(?::\d\d)?(?: ?[ap]\.?m\b\.?| o'?clock)?"
)
_JA = r"(?:午前|午後)?\d{1,2}(?:時(?!間)(?:半|\d{1,2}分)?|:\d\d)|正午"
_ENDED = r"(?![\w:%]| (?:minutes?|hours?|days?|weeks?|people)\b)"
_HOURS = {
    "en": regex(
        r"\b(?:any ?time )?(?:"
        rf"(?:between|from) (?P<first>{_EN}) (?:and|to|till|until|-) (?P<last>{_EN}){_ENDED}"
        rf"|(?:(?:after|past) (?P<after>{_EN}){_ENDED}|from (?P<on>{_EN}) on(?:wards?)?\b)"
        rf"|(?:before|until|till) (?P<before>{_EN}){_ENDED})"
    ),
    "ja": regex(
        rf"(?P<first>{_JA})(?:から|[〜~～-])(?P<last>{_JA})(?:まで)?(?:の間)?"
        rf"|(?P<after>{_JA})(?:以降|より後|を過ぎて|過ぎ)|(?P<on>{_JA})から(?:あと|後|先)|(?P<before>{_JA})(?:までに?|より前|以前|前)"
    ),
}
_SAID_HALF = regex(r"[ap]\.?m|noon|midday|midnight|午前|午後|正午|:|\b(?:1[3-9]|2\d)(?!\d)", re.I)
_BEFORE_A_DAY = regex(r"(?: ?\b(?<!going )(?:on|for|of|in|during))? ?$")
_BEHIND_A_DAY = regex(r"^(?:の|は|に|、)*")


@dataclass(frozen=True, slots=True)
class Hours:
    """Some hours of one day, as a sentence says them."""

    start: datetime
    end: datetime
    left: str
    """The sentence without them and without their day."""
    place: int
    """Where in ``left`` they stood."""
    said: str
    """The words for both."""
    both: bool
    """Whether the first and the last were said."""

    @property
    def span(self) -> dict[str, str]:
        """The same as arguments: at and end (ISO, local)."""
        names = {"at": self.start, "end": self.end}
        return {
            name: moment.replace(tzinfo=None, microsecond=0).isoformat() for name, moment in names.items()
        }


def hours(text: str, language: Language, now: datetime) -> Hours | None:
    """The hours that a sentence asks about, of the one day that it names, else of today; None for none."""
    match = _HOURS[language].search(text)
    if match is None:
        return None
    before, after = text[: match.start()], text[match.end() :]
    days = [phrase for phrase in FIND[language](f"{before}|{after}", now) if phrase.at or phrase.stretch]
    if any(phrase.clock or phrase.repeat or phrase.stretch or not phrase.day for phrase in days):
        return None
    if len({phrase.day for phrase in days}) > 1:
        return None
    day = days[0].day if days and days[0].day else now.date()
    midnight = datetime.combine(day, time(), now.tzinfo)
    found = _read(match, midnight, language)
    if found is None:
        return None
    start, end = found
    said = f"{before}|{after}"[days[0].start : days[0].end] if days else ""
    if days and days[0].start < len(before):
        before = _BEFORE_A_DAY.sub("", before[: days[0].start]) + _behind(before[days[0].end :], language)
    elif days:
        first, last = days[0].start - len(before) - 1, days[0].end - len(before) - 1
        after = _BEFORE_A_DAY.sub("", after[:first]) + after[last:]
    gap = " " if language == "en" else ""
    words = (said.strip(), match[0].strip()) if language == "ja" else (match[0].strip(), said.strip())
    both = match["last"] is not None
    return Hours(start, end, before + after, len(before), gap.join(filter(None, words)), both)


def _behind(text: str, language: Language) -> str:
    return _BEHIND_A_DAY.sub("", text) if language == "ja" else text


def _read(match: re.Match[str], midnight: datetime, language: Language) -> tuple[datetime, datetime] | None:
    """First and last moment; None for what no clock shows."""
    if said := match["after"] or match["on"]:
        start = _clock(said, midnight, language)
        return (start, midnight + timedelta(days=1)) if start else None
    if said := match["before"]:
        end = _clock(said, midnight, language)
        return (midnight, end) if end else None
    start, end = (_clock(match[name], midnight, language) for name in ("first", "last"))
    if start is None or end is None:
        return None
    if not _SAID_HALF.search(match["first"]) and _SAID_HALF.search(match["last"]):
        halves = (start.replace(hour=start.hour % 12), start.replace(hour=start.hour % 12 + 12))
        start = max((moment for moment in halves if moment < end), default=start)
    if end <= start and not _SAID_HALF.search(match["last"]):
        end += _HALF_DAY
    return (start, end) if start < end else None


def _clock(said: str, midnight: datetime, language: Language) -> datetime | None:
    """The moment of that day. It is read on the day before, from where one to six are in the afternoon."""
    at = f"{midnight:%Y-%m-%d} at {said}" if language == "en" else f"{midnight:%Y-%m-%d} {said}"
    found = FIND[language](at, midnight - timedelta(days=1))
    return found[0].at if len(found) == 1 and found[0].clock else None
