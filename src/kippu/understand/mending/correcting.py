"""What a person puts right: a time ("no, make that seven" after an alarm was set).

Works on the calls of the turn before; knows no skill beside the names of its tools.
"""

import math
import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.follow import cancel
from kippu.understand.text.leads import PUTTING_RIGHT
from kippu.understand.when import When
from kippu.understand.when.english import find as find_en
from kippu.understand.when.japanese import find as find_ja
from kippu.understand.when.markers import said_of

_HALF_A_DAY = timedelta(hours=12)
_TIMED = frozenset({"alarms.set", "reminders.add"})
_REMINDED = frozenset({"reminders.move", "reminders.list"})
_PLANNED = frozenset({"calendar.add", "calendar.move", "calendar.show"})
_SET = frozenset({"calendar.add", "calendar.move"})
_SHOWN = frozenset({"calendar.show", "reminders.list", "alarms.list"})
"""After these a time by itself is more often what somebody read there than where it is to be moved."""
_LEAD_JA = (
    r"(?:(?:あ|じゃあ|それ[をは]?|その[^をは]{1,8}[をは]"
    r"|(?:今の|いまの|さっきの)?(?:タイマー|アラーム|リマインダー)[をは]?)[、 ]*)"
)
_RIGHT_JA = (
    r"(?:(?:いや|やっぱり?|ごめん(?:なさい|ね)?|すみません|違う|違った|違います|ちがう|間違えた|まちがえた"
    r"|(?:そう)?(?:じゃ|では)なくて?)[、 ]*)"
)
"""Takes back what was said, and needs no verb behind it."""
_MOVE_JA = (
    r"(?:して|変えて|ずらして|動かして|移して"
    r"|(?:変更|移動)(?:(?:を)?して|で|を?お願い(?:します)?)?|お願い(?:します)?)"
)
_ASK_JA = r"(?:お願い(?:します)?)"
_CORRECTED: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"^{PUTTING_RIGHT}"
        r"(?:(?:make|change|move|set|reschedule|push|shift|postpone|put) "
        r"(?:it|that|(?:the|my) (?:timer|reminder|alarm|time))(?: back| forward| off)?"
        r"(?: to| for| at| until)?|i meant(?: at)?|(?P<states>the (?:time|date|day) (?:is|was)"
        r"|(?:it|that)(?:'s| is| was| starts| begins| should be) (?:at|on|from)|the (?:time|day)'s)) "
        r"(?P<time>.+?)(?: (?:please|instead))*$"
    ),
    "ja": regex(
        rf"^(?:{_LEAD_JA}|{_RIGHT_JA})+(?P<time>.+?)(?:[にへ](?P<order>{_MOVE_JA})?|で(?P<please>{_ASK_JA})?)"
        r"(?:ください|下さい|くれる|ね|よ)*$"
    ),
}
_BARE_EN = regex(
    r"^(?:(?:no|nope|actually|sorry|oh|wait|i meant|i mean)[, ]+)+(?:on |at |for |in the )?(?P<time>.+?)"
    r"(?: (?:please|instead|i meant))*$"
)
"""The same without a verb, of what is to ring: "no, saturday"."""
_MINUTES = regex(r"\d{1,3}")
_BARE_JA = regex(
    rf"^(?P<time>.+?)(?:[にへ](?P<order>{_MOVE_JA})|で(?P<please>{_ASK_JA})?)(?:ください|下さい|くれる|ね|よ)*$"
)
"""The same without a word that points back, which Japanese leaves out: 「2時にして」."""
_AT = regex(r"で[ねよ]*$")
_STATED_JA = regex(
    rf"^{_LEAD_JA}*{_RIGHT_JA}+{_LEAD_JA}*(?P<time>.+?)(?:から)?(?:です|でした|だ(?:った)?)?よ?$"
)
"""The same without a verb, 「ごめん、8時だった」. Otherwise it may be of anything: 「あ、8時だ」."""
_WAS_JA = regex(
    r"^(?:(?:あ|あっ|おっと|そうだ|いけない|しまった)[、 ]*)+"
    r"(?P<time>.+?)(?:から)?(?:だった|でした)(?:わ|よ|ね)*$"
)
"""What comes to mind only now, of what was just set; 「あ、8時だ」 tells the time."""
_ITS_TIME_JA = regex(
    rf"^{_LEAD_JA}*(?:時間|時刻|開始(?:時間)?|始まり|日にち|日付|日程|日時)(?:は|が)、?(?P<time>.+?)(?:から)?"
    rf"(?:です|だ|で|ね|よ|に(?P<order>{_MOVE_JA})|(?:お願い(?:します)?))*$"
)
_LENGTH_SAID: dict[Language, re.Pattern[str]] = {
    "en": regex(r"^(?:(?:no|wait|actually|sorry|i mean|i meant|rather)[, ]+)+(?P<time>\d+(?: \w+)?)$"),
    "ja": regex(r"^(?P<time>\d+(?:時間半?|分半?|秒)?)に(?:して|変えて|変更して)(?:ください|くれる|ね|よ)*$"),
}
"""How another length is said for a timer that was just set: "no, 20", 「15分にして」."""
_INSTEAD: dict[Language, re.Pattern[str]] = {
    "en": regex(r"^(?P<lead>)(?P<new>.+?) (?:instead of|rather than|and not|not)(?: at| the)? (?P<old>.+)$"),
    "ja": regex(
        r"^(?P<lead>(?:あ|いや|やっぱり?|ごめん|すみません|[、 ])*)(?P<old>.+?)"
        r"(?:じゃなくて?|ではなく(?:て)?|でなく(?:て)?)、?(?P<new>.+)$"
    ),
}
"""Of several times the one that is put right."""
_NOT_BUT = regex(
    rf"^{PUTTING_RIGHT}not (?:at |on )?(?P<old>[^,]+?)"
    r"(?:, ?(?:but )?| but )(?:at |on )?(?P<new>.+)$"
)
_TO_IT = regex(r"[にへで]|て$|だった$|です$")


