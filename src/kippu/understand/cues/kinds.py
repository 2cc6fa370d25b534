"""What a word for a kind of thing means in this home: which kinds, and things that are called by it.

Knows domains and device classes; aims at nothing.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from kippu.names import Names, Room, Thing
from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.cues.frame import Frame
from kippu.understand.cues.lexicon import Cue, lexicon
from kippu.understand.cues.mentions import Index

Kind = tuple[str, str | None]
"""A domain and, if the word says it, a device class."""


def kinds_of(
    frame: Frame, index: Index, domains: frozenset[str] | None
) -> tuple[list[list[Kind]], list[str]]:
    """For each kind word the kinds that it may mean here; and the words for kinds that the home hasn't."""
    found: list[list[Kind]] = []
    absent: list[tuple[str, list[Kind]]] = []
    for cue in frame.cues:
        if cue.group != "kinds":
            continue
        options = [kind_of(option) for option in cue.value.split("|")]
        if cue.value != "switch" and _OF_A_SOCKET.match(frame.text, cue.end):
            absent.append((frame.text[cue.start : cue.end], []))
            continue
        fitting = [kind for kind in options if domains is None or kind[0] in domains]
        choice = [kind for kind in fitting if _any_is(index, kind)] or [
            kind for kind in fitting if kind[1] in _ALIKE and _any_is_like(index, kind)
        ]
        if choice and choice not in found:
            found.append(choice)
        elif not choice and (fitting or _only_locks(domains) or _is_lock(options)):
            absent.append((frame.text[cue.start : cue.end], fitting))
    if found or any(mention.things for mention in frame.mentions):
        return found, [word for word, _ in absent]
    return [fitting for _, fitting in absent if fitting or _only_locks(domains)], []


def _is_lock(options: list[Kind]) -> bool:
    """A lock that a verb is no word for is not to be lost: "turn on the lock and the light"."""
    return all(domain == "lock" for domain, _ in options)


def _only_locks(domains: frozenset[str] | None) -> bool:
    """What has no lock is not to be lost: "lock the gate" is no word to lock every door."""
    return domains == frozenset({"lock"})


_OF_A_SOCKET = regex(r"(?:'s)? (?:plug|socket|outlet)s?\b")
"""Makes what stands before it a word of that socket: "the fan socket" is no fan."""
_ALIKE = frozenset({"blind", "curtain", "shade", "shutter"})
"""What people call by each other's names."""
_SPEAKER = regex(r"speaker|sonos|homepod|echo|radio|stereo|sound|スピーカー|ラジオ", re.IGNORECASE)


def kind_of(option: str) -> Kind:
    """The kind that an entry of the words file stands for."""
    domain, _, device_class = option.partition("/")
    return domain, device_class or None


def _any_is(index: Index, kind: Kind) -> bool:
    return any(is_a(thing, kind) for thing in index.names.things)


def _any_is_like(index: Index, kind: Kind) -> bool:
    return any(_any_is(index, (kind[0], device_class)) for device_class in _ALIKE)


def is_a(thing: Thing, kind: Kind) -> bool:
    """Whether a thing is of a kind; a player that is no speaker counts as a TV."""
    if kind == ("media_player", "tv") and thing.device_class is None:
        return thing.domain == "media_player" and not _SPEAKER.search(thing.name)
    return thing.domain == kind[0] and (kind[1] is None or thing.device_class == kind[1])


BY_NAME = frozenset({"climate", "fan", "cover", "humidifier", "water_heater", "switch", "siren"})
"""Kinds whose word may be a part of the name of a thing of another kind."""


def called_by_kind(
    frame: Frame, index: Index, domains: frozenset[str] | None, rooms: list[Room]
) -> tuple[Thing, ...]:
    """What is called by a kind's word though it is of another kind, where none of that kind is called so:
    "the heater" is the switch called Space Heater rather than the thermostat."""
    for cue in frame.cues:
        options = [kind_of(option) for option in cue.value.split("|")] if cue.group == "kinds" else []
        if not options or options[0][0] not in BY_NAME:
            continue
        word = frame.text[cue.start : cue.end]
        called = tuple(thing for thing in index.names.things if calls_so(thing, word, index.language))
        if any(is_a(thing, kind) for thing in called for kind in options):
            return ()
        room_names = {room.name for room in rooms}
        return tuple(
            thing
            for thing in called
            if thing.domain in (domains or _SWITCHED_OR_ASKED)
            and (not room_names or thing.room in room_names)
        )
    return ()


