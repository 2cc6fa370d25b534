"""After a timer: pause, go on, how long, add two minutes, five minutes less."""

import re
from typing import Any

from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.cues import Frame
from kippu.understand.follow.named_now import called, named_now
from kippu.understand.follow.phrases import IT_JA, THAT, en, ja
from kippu.understand.follow.undoing import timer_of

_PAUSE = {
    "en": en(rf"(?:pause|hold|halt) {THAT}|pause"),
    "ja": ja(
        rf"{IT_JA}(?:一時停止|止め|"
        rf"とめ)し?"
    ),
}
_RESUME = {
    "en": en(rf"(?:resume|continue|restart|unpause)(?: {THAT})?"),
    "ja": ja(rf"{IT_JA}(?:再開|続け|また動かし)し?"),
}
_LEFT = {
    "en": en(
        r"how (?:much|long)(?: time| longer)?(?: is)?(?: (?:left|remaining|to go|until then))?(?: on it)?"
    ),
    "ja": regex(
        r"^(?:あと|残り)(?:時間)?(?:は)?(?:何分|何秒|どのくらい|どれくらい|いくつ|何時間)?(?:ある|"
        r"です)?(?:か|の)*$"
    ),
}
_NO_NAME = (
    r"(?!(?:the |my )?(?:it|that|this|you|me|him|her|us|them|now|then|today|tonight|tomorrow|rest|weather"
    r"|news|time|date|temperature|lights?|alarms?|reminders?|calendar|lists?|notes?|messages?|music)\b)"
)
_NO_NAME_JA = (
    r"(?!.*(?:天気|ニュース|予定|カレンダー|気温|温度|湿度|今日|明日|今夜|時間|時刻|日付|曜日|電気|音楽"
    r"|アラーム|リマインダー|リスト|メモ|君|あなた))"
)
"""What one goes on to ask about, and calls no timer."""
_LEFT_OF = {
    "en": en(
        r"how (?:much|long)(?: time| longer)?(?: is| are)?"
        r"(?: (?:left|remaining|to go) (?:on|for)| (?:on|for)(?=.* timer\b)|(?<=time) (?:on|for)| on) "
        rf"{_NO_NAME}(?:the |my )?(?P<name>[a-z][a-z ]*?)(?: timer)?"
    ),
    "ja": regex(
        r"^(?P<name>(?!それ|これ|あれ|全部)[^、。をまあ残\d]{1,12}?)(?<!まで)(?:のタイマー)?[はの、]?(?:あと|残り)(?:時間)?は?"
        r"(?:何分|何秒|どのくらい|どれくらい|何時間)(?:ある|残ってる|です)?(?:か|の)*$"
    ),
}
"""Of the one that is called so; a time till then (「会議まであと何分」) is no timer's."""
_BARE = regex(r"(?:(?:this|that|current) )?timers?|(?:その|今の|さっきの)?タイマー|その|今|さっき")
"""No name of one."""
_OF_TWO = regex(r"(?<=.)の(?:ほう|方|やつ|分)$")
"""Points at one of two, and is no part of its name: 「パスタの方」."""
_MORE_OF_JA = regex(
    r"^(?!.*(?:予定|会議|打ち?合わせ|約束|アラーム|目覚まし|リマイン|時間|締め?切))"
    r"(?P<name>(?!それ|これ|あれ|全部|タイマー|その|さっき|あと|もう|さらに|やっぱ|いや|じゃ|ごめん|追加)[^\d、。をはに]{1,12}?)(?:の(?:ほう|方|やつ|タイマー))?[をはに、]?"
    r"(?:あと|もう|さらに)?(?P<n>\d+)(?P<unit>時間|分|秒)(?:だけ)?"
    r"(?:(?P<less>減らし|短くし|短縮し?|縮め|引い)|足し|追加し?|増やし|延ばし|伸ばし|のばし|延長し?|プラスし?|長くし)"
    r"(?:て|といて|ておいて|で)?(?:ください|くれる|ね|よ|お願い(?:します)?)*$"
)
"""More for the one that is called so: 「煮物あと5分延ばして」."""
_AND_OF = {
    "en": en(rf"(?:what|how) about {_NO_NAME}(?:the |my )?(?P<name>[a-z][a-z ]*?)(?: timer)?"),
    "ja": regex(rf"^{_NO_NAME_JA}(?P<name>[^、。をに\d]{{1,12}}?)(?:のタイマー)?(?:は|の(?:ほう|方)は)$"),
}
"""The same of another one, after one was told of."""
_BY_NAME = {
    "en": en(
        r"(?:cancel|stop|delete|remove|drop|end) (?:the )?"
        r"(?P<name>(?!last\b|first\b|second\b|third\b|other\b)[a-z]+) (?:1|one)"
    ),
    "ja": ja(
        r"(?P<name>[^、。のをは\d]{1,12}(?=の)|(?:一番)?(?:長|短)い(?=ほう|方|の|やつ))(?:の(?=[はをやほ方タ]))?"
        r"(?:(?:やつ|方|ほう|タイマー|の)(?:を|は)?|[はを])"
        r"(?:キャンセル|取り消し?|とめ|止め|消し|削除|やめ)し?"
    ),
}
_UNITS = {"hour": "hours", "minu": "minutes", "min": "minutes", "mins": "minutes", "seco": "seconds",
          "sec": "seconds", "secs": "seconds", "時間": "hours", "分": "minutes", "秒": "seconds"}  # fmt: skip
