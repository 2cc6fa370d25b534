"""A short Japanese sequel as the whole sentence that it stands for: 「まだ閉めないで」 after the blinds were
closed, 「10分後にもう一度教えて」 after a reminder.

Knows the turn before by its calls; runs nothing.
"""

from collections.abc import Sequence
from dataclasses import replace

from kippu.regex import regex
from kippu.turn import Call, Turn
from kippu.understand.later.schedule import TELLS
from kippu.understand.mending.behind_ja import behind
from kippu.understand.mending.set_out_ja import set_out

_DOORS = frozenset({"door", "garage", "gate"})

_AGAIN = regex(
    r"(?P<time>.{1,12}?後|(?:午前|午後|朝|夜|夕方の?)?\d{1,2}時(?:半|\d{1,2}分)?)に?(?:また|もう(?:一度|1度|一回|1回))、?"
    r"(?:教えて|知らせて|言って|リマインドして|思い出させて|通知して|鳴らして)(?:ください|ね|よ)*"
)
_FIRST = regex(
    r"(?:どっち|どちら|どれ|どの(?:タイマー)?)が?(?:一番)?(?:先|最初|早く)に?(?:終わる|鳴る|なる|終わります|鳴ります)(?:の|か|かな)*"
)
_NO = regex(
    r"(?:(?:あ|え|いや|ごめん|やっぱり?)、?)*(?:(?:ちょっと)?(?:待って|まって)、?(?:だめ|ダメ|駄目|違う|ちがう|やめて|なし)"
    r"|まだ(?:いい|早い|だめ|ダメ|(?:閉め|開け|消さ|つけ|動かさ|し)ないで))(?:です|だ|よ|って)*"
)


def plainly_set_out(text: str, turn: Turn) -> Turn:
    """The turn set out plainly; behind a question of a day, 「その日」 is that day."""
    whole = set_out(text, turn.at)
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
    if turn.earlier[-1].tool.startswith("timers.") and _FIRST.fullmatch(text):
        return "どのタイマーが先に終わる"
    if turn.rings or not may_be_undone(turn.earlier) or turn.deed is None or turn.deed.calls != turn.earlier:
        return text
    return "今のを取り消して" if _NO.fullmatch(text) else text


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
