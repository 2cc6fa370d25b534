"""「電気も全部お願い」 behind what is done on leaving is for all lights, and no question which of them; and
"delete the first two" is never for all.

Works on the calls; runs nothing.
"""

import re
from dataclasses import replace

from kippu.regex import regex
from kippu.turn import Call, Meaning, Turn

_ALL = regex(r"全部|ぜんぶ|全て|すべて|みんな")
_ENDS = frozenset({"home.turn_off", "home.lock", "home.close", "about.away", "about.night"})


def all_of_them(meaning: Meaning, text: str, turn: Turn) -> Meaning:
    """The meaning with all of a kind that shall go off, where ``text`` says so and what was done before ends
    the day here, too."""
    last = turn.earlier[-1].tool if turn.earlier else ""
    if turn.language != "ja" or last not in _ENDS or not _ALL.search(text):
        return meaning
    return replace(meaning, calls=tuple(map(_all, meaning.calls)))


def _all(call: Call) -> Call:
    bare = call.tool == "home.turn_off" and call.arguments.keys() == {"domain"}
    return Call(call.tool, {"name": "all", **call.arguments}) if bare else call


_SOME = regex(
    r"\b(?:first|last|next|other|earliest|latest) (?:two|three|four|few|couple|[2-9])\b"
    r"|(?:最初|最後|前|後|あと)の(?:[2-9二三四]つ|[2-9]件)",
    re.IGNORECASE,
)
_ENDS_ALL = ("_all", ".clear", ".cancel_commands")


def some_of_them(meaning: Meaning, text: str) -> Meaning:
    """The meaning; that it isn't clear which, where ``text`` is for the first or last few and the meaning
    for all of them."""
    calls = (*meaning.calls, *meaning.proposed)
    if not _SOME.search(text) or not any(call.tool.endswith(_ENDS_ALL) for call in calls):
        return meaning
    return Meaning("cues", meaning.confidence, (Call("about.which"),))