_LONGER = {
    "en": en(
        r"(?:add|give (?:it|me)|plus|extend (?:it|that) by|make it|another)?(?: another)? ?(?P<n>\d+) "
        r"(?:more )?"
        r"(?P<unit>hours?|minutes?|mins?|seconds?|secs?)(?: (?:more|longer|extra))?(?: (?:to|on) (?:it|"
        r"that|the timer))?"
    ),
    "ja": ja(
        r"(?P<more>あと|もう|さらに)?(?P<n>\d+)(?P<unit>時間|分|秒)(?:だけ)?"
        r"(?P<verb>足し|追加し?|増やし|延ばし|伸ばし|のばし|延長し?|プラスし?|長くし)?"
    ),
}
_ANOTHER = en(
    r"(?:set|start|make|and)?(?: me)? ?another(?: one| 1| timer)?"
    r"(?: for (?:the |my )?(?P<what>[a-z][a-z ]*?))?,? (?:for |of )?(?P<n>\d+) ?"
    r"(?P<unit>hours?|minutes?|mins?|seconds?|secs?)"
    r"(?: for (?:the |my )?(?P<what_too>[a-z][a-z ]*?))?"
)
_BESIDE: dict[Language, re.Pattern[str]] = {
    "en": en(
        r"(?:and |also |plus )*(?:another )?(?:"
        r"(?:1|one) for (?:the |my )?(?P<what>[a-z][a-z ]*?),? (?:for|of) (?P<n>\d+)"
        r"(?: ?(?P<unit>hours?|minutes?|mins?|seconds?|secs?))?"
        r"|(?:(?:1|one) (?:for|of) )?(?P<n_too>\d+)(?: ?(?P<unit_too>hours?|minutes?|mins?|seconds?|secs?))?"
        r" for (?:the |my )?(?P<what_too>[a-z][a-z ]*?))(?: too| as well)?"
    ),
    "ja": regex(
        r"^(?:(?:あと|それと|それから)、?)?(?P<what>"
        r"(?!あと|もう|さらに|残り|それ|これ|やっぱ|いや|違|ちが|間違|ごめん|じゃな|本当|時間|タイマー|名前|長さ|全部|次|今度|会議)"
        r"[^、。のをはもが\d]{1,12})(?:の?タイマー[はもを]?|[はも])"
        r"(?P<n>\d+)(?P<unit>時間|分|秒)(?:で|ね|も|に(?:し|セットし)て|で(?:お願い|セット)(?:し(?:て|ます))?)?"
        r"(?:ください|ね|よ)*$"
    ),
}
"""Another timer, for something else, beside the one that was set: "and one for the rice for 15"."""
_NO_TIMER = regex(
    r"(?:now|today|tonight|tomorrow|sure|it|that|this|all|me|us|alarm|reminder|.*\b(?:meeting|alarm|appointment))"
)
_IS_ANOTHER = regex(r"another (?:one|1|timer|for)\b")
_MORE = en(r"(?:add|give (?:it|me)) (?:another )?(?P<n>\d+)(?: more| extra)")
"""Of the unit that the timer was set in."""
_SHORTER = {
    "en": en(
        r"(?:(?:take|subtract|remove) (?:off )?(?P<n>\d+) (?P<unit>hours?|minutes?|mins?|seconds?)(?: "
        r"off)?(?: (?:from|of) (?:it|that))?"
        r"|(?:make it )?(?P<n2>\d+) (?P<unit2>hours?|minutes?|mins?|seconds?) (?:less|shorter))"
    ),
    "ja": ja(r"(?P<n>\d+)(?P<unit>時間|分|秒)(?:だけ)?(?:減らし|短くし|短縮し?|縮め|引い)"),
}


