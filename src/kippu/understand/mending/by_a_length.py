"""What was just set or planned, put so much earlier or later: "make it 10 minutes earlier", 「30分遅くして」.

Works on the call before; knows no skill beside the names of its tools.
"""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.follow import cancel
from kippu.understand.follow.undoing import timer_of
from kippu.understand.mending.correcting import set_for
from kippu.understand.text.leads import PUTTING_RIGHT
from kippu.understand.when import english, japanese
from kippu.understand.when.phrase import Duration

_SET = frozenset({"alarms.set", "reminders.add"})
_PLANNED = frozenset({"calendar.add", "calendar.move", "calendar.show", "reminders.move"})
_TOLD = frozenset({"alarms.list", "reminders.list"})
_MOVES = {"alarms.cancel": "alarms.move", "reminders.remove": "reminders.move"}
"""How the only one that was told of is moved, by how it is taken away."""
_LEAD = rf"^{PUTTING_RIGHT}"
_IT = r"(?:it|that|this)"
_EN: tuple[tuple[re.Pattern[str], bool], ...] = (
    (regex(rf"{_LEAD}(?:make|set|move|start|have) {_IT} (?:by )?(?P<length>.+) (?:earlier|sooner)$"), True),
    (regex(rf"{_LEAD}(?:bring|pull) {_IT} forward (?:by )?(?P<length>.+)$"), True),
    (regex(rf"{_LEAD}(?:make|set|move|start|have|push|put|shift) {_IT} (?P<length>.+) later$"), False),
    (regex(rf"{_LEAD}(?:push|put|move|shift|set) {_IT} back (?:by )?(?P<length>.+)$"), False),
    (regex(rf"{_LEAD}(?:push|put|move|shift|set) back {_IT} (?:by )?(?P<length>.+)$"), False),
    (regex(rf"{_LEAD}(?:delay|postpone|put off) {_IT} (?:by |for )?(?P<length>.+)$"), False),
    (regex(rf"{_LEAD}(?:push|put|move|shift) {_IT} by (?P<length>.+)$"), False),
    (regex(rf"{_LEAD}put {_IT} off (?:by |for )?(?P<length>.+)$"), False),
)
"""How it is said, and whether it is then earlier. "Move it forward" is earlier to some, later to others."""
_LASTS_EN: tuple[tuple[re.Pattern[str], bool], ...] = (
    (regex(rf"{_LEAD}(?:make|have|let) {_IT}(?: last)? (?:by )?(?P<length>.+) longer$"), False),
    (regex(rf"{_LEAD}(?:extend|lengthen|prolong) {_IT} (?:by |for )?(?P<length>.+)$"), False),
    (regex(rf"{_LEAD}(?:make|have|let) {_IT}(?: last)? (?:by )?(?P<length>.+) shorter$"), True),
    (regex(rf"{_LEAD}(?:shorten|cut) {_IT} (?:by )?(?P<length>.+)$"), True),
)
"""The same of how long an event takes."""
_LASTS_JA = regex(
    r"^(?:(?:あ|いや|やっぱり?|ごめん|すみません|それ[をは]?|あと|もう)[、 ]*)*"
    r"(?P<length>[\d時間分半秒日週]+?)(?:だけ|ほど|くらい)?"
    r"(?:(?P<earlier>短く|みじかく|短縮)|長く|ながく|延長|延ば|のば|伸ば)し?(?:て|で)?(?:ください|くれる|ね|よ|お願い)*$"
)
_PLEASE = regex(r"[, ]+please$")
_JA = regex(
    r"^(?:(?:あ|いや|やっぱり?|ごめん|すみません|それ[をは]?)[、 ]*)*"
    r"(?P<length>[\d時間分半秒日週]+?)(?:だけ|ほど|くらい)?"
    r"(?:(?P<earlier>(?:早|はや)[めく]|前に(?:ずらし)?|前倒しに?|繰り上げ)"
    r"|遅らせ|おくらせ|遅く|後ろに(?:ずらし)?|後にずらし|延期)し?て?(?:ください|くれる|ね|よ|お願い)*$"
)


