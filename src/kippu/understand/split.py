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
