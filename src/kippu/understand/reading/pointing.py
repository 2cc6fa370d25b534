"""A word in place of an event's name: "take it off my calendar", 「それを金曜に変更して」."""

from kippu.regex import regex
from kippu.turn import Call, Meaning
from kippu.understand.phrases.planned import is_pointed_at
from kippu.understand.reading.said import Said

_TAKES_ONE = frozenset({"calendar.move", "calendar.remove"})
_NAMES_ONE = frozenset({"calendar.add", "calendar.move", "calendar.show"})
_LENGTH = frozenset({"hours", "minutes", "seconds"})
_ONE = regex(r"^(?:it|that|this|これ|それ|あれ)$")
_SURE = 0.9


def pointed_at(said: Said, call: Call) -> Meaning | None:
    """The call with the event that was spoken of before, or the question what is meant. None for a call that
    has a name; and for a mere length, which may be of the talk before: "delay it by an hour"."""
    title = str(call.arguments.get("text", "")).casefold()
    if call.tool not in _TAKES_ONE or not is_pointed_at(title):
        return None
    last = said.turn.earlier[-1] if said.turn.earlier else None
    if last and last.tool in _NAMES_ONE and _ONE.match(title):
        meant = last.arguments.get("text") or last.arguments.get("words")
        if meant:
            return Meaning("cues", _SURE, (Call(call.tool, {**call.arguments, "text": meant}),))
    if call.arguments.keys() & _LENGTH:
        return None
    return Meaning("cues", _SURE, (Call("about.which"),))
