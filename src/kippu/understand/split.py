"""Several commands in one sentence: where it can be cut so that every piece is a command.

Cuts only where both sides read well; otherwise the sentence stays whole.
"""

import re
from collections.abc import Callable, Iterator

from kippu.turn import Language

_EN = re.compile(
    r"\s*(?:,|;|\.)?\s+(?:and then|and also|then|and|plus|also)\s+(?:also\s+|then\s+)?|\s*[,;.]\s+"
)
_VERBS = (
    "turn|set|dim|brighten|open|close|shut|lock|unlock|start|stop|play|pause|raise|lower|put|make|switch|activate"
    "|mute|unmute"
)
_EN_BARE = re.compile(rf"(?<! light)\s+(?=switch )|\s+(?!switch)(?=(?:{_VERBS}) )")
"""Where a verb begins another command without any word between: "turn on the lamp turn off the TV"."""
_BEGINS = re.compile(rf"(?:(?:please|can you|could you|would you) )?(?:{_VERBS}) ", re.IGNORECASE)
_JA = re.compile(
    r"(?<=[てで])(?<![度%ま]で)(?:から|、|それから|そして|あと|ついでに|,)*"
    r"(?!ください|下さい|くれ|もら|ほし|欲し|おい|おけ|ちょうだい|頂|ね|よ|いる|いま|いて|る|き|み|しま|あげ|やって|やる|"
    r"も|は|明るさ|輝度|色|いい|から|、|くだ|いただ|ある|な|と|の|か|し|$)"
    r"|(?:、|,|。)(?:それから|そして|あと|ついでに)?|(?<=に)(?:して|し)(?:、|,)"
)


_BELL = r"(?P<kind>timer|alarm|reminder)"
_ANOTHER = re.compile(
    rf"^(?P<lead>.*?\b{_BELL}s? (?:for|at)) (?P<one>.+?)(?:,| and|, and) "
    r"(?:(?:and )?(?:another|a second|a different|1|one)(?: 1| one| timer| alarm| reminder)?"
    r"(?: for| at)? )(?P<other>\d.*)$",
    re.IGNORECASE,
)
_TWO = re.compile(
    rf"^(?P<verb>.*?)\b(?:2|two|a couple of) {_BELL}s(?:,|:)?(?: (?:1|one))? (?=(?:for|at) )", re.IGNORECASE
)
_UNIT = re.compile(r"\b(?:hours?|minutes?|mins?|seconds?|secs?)\b", re.IGNORECASE)


def each_by_itself(text: str) -> str:
    """Two timers of one sentence said one by one: "set a timer for 5 minutes and one for 10"."""
    text = _TWO.sub(lambda match: f"{match['verb']}a {match['kind']} ", text)
    match = _ANOTHER.match(text)
    if match is None:
        plural = re.match(rf"^(?P<lead>.*?\b{_BELL}s (?:for|at)) (?P<one>\d+) and (?P<other>\d+\b.*)$", text)
        match = plural
    if match is None:
        return text
    one, other = match["one"], match["other"]
    if match["kind"] == "timer":
        unit, unit_too = _UNIT.search(one), _UNIT.search(other)
        if unit and not unit_too:
            other += f" {unit[0]}"
        if unit_too and not unit:
            one += f" {unit_too[0]}"
    lead = re.sub(r"\b(?P<kind>timer|alarm|reminder)s\b", r"a \g<kind>", match["lead"])
    return f"{lead} {one} and {lead} {other}"


def pieces(text: str, language: Language, reads: Callable[[str, list[str]], bool]) -> list[str] | None:
    """The sentence cut into commands, or None. ``reads(piece, before)`` says whether a piece is a command,
    given the pieces before it."""
    found = _cut(text, language, reads, [])
    return found if found and len(found) > 1 else None


def _cut(
    text: str, language: Language, reads: Callable[[str, list[str]], bool], before: list[str]
) -> list[str] | None:
    for left, right in _ways(text, language):
        if left and right and reads(left, before):
            rest = _cut(right, language, reads, [*before, left])
            if rest:
                return [left, *rest]
    return [text] if before and reads(text, before) else None


def _ways(text: str, language: Language) -> Iterator[tuple[str, str]]:
    cuts = list((_JA if language == "ja" else _EN).finditer(text))
    if language == "en" and _BEGINS.match(text):
        cuts += _EN_BARE.finditer(text)
    for match in cuts:
        if match.start() > 0 and match.end() < len(text):
            yield text[: match.start()].strip(), text[match.end() :].strip()
