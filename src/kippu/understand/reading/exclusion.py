"""A command for all but some: "turn off the lights except in the kitchen", 「寝室以外の電気を消して」.

Turned into calls for what is left: a room that loses nothing is one call, a room that does is one for each
of its other things. Knows the home's names; does nothing.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from kippu.names import Names, Thing
from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.cues import Cues, Reading, aim, name_arguments, target_of

_PARTED: dict[Language, tuple[re.Pattern[str], ...]] = {
    "en": (
        regex(
            r"^(?P<command>.+?),? (?:except|apart from|other than|but not|excluding|besides|leaving out|but)"
            r"(?: for)?(?: (?:in|on|at))? (?P<left>.+)$"
        ),
        regex(
            r"^(?:except|apart from|other than|excluding|besides)(?: for)? (?P<left>.+?), (?P<command>.+)$"
        ),
    ),
    "ja": (
        regex(
            r"^(?P<left>.+?)(?:以外|を除いて|を除き|をのぞいて|だけ残して|は残して)"
            r"[のはをに]?、?(?P<command>.+)$"
        ),
        regex(
            r"^(?P<command>.+?)、?(?:ただし|でも)(?P<left>.+?)(?:以外|は除いて|を除いて|は残して)"
            r"(?:ね|で|です)*$"
        ),
    ),
}
_ALL = regex(r"全部|ぜんぶ|全て|すべて|みんな|家中")
_EVERYTHING = frozenset({"light", "switch", "fan", "media_player", "humidifier"})
"""What "everything" switches; the same as the home skill's."""


def all_but(
    text: str, language: Language, cues: Cues, names: Names, read: Callable[[str], Reading | None]
) -> tuple[Call, ...]:
    """The calls for all that the command is about but what is left out; none when either stays unclear.

    ``read``: what a sentence without its exception means.
    """
    for pattern in _PARTED[language]:
        match = pattern.match(text)
        if match is None:
            continue
        wide = _widened(match["command"], language)
        reading = read(wide)
        if reading is None or reading.rivals or reading.unknown or len(reading.calls) != 1:
            continue
        call = reading.calls[0]
        if call.arguments.get("name", "all") != "all":
            return (call,)  # what was named leaves out all else
        meant = _covered(call, names)
        spared = _spared(match["left"], cues, names, frozenset(thing.domain for thing in meant))
        if not spared and _is_place(match["left"], names):
            return (call,)  # the place has none of them: all are meant
        if spared and (found := tuple(_for_the_rest(call, meant, spared, cues, names))):
            return found
    return ()


def _widened(command: str, language: Language) -> str:
    """「電気を消して」 alone may mean one light; beside an exception it means all."""
    return command if language == "en" or _ALL.search(command) else f"全部の{command}"


def _covered(call: Call, names: Names) -> list[Thing]:
    """The things of the home that a call for a kind, a place or everything is about."""
    given = call.arguments
    if not call.tool.startswith("home.") or given.get("name", "all") != "all":
        return []
    domain, device_class = given.get("domain"), given.get("device_class")
    return [
        thing
        for thing in names.things
        if (thing.domain == domain if domain else thing.domain in _EVERYTHING)
        and device_class in {None, thing.device_class}
        and given.get("area") in {None, thing.room}
        and given.get("floor") in {None, thing.floor}
    ]


def _spared(left: str, cues: Cues, names: Names, domains: frozenset[str]) -> set[str]:
    """Ids of what is to be left alone; empty where a word of it is not understood."""
    parts = cues.apart(left, names)
    targets = aim(parts, cues.index(names), domains, None)
    vague = any(target.rivals or not target.arguments for target in targets.aims)
    if targets.leftover or parts.has("verbs") or vague:
        return set()
    return {thing.id for target in targets.aims for thing in target.things}


def _is_place(left: str, names: Names) -> bool:
    """Whether it is a room or a floor and nothing else."""
    said = re.sub(r"^(?:in |on )?(?:the |my |our )?|(?:の中|の)$", "", left.casefold()).strip()
    places = [name for room in names.rooms for name in (room.name, *room.aliases)] + list(names.floors)
    return said in {place.casefold() for place in places}


def _for_the_rest(
    call: Call, meant: list[Thing], spared: set[str], cues: Cues, names: Names
) -> Iterator[Call]:
    own: dict[str, Any] = {key: value for key, value in call.arguments.items() if key != "floor"}
    for room in dict.fromkeys(thing.room for thing in meant):
        things = [thing for thing in meant if thing.room == room]
        kept = [thing for thing in things if thing.id not in spared]
        if room is not None and len(kept) == len(things):
            yield Call(call.tool, {**own, "area": room})
            continue
        without = {key: value for key, value in own.items() if key not in target_of(call)}
        for thing in kept:
            yield Call(call.tool, {**without, **name_arguments(thing, cues.index(names))})
