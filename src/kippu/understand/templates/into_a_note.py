"""What is to be written behind a note, and is no item: "add in the shed to my note about the bike"."""

from kippu.regex import regex
from kippu.turn import Call

_INTO = regex(
    r"(?P<text>.+?) (?:in)?to (?:my|the|that) (?:note|memo) (?:about|on|with|regarding|that says) (?P<to>.+)",
)


def into_a_note(call: Call) -> Call:
    """The call, or the note's where an item names one. Templates take the fewest open words, and an item is
    one."""
    into = _INTO.fullmatch(str(call.arguments.get("item", ""))) if call.tool == "lists.add" else None
    return Call("notes.add", into.groupdict()) if into else call
