"""How many things a command is for: "turn on two lights", 「ライトを2つつけて」.

So many are not chosen for the person: which of more is asked, and all are meant where there are no more.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kippu.names import Thing
from kippu.regex import regex
from kippu.turn import Language
from kippu.understand.cues.aim import Aim, Aims, name_arguments
from kippu.understand.cues.frame import Frame
from kippu.understand.cues.lexicon import Cue
from kippu.understand.cues.mentions import Index, Mention, is_plural, stem

_COUNTS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "both": 2, "a couple": 2,
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "両方": 2, "どちらも": 2,
}  # fmt: skip
_BEFORE: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?<![\w.:])(?:all )?(?:of )?(?:(?:the|my|our) )?(?:(?P<both>both)"
        r"|(?P<count>1?[1-9]|10|one|two|three|four|five|six|seven|eight|nine|ten|a couple))(?: of)?"
        r"(?: the| my| our| these| those)?(?: other| more)? $"
    ),
    "ja": regex(r"(?:(?P<count>(?<!\d)[1-9]|[一二三四五])(?:つ|個|台|灯)|(?P<both>両方))の$"),
}
_AFTER_JA = regex(
    r"(?:を|は|が|のうち)?(?:(?P<count>[1-9]|[一二三四五])(?:つ|個|台|灯)|(?P<both>両方|どちらも))(?:だけ|とも)?(?:を|は)?"
)
_SEVERAL_JA = regex(
    r"を?(?:[2-9]|[二三四五])(?:つ|個|台|灯)(?:とも)?を?(?!に|ずつ|上げ|下げ|明る|暗|強|弱|進|戻|ずら)|を?両方"
)
_NUMBERED = regex(r"\b(?:at|to|by|for|from|channel|scene|level)\s*$")
"""Before a number that is a time or a level."""
_LAST_WORD = regex(r"([a-z'-]+) $")
_LISTENED = regex(r"speakers?|スピーカー|tvs?|televisions?|テレビ")
"""Of a player's words those that name what stands in a room: "skip two songs" counts no players."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A command whose things are counted."""

    text: str
    """The command without the count."""
    count: int
    domains: frozenset[str]
    """Of what is counted: in "two lights and the fan" the lights."""


def counted(frame: Frame, language: Language) -> Counted | None:
    """The command without the word that counts its things, and how many of what it says; None where none
    does."""
    if any(one.things and not _may_be_several(one, frame.text, language) for one in frame.mentions):
        return None
    words = [*_kinds_said(frame)]
    matches = ((cue, _count_of(cue, frame, language)) for cue in words)
    found = [(cue, match) for cue, match in matches if match]
    if len(found) != 1 or (len(words) > 1 and found[0][1]["both"]):
        return None
    cue, match = found[0]
    said = match["count"] or match["both"]
    particle = "を" if match.start() >= cue.end else ""
    domains = frozenset(option.partition("/")[0] for option in cue.value.split("|"))
    rest = f"{frame.text[: match.start()]}{particle}{frame.text[match.end() :]}"
    return Counted(rest, _COUNTS.get(said) or int(said), domains)


def _may_be_several(mention: Mention, text: str, language: Language) -> bool:
    """Whether a name stands for more than the one thing: in the plural, or with a count right behind it."""
    if language == "en":
        return is_plural(mention, text)
    return _SEVERAL_JA.match(text, mention.end) is not None


def _kinds_said(frame: Frame) -> Iterator[Cue]:
    """The words for kinds, and the plurals of names, which have the word in them: "kitchen lights"."""
    yield from (cue for cue in frame.cues if cue.group == "kinds")
    for mention in frame.mentions:
        if domains := dict.fromkeys(thing.domain for thing in mention.things):
            yield Cue(mention.start, mention.end, "kinds", "|".join(domains))


def _count_of(cue: Cue, frame: Frame, language: Language) -> re.Match[str] | None:
    text = frame.text
    word = text[cue.start : cue.end]
    if cue.value == "vacuum" or (cue.value.startswith("media_player") and not _LISTENED.fullmatch(word)):
        return None
    start = next((m.start for m in frame.mentions if m.end == cue.start - 1), cue.start)
    if language == "en" and word.endswith("s"):
        start -= len(_part_of_a_name(text[:start], frame))
    match = _BEFORE[language].search(text[:start])
    if match and language == "en" and not _is_led(frame, text[: match.start()]):
        return None
    return _AFTER_JA.match(text, cue.end) if match is None and language == "ja" else match


def _part_of_a_name(before: str, frame: Frame) -> str:
    """The word that nothing explains right before a kind: "bedside" in "two bedside lamps"."""
    last = _LAST_WORD.search(before)
    return last[0] if last and stem(last[1]) in frame.leftover else ""


def _is_led(frame: Frame, before: str) -> bool:
    """False for "bedroom 2 lights" and "at 5 lights off", whose number is part of a name or a time."""
    end = len(before.rstrip())
    led = any(cue.end == end for cue in frame.cues if cue.group in {"verbs", "fillers"})
    return not end or (led and not _NUMBERED.search(before))


def as_many(targets: Aims, said: Counted, index: Index) -> Aims:
    """The targets where there are so many of them, else the question which of them are meant."""
    aims = [one for one in targets.aims if one.domains & said.domains]
    others = tuple(one for one in targets.aims if one not in aims)
    things = tuple({thing.id: thing for one in aims for thing in one.things}.values())
    if len(things) < said.count and (wider := _of_their_room(things, said, index)):
        things = wider
        if len(things) == said.count:
            each = tuple(Aim(name_arguments(thing, index), (thing,)) for thing in things)
            return replace(targets, aims=(*each, *others))
    if len(things) > said.count:
        return replace(targets, aims=(Aim({}, things, rivals=things), *others))
    if any(one.rivals for one in aims):
        named = tuple(Aim(name_arguments(thing, index), (thing,)) for thing in things)
        return replace(targets, aims=(*named, *others))
    return replace(targets, aims=(*map(_all_there_are, aims), *others))


def _of_their_room(things: tuple[Thing, ...], said: Counted, index: Index) -> tuple[Thing, ...]:
    """What else of their kind stands in their room: of "both living room lights" one may be called a lamp."""
    rooms = {thing.room for thing in things}
    if len(rooms) != 1 or None in rooms:
        return ()
    domains = {thing.domain for thing in things} & said.domains
    beside = [thing for thing in index.names.things if thing.room in rooms and thing.domain in domains]
    return tuple(beside) if len(beside) >= said.count else ()


def _all_there_are(target: Aim) -> Aim:
    given = target.arguments
    placed = not target.things or {"name", "area", "floor"} & given.keys()
    return target if placed else replace(target, arguments={**given, "name": "all"})
