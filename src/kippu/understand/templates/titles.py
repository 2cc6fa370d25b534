"""What a calendar's event is called, without the words that only tell which one it is: "tuesday's lunch",
"the dentist from friday", 「金曜の歯医者」, "the 3 o'clock". When it is so far is an argument of its own.

A day may be a part of a name too: "Black Friday planning", "the Mon Ami lunch", 「日曜大工」. So it is taken
out only at an end of the title, and with the word that makes it a day there.

Knows calls and time phrases; knows no calendar.
"""

import re
from datetime import datetime

from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.phrases.planned import is_kind
from kippu.understand.text.own_words import unhung
from kippu.understand.when import When
from kippu.understand.when.finding import FIND
from kippu.understand.when.markers import said_of

_OF_IT = regex(r"^(?:time|date|day|start) of (?:(?:the|my|our) )?|の(?:日程|時間|日|時刻)$", re.IGNORECASE)
_BEFORE = regex(r"(?:(?:^| )(?:on|from|at|of|for))+ ?$", re.IGNORECASE)
_AT_ONE = regex(r"(?:on|at|from|of|for|by|around) ", re.IGNORECASE)
_THE = regex(r"^(?:the|my|our|that)(?: |$)", re.IGNORECASE)
_OWNED = regex(r"^['’]s(?= |$) ?", re.IGNORECASE)
_WITH = regex(r"^ (?:with|at|in|for|about) ", re.IGNORECASE)
_WEEKDAY = regex(
    r"(?:next |this |this coming |last )?(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE
)
_RELATIVE = regex(r"today|tomorrow|yesterday|tonight|(?:the )?day after tomorrow|this \w+", re.IGNORECASE)
_THIS = regex(r"this ", re.IGNORECASE)
_OF_ANOTHER = regex(r" (?:about|after|before|until|till|to|with|near|since|in|and) ?$", re.IGNORECASE)
_BEHIND_JA = regex(r"^(?:の|は|、) ?")


def told_apart(call: Call, language: Language, now: datetime) -> Call:
    """The call; a new event with its title alone; of one that is moved, ``was`` has the day or the time that
    its title held."""
    if call.tool == "calendar.add" and language == "ja" and call.arguments.get("text"):
        return Call(call.tool, {**call.arguments, "text": unhung(str(call.arguments["text"]))})
    if call.tool != "calendar.move":
        return call
    given = dict(call.arguments)
    title = _OF_IT.sub("", str(given.get("text", "")))
    if was := str(given.pop("was", "")):
        said = f"at {was}" if re.fullmatch(r"\d{1,2}", was) else was
        if (phrase := _only(said, language, now)) and (at := _so_far(said, phrase, now)):
            given["was"] = at
    elif parted := _parted(title, language, now):
        title, given["was"] = parted
    return Call(call.tool, {**given, "text": title} if "text" in given else given)


def _only(text: str, language: Language, now: datetime) -> When | None:
    """The one time that is named."""
    phrases = [one for one in FIND[language](text, now) if one.at and not (one.repeat or one.duration)]
    return phrases[0] if len(phrases) == 1 else None


def _so_far(text: str, phrase: When, now: datetime) -> str:
    """When it is so far: to the hour where a clock was named, else the day. A part of the day alone is on any
    day, and a week is no day: they tell nothing that could be looked up."""
    if phrase.clock:
        return said_of(phrase)
    if phrase.stretch:
        return ""
    today = now.date() if _THIS.match(text, phrase.start) else None
    day = phrase.day or today
    return day.isoformat() if day else ""


def _parted(title: str, language: Language, now: datetime) -> tuple[str, str] | None:
    """The title without its time, and that."""
    phrase = _only(title, language, now)
    was = phrase and _so_far(title, phrase, now)
    if phrase is None or not was:
        return None
    before, words, behind = title[: phrase.start], title[phrase.start : phrase.end], title[phrase.end :]
    rest = _rest_ja(before, behind) if language == "ja" else _rest(before, words, behind, phrase.clock)
    return None if rest is None else (_THE.sub("", rest.strip(" ,、")), was)


def _rest_ja(before: str, behind: str) -> str | None:
    if before:
        return None
    rest = _BEHIND_JA.sub("", behind)
    return rest if not behind or rest != behind or is_kind(rest, alone=True) else None


def _rest(before: str, words: str, behind: str, clock: bool) -> str | None:
    """What is left without the words of the time; None where they are a part of the name."""
    if not _THE.sub("", before) or _BEFORE.fullmatch(before):
        if _OWNED.match(behind) or not behind:
            return _OWNED.sub("", behind)
        if not behind.startswith(" "):
            return None  # "monday.com demo"
        named = clock or any(letter.isdigit() for letter in words) or _WEEKDAY.fullmatch(words)
        return behind if named or is_kind(behind.strip(), alone=True) else None
    pointed = _AT_ONE.match(words) or _BEFORE.search(before)
    bare = _BEFORE.sub("", before)
    if pointed and _WITH.match(behind):
        return f"{bare.rstrip()} {behind.strip()}"
    if behind or _OF_ANOTHER.search(before):
        return None
    alone = _RELATIVE.fullmatch(words) or (_WEEKDAY.fullmatch(words) and is_kind(before.strip()))
    return bare if pointed or alone else None
