"""Japanese behind rows that were told or put down: 「今何が入ってる？」 behind a list, 「二つ目はいらないや」
behind alarms, 「それ月曜の朝にリマインドして」 behind a thing to do, each as the sentence that it stands for.

Knows the turns before by their calls; runs nothing.
"""

from collections.abc import Callable
from datetime import datetime

from kippu.densities import WEIGHS
from kippu.regex import regex
from kippu.turn import Call, Turn
from kippu.understand.when.japanese import duration

_LISTS = {"shopping": "買い物リスト", "to do": "やることリスト"}
_POLITE = r"(?:ください|くれる|ね|よ|お願い(?:します)?)*"
_WHAT_IS_ON = regex(
    r"(?:じゃあ?、?)?(?:今|いま)?(?:は)?、?(?:何と)?(?:何|なに)が(?:入って(?:い)?(?:る|ます)|残って(?:い)?(?:る|ます)"
    r"|書いて(?:ある|あります)|載って(?:い)?(?:る|ます)|ある|あります)(?:っけ|の|か|かな|んだっけ|んだ)*"
)
_NOT_NEEDED = regex(
    r"(?P<which>(?:[一二三四五六]|\d)(?:つ|個|番)目|最初|最後|一番(?:上|下))(?:の(?:やつ|方|ほう|もの)?)?(?:は|を|も)(?:、)?"
    r"(?:やっぱり?|もう)*(?:いらない|要らない|いい(?=や|わ|です)|なし(?:で|に)|やめ(?:て|とく|る)|消し|外し)[^、。]{0,8}"
)
_REMIND = regex(
    rf"(?:それ|これ)(?:も|を|は)?、?(?P<when>[^、。]{{1,14}}?)(?:に|で)?、?"
    rf"(?:リマインド(?:し)?|知らせ|教え|思い出させ)(?:て|といて|ておいて){_POLITE}"
)
_SECOND = regex(
    r"(?:念のため、?|あと|それと|じゃあ)*(?P<by>\d{1,2}(?:分|時間(?:半)?))後(?:に)?(?:も)?(?:、)?(?:もう(?:一個|1個|一つ|1つ|ひとつ|一回|1回))"
    rf"(?:を|も)?(?:お願い|セットし?て|かけて|鳴らして|入れて)?{_POLITE}"
)
_OTHER_STUFF = regex(
    r"(?:じゃあ?、?)?(?P<stuff>[^、。はもな]{1,8}?)(?:だったら|なら|だと|の場合(?:は)?|は|も)(?:何グラム|どう|いくつ)?"
)
_TELLS_ROWS = frozenset({"alarms.list", "reminders.list", "timers.status", "calendar.show", "lists.show"})


def behind_rows(text: str, turn: Turn) -> str:
    """The whole sentence; empty for one that needs none, or follows on something else."""
    last = turn.earlier[-1]
    return next((found for way in _WAYS if (found := way(text, last))), "")


def _what_is_on(text: str, last: Call) -> str:
    return f"{_list(last)}を見せて" if last.tool.startswith("lists.") and _WHAT_IS_ON.fullmatch(text) else ""


def _not_needed(text: str, last: Call) -> str:
    match = _NOT_NEEDED.fullmatch(text) if last.tool in _TELLS_ROWS else None
    return f"{match['which']}を消して" if match else ""


def _reminded_of(text: str, last: Call) -> str:
    """Of the thing to do that was just put on a list."""
    match = _REMIND.fullmatch(text) if last.tool == "lists.add" else None
    item = str(last.arguments.get("item") or "")
    return f"{match['when']}に{item}とリマインドして" if match and item else ""


def _second(text: str, last: Call) -> str:
    """Another alarm, so much later than the one that was just set."""
    match, at = _SECOND.fullmatch(text), str(last.arguments.get("at", ""))
    length = duration(match["by"]) if match and last.tool == "alarms.set" else None
    if length is None or "T" not in at:
        return ""
    moment = datetime.fromisoformat(at) + length.length
    return f"{moment.month}月{moment.day}日の{moment.hour}時{moment.minute}分にアラームをセットして"


def _of_other_stuff(text: str, last: Call) -> str:
    """The same measure of something else: 「砂糖だったら？」 behind cups of flour."""
    given, match = last.arguments, _OTHER_STUFF.fullmatch(text)
    if last.tool != "math.convert" or not given.get("stuff") or match is None or match["stuff"] not in WEIGHS:
        return ""
    return f"{match['stuff']}{given['value']:g}{given['from_unit']}は何{given['to_unit']}"


def _list(call: Call) -> str:
    name = str(call.arguments.get("list") or "shopping")
    return _LISTS.get(name, f"{name}リスト")


_WAYS: tuple[Callable[[str, Call], str], ...] = (
    _what_is_on, _not_needed, _reminded_of, _second, _of_other_stuff,
)  # fmt: skip
