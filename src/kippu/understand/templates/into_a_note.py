"""What is to be written behind a note, and is no item: "add in the shed to my note about the bike"."""

from kippu.regex import regex
from kippu.turn import Call

_INTO = regex(
    r"(?P<text>.+?) (?:in)?to (?:my|the|that) (?:note|memo) (?:about|on|with|regarding|that says) (?P<to>.+)",
)

_LIST = regex(r"\blists?\b")


def into_a_note(call: Call, text: str) -> Call:
    """The call, or the note's where an item names one, and the sentence no list. Templates take the fewest
    open words, and an item is one."""
    open_yet = call.tool == "lists.add" and not _LIST.search(text)
    into = _INTO.fullmatch(str(call.arguments.get("item", ""))) if open_yet else None
    return Call("notes.add", into.groupdict()) if into else call
