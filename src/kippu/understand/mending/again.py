"""What is to be done once more to a thing of the home, said without the word for that: 「もう一度開けて」,
"reopen them", "once again turn it off". The word repeats no order: it may be the first that opens them.

Knows words and the turn before; behind what isn't of the home, "again" may mean that itself.
"""

import re
from dataclasses import replace

from kippu.regex import regex
from kippu.turn import Turn
from kippu.understand.text import sentence

_AGAIN_JA = (
    r"(?:もう(?:一|1|いち|いっ)(?:度|回|遍|ど|かい|ぺん)|もっかい"
    r"|再び|ふたたび|再度|改めて|あらためて|また)、?"
)
_DO_JA = (
    r"(?=(?:つけ|点け|付け|消(?:し|せ|す)|けし|切[っるれ]|入れ|開[けいく]|あけ|閉[めじま]|しめ|とじ"
    r"|止[めま]|とめ|動か|回[しせ]|かけ|上げ|下[げろ]|あげ|さげ|暖|温か|涼し|明る|暗く|強く|弱く"
    r"|大きく|小さく|施錠|解錠|ロック|オン|オフ|再生|一時停止|流し|掃除|充電"
    r"|\d+(?:\.\d+)?(?:%|パーセント|度)|[^、。\d]{1,4}色に|[赤青白黄]く))"
)
_JA = regex(rf"(?:^|(?<=[をはがも、])){_AGAIN_JA}{_DO_JA}")
_DO_EN = (
    r"(?=(?:please )?(?:turn|switch|open|close|shut|lock|unlock|set|make|dim|raise|lower|start|stop|pause"
    r"|resume|play|mute|unmute|put|send|brighten)\b)"
)
_IS_ORDER_EN = regex(_DO_EN, re.IGNORECASE)
_FIRST_EN = regex(
    rf"^(?:(?:and|now|then|ok|okay|please)[, ]+)*"
    rf"(?:once (?:again|more)|again|(?:one|1) more time),? {_DO_EN}",
    re.IGNORECASE,
)
_LAST_EN = regex(
    r"(?<=\w),? (?:(?:yet |once |over )again|once more|(?:one|1) more time|another time|anew)$", re.IGNORECASE
)
_RE_EN = regex(
    r"\bre-?(?P<verb>open|close|lock|shut)(?= (?:it|them|that|those|the|my|all|both)\b)", re.IGNORECASE
)


def once_more(turn: Turn) -> Turn:
    """The turn without saying that it is once more; as it is where it is no order behind what was done at
    home."""
    if turn.asked or not any(call.tool.startswith("home.") for call in turn.earlier):
        return turn
    text = sentence(turn.text, turn.language)
    better = _JA.sub("", text) if turn.language == "ja" else _in_english(text)
    return turn if better == text else replace(turn, text=better)


def _in_english(text: str) -> str:
    better = _RE_EN.sub(r"\g<verb>", _FIRST_EN.sub("", text))
    shorter = _LAST_EN.sub("", better)
    return shorter if _IS_ORDER_EN.match(shorter) else better
