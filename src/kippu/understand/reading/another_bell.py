"""One more of what was just set: 「7時にも」 after an alarm, 「もう一つ15分のも」 after a timer, "and 8 too".

Knows the calls of the turn before, time phrases, and the order that the templates take for each.
"""

import re
from datetime import datetime

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.mending.correcting import moved_to, set_for
from kippu.understand.reading.said import Said
from kippu.understand.when import When
from kippu.understand.when.finding import FIND

_ONE_MORE: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"^(?P<and>(?:(?:and|also|plus)[, ]+)*)(?:(?:oh|then|ok|okay|please)[, ]+)*"
        r"(?P<one>(?:(?:set|add|make|put on) )?(?:another|one more|1 more|a second)"
        r"(?: (?:one|1|alarm|reminder))?(?: (?:at|for))? )?"
        r"(?:at |for )?(?P<when>.+?)(?P<too> too| as well| also)?(?:,? please)?$"
    ),
    "ja": regex(
        r"^(?P<and>)(?:(?:あと|それと|それから|さらに|じゃあ|で)[、 ]*)*"
        r"(?P<one>もう(?:1|一|ひと)(?:つ|個|本)(?:は|を|、)*)?"
        r"(?P<when>.+?)(?:の(?:やつ|タイマー"
        r"|アラーム)?)?(?P<too>に?も(?!う))?(?:に?、?(?P<behind>もう(?:1|一|ひと)(?:つ|個"
        r"|本)))?(?:を|も|、)*"
        r"(?:に|で|を)?(?:お願い(?:します)?|(?:かけ|セットし|設定し|起こし|鳴らし|し|知らせ|教え"
        r"|追加し|入れ)て)?"
        r"(?:ください|下さい|くれる|ほしい|ね|よ)*$"
    ),
}
_ORDER: dict[str, dict[Language, str]] = {
    "timers.start": {"en": "set a timer for {when}", "ja": "{when}のタイマーをセットして"},
    "alarms.set": {"en": "set an alarm for {when}", "ja": "{when}にアラームをセットして"},
    "reminders.add": {"en": "remind me to {text} at {when}", "ja": "{when}に{text}とリマインドして"},
}
_TO = regex(r"[にで、]+$")


def one_more(said: Said) -> Meaning | None:
    """What sets it beside the other; None for any other sentence."""
    last = said.turn.earlier[-1] if said.turn.earlier else None
    if last is None or last.tool not in _ORDER or "command" in last.arguments or said.is_question:
        return None
    match = _ONE_MORE[said.language].match(said.text.casefold())
    behind = match and match.groupdict().get("behind")
    plainly = match and (
        match["one"] or behind or match["too"] or (match["and"] and last.tool != "timers.start")
    )
    if match is None or not plainly or (last.tool == "timers.start" and said.language == "en"):
        return None  # "another 10 minutes" is more for the same timer
    when = _of_the_hour(_TO.sub("", match["when"]), last)
    phrase = _phrase(when, said.language, said.turn.at)
    if phrase is None or bool(phrase.duration) is not (last.tool == "timers.start"):
        return None
    order = _ORDER[last.tool][said.language]
    call = said.call(order.format(when=when, text=last.arguments.get("text", "")))
    if call is None or call.tool != last.tool:
        return None
    return Meaning("cues", 0.97, (_beside(last, call, phrase, said.turn.at),))


_PAST = regex(r"(?:(?P<half>half)|(?P<quarter>(?:a )?quarter)) past")


def _of_the_hour(when: str, last: Call) -> str:
    """ "Half past" alone is of the hour that was said."""
    match, before = _PAST.fullmatch(when), set_for(last)
    if match is None or before is None:
        return when
    return f"{before.hour % 12 or 12}:{30 if match['half'] else 15} {before:%p}".lower()


def _phrase(when: str, language: Language, now: datetime) -> When | None:
    """The one time that all of the words are; None where they are more."""
    said = when if language == "ja" else f"at {when}"
    phrases = FIND[language](when, now) or FIND[language](said, now)
    length = len(when if FIND[language](when, now) else said)
    if len(phrases) != 1 or (phrases[0].start, phrases[0].end) != (0, length):
        return None
    return phrases[0] if phrases[0].duration or phrases[0].clock else None


def _beside(last: Call, call: Call, phrase: When, now: datetime) -> Call:
    """The other one, on the days of the first, and in its half of the day, where none are said."""
    before = set_for(last)
    if phrase.duration or phrase.day or phrase.repeat or before is None:
        return call
    at = moved_to(before.replace(tzinfo=now.tzinfo), phrase, now)
    if at is None:
        return call
    repeat = {"repeat": last.arguments["repeat"]} if last.arguments.get("repeat") else {}
    return Call(call.tool, {**call.arguments, "at": at.replace(tzinfo=None).isoformat(), **repeat})
