"""Japanese behind a day or an hour that was told or set, as the whole sentence that it stands for: 「その日は
何曜日？」, 「その30分後に…」, 「来週の同じ時間にずらして」.

Knows the turns before by their calls; runs nothing.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from kippu.regex import regex
from kippu.turn import Call, Turn
from kippu.understand.when import japanese

POLITE = (
    r"(?:て|で|といて|ておいて|おいて)?"
    r"(?:ください|下さい|くれる|くれ|ほしい|お願い(?:します)?|ね|よ|や|わ|です|から|かな)*$"
)
"""How a request ends."""
_THAT_DAY = regex(r"^(?P<lead>(?:じゃあ?|では|で|あと|ちなみに)?、?)その日(?P<rest>(?!まで|その).+)$")
_THAT_WEEK = regex(
    r"^(?:じゃあ?|では|で|あと|ちなみに)?、?その週(?:は|って|に|の)*(?:、?(?:ほか|他|あと|まだ)(?:に|の|は|には)?)?、?"
    r"(?:予定|(?:何|なに)か?|用事)?(?:が|は|も)?(?:ある|あります|入って(?:い)?(?:る|ます)|何|なに|教えて|見せて)?(?:の|か|かな|っけ|ください)*[?？]?$"
)
_WEEKDAY = regex(r"^(?:って|は|の)?(?:何|なん)曜日?")
_OF_WEEKDAY = regex(
    r"^(?:で|じゃあ?)?、?(?:それ|これ|その日)?(?:は|って)?、?(?:何|なん)曜日?(?:だっけ|ですか|です|になる|なの|かな|か|だ)*[?？]?$"
)
_DATED = frozenset({"calendar", "reminders", "alarms", "notes"})
_AFTER_THAT = regex(
    r"^(?:じゃあ?|で|あと|それと)?、?その(?P<length>\d[^、]{0,8}?)(?P<way>後|前)(?P<rest>(?:に|の|、|は).+)$"
)
_SO_TOO = regex(r"(?:って|と)?(?:の|いうの|やつ)?も(?:お願い(?:します)?|ね|よろしく|頼む)*$")
_TOLD_TOO = regex(
    r"^に?(?:も|もう(?:一度|1度|一回|1回))?、?(?:(?:教え|お?知らせ|言っ|通知し|リマインドし|思い出させ|鳴らし)て|お願い)[^、。]{0,6}$"
)
_RINGS = frozenset(
    {"reminders.add", "reminders.move", "alarms.set", "alarms.move", "calendar.add", "calendar.move"}
)
_WHEN_NOW = regex(
    r"^(?:それ|で|結局|これ)?(?:は|って)?、?(?:何時|いつ)(?:に|から)?(?:なった|なりました|なって(?:い)?る|なってます|した|しました|してある|セットした|入れた|鳴る)"
    r"(?:の|ん|だ|です|か|かな|っけ)*[?？]?$"
)
_SAME_TIME = regex(
    r"^(?:じゃあ?|やっぱり?)?、?来週の同じ(?:時間|時刻|曜日|時間帯)(?:に|へ)"
    rf"(?:ずらし|変更し?|変え|移し|移動し?|し)(?=て|と){POLITE}"
)
_LEFT_OF_DAY = regex(
    r"^(?P<day>今日|明日|あした|明後日|あさって|今週|来週)?(?:は|って|には)?、?(?:あと|まだ|ほかに|他に)?(?:は)?(?:何|なに)(?:が|か)?(?:残って(?:い)?る|残ってます)(?:の|か|かな|っけ)*[?？]?$"
)
_PART = regex(r"^(?:じゃあ?|で)?、?(?P<part>午前中?|午後|朝|昼|夕方|夜)(?:は|って)?[?？]?$")
_FIRST = regex(
    r"^(?:その(?:中|うち)で)?(?:一番|1番)?(?:最初|早い|はじめ|初め)の?(?:の|やつ|予定|もの)?(?:は|って)?(?:何時|いつ|何|なに)?(?:から)?(?:です|だ|なの)?(?:か|かな|っけ)*[?？]?$"
)


def _that_day(text: str, turn: Turn) -> str:
    """「その日」 of the date that was told, or of what was put down."""
    match = _THAT_DAY.match(text)
    day = _day_of(turn) if match else None
    if match is None or day is None:
        return ""
    year = f"{day.year}年" if not 0 <= (day - turn.at.date()).days < 330 else ""  # the next such day
    said, rest = f"{year}{day.month}月{day.day}日", match["rest"]
    if _WEEKDAY.match(rest):
        rest = f"は{rest.removeprefix('は').removeprefix('って')}"
    return f"{match['lead']}{said}{rest}"


def _that_week(text: str, turn: Turn) -> str:
    """What there is in the week of the day that was told, or of what was put down."""
    day = _day_of(turn) if _THAT_WEEK.match(text) else None
    if day is None:
        return ""
    first = day - timedelta(days=day.weekday())
    last = first + timedelta(days=6)
    return f"{first.month}月{first.day}日から{last.month}月{last.day}日までの予定は"


def _which_weekday(text: str, turn: Turn) -> str:
    """The weekday of what was just told or put down, and not today's."""
    last = turn.earlier[-1]
    if not _OF_WEEKDAY.match(text) or last.tool.partition(".")[0] not in _DATED:
        return ""
    words = str(last.arguments.get("text") or last.arguments.get("words") or "")
    said = {one.day for one in japanese.find(words, turn.at) if one.day and one.repeat is None}
    day = next(iter(said)) if len(said) == 1 else _day_in(last)
    return f"{day.year}年{day.month}月{day.day}日は何曜日？" if day else ""


