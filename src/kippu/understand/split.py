"""Several commands in one sentence: where it can be cut so that every piece is a command.

Cuts only where both sides read well; otherwise the sentence stays whole.
"""

import re
from collections.abc import Callable, Iterator

from kippu.turn import Language

_EN = re.compile(
    r"\s*(?:,|;|\.)?\s+(?:and then|and also|then|and|plus|also)\s+(?:also\s+|then\s+)?|\s*[,;.]\s+"
)
_JA = re.compile(
    r"(?<=[てで])(?:から|、|それから|そして|あと|ついでに|,)*"
    r"(?!ください|下さい|くれ|もら|ほし|欲し|おい|おけ|ちょうだい|頂|ね|よ|いる|いま|いて|る|き|み|しま|あげ|やって|やる|"
    r"も|は|いい|から|、|くだ|いただ|ある|な|と|の|か|し|$)"
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
    for match in (_JA if language == "ja" else _EN).finditer(text):
        if match.start() > 0 and match.end() < len(text):
            yield text[: match.start()].strip(), text[match.end() :].strip()
