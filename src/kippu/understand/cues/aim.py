"""What a sentence aims at: a named thing, several, or all of a kind in a room.

Turns mentions and kinds into the target arguments of a home tool, or into a question when several would fit.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from kippu.names import Room, Thing
from kippu.regex import regex
from kippu.turn import Call
from kippu.understand.cues.coupled import coupled, each_word
from kippu.understand.cues.every import means_all
from kippu.understand.cues.frame import Frame
from kippu.understand.cues.kinds import (
    Kind,
    are_several,
    called_by_kind,
    called_so,
    is_a,
    kind_of,
    kind_words,
    kinds_of,
    says_several,
)
from kippu.understand.cues.mentions import Index, Mention, is_plural
from kippu.understand.cues.places import misplaced


@dataclass(frozen=True, slots=True)
class Aim:
    """One target."""

    arguments: dict[str, Any]
    """name, area, floor, domain, device_class: as the home tools take them."""
    things: tuple[Thing, ...] = ()
    """What it covers in this home; empty when it is left to the tool ("the light")."""
    rivals: tuple[Thing, ...] = ()
    """Set when it could be any one of these, and we must ask."""

    @property
    def domains(self) -> frozenset[str]:
        """The domains of what it covers."""
        if self.things:
            return frozenset(thing.domain for thing in self.things)
        return frozenset(filter(None, [self.arguments.get("domain")]))


@dataclass(frozen=True, slots=True)
class Aims:
    """All targets of a sentence, and what of it is still unexplained."""

    aims: tuple[Aim, ...]
    leftover: tuple[str, ...]


def aim(frame: Frame, index: Index, domains: frozenset[str] | None, here: str | None) -> Aims:
    """The targets. ``domains``: those that the verb or value can act on, None for any."""
    rooms = [room for mention in frame.mentions if not mention.things for room in mention.rooms[:1]]
    if frame.has("verbs", "water", "unwater"):
        return _watering(index, rooms)
    floor = next((mention.floor for mention in frame.mentions if mention.floor and not mention.things), None)
    kinds, absent = kinds_of(frame, index, domains)
    useless = list(_useless(frame, domains))
    words = (frame.text[mention.start : mention.end] for mention in useless)
    frame = replace(frame, leftover=(*frame.leftover, *absent, *words))
    named = _named(frame, index, domains, rooms, kinds, here)
    if named:
        named += _coupled(frame, index, named, kinds, rooms, here)
        strange = (*_unmet(named, kinds), *misplaced(frame, index, rooms, alike=True))
        return Aims((*named, *_beside(named, rooms, index)), (*frame.leftover, *strange))
    frame = replace(frame, leftover=(*frame.leftover, *misplaced(frame, index, rooms)))
    partial = _partly_named(frame, index, domains, rooms, kinds)
    if partial:
        return partial
    if called := called_by_kind(frame, index, domains, rooms):
        return Aims((_name_aim(called, index),), frame.leftover)
    leftover = frame.leftover
    if kinds and not rooms and not floor:
        beside = {thing.room for mention in useless for thing in mention.things}
        rooms = [r for r in index.names.rooms if r.name in beside and _things(index, r.name, None, kinds)]
    if not rooms and not floor and leftover:
        rooms, leftover = _rooms_in_part(leftover, index)
    if not rooms and frame.has("here") and here:
        rooms = [room for room in index.names.rooms if room.name == here]
    if (
        not rooms
        and not floor
        and here
        and not frame.has("all")
        and kinds
        and _things(index, here, None, kinds)
    ):
        rooms = [room for room in index.names.rooms if room.name == here]
    return Aims(tuple(_groups(index, rooms, floor, kinds, domains, frame, here)), leftover)


_WATERS = regex(r"sprinkler|irrigation|watering|hose|スプリンクラー|水やり|散水", re.IGNORECASE)


def _watering(index: Index, rooms: list[Room]) -> Aims:
    """What waters, whatever it is that gets the water."""
    things = [thing for thing in index.names.things if _WATERS.search(" ".join((thing.name, *thing.aliases)))]
    there = [thing for thing in things if thing.room in {room.name for room in rooms}] or things
    if len(there) == 1:
        return Aims((Aim(name_arguments(there[0], index), tuple(there)),), ())
    return Aims((Aim({}, tuple(there), rivals=tuple(there)),) if there else (), ())


def _named(
    frame: Frame,
    index: Index,
    domains: frozenset[str] | None,
    rooms: list[Room],
    kinds: list[list[Kind]],
    here: str | None,
) -> list[Aim]:
    """Things whose whole name stands in the sentence."""
    aims: list[Aim] = []
    room_names = {room.name for room in rooms}
    for mention in frame.mentions:
        if not mention.things or _only_a_kind(mention, frame, index, here):
            continue
        things = _narrow(mention.things, lambda thing: domains is None or thing.domain in domains)
        if domains is not None and not any(thing.domain in domains for thing in things):
            continue
        things = _narrow(things, lambda thing: not room_names or thing.room in room_names)
        if (
            room_names
            and not any(thing.room in room_names for thing in things)
            and not _joined(mention, frame)
        ):
            aims += _same_kind(things, rooms, index)
            continue
        things = _narrow(
            things, lambda thing: any(is_a(thing, kind) for options in kinds for kind in options)
        )
        if len(things) > 1 and here:
            things = _narrow(things, lambda thing: thing.room == here)
        aims.append(_name_aim(things, index))
    return aims


def _useless(frame: Frame, domains: frozenset[str] | None) -> Iterable[Mention]:
    """Names whose things can't be meant ("lock the door, the television"), not to be lost."""
    for mention in frame.mentions:
        if domains is None or mention.rooms or not mention.things:
            continue
        kinds = any(cue.group == "kinds" and cue.start == mention.start for cue in frame.cues)
        if not kinds and all(thing.domain not in domains for thing in mention.things):
            yield mention


