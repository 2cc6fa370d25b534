"""Finds addresses with the number in words, or of a street without a word for one. Knows those words."""

import re
from collections.abc import Iterator

from kippu.guard.personal import asking
from kippu.guard.personal.merging import Span
from kippu.regex import regex

_BEFORE = 40
"""Letters before a number that tell what it counts."""
_NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|oh|zero)"
)
_KIND = (
    r"(?:street|st|avenue|ave|road|rd|lane|ln|drive|way|court|close|crescent|place|square|terrace|gardens"
    r"|boulevard|blvd|hill|row|grove|parade|mews)"
)
_NO_NAME = (
    r"(?:the|a|an|of|on|in|at|to|and|or|for|from|miles?|minutes?|hours?|houses?|more|different|other|new|old|big"
    r"|small|blocks?|streets?|people|cars?|lanes?)"
)
_STREET = regex(
    rf"\b(?:at|to|address(?: is|:)?|from|near|on)\s"
    rf"(?P<street>(?!one (?!{_NUMBER}\b)){_NUMBER}(?:[ -](?:and )?{_NUMBER}){{0,4}} "
    rf"(?:(?!{_NO_NAME}\b)[a-z'’]{{2,20}} ){{1,3}}?{_KIND}\b"
    rf"(?:,? (?:apartment|apt|flat|unit|suite|number) {_NUMBER}(?:[ -]{_NUMBER})?)?)"
    r"(?! (?:trips?|rules?|signs?)\b)",
    re.IGNORECASE,
)
_NAMED = regex(
    r"(?:\b(?:at|to|in|from|of|on|is)|[:,\n]|^)\s"
    r"(?P<house>\d{1,4}[A-Za-z]?,? The [A-Z][a-z]{3,}(?: [A-Z][a-z]{3,})?)"
    r"(?=[,.;!?)\n]|$| and\b| in\b)"
)
"""A number of a street that is called without any word for one: "7 The Paddocks"."""

_DOOR = regex(
    r"(?<!\bin )(?<!\bup )\b(?:at|from|outside|opposite) (?:number|no\.?) (?P<house>\d{1,3}[a-d]?)"
    r"(?=[,.;:!?)\n]|$| (?:and|but|who|has|have|had|is|are|keeps?|says?|said|told)\b)",
    re.IGNORECASE,
)
"""A house by its number alone, as neighbours call it: "left with Doreen at number 40"."""
_RANKED = regex(
    r"\b(?:debut|peak|enter|stay|finish|rank|chart|sit|start|begin|stop|count|land|end|place|plac|arriv|jump|climb|clos|open"
    r"|remain|hit|seat|gate|bus|platform|question|page|chapter|track|level)\w*(?: \w+){0,2} $",
    re.IGNORECASE,
)
"""What is at a number that is no house's."""
_RANKING = regex(
    r"\b(?:songs?|singles?|albums?|bands?|charts?|leagues?|tables?|rank\w*|seed\w*)\b", re.IGNORECASE
)
"""Of what has places, a text speaks of those."""


def look(text: str) -> Iterator[Span]:
    """Streets behind a number in words, or called "The …", where something is, comes from or goes to; and a
    house by its number in somebody's own life."""
    for match in _STREET.finditer(text):
        yield Span(*match.span("street"), "address", 6)
    for match in _NAMED.finditer(text):
        yield Span(*match.span("house"), "address", 6)
    for match in _DOOR.finditer(text):
        if not _RANKED.search(text[max(0, match.start() - _BEFORE) : match.start()]) and _has_doors(text):
            yield Span(*match.span("house"), "address", 6)


def _has_doors(text: str) -> bool:
    return asking.is_private(text) and not _RANKING.search(text)
