"""Japanese time phrases (the sentence has ASCII digits already)."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from kippu.regex import regex
from kippu.understand.when.of_month import (
    coming_nth,
    day_of,
    month_ahead,
    nth_in,
    nth_weekday,
    weekday_of_week,
)
from kippu.understand.when.phrase import (
    EARLY,
    LONGEST,
    NEVER,
    STILL_UP,
    Clock,
    Duration,
    When,
    coming_day,
    month,
    month_day,
    past_day,
    settle,
    week,
    weekday_from,
    weekend,
)

_WEEKDAYS = "月火水木金土日"
_NAMES = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_BIT = 5
"""Minutes of 「ちょっと前」."""
_UNIT = r"(?:時間半|時間|分間|分半|分|秒間|秒|日間?|週間)"
_LENGTH = rf"(?:\d+(?:\.\d+)?{_UNIT}|半日|半時間|数分)"
_LENGTHS = rf"{_LENGTH}(?:と?{_LENGTH})*"
_RELATIVE = regex(
    rf"(?:今から|これから|あと)?(?P<len>{_LENGTHS})(?:くらい|ぐらい|ほど)?(?:後(?!ろ)|ご(?=に|、|$)|あと|したら|たったら|経ったら|経過したら|で(?=起こ|呼ん|教え|消|切|止め|オフ))(?:に|で|、)?"
)
_BY_TIMER = regex(
    rf"タイマー(?:を)?(?P<len>{_LENGTHS})で、?(?=.*(?:消|切|つけ|点け|止め|閉め|開け|オフ|オン))(?!.*(?:セット|設定|かけ))"
)
"""When something is done: 「タイマー3分で電気消して」."""
_AHEAD = regex(rf"(?:今から|これから|あと)(?P<len>{_LENGTHS})(?:で|して|、)?")
_STRETCH = regex(r"(?P<week>今週)(?:中)?|(?P<this>今月)(?:中)?|(?P<next>来月)(?:中)?")
_BARE_LENGTH = regex(rf"(?P<len>{_LENGTHS})(?:間)?(?:くらい|ぐらい|ほど)?")
_DAYS = {
    "あさって": 2, "明後日": 2, "明々後日": 3, "しあさって": 3, "明日": 1, "あした": 1, "あす": 1, "翌日": 1,
    "今日": 0, "きょう": 0, "本日": 0, "今晩": 0, "今夜": 0, "今朝": 0, "明朝": 1, "明晩": 1,
    "昨日": -1, "きのう": -1, "おととい": -2, "一昨日": -2,
}  # fmt: skip
_PARTS = {
    "明朝": "morning", "今朝": "morning", "早朝": "morning", "朝一番": "morning", "朝一": "morning",
    "朝": "morning", "午前中": "morning",
    "お昼": "noon", "昼": "noon", "正午": "noon", "午後": "afternoon", "夕方": "evening",
    "今晩": "night", "今夜": "night", "明晩": "night", "夜中": "night", "深夜": "night",
    "夜": "night", "晩": "night",
}  # fmt: skip
_DEAD_OF_NIGHT = frozenset({"夜中", "深夜"})
"""Of another day than today, 「明日の夜中の2時」 may be of either of its nights: it stays on that day."""
_WEEKS = {"再来週": 2, "来週": 1, "今週": 0, "先週": -1, "先々週": -2}
_MONTHS = {"再来月": 2, "来月": 1, "今月": 0, "先月": -1, "先々月": -2}
_YEARS = {
    "再来年": 2,
    "来年": 1,
    "今年": 0,
    "ことし": 0,
    "去年": -1,
    "昨年": -1,
    "一昨年": -2,
    "おととし": -2,
}
_MONTH_SAID = rf"(?:{'|'.join(_MONTHS)})"
_YEAR_SAID = rf"(?:{'|'.join(_YEARS)})"
_ENDS = {"最初": 1, "最後": -1, "最終": -1}
_PAST = regex(
    r"(?:何日|何曜日?|何月|なんにち|なんようび|いつ|[月火水木金土日]曜日?)[^、。]{0,2}?(?:だった|でした)"
)
_FIGURE = r"[1-5一二三四五]"
_NTH = (
    rf"(?:(?:(?P<nyear>{_YEAR_SAID}|\d{{4}}年)の?)?(?P<nmon>{_MONTH_SAID}|\d{{1,2}}月)の?)?(?<!毎月)(?<!毎月の)"
    rf"(?<![1-5一二三四五][・、とや,])(?:第の?(?P<count>{_FIGURE})(?:番目)?"
    rf"|(?<=月の|[来先今\d]月)(?:(?P<count2>{_FIGURE})番目|(?P<end>最初|最後|最終)))の?(?P<nwd>[月火水木金土日])曜日?"
)
"""A weekday by its count in a month. Of every month, or of several in it, none is the one."""
_NOT_COUNTED = (
    rf"(?:(?<!第{_FIGURE})(?<!第{_FIGURE}の)(?<!第{_FIGURE}週)(?<!第{_FIGURE}週の)"
    rf"|(?<=毎月第{_FIGURE})|(?<=毎月の第{_FIGURE}))"
)
_DAY = (
    rf"(?P<rel>{'|'.join(sorted(_DAYS, key=len, reverse=True))})"
    rf"|{_NTH}"
    rf"|{_NOT_COUNTED}(?P<which>{'|'.join(_WEEKS)}|この(?:前|間)|こないだ|今度|次)?の?(?P<wd>[月火水木金土日])曜日?"
    rf"|(?:(?:(?P<yr>\d{{4}})年|(?P<year>{_YEAR_SAID}))の?)?"
    r"(?:(?P<mon>\d{1,2})月の?(?P<md>\d{1,2})日|(?P<mon3>\d{1,2})/(?P<md3>\d{1,2})(?!\d))"
    rf"|(?P<iso>\d{{4}}-\d\d-\d\d)|(?:(?P<month>{_MONTH_SAID})の?|(?<![\d月]))(?P<md2>\d{{1,2}})日(?!間|後|前)"
    r"|(?P<weekend>今週末|週末|再来週末|来週末)|(?P<week>再来週|来週)"
)
_AHEAD_OF_IT = {"来週": 1, "再来週": 2}
"""By name of a week: how many weeks it is ahead."""
_PART = "|".join(sorted(_PARTS, key=len, reverse=True))
_CLOCK = (
    r"(?P<noon>正午|零時)|(?P<half>午前|午後|AM|PM|am|pm)?(?P<h>\d{1,2})(?:時(?!間)(?:(?P<to>\d{1,2})分前|(?P<bit>の?(?:ちょっと|少し|ちょい)前)|(?P<m>\d{1,2})分|(?P<hm>半))?|:(?P<m2>\d\d))"
    r"(?:ちょうど|ぴったり|頃|ごろ|くらい|ぐらい|(?:を?(?:過ぎ|すぎ)(?:たら|(?![たてる]))))?"
)
_DAYS_OF_WEEK = r"[月火水木金土日](?:曜日?)?(?:と?[月火水木金土日](?:曜日?)?)*"
_NOT_THOSE = "".join(
    f"(?<!{word})(?<!{word}の)" for word in ("今週", "来週", "先週", "週末", "今度", "次", "この", "月", "日")
)
"""Of one week or one day, which comes once."""
_NOT_PLANNED = (
    r"(?!(?!.*毎).*(?:予定|カレンダー|手帳|会議|(?<!アラーム)(?<!アラームを)(?<!目覚ましを)入れて))"
)
"""An event goes over those days, and is not one of all weeks to come."""
_EVERY = (
    rf"(?P<every>毎日|毎朝|毎晩|毎夜|平日(?:は|の|に)?(?:毎[日朝晩])?|週末(?:は|の)?毎[回日朝晩]|毎週末|毎週(?P<days>{_DAYS_OF_WEEK})"
    r"|(?P<days2>[月火水木金土日])曜日?ごと"
    rf"|{_NOT_THOSE}{_NOT_PLANNED}(?:(?P<first>[月火水木金土日])曜日?(?:から|〜|~)(?P<last>[月火水木金土日])曜日?(?:まで|の間)?|(?P<off>土日|休日))"
    r"(?:は|の|に|、|毎日|毎朝)*(?=(?:午前|午後|朝|昼|夕方|夜)?の?\d{1,2}[時:]))"
)
_PIECES = (
    ("repeat", regex(_EVERY)),
    ("day", regex(_DAY)),
    ("clock", regex(_CLOCK)),
    ("part", regex(_PART)),
)
_BETWEEN = regex(r"(?:[の、,は ]|だけ)*")
_AFTER_PART = regex(r"に|、|$")
_AFTER = regex(r"(?:だけ)?(?:から)?(?:に|へ|で)?(?:なったら|なれば)?(?:は)?、?")


def duration(text: str) -> Duration | None:
    """The length of time that a phrase such as 「1時間半」 says."""
    total = 0.0
    whole: dict[str, int] = {}
    for piece in re.finditer(rf"(\d+(?:\.\d+)?)({_UNIT})|(半日|半時間|数分)", text):
        if piece[3]:
            total += {"半日": 43200, "半時間": 1800, "数分": 180}[piece[3]]
            continue
        amount, unit = float(piece[1]), piece[2]
        name, seconds = (
            ("hours", 3600) if unit.startswith("時") else ("minutes", 60) if unit.startswith("分")
            else ("seconds", 1) if unit.startswith("秒") else ("days", 86400) if unit.startswith("日")
            else ("weeks", 604800)
        )  # fmt: skip
        half = unit.endswith("半")
        total += amount * seconds + (seconds / 2 if half else 0)
        if total > LONGEST:
            return None
        whole[name] = whole.get(name, 0) + int(amount)
        if half:
            smaller = {"hours": ("minutes", 30), "minutes": ("seconds", 30)}[name]
            whole[smaller[0]] = whole.get(smaller[0], 0) + smaller[1]
        if amount != int(amount) or name == "weeks":
            whole["no"] = 1
    if not total:
        return None
    if whole and "no" not in whole and Duration(**whole).length.total_seconds() == total:
        return Duration(**whole)
    rest = round(total)
    return Duration(rest % 86400 // 3600, rest % 3600 // 60, rest % 60, rest // 86400)


def find(text: str, now: datetime) -> list[When]:
    """All time phrases of a sentence, left to right, without overlap; particles behind them included."""
    found: list[When] = []
    for pattern in (_BY_TIMER, _RELATIVE, _AHEAD):
        for match in pattern.finditer(text):
            length = duration(match["len"])
            if length and _free(match.start(), match.end(), found):
                found.append(When(match.start(), match.end(), now + length.length))
    position = 0
    while position < len(text):
        phrase, position = _absolute(text, position, now)
        if phrase and _free(phrase.start, phrase.end, found):
            found.append(phrase)
    for match in _STRETCH.finditer(text):
        if _free(match.start(), match.end(), found):
            days = week(now) if match["week"] else month(now, 0 if match["this"] else 1)
            found.append(When(match.start(), match.end(), stretch=days))
    for match in _BARE_LENGTH.finditer(text):
        if _free(match.start(), match.end(), found):
            found.append(When(match.start(), match.end(), duration=duration(match["len"])))
    return sorted(found, key=lambda phrase: phrase.start)


def _free(start: int, end: int, found: list[When]) -> bool:
    return not any(other.start < end and start < other.end for other in found)


def _absolute(text: str, position: int, now: datetime) -> tuple[When | None, int]:
    """The next phrase of day, part of day, clock and repeat, in any order, from ``position`` on; and where to
    go on. What no calendar or clock has (25時) is no phrase."""
    parts: dict[str, re.Match[str]] = {}
    start = end = -1
    while True:
        best: tuple[str, re.Match[str]] | None = None
        gap = _BETWEEN.match(text, end) if start >= 0 else None
        for kind, pattern in _PIECES:
            if kind in parts:
                continue
            match = pattern.match(text, gap.end()) if gap else pattern.search(text, position)
            if match and (best is None or match.start() < best[1].start()):
                best = (kind, match)
        if best is None:
            break
        parts[best[0]] = best[1]
        start = best[1].start() if start < 0 else start
        end = best[1].end()
    if not parts:
        return None, len(text)
    return _settled(text, parts, start, end, now), end


_LESSON = regex(
    r"レッスン|教室|練習|稽古|習い事|塾|部活|授業|クラス|予約|面談|会議|ミーティング|歯医者|病院|通院|リハビリ|スイミング|水泳|サッカー|野球"
    r"|テニス|ピアノ|ギター|バイオリン|バレエ|ダンス|空手|柔道|合唱|ヨガ|ピラティス|英会話|そろばん|書道"
)
"""What nobody has before six in the morning, week by week."""
_RINGS = regex(r"アラーム|目覚まし|起こ|鳴ら")
_REMINDED = regex(
    r"リマインド|リマインダー|思い出させ|忘れない|(?:よう(?:に)?|って|のを|ことを)(?:教え|知らせ)"
)


_NIGHT_OUT = range(5, 10)
_OUT = regex(
    r"コンサート|(?<!ド)ライブ(?!ラリ|配信|カメラ)|飲み会|夕食|夕飯|夕ご?飯|夕ごはん|晩ご?飯|晩ごはん|ディナー|宴会|忘年会"
    r"|新年会|歓迎会|送別会|合コン|映画"
)
"""What nobody has so early in the morning."""
_WAKES = regex(r"起こ|起き|アラーム|目覚まし")


def is_out(text: str) -> bool:
    """Whether the hour is one of the evening, of what the sentence puts into the calendar."""
    return bool(_OUT.search(text)) and not (_WAKES.search(text) or _REMINDED.search(text))


_PLANNED = regex(r"予定|カレンダー|手帳|会議|打ち?合わせ|歯医者|病院|アポ")
_MORNING = regex(r"(?<!\d)0\d:|朝|起き|走|ジョギング")


def _by_night(text: str) -> timedelta | None:
    """How near an hour of the night must be to be meant; None where it is as good as another."""
    if _MORNING.search(text):
        return None
    if _REMINDED.search(text):
        return STILL_UP
    return NEVER if _PLANNED.search(text) and not _WAKES.search(text) else None


def _settled(text: str, parts: dict[str, re.Match[str]], start: int, end: int, now: datetime) -> When | None:
    day = _named_day(parts["day"], now) if "day" in parts else None
    if "day" in parts and day is None:
        return None
    if parts.keys() == {"part"} and not _AFTER_PART.match(text, end):
        return None  # 「夜の電気」 is no time
    word = parts["part"].group() if "part" in parts else ""
    if not word and "day" in parts:
        word = next((name for name in _PARTS if name in parts["day"].group()), "")
    repeat = _repeat(parts["repeat"]) if "repeat" in parts else None
    if repeat and not word:
        word = next((name for name in ("朝", "晩", "夜") if name in parts["repeat"].group()), "")
    part = _PARTS.get(word)
    clock = _clock(parts["clock"]) if "clock" in parts else None
    if "clock" in parts and clock is None:
        return None
    if clock and clock.half is None and part is None and clock.hour in _NIGHT_OUT and is_out(text):
        part = "evening"
    if repeat and clock and clock.half is None and part is None:
        awake = _REMINDED.search(text) or (_LESSON.search(text) and not _RINGS.search(text))
        reminded = awake and clock.hour <= EARLY and "起き" not in text
        part = None if clock.hour >= 12 else "afternoon" if reminded else "morning"
    ahead = day is not None and day != now.date()
    if ahead and word in _DEAD_OF_NIGHT and clock and clock.half is None and clock.hour < EARLY:
        clock, part = replace(clock, half="am"), None
    sunset = part == "evening" and word == "夕方" and clock is None  # shops are open yet
    at = settle(now, day, clock, "dusk" if sunset else part, _by_night(text))
    if repeat and not day:
        at = first_of(repeat, at, now)
    after = _AFTER.match(text, end)
    twelve = bool(clock and clock.half is None and clock.hour <= 12 and not (part or repeat))
    return When(
        start,
        after.end() if after else end,
        at,
        day,
        repeat=repeat,
        twelve=twelve,
        clock=clock is not None,
        part=part if clock is None else None,
        stretch=_stretch(parts["day"], now) if parts.keys() == {"day"} else None,
    )


def _stretch(match: re.Match[str], now: datetime) -> tuple[date, date] | None:
    if match["week"]:
        return week(now, _AHEAD_OF_IT[match["week"]])
    return (
        weekend(now, _AHEAD_OF_IT.get(match["weekend"].removesuffix("末"), 0)) if match["weekend"] else None
    )


def _named_day(match: re.Match[str], now: datetime) -> date | None:
    found = {name: value for name, value in match.groupdict().items() if value}
    if "rel" in found:
        return now.date() + timedelta(days=_DAYS[found["rel"]])
    if "nwd" in found:
        return _nth(found, now.date(), past=_PAST.search(match.string) is not None)
    if "wd" in found:
        return _weekday(now, _WEEKDAYS.index(found["wd"]), found.get("which", ""))
    if "iso" in found:
        try:
            return date.fromisoformat(found["iso"])
        except ValueError:
            return None
    if "weekend" in found:
        ahead = _AHEAD_OF_IT.get(found["weekend"].removesuffix("末"))
        return weekend(now, ahead)[0] if ahead else weekday_from(now, 5)
    if "week" in found:
        return week(now, _AHEAD_OF_IT[found["week"]])[0]
    if "md2" in found:
        if "month" in found:
            return day_of(month_ahead(now.date(), _MONTHS[found["month"]]), int(found["md2"]))
        number = int(found["md2"])
        return past_day(now, number) if _PAST.search(match.string) else coming_day(now, number)
    year = int(found["yr"]) if "yr" in found else _year(found.get("year"), now.date())
    return month_day(now, int(found.get("mon") or found["mon3"]), int(found.get("md") or found["md3"]), year)


def _weekday(now: datetime, weekday: int, which: str) -> date:
    if which in _WEEKS:
        return weekday_of_week(now.date(), weekday, _WEEKS[which])
    if which.startswith("こ"):
        return now.date() - timedelta(days=(now.weekday() - weekday) % 7 or 7)
    return weekday_from(now, weekday)


def _year(said: str | None, today: date) -> int | None:
    return None if said is None else today.year + _YEARS[said]


def _nth(found: dict[str, str], today: date, *, past: bool) -> date | None:
    weekday = _WEEKDAYS.index(found["nwd"])
    figure = found.get("count") or found.get("count2")
    count = ("12345".find(figure) + 1 or "一二三四五".index(figure) + 1) if figure else _ENDS[found["end"]]
    month, year = found.get("nmon"), found.get("nyear")
    if month is None:
        return coming_nth(today, count, weekday)
    if month in _MONTHS:
        return nth_weekday(month_ahead(today, _MONTHS[month]), count, weekday)
    said = None if year is None else _year(year, today) if year in _YEARS else int(year[:4])
    return nth_in(today, count, weekday, int(month[:-1]), said, past=past)


def _clock(match: re.Match[str]) -> Clock | None:
    if match["noon"]:
        return Clock(12, 0, "pm") if match["noon"] == "正午" else Clock(0)
    hour, minute = int(match["h"]), 30 if match["hm"] else int(match["m"] or match["m2"] or 0)
    if match["to"]:
        hour, minute = (hour or 24) - 1, 60 - int(match["to"])
    if match["bit"]:
        hour, minute = (hour or 24) - 1, 60 - _BIT
    if hour > 24 or not 0 <= minute < 60:
        return None
    half = {"午前": "am", "午後": "pm"}.get(match["half"] or "", (match["half"] or "").lower())
    return Clock(hour, minute, half if half in {"am", "pm"} else None)


def _repeat(match: re.Match[str]) -> str:
    if match["first"]:
        first, last = _WEEKDAYS.index(match["first"]), _WEEKDAYS.index(match["last"])
        row = [_NAMES[day % 7] for day in range(first, last + 1 if last >= first else last + 8)]
        return "weekdays" if row == _NAMES[:5] else ",".join(sorted(row, key=_NAMES.index))
    if match["off"]:
        return "weekends"
    if days := match["days"] or match["days2"]:
        said = days.replace("曜日", "").replace("曜", "")
        return ",".join(_NAMES[i] for i, name in enumerate(_WEEKDAYS) if name in said)
    text = match.group()
    return "weekdays" if text.startswith("平日") else "weekends" if "週末" in text else "daily"


def first_of(repeat: str, at: datetime, now: datetime) -> datetime:
    """The first day of the repeat at that time of day."""
    days = {"daily": range(7), "weekdays": range(5), "weekends": range(5, 7)}.get(
        repeat, [i for i, name in enumerate(_NAMES) if name in repeat]
    )
    while at.weekday() not in days or at <= now:
        at += timedelta(days=1)
    return at
