"""How long what was just turned on shall be on: "for 20 minutes", 「20分だけ」. Said again as the order that
ends it then.

By itself such a length would be a timer's. Knows the calls of the turn before and time phrases.
"""

import re
from datetime import timedelta

from kippu.regex import regex
from kippu.turn import Language, Turn
from kippu.understand.cues import target_of
from kippu.understand.when.finding import FIND

_FOR: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:and|but|oh|only|just|ok|okay|actually|leave it on|keep it on|have it on)[, ]+)*for "
        r"(?:about |just |only )?(?P<length>.+?)(?: only|,? please|,? then off)*"
    ),
    "ja": regex(
        r"(?:じゃあ|あ|でも|、)*(?P<length>[^、。]+?)(?:だけ|間だけ|間|くらい|ぐらい)"
        r"(?:で(?:いい|お願い(?:します)?)?|つけて(?:おいて)?|ね|よ|です|お願い(?:します)?)*"
    ),
}
_LONGEST = timedelta(hours=24)
_BEGINS = frozenset({"home.turn_on", "home.play"})


def for_so_long(text: str, turn: Turn) -> str:
    """The order that ends it; any other sentence as it is. ``text`` as ``text.sentence`` gives it."""
    last = turn.earlier[-1] if turn.earlier and not turn.asked else None
    begun = last is not None and (
        last.tool in _BEGINS or (last.tool, last.arguments.get("command")) == ("home.media", "play")
    )
    if last is None or not begun or not (target_of(last) or last.tool == "home.play"):
        return text
    match = _FOR[turn.language].fullmatch(text.casefold())
    found = FIND[turn.language](match["length"], turn.at) if match else []
    if match is None or len(found) != 1 or not found[0].duration or found[0].duration.length > _LONGEST:
        return text
    if (found[0].start, found[0].end) != (0, len(match["length"])):
        return text
    return f"turn it off in {match['length']}" if turn.language == "en" else f"{match['length']}後に消して"