def corrected(
    text: str,
    language: Language,
    now: datetime,
    earlier: Sequence[Call],
    listed: Sequence[Call] = (),
    *,
    asks: bool = False,
) -> tuple[Call, ...]:
    """Take back what was set and set it anew at the time that is said; none for any other sentence.

    ``asks``: whether a question mark stands behind it. ``listed``: what takes away each that was told of.
    """
    text, earlier = _picked(text.casefold(), language, now, tuple(map(_as_set, earlier)))
    match = _said(text, language, earlier[-1].tool, asks=asks) if earlier else None
    if match is None or not earlier:
        return ()
    if earlier[-1].tool in _SHOWN and len(listed) == 1 and listed[0].tool in _MOVES:
        return _the_one(match["time"], language, now, listed[0])
    if earlier[-1].tool == "timers.start":
        return _longer(match["time"], language, now, earlier[-1])
    if earlier[-1].tool in _PLANNED:
        return _replanned(match["time"], language, now, earlier[-1])
    last = earlier[-1]
    if last.tool in _REMINDED:
        return _after(match["time"], language, now, last)
    if last.tool not in _TIMED:
        return ()
    taken_back, at = cancel(last), set_for(last)
    said, found = _clock(match["time"], language, now)
    if at and at.second and _MINUTES.fullmatch(match["time"]):  # "make it 20" after "in ten minutes"
        said, found = _clock(f"{match['time']} minutes", "en", now)
    if taken_back is None or at is None or len(found) != 1 or found[0].end - found[0].start < len(said):
        return ()
    before = at.replace(tzinfo=now.tzinfo)
    moved = moved_to(before, found[0], now)
    if found[0].duration and (last.tool == "reminders.add" or before.second):
        moved = now + found[0].duration.length  # "make it 1 hour" after "in 2 hours"
    if moved is None:
        return ()
    if moved == before and last.tool == "alarms.set":
        return (last,)  # its tool says that it is set so already
    anew = {**last.arguments, "at": moved.replace(tzinfo=None).isoformat(timespec="seconds")}
    if anew.get("repeat") and found[0].day:  # on that day alone: the others stay, and are told of
        del anew["repeat"]
        return Call(last.tool, anew), Call(f"{last.tool.partition('.')[0]}.list")
    return taken_back, Call(last.tool, anew)


_HOURS, _AN_HOUR = 24, 60
_MOVES = {
    "calendar.remove": "calendar.move", "reminders.remove": "reminders.move", "alarms.cancel": "alarms.move",
}  # fmt: skip