def _coupled(
    frame: Frame,
    index: Index,
    named: list[Aim],
    kinds: list[list[Kind]],
    rooms: list[Room],
    here: str | None,
) -> list[Aim]:
    """What is said beside the named things by its kind alone."""
    found: list[Aim] = []
    things = [thing for target in named for thing in target.things]
    near = [room.name for room in rooms] or ([here] if here else [])
    for other in coupled(frame, index, things, kinds, near):
        if other.things:
            found += _which_of(other.things, index, each=other.each)
            continue
        room = next((name for name in near if _things(index, name, None, [[other.kind]])), None)
        found.append(Aim({**({"area": room} if room else {}), **_kind_arguments([other.kind], ())}))
    return found


def _which_of(things: tuple[Thing, ...], index: Index, *, each: bool) -> Iterable[Aim]:
    """Each of the things, or the question which of them is meant."""
    if each or len(things) == 1:
        return [_name_aim((thing,), index) for thing in things]
    return [Aim({}, things, rivals=things)]


def _unmet(named: list[Aim], kinds: list[list[Kind]]) -> Iterable[str]:
    """Kinds of thing that were said too, and are none of the named things: they must not be lost silently."""
    domains = {domain for target in named for domain in target.domains}
    return (options[0][0] for options in kinds if not any(kind[0] in domains for kind in options))


def _beside(named: list[Aim], rooms: list[Room], index: Index) -> Iterable[Aim]:
    """Rooms named beside a thing of another room: "the kitchen and the bedroom light" has two lights."""
    taken = {thing.room for target in named for thing in target.things}
    domains = {domain for target in named for domain in target.domains}
    for room in rooms if len(domains) == 1 else ():
        domain = next(iter(domains))
        things = _things(index, room.name, None, [[(domain, None)]])
        if room.name not in taken and things:
            yield Aim({"area": room.name, "domain": domain}, things)


def _joined(mention: Mention, frame: Frame) -> bool:
    """True when an "and" stands before the name, so that the room before it is another target."""
    return re.search(r"(?:\band(?: the| my| our)?|と|や|、|,)\s*$", frame.text[: mention.start]) is not None


