"""Another command inside of what a template took for a name: "how long is left on the timer and lock it".

A gap takes any words; what begins as a command behind an "and", or as a sentence of its own, is one. Where
the whole can't be read piece by piece, it is at least no name.
"""

import re
from typing import TYPE_CHECKING

from kippu.regex import regex
from kippu.turn import Language, Meaning
from kippu.understand.reading.command import several
from kippu.understand.reading.said import Said

if TYPE_CHECKING:
    from kippu.understand.templates import Match

_BEGINS = (
    r"(?:please |also |then )*(?:what's|what|how|is|are|when|who|turn|switch|set|lock|close|shut|open|play"
    r"|pause|resume|add|remove|delete|cancel|call|text|message|mute|unmute|dim|start|stop|convert|flip|roll|snooze"
    r"|take a|show|remind|wake|make|tell|read|note|give me)\b"
)
_ASKS = r"(?:what's|what is|what time|how (?:long|much|many|warm|cold)|is the|are the|when is|who is)\b"
_STRONG = (
    rf"[.!?;] +{_BEGINS}|, (?:and also|and then) {_BEGINS}|(?:,? and|, then|;)(?: also| then)? {_ASKS}"
    rf"|(?:,? and|, then) {_ASKS[:-2]}$"
)
_BETWEEN: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{_STRONG}|(?:,? and(?: then| also)?|, then|,) {_BEGINS}|[.!?;] *$|,? and(?: then| also)?$"
    ),
    "ja": regex(r"[てで](?:、|。|それから|あと|そして)|[。？?]|、(?:それから|あと|そして|ついでに)"),
}
_SENTENCES: dict[Language, re.Pattern[str]] = {
    "en": regex(_STRONG),
    "ja": regex(r"[。？?](?=.)|、(?:それから|あと)"),
}
_IN_OWN_WORDS = frozenset({
    "notes.add", "reminders.add", "phone.message", "phone.mail", "timers.repeat", "lists.add", "lists.remove",
    "lists.check", "calendar.add", "calendar.remove", "calendar.move", "reminders.remove", "reminders.move",
})  # fmt: skip
"""What is put down, called so or passed on may be of several things, and is cut where a sentence ends, or
something is asked, alone."""


def another(said: Said, match: "Match") -> tuple[bool, Meaning | None]:
    """Whether a gap of the template holds another command, and what all of them mean, if that can be read."""
    call = match.call
    own = call.tool in _IN_OWN_WORDS or "command" in call.arguments
    between = (_SENTENCES if own else _BETWEEN)[said.language]
    words = [str(value) for key, value in call.arguments.items() if key not in {"question", "command"}]
    if not match.loose or not any(between.search(word) for word in words):
        return False, None
    meaning = several(said, said.text)
    whole = meaning is not None and len(meaning.calls) > 1
    return not own, meaning if whole else None