def _the_one(said: str, language: Language, now: datetime, listed: Call) -> tuple[Call, ...]:
    """The only one that was told of, moved."""
    if listed.tool != "calendar.remove" and said.isdigit() and _HOURS < int(said) <= _AN_HOUR:
        said += " minutes" if language == "en" else "分"  # an hour it can't be
    said, found = _clock(said, language, now)
    if len(found) != 1 or found[0].end - found[0].start < len(said):
        return ()
    if found[0].duration and listed.tool != "calendar.remove":  # "make it 20 minutes": from now on
        at = (now + found[0].duration.length).replace(tzinfo=None).isoformat(timespec="seconds")
        return (Call(_MOVES[listed.tool], {**listed.arguments, "at": at}),)
    if not said_of(found[0]):
        return ()
    either = {"either_half": True} if found[0].twelve and not found[0].day else {}
    return (Call(_MOVES[listed.tool], {**listed.arguments, "at": said_of(found[0]), **either}),)


def _as_set(call: Call) -> Call:
    """A timer that was told of or changed, as it was set."""
    given = {unit: call.arguments[f"start_{unit}"] for unit in _LENGTH if call.arguments.get(f"start_{unit}")}
    if given and call.tool in _OF_A_TIMER and call.arguments.get("id"):
        return Call("timers.start", {**given, "instead": call.arguments["id"]})
    return Call("timers.start", given) if call.tool == "timers.status" and given else call


def _said(text: str, language: Language, tool: str, *, asks: bool) -> re.Match[str] | None:
    """The pattern that takes it for a correction of what was done by ``tool``."""
    match = _CORRECTED[language].match(text)
    if language == "ja" and tool in _TIMED | _SET and not asks:
        match = _WAS_JA.match(text) or _ITS_TIME_JA.match(text) or match
    if language == "en" and match and match["states"] and asks:
        return None
    if language == "en" and tool in _TIMED | _SET:
        match = match or _BARE_EN.match(text)
    if language == "ja":
        match = match or _BARE_JA.match(text)
        said = match.groupdict() if match else {}
        ordered = match and (said.get("order") or said.get("please") or not (asks or _AT.search(text)))
        if not ordered and (asks or tool in _SHOWN):
            return None
        match = match or _STATED_JA.match(text)
    if match is None and tool == "timers.start":
        match = _LENGTH_SAID[language].match(text)
    return match


def _picked(
    text: str, language: Language, now: datetime, earlier: Sequence[Call]
) -> tuple[str, Sequence[Call]]:
    """The sentence without the time that it puts right, and the one call that had it: "make it 6:30 instead
    of 6:45" after two alarms. Both as they are where no time is named, or none had it."""
    match = _INSTEAD[language].match(text) or (_NOT_BUT.match(text) if language == "en" else None)
    if match is None:
        return text, earlier
    lead = match.groupdict().get("lead") or ("それを" if language == "ja" else "no, ")
    new = match["new"] if language == "en" or _TO_IT.search(match["new"]) else f"{match['new']}に"
    old = next((phrase.at for phrase in _clock(match["old"], language, now)[1] if phrase.at), None)
    for call in earlier:
        at = set_for(call) if call.tool in _TIMED else None
        if old and at and not (at - old.replace(tzinfo=None)) % _HALF_A_DAY:
            return lead + new, (call,)
    if old and len(earlier) == 1 and earlier[0].tool in _TIMED | _PLANNED:
        return lead + new, earlier  # "not tomorrow" of what is today: the other day is the right one
    return text, earlier


def set_for(call: Call) -> datetime | None:
    """When a call is for, without a time zone; None where it has no time, or an hour and no day."""
    at = str(call.arguments.get("at") or "")
    return datetime.fromisoformat(at) if "T" in at else None


def corrected_first(text: str, language: Language, now: datetime, asked: Sequence[Call]) -> tuple[Call, ...]:
    """What was asked about, at the time that is said instead: "make it 4" to "Shall I add it at 3?"."""
    last = asked[-1]
    if last.tool not in _TIMED | {"calendar.add"} or not last.arguments.get("at"):
        return ()
    anew = corrected(text, language, now, [Call("reminders.add", last.arguments)])
    return tuple(Call(last.tool, call.arguments) for call in anew[1:])


def _clock(said: str, language: Language, now: datetime) -> tuple[str, list[When]]:
    """The time phrases in it; of a clock that needs its "at" ("7", "half 6") with one before it."""
    found = (find_ja if language == "ja" else find_en)(said, now)
    if found or language == "ja":
        return said, list(found)
    return f"at {said}", list(find_en(f"at {said}", now))