_SWITCHED_OR_ASKED = frozenset({"switch", "light", "fan", "climate", "humidifier", "cover", "input_boolean"})


def calls_so(thing: Thing, word: str, language: Language) -> bool:
    """True when the word stands in one of the thing's names."""
    pattern = _pattern(word, language)
    return any(pattern.search(name) for name in (thing.name, *thing.aliases))


@lru_cache(256)
def _pattern(word: str, language: Language) -> re.Pattern[str]:
    written = re.escape(word) if language == "ja" else rf"\b{re.escape(word.rstrip('s'))}s?\b"
    return re.compile(written, re.IGNORECASE)


_EVERY_LIGHT = frozenset("light lights lighting 電気 でんき 照明 明かり 灯り あかり ライト らいと".split())
_MUSIC = regex(r"music|song|track|radio|stereo|音楽|曲|ラジオ")


def kind_words(text: str, cues: Iterable[Cue]) -> frozenset[str]:
    """The words for kinds of thing, as they were said."""
    return frozenset(text[cue.start : cue.end] for cue in cues if cue.group == "kinds")


def called_so(things: tuple[Thing, ...], said: frozenset[str]) -> tuple[Thing, ...]:
    """Of several things of a kind those that are called by the word that was said; none if all are.

    "The lamps" are the lamps only where there are several of them, beside other lights.
    """
    if len(things) < 2:
        return ()
    lights = all(thing.domain == "light" for thing in things)
    words = {word.removesuffix("s") for word in said - _EVERY_LIGHT if lights or not word.endswith("s")}
    if any(_MUSIC.search(word) for word in said):
        words = {"speaker", "スピーカー"}
    called = tuple(
        thing
        for thing in things
        if any(
            word in f"{' '.join((thing.name, *thing.aliases))} {thing.device_class}".casefold()
            for word in words
        )
    )
    if len(called) > 1 and any(_MUSIC.search(word) for word in said):
        return ()  # which of several speakers plays is the home's to know
    if len(called) == 1 and are_several(said):
        return ()
    return called if len(called) < len(things) else ()


def are_several(said: frozenset[str]) -> bool:
    """True when a word for a kind that tells some of it apart says that it means several: "lamps"."""
    return any(word.endswith("s") for word in said - _EVERY_LIGHT)


def says_several(frame: Frame) -> bool:
    """True when every word for a kind is an English plural: "the bedside lights"."""
    words = kind_words(frame.text, frame.cues)
    return bool(words) and all(word.endswith("s") for word in words)


def tells_nothing(word: str) -> bool:
    """True for a word that any light is called by."""
    return word in _EVERY_LIGHT


def means_few(call: Call, text: str, names: Names, language: Language) -> bool:
    """True when a call is for all of a kind in a room, but the word that was said tells some of them apart:
    "the lamp" beside a ceiling light. Whether that is so, can be asked of one thing only. A floor is wider
    than anybody looks around: there, a word for a kind is all of it."""
    given = call.arguments
    if not call.tool.startswith("home.") or "domain" not in given or {"name", "floor"} & given.keys():
        return False
    things = tuple(thing for thing in names.things if _is_meant(thing, given))
    cues = lexicon(language).scan(text) if len(things) > 1 else ()
    if any(cue.group == "all" for cue in cues):
        return False
    said = kind_words(text, (cue for cue in cues if cue.value.startswith(given["domain"])))
    called = called_so(things, said)
    return bool(called) and (len(called) == 1 or "state" not in given)


def _is_meant(thing: Thing, given: Mapping[str, Any]) -> bool:
    kind = (given["domain"], given.get("device_class"))
    return (
        is_a(thing, kind)
        and thing.room == given.get("area", thing.room)
        and thing.floor == given.get("floor", thing.floor)
    )


def called_otherwise(text: str, domain: str, names: Names, language: Language) -> bool:
    """True when the word for a kind of this domain is part of the name of a thing of another kind, and of
    none of that kind."""
    cues = [
        cue for cue in lexicon(language).scan(text) if cue.group == "kinds" and cue.value.startswith(domain)
    ]
    longest = max(cues, key=lambda cue: cue.end - cue.start, default=None)
    if longest is None:
        return False
    called = [thing for thing in names.things if calls_so(thing, text[longest.start : longest.end], language)]
    kinds = [kind_of(option) for option in longest.value.split("|")]
    useful = [thing for thing in called if thing.domain in _SWITCHED_OR_ASKED]
    return bool(useful) and not any(is_a(thing, kind) for thing in called for kind in kinds)