def timer(folded: str, language: Language, last: Call, frame: Frame) -> Call | None:
    if last.tool in {"timers.cancel", "timers.cancel_all"}:
        return _told_by_name(folded, language, last, frame, only_other=True)
    for patterns, verb in ((_PAUSE, "pause"), (_RESUME, "resume"), (_LEFT, "status")):
        if patterns[language].match(folded):
            return Call(f"timers.{verb}", timer_of(last))
    if call := _told_by_name(folded, language, last, frame):
        return call
    if match := _BY_NAME[language].match(folded):
        name = called(match["name"], language, last)
        return None if frame.mentions or frame.has("kinds") else Call("timers.cancel", name)
    if (call := named_now(folded, language, last)) and not frame.mentions:
        return call
    if _IS_ANOTHER.search(folded) and (match := _ANOTHER.match(folded)):
        what = match["what"] or match["what_too"]
        return Call(
            "timers.start", {**({"name": what} if what else {}), _unit(match["unit"]): int(match["n"])}
        )
    if last.tool == "timers.start" and (call := _beside(folded, language, last, frame)):
        return call
    return _of_named(folded, language, frame) or _lengthened(folded, language, last)


def _of_named(folded: str, language: Language, frame: Frame) -> Call | None:
    match = _MORE_OF_JA.match(folded) if language == "ja" else None
    if match is None or frame.mentions or frame.has("kinds"):
        return None
    verb = "subtract" if match["less"] else "add"
    return Call(f"timers.{verb}", {"name": match["name"], _unit(match["unit"]): int(match["n"])})


def _lengthened(folded: str, language: Language, last: Call) -> Call | None:
    if match := _SHORTER[language].match(folded):
        said = match.groupdict()
        number, unit = said["n"] or said["n2"], said["unit"] or said["unit2"]
        return Call("timers.subtract", {_unit(unit): int(number), **_added(last)})
    if (match := _MORE.match(folded)) and (unit := _only_unit(last)):
        return Call("timers.add", {unit: int(match["n"]), **_added(last)})
    match = _LONGER[language].match(folded)
    if match and (language == "en" or match["more"] or match["verb"]):
        if language == "en" and not re.search(
            r"\b(?:add|more|longer|extra|another|plus|give|extend|to)\b", folded
        ):
            return None
        return Call("timers.add", {_unit(match["unit"]): int(match["n"]), **_added(last)})
    return None


def _told_by_name(
    folded: str, language: Language, last: Call, frame: Frame, *, only_other: bool = False
) -> Call | None:
    """How long is left on the one that is named; ``only_other``: only on another one than was spoken of."""
    of_another = _AND_OF[language].match(folded) if last.tool == "timers.status" else None
    match = _LEFT_OF[language].match(folded) or of_another
    if match is None:
        return None
    if _BARE.fullmatch(match["name"]):
        return None if only_other else Call("timers.status", timer_of(last))
    which = called(_OF_TWO.sub("", match["name"]), language, last)
    return None if frame.mentions or (only_other and "but" not in which) else Call("timers.status", which)


def _beside(folded: str, language: Language, last: Call, frame: Frame) -> Call | None:
    match = _BESIDE[language].match(folded)
    if match is None or frame.mentions or frame.has("kinds"):
        return None
    said = match.groupdict()
    number, unit = said["n"] or said["n_too"], said["unit"] or said.get("unit_too")
    if not unit and said["n"] is None and said.get("n_too") == "1":
        return None  # "another one for the eggs" tells no length
    parts = _unit(unit) if unit else _only_unit(last)
    name = said["what"] or said.get("what_too") or ""
    if _NO_TIMER.fullmatch(name) or (not unit and parts == "hours") or folded.startswith("no"):
        return None
    return Call("timers.start", {"name": name, parts: int(number)}) if parts else None


def _only_unit(last: Call) -> str | None:
    units = [unit for unit in dict.fromkeys(_UNITS.values()) if last.arguments.get(unit)]
    return units[0] if len(units) == 1 else None


def _added(last: Call) -> dict[str, Any]:
    """A timer that was made longer is still told by the length that it began with."""
    return timer_of(last)


def _unit(said: str) -> str:
    return _UNITS.get(said) or _UNITS[said[:4]]
