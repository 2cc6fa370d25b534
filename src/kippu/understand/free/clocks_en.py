"""What an English sentence asks of clocks and calendars elsewhere and at other times: "it's eight at night in
France, what time is it in New York", "what will the date be in ten days", "on what date is Easter".

Knows words; the templates know times, and the clock knows places.
"""

from collections.abc import Sequence

from kippu.places import zone_of
from kippu.regex import regex
from kippu.understand.free.elsewhere import is_around_here

_HOUR = regex(
    r"\b(?:it is|it's|its|at|time is|the) (?P<hour>\d{1,2}(?::\d\d)?)\b"
    r"(?! ?(?:[ap]\.?m|hours?|minutes?|th|st|nd|rd))"
)
"""An hour that is said alone: "it is nine here"."""
_LATE = regex(r"^ (?:at night|in the evening|in the afternoon|tonight)\b")
_EARLY = regex(r"^ (?:in the morning|this morning)\b")
_BEHIND = regex(r"^,? ?(?:time )?(?:(?:in|at|for|on|over in) )?(?:the )?(?P<rest>.*)$")
_ZONE = regex(r"(?:'s)?(?: (?:standard|daylight|local))? time(?: zone)?$")
_MOST_PLACES = 2
_ZONES = regex(r"\b(?:eastern|central|mountain|pacific|[ecmp][sd]t|ist|jst|gmt|utc|cet|bst|aest)\b")

_FAR = regex(
    r"\b(?:(?:in|after) (?:another |about |exactly )?(?P<far>(?:\d+|an?|one) (?:day|week|month|year)s?)"
    r"(?: from (?:now|today))?|(?P<off>(?:\d+|an?|one) (?:day|week|month|year)s?) from (?:now|today)"
    r"|(?P<ago>(?:\d+|an?|one) (?:day|week|month|year)s?) (?:ago|back))\b"
    r"(?! (?:after|before|of|from|since|until|till))"
)
_HOW_MANY = regex(r"\bhow (?:many|much|long|far|old)\b")
_FORTNIGHT = regex(r"\b(?:a|one|1) fortnight\b")
_HOLIDAY = regex(
    r"\b(?:christmas(?: eve| day)?|easter(?: sunday| monday)?|good friday|thanksgiving|halloween"
    r"|(?:new year's|valentine's|mother's|father's|labor|memorial|independence|veterans|presidents|columbus) "
    r"(?:day|eve)|black friday)\b(?! (?:dinner|lunch|party|card|shopping|tree|song|music))"
)
_WHICH_YEAR = regex(r"\b(?:(?P<year>this|next|last) year|(?:in )?(?P<number>(?:19|20)\d\d))\b")


def there(plain: str, clock: Sequence[tuple[int, int]], places: Sequence[str]) -> str:
    """What a place's clocks show when those of another, or here, show the time that stands at ``clock``, as a
    template takes it; empty where it isn't plain. ``places``: those that were marked."""
    folded = plain.casefold()
    hour = _HOUR.search(folded) if not clock else None
    named = [_ZONE.sub("", place.casefold()).strip() for place in places]
    named += [zone for zone in _ZONES.findall(folded) if not any(zone in place for place in named)]
    if len(clock) > 1 or not (clock or hour) or not named or len(named) > _MOST_PLACES:
        return ""
    start, end = clock[0] if clock else hour.span("hour") if hour else (0, 0)
    said, rest = folded[start:end], folded[end:]
    if late := _LATE.match(rest) or _EARLY.match(rest):
        said, rest = f"{said} {'am' if _EARLY.match(rest) else 'pm'}", rest[late.end() :]
    elif not clock and ":" not in said:
        said = f"{said} o'clock"
    named = [place for place in named if not is_around_here(place)]
    behind = _BEHIND.match(rest)
    source = _begins(behind["rest"] if behind else "", named)
    targets = [place for place in named if place != source]
    if source and not targets:
        return f"when it's {said} in {source} what time is it here"
    if len(targets) != 1 or (not source and len(named) > 1):
        return ""
    return f"when it's {said} {f'in {source}' if source else 'here'} what time is it in {targets[0]}"


def zone_said(folded: str) -> str:
    """The one time zone that is called by its own name: "what time is it eastern"."""
    found = list(dict.fromkeys(_ZONES.findall(folded))) if "time" in folded else []
    return found[0] if len(found) == 1 else ""


def _begins(text: str, named: Sequence[str]) -> str:
    """The place that a text begins with: one of those that were named, or one that has a zone."""
    found = next((place for place in named if text.startswith(place)), "")
    words = text.split()
    known = (" ".join(words[:count]) for count in (3, 2, 1) if count <= len(words))
    return found or next((place for place in known if zone_of(place) and not is_around_here(place)), "")


def days_off(folded: str) -> str:
    """The question for a day so far from today, as a template takes it; empty for none, or several."""
    found = list(_FAR.finditer(_FORTNIGHT.sub("2 weeks", folded)))
    if len(found) != 1 or _HOW_MANY.search(folded):
        return ""
    far = found[0]["far"] or found[0]["off"] or found[0]["ago"]
    number, _, unit = far.partition(" ")
    far = f"1 {unit}" if number in ("a", "an", "one") else far
    return f"what day was it {far} ago" if found[0]["ago"] else f"what day is it in {far}"


def holiday(folded: str) -> str:
    """The question for a holiday's date, as a template takes it; empty for none, or several."""
    named = _HOLIDAY.findall(folded)
    if len(named) != 1:
        return ""
    year = _WHICH_YEAR.search(folded)
    of = "" if year is None else f" {year['year']} year" if year["year"] else f" in {year['number']}"
    return f"what date is {named[0]}{of}"
