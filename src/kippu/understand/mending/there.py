"""The room that "there" means after a command: "open the blinds there" behind a light of the study."""

import re

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.fitting import room_of

_THERE: dict[Language, re.Pattern[str]] = {
    "en": regex(r"\b(?:in |over )?there\b(?! (?:is|are|was|were|any|anything|a)\b|'s)", re.IGNORECASE),
    "ja": regex(r"そこ(?=[のはもで])(?!から|まで|で(?:止|とめ|ストップ|やめ|いい))"),
}
_BEGINS = regex(
    r"(?:is|are|was|were|hi|hello|hey|who's|who is|put|add) (?:over )?there\b|^there\b", re.IGNORECASE
)
"""Where "there" is no place: "is there milk", "hello there", "put it there"."""


_THUS_FAR_JA = regex(
    r"^(?:そこ|その辺|そのへん|その(?:くらい|ぐらい)|それ(?:くらい|ぐらい))で(?=止|とめ|ストップ)"
)
"""No place either: a blind is to stop there."""


def placed(text: str, language: Language, earlier: tuple[Call, ...], names: Names) -> str:
    """The sentence with the room instead of the word; as it is where it means no room of the home."""
    last = earlier[-1] if earlier else None
    text = _THUS_FAR_JA.sub("", text) if language == "ja" else text
    match = _THERE[language].search(text)
    if match is None or last is None or not last.tool.startswith("home.") or _BEGINS.search(text):
        return text
    room = room_of(last, names)
    if room is None:
        return text
    if language == "ja":
        return f"{text[: match.start()]}{room}{text[match.end() :]}"
    return f"{text[: match.start()]}in the {room}{text[match.end() :]}"
