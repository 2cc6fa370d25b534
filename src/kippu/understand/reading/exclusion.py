"""A command for all but some: "turn off the lights except in the kitchen", 「寝室以外の電気を消して」.

Turned into calls for what is left: a room that loses nothing is one call, a room that does is one for each
of its other things. Knows the home's names; does nothing.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from kippu.names import Names, Thing
from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.cues import Aim, Cues, Reading, aim, name_arguments, target_of
from kippu.understand.fitting import things_of
from kippu.understand.phrases.excepted import PARTED

_ALL = regex(r"全部|ぜんぶ|全て|すべて|みんな|家中")
_VERB_ALONE = regex(r"(?:消|けし|切|つけ|点け|オフ|オン)")
_EVERYTHING = frozenset({"light", "switch", "fan", "media_player", "humidifier"})
"""What "everything" switches; the same as the home skill's."""


def all_but(
    text: str, language: Language, cues: Cues, names: Names, read: Callable[[str], Reading | None]
) -> tuple[Call, ...]:
    """The calls for all that the command is about but what is left out; none when either stays unclear.

    ``read``: what a sentence without its exception means.
    """
    for pattern in PARTED[language]:
        match = pattern.match(text)
        if match is None:
            continue
        wide = _widened(match["command"], language)
        reading = read(wide)
        if reading is None or reading.rivals or reading.unknown or not reading.calls:
            continue
        found = _left_over(reading.calls, match["left"], language, cues, names)
        if found:
            return found
    return ()


def _left_over(
    calls: Sequence[Call], left: str, language: Language, cues: Cues, names: Names
) -> tuple[Call, ...]:
    """Each of the calls for what is not left out; none where that stays unclear."""
    lit = [_of_lights(call, left, language, cues, names) for call in calls]
    if lit != list(calls) and (of_lights := _left_over(lit, left, language, cues, names)):
        return of_lights
    meant = {thing.id: thing for call in calls for thing in _meant(call, names)}
    spared = _spared(left, cues, names, list(meant.values()))
    if spared is None and not _is_place(left, names):
        return ()
    rest: list[Call] = []
    for call in calls:
        things = _meant(call, names)
        if not spared or spared.isdisjoint(thing.id for thing in things):
            rest.append(call)
        elif call.arguments.get("name", "all") == "all":
            rest.extend(_for_the_rest(call, things, spared, cues, names))
    return tuple(rest)


def _of_lights(call: Call, left: str, language: Language, cues: Cues, names: Names) -> Call:
    """「全部」 is all lights where a light is what is left: 「寝室の電気だけ残して全部消して」."""
    everything = call.arguments.get("name") == "all" and "domain" not in call.arguments
    if language == "en" or not everything or call.tool not in {"home.turn_on", "home.turn_off"}:
        return call
    aims = aim(cues.apart(left, names), cues.index(names), None, None).aims
    things = {thing.domain for target in aims for thing in (*target.things, *target.rivals)}
    kinds = {target.arguments["domain"] for target in aims if "domain" in target.arguments}
    lights = (things or kinds) == {"light"} and (kinds == {"light"} or _names_things(aims))
    return Call(call.tool, {**call.arguments, "domain": "light"}) if lights else call


def _names_things(aims: Sequence[Aim]) -> bool:
    return all("name" in target.arguments or target.rivals for target in aims)


def _meant(call: Call, names: Names) -> list[Thing]:
    """The things that a call is about, be it one by its name."""
    if call.arguments.get("name", "all") == "all":
        return _covered(call, names)
    return things_of(call, names) if call.tool.startswith("home.") else []


def _widened(command: str, language: Language) -> str:
    """「電気を消して」 alone may mean one light; beside an exception it means all."""
    if language == "en" or _ALL.search(command):
        return command
    return f"全部{command}" if _VERB_ALONE.match(command) else f"全部の{command}"


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


def _spared(left: str, cues: Cues, names: Names, meant: Sequence[Thing]) -> set[str] | None:
    """Ids of what is to be left alone; None where a word of it is not understood, or it stays open which of
    several it is. What the command is not for anyway need not be spared."""
    parts, index, ids = cues.apart(left, names), cues.index(names), {thing.id for thing in meant}
    targets = aim(parts, index, frozenset(thing.domain for thing in meant), None)
    if not targets.aims:
        elsewhere = aim(parts, index, None, None)
        known = elsewhere.aims and not elsewhere.leftover and all(one.arguments for one in elsewhere.aims)
        return set() if known and not parts.has("verbs") and _names_no_place(elsewhere.aims) else None
    spared: set[str] = set()
    for target in targets.aims:
        there = [thing for thing in target.rivals if thing.id in ids]
        if (not target.arguments and not target.rivals) or len(there) > 1:
            return None
        if target.rivals and not there:
            return None
        spared |= {thing.id for thing in there or target.things}
    return None if targets.leftover or parts.has("verbs") or not spared else spared


def _names_no_place(aims: Sequence[Aim]) -> bool:
    """Whether things are told apart by more than where they are."""
    return all({"name", "domain"} & target.arguments.keys() for target in aims)


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
