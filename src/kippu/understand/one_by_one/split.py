"""Several commands in one sentence: where it can be cut so that every piece is a command.

Cuts only where both sides read well; otherwise the sentence stays whole.
"""

import re
from collections.abc import Callable, Iterator
from itertools import islice

from kippu.regex import regex
from kippu.turn import Language

_EN = regex(
    r"\s*(?:,|;|\.)?\s+(?:oh,? )?(?:and then|and also|then|and|plus|also)\s+(?:also\s+|then\s+)?|\s*[,;.]\s+"
)
_VERBS = (
    "turn|set|dim|brighten|open|close|shut|lock|unlock|start|stop|play|pause|raise|lower|put|make|switch|activate"
    "|mute|unmute"
)
_EN_BARE = regex(rf"(?<! light)\s+(?=switch )|\s+(?!switch)(?=(?:{_VERBS}) )")
"""Where a verb begins another command without any word between: "turn on the lamp turn off the TV"."""
_BEGINS = regex(rf"(?:(?:please|can you|could you|would you) )?(?:{_VERBS}) ", re.IGNORECASE)
_JA = regex(
    r"(?<=[てで])(?<![度%ま分秒間]で)(?:から|、|それから|そして|あと|ついでに|,)*"
    r"(?!ください|下さい|くれ|もら|ほし|欲し|おい|おけ|ちょうだい|頂|ね|よ|い(?:[るまてた]|れば|な[いかけく])|て(?![れん])|る|き|み|しま|あげ|やって|やる|"
    r"た[らりっ]|た$|も|は|明るさ|輝度|色|いい|から|、|くだ|いただ|ある|な|と|の|か|し|$)"
    r"|(?:、|,|。|？|\?)(?!と(?:いう|言|書|伝|の)|って|との)(?:それから|そして|あと|ついでに)?|(?<=に)(?:して|し)(?:、|,)(?:それから|そして|あと|ついでに)?"
)
_LONGEST = 10
"""Cuts that one command may hold: with it the work grows as the sentence does, not as its square."""


def pieces(text: str, language: Language, reads: Callable[[str, list[str]], bool]) -> list[str] | None:
    """The sentence cut into commands, or None. ``reads(piece, before)`` says whether a piece is a command,
    given the pieces before it."""
    found = _cut(text, language, reads, [], set())
    return found if found and len(found) > 1 else None


def _cut(
    text: str,
    language: Language,
    reads: Callable[[str, list[str]], bool],
    before: list[str],
    unread: set[str],
) -> list[str] | None:
    """The same behind the pieces ``before``; ``unread`` are the ends that have no reading, found so far."""
    for left, right in islice(_ways(text, language), _LONGEST):
        if left and right and right not in unread and reads(left, before):
            rest = _cut(right, language, reads, [*before, left], unread)
            if rest:
                return [left, *rest]
    if before and reads(text, before):
        return [text]
    unread.add(text)
    return None


def _ways(text: str, language: Language) -> Iterator[tuple[str, str]]:
    cuts = list((_JA if language == "ja" else _EN).finditer(text))
    if language == "en" and _BEGINS.match(text):
        cuts = sorted([*cuts, *_EN_BARE.finditer(text)], key=re.Match.start)
    for match in cuts:
        if match.start() > 0 and match.end() < len(text):
            yield text[: match.start()].strip(), text[match.end() :].strip()
