"""Says in plain words what free speech asks for, so that the sentence templates read it.

What is put in are the person's own words; the templates and the home's names still decide what they mean.
Knows no encoder.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kippu.understand.free.parts import Parts
from kippu.understand.text import sentence
from kippu.understand.when_en import find

_GAP = re.compile(r"\{(\w+)\}")
_NUMBER = re.compile(r"(?<![\w.:])\d+(?:\.\d+)?(?![\w.:]|\s*(?:am|pm|o'clock|hours?|minutes?|seconds?)\b)")
_SUM = re.compile(
    r"(?:\b(?:half|double|twice|a third|a quarter|the (?:square|cube) root|divide|multiply|subtract)\b.*)?"
    r"(?<![\w.])\d.*\d%?"
)
_IN = re.compile(r"^(?:in|after) (?=\d|half|an? )", re.IGNORECASE)
"""What makes a length of time a moment: "a timer that goes off after 25 minutes"."""
_STATE = re.compile(r"\b(?:on|off|open|closed|locked|unlocked)\b")
_MEDIA_KIND = re.compile(
    r"^ (playlist|album|station|podcast|radio|channel|audio ?book|soundtrack|episode|songs?|list)\b",
    re.IGNORECASE,
)
_LISTS = {"grocery": "shopping", "groceries": "shopping", "todo": "to do", "to-do": "to do", "task": "to do"}
_OWN_LIST = re.compile(r"\b(?:shopping|grocery|groceries|to[- ]?do|task)s?\b", re.IGNORECASE)


def plainly(tool: str, parts: Parts, now: datetime) -> Iterator[str]:
    """Sentences that ask for the tool, the fullest first; none where a part that it needs isn't there."""
    entry = _table().get(tool)
    if entry is None or not re.search(rf"\b(?:{entry.get('if', '')})", parts.text, re.IGNORECASE):
        return
    if "unless" in entry and re.search(rf"\b(?:{entry['unless']})", parts.text, re.IGNORECASE):
        return
    filled = _filled(entry, parts, now)
    for wanted in entry["say"]:
        if all(filled.get(gap) for gap in _GAP.findall(wanted)):
            yield _GAP.sub(lambda match: filled[match[1]], wanted)


def missing(tool: str) -> str | None:
    """What to ask for where a sentence has none of the parts that the tool needs."""
    asked: str | None = _table().get(tool, {}).get("ask")
    return asked


def plain_words() -> frozenset[str]:
    """The words of all plain sentences: they tell of no skill that comes beside those that are there."""
    said = [line for entry in _table().values() for line in entry["say"]]
    return frozenset(word for line in said for word in _GAP.sub(" ", line).casefold().split())


def says_more(parts: Parts, said: str, now: datetime) -> bool:
    """True when the sentence says when, or what to play, and the plain sentence leaves it out."""
    if said.startswith("play") and any(
        word.casefold() not in said.casefold() for word in parts.one("media").split()
    ):
        return True
    plain = sentence(parts.text, "en")
    times = [plain[one.start : one.end] for one in find(plain, now)]
    return bool(parts.all("when")) and not any(
        word.removesuffix("'s") in said for word in [*parts.one("when").split(), *times]
    )


def _filled(entry: Mapping[str, Any], parts: Parts, now: datetime) -> dict[str, str]:
    """The words for each gap; empty where the sentence has none."""
    plain = sentence(parts.text, "en")
    folded = plain.casefold()
    phrases = [phrase for phrase in find(plain, now) if phrase.at or phrase.day or phrase.repeat]
    lengths = [
        length
        for one in find(plain, now)
        if one.duration or one.at
        for length in [_IN.sub("", plain[one.start : one.end])]
        if one.duration or length != plain[one.start : one.end]
    ]
    numbers = _NUMBER.findall(sentence(parts.one("amount"), "en")) or _NUMBER.findall(plain)
    kind = next(
        (words for cue, words in entry.get("or", {}).items() if re.search(rf"\b(?:{cue})", folded)), ""
    )
    device, room = parts.one("device") or kind, parts.one("room")
    lights = f"the {parts.one('device') or 'lights'}"
    items = parts.all("item")
    return {
        "target": _in_room(f"the {device.removeprefix('the ')}" if device else "", room),
        "lights": _in_room(lights, room),
        "up_or_down": _direction(entry, folded),
        "room": room,
        "number": numbers[0] if len(numbers) == 1 else "",
        "when": " ".join(plain[one.start : one.end] for one in phrases) or parts.one("when"),
        "length": lengths[0] if len(lengths) == 1 else "",
        "sum": found[0] if (found := _SUM.search(plain)) else "",
        "list": _list(parts, folded),
        "item": " and ".join(items) or parts.one("text"),
        "text": parts.one("text") or parts.one("item"),
        "title": parts.one("title", "person") or parts.one("text"),
        "media": _media(parts),
        "state": found[0] if (found := _STATE.search(folded)) else "",
        "digits": parts.one("number"),
        "color": parts.all("color")[-1] if parts.all("color") else "",  # "from blue to white" ends white
        **{slot: parts.one(slot) for slot in ("person", "place")},
    }


def _in_room(thing: str, room: str) -> str:
    if not thing or not room or room in thing:
        return thing
    return f"{thing} in the {room}"


def _list(parts: Parts, folded: str) -> str:
    """The list's name as it is kept here."""
    own = found[0] if (found := _OWN_LIST.search(folded)) else ""
    said = re.sub(r"(?:^|\s+)lists?$", "", parts.one("list"), flags=re.IGNORECASE)
    said = own if own and len(parts.all("list")) > 1 else said or own
    return _LISTS.get(said.casefold(), said)


def _media(parts: Parts) -> str:
    """What is to be heard, with the word for its kind behind it: "my workout playlist"."""
    said = parts.one("media")
    kind = _MEDIA_KIND.search(parts.text.partition(said)[2]) if said else None
    return f"{said} {kind[1]}" if kind else said


def _direction(entry: Mapping[str, Any], folded: str) -> str:
    """The word for up or for down, where the sentence has cues of one of the two alone."""
    said = [
        word
        for way in ("up", "down")
        for word, cues in entry.get(way, {}).items()
        if re.search(rf"\b(?:{cues})", folded)
    ]
    return said[0] if len(said) == 1 else ""


@cache
def _table() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = yaml.safe_load(
        (Path(__file__).parent / "plain.yaml").read_text(encoding="utf-8")
    )
    return found
