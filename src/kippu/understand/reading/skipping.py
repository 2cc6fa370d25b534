"""A day on which what comes again and again shall not: "skip tomorrow", "no reminder tomorrow",
「明日だけアラームなしで」.

By itself such a day may be anything's, so the alarm or the reminder is named, or was set just before.
"""

import re
from datetime import date, timedelta

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.reading.said import Said

_NEAR = {
    "today": 0, "tonight": 0, "this evening": 0, "tomorrow": 1, "tomorrow morning": 1, "tomorrow evening": 1,
    "the day after tomorrow": 2, "今日": 0, "きょう": 0, "今夜": 0, "明日": 1, "あした": 1, "あす": 1,
    "明後日": 2, "あさって": 2,
}  # fmt: skip
_DAY = "|".join(sorted(_NEAR, key=len, reverse=True))
_NOUN = r"(?P<noun>alarms?|wake-?up(?: call| alarm)?|reminders?)"
_SAID: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:ok|okay|oh|but|and|please|actually|just|can you|could you)[, ]+)*"
        rf"(?:(?:skip|leave out|leave off|omit|drop|pause|not|no|without|(?:i )?(?:don't|do not) need"
        rf"|(?:don't|do not) (?:ring|do))"
        rf"(?: (?:it|that)| (?:the |my |an |any )?{_NOUN})?(?:,? (?:for|on|only|just))* (?P<day>{_DAY})"
        rf"|skip (?P<whose>{_DAY})'s {_NOUN.replace('noun', 'its')})(?: only| alone|,? please| though| once)*"
    ),
    "ja": regex(
        rf"(?:(?:やっぱり?|でも|じゃあ|あ)、?)*(?P<day>{_DAY})(?:の朝|の夜)?(?:だけ|のみ|は|の)*、?"
        r"(?P<noun>アラーム|目覚まし|リマインダー|リマインド|お?知らせ)?(?:だけ|は|を|も)*"
        r"(?:なし|無し|い?らない|要らない|不要|(?:お)?休み|スキップ|鳴らさない|知らせない|飛ばし|抜い|抜き|パス)"
        r"(?:で|に|し|する|て|とい|おい|お願い|いい|ください|下さい|くれる|です|ね|よ|な|から|や)*"
    ),
}
_TOOLS = {"alarm": "alarms.cancel", "wake": "alarms.cancel", "アラ": "alarms.cancel", "目覚": "alarms.cancel"}
_AFTER = {
    "alarms.set": "alarms.cancel", "alarms.move": "alarms.cancel", "alarms.list": "alarms.cancel",
    "reminders.add": "reminders.remove", "reminders.move": "reminders.remove",
    "reminders.list": "reminders.remove",
}  # fmt: skip


def skipping(said: Said) -> Meaning | None:
    """What leaves out that day; None for any other sentence, and behind what comes once."""
    match = _SAID[said.language].fullmatch(said.text.casefold())
    if match is None:
        return None
    found = match.groupdict()
    noun, near = found["noun"] or found.get("its"), found["day"] or found["whose"]
    day: date = said.turn.at.date() + timedelta(days=_NEAR[near])
    call = _of_all(_named(noun), day) if noun else _of_that(said, day)
    return Meaning("cues", 0.97, (call,)) if call else None


def _of_all(tool: str, day: date) -> Call:
    return Call(tool, {"at" if tool == "alarms.cancel" else "day": day.isoformat()})


def _named(noun: str) -> str:
    return next((tool for word, tool in _TOOLS.items() if noun.startswith(word)), "reminders.remove")


def _of_that(said: Said, day: date) -> Call | None:
    """The day without what was just set or moved, and no other; of those that were told of without the one
    that comes then: where there are several, who keeps them asks which."""
    last = said.turn.earlier[-1] if said.turn.earlier and not said.turn.asked else None
    if last is None or last.tool not in _AFTER:
        return None
    given, tool = last.arguments, _AFTER[last.tool]
    if last.tool in {"alarms.set", "reminders.add"} and not given.get("repeat"):
        return None
    if last.tool.endswith(".list"):
        return Call(tool, {"day": day.isoformat()})
    which = ("id",) if given.get("id") else ("text",) if tool == "reminders.remove" else ("at", "name")
    known = {key: given[key] for key in which if given.get(key)}
    if given.get("either_half"):  # moved to one of two times: the tool knows which, or asks
        known.pop("at", None)
    elif "T" not in str(known.get("at", "T")):  # moved to a time of day alone
        known["at"] = f"{day}T{known['at']}"
    return Call(tool, {**known, "day": day.isoformat()})
