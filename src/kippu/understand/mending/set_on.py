"""A level behind "on", and the lights of the room that was spoken of: "put the lamp on 50" is "set the lamp
to 50", and "dim the lights" behind "make the bedroom cosy" is for the bedroom.

Knows words, and the calls of the turn before.
"""

import re
from collections.abc import Callable

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Turn
from kippu.understand.cues import Frame

_ON = regex(
    r"(?P<lead>(?:(?:please|can you|could you|and|now|just)[, ]+)*)(?P<verb>put|turn|switch) "
    r"(?P<what>(?:the |my |our )?[\w' -]+?) on (?P<at>to |at )?"
    r"(?P<level>\d{1,3} ?(?P<percent>%|percent)?)(?P<end>(?: please)?)",
    re.IGNORECASE,
)
_HOURS = 24
"""Up to here "turn it on at 7", or "on 7", may be a time."""
_LEVELS = frozenset({"light", "cover", "climate"})
_FULL = 100
_SHONE = regex(
    r"(?:(?:please|can you|could you|and|now|then|just)[, ]+)*"
    r"(?:dim|brighten|(?:set|turn|put|make) (?=.*(?:\d|dim|bright|warm|cool|soft))) ?(?:up |down )?"
    r"(?:the|all the|all of the) (?:lights|lamps|lighting)\b(?! (?:in|at|on the|up|down)stairs)(?! in\b).*",
    re.IGNORECASE,
)
_HERE = frozenset({"home.change_temperature", "home.set_temperature", "home.state", "home.temperature"})
"""What is done or asked of a room as such."""


def set_on(text: str, apart: Callable[[str], Frame]) -> str:
    """The order for a level, said so; every other sentence as it is."""
    match = _ON.fullmatch(text)
    if match is None or not _is_level(match):
        return text
    frame = apart(match["what"])
    domains = {thing.domain for mention in frame.mentions for thing in mention.things}
    domains |= {kind.partition("|")[0].partition("/")[0] for kind in frame.by_group.get("kinds", [])}
    if frame.leftover or not domains or not domains <= _LEVELS or frame.tells("verbs", "ask", "blocks"):
        return text
    return f"{match['lead']}set {match['what']} to {match['level']}{match['end']}"


def _is_level(match: re.Match[str]) -> bool:
    """Whether the number is no time."""
    level = int(re.sub(r"\D", "", match["level"]))
    plainly = match["percent"] or (
        match["at"] != "at " and (match["verb"].lower() == "put" or level > _HOURS)
    )
    return bool(plainly) and level <= _FULL


def in_the_room(text: str, turn: Turn, names: Names, apart: Callable[[str], Frame]) -> str:
    """A light's level or colour, for the room that alone was spoken of; who turns the lights off may be
    leaving, and means them all."""
    if turn.asked or not turn.earlier or not _SHONE.fullmatch(text):
        return text
    rooms = {call.arguments.get("area") for call in turn.earlier if "name" not in call.arguments}
    area = next(iter(rooms)) if len(rooms) == 1 and all(one.tool in _HERE for one in turn.earlier) else None
    if area is None or not any(one.domain == "light" and one.room == area for one in names.things):
        return text
    frame = apart(text)
    if frame.mentions or frame.has("here") or frame.has("all"):
        return text
    return re.sub(r"\b(lights|lamps|lighting)\b", rf"\1 in the {area}", text, count=1, flags=re.IGNORECASE)
