"""How many things a command is for: "turn on two lights", 「ライトを2つつけて」.

So many are not chosen for the person: which of more is asked, and all are meant where there are no more.
"""

import re
from dataclasses import replace

from kippu.regex import regex
from kippu.turn import Language
from kippu.understand.cues.aim import Aim, Aims, name_arguments
from kippu.understand.cues.frame import Frame
from kippu.understand.cues.mentions import Index, is_plural

_COUNTS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "both": 2, "a couple": 2,
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "両方": 2, "どちらも": 2,
}  # fmt: skip
_BEFORE: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?<![\w.:])(?:(?P<both>both)|(?P<count>[1-9]|one|two|three|four|five|six|a couple))(?: of)?"
        r"(?: the| my| our| these| those)?(?: other| more)? $"
    ),
    "ja": regex(r"(?:(?P<count>(?<!\d)[1-9]|[一二三四五])(?:つ|個|台|灯)|(?P<both>両方))の$"),
}
_AFTER_JA = regex(
    r"(?:を|は|が|のうち)?(?:(?P<count>[1-9]|[一二三四五])(?:つ|個|台|灯)|(?P<both>両方|どちらも))(?:だけ|とも)?(?:を|は)?"
)
_NUMBERED = regex(r"\b(?:at|to|by|for|from|channel|scene|level)\s*$")
"""Before a number that is a time or a level."""
_LISTENED = regex(r"speakers?|スピーカー|tvs?|televisions?|テレビ")
"""Of a player's words those that name what stands in a room: "skip two songs" counts no players."""


def counted(frame: Frame, language: Language) -> tuple[str, int] | None:
    """The command without the word that counts its things, and how many it says; None where none does."""
    cues = [cue for cue in frame.cues if cue.group == "kinds"]
    text = frame.text
    if len(cues) != 1 or any(one.things and not is_plural(one, text) for one in frame.mentions):
        return None
    cue = cues[0]
    word = text[cue.start : cue.end]
    if cue.value == "vacuum" or (cue.value.startswith("media_player") and not _LISTENED.fullmatch(word)):
        return None
    start = next((m.start for m in frame.mentions if m.end == cue.start - 1), cue.start)
    match = _BEFORE[language].search(text[:start])
    if match and language == "en" and not _is_led(frame, text[: match.start()]):
        return None
    if match is None and language == "ja":
        match = _AFTER_JA.match(text, cue.end)
    if match is None:
        return None
    said = match["count"] or match["both"]
    particle = "を" if match.start() >= cue.end else ""
    return f"{text[: match.start()]}{particle}{text[match.end() :]}", _COUNTS.get(said) or int(said)


def _is_led(frame: Frame, before: str) -> bool:
    """False for "bedroom 2 lights" and "at 5 lights off", whose number is part of a name or a time."""
    end = len(before.rstrip())
    led = any(cue.end == end for cue in frame.cues if cue.group in {"verbs", "fillers"})
    return not end or (led and not _NUMBERED.search(before))


def as_many(targets: Aims, count: int, index: Index) -> Aims:
    """The targets where there are so many of them, else the question which of them are meant."""
    things = tuple({thing.id: thing for one in targets.aims for thing in one.things}.values())
    if len(things) > count:
        return replace(targets, aims=(Aim({}, things, rivals=things),))
    if any(one.rivals for one in targets.aims):
        named = tuple(Aim(name_arguments(thing, index), (thing,)) for thing in things)
        return replace(targets, aims=named)
    return replace(targets, aims=tuple(_all_there_are(one) for one in targets.aims))


def _all_there_are(target: Aim) -> Aim:
    given = target.arguments
    placed = not target.things or {"name", "area", "floor"} & given.keys()
    return target if placed else replace(target, arguments={**given, "name": "all"})