def put_off(
    text: str, language: Language, now: datetime, earlier: Sequence[Call], listed: Sequence[Call] = ()
) -> tuple[Call, ...]:
    """What is set anew or moved by a length; none for any other sentence. ``listed``: what takes away each
    that was told of."""
    if not earlier:
        return ()
    said = _said(_PLEASE.sub("", _pointing(text.casefold(), language, earlier[-1])), language, now)
    if said is None:
        return _made_longer(text.casefold(), language, now, earlier[-1])
    last, (length, sooner) = earlier[-1], said
    if last.tool in _SET:
        return _anew(last, -length.length if sooner else length.length, now)
    by = _units(length)
    if last.tool in _TOLD and len(listed) == 1 and listed[0].tool in _MOVES:
        less = {"earlier": True} if sooner else {}
        return (Call(_MOVES[listed[0].tool], {**listed[0].arguments, **by, **less}),)
    if last.tool.startswith("timers.") and (last.tool == "timers.start" or last.arguments.get("id")):
        return (Call("timers.subtract" if sooner else "timers.add", {**by, **timer_of(last)}),)
    title = last.arguments.get("text") or last.arguments.get("words")
    if last.tool not in _PLANNED or not title:
        return ()
    tool = "reminders.move" if last.tool == "reminders.move" else "calendar.move"
    return (Call(tool, {"text": title, **by, **({"earlier": True} if sooner else {})}),)


def _made_longer(text: str, language: Language, now: datetime, last: Call) -> tuple[Call, ...]:
    """How long what was put down takes, more or less by a length; what rings has no end, and is put off by
    that in Japanese alone, where the verb is the same."""
    title = last.arguments.get("text") or last.arguments.get("words")
    if language == "ja":
        match = _LASTS_JA.match(_pointing(text, language, last))
        length = japanese.duration(match["length"]) if match else None
        found = (length, bool(match["earlier"])) if match and length else None
    else:
        found = _of(_LASTS_EN, _PLEASE.sub("", _pointing(text, language, last)), now)
    if found is None:
        return ()
    length, shorter = found
    if last.tool in _PLANNED - {"reminders.move"} and title:
        less = {"earlier": True} if shorter else {}
        return (Call("calendar.move", {"text": title, "end": True, **_units(length), **less}),)
    return _anew(last, length.length, now) if language == "ja" and last.tool in _SET and not shorter else ()


def _units(length: Duration) -> dict[str, Any]:
    units = {"hours": length.hours + 24 * length.days, "minutes": length.minutes, "seconds": length.seconds}
    return {unit: count for unit, count in units.items() if count}


def _pointing(text: str, language: Language, last: Call) -> str:
    """The sentence with "it" where it names the event of the call before: "delay pottery by an hour"."""
    title = str(last.arguments.get("text") or "").casefold() if last.tool in _PLANNED else ""
    if not title:
        return text
    if language == "ja":
        return re.sub(rf"^{re.escape(title)}(?:の予定)?[をは]", "それを", text)
    return re.sub(rf"\b(?:(?:the|my|our) )?{re.escape(title)}(?!\w)", "it", text, count=1)


def _said(text: str, language: Language, now: datetime) -> tuple[Duration, bool] | None:
    """The length, and whether it is that much earlier."""
    if language == "ja":
        match = _JA.match(text)
        length = japanese.duration(match["length"]) if match else None
        return (length, bool(match["earlier"])) if match and length else None
    return _of(_EN, text, now)


def _of(
    ways: Sequence[tuple[re.Pattern[str], bool]], text: str, now: datetime
) -> tuple[Duration, bool] | None:
    """The length that one of these ways says, in English."""
    for pattern, sooner in ways:
        if match := pattern.match(text):
            found = english.find(match["length"], now)
            whole = len(found) == 1 and found[0].end - found[0].start == len(match["length"])
            return (found[0].duration, sooner) if whole and found[0].duration else None
    return None


def _anew(last: Call, by: timedelta, now: datetime) -> tuple[Call, ...]:
    """Take back what rings and set it again; what repeats stays on its days."""
    taken_back, at = cancel(last), set_for(last)
    if taken_back is None or at is None:
        return ()
    was = at.replace(tzinfo=now.tzinfo)
    new = was + by
    if new <= now or (last.arguments.get("repeat") and new.date() != was.date()):
        return ()
    return taken_back, Call(last.tool, {**last.arguments, "at": new.replace(tzinfo=None).isoformat()})
