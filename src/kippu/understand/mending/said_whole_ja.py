"""A short Japanese sequel as the whole sentence that it stands for: 「まだ閉めないで」 after the blinds were
closed, 「10分後にもう一度教えて」 after a reminder.

Knows the turn before by its calls; runs nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from kippu.regex import regex
from kippu.turn import Call, Turn
from kippu.understand.later.schedule import TELLS
from kippu.understand.later.stated_ja import put_down_so
from kippu.understand.mending.behind_ja import behind
from kippu.understand.mending.bells_ja import one_beside
from kippu.understand.mending.money_ja import left_of
from kippu.understand.mending.set_out_ja import set_out

_DOORS = frozenset({"door", "garage", "gate"})

_AGAIN = regex(
    r"(?P<time>.{1,12}?後|(?:午前|午後|朝|夜|夕方の?)?\d{1,2}時(?:半|\d{1,2}分)?)に?(?:また|もう(?:一度|1度|一回|1回))、?"
    r"(?:教えて|知らせて|言って|リマインドして|思い出させて|通知して|鳴らして)(?:ください|ね|よ)*"
)
_TAKEN_BACK = frozenset({"history.take_back", "about.no_way_back"})
_FIRST = regex(
    r"(?:どっち|どちら|どれ|どの(?:タイマー)?)が?(?:一番)?(?:先|最初|早く)に?(?:終わる|鳴る|なる|終わります|鳴ります)(?:の|か|かな)*"
)
_NO = regex(
    r"(?:(?:あ|え|いや|ごめん|やっぱり?)、?)*(?:(?:ちょっと)?(?:待って|まって)、?(?:だめ|ダメ|駄目|違う|ちがう|やめて|なし)"
    r"|まだ(?:いい|早い|だめ|ダメ|(?:閉め|開け|消さ|つけ|動かさ|し)ないで))(?:です|だ|よ|って)*"
)

_DONE_WITH = regex(
    r"(?:(?:うん|あ|やっぱり?)、?)*もう(?:いい|いらない|要らない|大丈夫|十分)(?:や|よ|わ|です|から)*[、 。]*"
    r"(?:止め|とめ|消し|けし|やめ|切っ|キャンセルし)(?:て|といて|ちゃって)(?:ください|ね|よ)*"
)
_COMPARED = regex(
    r"(?:一番)?(?:(?P<short>短|みじか)|長|なが)い(?:の(?=[をはもが、あ残])|(?:の)?(?:ほう|方|やつ|タイマー))(?P<rest>.*)"
)
_LEFT = regex(
    r"(?:まだ)?(?:残って|動いて|生きて)い?る(?:の(?=[をはもが、あ残])|(?:ほう|方|やつ))(?P<rest>[をはもが、]?.+)"
)
"""Of those that are left, it is the one timer that still runs."""
_RUNNING = regex(
    r"(?:今|いま|まだ|ちゃんと)*(?:(?:\d|一|二|三)(?:つ|個)(?:とも)?|全部|両方(?:とも)?|どっちも)?"
    r"(?:ちゃんと)?(?:動いて|進んで|走って|続いて)(?:い)?(?:る|ます)(?:の|か|かな|よね)*"
)
_EXCUSED = regex(
    r"(?:あ、?)?(?:(?:まだ|ちょっと|やっぱり?)*[^、。をにでは]{0,8}?(?:早(?:かった|い)|早すぎ(?:た|る)|間違(?:えた|った|い)|違(?:う|った)|失敗(?:した)?|しまった"
    r"|気が変わった|忘れてた|ごめん)(?:わ|か|な|よ|や|です)*[、。 ]+)+"
    r"(?P<back>(?:それ|今の|いまの|さっきの|全部)?(?:を|は)?(?:取り消し|元に戻し|もとに戻し|なかったことにし|キャンセルし)"
    r"(?:て|といて|ておいて)(?:ください|くれる|ね|よ)*)"
)
_ALL_OF_THEM = regex(
    r"(?:(?:というか|ていうか|てか|やっぱり?|じゃあ?|いや|あと)、?)*(?P<which>平日|週末|毎日|土日|毎朝)の(?:アラーム|目覚まし|やつ|の)?"
    r"(?:は|を|も)?(?:全部|ぜんぶ|全て|すべて)?(?:は|を)?(?:止め|とめ|消し|なしにし|キャンセルし|やめ|オフにし|取り消し)"
    r"(?:て|といて|ておいて)(?:ください|くれる|ね|よ)*(?:、[^、。]*(?:休み|から|ので|だし|やし|けん)[^、。]{0,6})?"
)
_LEAVES_OUT = frozenset({"calendar.remove", "reminders.remove", "alarms.cancel"})
_AFTER_ALL = regex(
    r"(?:あ、?|ごめん、?)?やっぱり?、?(?:今週|来週|明日|今日|その日|次回?|[月火水木金土日]曜日?)?(?:も|は)?(?:行く|行ける|行けそう|行きます|やる|やります|出る|出ます"
    r"|いる|要る|いります|必要|ある|あります|鳴らして|起こして|教えて)(?:こと(?:に(?:した|する))|ことになった|わ|よ|ね|から|です|ください)*"
)
"""It comes on that day after all."""
_BY_ITSELF = regex(
    r"(?P<when>\d+(?:時間半|時間|分))(?:たったら|経ったら|後に|後には|したら|で)、?(?:勝手に|自動(?:で|的に)|自然に)?"
    r"(?P<state>消え|つい|止ま|切れ|閉ま)(?:る|く)?(?:ように)?(?:も)?(?:して|できる|できますか|できます|設定して|なる|お願い(?:します)?)"
    r"(?:ください|くれる|か|の|ね|よ)*"
)
_DONE = {"消え": "消して", "つい": "つけて", "止ま": "止めて", "切れ": "消して", "閉ま": "閉めて"}
_ONE_BEFORE = regex(
    r"(?:その|もう)?(?:一|1|ひと)(?:つ|個|回)?前(?:の)?(?:も|を|に)(?:(?:元に)?(?:戻し|もどし|取り消し)(?:て|といて))?(?:ください|ね|よ|お願い)*"
)
_RUN = frozenset({"timers.start", "timers.status", "timers.name"})
_BELLS = ("timers.", "alarms.", "reminders.")


def plainly_set_out(text: str, turn: Turn) -> Turn:
    """The turn set out plainly; behind a question of a day, 「その日」 is that day."""
    whole = set_out(text, turn.at)
    if (answered := put_down_so(text, turn)) is not turn:
        return answered
    if turn.asked and text.startswith("その日"):
        day = behind(whole, replace(turn, earlier=turn.asked, asked=(), talked=False, history=()))
        return replace(turn, text=day, asked=()) if day else turn
    return turn if whole == text else replace(turn, text=whole)


def said_whole_ja(text: str, turn: Turn) -> str:
    """The whole sentence; the same where nothing was done before, or it needs none."""
    if whole := behind(text, turn):
        return whole
    if again := _AGAIN.fullmatch(text):
        return _once_more(again["time"], turn) or text
    if not turn.earlier:
        return text
    if excused := _EXCUSED.fullmatch(text):
        return excused["back"]
    if told := _of_the_last(text, turn.earlier[-1]):
        return told
    if _ONE_BEFORE.fullmatch(text) and _took_back(turn):
        return "元に戻して"
    if turn.earlier[-1].tool.startswith(_BELLS) and not turn.rings and _DONE_WITH.fullmatch(text):
        return "キャンセルして"
    if compared := _COMPARED.fullmatch(text):
        return _of_those(turn.earlier, compared) or text
    if turn.rings or not may_be_undone(turn.earlier) or turn.deed is None or turn.deed.calls != turn.earlier:
        return text
    return "今のを取り消して" if _NO.fullmatch(text) else text


def _of_the_last(text: str, last: Call) -> str:
    """What is said of the kind of thing that the last call was for."""
    if last.tool.startswith("alarms.") and (alarms := _ALL_OF_THEM.fullmatch(text)):
        return f"{alarms['which']}のアラームを消して"
    if last.tool in _LEAVES_OUT and last.arguments.get("day") and _AFTER_ALL.fullmatch(text):
        return "元に戻して"
    if last.tool == "math.calculate":
        return left_of(text, str(last.arguments.get("expression", "")))
    if last.tool.startswith("home.") and (later := _BY_ITSELF.fullmatch(text)):
        return f"{later['when']}後にそれを{_DONE[later['state']]}"
    return _of_timers(text, last)


def _of_timers(text: str, last: Call) -> str:
    """What is said of timers right behind one."""
    if not last.tool.startswith("timers."):
        return ""
    if last.tool in _RUN and (beside := one_beside(text)):
        return beside
    if _RUNNING.fullmatch(text):
        return "いま動いてるタイマー教えて"
    if _FIRST.fullmatch(text):
        return "どのタイマーが先に終わる"
    left = _LEFT.fullmatch(text)
    return f"タイマー{left['rest']}" if left else ""


def _of_those(earlier: Sequence[Call], match: re.Match[str]) -> str | None:
    """The shorter of the timers that were just set by what tells it; None where there were no two."""
    timers = [call for call in earlier if call.tool == "timers.start" and "command" not in call.arguments]
    if len(timers) < 2 or len(timers) < len(earlier):
        return None
    pick = min if match["short"] else max
    meant = pick(timers, key=_seconds)
    if sum(_seconds(one) == _seconds(meant) for one in timers) > 1:
        return None
    length = "".join(f"{meant.arguments[unit]}{word}" for unit, word in _UNITS if meant.arguments.get(unit))
    return f"{meant.arguments.get('name') or length}のタイマー{match['rest']}"


_UNITS = (("hours", "時間"), ("minutes", "分"), ("seconds", "秒"))


def _seconds(call: Call) -> float:
    each = (3600, 60, 1)
    units = zip(_UNITS, each, strict=True)
    return sum(float(call.arguments.get(unit, 0)) * count for (unit, _), count in units)


def _took_back(turn: Turn) -> bool:
    """Whether the turn before took something back, so that one more is the deed before that."""
    before = next((line.text for line in reversed(turn.history) if line.role == "user"), "")
    return turn.earlier[0].tool in _TAKEN_BACK or _TAKES_BACK.search(before) is not None


_TAKES_BACK = regex(r"(?:元に|もとに)戻|取り消|取消|なかったことに")


def may_be_undone(earlier: Sequence[Call]) -> bool:
    """Whether all of it was done in the home or to a list, and nobody is let in where it is taken back."""
    return all(
        (call.tool.startswith("home.") and call.tool not in TELLS and call.tool != "home.lock")
        or call.tool in {"lists.add", "lists.remove", "lists.check"}
        for call in earlier
    ) and not any(call.arguments.get("device_class") in _DOORS for call in earlier)


def _once_more(time: str, turn: Turn) -> str | None:
    """What was told of, once more; what rings, the alarms snooze."""
    last = turn.earlier[-1] if turn.earlier else None
    if last and not turn.rings and last.tool.startswith("reminders.") and last.arguments.get("text"):
        return f"{time}に「{last.arguments['text']}」とリマインドして"
    return f"{time}にもう一度知らせて" if time.endswith("後") else None
