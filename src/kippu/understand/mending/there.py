"""The room that "there" means after a command: "open the blinds there" behind a light of the study."""

import re
from collections.abc import Callable

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Language, Turn
from kippu.understand.cues import Frame
from kippu.understand.fitting import room_of
from kippu.understand.text import sentence

_THERE: dict[Language, re.Pattern[str]] = {
    "en": regex(r"\b(?:in |over )?there\b(?! (?:is|are|was|were|any|anything|a)\b|'s)", re.IGNORECASE),
    "ja": regex(r"そこ(?=[のはもで])(?!から|まで|で(?:止|とめ|ストップ|やめ|いい))"),
}
_DEGREES = regex(
    r"(?:(?:and|ok|okay|please|now|then|so)[, ]+)*(?:(?:set|make|put|keep|have|turn) (?:it|that) )?"
    r"(?:up |down )?"
    r"(?:to |at )?\d{1,2}(?:\.\d)?(?: ?(?:degrees?|°[cf]?))?(?:,? please)?",
    re.IGNORECASE,
)
"""So warm, and nothing else: "set it to 21"."""
_WARMTH = frozenset({"home.temperature", "home.set_temperature", "home.change_temperature"})
_BEGINS = regex(
    r"(?:is|are|was|were|hi|hello|hey|who's|who is|put|add) (?:over )?there\b|^there\b", re.IGNORECASE
)
"""Where "there" is no place: "is there milk", "hello there", "put it there"."""


_THUS_FAR_JA = regex(
    r"^(?:そこ|その辺|そのへん|その(?:くらい|ぐらい)|それ(?:くらい|ぐらい))で(?=止|とめ|ストップ)"
)
"""No place either: a blind is to stop there."""


def placed(text: str, turn: Turn, names: Names, apart: Callable[[str], Frame]) -> str:
    """The sentence with the room or floor instead of the word; as it is where it means none of the home.
    ``apart`` takes a text apart."""
    language = turn.language
    text = _THUS_FAR_JA.sub("", text) if language == "ja" else text
    match = _THERE[language].search(text)
    if match is None or _BEGINS.search(text):
        return text
    place = _place_of(turn, names, apart)
    if place is None:
        return text
    rest = f"{text[: match.start()]}{text[match.end() :]}".strip()
    if _DEGREES.fullmatch(rest) and _is_of_warmth(turn) and not _has_warmth(place, names):
        return rest
    if language == "ja":
        return f"{text[: match.start()]}{place}{text[match.end() :]}"
    return f"{text[: match.start()]}in the {place}{text[match.end() :]}"


def _place_of(turn: Turn, names: Names, apart: Callable[[str], Frame]) -> str | None:
    """The one place that was named last, though nothing was done there; else where the last command was."""
    if places := place_named(turn, apart):
        return next(iter(places.values()))
    last = turn.earlier[-1] if turn.earlier else None
    if last is None or not last.tool.startswith("home."):
        return None
    return room_of(last, names) or last.arguments.get("floor")


def _is_of_warmth(turn: Turn) -> bool:
    return bool(turn.earlier) and turn.earlier[-1].tool in _WARMTH


def _has_warmth(place: str, names: Names) -> bool:
    """Whether the warmth of that place can be set by itself: else "21 there" is for what warms it too."""
    return any(thing.domain == "climate" and place in (thing.room, thing.floor) for thing in names.things)


def place_named(turn: Turn, apart: Callable[[str], Frame]) -> dict[str, str]:
    """The area or floor that the person's last sentence named; empty where it named none or several."""
    before = next((line.text for line in reversed(turn.history) if line.role == "user"), "")
    mentions = apart(sentence(before, turn.language)).mentions if before else ()
    places = [
        *({"area": room.name} for mention in mentions for room in mention.rooms),
        *({"floor": mention.floor} for mention in mentions if mention.floor),
    ]
    return places[0] if len(places) == 1 else {}
