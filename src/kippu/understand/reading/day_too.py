"""Another day of what was just asked about: 「明後日は？」 after 「明日の予定は？」, "and the week after?".

By itself such a day would be asked for as a date. Knows the calls of the turn before, time phrases, and the
question that the templates take for each.
"""

import re
from datetime import date, timedelta

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.reading.said import Said
from kippu.understand.when.finding import FIND

_ANOTHER: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"^(?:(?:and|what about|how about|or|also|ok|okay|then)[, ]+)*(?:on |for |in )?(?P<day>.+?)"
        r"(?: then| too| as well)*$"
    ),
    "ja": regex(
        r"^(?:(?:じゃあ|じゃ|では|あと|それと|で|なら)[、 ]*)*(?P<day>.+?)"
        r"(?:(?:の(?:予定|方|ほう))?(?:は|って|も)(?:どう|空いてる|何かある|ある)?(?:です)?か?|はどうかな|の予定)$"
    ),
}
_NEXT: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:the )?(?:next|following) (?P<unit>day|week)|(?:the )?(?P<after>day|week) after(?: that)?"
    ),
    "ja": regex(r"(?:その)?(?:次の|翌)(?P<unit>日|週)|その(?P<after>日|週)の(?:次|後)"),
}
"""The day, or the week, behind that one."""
_QUESTION = {
    "calendar.show": {"en": "what's on my calendar {}", "ja": "{}の予定は"},
    "reminders.list": {"en": "what are my reminders for {}", "ja": "{}のリマインダーは"},
}
_WEEK = timedelta(days=7)


def that_day_too(said: Said) -> Meaning | None:
    """The question of that day; None for any other sentence, or behind any other question."""
    last = said.turn.earlier[-1] if said.turn.earlier else None
    question = _QUESTION.get(last.tool, {}).get(said.language) if last else None
    match = _ANOTHER[said.language].match(said.text.casefold()) if question else None
    if last is None or question is None or match is None or _is_one(last):
        return None
    call = _behind(last, match["day"], said.language) or _then(said, match["day"], last, question)
    if call is None:
        return None
    words = {"words": last.arguments["words"]} if last.arguments.get("words") else {}
    return Meaning("cues", 0.97, (Call(call.tool, {**call.arguments, **words}),))


def _is_one(last: Call) -> bool:
    """Whether it was asked when one event is, and not what there is."""
    return "words" in last.arguments and not {"day", "at"} & last.arguments.keys()


def _behind(last: Call, said: str, language: Language) -> Call | None:
    """The same of the day behind that one, or of the week."""
    match = _NEXT[language].fullmatch(said)
    day = last.arguments.get("day")
    if match is None or not day:
        return None
    first = date.fromisoformat(day)
    until = date.fromisoformat(last.arguments.get("until", day))
    if (match["unit"] or match["after"]) in {"day", "日"}:
        return Call(last.tool, {"day": (until + timedelta(days=1)).isoformat()})
    if last.tool != "calendar.show":
        return None
    monday = first - timedelta(days=first.weekday()) + _WEEK
    return Call(last.tool, {"day": monday.isoformat(), "until": (monday + timedelta(days=6)).isoformat()})


def _then(said: Said, day: str, last: Call, question: str) -> Call | None:
    """The same of another day, of days or of an hour, which is one of that day."""
    phrases = FIND[said.language](day, said.turn.at)
    whole = len(phrases) == 1 and (phrases[0].start, phrases[0].end) == (0, len(day))
    if not whole or phrases[0].duration or phrases[0].repeat:
        return None
    phrase = phrases[0]
    if (phrase.clock or phrase.part) and not phrase.day:
        on = date.fromisoformat(last.arguments["day"]) if last.arguments.get("day") else None
        if on is None or "until" in last.arguments:
            return None
        day = f"{on.month}月{on.day}日の{day}" if said.language == "ja" else f"on {on:%B} {on.day} {day}"
    call = said.call(question.format(day))
    return call if call and call.tool == last.tool else None