def _same_kind(things: tuple[Thing, ...], rooms: list[Room], index: Index) -> Iterable[Aim]:
    """What is like it in the room: "the laundry room smart plug", where Smart Plug stands elsewhere."""
    kinds: list[list[Kind]] = [[(thing.domain, thing.device_class) for thing in things]]
    for room in rooms:
        there = _things(index, room.name, None, kinds)
        if there:
            yield Aim({"area": room.name, "domain": there[0].domain}, there)


def _only_a_kind(mention: Mention, frame: Frame, index: Index, here: str | None) -> bool:
    """True when a thing is just called "Light", and the sentence or the room points at another light."""
    kinds = {cue.value for cue in frame.cues if cue.group == "kinds" and cue.start == mention.start}
    if not kinds or any(cue.end > mention.end for cue in frame.cues if cue.start == mention.start):
        return False
    if index.things_with(frame.leftover) or index.rooms_with(frame.leftover):
        return True
    alike = [kind_of(option) for value in kinds for option in value.split("|")]
    if is_plural(mention, frame.text) and len(_things(index, None, None, [alike])) > 1:
        return True
    mine = {(thing.domain, thing.device_class) for thing in mention.things}
    elsewhere = all(thing.room != here for thing in mention.things)
    return elsewhere and any(
        thing.room == here and (thing.domain, thing.device_class) in mine
        for thing in index.names.things
        if here
    )


def _narrow(things: Iterable[Thing], keep: Any) -> tuple[Thing, ...]:
    """Those that pass, or all when none does."""
    everything = tuple(things)
    return tuple(thing for thing in everything if keep(thing)) or everything


def _name_aim(things: tuple[Thing, ...], index: Index) -> Aim:
    thing = things[0]
    if len({(other.room, other.domain) for other in things}) > 1 and len({o.id for o in things}) > 1:
        return Aim({"name": thing.name}, things, rivals=things)
    return Aim(name_arguments(thing, index), (thing,))


def name_arguments(thing: Thing, index: Index) -> dict[str, Any]:
    """The arguments that name exactly this thing: its room too where its name is not the only one."""
    twins = [other for other in index.names.things if other.name == thing.name and other.id != thing.id]
    arguments: dict[str, Any] = {"name": thing.name}
    if any(other.room != thing.room for other in twins) and thing.room:
        arguments["area"] = thing.room
    if any(other.room == thing.room and other.domain != thing.domain for other in twins):
        arguments["domain"] = thing.domain
    return arguments


def _partly_named(
    frame: Frame, index: Index, domains: frozenset[str] | None, rooms: list[Room], kinds: list[list[Kind]]
) -> Aims | None:
    """Things of whose name some telling words are said ("the washer" for "Smart Washer and Dryer")."""
    telling = _telling(frame, index)
    room_names = {room.name for room in rooms}
    scores: dict[str, tuple[int, Thing]] = {}
    for thing in index.names.things:
        if domains is not None and thing.domain not in domains:
            continue
        if room_names and thing.room not in room_names:
            continue
        if kinds and not any(is_a(thing, kind) for options in kinds for kind in options):
            continue
        name, room = index.name_tokens[thing.id], index.room_tokens[thing.id]
        if not any(token in name or token in room for token in frame.leftover):
            continue
        score = sum(2 for token in frame.leftover if token in name or token in room)
        score += sum(1 for token in telling if token in name)
        scores[thing.id] = (score, thing)
    if not scores:
        return None
    best = max(score for score, _ in scores.values())
    found = tuple(thing for score, thing in scores.values() if score == best)
    explained = {
        token
        for token in frame.leftover
        if any(token in index.name_tokens[thing.id] | index.room_tokens[thing.id] for thing in found)
    }
    leftover = tuple(token for token in frame.leftover if token not in explained)
    if len(found) == 1:
        return Aims((Aim(name_arguments(found[0], index), found),), leftover)
    if all(explained <= index.room_tokens[thing.id] for thing in found):
        return None
    each = not leftover and not frame.has("ask") and says_several(frame)
    return Aims(tuple(_which_of(found, index, each=each)), leftover)


