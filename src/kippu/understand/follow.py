"""What a short sentence means right after a command: "cancel that", "add two minutes", "more", "undo".

Works on the calls of the turn before, by what they were; names of the home are the other readers' affair.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kippu.turn import Call, Language
from kippu.understand.cues import LEVELS, Frame, target_of
from kippu.understand.several import of_several

_THAT = (
    r"(?:it|that|this|them|that one|this one|(?:the|that|this|my) (?:timer|alarm|reminder|note|item|"
    r"event|appointment|meeting|last one|list))"
)
_POLITE_JA = (
    r"(?:て|で|といて|とい て|ておいて)?(?:ください|下さい|くれる|くれますか|もらえる|もらえますか|ほしい|"
    r"ちょうだい|お願い|"
    r"お願いします|ね|よ)*$"
)
_START = r"^(?:(?:please|actually|no|ok|okay|oh|wait|and|now|then|just|can you|could you|also|sorry)[ ,]+)*"
_END = r"(?:[ ,]+(?:please|again|after all|now|then|too|instead|thanks))*$"


def _en(pattern: str) -> re.Pattern[str]:
    return re.compile(f"{_START}(?:{pattern}){_END}")


def _ja(pattern: str) -> re.Pattern[str]:
    return re.compile(
        rf"^(?:(?:やっぱり|やっぱ|じゃあ|あ、|ごめん|もういい(?:よ|や|わ|です)?(?=、|。|戻)))?[、。]?(?:{pattern}){_POLITE_JA}"
    )


_IT_JA = (
    r"(?:それ|これ|あれ|今の|さっきの|いまの|その(?:タイマー|アラーム|リマインダー|メモ|リスト))?(?:を|は)?"
)
_CANCEL = {
    "en": _en(
        rf"(?:cancel|stop|delete|remove|scrap|clear|dismiss|discard|erase|get rid of|forget|turn off) "
        rf"{_THAT}|cancel|"
        r"delete|scrap that"
    ),
    "ja": _ja(
        rf"{_IT_JA}(?:キャンセル|取り消し?|とりけし|取消|削除|消し|やめ|中止|なし|取りやめ)(?:に|"
        rf"し)*"
    ),
}
_OFF = {
    "en": _en(rf"turn off {_THAT}|(?:turn|switch) {_THAT} off"),
    "ja": _ja(rf"(?:もう|全部|すぐ)?{_IT_JA}(?:消し|けし)"),
}
"""What cancels a timer or a note, and switches off a light."""
_SWITCHED = re.compile(r"turn_on|turn_off|toggle|set_|change_|media|play|mute|unmute|start")
_UNDO = {
    "en": _en(
        rf"undo(?: {_THAT}| what you did| the last (?:one|thing|command|change))?|revert(?: {_THAT})?|"
        rf"take (?:it|that) back|put (?:it|that|them|everything) back(?: (?:the way|how|as|like) (?:it|"
        rf"they) (?:was|were))?|"
        r"(?:set|change|turn|switch) (?:it|that|them) back|go back|back (?:to|as) (?:how )?it was|"
        r"i didn't mean that|(?:make it )?(?:as|like|how) it was(?: before)?"
    ),
    "ja": _ja(
        r"(?:それ|今の|さっきの)?(?:を|は)?(?:元(?:の状態|通り|どおり)?に?(?:戻し)?|元(?:通り|"
        r"どおり)(?:にし)?|戻し|取り消し|なかったことにし|前の状態に(?:戻し|し))"
    ),
}
_AGAIN = {
    "en": _en(r"(?:do (?:it|that) )?(?:again|once more|one more time)|repeat that"),
    "ja": _ja(r"もう(?:一度|一回|1回|1度)(?:やっ|し)?|くり返し|繰り返し"),
}
_ANOTHER = {
    "en": _en(
        r"(?:(?:give|show|make|draw) (?:me )?)?(?:another(?: one)?|(?:one|1) more|a (?:different|new) one)"
    ),
    "ja": _ja(
        r"(?:もう(?:一枚|1枚|一つ|1つ|ひとつ|一個|1個)|(?:別|違う|他)の(?:も|を)?)(?:見せ|作っ|お願い|描い|かい)?"
    ),
}
"""One more picture of what was just drawn."""
_MORE = {
    "en": _en(r"(?:(?:a (?:bit|little)|much|even|still|some) )*(?:more|further)|keep going|go on"),
    "ja": _ja(r"もっと|もう少し|もうちょっと|さらに|まだまだ"),
}
_LESS = {
    "en": _en(r"(?:(?:a (?:bit|little)|much|even) )*less"),
    "ja": _ja(r"もっと少なく|少なめ"),
}
"""A lower level; after a command that opened or closed, less of that."""
_TOO_MUCH = {
    "en": _en(r"not (?:so|that) much|(?:that's |that is )?too much"),
    "ja": _ja(r"(?:それは)?(?:ちょっと|少し)?(?:やりすぎ|行きすぎ|多すぎ)"),
}
_PAUSE = {
    "en": _en(rf"(?:pause|hold|halt) {_THAT}|pause"),
    "ja": _ja(
        rf"{_IT_JA}(?:一時停止|止め|"
        rf"とめ)し?"
    ),
}
_RESUME = {
    "en": _en(rf"(?:resume|continue|restart|unpause)(?: {_THAT})?"),
    "ja": _ja(rf"{_IT_JA}(?:再開|続け|また動かし)し?"),
}
_LEFT = {
    "en": _en(
        r"how (?:much|long)(?: time| longer)?(?: is)?(?: (?:left|remaining|to go|until then))?(?: on it)?"
    ),
    "ja": re.compile(
        r"^(?:あと|残り)(?:時間)?(?:は)?(?:何分|何秒|どのくらい|どれくらい|いくつ|何時間)?(?:ある|"
        r"です)?(?:か|の)*$"
    ),
}
_UNITS = {"hour": "hours", "minu": "minutes", "min": "minutes", "mins": "minutes", "seco": "seconds",
          "sec": "seconds", "secs": "seconds", "時間": "hours", "分": "minutes", "秒": "seconds"}  # fmt: skip
_LONGER = {
    "en": _en(
        r"(?:add|give (?:it|me)|plus|extend (?:it|that) by|make it|another)?(?: another)? ?(?P<n>\d+) "
        r"(?:more )?"
        r"(?P<unit>hours?|minutes?|mins?|seconds?|secs?)(?: (?:more|longer|extra))?(?: (?:to|on) (?:it|"
        r"that|the timer))?"
    ),
    "ja": _ja(
        r"(?P<more>あと|もう|さらに)?(?P<n>\d+)(?P<unit>時間|分|秒)(?:だけ)?"
        r"(?P<verb>足し|追加し?|増やし|延ばし|伸ばし|のばし|延長し?|プラスし?|長くし)?"
    ),
}
_SHORTER = {
    "en": _en(
        r"(?:(?:take|subtract|remove) (?:off )?(?P<n>\d+) (?P<unit>hours?|minutes?|mins?|seconds?)(?: "
        r"off)?(?: (?:from|of) (?:it|that))?"
        r"|(?:make it )?(?P<n2>\d+) (?P<unit2>hours?|minutes?|mins?|seconds?) (?:less|shorter))"
    ),
    "ja": _ja(r"(?P<n>\d+)(?P<unit>時間|分|秒)(?:だけ)?(?:減らし|短くし|短縮し?|縮め|引い)"),
}
_SHOW = {
    "en": _en(
        rf"(?:show|read|open|display|list|see)(?: me)? {_THAT}|what's on (?:it|that|the list)|what is on "
        rf"(?:it|that|the list)"
    ),
    "ja": _ja(r"(?:それ|これ|(?:その)?リスト|中身)?(?:を|は)?(?:見せ|みせ|読ん|表示し|確認し|教え)"),
}
_CLEAR = {
    "en": _en(r"(?:clear|empty) (?:it|that|the list)"),
    "ja": _ja(r"(?:全部|すべて|空に)(?:消し|削除し?|し)"),
}
_HOLDS = {
    "en": _en(
        r"(?:is|was) (?:it|that|the list|this|there)(?: really| all)? (?:empty|clear|cleared|blank|done|"
        r"anything (?:left|else|still)? ?(?:on|in) (?:it|there|the list))"
        r"|is (?:there )?anything (?:left |still |else )?(?:on|in) (?:it|there|the list)|"
        r"what(?:'s| is) (?:left|still|now)(?: (?:on|in) (?:it|there|the list))?|what(?:'s| is) left"
        r"|how many (?:items |things )?(?:are )?(?:there |left |on it )*(?:now )?(?:on (?:it|the list)|left)"
    ),
    "ja": re.compile(
        r"^(?:今|いま|もう|これで|今は|いまは)?(?:それ|その?リスト|リスト|中身)?(?:は|って)?(?:今|いま|もう|まだ)?(?:は)?"
        r"(?:空(?:っぽ)?|から(?:っぽ)?|何もない|なにもない|何か(?:残って(?:い)?る|ある)|残って(?:い)?る|"
        r"(?:何|なに)が(?:残って(?:い)?る|ある)|(?:何|なに)(?:も)?(?:残って|入って)(?:い)?(?:る|ない)|いくつ(?:ある|残って(?:い)?る))"
        r"(?:に(?:なった|なりました|なってる))?(?:です|の|か|よね|ですか|んだっけ|っけ|ます)*$"
    ),
}
_REMOVE = {
    "en": _en(
        r"(?:remove|delete|take off|drop|get rid of|strike|take|erase|cross out)(?: the| my)? (?P<item>.+?)"
        r"(?: (?:off|out))?(?: (?:from|of|on|off) (?:it|there|(?:the|that|my|this) list))?"
    ),
    "ja": _ja(
        r"(?P<item>[^、。]{1,15}?)(?:を|は)?(?:リストから)?(?:消し|けし|削除し?|外し|はずし|取り?除い|"
        r"除い|取り消し|消去し?|抜い)"
    ),
}
_CHECK = {
    "en": _en(
        r"(?:check|cross|tick)(?: off)?(?: the| my)? (?P<item>.+?)(?: off)?(?: (?:from|of|on|off) (?:it|"
        r"there|(?:the|that|my|this) list))?"
        r"|(?:i (?:got|bought|have)|got)(?: the| my)? (?P<got>.+?)"
    ),
    "ja": _ja(
        r"(?P<item>[^、。]{1,15}?)(?:を|は)?(?:チェックし|完了にし|買っ(?:た|てきた)|"
        r"買いまし)(?:た)?"
    ),
}
_ADD = {
    "en": re.compile(
        r"^(?:and|also|add|plus|and also|and add|also add|oh and|put)(?: the| some| a)? (?P<item>[^,]+?)"
        r"(?: (?:too|as well|also|to it|on it|to the list|on the list|please|on there|there))*$"
    ),
    "ja": _ja(
        r"(?:あと|それと|それから)?、?(?P<item>[^、。]{1,15}?)(?:も|を?追加し?|を?足し)(?:入れ|追加し?|"
        r"足し)?"
    ),
}
_MOST_WORDS = 4
_STEPS: dict[str, tuple[str, float]] = {
    "brightness": ("home.change_brightness", 20),
    "volume": ("home.change_volume", 10),
    "temperature": ("home.change_temperature", 1),
    "speed": ("home.change_speed", 20),
    "position": ("home.change_position", 20),
}
_LEVELLED = {"set_light": "brightness", "open": "position", "close": "position"}
_RISE = {
    "up": 1, "down": -1, "brighter": 1, "dimmer": -1, "louder": 1, "quieter": -1, "warmer": 1, "cooler": -1,
    "faster": 1, "slower": -1,
}  # fmt: skip
_OF = {
    "brighter": "brightness", "dimmer": "brightness", "louder": "volume", "quieter": "volume",
    "warmer": "temperature", "cooler": "temperature", "faster": "speed", "slower": "speed",
}  # fmt: skip
_OPPOSITE = {
    "turn_on": "turn_off", "turn_off": "turn_on", "open": "close", "close": "open", "lock": "unlock",
    "unlock": "lock", "mute": "unmute", "unmute": "mute", "toggle": "toggle", "start": "dock",
}  # fmt: skip


def follow(text: str, language: Language, earlier: Sequence[Call], frame: Frame) -> tuple[Call, ...]:
    """The calls that the sentence (as ``text.sentence`` gives it) stands for; none when it is no sequel."""
    if not earlier:
        return ()
    folded, last = text.casefold(), earlier[-1]
    skill = last.tool.partition(".")[0]
    if skill == "home" and _OFF[language].match(folded):
        return _switched_off(earlier)
    if last.arguments.get("command") and _OFF[language].match(folded) and earlier[0].tool.startswith("home."):
        done = [call for call in earlier if call.tool.startswith("home.")]
        return (*_switched_off(done), Call("timers.cancel", _which(last)))
    if _UNDO[language].match(folded) or (_CANCEL[language].match(folded) and skill in {"home", "lists"}):
        undone = tuple(undo for call in reversed(earlier) if (undo := _undo(call)))
        return undone if len(undone) == len(earlier) else (Call("about.no_way_back"),)
    if _CANCEL[language].match(folded) and (call := cancel(last)):
        return (call,)
    if chosen := of_several(folded, language, earlier):
        return follow("turn off it" if language == "en" else "それを消して", language, [chosen], frame)
    if _AGAIN[language].match(folded) and skill in {"home", "math"}:
        return tuple(earlier)
    if skill == "pictures" and (_AGAIN[language].match(folded) or _ANOTHER[language].match(folded)):
        return (Call("pictures.again"),)
    by_skill: Mapping[str, Callable[..., Call | None]] = {
        "timers": _timer, "lists": _list, "notes": _note, "home": _home,
    }  # fmt: skip
    found = by_skill[skill](folded, language, last, frame) if skill in by_skill else None
    return (found,) if found else ()


def _switched_off(earlier: Sequence[Call]) -> tuple[Call, ...]:
    """Off with what the calls were about, as far as it can be switched: blinds that went down stay down."""
    switched = (call for call in earlier if _SWITCHED.match(call.tool.removeprefix("home.")))
    return tuple(Call("home.turn_off", target_of(call)) for call in switched if target_of(call))


def _undo(call: Call) -> Call | None:
    """What takes a call back, where it is known without the state before."""
    skill, _, verb = call.tool.partition(".")
    given = dict(call.arguments)
    if skill == "home":
        if verb in _OPPOSITE:
            return Call(f"home.{_OPPOSITE[verb]}", target_of(call))
        if isinstance(step := given.get("step"), int | float):
            return Call(call.tool, {**given, "step": -step})
        return None
    if skill == "lists" and verb in {"add", "remove", "check"}:
        return Call("lists.remove" if verb == "add" else "lists.add", given)
    return cancel(call)


def cancel(call: Call) -> Call | None:
    """What takes back an alarm, a reminder, a timer, an event or a note; None for all else."""
    given = call.arguments
    if call.tool == "alarms.list":  # the only one; of several it is asked which
        return Call("alarms.cancel")
    if call.tool == "reminders.list":
        return Call("reminders.remove")
    if call.tool in {"alarms.set", "alarms.snooze"}:
        return Call("alarms.cancel", {key: given[key] for key in ("at", "name") if given.get(key)})
    if call.tool == "reminders.add":
        return Call("reminders.remove", {"text": given["text"]} if given.get("text") else {})
    if call.tool == "calendar.add" and given.get("text"):
        return Call("calendar.remove", {"text": given["text"]})
    if call.tool == "notes.add":
        return Call("notes.remove", {"words": given["text"]})
    if call.tool == "notes.find" and given.get("words"):
        return Call("notes.remove", {"words": given["words"]})
    if call.tool.startswith("timers.") and call.tool not in {"timers.cancel", "timers.cancel_all"}:
        return Call("timers.cancel", _which(call))
    return None


def _which(call: Call) -> dict[str, Any]:
    """What tells the timer that a call was about from the others."""
    given = call.arguments
    if given.get("command"):
        return {"name": given["command"]}
    if call.tool == "timers.start":
        which = {f"start_{unit}": given[unit] for unit in ("hours", "minutes", "seconds") if given.get(unit)}
        return {"name": given["name"]} if given.get("name") else which
    return {key: given[key] for key in given if key in {"name", "area"} or key.startswith("start_")}


def _timer(folded: str, language: Language, last: Call, frame: Frame) -> Call | None:
    if last.tool in {"timers.cancel", "timers.cancel_all"}:
        return None
    for patterns, verb in ((_PAUSE, "pause"), (_RESUME, "resume"), (_LEFT, "status")):
        if patterns[language].match(folded):
            return Call(f"timers.{verb}", _which(last))
    if match := _SHORTER[language].match(folded):
        said = match.groupdict()
        number, unit = said["n"] or said["n2"], said["unit"] or said["unit2"]
        return Call("timers.subtract", {_unit(unit): int(number), **_added(last)})
    match = _LONGER[language].match(folded)
    if match and (language == "en" or match["more"] or match["verb"]):
        if language == "en" and not re.search(
            r"\b(?:add|more|longer|extra|another|plus|give|extend|to)\b", folded
        ):
            return None
        return Call("timers.add", {_unit(match["unit"]): int(match["n"]), **_added(last)})
    return None


def _added(last: Call) -> dict[str, Any]:
    """A timer that was made longer is still told by the length that it began with."""
    return _which(last)


def _unit(said: str) -> str:
    return _UNITS.get(said) or _UNITS[said[:4]]


def _list(folded: str, language: Language, last: Call, frame: Frame) -> Call | None:
    where = {"list": last.arguments["list"]} if last.arguments.get("list") else {}
    if _SHOW[language].match(folded) or _HOLDS[language].match(folded):
        return Call("lists.show", where)
    if _CLEAR[language].match(folded):
        return Call("lists.clear", where)
    if frame.mentions or frame.has("kinds"):
        return None
    for patterns, verb in ((_CHECK, "check"), (_REMOVE, "remove"), (_ADD, "add")):
        match = patterns[language].match(folded)
        item = match and (match["item"] or match.groupdict().get("got"))
        if not item or not _is_item(item, language):
            continue
        if verb == "add" and (frame.has("verbs", "on", "off", "open", "close") or frame.has("ask", "is")):
            continue
        return Call(f"lists.{verb}", {"item": item, **where})
    return None


_NO_ITEM = re.compile(
    r"\b(?:timer|alarm|reminder|note|list|lists|what|who|how|why|tell|show|is|to|it|that|then)\b|タイマー|"
    r"アラーム|リマインダー|メモ|リスト|[はがで]$"
)


def _is_item(said: str, language: Language) -> bool:
    short = language == "ja" or len(said.split()) <= _MOST_WORDS
    return short and _NO_ITEM.search(said) is None


def _note(folded: str, language: Language, last: Call, frame: Frame) -> Call | None:
    text = last.arguments.get("text") or last.arguments.get("words")
    if _SHOW[language].match(folded):
        return Call("notes.find", {"words": text} if text else {})
    return None


def _home(folded: str, language: Language, last: Call, frame: Frame) -> Call | None:
    """One step more or less of what was just changed."""
    way = next((way for way in (_MORE, _LESS, _TOO_MUCH) if way[language].match(folded)), None)
    if frame.mentions or frame.has("kinds") or (frame.leftover and way is None) or frame.has("blocks"):
        return None
    what = _changed(last)
    verb = next((verb for verb in frame.by_group.get("verbs", []) if verb in _RISE), None)
    what = _OF.get(verb or "", what) if what is None or verb in {None, "up", "down"} else _OF[verb or ""]
    if what is None or frame.number("percent", "tenths", "degrees", "number") is not None:
        return None
    if frame.has("values", *LEVELS):  # "dim it to a third" names a level
        return None
    if verb is None:
        if way is None:
            return None
        before = 1 if last.arguments.get("step", -1 if last.tool == "home.close" else 1) > 0 else -1
        sign = before if way is _MORE else -1 if way is _LESS and what != "position" else -before
    else:
        sign = _RISE[verb]
        if _changed(last) not in {what, None} or (_changed(last) is None and not target_of(last)):
            return None
    tool, step = _STEPS[what]
    step = step / 2 if frame.has("values", "bit") and step > 1 and verb is not None else step
    return Call(tool, {**target_of(last), "step": int(sign * step)})


def _changed(call: Call) -> str | None:
    """Which level a call changed."""
    verb = call.tool.removeprefix("home.")
    if verb in _LEVELLED:
        return _LEVELLED[verb]
    if verb.startswith(("set_", "change_")):
        return next((what for what in _STEPS if verb.endswith(what)), None)
    return None