def _after(said: str, language: Language, now: datetime, last: Call) -> tuple[Call, ...]:
    """A reminder moved that was told of or moved before: "move it to 30 minutes", "to 6"."""
    said, found = _clock(said, language, now)
    if len(found) != 1 or found[0].end - found[0].start < len(said) or found[0].repeat:
        return ()
    text = {"text": last.arguments["text"]} if last.arguments.get("text") else {}
    length = found[0].duration
    at = (
        (now + length.length).replace(tzinfo=None).isoformat(timespec="seconds")
        if length
        else said_of(found[0])
    )
    either = {"either_half": True} if found[0].twelve and not found[0].day else {}
    return (Call("reminders.move", {**text, "at": at, **either}),) if at else ()


def _replanned(said: str, language: Language, now: datetime, last: Call) -> tuple[Call, ...]:
    """An event moved that was spoken of: "move it to Wednesday"."""
    title = last.arguments.get("text") or last.arguments.get("words")
    said, found = _clock(said, language, now)
    if not title or len(found) != 1 or found[0].end - found[0].start < len(said) or not said_of(found[0]):
        return ()
    either = {"either_half": True} if found[0].twelve and not found[0].day else {}
    return (Call("calendar.move", {"text": title, "at": said_of(found[0]), **either}),)


_OF_A_TIMER = frozenset(f"timers.{verb}" for verb in ("status", "add", "subtract", "pause", "resume", "name"))
_LENGTH = ("hours", "minutes", "seconds")
_UNIT = {"hours": "時間", "minutes": "分", "seconds": "秒"}


def _longer(said: str, language: Language, now: datetime, last: Call) -> tuple[Call, ...]:
    """A timer set anew for another length: "make it three minutes"."""
    units = [unit for unit in _LENGTH if last.arguments.get(unit)]
    said = said.removesuffix("後")
    if said.isdigit() and units:
        said += _UNIT[units[0]] if language == "ja" else f" {units[0]}"
    said, found = _clock(said, language, now)
    taken_back = cancel(last)
    if taken_back is None or len(found) != 1 or found[0].end - found[0].start < len(said):
        return ()
    length = found[0].duration.length if found[0].duration else _until(found[0], now, last)
    if length is None:
        return ()
    kept = {key: value for key, value in last.arguments.items() if key not in {*_LENGTH, "id"}}
    seconds = math.ceil(length.total_seconds())  # a moment before eleven would be told as 10:59
    parts = {"hours": seconds // 3600, "minutes": seconds % 3600 // 60, "seconds": seconds % 60}
    anew = Call(last.tool, {**kept, **{unit: count for unit, count in parts.items() if count}})
    return (anew,) if "instead" in kept else (taken_back, anew)


def _until(said: When, now: datetime, last: Call) -> timedelta | None:
    """How long what was planned waits until another hour, the one nearest to that before; None for a timer,
    which has none, and for another day, on which the hour isn't known any more."""
    if "command" not in last.arguments or said.at is None or not said.clock or said.day or said.repeat:
        return None
    before = now + timedelta(
        **{unit: float(last.arguments[unit]) for unit in _LENGTH if last.arguments.get(unit)}
    )
    days = [
        datetime.combine(before.date() + timedelta(days=day), said.at.time(), now.tzinfo)
        for day in (-1, 0, 1)
    ]
    halves = [
        at + half for at in days for half in ((timedelta(), _HALF_A_DAY) if said.twelve else (timedelta(),))
    ]
    at = min((one for one in halves if one > now), key=lambda one: abs(one - before), default=None)
    return at - now if at else None


def moved_to(before: datetime, said: When, now: datetime) -> datetime | None:
    """The moment that is meant: on the day from before, and in its half, unless another was said; and at the
    time from before, where only a day was."""
    if said.day and not (said.clock or said.part or said.repeat):
        then = datetime.combine(said.day, before.time(), before.tzinfo)
        return then if then > now else None
    if said.at is None or said.repeat or said.duration or not said.clock:
        return None if said.repeat or said.duration else said.at
    same_day = datetime.combine(said.day or before.date(), said.at.time(), before.tzinfo)
    if said.twelve:
        about = before + (same_day.date() - before.date())
        other = same_day + (_HALF_A_DAY if same_day.hour < _HALF_A_DAY.seconds // 3600 else -_HALF_A_DAY)
        same_day = min(same_day, other, key=lambda moment: abs(moment - about))
    return same_day if same_day > now else said.at
