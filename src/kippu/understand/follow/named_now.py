"""A name that a timer gets only now ("name it laundry"), and which other one is meant beside it."""

import re
from typing import Any

from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.follow.phrases import THAT, en
from kippu.understand.follow.undoing import timer_of

_NAME: dict[Language, re.Pattern[str]] = {
    "en": en(
        rf"(?:(?:name|call|label|rename) {THAT}(?: to| as)?|(?:the|its) name is|name:?) (?:the |my )?"
        r"(?!(?:it|that|this|an?|off|me|you|him|her|us|them|back|when|if|at|now|then|later)\b)"
        r"(?P<name>[a-z][a-z' ]*?)(?: timer)?"
    ),
    "ja": regex(
        r"^(?:(?:(?:それ|これ)の)?名前は|(?:それ|これ)を|(?=.+名前に|.+って呼んで))(?P<name>[^、。はをに\d]{1,12}?)"
        r"(?:(?:という|って(?:いう)?)名前に|に|って|と)?(?:して|しといて|呼んで|変えて|名付けて|お願い|です|だよ|で)(?:ください|ね|よ)*$"
    ),
}
_SAYS_NAME_JA = regex(r"名前|呼んで|名付けて")
"""「それを…して」 can be anything."""
_OTHER: dict[Language, re.Pattern[str]] = {
    "en": regex(r"(?:the )?other(?: one| 1| timer)?"),
    "ja": regex(
        r"もう(?:一つ|1つ|ひとつ|片方|1個|一個)の?(?:ほう|方|やつ)?"
        r"|(?:他|ほか|別|残り|残った)の?(?:ほう|方|やつ|もの)?"
    ),
}


def named_now(folded: str, language: Language, last: Call) -> Call | None:
    """The call that names the timer of the call before; None for any other sentence, and for a plan."""
    match = _NAME[language].match(folded)
    if match is None or "command" in last.arguments or last.tool == "timers.repeat":
        return None
    if language == "ja" and not _SAYS_NAME_JA.search(folded):
        return None
    return Call("timers.name", {"new_name": match["name"], **timer_of(last)})


def called(name: str, language: Language, last: Call) -> dict[str, Any]:
    """What tells the one of that name; or, where it is so called, another one than was spoken of."""
    spoken_of = last.arguments.get("id")
    return {"but": spoken_of} if spoken_of and _OTHER[language].fullmatch(name) else {"name": name}
