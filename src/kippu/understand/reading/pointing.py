"""A word in place of an event's name: "take it off my calendar", 「それを金曜に変更して」."""

import re
from collections.abc import Sequence

from kippu.regex import regex
from kippu.turn import Call, Meaning
from kippu.understand.phrases.planned import LENGTH, is_pointed_at
from kippu.understand.reading.said import Said

_TAKES_ONE = frozenset({"calendar.move", "calendar.remove"})
_NAMES_ONE = frozenset({"calendar.add", "calendar.move", "calendar.show"})
_ONE = regex(r"^(?:it|that|this|これ|それ|あれ)$", re.IGNORECASE)
_NAMED, _ASKED = 0.97, 0.9


def pointed_at(said: Said, call: Call) -> Meaning | None:
    """The call with the event that was spoken of before, or the question what is meant. None for a call that
    has a name; and for a mere length, which may be of the talk before: "delay it by an hour"."""
    if not points(call):
        return None
    if named := named_before(call, said.turn.earlier):
        return Meaning("cues", _NAMED, (named,))
    return None if call.arguments.keys() & LENGTH else Meaning("cues", _ASKED, (Call("about.which"),))


def points(call: Call) -> bool:
    """Whether the call has a word in place of an event's name."""
    return call.tool in _TAKES_ONE and is_pointed_at(str(call.arguments.get("text", "")))


def named_before(call: Call, earlier: Sequence[Call]) -> Call | None:
    """Such a call with the name of the one event that the call before was about."""
    last = earlier[-1] if earlier else None
    if last is None or last.tool not in _NAMES_ONE or not _ONE.match(call.arguments["text"]):
        return None
    meant = last.arguments.get("text") or last.arguments.get("words")
    return Call(call.tool, {**call.arguments, "text": meant}) if meant else None
