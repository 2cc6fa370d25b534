"""What a calendar's event is called, without the words that only tell which one it is: "tuesday's lunch",
"the dentist from friday", 「金曜の歯医者」, "the 3 o'clock". When it is so far is an argument of its own.

Knows calls and time phrases; knows no calendar.
"""

import re
from datetime import datetime

from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.when.finding import FIND
from kippu.understand.when.markers import said_of

_OF_IT = regex(r"^(?:time|date|day|start) of (?:(?:the|my|our) )?|の(?:日程|時間|日|時刻)$", re.IGNORECASE)
_BEFORE = regex(r"(?:(?:^| )(?:on|from|at|of|for))* ?$|[のをは、]+$", re.IGNORECASE)
_THE = regex(r"^(?:the|my|our|that)(?: |$)", re.IGNORECASE)
_BEHIND = regex(r"^(?:['’]s\b|の|は|、)? ?")


def told_apart(call: Call, language: Language, now: datetime) -> Call:
    """The call; of an event that is moved, ``was`` has the day or the time that its title held."""
    if call.tool != "calendar.move":
        return call
    given = dict(call.arguments)
    title = _OF_IT.sub("", str(given.get("text", "")))
    was = str(given.pop("was", ""))
    said = f"at {was}" if re.fullmatch(r"\d{1,2}", was) else was or title
    phrases = [one for one in FIND[language](said, now) if one.at and not (one.repeat or one.duration)]
    if len(phrases) == 1:
        phrase = phrases[0]
        if not was:
            before = _BEFORE.sub("", said[: phrase.start])
            gap = "" if language == "ja" else " "
            title = _THE.sub("", f"{before}{gap}{_BEHIND.sub('', said[phrase.end :])}".strip(" ,、"))
        given["was"] = said_of(phrase)
    return Call(call.tool, {**given, "text": title} if "text" in given else given)