def _day_in(call: Call) -> date | None:
    for key in ("day", "at"):
        said = str(call.arguments.get(key) or "").partition("T")[0]
        if re.fullmatch(r"\d{4}-\d\d-\d\d", said):
            return date.fromisoformat(said)
    return None


def _day_of(turn: Turn) -> date | None:
    for calls in (turn.earlier, *turn.before):
        for call in reversed(calls):
            if day := _day_in(call):
                return day
    return None


def _after_that(text: str, turn: Turn) -> str:
    """So long after, or before, what was just set for a time: 「その30分後に…」."""
    match, last = _AFTER_THAT.match(text), turn.earlier[-1]
    at = str(last.arguments.get("at") or "")
    if match is None or last.tool not in _RINGS or "T" not in at:
        return ""
    if match["way"] == "前" and last.tool.startswith("calendar."):
        return ""  # a reminder before an event is read as a whole
    length = japanese.duration(match["length"])
    if length is None:
        return ""
    step = length.length if match["way"] == "後" else -length.length
    on = datetime.fromisoformat(at) + step
    rest = re.sub(r"^にも", "に", match["rest"])
    about = str(last.arguments.get("text") or "")
    if last.tool.startswith("reminders.") and about and _TOLD_TOO.match(rest):
        rest = f"に{about}とリマインドして"
    elif last.tool.startswith("reminders.") and (too := _SO_TOO.search(rest)) and too.start() > 1:
        rest = f"{rest[: too.start()]}とリマインドして"
    return f"{on.month}月{on.day}日{on.hour}時{on.minute}分{rest}"


def _when_now(text: str, turn: Turn) -> str:
    return "それはいつ？" if turn.earlier[-1].tool in _RINGS and _WHEN_NOW.match(text) else ""


def _a_week_on(text: str, turn: Turn) -> str:
    """The same time of the next week."""
    given, tool = turn.earlier[-1].arguments, turn.earlier[-1].tool
    title = given.get("text") or given.get("words")
    if not title or not tool.startswith(("calendar.", "reminders.")) or not _SAME_TIME.match(text):
        return ""
    kind = "予定" if tool.startswith("calendar.") else "リマインダー"
    return f"{title}の{kind}を1週間遅らせて"


def _of_the_day(text: str, turn: Turn) -> str:
    """What is left of a day, or comes first on it, behind its events."""
    last = turn.earlier[-1]
    if not last.tool.startswith("calendar."):
        return ""
    if (left := _LEFT_OF_DAY.match(text)) and (left["day"] or "day" not in last.arguments):
        return f"{left['day'] or '今日'}の予定は？"
    part, known = _PART.match(text), _day_of(turn)
    if part and known and last.tool != "calendar.show":
        return f"{known.month}月{known.day}日の{part['part']}の予定は？"
    day = str(last.arguments.get("day") or "")
    if last.tool != "calendar.show" or not day or not _FIRST.match(text):
        return ""
    on = date.fromisoformat(day)
    return f"{on.month}月{on.day}日の最初の予定は？"


DAY_WAYS: tuple[Callable[[str, Turn], str], ...] = (
    _that_day, _that_week, _which_weekday, _after_that, _when_now, _a_week_on, _of_the_day,
)  # fmt: skip
"""Each gives the whole sentence, or nothing for one that is no sequel of a day or an hour."""