def _telling(frame: Frame, index: Index) -> list[str]:
    """Unexplained words, and the words of rooms and kinds that may be part of a name."""
    words = list(frame.leftover)
    if index.language == "ja":
        words += [token for run in frame.leftover for token in index.tokens(run)]
    for mention in frame.mentions:
        if mention.rooms:
            words += index.tokens(frame.text[mention.start : mention.end])
    for cue in frame.cues:
        if cue.group == "kinds":
            words += index.tokens(frame.text[cue.start : cue.end])
    return list(dict.fromkeys(words))


def _rooms_in_part(leftover: tuple[str, ...], index: Index) -> tuple[list[Room], tuple[str, ...]]:
    """A room of whose name the leftover words are part ("terrace" for "Rooftop Terrace"), if just one is."""
    by_token = index.rooms_with(leftover)
    rooms = {room.name: room for found in by_token.values() for room in found}
    counts = {name: sum(room in found for found in by_token.values()) for name, room in rooms.items()}
    best = [name for name, count in counts.items() if count == max(counts.values())]
    if len(best) != 1:
        return [], leftover
    return [rooms[best[0]]], tuple(
        token for token in leftover if rooms[best[0]] not in by_token.get(token, [])
    )


def _things(index: Index, room: str | None, floor: str | None, kinds: list[list[Kind]]) -> tuple[Thing, ...]:
    return tuple(
        thing
        for thing in index.names.things
        if (room is None or thing.room == room)
        and (floor is None or thing.floor == floor)
        and (not kinds or any(is_a(thing, kind) for options in kinds for kind in options))
    )


def _groups(
    index: Index,
    rooms: list[Room],
    floor: str | None,
    kinds: list[list[Kind]],
    domains: frozenset[str] | None,
    frame: Frame,
    here: str | None,
) -> Iterable[Aim]:
    """All of a kind in a room, on a floor, or wherever the tool finds the one that is meant."""
    places: list[tuple[str | None, str | None]] = [(room.name, None) for room in rooms]
    places = places or ([(None, floor)] if floor else [(None, None)])
    for room, level in places:
        place = {key: value for key, value in (("area", room), ("floor", level)) if value}
        for options in kinds or [[]]:
            things = _things(index, room, level, [options] if options else [])
            if domains is not None:
                things = tuple(thing for thing in things if thing.domain in domains)
            if not options and not place:
                if frame.has("all") and frame.has("verbs") and domains:
                    yield Aim({"name": "all"}, things)
                continue
            words = each_word(frame, options) if options and not frame.has("all") else []
            if frame.has("ask") and any(map(are_several, words)):
                words = []  # whether "the lamps" are on is asked of the lights there
            called = [called_so(things, word) for word in words]
            if called and all(called):
                for some, word in zip(called, words, strict=True):
                    yield from _which_of(some, index, each=are_several(word) and not frame.leftover)
                continue
            if options == [("media_player", "tv")] and things and things[0].device_class is None:
                yield Aim({}, things, rivals=things) if len(things) > 1 else _name_aim(things, index)
                continue
            arguments = {**place, **(_kind_arguments(options, things) if options else {})}
            if not place and (frame.has("all") or (here is None and means_all(frame, words, options))):
                arguments["name"] = "all"
            yield Aim(arguments, things)


def _kind_arguments(options: list[Kind], things: tuple[Thing, ...]) -> dict[str, Any]:
    """Domain and class: of the kind that things here have, else the first that the word can mean."""
    domain, device_class = next((kind for kind in options if any(is_a(t, kind) for t in things)), options[0])
    return {"domain": domain, **({"device_class": device_class} if device_class else {})}


def player(frame: Frame, index: Index, call: Call) -> Call:
    """A player's command that names none, for the one that the word means: "next song" is not for the TV."""
    given = call.arguments
    if "name" in given or call.tool not in PLAYER_TOOLS:
        return call
    things = tuple(
        thing
        for thing in index.names.things
        if thing.domain == "media_player" and given.get("area") in {None, thing.room}
    )
    called = called_so(things, kind_words(frame.text, frame.cues))
    return Call(call.tool, {**given, **name_arguments(called[0], index)}) if len(called) == 1 else call


PLAYER_TOOLS = frozenset({"home.media", "home.set_volume", "home.change_volume", "home.mute", "home.unmute"})
