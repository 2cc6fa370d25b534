"""The other of two that were spoken of together, behind what was done to one of them: "turn the printer off"
and "the other one too", 「もう一つのほうも」.

Knows the calls of the two turns before; knows no words of the home.
"""

import re

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.cues import name_arguments, target_of
from kippu.understand.fitting import risky, things_of
from kippu.understand.reading.said import Said

_OTHER: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:and|now|also|then|ok|okay|oh)[, ]+)*(?:now |do )?(?:the )?other(?: one| 1)?"
        r"(?:,? (?:too|as well|also|please|now))*"
    ),
    "ja": regex(
        r"(?:(?:あと|それと|それから|じゃあ|ついでに)、?)*(?:もう(?:一つ|1つ|ひとつ|一方|片方)"
        r"|片方|他|ほか)"
        r"(?:の(?:ほう|方|やつ)?)?も(?:お願い(?:します)?|よろしく|ね|よ|同じ(?:ように)?|して|ください)*"
    ),
}
_SURE = 0.97
_TARGET = frozenset({"name", "area", "floor", "domain", "device_class"})


def the_other_too(said: Said) -> Meaning | None:
    """The same for the other one; None where there were not just two, or it would let somebody in."""
    turn = said.turn
    if len(turn.earlier) != 1 or not turn.before or not _OTHER[said.language].fullmatch(said.text.casefold()):
        return None
    last, pair = turn.earlier[0], [call for call in turn.before[0] if target_of(call)]
    if not last.tool.startswith("home.") or not target_of(last):
        return None
    done = {thing.id for thing in things_of(last, said.names)}
    both = {thing.id: thing for call in pair for thing in things_of(call, said.names)}
    others = [thing for id_, thing in both.items() if id_ not in done]
    if len(done) != 1 or len(others) != 1 or not done <= both.keys():
        return None
    given = {key: value for key, value in last.arguments.items() if key not in _TARGET}
    call = Call(last.tool, {**name_arguments(others[0], said.index), **given})
    return None if risky(call, said.names) else Meaning("cues", _SURE, (call,))
